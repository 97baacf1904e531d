"""Reports made without a reader, from texts whose every sentence is "NAME said ..."."""

import re
from datetime import UTC, datetime
from typing import Any

from saidwho.intake.drafts import Draft, freeze
from saidwho.record.keeping import Saved, Taken
from saidwho.record.record import Record
from saidwho.record.writer import RecordWriter, key_of_original
from saidwho.types.contract import report_shape
from saidwho.types.document import Document, Span
from saidwho.types.grounding import Actor, Figure, Grounding, Place, Speaker
from saidwho.types.ids import content_id, statement_id
from saidwho.types.original import Original
from saidwho.types.statement import AidPackage, AidStage, Event, Link, Proposition, Report, Statement

READER = "reader 1"

_SENTENCE = re.compile(r"([A-Z]\w+(?: [A-Z]\w+)*) (said|denied) that ([^.\n]+)\.")
_PLACES = {"Ilven": (48.5, 37.25, "UKR"), "Corvane": (31.5, 34.4, "PSE")}


def report_of(text: str, *, key: str | None = None, outlet: str | None = "The Harbour Courier", **fields: Any) -> Report:
    """Read a text by one pattern. fields: of Draft."""
    fields = {"published": "2023-11-16", "url": None, "title": None} | fields
    return read(freeze(Draft(text=text, key=key, outlet=outlet, language="en", **fields)))


def read(document: Document) -> Report:
    """Read a document by one pattern."""
    statements, mentions = [], {}
    for found in _SENTENCE.finditer(document.text):
        source, cue, content = (Span(start=found.start(n), end=found.end(n)) for n in (1, 2, 3))
        mentions.setdefault(found[1], []).append(source)
        statements.append(_statement(document, source, cue, content))
    actors = tuple(
        Actor(id=content_id(name), name=name, kind="person", role=None, of=None, country=None, wikidata=None, mentions=tuple(spans))
        for name, spans in mentions.items()
    )
    grounding = Grounding(
        actors=actors,
        speakers=tuple(statement.speaker for statement in statements if statement.speaker),
        places=tuple(_places(document.text, 0)),
        times=(),
        figures=tuple(_figures(document.text, 0)),
    )
    return Report(document=document, statements=tuple(statements), grounding=grounding, aid=tuple(_aid(statements)))


def shape_of(text: str, **fields: Any) -> dict[str, Any]:
    """The report of a text in the contract's shape."""
    return report_shape(report_of(text, **fields))


def original_of(report: dict[str, Any]) -> Original:
    """What a report was read from: its text."""
    document = report["document"]
    return Original(
        data=document["text"].encode(),
        media_type="text/plain",
        place=document["key"] or "report.txt",
        address=document["url"],
        fetched=datetime(2023, 11, 17, 8, tzinfo=UTC),
    )


def keep(record: Record, *reports: dict[str, Any], reader: str = READER) -> list[Saved]:
    """Archive reports and save them, as adding does."""
    with RecordWriter(record) as writer:
        originals = [original_of(report) for report in reports]
        kept = writer.archive(originals)
        taken = [Taken(report=report, originals=(key_of_original(one),)) for report, one in zip(reports, originals, strict=True)]
        return writer.save(originals=kept, reports=taken, reader=reader)


def _statement(document: Document, source: Span, cue: Span, content: Span) -> Statement:
    actor = content_id(source.of(document.text))
    identity = statement_id(document=document.id, content=(content,), cue=(cue,), source=(source,))
    words = content.of(document.text)
    proposition = Proposition(
        id=content_id([identity, [[content.start, content.end]]]),
        spans=(content,),
        negated=False,
        modality="actual",
        event=Event(type="ASSAULT", mode=None, span=content, score=0.9) if "struck" in words else None,
        actor=(),
        recipient=(),
        places=tuple(_places(words, content.start)),
        times=(),
        figures=tuple(_figures(words, content.start)),
        aid=content_id(["aid", document.id, content.start]) if "pledged" in words else None,
    )
    outlet = [Link(role="outlet", actor=None, name=document.outlet, span=None)] if document.outlet else []
    return Statement(
        id=identity,
        form="indirect",
        content=(content,),
        cue=(cue,),
        source=(source,),
        score=0.9,
        speaker=Speaker(source=(source,), actor=actor, score=0.9, why="named here"),
        act="deny" if cue.of(document.text) == "denied" else "assert",
        chain=(*outlet, Link(role="speaker", actor=actor, name=source.of(document.text), span=source)),
        propositions=(proposition,),
    )


def _places(text: str, start: int) -> list[Place]:
    found = re.finditer("|".join(_PLACES), text)
    return [_place(match[0], Span(start=start + match.start(), end=start + match.end())) for match in found]


def _place(name: str, span: Span) -> Place:
    lat, lon, country = _PLACES[name]
    return Place(
        span=span, name=name, geonameid=None, country=country, admin1=None, lat=lat, lon=lon, where_prec=1, use="literal", score=0.9
    )


def _figures(text: str, start: int) -> list[Figure]:
    return [_figure(int(m[1]), m[2], Span(start=start + m.start(), end=start + m.end())) for m in re.finditer(r"(\d+) (\w+)", text)]


def _figure(number: int, unit: str, span: Span) -> Figure:
    return Figure(
        span=span, low=number, high=number, qualifier=None, unit=unit, counts=None, of=None, victims=None, per=None, over=None,
        cumulative=False, since=None, as_of=None, part_of=None, currency=None,
    )  # fmt: skip


def _aid(statements: list[Statement]) -> list[AidPackage]:
    return [
        AidPackage(
            id=proposition.aid,
            donor=statement.speaker.actor if statement.speaker else None,
            recipient=None,
            kind="humanitarian",
            amount=None,
            funding=(),
            items=(),
            history=(AidStage(stage="pledged", amount=None, date="2023-11", statement=statement.id),),
        )
        for statement in statements
        for proposition in statement.propositions
        if proposition.aid
    ]
