"""Which documents must be linked, or linked no more, since a record was linked last?"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.linkstore import KEPT, TURN, turn_in
from saidwho.record.record import Record

_MANY = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlinked:
    """documents: numbers of those to look at, in the order of time. entries: how many the log had then.

    is_anew: whether nothing was linked by this version before. shown_anew: documents among them whose reading is the same that was
    linked, and is shown otherwise now.
    """

    documents: tuple[int, ...]
    entries: int
    is_anew: bool = False
    shown_anew: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """come: readings that stand and are not linked, by the numbers of their documents. gone: documents that are linked and no longer
    stand.
    """

    come: dict[int, int]
    gone: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What must be the same where links are written as where they were made: by which version all is linked, None for by none; the
    mark of whoever linked last; and how many withholdings there are, since what was made before would show what is withheld.

    What else comes meanwhile is linked next, in whatever order.
    """

    version: str | None
    turn: bytes | None
    withheld: int


def mark_of(connection: sa.Connection) -> Mark:
    version = connection.execute(sa.select(tables.linkings.c.version)).scalar_one_or_none()
    withheld = connection.execute(sa.select(sa.func.coalesce(sa.func.max(tables.withholdings.c.n), 0))).scalar_one()
    return Mark(version=version, turn=turn_in(connection), withheld=int(withheld))


def is_linked(connection: sa.Connection, *, version: str) -> bool:
    """Whether the links were made by this version from all that the log holds."""
    return _linked_to(connection, version) == _entries_in(connection)


def _entries_in(connection: sa.Connection) -> int:
    """How many entries the log has: readings, judgements and withholdings among them, so all that links are made from."""
    return int(connection.execute(sa.select(sa.func.coalesce(sa.func.max(tables.log_entries.c.n), 0))).scalar_one())


def _linked_to(connection: sa.Connection, version: str) -> int | None:
    """How many entries of the log the links were made from; None where they were made by another version, or never."""
    table = tables.linkings
    return connection.execute(sa.select(table.c.entries).where(table.c.version == version)).scalar_one_or_none()


def set_linked(connection: sa.Connection, *, entries: int, version: str) -> None:
    """Say up to which entry of the log all is linked, unless all links were taken away meanwhile."""
    table = tables.linkings
    connection.execute(sa.update(table).where(table.c.version == version).values(entries=entries))


def begin_linking(record: Record, *, version: str) -> Unlinked:
    """What is to be looked at. What another version made is forgotten."""
    if record.read(partial(_linked_to, version=version)) is None:
        _begin_anew(record, version)
    found = record.read(partial(_unlinked, version=version))
    if found.shown_anew:
        record.write(partial(_forget_readings, documents=found.shown_anew))
    return found


def _begin_anew(record: Record, version: str) -> None:
    """Forget what another version made: a table at a time, so that nobody waits long. Two who do so at once do it together."""
    record.write(partial(_disown, version=version))
    for table in KEPT:
        record.write(partial(_empty, table=table, version=version))
    record.write(partial(begin_with, version=version))


def _disown(connection: sa.Connection, *, version: str) -> None:
    """Say that all is linked by none, so that nothing which is being linked just now is written any more."""
    if _linked_to(connection, version) is None:
        connection.execute(sa.delete(tables.linkings))
        objects = tables.link_objects
        connection.execute(sa.delete(objects).where(objects.c.kind == TURN))


def _empty(connection: sa.Connection, *, table: sa.Table, version: str) -> None:
    if _linked_to(connection, version) is None:
        connection.execute(sa.delete(table))


def begin_with(connection: sa.Connection, *, version: str) -> None:
    """Say that all is linked by a version, and that nothing is yet, unless it is."""
    if _linked_to(connection, version) is None:
        connection.execute(sa.insert(tables.linkings), {"n": 1, "entries": 0, "version": version})


def _unlinked(connection: sa.Connection, *, version: str) -> Unlinked:
    entries, linked = _entries_in(connection), _linked_to(connection, version)
    if not linked:
        return Unlinked(documents=tuple(sorted(_changed(connection))), entries=entries, is_anew=True)
    entry = tables.log_entries
    told: set[str] = set()
    for row in connection.execute(sa.select(entry.c.kind, entry.c.body).where(entry.c.n > linked)):
        if row.kind == "withholding":
            # What anybody said may be hidden now, in many documents, and more of it in those that hid somebody before.
            redacted = _redacted(connection)
            return Unlinked(documents=tuple(sorted(_changed(connection) | redacted)), entries=entries, shown_anew=tuple(sorted(redacted)))
        if row.kind == "reading":
            told.add(json.loads(row.body)["document"])
    return Unlinked(documents=_with_revisions(connection, told), entries=entries)


