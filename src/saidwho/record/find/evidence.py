"""Which originals back a selection of documents, and what are their bytes?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from saidwho.errors import ArchiveError
from saidwho.record import tables
from saidwho.record.find.searching import one_of
from saidwho.record.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """One original: member is its record in the archive, a gzip member of WARC 1.1. fetched: RFC 3339, UTC.

    title: of the first document that was read from it.
    """

    digest: str
    target: str
    media_type: str | None
    fetched: str
    title: str | None
    member: bytes


def originals_behind(record: Record, connection: sa.Connection, documents: Iterable[int]) -> Iterator[Backing]:
    """The originals that documents were read from, each once, in the order of digests and targets.

    documents: numbers. Left out are erased and lost originals, and those that hold what is withheld: the words of a withheld
    document, or of a report in which somebody is. Raises ArchiveError where the archive does not hold one.
    """
    table, link, document, reading = tables.originals, tables.document_originals, tables.documents, tables.readings
    wanted: set[int] = set()
    numbers = list(documents)
    for at in range(0, len(numbers), _MANY):
        asked = sa.select(link.c.original).where(one_of(link.c.document, numbers[at : at + _MANY]))
        wanted.update(connection.execute(asked).scalars())
    other, hidden = link.alias(), sa.or_(document.c.is_withheld, reading.c.shown.is_not(None), reading.c.erased.is_not(None))
    is_hidden = (
        sa.exists()
        .where(other.c.original == table.c.n, document.c.n == other.c.document, reading.c.document == document.c.n, hidden)
        .correlate(table)
    )
    title = sa.select(document.c.title).join(link, link.c.document == document.c.n).where(link.c.original == table.c.n)
    columns = [table.c.digest, table.c.target, table.c.file, table.c.offset, table.c.length, table.c.media_type, table.c.fetched]
    chosen = sa.select(*columns, title.order_by(document.c.n).limit(1).scalar_subquery().label("title"))
    rows: list[Any] = []
    ordered = sorted(wanted)
    for at in range(0, len(ordered), _MANY):
        part = chosen.where(one_of(table.c.n, ordered[at : at + _MANY]), table.c.erased.is_(None), ~table.c.is_lost, ~is_hidden)
        rows += connection.execute(part).all()
    for row in sorted(rows, key=lambda row: (row.digest, row.target)):
        yield Backing(
            digest=row.digest,
            target=row.target,
            media_type=row.media_type,
            fetched=row.fetched,
            title=row.title,
            member=_bytes(record, row.file, offset=row.offset, length=row.length),
        )


_MANY = 1000  # numbers that one query holds


def _bytes(record: Record, name: str, *, offset: int, length: int) -> bytes:
    path = record.location.archive / name
    try:
        with path.open("rb") as stream:
            stream.seek(offset)
            data = stream.read(length)
    except OSError as error:
        raise ArchiveError(f"{path} cannot be read: {error.strerror or error}.") from error
    if len(data) < length:
        raise ArchiveError(f"{path} ends before the original at {offset}. Run saidwho verify.")
    return data
