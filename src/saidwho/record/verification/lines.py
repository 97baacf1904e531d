"""What does a database hold of documents, written as the lines that are sealed?

The database writes the rows of a document as one text, so that a few texts are handed out for it in the place of thousands of
values. See seals for what the lines are.
"""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.dialects import written_row, written_rows
from saidwho.record.keys import PLACES, document_of, first_part
from saidwho.record.seals import Sealed, Values, line_of_doubles, sealed_tables

# From one number of a document to before another; None where there is no such end.
Numbers = tuple[int | None, int | None]


def sealed_lines(connection: sa.Connection, numbers: Numbers) -> dict[int, list[bytes]]:
    """The lines of the documents of some numbers, by number; nothing where the database holds what it cannot write.

    Such as bytes in the place of a text, which only whoever alters a record puts there.
    """
    try:
        rows = connection.execute(between(_lines_asked(connection.dialect.name), sealed_tables()[0], numbers)).all()
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
    held = connection.execute(sa.select(*(_count(one, numbers) for one in sealed_tables()))).one()
    return tuple(counts) == tuple(held)


def _lines(row: Any, doubles: dict[str, dict[int, list[Values]]]) -> Iterator[bytes]:
    for one, told in zip(sealed_tables(), row[1:], strict=True):
        yield told if isinstance(told, bytes) else told.encode()
        if one.real:
            yield line_of_doubles(doubles[one.table.name].get(row[0], []))


@cache
def _lines_asked(dialect: str) -> sa.Select[Any]:
    table = tables.documents
    return sa.select(table.c.n, *(_line(dialect, one) for one in sealed_tables())).order_by(table.c.n)


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
    column = one.table.c[one.by]
    asked = sa.select(column, *(one.table.c[one.names[at]] for at in one.real))
    asked = asked.order_by(column, *(one.table.c[one.names[at]] for at in one.order))
    rows = connection.execute(between(asked, one, numbers)).cursor
    found = groupby(rows.fetchall() if rows else (), key=lambda row: document_of(row[0]) if one.is_part else int(row[0]))
    return {number: [tuple(row[1:]) for row in of_document] for number, of_document in found}


def _count(one: Sealed, numbers: Numbers) -> sa.ScalarSelect[int]:
    return between(sa.select(sa.func.count()).select_from(one.table), one, numbers).scalar_subquery()


def between(asked: sa.Select[Any], one: Sealed, numbers: Numbers) -> sa.Select[Any]:
    """What is asked of a table, of the rows of the documents of some numbers alone."""
    column = one.table.c[one.by]
    low, past = (None if number is None else first_part(number) if one.is_part else number for number in numbers)
    asked = asked if low is None else asked.where(column >= low)
    return asked if past is None else asked.where(column < past)
