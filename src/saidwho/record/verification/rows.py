"""Are readings what their hashes say, and are the rows those that the readings give?"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, Literal

import sqlalchemy as sa

from saidwho.errors import RecordError
from saidwho.record import tables
from saidwho.record.bodies import is_plain, line_of, report_on
from saidwho.record.keys import HIGHEST, document_of, first_part, number_of
from saidwho.record.rows import Rows, document_row, place_number, rows_of
from saidwho.record.verification.faults import Fault

# Rows by their table and the number of their document, as plain tuples.
Held = dict[tuple[sa.Table, int], list[tuple[Any, ...]]]

_BATCH = 64  # documents, with their rows about 10 MB


def check_rows(connection: sa.Connection, *, low: int = 0, past: int = HIGHEST) -> Iterator[Fault]:
    """Faults of readings and of the rows that were made from them, in the order of the documents' numbers.

    low, past: the first number, and the one past the last.
    """
    last = low - 1
    table = tables.documents
    asked = sa.select(table).where(table.c.n < past).order_by(table.c.n).limit(_BATCH)
    while documents := connection.execute(asked.where(table.c.n > last)).all():
        yield from _documents(connection, documents)
        last = documents[-1].n


def check_strays(connection: sa.Connection) -> Iterator[Fault]:
    """Faults of what belongs to no document, and of what many share."""
    yield from _strays(connection)
    yield from _names(connection)
    yield from _places(connection)


def _documents(connection: sa.Connection, documents: Sequence[Any]) -> Iterator[Fault]:
    first, last = documents[0].n, documents[-1].n
    table = tables.readings
    by_document: dict[int, list[Any]] = {document.n: [] for document in documents}
    for row in connection.execute(sa.select(table).where(table.c.document.in_(by_document)).order_by(table.c.n)):
        by_document[row.document].append(row)
    erased = _erased(connection, [row.id for rows in by_document.values() for row in rows if row.erased])
    held = _held(connection, first, last)
    for document in documents:
        lines: dict[int, bytes] = {}
        for reading in by_document[document.n]:
            yield from _hash(reading, erased, lines)
        yield from _document(document, [reading for reading in by_document[document.n] if reading.is_current], lines, held)
    for table, number in (key for key, rows in held.items() if rows and key[1] not in by_document):
        yield Fault(kind="extra", item=f"rows of {table.name}", why=f"there is no document {number} that they belong to")


def _erased(connection: sa.Connection, readings: list[str]) -> dict[str, str]:
    """The hashes of what was left of readings after erasure, as the log has them."""
    entry = tables.log_entries
    if not readings:
        return {}
    asked = sa.select(entry.c.item, entry.c.body).where(entry.c.item.in_(readings), entry.c.kind == "erasure").order_by(entry.c.n)
    return {row.item: json.loads(row.body)["sha256"] for row in connection.execute(asked)}


def _hash(reading: Any, erased: dict[str, str], lines: dict[int, bytes]) -> Iterator[Fault]:
    """Whether a reading is what its hash says. lines: where its line goes, by its number; nothing where it cannot be read."""
    item = f"reading {reading.id}"
    expected = erased.get(reading.id) if reading.erased else reading.sha256
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
    for table, _ in _parts():
        there = held.get((table, number), [])
        expected = rows.tables.get(table, [])
        if table is tables.actors:
            # Of the documents that name an actor, one gave its row; the others' may differ.
            given = {row[0] for row in there}
            expected = [row for row in expected if row["n"] in given]
        names, key = _columns(table)
        wanted = [tuple(map(row.get, names)) for row in expected]
        # Keys are told apart and have no None. Counting takes longer, and is done where something is wrong.
        if sorted(wanted, key=key) == sorted(there, key=key):
            continue
        lacking, left = Counter(wanted) - Counter(there), Counter(there) - Counter(wanted)
        kind: Literal["altered", "missing", "extra"] = "altered" if lacking and left else "missing" if lacking else "extra"
        yield Fault(kind=kind, item=item, why=f"{max(lacking.total(), left.total())} rows of {table.name} are not those of its reading")


@lru_cache(maxsize=32)
def _columns(table: sa.Table) -> tuple[list[str], Callable[[tuple[Any, ...]], Any]]:
    """The names of a table's columns, and what takes the key out of a row."""
    names = [column.name for column in table.columns]
    return names, itemgetter(*(names.index(column.name) for column in table.primary_key.columns))


def _parts() -> list[tuple[sa.Table, str]]:
    whole = [(table, "document") for table in tables.BY_DOCUMENT]
    return [*tables.BY_PART, *whole, (tables.actors, "document")]


def _held(connection: sa.Connection, first: int, last: int) -> Held:
    """The rows of the documents from one number to another, by table and document."""
    held: Held = {}
    for table, name in _parts():
        column = table.c[name]
        is_part = name != "document"
        low, past = (first_part(first), first_part(last + 1)) if is_part else (first, last + 1)
        at = list(table.columns).index(column)
        asked = sa.select(table).where(column >= low, column < past)
        for row in _plain_rows(connection, asked):
            held.setdefault((table, document_of(row[at]) if is_part else row[at]), []).append(row)
    return held


def _plain_rows(connection: sa.Connection, asked: sa.Select[Any]) -> list[tuple[Any, ...]]:
    """Rows as the driver gives them: True is 1 in SQLite, which is the same when compared. A third of the time of rows with names."""
    cursor = connection.execute(asked).cursor
    return list(cursor.fetchall()) if cursor else []


def _strays(connection: sa.Connection) -> Iterator[Fault]:
    """Rows whose document is not there at all, and readings of none."""
    document = tables.documents
    for table in (tables.readings, tables.actors, *tables.BY_DOCUMENT):
        column = table.c.document
        asked = sa.select(column).where(~sa.exists().where(document.c.n == column)).group_by(column)
        for number in connection.execute(asked).scalars():
            yield Fault(kind="extra", item=f"rows of {table.name}", why=f"there is no document {number} that they belong to")


def _names(connection: sa.Connection) -> Iterator[Fault]:
    """Actors are numbered by their ids, and every name is there once."""
    table, name = tables.actors, tables.actor_names
    unused = sa.select(name.c.key).where(~sa.exists().where(table.c.key == name.c.key))
    for key in connection.execute(unused).scalars():
        yield Fault(kind="extra", item=f"name {key}", why="no actor has it")
    unnamed = sa.select(table.c.id).where(~sa.exists().where(name.c.key == table.c.key))
    for identity in connection.execute(unnamed).scalars():
        yield Fault(kind="missing", item=f"name of actor {identity}", why="it is not among the names")
    for row in connection.execute(sa.select(table.c.n, table.c.id), execution_options={"yield_per": 1000}):
        if number_of(row.id) != row.n:
            yield Fault(kind="altered", item=f"actor {row.id}", why="its number is not made from its id")


def _places(connection: sa.Connection) -> Iterator[Fault]:
    """Places are known by all that is told of them."""
    table = tables.places
    for row in connection.execute(sa.select(table), execution_options={"yield_per": 1000}):
        if place_number(dict(row._mapping)) != row.n:
            yield Fault(kind="altered", item=f"place {row.name}", why="it is not what its number was made from")
