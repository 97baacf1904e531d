"""Which spans of a chain are worth giving, where each is right with some probability only?

The best sequence of tags is right as a whole more often than any other, but its single spans are not the surest ones: where two
ends of a quotation share the probability, their sequence may lose to one without the quotation. What is scored is spans, so spans
are weighed: each gains its probability and costs what a wrong one costs, and those that do not overlap and gain most are given.
For the F1 of spans the right cost is about half of the F1 that is reached (Jansche 2007; Goodman 1996 for the way of choosing).
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from saidwho.reading.decoding import Chain, Floats, Lines, WordSpan, backward, forward

# A span that is less likely is never given; most of a text has none that is more.
_FLOOR = 0.02
# So many ends are tried for each beginning, nearest first: hardly any has more than three that are likely.
_ENDS = 48

Doubles = NDArray[np.float64]


def weigh_spans(logits: Floats, lines: NDArray[np.int32], chain: Chain, costs: Mapping[str, float]) -> list[WordSpan]:
    """The spans that gain most together, in the order of the text.

    logits: (words, tags). lines: (words,), the line each word stands in. costs: of a span of each kind, 0 to 1: a span less likely is
    never worth it.
    """
    return Chances.of(logits, lines, chain).best(costs)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Chances:
    """How likely each span of a text is. starts: of each line, in words, in the order of the text."""

    starts: list[int]
    lines: "list[_Line]"

    @classmethod
    def of(cls, logits: Floats, lines: NDArray[np.int32], chain: Chain) -> "Chances":
        """Of scores of tags: see weigh_spans."""
        if not len(logits):
            return cls(starts=[], lines=[])
        cut = Lines.of(lines)
        ahead, total = forward(logits, cut, chain)
        behind = backward(logits, cut, chain)
        parts = [slice(start, start + length) for start, length in sorted(zip(cut.starts.tolist(), cut.lengths.tolist(), strict=True))]
        return cls(
            starts=[part.start for part in parts],
            lines=[
                _Line(logits=logits[part].astype(np.float64), ahead=ahead[part], behind=behind[part] - total[part.start], chain=chain)
                for part in parts
            ],
        )

    def best(self, costs: Mapping[str, float]) -> list[WordSpan]:
        """The spans that gain most together, in the order of the text; see weigh_spans."""
        found: list[WordSpan] = []
        for start, line in zip(self.starts, self.lines, strict=True):
            likely = [span for kind, cost in costs.items() for span in line.likely(kind, floor=max(cost, _FLOOR))]
            found += [_moved(span, start) for span in _best(likely, len(line.logits), costs)]
        return sorted(found, key=lambda span: span.first)

    def between(self, taken: Sequence[WordSpan], kind: str, *, cost: float, near: Sequence[WordSpan]) -> list[WordSpan]:
        """The spans of a kind that gain most where none is taken, in the lines of some spans and those beside them."""
        wanted = {at + step for at in map(self._line_of, near) for step in (-1, 0, 1)}
        full = np.zeros(sum(len(line.logits) for line in self.lines), dtype=np.int64)
        for span in taken:
            full[span.first : span.past] = 1
        sums = np.concatenate(([0], np.cumsum(full)))
        found: list[WordSpan] = []
        for at in sorted(wanted & set(range(len(self.lines)))):
            start, line = self.starts[at], self.lines[at]
            free = [span for span in line.likely(kind, floor=max(cost, _FLOOR)) if _is_free(_moved(span, start), sums)]
            found += [_moved(span, start) for span in _best(free, len(line.logits), {kind: cost})]
        return sorted(found, key=lambda span: span.first)

    def _line_of(self, span: WordSpan) -> int:
        return bisect_right(self.starts, span.first) - 1


def _is_free(span: WordSpan, sums: NDArray[np.int64]) -> bool:
    """sums: so many words are taken before each word, and before the end."""
    return bool(sums[span.first] == sums[span.past])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Line:
    """One line: its scores, and log sums of all paths up to each word, and from it on as shares of all paths."""

    logits: Doubles
    ahead: Doubles
    behind: Doubles
    chain: Chain

    def likely(self, kind: str, *, floor: float) -> list[WordSpan]:
        """The spans of a kind that are at least so likely."""
        begin, inside, end, single = (self.chain.tags.index(f"{place}-{kind}") for place in "BIES")
        alone = _odds(self.ahead[:, single] + self.behind[:, single])
        found = [WordSpan(first=at, past=at + 1, kind=kind, score=float(alone[at])) for at in np.flatnonzero(alone >= floor).tolist()]
        firsts = np.flatnonzero(_odds(self.ahead[:, begin] + self.behind[:, begin]) >= floor)
        lasts = np.flatnonzero(_odds(self.ahead[:, end] + self.behind[:, end]) >= floor)
        steps = self.chain.steps.astype(np.float64)
        run = np.cumsum(self.logits[:, inside] + steps[inside, inside])
        closing = self.logits[:, end] + self.behind[:, end]
        for first in firsts.tolist():
            ends = lasts[np.searchsorted(lasts, first, side="right") :][:_ENDS]
            # Between beginning and end stand as many insides; none where the end comes next.
            between = steps[begin, inside] + run[ends - 1] - run[first] - steps[inside, inside] + steps[inside, end]
            odds = _odds(self.ahead[first, begin] + np.where(ends == first + 1, steps[begin, end], between) + closing[ends])
            found += [
                WordSpan(first=first, past=last + 1, kind=kind, score=float(share))
                for last, share in zip(ends.tolist(), odds.tolist(), strict=True)
                if share >= floor
            ]
        return found


def _odds(logs: Doubles) -> Doubles:
    odds: Doubles = np.exp(np.minimum(logs, 0.0))
    return odds


def _best(likely: list[WordSpan], length: int, costs: Mapping[str, float]) -> list[WordSpan]:
    """Spans that do not overlap and whose probabilities exceed their costs most, in sum."""
    ending: dict[int, list[WordSpan]] = {}
    for span in likely:
        ending.setdefault(span.past, []).append(span)
    gains: list[float] = [0.0] * (length + 1)
    last: list[WordSpan | None] = [None] * (length + 1)
    for past in range(1, length + 1):
        gains[past] = gains[past - 1]
        for span in ending.get(past, ()):
            gain = gains[span.first] + span.score - costs[span.kind]
            if gain > gains[past]:
                gains[past], last[past] = gain, span
    chosen: list[WordSpan] = []
    past = length
    while past:
        best = last[past]
        past = best.first if best else past - 1
        chosen += [best] if best else []
    return chosen


def _moved(span: WordSpan, by: int) -> WordSpan:
    return WordSpan(first=span.first + by, past=span.past + by, kind=span.kind, score=span.score)
