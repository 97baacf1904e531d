"""How are labelled documents cut into windows and set into batches?"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
import torch
from torch import Tensor

from saidwho.reading.features import describe_words
from saidwho.reading.labels import TOLD
from saidwho.reading.links import PairTable
from saidwho.reading.windows import WINDOW
from saidwho.text.words import Words
from training.corpora import IGNORE, Labelled, Labels
from training.network import ROLE_TAGS

if TYPE_CHECKING:  # a machine that trains from packed documents needs no package that cuts pieces
    from saidwho.reading.pieces import Pieces, PieceTable


class Marks(Protocol):
    """The pieces that are no part of a word: a PieceTable has them, and so have packed documents."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def mask(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prepared:
    document: Labelled
    pieces: Pieces
    features: Labels


def prepare(document: Labelled, table: PieceTable) -> Prepared:
    return Prepared(document=document, pieces=table.cut(document.words), features=describe_words(document.words))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Window:
    """Words first to past of a prepared document."""

    prepared: Prepared
    first: int
    past: int

    @property
    def size(self) -> int:
        firsts = self.prepared.pieces.firsts
        return int(firsts[self.past] - firsts[self.first])


def cut_windows(prepared: Prepared, chance: random.Random) -> Iterator[Window]:
    """Cut a document into windows; the first cut falls anywhere, so that each epoch sees other borders.

    Trees are cut at sentence ends only.
    """
    firsts = prepared.pieces.firsts
    total = len(firsts) - 1
    ends = prepared.document.ends
    at, limit = 0, chance.randint(WINDOW // 4, WINDOW) if firsts[-1] > WINDOW else WINDOW
    while at < total:
        past = int(np.searchsorted(firsts, firsts[at] + limit, side="right")) - 1
        past = min(max(past, at + 1), total)
        if ends is not None and past < total:
            finals = np.flatnonzero(ends[at:past])
            past = at + int(finals[-1]) + 1 if len(finals) else past
        if firsts[past] - firsts[at] <= WINDOW:
            yield Window(prepared=prepared, first=at, past=past)
        at, limit = past, WINDOW


# A full stop and what may stand between it and the next sentence.
_STOPS, _AFTER_STOP = frozenset(".!?"), frozenset("\"”’'»)")


def cut_sentences(prepared: Prepared) -> Iterator[Window]:
    """Cut a document with attributions or syntax into single sentences, or as many as one span of it goes over, each a window of its own.

    A reader that saw whole reports only does not know a sentence that stands alone, as in a ticker, a caption or a post.
    """
    words, roles, ends = prepared.document.words, prepared.document.roles, prepared.document.ends
    if roles is None and ends is None:
        return
    first = 0
    for past in range(1, len(words) + 1):
        within = roles is not None and past < len(words) and ROLE_TAGS[roles[past]][0] not in "OBS"
        if past < len(words) and (within or not (_ends_sentence(words, past) if ends is None else ends[past - 1])):
            continue
        window = Window(prepared=prepared, first=first, past=past)
        if window.size <= WINDOW:
            yield window
        first = past


def _ends_sentence(words: Words, past: int) -> bool:
    """Whether a line or a sentence ends before this word."""
    if words.lines[past] != words.lines[past - 1]:
        return True
    strings, last = words.strings, past - 1
    while last and strings[last] in _AFTER_STOP:
        last -= 1
    return strings[last] in _STOPS and strings[past] not in _AFTER_STOP and not strings[past][0].islower()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LinkCase:
    """The links of one window: for each kind, children, cues, pair numbers and the answers."""

    kind: int  # 0 content, 1 source
    children: Tensor  # (children, 2)
    cues: Tensor  # (cues, 2)
    pairs: Tensor  # (children, cues, PAIR_FEATURES)
    answers: Tensor  # (children, cues), bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Batch:
    pieces: Tensor
    features: Tensor
    mask: Tensor
    firsts: Tensor
    lengths: Tensor
    borders: Tensor  # (batch, words, 2): is first, is last word of a line
    roles: Tensor
    names: Tensor
    mentions: Tensor
    upos: Tensor
    heads: Tensor
    relations: Tensor
    ends: Tensor
    told: Tensor  # (batch, words, parts of labels.TOLD)
    soft_roles: Tensor  # (batch, words, tags), not a number where there are none
    links: list[list[LinkCase]]

    @property
    def size(self) -> int:
        return int(self.mask.sum())


def make_batch(windows: list[Window], table: Marks, *, chance: np.random.Generator | None = None, blank: float = 0.0) -> Batch:
    """Set windows as one padded batch. blank: share of words whose pieces are replaced by the mask piece."""
    rows, width = len(windows), _round_up(max(w.size for w in windows) + 2)
    most = _round_up(max(w.past - w.first for w in windows))
    out = {
        "pieces": np.zeros((rows, width), dtype=np.int64),
        "features": np.zeros((rows, width, windows[0].prepared.features.shape[1]), dtype=np.int64),
        "mask": np.zeros((rows, width), dtype=bool),
        "firsts": np.zeros((rows, most), dtype=np.int64),
        "lengths": np.array([w.past - w.first for w in windows]),
        "borders": np.zeros((rows, most, 2), dtype=bool),
    }
    heads = ("roles", "names", "mentions", "upos", "heads", "relations", "ends")
    out |= {name: np.full((rows, most), IGNORE, dtype=np.int64) for name in heads}
    out["told"] = np.full((rows, most, len(TOLD)), IGNORE, dtype=np.int64)
    out["soft_roles"] = np.full((rows, most, len(ROLE_TAGS)), np.nan, dtype=np.float32)
    for row, window in enumerate(windows):
        prepared, first, past = window.prepared, window.first, window.past
        begin, end = prepared.pieces.firsts[first], prepared.pieces.firsts[past]
        ids = prepared.pieces.ids[begin:end].copy()
        counts = np.diff(prepared.pieces.firsts[first : past + 1])
        if chance is not None and blank:
            ids[np.repeat(chance.random(past - first) < blank, counts)] = table.mask
        size = len(ids)
        out["pieces"][row, : size + 2] = [table.start, *ids, table.end]
        out["features"][row, 1 : size + 1] = np.repeat(prepared.features[first:past], counts, axis=0)
        out["mask"][row, : size + 2] = True
        out["firsts"][row, : past - first] = prepared.pieces.firsts[first:past] - begin + 1
        lines = prepared.document.words.lines
        inner = np.diff(lines[first:past]) != 0
        out["borders"][row, 1 : past - first, 0] = inner
        out["borders"][row, : past - first - 1, 1] = inner
        for name in heads:
            labels = getattr(prepared.document, name)
            if labels is not None:
                out[name][row, : past - first] = labels[first:past] - (first if name == "heads" else 0)
        if prepared.document.told is not None:
            out["told"][row, : past - first] = np.stack([prepared.document.told[part][first:past] for part in TOLD], axis=1)
        if prepared.document.soft_roles is not None:
            out["soft_roles"][row, : past - first] = prepared.document.soft_roles[first:past]
    links = [list(_link_cases(w)) for w in windows]
    return Batch(**{k: torch.from_numpy(v) for k, v in out.items()}, links=links)


def _round_up(size: int, step: int = 64) -> int:
    """Few different shapes: a CPU's matrix library prepares code for each new one, at a tenth of a second a step."""
    return -(-size // step) * step


def _link_cases(window: Window) -> Iterator[LinkCase]:
    links = window.prepared.document.links
    if not links:
        return
    inside = [x for x in links if all(window.first <= s[0] and s[1] <= window.past for s in (x.child, x.cue))]
    cues = sorted({x.cue for x in inside})
    for kind, role in enumerate(("content", "source")):
        mine = [x for x in inside if x.role == role]
        children = sorted({x.child for x in mine})
        if not children:
            continue
        answers = np.zeros((len(children), len(cues)), dtype=bool)
        for link in mine:
            answers[children.index(link.child), cues.index(link.cue)] = True
        child_array, cue_array = np.array(children, dtype=np.int64), np.array(cues, dtype=np.int64)
        pairs = PairTable(window.prepared.document.words, child_array, cue_array)
        n, m = answers.shape
        described = pairs.of(np.repeat(child_array, m, axis=0), np.tile(cue_array, (n, 1))).reshape(n, m, -1)
        yield LinkCase(
            kind=kind,
            children=torch.from_numpy(child_array - window.first),
            cues=torch.from_numpy(cue_array - window.first),
            pairs=torch.from_numpy(described),
            answers=torch.from_numpy(answers),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """What share of the documents of each sort an epoch shows: with attributions, with other labels, without labels.

    Our own reports, which have all of them, are always shown. alone, trees_alone: this share of them, or of the documents with syntax,
    sentence by sentence as well.
    """

    attributions: float = 1.0
    others: float = 1.0
    unlabelled: float = 0.0
    alone: float = 0.0
    trees_alone: float = 0.0

    def alone_of(self, document: Labelled) -> float:
        return self.alone if document.told is not None else self.trees_alone if document.ends is not None else 0.0

    def of(self, document: Labelled) -> float:
        if document.told is not None:
            return 1.0
        if document.roles is not None:
            return self.attributions
        return self.others if document.names is not None or document.mentions is not None else self.unlabelled


# Windows that are sorted by length together, so that batches waste little on padding and are not all of one length.
POOL = 120


def plan_epoch(prepared: list[Prepared], *, seed: int, epoch: int, shares: Shares, budget: int, pool: int = POOL) -> list[list[Window]]:
    """The batches of one epoch. budget: pieces a batch, padding included. pool: windows that are sorted together."""
    chance = random.Random(f"{seed}-{epoch}")
    windows = []
    for p in prepared:
        share = shares.of(p.document)
        if share >= 1 or chance.random() < share:
            windows += cut_windows(p, chance)
        # Nothing is drawn for recipes that show no sentence alone, so that they plan what they always did.
        alone = shares.alone_of(p.document)
        if alone and chance.random() < alone:
            windows += cut_sentences(p)
    chance.shuffle(windows)
    batches: list[list[Window]] = []
    for at in range(0, len(windows), pool):
        batch: list[Window] = []
        for window in sorted(windows[at : at + pool], key=lambda w: w.size, reverse=True):
            if batch and (len(batch) + 1) * _round_up(batch[0].size + 2) > budget:
                batches.append(batch)
                batch = []
            batch.append(window)
        batches.append(batch)
    chance.shuffle(batches)
    return batches
