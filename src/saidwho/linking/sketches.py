"""What of a node does comparing look at, as a few hundred bytes?

A report that comes is compared with hundreds of nodes of others, and hardly any of these pairs is of one claim. So a sketch is
kept beside each node: numbers in the place of words, and nothing that comparing does not ask for.
"""

import base64
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from saidwho.linking.against import is_denial, may_deny
from saidwho.linking.facts import Fact
from saidwho.linking.features import (
    DEEP,
    HEAD,
    TELLING,
    UNREAL,
    answers,
    is_harm,
    nations,
    refers,
    tells_last_night,
    tells_loosely,
    tells_rate,
)
from saidwho.linking.nodes import Node
from saidwho.linking.outcomes import outcomes_in
from saidwho.linking.quantities import Quantity
from saidwho.types.grounding import Place
from saidwho.types.numbers import number, number_of

# 47 bits tell the words of all languages apart.
_SHORTER = 16
# What is true or not of a proposition, each a bit.
NEGATED, DENY, TELLS, UNTOLD, LENT, HARM, REFERS = (1 << n for n in range(7))
HEADS, TOLL, DOING_NATION, SUFFERING_NATION, DENIAL, MAY_DENY, FOLLOWS, OWN_VOICE = (1 << n for n in range(7, 15))
RATE, LOOSE, ANSWERS, LAST_NIGHT = (1 << n for n in range(15, 19))
# From this bit on stand the states that it leaves things in; see outcomes.outcomes_of.
OUTCOMES = 19


class Spot(NamedTuple):
    """A place as saidwho.linking.spots compares them."""

    name: str
    geonameid: int | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    where_prec: int | None


class Amount(NamedTuple):
    """A figure as saidwho.linking.quantities compares them."""

    kind: str
    nation: str | None
    low: float | None
    high: float | None
    daily: tuple[float | None, float | None] | None


class Sketch(NamedTuple):
    """A node for comparing.

    fact: the id of the proposition that stands for it. clause: the number by which its vector goes. marks: bits.
    event: number of its kind, 0 for none, and how sure it is. first, last: of its days, None where the text tells none. open:
    whether these have an open end. then_first, then_last: of the days of its part of the text. day: when it was said, else printed;
    printed: when it was printed. speaker: number of the speaker's key, 0 for none. matter: number of the kind of event that its part of
    the text tells of, 0 for none.
    stems, names, about (names in its whole text), doers, receivers, conduct: numbers of words and keys.
    paragraphs: digests of the stems of its text's paragraphs, as letters; paragraph: the number of its own.
    there: the place of its part of the text, where it has none of its own. statements, documents: where it stands; places: documents
    with the numbers of statements there; tellings: numbers of its propositions, of many the first alone.
    """

    fact: str
    clause: int
    marks: int
    event: int
    score: float
    first: int | None
    last: int | None
    open: bool
    then_first: int | None
    then_last: int | None
    day: int | None
    printed: int | None
    speaker: int
    matter: int
    paragraphs: str
    paragraph: int
    stems: tuple[int, ...]
    names: tuple[int, ...]
    about: tuple[int, ...]
    doers: tuple[int, ...]
    receivers: tuple[int, ...]
    conduct: tuple[int, ...]
    spots: tuple[Spot, ...]
    there: tuple[Spot, ...]
    amounts: tuple[Amount, ...]
    statements: tuple[int, ...]
    documents: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    tellings: tuple[int, ...]

    def marked(self, bit: int) -> bool:
        return bool(self.marks & bit)


