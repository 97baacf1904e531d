"""What does a database hold of documents, written as the lines that are sealed?

The database writes the rows of a document as one text, so that a few texts are handed out for it in the place of thousands of
values. See seals for what the lines are.
"""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.dialects import written_row, written_rows
from saidwho.record.keys import HIGHEST, PLACES, first_part
from saidwho.record.seals import Sealed, Values, line_of_doubles, sealed_tables

# From one number of a document to before another; None where there is no such end.
Numbers = tuple[int | None, int | None]

_LOWEST = -HIGHEST - 1


def sealed_lines(connection: sa.Connection, numbers: Numbers) -> dict[int, list[bytes]]:
    """The lines of the documents of some numbers, by number; nothing where the database holds what it cannot write.

    Such as bytes in the place of a text, which only whoever alters a record puts there.
    """
    try:
        rows = connection.execute(_lines_asked(connection.dialect.name), _ends(numbers)).all()
    except sa.exc.OperationalError:
        # Where it is not that, the rows cannot be read one by one either.
        return {}
    doubles = {one.table.name: _doubles(connection, one, numbers) for one in sealed_tables() if one.real}
    return {row[0]: list(_lines(row, doubles)) for row in rows}


def rows_are_counted(connection: sa.Connection, numbers: Numbers, lines: dict[int, list[bytes]]) -> bool:
    """Whether the documents of lines have all rows that there are of their numbers: whether there is none of another document."""
    counts = [0] * len(sealed_tables())
    for found in lines.values():
        written = iter(found)
        for at, one in enumerate(sealed_tables()):
            counts[at] += int(next(written).partition(b" ")[0])
            if one.real:
                next(written)
    held = connection.execute(_counts_asked(), _ends(numbers)).one()
    return tuple(counts) == tuple(held)


def _lines(row: Any, doubles: dict[str, dict[int, list[Values]]]) -> Iterator[bytes]:
    for one, told in zip(sealed_tables(), row[1:], strict=True):
        yield told if isinstance(told, bytes) else told.encode()
        if one.real:
            yield line_of_doubles(doubles[one.table.name].get(row[0], []))


@cache
def _lines_asked(dialect: str) -> sa.Select[Any]:
    table = tables.documents
    asked = sa.select(table.c.n, *(_line(dialect, one) for one in sealed_tables())).order_by(table.c.n)
    return _within(asked, sealed_tables()[0])


def _line(dialect: str, one: Sealed) -> sa.ColumnElement[Any]:
    document = tables.documents
    table = one.table.alias()
    columns = [_as_written(dialect, one, table, at) for at in one.exact]
    number = table.c[one.by]
    first = document.c.n * sa.literal_column(f"{PLACES}")
    chosen = number.between(first, first + sa.literal_column(f"{PLACES - 1}")) if one.is_part else number == document.c.n
    rows = sa.select(written_row(dialect, columns)).where(chosen).order_by(*(table.c[one.names[at]] for at in one.order))
    return written_rows(dialect, rows.correlate(document))


def _as_written(dialect: str, one: Sealed, table: sa.FromClause, at: int) -> sa.ColumnElement[Any]:
    column: sa.ColumnElement[Any] = table.c[one.names[at]]
    if at == one.stands:
        # As if no newer revision had come: yes where it stands and is the latest, or neither.
        column = column == tables.documents.c.is_latest
    if at not in one.whole:
        return column
    return sa.type_coerce(column, sa.Integer) if dialect == "sqlite" else sa.cast(column, sa.Integer)


def _doubles(connection: sa.Connection, one: Sealed, numbers: Numbers) -> dict[int, list[Values]]:
    """The doubles of a table, by document."""
    rows = connection.execute(_doubles_asked(one.table.name), _ends(numbers)).cursor
    found = groupby(rows.fetchall() if rows else (), key=itemgetter(0))
    return {number: [tuple(row[1:]) for row in of_document] for number, of_document in found}


@cache
def _doubles_asked(table: str) -> sa.Select[Any]:
    one = next(one for one in sealed_tables() if one.table.name == table)
    columns = one.table.c
    document = columns[one.by] // sa.literal_column(f"{PLACES}", sa.BigInteger) if one.is_part else columns[one.by]
    asked = sa.select(document, *(columns[one.names[at]] for at in one.real))
    return _within(asked, one).order_by(columns[one.by], *(columns[one.names[at]] for at in one.order))


@cache
def _counts_asked() -> sa.Select[Any]:
    counts = [_within(sa.select(sa.func.count()).select_from(one.table), one).scalar_subquery() for one in sealed_tables()]
    return sa.select(*counts)


def _within(asked: sa.Select[Any], one: Sealed) -> sa.Select[Any]:
    """What is asked of a table, of the rows between both ends alone."""
    low, last = (sa.bindparam(f"{end}_part" if one.is_part else end, type_=sa.BigInteger()) for end in ("low", "last"))
    return asked.where(one.table.c[one.by].between(low, last))


def _ends(numbers: Numbers) -> dict[str, int]:
    """The ends of numbers, both among them, as documents and as their parts have them."""
    low, past = numbers
    ends = {"low": _LOWEST, "low_part": _LOWEST, "last": HIGHEST, "last_part": HIGHEST}
    if low is not None:
        ends |= {"low": low, "low_part": first_part(low)}
    if past is not None:
        ends |= {"last": past - 1, "last_part": first_part(past) - 1}
    return ends


def between(asked: sa.Select[Any], one: Sealed, numbers: Numbers) -> sa.Select[Any]:
    """What is asked of a table, of the rows of the documents of some numbers alone."""
    column = one.table.c[one.by]
    low, past = (None if number is None else first_part(number) if one.is_part else number for number in numbers)
    asked = asked if low is None else asked.where(column >= low)
    return asked if past is None else asked.where(column < past)
