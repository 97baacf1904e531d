"""Which two statements of a speaker report one act of speaking, and how surely?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from saidwho.linking.columns import Bools, Floats, Ints, Sets, coded, distinct, rows_of
from saidwho.linking.features import longest_run
from saidwho.linking.heard import Heard, day_of_heard
from saidwho.linking.sketches import word_number
from saidwho.linking.stems import STOP, stem
from saidwho.types.store import Row

# One act of speaking is told of within days; weekly briefings are a week apart.
DAYS = 5
# Quotations are trimmed and translated back: a run of so many words, or so much of the shorter one's words, makes them one.
_RUN, _SHARE, _LEAST = 4, 0.6, 3
# An indirect report tells the same in other words, so it must share more of them.
_INDIRECT = 0.7
# How surely two are of one act of speaking: told of one day, of neighbouring days, or further apart. What somebody says every
# day in the same words hangs together for years, and is taken apart by days.
_SAME_DAY, _NEXT_DAY, LATER = 3.0, 2.0, 1.0

# The groups that each of some statements holds propositions of.
Claims = Callable[[Mapping[int, Heard]], Mapping[int, frozenset[int]]]


def tie(pairs: Ints, kept: Mapping[int, Heard], claims: Claims) -> list[Row]:
    """The ties of those pairs that report one act of speaking, in their order. The same as why_tied says of one pair.

    kept: what is folded, by number; pairs of others are left out. claims: asked for those alone of which it decides.
    """
    ordered = sorted(kept)
    asked, places = rows_of(pairs, ordered)
    one, other = places.T
    told = _Pairs(rows=[kept[n] for n in ordered], one=one, other=other)
    tied, open_ = told.tied, np.flatnonzero(told.is_open & ~told.tied)
    holding = (
        claims({ordered[row]: told.rows[row] for row in distinct(np.concatenate((one[open_], other[open_]))).tolist()})
        if len(open_)
        else {}
    )
    for at in open_.tolist():
        here, there = asked[at].tolist()
        tied[at] = not holding[here].isdisjoint(holding[there])
    chosen = np.flatnonzero(tied)
    return [(*pair, strength) for pair, strength in zip(asked[chosen].tolist(), told.strength[chosen].tolist(), strict=True)]


@dataclass(frozen=True, kw_only=True, eq=False)
class _Pairs:
    """Pairs of rows, as columns."""

    rows: Sequence[Heard]
    one: Ints
    other: Ints

    @cached_property
    def tied(self) -> Bools:
        """Those that report one act of speaking whatever claims they hold."""
        found: Bools = self._may & (self._quote_same | (~self._is_one_text & (self._share >= _INDIRECT)))
        return found

    @cached_property
    def is_open(self) -> Bools:
        """Those that report one where they hold a claim together."""
        speaker = self._codes([row.speaker for row in self.rows])
        like = np.where(self._is_one_text, speaker[self.one] == speaker[self.other], self._share >= _INDIRECT / 2)
        found: Bools = self._may & like
        return found

    @cached_property
    def strength(self) -> Floats:
        """How surely those that are tied are of one act of speaking."""
        dated, apart = self._apart
        found: Floats = np.where(dated & (apart <= 1), np.where(apart == 0, _SAME_DAY, _NEXT_DAY), LATER)
        return found

    @cached_property
    def _apart(self) -> tuple[Bools, Ints]:
        """Whether the days of both are known, and how many lie between."""
        days = [day_of_heard(row) for row in self.rows]
        known = np.fromiter((day is not None for day in days), dtype=np.bool_, count=len(days))
        day = np.fromiter((day or 0 for day in days), dtype=np.int64, count=len(days))
        return known[self.one] & known[self.other], np.abs(day[self.one] - day[self.other])

    @cached_property
    def _may(self) -> Bools:
        """Those told of within days, and not said on different ones."""
        dated, apart = self._apart
        known = np.fromiter((row.spoken is not None for row in self.rows), dtype=np.bool_, count=len(self.rows))
        first = np.fromiter((row.spoken.first if row.spoken else 0 for row in self.rows), dtype=np.int64, count=len(self.rows))
        last = np.fromiter((row.spoken.last if row.spoken else 0 for row in self.rows), dtype=np.int64, count=len(self.rows))
        between = np.maximum(first[self.one] - last[self.other], first[self.other] - last[self.one])
        found: Bools = ~(dated & (apart > DAYS)) & ~(known[self.one] & known[self.other] & (between > 0))
        return found

    @cached_property
    def _is_one_text(self) -> Bools:
        text = self._codes([row.document for row in self.rows])
        found: Bools = text[self.one] == text[self.other]
        return found

    @cached_property
    def _share(self) -> Floats:
        """The share of the shorter one's words that both have; see _overlap."""
        content = Sets.of([tuple(map(word_number, row.content)) for row in self.rows])
        shortest = np.minimum(content.sizes[self.one], content.sizes[self.other])
        found: Floats = np.where(shortest >= _LEAST, content.shared(self.one, self.other) / np.maximum(shortest, 1), 0.0)
        return found

    @cached_property
    def _quote_same(self) -> Bools:
        quotes = np.fromiter((bool(row.quotes) for row in self.rows), dtype=np.bool_, count=len(self.rows))
        found: Bools = self._may & quotes[self.one] & quotes[self.other]
        for at in np.flatnonzero(found).tolist():
            found[at] = _quote_one(self.rows[self.one[at]], self.rows[self.other[at]])
        return found

    def _codes(self, values: Sequence[object]) -> Ints:
        return coded(values)[0]


def why_tied(here: Heard, there: Heard, *, shares_claim: bool) -> str | None:
    """Why two are of one act of speaking; None where nothing says so."""
    a, b = day_of_heard(here), day_of_heard(there)
    if a is not None and b is not None and abs(a - b) > DAYS:
        return None
    if here.spoken and there.spoken and here.spoken.apart(there.spoken) > 0:
        return None
    if _quote_one(here, there):
        return "they quote the same words"
    if here.document == there.document:
        return "they follow each other in one text" if shares_claim and here.speaker == there.speaker else None
    share = _overlap(here.content, there.content)
    return "they tell the same of one speaker" if share >= (_INDIRECT / 2 if shares_claim else _INDIRECT) else None


def _quote_one(here: Heard, there: Heard) -> bool:
    """Whether they quote the same words."""
    return any(_is_same_quote(x, y) for x in here.quotes for y in there.quotes)


def _is_same_quote(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shortest = min(len(one), len(other))
    if shortest < _LEAST:
        return False
    if longest_run(one, other) >= min(_RUN, shortest):
        return True
    return _overlap(frozenset(map(stem, one)) - STOP, frozenset(map(stem, other)) - STOP) >= _SHARE


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    shortest = min(len(one), len(other))
    return len(one & other) / shortest if shortest >= _LEAST else 0.0