def sketch(one: Node) -> Sketch:
    """A node without what comparing does not look at."""
    fact = one.fact
    key = fact.voice.speaker.key if fact.voice.speaker else None
    alone = Sketch(
        fact=fact.id,
        clause=number("passage", fact.passage),
        marks=_marks(fact),
        event=word_number(fact.event.type) if fact.event else 0,
        score=fact.event.score if fact.event else 0.0,
        first=fact.days.first if fact.days else None,
        last=fact.days.last if fact.days else None,
        open=fact.days.is_open if fact.days else False,
        then_first=fact.then.first if fact.then else None,
        then_last=fact.then.last if fact.then else None,
        day=fact.day,
        printed=fact.voice.day,
        speaker=word_number(key) if key else 0,
        matter=word_number(fact.matter) if fact.matter else 0,
        stems=_numbers(fact.stems),
        names=_numbers(fact.names),
        about=_all_numbers(fact.voice.names),
        paragraphs=_letters(fact.voice.paragraphs),
        paragraph=fact.paragraph,
        doers=_numbers(fact.doers),
        receivers=_numbers(fact.receivers),
        conduct=_numbers(conduct.tag for conduct in fact.proposition.conduct),
        spots=tuple(_spot(place) for place in fact.places),
        # Where it has places of its own, they are these, and are not kept twice.
        there=tuple(_spot(place) for place in fact.there) if not fact.places else (),
        amounts=tuple(_amount(quantity) for quantity in fact.quantities),
        statements=(),
        documents=(),
        places=(),
        tellings=(),
    )
    return standing_at(alone, one)


def standing_at(found: Sketch, one: Node) -> Sketch:
    """A sketch of the fact of a node, as it stands where the node does."""
    return found._replace(
        statements=tuple(sorted({number_of(statement) for statement in one.statements})),
        documents=tuple(sorted(_document(document) for document in one.documents)),
        places=tuple(sorted((_document(document), voice) for document, voice in one.places)),
        tellings=tuple(sorted(telling.proposition for telling in one.tellings)),
    )


@lru_cache(maxsize=1 << 12)
def _document(identity: str) -> int:
    return number("document", identity)


@lru_cache(maxsize=1 << 16)
def word_number(word: str) -> int:
    return (number("word", word) >> _SHORTER) + 1


def _numbers(words: Iterable[str]) -> tuple[int, ...]:
    return tuple(sorted({word_number(word) for word in words}))


@lru_cache(maxsize=1 << 10)
def _all_numbers(words: frozenset[str]) -> tuple[int, ...]:
    return _numbers(words)


@lru_cache(maxsize=1 << 10)
def _letters(digests: bytes) -> str:
    return base64.b64encode(digests).decode("ascii")


def _marks(fact: Fact) -> int:
    voice, statement = fact.voice, fact.voice.statement
    told = (
        (NEGATED, fact.negated),
        (DENY, statement.act == "deny"),
        (TELLS, statement.act in TELLING),
        (UNTOLD, fact.modality in UNREAL),
        (LENT, fact.is_setting_lent),
        (HARM, is_harm(fact)),
        (REFERS, refers(fact)),
        (HEADS, voice.number < HEAD),
        (TOLL, any(quantity.figure.counts for quantity in fact.quantities)),
        (DOING_NATION, bool(nations(fact.doers))),
        (SUFFERING_NATION, bool(nations(fact.receivers))),
        (DENIAL, is_denial(voice)),
        (MAY_DENY, may_deny(voice)),
        (FOLLOWS, voice.number >= DEEP),
        (OWN_VOICE, statement.form == "own voice"),
        (RATE, tells_rate(fact)),
        (LOOSE, tells_loosely(fact)),
        (ANSWERS, answers(fact)),
        (LAST_NIGHT, tells_last_night(fact)),
    )
    return sum(bit for bit, is_so in told if is_so) | outcomes_in(fact) << OUTCOMES


def _spot(place: Place) -> Spot:
    return Spot(
        name=place.name,
        geonameid=place.geonameid,
        country=place.country,
        admin1=place.admin1,
        lat=place.lat,
        lon=place.lon,
        where_prec=place.where_prec,
    )


def _amount(quantity: Quantity) -> Amount:
    return Amount(kind=quantity.kind, nation=quantity.nation, low=quantity.low, high=quantity.high, daily=quantity.daily)
