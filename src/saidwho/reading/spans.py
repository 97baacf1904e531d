"""Which spans do the scores of several heads mean, each head by itself?

Tags code spans: O outside, B first, I inside, E last, S alone. Which tag may follow which is all that binds them here, no step is
learned, so a word is either outside or inside a span of one kind, and that is all that the next word has to know: one number for
outside and one for each kind, in place of four. Spans never cross the end of a line, so each line is a sequence of its own. All lines of
all heads are decoded side by side.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from saidwho.reading.decoding import IMPOSSIBLE, Floats, Ints, Lines, WordSpan

Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Codings:
    """Heads whose tags code spans, and how their tags lie in one table.

    heads: their names. kinds: of each head. head_of: (kinds,), the head of each kind, all heads' kinds in a row. begins: (heads,), the
    first of each. columns: (heads + 4 x kinds,), where each column of the table stands in the heads' tags side by side: O of each head,
    then B, I, E and S of each kind.
    """

    heads: tuple[str, ...]
    kinds: tuple[tuple[str, ...], ...]
    head_of: Ints
    begins: Ints
    columns: Ints

    @classmethod
    def of(cls, tags: Mapping[str, Sequence[str]]) -> "Codings":
        """tags: of each head, in the order of its scores; "O" first, each kind has four."""
        kinds = tuple(tuple(tag[2:] for tag in of_head if tag[0] == "S") for of_head in tags.values())
        together = [(head, tag) for head, of_head in tags.items() for tag in of_head]
        place = {key: at for at, key in enumerate(together)}
        order = [(head, "O") for head in tags]
        order += [(head, f"{letter}-{kind}") for letter in "BIES" for head, of_head in zip(tags, kinds, strict=True) for kind in of_head]
        counts = [len(of_head) for of_head in kinds]
        return cls(
            heads=tuple(tags),
            kinds=kinds,
            head_of=np.repeat(np.arange(len(counts)), counts),
            begins=np.cumsum([0, *counts[:-1]]),
            columns=np.array([place[key] for key in order]),
        )

    def decode(self, logits: Mapping[str, Floats], lines: NDArray[np.int32]) -> dict[str, list[WordSpan]]:
        """The spans of the best valid tags of each head, in the order of the text.

        logits: of each head, (words, tags). lines: (words,), the line each word stands in.
        Method: Viterbi for the spans, forward-backward for their scores.
        """
        if not len(lines):
            return {head: [] for head in self.heads}
        side_by_side = np.concatenate([logits[head] for head in self.heads], axis=1, dtype=np.float64)
        table = _Table.of(self, side_by_side[:, self.columns], Lines.of(lines))
        found = table.best()
        scored = table.scored(found) if found else []
        return {
            head: sorted((span for at, span in scored if at == number), key=lambda span: span.first)
            for number, head in enumerate(self.heads)
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """Words first to past (not included) of a kind, a number among all heads' kinds."""

    first: int
    past: int
    kind: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Table:
    """The scores of all heads, in double precision: sums over a long line would lose small differences.

    A row is a word; first stand the first words of all lines, longest line first, then the second ones, and so on: so each step is a slice.
    steps: the slices. rows: (words,), the row of each word of the text. out: (rows, heads), of being outside. begin, within, end, alone:
    (rows, kinds).
    """

    codings: Codings
    lines: Lines
    steps: tuple[slice, ...]
    rows: Ints
    out: Doubles
    begin: Doubles
    within: Doubles
    end: Doubles
    alone: Doubles

    @classmethod
    def of(cls, codings: Codings, scores: Doubles, lines: Lines) -> "_Table":
        """scores: (words, columns), in the order of the text."""
        counts = lines.running()
        borders = [0, *np.cumsum(counts).tolist()]
        order = np.concatenate([lines.starts[:count] + step for step, count in enumerate(counts.tolist())])
        rows = np.empty_like(order)
        rows[order] = np.arange(len(order))
        heads, kinds = len(codings.heads), len(codings.head_of)
        out, begin, within, end, alone = np.split(scores[order], [heads + kinds * n for n in range(4)], axis=1)
        steps = tuple(slice(first, past) for first, past in pairwise(borders))
        return cls(codings=codings, lines=lines, steps=steps, rows=rows, out=out, begin=begin, within=within, end=end, alone=alone)

    def _outset(self) -> tuple[Doubles, Doubles]:
        """Outside of all spans, in all lines and heads, and not inside of any kind: (lines, heads), (lines, kinds)."""
        lines, heads, kinds = len(self.lines.starts), len(self.codings.heads), len(self.codings.head_of)
        return np.zeros((lines, heads)), np.full((lines, kinds), float(IMPOSSIBLE))

    def best(self) -> list[_Found]:
        """The spans of the best valid sequences, in no order."""
        of, begins = self.codings.head_of, self.codings.begins
        outside, inside = self._outset()
        since = np.zeros(inside.shape, dtype=np.int64)
        closed = np.full(self.out.shape, -1, dtype=np.int64)
        opened = np.zeros_like(closed)
        for step, at in enumerate(self.steps):
            count = at.stop - at.start
            before, within = outside[:count][:, of], inside[:count]
            lone, closing = before + self.alone[at], within + self.end[at]
            ending = np.maximum(closing, lone)
            peak = np.maximum.reduceat(ending, begins, axis=1)
            stays = outside[:count] + self.out[at]
            line, head = np.nonzero(peak > stays)
            if len(line):
                kind = ((ending[line] == peak[line, head][:, None]) & (of == head[:, None])).argmax(axis=1)
                closed[at.start + line, head] = kind
                opened[at.start + line, head] = np.where(lone[line, kind] > closing[line, kind], step, since[line, kind])
            beginning, going = before + self.begin[at], within + self.within[at]
            since[:count][beginning > going] = step
            inside[:count] = np.maximum(beginning, going)
            outside[:count] = np.maximum(stays, peak)
        return self._traced(closed[self.rows], opened[self.rows])

    def _traced(self, closed: Ints, opened: Ints) -> list[_Found]:
        """Walk back over the spans that end at each word. closed, opened: (words, heads), their kinds, or -1, and their first words."""
        found = []
        for start, length in zip(self.lines.starts.tolist(), self.lines.lengths.tolist(), strict=True):
            words, heads = np.nonzero(closed[start : start + length] >= 0)
            firsts = [length] * len(self.codings.heads)
            for step, head in zip(words[::-1].tolist(), heads[::-1].tolist(), strict=True):
                if step < firsts[head]:
                    firsts[head] = int(opened[start + step, head])
                    kind = int(closed[start + step, head])
                    found.append(_Found(first=start + firsts[head], past=start + step + 1, kind=kind))
        return found

    def scored(self, found: Sequence[_Found]) -> list[tuple[int, WordSpan]]:
        """Each span with its head and its probability: all paths that code exactly it, of all paths of its line."""
        names = [kind for of_head in self.codings.kinds for kind in of_head]
        first, last = np.array([span.first for span in found]), np.array([span.past - 1 for span in found])
        kind = np.array([span.kind for span in found])
        head, before, after = self.codings.head_of[kind], self.rows[first], self.rows[last]
        run = np.cumsum(self.within[self.rows], axis=0)
        between = np.where(last > first + 1, run[last - 1, kind] - run[first, kind], 0.0)
        own = np.where(first == last, self.alone[before, kind], self.begin[before, kind] + between + self.end[after, kind])
        ahead, total = self._ahead()
        path = ahead[before, head] + own + self._behind()[after, head] - total[first, head]
        odds = np.exp(np.minimum(path, 0.0)).tolist()
        return [
            (at, WordSpan(first=span.first, past=span.past, kind=names[span.kind], score=share))
            for at, span, share in zip(head.tolist(), found, odds, strict=True)
        ]

    def _ahead(self) -> tuple[Doubles, Doubles]:
        """Log sums of all paths before each word that are outside there: (rows, heads); and of all paths of its line: (words, heads)."""
        of, begins = self.codings.head_of, self.codings.begins
        outside, inside = self._outset()
        ahead = np.empty_like(self.out)
        for at in self.steps:
            count = at.stop - at.start
            ahead[at] = outside[:count]
            before, within = outside[:count][:, of], inside[:count]
            ending = np.logaddexp.reduceat(np.logaddexp(within + self.end[at], before + self.alone[at]), begins, axis=1)
            inside[:count] = np.logaddexp(before + self.begin[at], within + self.within[at])
            outside[:count] = np.logaddexp(outside[:count] + self.out[at], ending)
        order = np.argsort(self.lines.starts)
        return ahead, np.repeat(outside[order], self.lines.lengths[order], axis=0)

    def _behind(self) -> Doubles:
        """Log sums of all paths after each word that are outside there: (rows, heads)."""
        of, begins = self.codings.head_of, self.codings.begins
        outside, inside = self._outset()
        behind = np.empty_like(self.out)
        for at in reversed(self.steps):
            count = at.stop - at.start
            behind[at] = outside[:count]
            after, within = outside[:count][:, of], inside[:count]
            opening = np.logaddexp.reduceat(np.logaddexp(within + self.begin[at], after + self.alone[at]), begins, axis=1)
            inside[:count] = np.logaddexp(after + self.end[at], within + self.within[at])
            outside[:count] = np.logaddexp(outside[:count] + self.out[at], opening)
        return behind
