"""The network that the reader is compared with, and its files. Runs as python -m benchmarks.reading.bert_network FOLDER."""

import sys
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn import functional as F

from benchmarks.reading.bert import HEADS, HIDDEN, LABELS, LAYERS, POSITIONS, VOCABULARY


class Layer(nn.Module):
    """A transformer layer as in Devlin et al. 2019."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.up, self.down = nn.Linear(HIDDEN, 4 * HIDDEN), nn.Linear(4 * HIDDEN, HIDDEN)
        self.norm_attention, self.norm = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x: Tensor) -> Tensor:
        """x: (batch, pieces, HIDDEN)."""
        q, k, v = (f(x).unflatten(2, (HEADS, HIDDEN // HEADS)).transpose(1, 2) for f in (self.query, self.key, self.value))
        seen = F.scaled_dot_product_attention(q, k, v).transpose(1, 2).flatten(2)
        x = self.norm_attention(x + self.out(seen))
        return self.norm(x + self.down(F.gelu(self.up(x))))


class Network(nn.Module):
    """BERT-base with one linear layer for labels."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.positions, self.kinds = (nn.Embedding(n, HIDDEN) for n in (VOCABULARY, POSITIONS, 2))
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.labels = nn.Linear(HIDDEN, LABELS)

    def forward(self, ids: Tensor) -> Tensor:
        """ids: (batch, pieces). Returns (batch, pieces, LABELS)."""
        x = self.norm(self.words(ids) + self.positions.weight[: ids.shape[1]] + self.kinds.weight[0])
        for layer in self.layers:
            x = layer(x)
        found: Tensor = self.labels(x)
        return found


def write_weights(folder: Path) -> None:
    """Write a network with random weights as bert.safetensors and bert.onnx."""
    torch.manual_seed(0)
    network = Network().eval()
    for weight in network.parameters():
        if weight.dim() > 1:
            nn.init.normal_(weight, std=0.02)
    save_file(network.state_dict(), str(folder / "bert.safetensors"))
    torch.onnx.export(
        network,
        (torch.zeros(1, 128, dtype=torch.int64),),
        str(folder / "bert.onnx"),
        input_names=["ids"],
        dynamic_shapes={"ids": {1: torch.export.Dim("pieces", min=3, max=POSITIONS)}},
        external_data=False,
        verbose=False,
    )


if __name__ == "__main__":
    write_weights(Path(sys.argv[1]))
