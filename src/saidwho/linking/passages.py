"""Which words do two texts share in the same order?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from saidwho.types.document import Span
from saidwho.types.linking import Passage

_WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
# Runs are found by so many words in a row; fewer are shared by chance.
SHINGLE = 5
# A run that two texts share must be so long to prove anything: stock phrases ("at a press briefing in Washington") are shorter.
_SHORTEST = 8
# A word that stands at more places than this in one text finds no run by itself.
_PLACES = 20


@dataclass(frozen=True, kw_only=True, eq=False)
class Wording:
    """The words of a text, lower case, and where they stand. What is made of them is made once: a text is held against many."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    @cached_property
    def shingles(self) -> list[str]:
        return [" ".join(self.words[i : i + SHINGLE]) for i in range(len(self.words) - SHINGLE + 1)]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each shingle stands, of many places the first alone."""
        found: dict[str, list[int]] = {}
        for at, shingle in enumerate(self.shingles):
            found.setdefault(shingle, []).append(at)
        return {shingle: places[:_PLACES] for shingle, places in found.items()}


def wording(text: str) -> Wording:
    found = list(_WORD.finditer(text))
    return Wording(words=tuple(m[0].lower().replace("’", "'") for m in found), spans=tuple(m.span() for m in found))


def shared_passages(here: Wording, there: Wording, *, shortest: int = _SHORTEST) -> tuple[tuple[int, int, int], ...]:
    """Maximal runs of words that both have: first word here, first word there, length; each word of here in one at most.

    The longest are taken first. Time is linear in the words, save for texts that repeat themselves.
    """
    places = there.places
    runs = []
    reached: dict[int, int] = {}  # by diagonal: the word here up to which a run was followed
    for at, shingle in enumerate(here.shingles):
        for other in places.get(shingle, ()):
            if reached.get(other - at, -1) <= at:
                length = _length(here.words, there.words, at, other)
                reached[other - at] = at + length
                runs.append((at, other, length))
    return tuple(sorted(_apart([run for run in runs if run[2] >= shortest])))


def may_share(here: Wording, there: Wording, words: float) -> bool:
    """Whether shared passages may hold so many words of a text, told from the shingles alone."""
    return bool(is_enough(sum(map(there.places.__contains__, here.shingles)), words))


def is_enough(shared: Any, words: Any) -> Any:
    """Whether so many shingles that two texts share may hold so many words in shared passages; numbers, or columns of numbers.

    A run of n words is n - SHINGLE + 1 shingles that both have, so that n is the largest part of them where n is the least.
    """
    return shared * _SHORTEST >= words * (_SHORTEST - SHINGLE + 1)


def _length(here: Sequence[str], there: Sequence[str], at: int, other: int) -> int:
    """How many words two texts share from two places on where they have the same shingle."""
    length = SHINGLE
    while at + length < len(here) and other + length < len(there) and here[at + length] == there[other + length]:
        length += 1
    return length


def _apart(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The longest runs that share no word here."""
    taken: set[int] = set()
    kept = []
    for run in sorted(runs, key=lambda r: (-r[2], r[0], r[1])):
        words = set(range(run[0], run[0] + run[2]))
        if not words & taken:
            taken |= words
            kept.append(run)
    return kept


def as_passages(runs: Sequence[tuple[int, int, int]], here: Wording, there: Wording) -> tuple[Passage, ...]:
    return tuple(Passage(here=_span(here, at, length), there=_span(there, other, length)) for at, other, length in runs)


def _span(words: Wording, at: int, length: int) -> Span:
    return Span(start=words.spans[at][0], end=words.spans[at + length - 1][1])
