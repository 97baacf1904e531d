"""How is a document, or a person's data, taken out of every view, and where the law asks, off the disk?

Withholding adds an entry to the log and never takes one away, so what was promised of the log still holds. Erasing has
two steps, so that a crash between them leaves nothing half done: the database says what is due, then the bytes go; a
writer that opens the record finishes what is due.
"""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from saidwho.errors import ArchiveError, RecordError
from saidwho.record import tables
from saidwho.record.archive.members import tombstone_member
from saidwho.record.archive.writing import write_over
from saidwho.record.bodies import body_of, report_in
from saidwho.record.clock import now
from saidwho.record.dialects import add_words, insert_rows, scrub
from saidwho.record.keeping import next_number
from saidwho.record.keys import key_of
from saidwho.record.linkstore import clear_links
from saidwho.record.log.entries import Entry, append_entries
from saidwho.record.log.mirror import mirror_log
from saidwho.record.record import Record
from saidwho.record.redaction import called, person_of, redact
from saidwho.record.removing import in_parts, remove_parts, remove_quotes
from saidwho.record.rows import document_row, rows_of
from saidwho.types.ids import content_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """What was withheld. kind: document or actor. documents: how many no longer show it. originals: how many were erased."""

    kind: str
    item: str
    documents: int
    originals: int


def withhold(record: Record, identity: str, *, reason: str, erase: bool = False) -> Withheld:
    """Take a document, or an actor and what they said, out of every view and export.

    identity: the id of a document, a statement of it, or an actor, its beginning will do; or an actor's name. Whoever has
    the same name is taken for the same: each document has ids of its own for the people in it.
    erase: also erase the bytes of the originals that hold it, and what the readings keep of it.
    Raises RecordError where there is no such thing, or no reason.
    """
    if not reason.strip():
        raise RecordError("Say why it is withheld: --reason TEXT. The reason stays in the record.")
    kind, item = record.read(lambda connection: _resolve(connection, identity))
    documents = record.write(lambda connection: _withhold(connection, kind=kind, item=item, reason=reason, erase=erase))
    originals = finish_erasures(record)
    mirror_log(record)
    return Withheld(kind=kind, item=item, documents=documents, originals=originals)


def _resolve(connection: sa.Connection, identity: str) -> tuple[str, str]:
    """What an id or a name stands for: (kind, what it is withheld by)."""
    document, statement, actor, earlier = tables.documents, tables.statements, tables.actors, tables.withholdings
    named = _is_named(actor.c.id, identity) | (actor.c.key == key_of(identity))
    found = {("actor", person_of(name)) for name in connection.execute(sa.select(actor.c.name).where(named)).scalars()}
    owner = sa.select(document.c.id).join(statement, statement.c.document == document.c.n)
    for asked in (sa.select(document.c.id).where(_is_named(document.c.id, identity)), owner.where(_is_named(statement.c.id, identity))):
        found |= {("document", item) for item in connection.execute(asked.limit(2)).scalars()}
    again = sa.select(earlier.c.kind, earlier.c.item).where(_is_named(earlier.c.item, identity) | (earlier.c.item == person_of(identity)))
    found |= {(row.kind, row.item) for row in connection.execute(again)}
    if len(found) != 1:
        what = "No document, statement or actor has" if not found else "More than one thing has"
        raise RecordError(f"{what} the id or the name {identity!r}. Give at least 8 characters of an id, or an actor's whole name.")
    return found.pop()


def _is_named(column: sa.Column[str], identity: str) -> sa.ColumnElement[bool]:
    """Whether an id is meant: by its beginning where it is a hash, else as a whole, as the names of the register are."""
    if len(identity) < 8 or not set(identity) <= set("0123456789abcdef"):
        return column == identity
    return sa.and_(column >= identity, column < identity + "g")


def _withhold(connection: sa.Connection, *, kind: str, item: str, reason: str, erase: bool) -> int:
    """Withhold in one transaction. Returns how many documents it touched."""
    at = now()
    table = tables.withholdings
    same = sa.select(table.c.n).where(table.c.item == item, table.c.erasure.is_not(None) if erase else sa.true())
    if connection.execute(same).first() is not None:
        return 0  # withheld already, and no more is asked now
    identity = content_id([kind, item, reason, at])
    row = {"n": next_number(connection, table), "id": identity, "kind": kind, "item": item, "reason": reason, "at": at}
    connection.execute(sa.insert(table), row | {"erasure": "due" if erase else None})
    told: dict[str, Any] = {"what": kind, "item": item, "reason": reason, "at": at, "erased": []}
    entries: list[Entry] = []
    documents = _documents_of(connection, kind, item)
    for document in documents:
        entries += _hide(connection, document, kind=kind, item=item, withholding=identity, erase=erase)
    if erase:
        clear_links(connection)  # what linking keeps of it goes as well; the record is linked anew without it
        told["erased"] = _mark_originals(connection, [document.n for document in documents], withholding=identity)
    append_entries(connection, [Entry(kind="withholding", item=identity, told=told), *entries])
    change = tables.changes
    number = next_number(connection, change)
    connection.execute(sa.insert(change), {"n": number, "at": at, "kind": "withheld", "item": item, "note": kind})
    return len(documents)


