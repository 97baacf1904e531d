"""Which propositions say the very same, so that they need comparing only once?

A thousand copies of one report give each of its propositions once here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from saidwho.linking.facts import Fact
from saidwho.linking.judgements import NOTHING_DECIDED, Decided
from saidwho.types.numbers import number, number_of, timed

_WEEK = 7
# Of those of the same words, so many are told apart by where they stand; a thousandth copy tells no more of a text's neighbours.
TELLINGS = 40


class Telling(NamedTuple):
    """Where a proposition stands: its own number, the ids of document and statement, and the statement's number there."""

    proposition: int
    document: str
    statement: str
    voice: int


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """Propositions of the same words and setting. fact: the one of the smallest id, which stands for all.

    tellings: where they stand, by id, of many the first alone. statements, documents: ids. places: documents with the numbers
    of statements.
    """

    fact: Fact
    tellings: tuple[Telling, ...]
    statements: frozenset[str]
    documents: frozenset[str]
    places: frozenset[tuple[str, int]]


class Kept(NamedTuple):
    """What is kept of a node, besides its sketch: where it stands, and what stands there.

    fact: the id of its fact. day, place, keys: its positions in lists; see saidwho.linking.blocking. tellings: as of a node.
    """

    fact: str
    day: int
    place: int
    keys: tuple[int, ...]
    tellings: tuple[Telling, ...]


def node(fact: Fact, tellings: Iterable[Telling]) -> Node:
    """fact: that of the first telling. tellings: in any order."""
    kept = tuple(sorted(tellings)[:TELLINGS])
    return Node(
        fact=fact,
        tellings=kept,
        statements=frozenset(one.statement for one in kept),
        documents=frozenset(one.document for one in kept),
        places=frozenset((one.document, one.voice) for one in kept),
    )


def telling(fact: Fact) -> Telling:
    voice = fact.voice
    return Telling(proposition=number_of(fact.id), document=voice.document.id, statement=voice.id, voice=voice.number)


def fold(facts: Iterable[Fact]) -> tuple[Node, ...]:
    """Nodes by the id of their fact."""
    groups: dict[int, dict[Telling, Fact]] = {}
    for fact in facts:
        groups.setdefault(node_number(fact, NOTHING_DECIDED), {})[telling(fact)] = fact
    nodes = (node(group[min(group)], group) for group in groups.values())
    return tuple(sorted(nodes, key=lambda one: one.fact.id))


def node_number(fact: Fact, decided: Decided) -> int:
    """The number of the node that a proposition is folded into. What a person judged stands alone."""
    if decided.given is not None:
        return number("given", decided.given.get(fact.id, fact.id), *_sameness(fact))
    if fact.id in decided.apart:
        return number("apart", fact.id)
    return timed(number("node", *_sameness(fact)), fact.day, beside=number("beside", _beside(fact)))


def _beside(fact: Fact) -> object:
    """What most of those have in common that a proposition is compared with: the place, else the word that tells most."""
    places = ((place.geonameid or 0, place.name) for place in fact.places)
    return min(places, default=None) or max(fact.stems, key=lambda stem: (len(stem), stem), default="")


def _sameness(fact: Fact) -> tuple[object, ...]:
    """What must be equal: words, doers, place, time, figures, kind of event, and the week it was told in."""
    return (
        fact.words,
        fact.negated,
        fact.voice.statement.act == "deny",
        fact.event.type if fact.event else None,
        sorted(fact.doers),
        sorted(fact.receivers),
        sorted({(place.geonameid or 0, place.name) for place in fact.places}),
        (fact.days.first, fact.days.last) if fact.days else None,
        tuple((q.kind, q.low, q.high, q.daily) for q in fact.quantities),
        fact.day // _WEEK if fact.day is not None else None,
        _teller(fact),
    )


def _teller(fact: Fact) -> object:
    """Short words ("they had") say the same only where one speaker says them of one text's matter."""
    return fact.voice.document.id if len(fact.stems) < 3 else None
