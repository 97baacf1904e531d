"""Which pairs of propositions share a key, without comparing all with all?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from saidwho.linking.blocking import keys
from saidwho.linking.facts import Fact

# In a block larger than this each is compared with so many neighbours in time alone (sorted neighbourhood, Hernandez and
# Stolfo 1995): a speaker quoted in 50,000 reports costs 50,000 times this, not its square.
WINDOW = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """pairs: by their places in the sequence, the smaller first. cut: keys of blocks that were not compared in full."""

    pairs: frozenset[tuple[int, int]]
    cut: tuple[str, ...]


def candidates(facts: Sequence[Fact]) -> Candidates:
    """All pairs worth comparing; the order of facts does not matter."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, fact in enumerate(facts):
        for key in keys(fact):
            blocks[key].append(number)
    pairs: set[tuple[int, int]] = set()
    cut = []
    for key, members in blocks.items():
        if len(members) > WINDOW:
            cut.append(key)
        pairs.update(_pairs(_in_time(members, facts)))
    return Candidates(pairs=frozenset(pairs), cut=tuple(sorted(cut)))


def _in_time(members: Iterable[int], facts: Sequence[Fact]) -> list[int]:
    return sorted(members, key=lambda n: (facts[n].day or 0, facts[n].stems, facts[n].id))


def _pairs(ordered: list[int]) -> Iterator[tuple[int, int]]:
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + WINDOW]:
            yield (one, other) if one < other else (other, one)
