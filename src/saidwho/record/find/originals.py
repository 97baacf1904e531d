"""From which originals was a document read, and what are their bytes?"""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from saidwho.errors import ArchiveError
from saidwho.record import tables
from saidwho.record.archive.members import Member
from saidwho.record.archive.reading import read_at
from saidwho.record.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundOriginal:
    """An original as a list shows it. digest: SHA-256 of its bytes, in hex. target: its address, or path.

    size: bytes. fetched: RFC 3339, UTC. file, offset, length: where it lies in the archive.
    """

    digest: str
    target: str
    size: int
    media_type: str | None
    fetched: str
    file: str
    offset: int
    length: int
    is_erased: bool


def originals_of(connection: sa.Connection, document: str) -> list[FoundOriginal]:
    """The originals of a document, by its id, in the order they came; none of one that is withheld."""
    return [FoundOriginal(**row._mapping) for row in connection.execute(_ORIGINALS, {"document": document})]


def _asked() -> sa.Select[Any]:
    table, link, owner = tables.originals, tables.document_originals, tables.documents
    columns = [table.c[name] for name in ("digest", "target", "size", "media_type", "fetched", "file", "offset", "length")]
    asked = sa.select(*columns, table.c.erased.is_not(None).label("is_erased"))
    asked = asked.join(link, link.c.original == table.c.n).join(owner, owner.c.n == link.c.document)
    return asked.where(owner.c.id == sa.bindparam("document"), ~owner.c.is_withheld, ~table.c.is_lost).order_by(table.c.n)


# Built once: to build a question takes as long as to answer it.
_ORIGINALS = _asked()


def original_of(record: Record, document: str, digest: str) -> Member:
    """The bytes of one original of a document. Raises ArchiveError where it is not there, or was erased."""
    found = [one for one in record.read(lambda connection: originals_of(connection, document)) if one.digest == digest]
    if not found:
        raise ArchiveError(f"The document {document[:16]} has no original {digest[:16]}.")
    if found[0].is_erased:
        raise ArchiveError(f"The original {digest[:16]} was erased.")
    return read_at(record.location.archive / found[0].file, offset=found[0].offset, length=found[0].length)
