"""What hash stands in the log for all that was kept of a reading, so that it can be checked as it lies?

SHA-256 over the hash of the reading's deflated bytes and a line for each table: how many rows were made of the reading, and the
rows, as JSON lists without spaces, joined by commas, in the order of their keys and with values in the order of the columns. Both
databases can write such a line themselves, several times faster than they hand out the values, see verification.lines. They
write doubles with other digits each, so those stand on a line of their own, as Python writes them. A row is written as one of
the latest revision, since a newer one may come. Of actors and names a document has the rows that it gave.

So verify need not make the rows once more. They are made where the hash is another, to say what is wrong, and where it may be:
of readings that are shown otherwise, as withholding leaves them, and of older logs, which have no such hash or another.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables

Values = tuple[Any, ...]

# What is not made of the reading: it tells how the document came, and what came after it.
_NOT_MADE = ("revision", "is_latest", "is_withheld", "taken")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A table as it is sealed. by: the column that leads to a document. is_part: that is the number of a part of it.

    names: of its columns, in their order. key: takes the key out of a row's values. order: the places of those columns that
    the rows of one document are ordered by. whole, real, stands: places of the columns that hold yes or no, that hold doubles,
    and that tells of the latest revision. exact: places of the columns that hold no doubles.
    """

    table: sa.Table
    by: str
    is_part: bool
    names: tuple[str, ...]
    key: Callable[[Values], Any]
    order: tuple[int, ...]
    exact: tuple[int, ...]
    whole: tuple[int, ...]
    real: tuple[int, ...]
    stands: int | None

    def values(self, row: Mapping[str, Any]) -> Values:
        """The values of a row that is to be written."""
        found = list(map(row.get, self.names))
        for at in self.whole:
            found[at] = int(found[at] or 0)
        for at in self.real:
            number = found[at]
            found[at] = None if number is None else float(number)
        if self.stands is not None:
            found[self.stands] = 1
        return tuple(found)

    @property
    def place(self) -> int:
        """The place of the column that leads to a document."""
        return self.names.index(self.by)

    def columns(self) -> list[sa.ColumnElement[Any]]:
        """What to ask a database for: yes and no are 1 and 0 in both."""
        columns: list[sa.ColumnElement[Any]] = [self.table.c[name] for name in self.names]
        for at in self.whole:
            columns[at] = sa.cast(columns[at], sa.Integer)
        return columns


@cache
def sealed_tables() -> tuple[Sealed, ...]:
    """The tables whose rows are sealed; the first is that of documents."""
    found = [_sealed(tables.documents, "n", is_part=False)]
    found += [_sealed(table, by, is_part=True) for table, by in tables.BY_PART]
    found += [_sealed(table, "document", is_part=False) for table in (*tables.BY_DOCUMENT, tables.actors)]
    return tuple(found)


def _sealed(table: sa.Table, by: str, *, is_part: bool) -> Sealed:
    columns = [column for column in table.columns if table is not tables.documents or column.name not in _NOT_MADE]
    names = [column.name for column in columns]
    keys = [column.name for column in table.primary_key.columns]
    real = tuple(at for at, column in enumerate(columns) if isinstance(column.type, sa.Double))
    # Rows of one document have its number alike, and lie in the order of its parts.
    order = [*([by] if is_part else []), *(name for name in keys if name != by)] or keys
    return Sealed(
        table=table,
        by=by,
        is_part=is_part,
        names=tuple(names),
        key=itemgetter(*map(names.index, keys)),
        order=tuple(map(names.index, order)),
        exact=tuple(at for at in range(len(names)) if at not in real),
        whole=tuple(at for at, column in enumerate(columns) if isinstance(column.type, sa.Boolean)),
        real=real,
        stands=names.index("stands") if "stands" in names else None,
    )


def seal_of(deflated: bytes, rows: Mapping[str, Sequence[Values]]) -> str:
    """The hash, in hex. deflated: the reading as it is kept. rows: values by the name of their table."""
    return seal_over(deflated, (line for one in sealed_tables() for line in lines_of(one, rows.get(one.table.name, ()))))


def seal_over(deflated: bytes, lines: Iterable[bytes]) -> str:
    """The hash, in hex. deflated: the reading as it is kept. lines: those of all tables, in their order."""
    made = hashlib.sha256(hashlib.sha256(deflated).digest())
    for line in lines:
        made.update(line)
        made.update(b"\n")  # JSON has none
    return made.hexdigest()


def lines_of(one: Sealed, rows: Sequence[Values]) -> Iterator[bytes]:
    """The line of a table, and that of its doubles where it has some. rows: those of one document, in any order."""
    ordered = sorted(rows, key=itemgetter(*one.order))
    exact = _json(list(map(itemgetter(*one.exact), ordered)))
    yield b"%d %b" % (len(ordered), exact[1:-1])
    if one.real:
        yield line_of_doubles([tuple(row[at] for at in one.real) for row in ordered])


def line_of_doubles(rows: Sequence[Values]) -> bytes:
    """The line of the doubles of a table, without its other values. rows: those of one document, in their order."""
    return _json(rows)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _json(value: Any) -> bytes:
    return _ENCODER.encode(value).encode("utf-8", "surrogatepass")


def values_of(rows: Mapping[sa.Table, Sequence[Mapping[str, Any]]]) -> dict[str, list[Values]]:
    """The values of rows that are to be written, by the name of their table, of the tables that are sealed."""
    return {one.table.name: list(map(one.values, rows[one.table])) for one in sealed_tables() if rows.get(one.table)}
