"""Are readings what their hashes say, and are the rows those that were made of them?

The log tells the hash of a reading's rows, see seals: where they have it, no row is altered, missing or extra. Where they have
not, or the log tells none, the rows are made anew from the reading and compared, which takes ten times as long and says what is
wrong.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa

from saidwho.errors import RecordError
from saidwho.record import tables
from saidwho.record.bodies import is_plain, line_of, report_on
from saidwho.record.keys import document_of
from saidwho.record.rows import Rows, document_row, place_number, rows_of
from saidwho.record.seals import Values, seal_over, sealed_tables
from saidwho.record.verification.faults import Fault
from saidwho.record.verification.lines import Numbers, between, rows_are_counted, sealed_lines

# Rows by their table and the number of their document.
Held = dict[tuple[str, int], list[Values]]

_BATCH = 200  # documents, with their rows as text about 10 MB
_SINGLE = 8  # documents whose rows are fetched one by one, where those of the others need not be


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the log tells of readings, by id. kept: the hashes of their rows. erased: those of what was left after erasure."""

    kept: dict[str, str]
    erased: dict[str, str]


def check_rows(connection: sa.Connection, *, low: int | None = None, past: int | None = None, anew: bool = False) -> Iterator[Fault]:
    """Faults of readings and of the rows that were made from them, in the order of the documents' numbers.

    low, past: the first number, and the one past the last; None where there is no such end. anew: trust no hash of rows,
    and make them all once more.
    """
    table = tables.documents
    asked = sa.select(table).order_by(table.c.n).limit(_BATCH)
    asked = asked if past is None else asked.where(table.c.n < past)
    while True:
        documents = connection.execute(asked if low is None else asked.where(table.c.n >= low)).all()
        # Up to the next document, so that no row is left out that belongs to none.
        end = past if len(documents) < _BATCH else documents[-1].n + 1
        yield from _documents(connection, documents, (low, end), anew=anew)
        if len(documents) < _BATCH:
            return
        low = end


def check_strays(connection: sa.Connection) -> Iterator[Fault]:
    """Faults of what belongs to no document, and of what many share."""
    yield from _strays(connection)
    yield from _names(connection)
    yield from _places(connection)


def _documents(connection: sa.Connection, documents: Sequence[Any], numbers: Numbers, *, anew: bool) -> Iterator[Fault]:
    by_document = _readings(connection, documents)
    told = _told(connection, [row.id for rows in by_document.values() for row in rows])
    lines = {} if anew else sealed_lines(connection, numbers)
    sealed = {document.n for document in documents if _is_sealed(document, by_document[document.n], told, lines.get(document.n))}
    has_all = len(lines) == len(documents) and rows_are_counted(connection, numbers, lines)
    held: Held | None = None
    if not has_all or len(documents) - len(sealed) > _SINGLE:
        held = _held(connection, numbers)
    for document in documents:
        readings = by_document[document.n]
        is_sealed = document.n in sealed
        found: dict[int, bytes] = {}
        for reading in readings:
            if not (is_sealed and reading.is_current):
                yield from _hash(reading, told, found)
        if not is_sealed:
            own = _held(connection, (document.n, document.n + 1)) if held is None else held
            yield from _document(document, [reading for reading in readings if reading.is_current], found, own)
    for name, number in (key for key in held or () if key[1] not in by_document):
        yield Fault(kind="extra", item=f"rows of {name}", why=f"there is no document {number} that they belong to")


def _readings(connection: sa.Connection, documents: Sequence[Any]) -> dict[int, list[Any]]:
    table = tables.readings
    by_document: dict[int, list[Any]] = {document.n: [] for document in documents}
    if by_document:
        for row in connection.execute(sa.select(table).where(table.c.document.in_(by_document)).order_by(table.c.n)):
            by_document[row.document].append(row)
    return by_document


def _told(connection: sa.Connection, readings: list[str]) -> _Told:
    told = _Told(kept={}, erased={})
    if not readings:
        return told
    entry = tables.log_entries
    asked = sa.select(entry.c.item, entry.c.kind, entry.c.body).where(entry.c.item.in_(readings)).order_by(entry.c.n)
    for item, kind, body in connection.execute(asked):
        if kind == "erasure":
            told.erased[item] = _said(body, "sha256")
        elif kind == "reading":
            # What was said first counts: a later entry about the same reading could have been slipped in.
            told.kept.setdefault(item, _said(body, "kept"))
    return told


def _said(body: str, name: str) -> str:
    """What an entry of the log says; nothing where it is damaged, which is told where the log is checked."""
    try:
        return str(json.loads(body).get(name, ""))
    except (ValueError, AttributeError):
        return ""


def _is_sealed(document: Any, readings: Sequence[Any], told: _Told, lines: Sequence[bytes] | None) -> bool:
    """Whether the reading that stands and all its rows have the hash that the log tells. Else nothing is known yet."""
    current = [reading for reading in readings if reading.is_current]
    if lines is None or len(current) != 1 or document.is_withheld:
        return False
    (reading,) = current
    expected = told.kept.get(reading.id)
    return bool(expected) and reading.shown is None and reading.erased is None and seal_over(reading.body, lines) == expected


