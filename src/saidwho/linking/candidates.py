"""Which pairs of propositions share a key, without comparing all with all?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from saidwho.linking.blocking import keys
from saidwho.linking.facts import Fact
from saidwho.linking.nodes import Node

# In a block larger than this each is compared with so many neighbours in time alone (sorted neighbourhood, Hernandez and
# Stolfo 1995): a speaker quoted in 50,000 reports costs 50,000 times this, not its square.
WINDOW = 40
# Propositions that follow each other in one text so closely are compared, since they often tell of one happening.
TOGETHER = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """pairs: by their places in the sequence, the smaller first. cut: keys of blocks that were not compared in full."""

    pairs: frozenset[tuple[int, int]]
    cut: tuple[str, ...]


def candidates(nodes: Sequence[Node]) -> Candidates:
    """All pairs worth comparing; the order of nodes does not matter."""
    facts = [node.fact for node in nodes]
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, fact in enumerate(facts):
        for key in keys(fact):
            blocks[key].append(number)
    pairs: set[tuple[int, int]] = set()
    cut = []
    for text in _by_text(nodes).values():
        pairs.update((one, other) for one, other in _pairs(text, reach=TOGETHER))
    for key, members in blocks.items():
        if len(members) > WINDOW:
            cut.append(key)
        pairs.update(_pairs(_in_time(members, facts)))
    return Candidates(pairs=frozenset(pairs), cut=tuple(sorted(cut)))


def _by_text(nodes: Sequence[Node]) -> dict[str, list[int]]:
    """The nodes of each text, in its order."""
    texts: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, node in enumerate(nodes):
        for fact in node.facts[:WINDOW]:
            texts[fact.voice.document.id].append(
                (fact.voice.number, fact.proposition.spans[0].start if fact.proposition.spans else 0, number)
            )
    return {text: [number for _, _, number in sorted(found)] for text, found in texts.items()}


def _in_time(members: Iterable[int], facts: Sequence[Fact]) -> list[int]:
    return sorted(members, key=lambda n: (facts[n].day or 0, facts[n].stems, facts[n].id))


def _pairs(ordered: list[int], *, reach: int = WINDOW) -> Iterator[tuple[int, int]]:
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + reach]:
            if one != other:
                yield (one, other) if one < other else (other, one)
