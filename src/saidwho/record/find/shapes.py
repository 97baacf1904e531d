"""What was found, in the shapes of the contract, with what is needed to read it alone."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.bodies import report_in
from saidwho.record.find.actors import FoundActor
from saidwho.record.find.aid import FoundAid
from saidwho.record.find.changes import FoundChange
from saidwho.record.find.documents import FoundDocument
from saidwho.record.find.figures import FoundFigure
from saidwho.record.find.parts import Parts
from saidwho.record.find.places import FoundPlace
from saidwho.record.find.searching import one_of
from saidwho.record.find.statements import FoundStatement
from saidwho.record.keys import PLACES
from saidwho.types.contract import VERSION

Shape = dict[str, Any]

# What of a document goes with each of its parts.
_HEADING = ("id", "key", "work", "outlet", "url", "title", "published")


def report_of(connection: sa.Connection, document: int) -> Shape:
    """The reading of a document that stands, as views may show it, by the document's number."""
    return report_in(connection.execute(_READING, {"document": document}).one().body)


def parts_of(connection: sa.Connection, documents: Iterable[int]) -> dict[int, Parts]:
    """The readings that stand, as views may show them, by the number of the document."""
    return {document: Parts(body) for document, body in _bodies(connection, documents).items()}


def _bodies(connection: sa.Connection, documents: Iterable[int]) -> dict[int, bytes]:
    asked = _reading().where(one_of(tables.readings.c.document, documents))
    return {row.document: row.body for row in connection.execute(asked).all()}


def _reading() -> sa.Select[Any]:
    reading = tables.readings
    body = sa.func.coalesce(reading.c.shown, reading.c.body).label("body")
    return sa.select(reading.c.document, body).where(reading.c.is_current)


# Built once: to build a question takes as long as to answer it.
_READING = _reading().where(tables.readings.c.document == sa.bindparam("document"))


def statement_shapes(connection: sa.Connection, found: Sequence[FoundStatement]) -> list[Shape]:
    """Statements as the contract writes them. Besides: quote, document (its heading), actors (those that are named in it)."""
    reports = parts_of(connection, {one.n // PLACES for one in found})
    return [statement_shape(reports[one.n // PLACES], one.id) for one in found if one.n // PLACES in reports]


def statement_shape(report: Parts, identity: str) -> Shape:
    """One statement of a report."""
    statement = report.statement(identity)
    text = report.document["text"]
    named = _actors_in(statement)
    return {
        "saidwho": VERSION,
        **statement,
        "quote": " … ".join(text[start:end] for start, end in statement["content"]),
        "document": heading(report),
        "actors": [actor for actor in report.actors if actor["id"] in named],
    }


def _actors_in(statement: Shape) -> set[str]:
    named = {statement["speaker"], *(link["actor"] for link in statement["chain"])}
    for part in statement["propositions"]:
        named |= {*part["actor"], *part["recipient"], *(figure["of"] for figure in part["figures"])}
    return named


def heading(report: Parts) -> Shape:
    """What of a document goes with each of its parts: no text."""
    return {name: report.document[name] for name in _HEADING}


def figure_shapes(connection: sa.Connection, found: Sequence[FoundFigure]) -> list[Shape]:
    """Figures as the contract writes them. Besides: words, of_name, statement, proposition, quote, speaker, document."""
    reports = parts_of(connection, {one.n // PLACES for one in found})
    shapes = []
    for one in found:
        report = reports.get(one.n // PLACES)
        if report:
            told: Shape = {"words": one.words, "of_name": one.of, "statement": one.statement, "proposition": one.proposition}
            told |= {"quote": one.quote, "speaker": one.speaker, "document": heading(report)}
            shapes.append({"saidwho": VERSION, **report.figures[one.n % PLACES], **told})
    return shapes


def aid_shapes(connection: sa.Connection, found: Sequence[FoundAid]) -> list[Shape]:
    """Packages as the contract writes them. Besides: donor_name, recipient_name, document."""
    headings = _headings(connection, {one.n // PLACES for one in found})
    return [
        {
            "saidwho": VERSION,
            **json.loads(one.shape),
            "donor_name": one.donor,
            "recipient_name": one.recipient,
            "document": headings[one.n // PLACES],
        }
        for one in found
        if one.n // PLACES in headings
    ]


def _headings(connection: sa.Connection, documents: Iterable[int]) -> dict[int, Shape]:
    """The headings of documents by their numbers, without unpacking what was read in them."""
    table = tables.documents
    asked = sa.select(table.c.n, *(table.c[name] for name in _HEADING)).where(one_of(table.c.n, documents))
    return {row.n: {name: row._mapping[name] for name in _HEADING} for row in connection.execute(asked)}


def document_shapes(connection: sa.Connection, found: Sequence[FoundDocument]) -> list[Shape]:
    """Documents without their texts; see document_shape."""
    del connection  # the row has it all
    return [document_shape(one) for one in found]


def plain_shapes(connection: sa.Connection, found: Sequence[FoundActor | FoundPlace | FoundChange]) -> list[Shape]:
    """Actors, places or changes; see plain_shape."""
    del connection  # the row has it all
    return [plain_shape(one) for one in found]


def document_shape(found: FoundDocument) -> Shape:
    """A document's fields of the contract but its text. Besides: characters, statements, revision, is_latest."""
    return {"saidwho": VERSION, **{name: value for name, value in asdict(found).items() if name not in ("n", "taken")}}


def plain_shape(found: FoundActor | FoundPlace | FoundChange) -> Shape:
    """An actor, a place or a change with all that the record tells of it."""
    return {"saidwho": VERSION, **{name: value for name, value in asdict(found).items() if name != "n"}}