def _hash(reading: Any, told: _Told, lines: dict[int, bytes]) -> Iterator[Fault]:
    """Whether a reading is what its hash says. lines: where its line goes, by its number; nothing where it cannot be read."""
    item = f"reading {reading.id}"
    expected = told.erased.get(reading.id) if reading.erased else reading.sha256
    try:
        line = line_of(reading.body)
    except RecordError:
        yield Fault(kind="altered", item=item, why="its bytes cannot be read")
        return
    lines[reading.n] = line
    found = hashlib.sha256(line).hexdigest()
    if found != expected:
        yield Fault(kind="altered", item=item, why=f"its hash is {found}, in the log {expected}")


def _document(document: Any, current: Sequence[Any], lines: dict[int, bytes], held: Held) -> Iterator[Fault]:
    item = f"document {document.id}"
    if len(current) != 1:
        yield Fault(kind="missing" if not current else "extra", item=item, why=f"{len(current)} of its readings stand, not one")
        return
    try:
        line = line_of(current[0].shown) if current[0].shown else lines[current[0].n]
        report = report_on(line)
    except (RecordError, KeyError):
        return  # told with the reading
    row = document_row(report, number=document.n)
    for name in (name for name, value in row.items() if document._mapping[name] != value):
        yield Fault(kind="altered", item=item, why=f"its {name} is not that of its reading")
    rows = Rows()
    if not document.is_withheld:
        rows = rows_of(report, number=document.n, stands=document.is_latest, is_plain=is_plain(line))
    yield from _compared(item, document.n, rows, held)


def _compared(item: str, number: int, rows: Rows, held: Held) -> Iterator[Fault]:
    for one in sealed_tables()[1:]:
        name = one.table.name
        there = held.get((name, number), [])
        expected = rows.tables.get(one.table, [])
        if one.table is tables.actors:
            # Of the documents that name an actor, one gave its row; the others' may differ.
            given = {row[0] for row in there}
            expected = [row for row in expected if row["n"] in given]
        wanted = [tuple(map(row.get, one.names)) for row in expected]
        # Keys are told apart and have no None. Counting takes longer, and is done where something is wrong.
        if sorted(wanted, key=one.key) == sorted(there, key=one.key):
            continue
        lacking, left = Counter(wanted) - Counter(there), Counter(there) - Counter(wanted)
        kind: Literal["altered", "missing", "extra"] = "altered" if lacking and left else "missing" if lacking else "extra"
        why = f"rows of {name} are not those of its reading ({max(lacking.total(), left.total()):,})"
        yield Fault(kind=kind, item=item, why=why)


def _held(connection: sa.Connection, numbers: Numbers) -> Held:
    """The rows of the documents of some numbers, by table and document."""
    held: Held = {}
    for one in sealed_tables()[1:]:
        at, name = one.place, one.table.name
        for row in _plain_rows(connection, between(sa.select(*one.columns()), one, numbers)):
            held.setdefault((name, document_of(row[at]) if one.is_part else row[at]), []).append(row)
    return held


def _plain_rows(connection: sa.Connection, asked: sa.Select[Any]) -> list[Values]:
    """Rows as the driver gives them, in a third of the time of rows with names."""
    cursor = connection.execute(asked).cursor
    return list(cursor.fetchall()) if cursor else []


def _strays(connection: sa.Connection) -> Iterator[Fault]:
    """Readings of no document."""
    document, reading = tables.documents, tables.readings
    asked = sa.select(reading.c.document).where(~sa.exists().where(document.c.n == reading.c.document)).group_by(reading.c.document)
    for number in connection.execute(asked).scalars():
        yield Fault(kind="extra", item=f"rows of {reading.name}", why=f"there is no document {number} that they belong to")


def _names(connection: sa.Connection) -> Iterator[Fault]:
    """Every name is there once."""
    table, name = tables.actors, tables.actor_names
    unused = sa.select(name.c.key).where(~sa.exists().where(table.c.key == name.c.key))
    for key in connection.execute(unused).scalars():
        yield Fault(kind="extra", item=f"name {key}", why="no actor has it")
    unnamed = sa.select(table.c.id).where(~sa.exists().where(name.c.key == table.c.key))
    for identity in connection.execute(unnamed).scalars():
        yield Fault(kind="missing", item=f"name of actor {identity}", why="it is not among the names")


def _places(connection: sa.Connection) -> Iterator[Fault]:
    """Places are known by all that is told of them, and each that is named is there."""
    table = tables.places
    for row in connection.execute(sa.select(table), execution_options={"yield_per": 1000}):
        if place_number(dict(row._mapping)) != row.n:
            yield Fault(kind="altered", item=f"place {row.name}", why="it is not what its number was made from")
    named = sa.union(*(_each_once(link.c.place) for link in (tables.statement_places, tables.document_places))).subquery()
    for number in connection.execute(sa.select(named.c.place).where(~sa.exists().where(table.c.n == named.c.place))).scalars():
        yield Fault(kind="missing", item=f"place {number}", why="documents or statements lead to it")


def _each_once(column: sa.Column[int]) -> sa.Select[int]:
    """The values of a column that an index begins with: each is a look into the index, however many rows have it."""
    values = sa.select(sa.func.min(column).label("place")).cte(recursive=True)
    further = sa.select(sa.func.min(column)).where(column > values.c.place).scalar_subquery()
    values = values.union_all(sa.select(further).where(values.c.place.is_not(None)))
    return sa.select(values.c.place).where(values.c.place.is_not(None))
