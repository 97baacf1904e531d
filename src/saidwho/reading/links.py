"""Which cue does a content or a source belong to?

The encoder gives every word vectors for pointing; what it cannot see across windows (distance, what stands in
between) is added here as a few plain numbers with learned weights.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from saidwho.reading.decoding import IMPOSSIBLE, Floats, Ints, WordSpan
from saidwho.reading.labels import ROLES
from saidwho.text.quotations import quotation_states
from saidwho.text.words import Words

# Width of one pointing vector. Two ends a link (child, cue), two kinds of link (content, source).
POINTER = 64
ONE_SIDE = 11
PAIR_FEATURES = 2 * ONE_SIDE

_FINAL = frozenset({".", "!", "?", "…", "..."})
_SOFT = frozenset({",", ";", ":", "—", "–", "--", "("})


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedCue:
    """One cue with what it joins. score: the probability of the weakest link."""

    cue: WordSpan
    contents: tuple[WordSpan, ...]
    source: WordSpan | None
    score: float


class PairTable:
    """Numbers that describe pairs of a child span and a cue span of one text.

    children, cues: arrays (n, 2) of first word and word just past the last, of all spans of one role and all cues.
    """

    def __init__(self, words: Words, children: NDArray[np.int64], cues: NDArray[np.int64]) -> None:
        strings = words.strings
        self._lines = words.lines
        self._final = _running(strings, _FINAL)
        self._soft = _running(strings, _SOFT)
        self._children, self._cues = children, cues
        self._child_firsts = np.sort(children[:, 0])
        self._cue_firsts = np.sort(cues[:, 0])

    def of(self, child: NDArray[np.int64], cue: NDArray[np.int64]) -> NDArray[np.float32]:
        """Describe pairs. child, cue: (pairs, 2). Returns (pairs, PAIR_FEATURES)."""
        before = child[:, 0] < cue[:, 0]
        left = np.where(before, child[:, 1], cue[:, 1])
        right = np.maximum(left, np.where(before, cue[:, 0], child[:, 0]))
        gap = (right - left).astype(np.float32)
        lines = np.abs(self._lines[child[:, 0]] - self._lines[cue[:, 0]])
        sentences = self._final[right] - self._final[left]
        children = _between(self._child_firsts, left, right)
        cues = _between(self._cue_firsts, left, right)
        one = np.stack(
            [
                np.ones_like(gap),
                np.log1p(gap),
                gap == 0,
                gap == 1,
                lines == 0,
                np.minimum(lines, 3),
                sentences == 0,
                np.minimum(sentences, 4),
                np.minimum(children, 4),
                np.minimum(cues, 4),
                np.minimum(self._soft[right] - self._soft[left], 4),
            ],
            axis=1,
        ).astype(np.float32)
        side = before[:, None].astype(np.float32)
        return np.concatenate([one * side, one * (1 - side)], axis=1)


def _running(strings: list[str], kind: frozenset[str]) -> NDArray[np.int64]:
    """How many words of a kind stand before each word; one entry more for the end."""
    return np.concatenate([[0], np.cumsum([s in kind for s in strings])]).astype(np.int64)


def _between(firsts: NDArray[np.int64], left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.searchsorted(firsts, right) - np.searchsorted(firsts, left)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LinkWeights:
    """What training learned about links.

    pairs: (2, PAIR_FEATURES), for content and source. sourceless: the score of a cue that names nobody.
    """

    pairs: NDArray[np.float32]
    sourceless: float


# Spans are compared with so many on either side, so that time stays linear; of PolNeAR's 41,000 links in train,
# one reaches farther.
REACH = 5


def link_spans(words: Words, spans: list[WordSpan], pointers: NDArray[np.float32], weights: LinkWeights) -> list[LinkedCue]:
    """Join contents and sources to their cues.

    spans: in the order of the text. pointers: (words, 4 * POINTER).
    Every content goes to one cue, every cue takes one source or none, and several cues may share one. Only a quotation
    belongs to a cue in another line (97 of PolNeAR's 41,000 links break this); a content without any cue is left out.
    """
    by_role = {role: [s for s in spans if s.kind == role] for role in ROLES}
    cues, contents, sources = by_role["cue"], by_role["content"], by_role["source"]
    if not cues:
        return []
    ends = np.split(pointers, 4, axis=1)
    quoted = np.array(quotation_states(words), dtype=np.int64) > 0
    of_contents = _Pairing(words, contents, cues, (ends[0], ends[1]), weights.pairs[0], may_cross=quoted)
    of_sources = _Pairing(words, sources, cues, (ends[2], ends[3]), weights.pairs[1], may_cross=np.zeros(len(words), dtype=bool))
    source_of = of_sources.choose_children(nobody=weights.sourceless)
    contents_of: dict[int | None, list[tuple[WordSpan, float]]] = {}
    for content, (at, certainty) in zip(contents, of_contents.choose_cues(), strict=True):
        contents_of.setdefault(at, []).append((content, certainty))
    return [_linked_cue(cue, contents_of.get(at, []), sources, source_of[at]) for at, cue in enumerate(cues)]


Choice = tuple[int | None, float]


def _linked_cue(cue: WordSpan, contents: list[tuple[WordSpan, float]], sources: list[WordSpan], choice: Choice) -> LinkedCue:
    at, certainty = choice
    return LinkedCue(
        cue=cue,
        contents=tuple(content for content, _ in contents),
        source=None if at is None else sources[at],
        score=min([certainty, *(p for _, p in contents)]),
    )


# Worse than any learned score, better than what is impossible.
_LAST_RESORT = float(IMPOSSIBLE) / 2


class _Pairing:
    """Scores of children (contents or sources) with cues, each side against the nearest of the other.

    may_cross: (words,), whether a child that starts at a word may belong to a cue in another line.
    """

    def __init__(
        self,
        words: Words,
        children: list[WordSpan],
        cues: list[WordSpan],
        ends: tuple[Floats, Floats],
        weights: Floats,
        *,
        may_cross: NDArray[np.bool_],
    ) -> None:
        self._children, self._cues = _borders(children), _borders(cues)
        self._child_vectors = _span_vectors(ends[0], self._children)
        self._cue_vectors = _span_vectors(ends[1], self._cues)
        self._table = PairTable(words, self._children, self._cues)
        self._weights = weights
        self._lines, self._may_cross = words.lines, may_cross

    def choose_cues(self) -> list[Choice]:
        """The cue of each child, or None where none is in reach."""
        near, exists = _nearest(self._children, self._cues)
        rows = np.repeat(np.arange(len(near)), near.shape[1]).reshape(near.shape)
        return _best(self._score(rows, near, exists), near, nobody=_LAST_RESORT)

    def choose_children(self, *, nobody: float) -> list[Choice]:
        """The child of each cue, or None where it has none. nobody: the score of none."""
        near, exists = _nearest(self._cues, self._children)
        rows = np.repeat(np.arange(len(near)), near.shape[1]).reshape(near.shape)
        return _best(self._score(near, rows, exists), near, nobody=nobody)

    def _score(self, child: Ints, cue: Ints, exists: NDArray[np.bool_]) -> Floats:
        scores = np.full(exists.shape, IMPOSSIBLE, dtype=np.float32)
        a, b = child[exists], cue[exists]
        firsts = self._children[a, 0]
        is_allowed = self._may_cross[firsts] | (self._lines[firsts] == self._lines[self._cues[b, 0]])
        described = self._table.of(self._children[a], self._cues[b])
        found = (self._child_vectors[a] * self._cue_vectors[b]).sum(axis=1) + described @ self._weights
        scores[exists] = np.where(is_allowed, found, IMPOSSIBLE)
        return scores


def _borders(spans: list[WordSpan]) -> Ints:
    return np.array([(s.first, s.past) for s in spans], dtype=np.int64).reshape(-1, 2)


def _span_vectors(vectors: Floats, borders: Ints) -> Floats:
    """The mean of a span's first and last word."""
    return (vectors[borders[:, 0]] + vectors[borders[:, 1] - 1]) / np.float32(2)


def _nearest(these: Ints, those: Ints) -> tuple[Ints, NDArray[np.bool_]]:
    """For each of these, up to REACH of those on either side, in the order of the text, and which of them exist."""
    at = np.searchsorted(those[:, 0], these[:, 0])[:, None] + np.arange(-REACH, REACH)
    return at.clip(0, max(len(those) - 1, 0)), (at >= 0) & (at < len(those))


def _best(scores: Floats, options: Ints, *, nobody: float) -> list[Choice]:
    """The best option of each row, or none of them, with its softmax. nobody: the score of none."""
    scores = np.concatenate([scores, np.full((len(scores), 1), nobody, dtype=np.float32)], axis=1)
    best = scores.argmax(axis=1)
    certainty = 1 / np.exp(scores - scores.max(axis=1, keepdims=True)).sum(axis=1)
    width = options.shape[1]
    return [(int(options[row, at]) if at < width else None, float(c)) for row, (at, c) in enumerate(zip(best, certainty, strict=True))]
