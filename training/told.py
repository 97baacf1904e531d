"""Fit the head that tells what the words of war reports are part of, over an encoder that stays as it is.

The encoder learned these tasks together with all others, in few passes. Its answers for our marked reports fit into memory, so the head
alone can go over them many times in minutes, and no other head changes by it.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from saidwho.reading.labels import TOLD, TOLD_COLUMNS
from saidwho.reading.pieces import PieceTable
from saidwho.reading.windows import plan_windows
from training.corpora import IGNORE, Labelled
from training.examples import Window, make_batch, prepare
from training.losses import WEIGHTS
from training.network import IMPOSSIBLE, TASKS, Reader

PASSES, BATCH, RATE, DECAY = 24, 512, 1.5e-3, 0.02
# What the head sees of the encoder's answers is hidden by so much: the reports are few.
HIDDEN_SHARE = 0.15
_TOLD = TASKS.index("told")


def fit_told(
    model: Reader, documents: list[Labelled], table: PieceTable, *, passes: int = PASSES, rate: float = RATE, seed: int = 11
) -> Reader:
    """Fit the head of a trained reader further, on labelled reports. Changes and returns the model."""
    torch.manual_seed(seed)
    model.eval()
    seen = torch.cat([_layers(model, document, table) for document in documents])
    labels = torch.cat([torch.stack([torch.from_numpy(d.told[part]) for part in TOLD], 1) for d in documents if d.told is not None])
    mix = nn.Parameter(model.mix[_TOLD].detach().clone())
    steps = passes * (len(seen) // BATCH)
    optimizer = torch.optim.AdamW([{"params": model.told.parameters(), "weight_decay": DECAY}, {"params": [mix]}], lr=rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min((step + 1) / (0.05 * steps), 1 - step / steps))
    model.told.train()
    for step in range(steps):
        rows = torch.randint(len(seen), (BATCH,))
        mixed = torch.einsum("l,nlh->nh", torch.softmax(mix, 0), seen[rows].float())
        loss = _loss(model.told(F.dropout(mixed, HIDDEN_SHARE)), labels[rows])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        if step % 500 == 0:
            print(f"told: step {step} of {steps}, loss {float(loss.detach()):.3f}", flush=True)
    with torch.no_grad():
        model.mix[_TOLD] = mix
    return model.eval()


def _loss(logits: Tensor, labels: Tensor) -> Tensor:
    losses = []
    for at, part in enumerate(TOLD):
        if (labels[:, at] != IGNORE).any():
            losses.append(WEIGHTS[f"told {part}"] * F.cross_entropy(logits[:, TOLD_COLUMNS[part]], labels[:, at], ignore_index=IGNORE))
    return torch.stack(losses).sum()


@torch.inference_mode()
def _layers(model: Reader, document: Labelled, table: PieceTable) -> Tensor:
    """What every layer says of each word: (words, layers, width), in half precision."""
    prepared = prepare(document, table)
    parts = []
    for window in plan_windows(prepared.pieces.firsts, prepared.document.words.lines):
        batch = make_batch([Window(prepared=prepared, first=window.first, past=window.past)], table)
        mask = torch.zeros(batch.mask.shape).masked_fill(~batch.mask, IMPOSSIBLE)[:, None, None, :]
        layers = torch.stack([layer[0][batch.firsts[0]] for layer in model.encoder(batch.pieces, batch.features, mask)], 1)
        parts.append(layers[window.keep - window.first : window.keep_past - window.first].half())
    return torch.cat(parts)
