"""How does a batch get to an accelerator?

As one stretch of bytes in narrow numbers: small enough to come from another process in a millisecond, and one copy to the device instead
of forty. Everything that a step would have to ask the device for (which rows have labels, how many words there are) is counted before.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from saidwho.reading.labels import TOLD
from training.corpora import IGNORE
from training.examples import Batch
from training.link_tables import LINK_ARRAYS, LinkTable, pad_links

# Labels are under 127 and IGNORE is -100; pieces are under 30,522, places of words under 511.
_NARROW = {
    **dict.fromkeys(("pieces", "firsts", "lengths", "heads"), np.int16),
    **dict.fromkeys(("features", "roles", "names", "mentions", "upos", "relations", "ends", "told"), np.int8),
    **dict.fromkeys(("mask", "borders"), np.bool_),
}
_KINDS = ("content", "source")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Packet:
    """content: the arrays one after another. layout: of each its name, type, shape and first byte. counts: see WideBatch."""

    content: NDArray[np.uint8]
    layout: tuple[tuple[str, str, tuple[int, ...], int], ...]
    counts: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WideBatch:
    """A Batch as an accelerator takes it.

    role_rows, arc_rows: the rows with such labels. links: of contents and of sources. places: (batch,), where each row begins
    in the table of the teachers' scores. counts: pieces, words, and the labels of each head.
    """

    pieces: Tensor
    features: Tensor
    mask: Tensor
    firsts: Tensor
    lengths: Tensor
    borders: Tensor
    roles: Tensor
    names: Tensor
    mentions: Tensor
    upos: Tensor
    heads: Tensor
    relations: Tensor
    ends: Tensor
    told: Tensor
    soft_roles: Tensor
    role_rows: Tensor
    arc_rows: Tensor
    places: Tensor
    links: tuple[LinkTable | None, LinkTable | None]
    counts: dict[str, int]

    @property
    def size(self) -> int:
        return self.counts["pieces"]


def to_packet(batch: Batch, *, places: list[int] | None = None) -> Packet:
    """Pack a batch. places: of its rows in the table of the teachers' scores."""
    arrays: dict[str, NDArray] = {name: getattr(batch, name).numpy().astype(kind) for name, kind in _NARROW.items()}
    arrays["soft_roles"] = batch.soft_roles.numpy() if not batch.soft_roles.isnan().all() else np.zeros((0,), dtype=np.float32)
    arrays["role_rows"] = np.flatnonzero((arrays["roles"] != IGNORE).any(1)).astype(np.int16)
    arrays["arc_rows"] = np.flatnonzero((arrays["heads"] != IGNORE).any(1)).astype(np.int16)
    arrays["places"] = np.array(places or [0] * len(batch.pieces), dtype=np.int32)
    for number, kind in enumerate(_KINDS):
        arrays |= {f"{kind} {name}": array for name, array in (pad_links(batch.links, number) or {}).items()}
    layout, parts, at = [], [], 0
    for name, array in arrays.items():
        layout.append((name, array.dtype.str, array.shape, at))
        raw = np.ascontiguousarray(array).reshape(-1).view(np.uint8)
        # Each begins where numbers of any type may begin.
        parts += [raw, np.zeros(-len(raw) % 16, dtype=np.uint8)]
        at += len(raw) + len(parts[-1])
    return Packet(content=np.concatenate(parts), layout=tuple(layout), counts=counts_of(batch))


def on_device(packet: Packet, device: torch.device) -> WideBatch:
    """Move a packet, and widen its numbers there."""
    content = torch.from_numpy(packet.content)
    if device.type == "cuda":
        content = content.pin_memory()
    moved = content.to(device, non_blocking=True)
    given = {name: _view(moved, kind, shape, at) for name, kind, shape, at in packet.layout}
    links = tuple(_table(given, kind) for kind in _KINDS)
    plain = {name: given[name] for name in WideBatch.__dataclass_fields__ if name in given}
    return WideBatch(**plain, links=(links[0], links[1]), counts=packet.counts)


def _view(content: Tensor, kind: str, shape: tuple[int, ...], at: int) -> Tensor:
    dtype = np.dtype(kind)
    flat = content[at : at + int(np.prod(shape)) * dtype.itemsize]
    typed = flat.view(torch.from_numpy(np.zeros(1, dtype)).dtype).view(shape)
    return typed.long() if dtype.kind == "i" else typed


def _table(given: dict[str, Tensor], kind: str) -> LinkTable | None:
    return LinkTable(**{name: given[f"{kind} {name}"] for name in LINK_ARRAYS}) if f"{kind} rows" in given else None


def counts_of(batch: Batch) -> dict[str, int]:
    """Pieces, words, and how many words or spans each head has labels for."""
    counts = {k: int((getattr(batch, k) != IGNORE).sum()) for k in ("roles", "names", "mentions", "upos", "relations", "ends")}
    links = sum(c.answers.shape[c.kind] for cases in batch.links for c in cases)
    soft = int((~batch.soft_roles[..., 0].isnan()).sum())
    counts |= {f"told {part}": int((batch.told[..., at] != IGNORE).sum()) for at, part in enumerate(TOLD)}
    counts |= {"arcs": counts["upos"], "links": links, "teacher": soft, "adversary": counts["roles"]}
    words = int(batch.lengths.sum())
    return counts | {"taught": words, "pieces": batch.size, "words": words}
