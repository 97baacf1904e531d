"""Export a trained reader: one ONNX file in int8, its digest, and references for the parity test."""

import copy
import hashlib
import json
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from saidwho.reading.encoder import FORMAT, HEADS
from saidwho.reading.pieces import PieceTable
from saidwho.text.words import split_words
from training.base import base_folder
from training.corpora import Labelled
from training.digests import write_digest
from training.examples import Window, make_batch, prepare
from training.network import HIDDEN, IMPOSSIBLE, Encoder, Pair, Reader

# No row is divided by less.
SMALLEST = 1e-3


class _ByRows(nn.Module):
    """A product of rows that are divided by their largest number first, so that one row of great numbers makes no other coarse in int8.

    Of a window one row, that of an end mark, holds a number of 15 to 23; all others end at 6.
    """

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        self.weight, self.bias = linear.weight, linear.bias

    def forward(self, x: Tensor) -> Tensor:
        largest = x.amax(-1, keepdim=True).clamp(min=SMALLEST)
        return nn.functional.linear(x / largest, self.weight) * largest + self.bias


class _Exported(nn.Module):
    """A reader as its file holds it: what comes into the second half of a feed-forward is brought to eight bits row by row."""

    def __init__(self, model: Reader | Pair) -> None:
        super().__init__()
        self.model = copy.deepcopy(model)
        for one in (self.model.first, self.model.second) if isinstance(self.model, Pair) else (self.model,):
            for layer in one.encoder.layers:
                layer.down = _ByRows(layer.down)

    def forward(self, pieces: Tensor, features: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        found = self.model(pieces, features, None, firsts)
        return tuple(getattr(found, name) for name in HEADS)


def export_reader(model: Reader | Pair, folder: Path) -> Path:
    """Write reader.onnx, its digest and tokenizer.json to a folder."""
    model.eval()
    folder.mkdir(parents=True, exist_ok=True)
    full = folder / "reader.fp32.onnx"
    pieces = torch.randint(5, 999, (1, 40))
    features = torch.zeros((1, 40, 4), dtype=torch.long)
    firsts = torch.arange(1, 30)[None]
    _export(_Exported(model), (pieces, features, firsts), full, names=("pieces", "features", "firsts"), outputs=HEADS)
    described = {
        "format": FORMAT,
        "steps": model.steps.tolist(),
        "pairs": model.pairs.tolist(),
        "sourceless": float(model.sourceless.detach()),
        "tokenizer": hashlib.sha256((base_folder() / "tokenizer.json").read_bytes()).hexdigest(),
    }
    if isinstance(model, Pair):  # for recover: reading needs the mean of the steps alone
        described["second"] = {"below": model.below, "share": model.share, "steps": model.second.steps.tolist()}
    final = folder / "reader.onnx"
    _finish(full, final, described=described, kept=_kept_in_full(full))
    shutil.copyfile(base_folder() / "tokenizer.json", folder / "tokenizer.json")
    return final


class _States(nn.Module):
    """The last layer of an encoder without page features."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor) -> Tensor:
        return self.encoder(pieces, None, None)[-1]


def export_clauses(encoder: Encoder, folder: Path) -> Path:
    """Write clauses.onnx: what the tuned encoder makes of each piece of a sentence, for events, denials and linking."""
    return _export_states(encoder, folder / "clauses.onnx")


def export_passages(encoder: Encoder, folder: Path) -> Path:
    """Write passages.onnx: what the encoder tuned on whole reports makes of each piece of a passage, for linking."""
    return _export_states(encoder, folder / "passages.onnx")


def _export_states(encoder: Encoder, final: Path) -> Path:
    full = final.with_suffix(".fp32.onnx")
    _export(_States(encoder.eval()), (torch.randint(5, 999, (1, 12)),), full, names=("pieces",), outputs=("states",))
    _finish(full, final, described={"format": "clauses 1"}, kept=[])
    return final


def _export(module: nn.Module, inputs: tuple[Tensor, ...], file: Path, *, names: tuple[str, ...], outputs: tuple[str, ...]) -> None:
    length, words = torch.export.Dim("pieces", min=4, max=510), torch.export.Dim("words")
    shapes = {"pieces": {1: length}, "features": {1: length}, "firsts": {1: words}}
    torch.onnx.export(
        module,
        inputs,
        str(file),
        input_names=list(names),
        output_names=list(outputs),
        dynamic_shapes=tuple(shapes[n] for n in names),
        dynamo=True,
        external_data=False,
    )


# What is made small: the attention's weights and the feed-forward's. The heads stay in float32: they are small.
_QUANTISED = {(HIDDEN, HIDDEN), (HIDDEN, 4 * HIDDEN), (4 * HIDDEN, HIDDEN)}


def _kept_in_full(file: Path) -> list[str]:
    """The products of a graph whose weights are of another shape than _QUANTISED."""
    graph = onnx.load(str(file)).graph
    shapes = {weights.name: tuple(weights.dims) for weights in graph.initializer}
    return [n.name for n in graph.node if n.op_type == "MatMul" and n.input[1] in shapes and shapes[n.input[1]] not in _QUANTISED]


def _finish(full: Path, final: Path, *, described: dict, kept: list[str]) -> None:
    """Quantise a graph but for the products in kept, describe it in its metadata, and write its digest beside it."""
    quantize_dynamic(
        full,
        final,
        weight_type=QuantType.QInt8,
        per_channel=True,
        # Seven bits: processors without VNNI add two products of eight bits in sixteen, and what is over is cut off. Role
        # scores were up to 1.3 apart between two machines; now they are the same.
        reduce_range=True,
        op_types_to_quantize=["MatMul", "Gather"],
        nodes_to_exclude=kept,
        extra_options={"MatMulConstBOnly": True},
    )
    graph = onnx.load(str(final))
    onnx.helper.set_model_props(graph, {"saidwho": json.dumps(described)})
    full.unlink()
    _write(graph, final)


def _write(graph: onnx.ModelProto, final: Path) -> None:
    """Write a graph, and its digest beside it."""
    onnx.save(graph, str(final))
    write_digest(final)


# Of our own writing: the trained network's answers to these are kept beside the weights, and a test holds the
# released file to them.
REFERENCE = (
    "Shelling in Varnok kills at least 17, says governor\n"
    "The army has denied the claim. “We did not fire on the town,” Col. Ina Dresh told reporters on Friday, "
    "adding that the ministry's figures could not be verified.\n"
    "Rescuers pulled nine bodies from the ruins of the market hall, according to the Harbour Post, which cited hospital records. The "
    "governor called on the army to withdraw its guns from the hills, and said 4,000 people had fled since Monday.\n"
    "Norrland will send 12 generators and 30 tonnes of flour, its foreign minister said after talks in Orsk. “We shall not leave them "
    "alone,” she told state radio. The rebels, who hold the bridge, did not respond to questions."
)


def average(runs: list[Path]) -> Reader:
    """The mean of the running means of trained runs. runs: their done.pt files."""
    states = [torch.load(run, weights_only=True)["mean"] for run in runs]
    model = Reader(0.0)
    model.load_state_dict({name: sum(state[name] for state in states) / len(states) for name in states[0]})
    return model.eval()


@torch.inference_mode()
def write_references(model: Reader | Pair, folder: Path) -> None:
    """Write parity.json: what the trained network, in float32 and not quantised, scores for each word of REFERENCE."""
    table = PieceTable((folder / "tokenizer.json").read_bytes())
    prepared = prepare(Labelled(key="reference", words=split_words(REFERENCE)), table)
    batch = make_batch([Window(prepared=prepared, first=0, past=len(prepared.document.words))], table)
    mask = torch.zeros(batch.mask.shape).masked_fill(~batch.mask, IMPOSSIBLE)
    found = model(batch.pieces, batch.features, mask[:, None, None, :], batch.firsts)
    size = len(prepared.document.words)
    scores = {head: [[round(x, 2) for x in row] for row in getattr(found, head)[0, :size].tolist()] for head in HEADS}
    (folder / "parity.json").write_text(json.dumps({"text": REFERENCE, **scores}), encoding="utf-8")
