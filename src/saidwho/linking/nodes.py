"""Which propositions say the very same, so that they need comparing only once?

A thousand copies of one report give each of its propositions once here.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from saidwho.linking.facts import Fact

_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Node:
    """Propositions of the same words and setting. fact: the one of the smallest id, which stands for all.

    statements, documents: ids of all. places_in: for each document, the numbers of the statements there.
    """

    fact: Fact
    facts: tuple[Fact, ...]
    statements: frozenset[str]
    documents: frozenset[str]


def fold(facts: Iterable[Fact], *, apart: frozenset[str] = frozenset()) -> tuple[Node, ...]:
    """Nodes by the id of their fact. apart: ids of propositions that a person judged, which stand alone."""
    groups: dict[object, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(fact.id if fact.id in apart else _sameness(fact), []).append(fact)
    nodes = (_node(sorted(group, key=lambda fact: fact.id)) for group in groups.values())
    return tuple(sorted(nodes, key=lambda node: node.fact.id))


def _node(group: list[Fact]) -> Node:
    return Node(
        fact=group[0],
        facts=tuple(group),
        statements=frozenset(fact.voice.id for fact in group),
        documents=frozenset(fact.voice.document.id for fact in group),
    )


def _sameness(fact: Fact) -> object:
    """What must be equal: words, doers, place, time, figures, kind of event, and the week it was told in."""
    return (
        fact.words,
        fact.negated,
        fact.voice.statement.act == "deny",
        fact.event.type if fact.event else None,
        fact.doers,
        fact.receivers,
        frozenset((place.geonameid, place.name) for place in fact.places),
        fact.days,
        tuple((q.kind, q.low, q.high, q.daily) for q in fact.quantities),
        fact.day // _WEEK if fact.day is not None else None,
        _teller(fact),
    )


def _teller(fact: Fact) -> object:
    """Short words ("they had") say the same only where one speaker says them of one text's matter."""
    return fact.voice.document.id if len(fact.stems) < 3 else None
