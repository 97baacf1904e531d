"""Does the log hold together, and is there what it tells of, and nothing else?"""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from saidwho.errors import LogError
from saidwho.record import tables
from saidwho.record.log.entries import leaf_hash
from saidwho.record.log.mirror import mirrored
from saidwho.record.log.tree import root_of
from saidwho.record.verification.faults import Fault
from saidwho.types.ids import content_id

_BATCH = 500

# An entry of the log, and what its text tells; nothing where it is damaged.
Told = tuple[Any, dict[str, Any]]

# What an entry is compared with. Bodies of readings are read once, where rows are checked.
_ORIGINAL = (tables.originals.c.digest, tables.originals.c.target, tables.originals.c.size)
_READING = (tables.readings.c.id, tables.readings.c.sha256, tables.readings.c.reader)


def check_log(connection: sa.Connection, mirror: Path) -> Iterator[Fault]:
    """Faults of the log itself, of its file, and between it and the originals, readings, judgements and withholdings."""
    yield from _entries(connection, mirror)
    yield from _stamps(connection)
    yield from _unlogged(connection)


def _entries(connection: sa.Connection, mirror: Path) -> Iterator[Fault]:
    table = tables.log_entries
    expected = 1
    batch: list[Told] = []
    rows = connection.execute(sa.select(table).order_by(table.c.n), execution_options={"yield_per": _BATCH})
    for row, line in zip_longest(rows, mirrored(mirror)):
        if row is None:
            yield Fault(kind="missing", item=f"log entry {line[0] or '?'}", why="it is in the file of the log and not in the database")
            continue
        if row.n != expected:
            yield Fault(kind="missing", item=f"log entry {expected}", why=f"the entry after it is {row.n}")
        expected = row.n + 1
        told = _object(row.body)
        yield from _entry(row, line, told)
        batch.append((row, told or {}))
        if len(batch) == _BATCH:
            yield from _told_of(connection, batch)
            batch = []
    yield from _told_of(connection, batch)


def _entry(row: Any, line: tuple[int, str] | None, told: dict[str, Any] | None) -> Iterator[Fault]:
    item = f"log entry {row.n}"
    if leaf_hash(row.body) != row.leaf:
        yield Fault(kind="altered", item=item, why="its text is not the one whose hash it has")
    elif line is None:
        yield Fault(kind="missing", item=item, why="it is in the database and not in the file of the log")
    elif line != (row.n, row.body):
        yield Fault(kind="altered", item=item, why="the file of the log and the database tell different things")
    if told is None or (told.get("kind"), told.get("id")) != (row.kind, row.item):
        yield Fault(kind="altered", item=item, why=f"it is filed under {row.kind} {row.item}, of which it does not tell")


def _object(body: str) -> dict[str, Any] | None:
    try:
        told = json.loads(body)
    except ValueError:
        return None
    return told if isinstance(told, dict) else None


def _told_of(connection: sa.Connection, entries: Sequence[Told]) -> Iterator[Fault]:
    """Whether there is what entries tell of, and as they tell it."""
    items: dict[str, list[str]] = {}
    for entry, _ in entries:
        items.setdefault(entry.kind, []).append(entry.item)
    originals = _by(connection, _ORIGINAL, items.get("original"))
    readings = _by(connection, _READING, items.get("reading"))
    others = _by(connection, tables.judgements.c, items.get("judgement"))
    others |= _by(connection, tables.withholdings.c, items.get("withholding"))
    for entry, told in entries:
        if entry.kind == "original":
            found = [row for row in originals.get(entry.item, []) if row.target == told.get("target")]
            yield from _original(entry, found, told)
        elif entry.kind == "reading":
            yield from _reading(entry, readings.get(entry.item, []), told)
        elif entry.kind in ("judgement", "withholding"):
            yield from _other(entry, others.get(entry.item, []), told)


def _by(connection: sa.Connection, columns: Iterable[sa.Column[Any]], wanted: list[str] | None) -> dict[str, list[Any]]:
    """Rows by their id, which is the column of that name, or the first of them."""
    if not wanted:
        return {}
    asked = list(columns)
    key = next((at for at, column in enumerate(asked) if column.name == "id"), 0)
    found: dict[str, list[Any]] = {}
    for row in connection.execute(sa.select(*asked).where(asked[key].in_(wanted))):
        found.setdefault(row[key], []).append(row)
    return found


def _original(entry: Any, found: Sequence[Any], told: dict[str, Any]) -> Iterator[Fault]:
    if not found:
        yield Fault(kind="missing", item=f"original {entry.item}", why=f"entry {entry.n} of the log tells of it ({told.get('target')})")
    elif found[0].size != told.get("size"):
        yield Fault(kind="altered", item=f"original {entry.item}", why=f"its size is {found[0].size}, in the log {told.get('size')}")


def _reading(entry: Any, found: Sequence[Any], told: dict[str, Any]) -> Iterator[Fault]:
    item = f"reading {entry.item}"
    if not found:
        yield Fault(kind="missing", item=item, why=f"entry {entry.n} of the log tells of it (document {told.get('document')})")
        return
    row = found[0]
    if (row.sha256, row.reader) != (told.get("sha256"), told.get("reader")):
        yield Fault(kind="altered", item=item, why=f"its hash or its reader is not that of entry {entry.n} of the log")
    if content_id([told.get("document"), row.reader, row.sha256]) != row.id:
        yield Fault(kind="altered", item=item, why="its id is not made from its document, reader and hash")


def _other(entry: Any, found: Sequence[Any], told: dict[str, Any]) -> Iterator[Fault]:
    item = f"{entry.kind} {entry.item}"
    if not found:
        yield Fault(kind="missing", item=item, why=f"entry {entry.n} of the log tells of it")
        return
    row = found[0]._mapping
    wrong = [name for name, value in told.items() if name not in ("kind", "id") and name in row and row[name] != value]
    what = "kind" if "what" in told and row["kind"] != told["what"] else None
    for name in (*wrong, *([what] if what else [])):
        yield Fault(kind="altered", item=item, why=f"its {name} is not that of entry {entry.n} of the log")


def _stamps(connection: sa.Connection) -> Iterator[Fault]:
    table = tables.stamps
    for stamp in connection.execute(sa.select(table).order_by(table.c.n)).all():
        try:
            _, root = root_of(connection, stamp.size)
        except LogError as error:
            yield Fault(kind="altered", item=f"stamp {stamp.n}", why=str(error))
            continue
        if root != stamp.root:
            yield Fault(kind="altered", item="log", why=f"its root at {stamp.size} entries is not the one stamped at {stamp.at}")


def _unlogged(connection: sa.Connection) -> Iterator[Fault]:
    """What is in the record and not in the log."""
    entry = tables.log_entries
    for kind, table in (("reading", tables.readings), ("judgement", tables.judgements), ("withholding", tables.withholdings)):
        logged = sa.exists().where(entry.c.item == table.c.id, entry.c.kind == kind)
        for identity in connection.execute(sa.select(table.c.id).where(~logged)).scalars():
            yield Fault(kind="extra", item=f"{kind} {identity}", why="the log does not tell of it")
    original = tables.originals
    count = sa.select(sa.func.count()).where(entry.c.item == original.c.digest, entry.c.kind == "original").scalar_subquery()
    asked = sa.select(original.c.digest).group_by(original.c.digest).having(sa.func.count() > count)
    for digest in connection.execute(asked).scalars():
        yield Fault(kind="extra", item=f"original {digest}", why="the log does not tell of it")
