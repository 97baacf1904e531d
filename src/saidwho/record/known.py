"""Which documents does a record have already, under whatever date they come?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.bodies import report_in
from saidwho.record.dialects import plain
from saidwho.types.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the record has of a document. is_read: by the reader that was asked for, or under another date."""

    document: str
    revision: int
    is_withheld: bool
    is_read: bool


def known_documents(connection: sa.Connection, wanted: Sequence[Document], *, reader: str) -> dict[str, Known]:
    """Which documents the record has, by id; also those whose page has the same text under another date."""
    if not wanted:
        return {}
    table, reading = tables.documents, tables.readings
    is_read = sa.exists().where(reading.c.document == table.c.n, reading.c.reader == reader)
    asked = sa.select(table.c.id, table.c.revision, table.c.is_withheld, is_read.label("is_read"))
    rows = connection.execute(asked.where(table.c.id.in_({document.id for document in wanted})))
    found = {row.id: Known(document=row.id, revision=row.revision, is_withheld=row.is_withheld, is_read=row.is_read) for row in rows}
    others = {plain(document.work): document for document in wanted if document.id not in found}
    for row in newest_of(connection, list(others)).values():
        document = others[row.work]
        if has_text(connection, row.n, document.text):
            found[document.id] = Known(document=row.id, revision=row.revision, is_withheld=row.is_withheld, is_read=True)
    return found


def newest_of(connection: sa.Connection, works: Sequence[str]) -> dict[str, Any]:
    """The newest revision of pages, by work: rows with n, id, work, revision, is_latest, is_withheld."""
    table = tables.documents
    columns = [table.c[name] for name in ("n", "id", "work", "revision", "is_latest", "is_withheld")]
    rows = connection.execute(sa.select(*columns).where(table.c.work.in_(works)).order_by(table.c.revision)) if works else ()
    return {row.work: row for row in rows}


def has_text(connection: sa.Connection, document: int, text: str) -> bool:
    """Whether the reading of a document that stands was made of a text. document: its number."""
    reading = tables.readings
    asked = sa.select(reading.c.body).where(reading.c.document == document, reading.c.is_current)
    body = connection.execute(asked).scalar_one_or_none()
    return body is not None and report_in(body)["document"]["text"] == text