def _with_revisions(connection: sa.Connection, documents: set[str]) -> tuple[int, ...]:
    """The numbers of documents, and of all revisions of their pages."""
    table = tables.documents
    found: set[int] = set()
    for part in _parts(sorted(documents)):
        works = sa.select(table.c.work).where(table.c.id.in_(part))
        found |= set(connection.execute(sa.select(table.c.n).where(table.c.work.in_(works))).scalars())
    return tuple(sorted(found))


def _changed(connection: sa.Connection) -> set[int]:
    """The documents of which something else stands than is linked."""
    found, kept = _standing(connection, None), _linked(connection, None)
    return {n for n in found.keys() | kept.keys() if found.get(n) != kept.get(n)}


def _redacted(connection: sa.Connection) -> set[int]:
    """The documents that stand, and in which somebody is hidden."""
    reading = tables.readings
    hidden = connection.execute(sa.select(reading.c.document).where(reading.c.is_current, reading.c.shown.is_not(None))).scalars()
    return set(hidden) & _standing(connection, None).keys()


def _forget_readings(connection: sa.Connection, *, documents: Sequence[int]) -> None:
    """Let the readings of documents be linked once more. They are still known to be linked, and go if they no longer stand."""
    table = tables.linked_documents
    for part in _parts(documents):
        connection.execute(sa.update(table).where(table.c.document.in_(part)).values(reading=0))


def standing(connection: sa.Connection, documents: Sequence[int]) -> Standing:
    """What of some documents stands now, and what no longer does."""
    found: dict[int, int] = {}
    kept: dict[int, int] = {}
    for part in _parts(documents):
        found |= _standing(connection, part)
        kept |= _linked(connection, part)
    come = {n: reading for n, reading in sorted(found.items()) if kept.get(n) != reading}
    return Standing(come=come, gone=tuple(sorted(kept.keys() - found.keys())))


def _standing(connection: sa.Connection, documents: Sequence[int] | None) -> dict[int, int]:
    """The readings that stand, of the latest revisions that nobody withheld, by the numbers of their documents."""
    document, reading = tables.documents, tables.readings
    asked = (
        sa.select(document.c.n, reading.c.n)
        .join(reading, reading.c.document == document.c.n)
        .where(reading.c.is_current, reading.c.erased.is_(None), document.c.is_latest, ~document.c.is_withheld)
    )
    return dict(connection.execute(asked if documents is None else asked.where(document.c.n.in_(documents))).all())


def _linked(connection: sa.Connection, documents: Sequence[int] | None) -> dict[int, int]:
    table = tables.linked_documents
    asked = sa.select(table.c.document, table.c.reading)
    return dict(connection.execute(asked if documents is None else asked.where(table.c.document.in_(documents))).all())


def bodies_of(connection: sa.Connection, readings: Mapping[int, int]) -> list[bytes]:
    """Readings as views may show them, as bodies.report_in reads them. readings: their numbers, by those of their documents."""
    table = tables.readings
    asked = sa.select(sa.func.coalesce(table.c.shown, table.c.body)).order_by(table.c.n)
    return [
        bytes(body) for part in _parts(list(readings.values())) for body in connection.execute(asked.where(table.c.n.in_(part))).scalars()
    ]


def ids_of(connection: sa.Connection, documents: Sequence[int]) -> list[str]:
    """The ids of documents by their numbers."""
    table = tables.documents
    asked = sa.select(table.c.id)
    return [identity for part in _parts(documents) for identity in connection.execute(asked.where(table.c.n.in_(part))).scalars()]


def mark_linked(connection: sa.Connection, *, come: Mapping[int, int], gone: Sequence[int]) -> None:
    """Say which readings are linked now, by the numbers of their documents, and which documents are no more."""
    table = tables.linked_documents
    for part in _parts([*come, *gone]):
        connection.execute(sa.delete(table).where(table.c.document.in_(part)))
    if come:
        connection.execute(sa.insert(table), [{"document": n, "reading": reading} for n, reading in come.items()])


def _parts(numbers: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for at in range(0, len(numbers), _MANY):
        yield numbers[at : at + _MANY]
