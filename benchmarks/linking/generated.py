"""Reports made up by a rule, to time linking on: many outlets tell of many events, some of them in the same words.

No text of them is meant to be read. One seed gives the same reports on every machine.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from saidwho.types.document import Document, Span
from saidwho.types.grounding import Actor, Figure, Grounding, Place, Speaker
from saidwho.types.ids import content_id, document_id, statement_id
from saidwho.types.statement import Event, Link, Proposition, Report, Statement

EVENTS = ("ASSAULT", "COERCE", "AID", "CONSULT", "MOBILIZE", "RETREAT", "PROTEST", "THREATEN")
_VERB_WORDS = "shelled seized supplied visited reinforced abandoned blocked menaced struck searched raided fortified"
_THING_WORDS = (
    "bridge depot market railway harbour hospital airfield checkpoint warehouse barracks refinery school convoy tower quarry dam mill "
    "church terminal junction archive laboratory orchard lighthouse stadium museum granary tunnel pier courthouse"
)
_VERBS, _THINGS = tuple(_VERB_WORDS.split()), tuple(_THING_WORDS.split())
_PLACES = 400
_STATEMENTS = 5  # a report
# So many reports tell of one event, on average; a fifth of them are copies.
_TOLD, _COPIED = 6, 0.2
# Two years.
DAYS = 720
_FIRST = date(2022, 1, 1)


def reports(statements: int, *, seed: int = 1, one_speaker: bool = False, days: int = DAYS) -> Iterator[Report]:
    """About so many statements in reports of five, told over so many days. one_speaker: all of one mouth."""
    rng = random.Random(seed)
    for number in range(max(1, statements // _STATEMENTS)):
        event = rng.randrange(max(1, statements // _STATEMENTS // _TOLD))
        yield _report(number, event, random.Random(f"{seed} {event}"), rng, one_speaker=one_speaker, days=days)


def _report(number: int, event: int, of_event: random.Random, rng: random.Random, *, one_speaker: bool, days: int) -> Report:
    day = _FIRST + timedelta(days=of_event.randrange(days))
    place, thing, verb = of_event.randrange(_PLACES), of_event.choice(_THINGS), of_event.choice(_VERBS)
    kind, nation = of_event.choice(EVENTS), of_event.choice(("usa", "rus", "ukr", "sdn", "isr", "syr"))
    is_copy = rng.random() < _COPIED
    extra = of_event if is_copy else rng
    words = [f"the {extra.choice(_THINGS)} at Place{place} was {verb} near the {thing}"]
    words += [f"forces {extra.choice(_VERBS)} the {extra.choice(_THINGS)} at Place{place}" for _ in range(_STATEMENTS - 2)]
    words += [f"{extra.randrange(2, 90)} people were killed at Place{place}"]
    return _written(number, day, nation, kind, place, words, one_speaker=one_speaker)


def _written(number: int, day: date, nation: str, kind: str, place: int, words: list[str], *, one_speaker: bool) -> Report:
    text = "\n".join(f"{said}, Speaker said." for said in words)
    outlet, published = f"Outlet {number % 997}", day.isoformat()
    key = f"generated {number}"
    identity = document_id(key=key, url=None, outlet=outlet, published=published, text=text)
    document = Document(
        id=identity, key=key, work=identity, outlet=outlet, url=None, title=None, byline=None, published=published, zone=None,
        language="en", text=text,
    )  # fmt: skip
    speaker = "white-house" if one_speaker else nation
    statements, at = [], 0
    for said in words:
        statements.append(_statement(identity, text, at, said, speaker, kind, place))
        at += len(said) + len(", Speaker said.\n")
    actor = Actor(id=speaker, name=speaker, kind="state", role=None, of=None, country=nation.upper(), wikidata=None, mentions=())
    grounding = Grounding(actors=(actor,), speakers=(), places=(), times=(), figures=())
    return Report(document=document, statements=tuple(statements), grounding=grounding)


def _statement(document: str, text: str, at: int, said: str, speaker: str, kind: str, place: int) -> Statement:
    content, cue = (Span(start=at, end=at + len(said)),), (Span(start=at + len(said) + 10, end=at + len(said) + 14),)
    source = (Span(start=at + len(said) + 2, end=at + len(said) + 9),)
    identity = statement_id(document=document, content=content, cue=cue, source=source)
    spot = Place(
        span=content[0], name=f"Place{place}", geonameid=place + 1, country="UKR", admin1=str(place % 25), lat=45 + place % 20 / 2,
        lon=25 + place // 20 / 2, where_prec=1, use="literal", score=1.0,
    )  # fmt: skip
    number = said.split(maxsplit=1)[0]
    figures = (_toll(content[0], int(number)),) if number.isdigit() else ()
    proposition = Proposition(
        id=content_id([identity, [[content[0].start, content[0].end]]]), spans=content, negated=False, modality="actual",
        event=None if figures else Event(type=kind, mode=None, span=content[0], score=0.9), actor=(), recipient=(), places=(spot,),
        times=(), figures=figures,
    )  # fmt: skip
    return Statement(
        id=identity, form="indirect", content=content, cue=cue, source=source, score=0.9, act="assert",
        speaker=Speaker(source=source, actor=speaker, score=1.0, why="generated"),
        chain=(Link(role="speaker", actor=speaker, name=speaker, span=None),), propositions=(proposition,),
    )  # fmt: skip


def _toll(span: Span, number: int) -> Figure:
    return Figure(
        span=span, low=number, high=number, qualifier=None, unit="people", counts="killed", of=None, victims=None, per=None, over=None,
        cumulative=False, since=None, as_of=None, part_of=None, currency=None,
    )  # fmt: skip