def _documents_of(connection: sa.Connection, kind: str, item: str) -> list[Any]:
    """The documents that a withholding touches."""
    document, reading = tables.documents, tables.readings
    if kind == "document":
        return list(connection.execute(sa.select(document).where(document.c.id == item)))
    share, actor = tables.document_actors, tables.actors
    everybody = connection.execute(sa.select(actor.c.n, actor.c.name), execution_options={"yield_per": 1000})
    numbers: set[int] = set()
    for part in in_parts([row.n for row in everybody if person_of(row.name) == item]):
        numbers |= set(connection.execute(sa.select(share.c.document).where(share.c.actor.in_(part))).scalars())
    # Where the actor is withheld already, no row leads there any more, and only the reading as it was made tells.
    for row in connection.execute(sa.select(reading.c.document, reading.c.body).where(reading.c.shown.is_not(None), reading.c.is_current)):
        if called(report_in(row.body), item):
            numbers.add(row.document)
    return [connection.execute(sa.select(document).where(document.c.n == number)).one() for number in sorted(numbers)]


def _hide(connection: sa.Connection, document: Any, *, kind: str, item: str, withholding: str, erase: bool) -> list[Entry]:
    """Take away a document's rows, and put back those that may be shown. Returns what the log says of changed readings."""
    remove_quotes(connection, document)
    remove_parts(connection, document.n)
    entries = []
    reading = tables.readings
    for row in connection.execute(sa.select(reading).where(reading.c.document == document.n)).all():
        report = report_in(row.shown or row.body)
        hidden = _emptied(report) if kind == "document" else redact(report, called(report, item))
        values: dict[str, Any] = {"shown": body_of(hidden).deflated}
        if erase:
            kept = body_of(hidden)
            values = {"body": kept.deflated, "shown": None, "erased": withholding}
            told = {"reading": row.id, "sha256": kept.sha256}
            entries.append(Entry(kind="erasure", item=row.id, told={"withholding": withholding, **told}))
        connection.execute(sa.update(reading).where(reading.c.n == row.n).values(**values))
        if row.is_current:
            _show(connection, document, hidden, is_withheld=kind == "document")
    return entries


def _show(connection: sa.Connection, document: Any, report: dict[str, Any], *, is_withheld: bool) -> None:
    table = tables.documents
    row = {name: value for name, value in document_row(report, number=document.n).items() if name not in ("n", "id", "work", "day")}
    connection.execute(sa.update(table).where(table.c.n == document.n).values(**row, is_withheld=is_withheld or document.is_withheld))
    if is_withheld or document.is_withheld:
        return
    rows = rows_of(report, number=document.n, stands=document.is_latest)
    for found, values in rows.tables.items():
        insert_rows(connection, found, values, new=True)
    for search, words in rows.searches.items():
        add_words(connection, search, words)


def _emptied(report: dict[str, Any]) -> dict[str, Any]:
    """A document of which nothing is left but its ids."""
    document = dict.fromkeys(report["document"])
    kept = {"id": report["document"]["id"], "work": report["document"]["work"], "text": ""}
    nothing: dict[str, list[Any]] = {part: [] for part in ("statements", "places", "times", "figures", "actors", "aid")}
    return {"saidwho": report["saidwho"], "document": document | kept} | nothing


def _mark_originals(connection: sa.Connection, numbers: list[int], *, withholding: str) -> list[str]:
    """Say that the originals of the documents are to be erased. Returns their digests."""
    table, link = tables.originals, tables.document_originals
    found = sa.select(table.c.n, table.c.digest).join(link, link.c.original == table.c.n)
    rows = connection.execute(found.where(link.c.document.in_(numbers), table.c.erased.is_(None))).all()
    connection.execute(sa.update(table).where(table.c.n.in_([row.n for row in rows])).values(erased=withholding))
    return sorted({row.digest for row in rows})


def finish_erasures(record: Record) -> int:
    """Overwrite the originals whose erasure is due. Returns how many were. Raises ArchiveError."""
    table = tables.withholdings
    due = record.read(lambda connection: connection.execute(sa.select(table).where(table.c.erasure == "due")).all())
    count = 0
    for withholding in due:
        originals = tables.originals
        asked = sa.select(originals).where(originals.c.erased == withholding.id)
        for original in record.read(lambda connection: connection.execute(asked).all()):  # noqa: B023
            _overwrite(record, original, withholding)
            count += 1
        done = sa.update(table).where(table.c.n == withholding.n).values(erasure="done")
        record.write(lambda connection: connection.execute(done))  # noqa: B023
    if due:
        scrub(record.engine)
    return count


def _overwrite(record: Record, original: Any, withholding: Any) -> None:
    path = record.location.archive / original.file
    tomb = tombstone_member(
        digest=original.digest, target=original.target, at=withholding.at, reason=withholding.reason, length=original.length
    )
    try:
        write_over(path, original.offset, tomb)
    except OSError as error:
        raise ArchiveError(f"{path} cannot be written, so {original.digest} is not erased yet: {error.strerror or error}.") from error
