"""How are the questions of linking put to SQLite and to PostgreSQL?

There are many, and small ones, so they go to the driver without a detour. What else differs between the two is in dialects.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

# Keys in one question.
_MANY = 20_000
_TEXTS = frozenset({"claim", "utterance"})
_BACK = "ORDER BY day DESC, place DESC, item DESC"
_ON = "ORDER BY day, place, item"
_AROUND_SQLITE = f"""
SELECT * FROM (SELECT key, day, place, item FROM link_positions WHERE key = ? AND (day, place, item) < (?, ?, ?) {_BACK} LIMIT ?)
UNION ALL SELECT key, day, place, item FROM link_positions WHERE key = ? AND (day, place, item) BETWEEN (?, ?, ?) AND (?, ?, ?)
UNION ALL SELECT * FROM (SELECT key, day, place, item FROM link_positions WHERE key = ? AND (day, place, item) > (?, ?, ?) {_ON} LIMIT ?)"""
# One key at a time: of many keys at once the whole list of each would be read.
_FIRST_SQLITE = f"SELECT key, day, place, item FROM link_positions WHERE key = ? {_ON} LIMIT ?"
_GIVEN = """(SELECT (g->>0)::bigint AS k, (g->>1)::bigint AS d1, (g->>2)::bigint AS p1, (g->>3)::bigint AS i1,
(g->>4)::bigint AS d2, (g->>5)::bigint AS p2, (g->>6)::bigint AS i2 FROM json_array_elements(CAST(%(given)s AS json)) AS g) AS given"""
_AROUND_POSTGRES = f"""
SELECT k, f.day, f.place, f.item FROM {_GIVEN}, LATERAL (
(SELECT day, place, item FROM link_positions WHERE key = k AND (day, place, item) < (d1, p1, i1) {_BACK} LIMIT %(reach)s)
UNION ALL (SELECT day, place, item FROM link_positions WHERE key = k AND (day, place, item) >= (d1, p1, i1)
AND (day, place, item) <= (d2, p2, i2))
UNION ALL (SELECT day, place, item FROM link_positions WHERE key = k AND (day, place, item) > (d2, p2, i2) {_ON} LIMIT %(reach)s)) AS f"""
_FIRST_POSTGRES = f"""
SELECT k, f.day, f.place, f.item FROM unnest(CAST(%s AS BIGINT[])) AS k, LATERAL (
SELECT day, place, item FROM link_positions WHERE key = k {_ON} LIMIT %s) AS f"""


class LinkWords:
    """Questions of linking in the words of a database."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._driver = connection.dialect.loaded_dbapi
        # Of the driver itself: there are hundreds of questions for each report, and most are answered quicker than a detour takes.
        self._cursor: Any = connection.connection.cursor()
        self._is_sqlite = connection.dialect.name == "sqlite"
        self._mark = "?" if self._is_sqlite else "%s"

    def among(self, column: str) -> str:
        """That a column is one of the values given, which are one parameter however many they are."""
        if self._is_sqlite:
            return "IN (SELECT value FROM json_each(?))"
        return f"= ANY(CAST(%s AS {'TEXT' if column in _TEXTS else 'BIGINT'}[]))"

    def ask(self, asked: str, values: Sequence[Any]) -> Sequence[Any]:
        """The rows of a question about some values."""
        return self._rows(asked, (self._given(values),))

    def change(self, asked: str, values: Sequence[Any]) -> None:
        with self._told(asked):
            self._cursor.execute(asked, (self._given(values),))

    def _rows(self, asked: str, given: Any) -> list[Any]:
        with self._told(asked):
            self._cursor.execute(asked, given)
            return self._cursor.fetchall()  # type: ignore[no-any-return]

    def _many(self, asked: str, rows: Sequence[Sequence[Any]]) -> None:
        with self._told(asked):
            self._cursor.executemany(asked, rows)

    @contextmanager
    def _told(self, asked: str) -> Iterator[None]:
        """Errors of the driver as SQLAlchemy tells them of all other questions."""
        try:
            yield
        except self._driver.Error as error:
            is_gone = self._connection.dialect.is_disconnect(error, None, self._cursor)
            if is_gone:
                self._connection.invalidate(error)
            raise sa.exc.DBAPIError.instance(
                asked, None, error, self._driver.Error, connection_invalidated=is_gone, dialect=self._connection.dialect
            ) from error

    def _given(self, values: Sequence[Any]) -> Any:
        return json.dumps(values) if self._is_sqlite else list(values)

    def of_keys(self, table: str, columns: Sequence[str], keys: Sequence[Sequence[int]]) -> Iterator[Any]:
        """The rows whose first two columns are some keys."""
        one, other = columns[:2]
        if self._is_sqlite:
            asked = f"SELECT {', '.join(columns)} FROM {table} WHERE {one} = ? AND {other} = ?"
            with self._told(asked):
                yield from [row for key in keys for row in self._cursor.execute(asked, key).fetchall()]
            return
        given = "unnest(CAST(%s AS BIGINT[]), CAST(%s AS BIGINT[])) AS given (a, b)"
        asked = f"SELECT {', '.join(columns)} FROM {table} JOIN {given} ON {one} = a AND {other} = b"
        for at in range(0, len(keys), _MANY):
            yield from self._rows(asked, tuple(map(list, zip(*keys[at : at + _MANY], strict=True))))

    def put(self, table: str, columns: Sequence[str], keys: int, rows: Sequence[Sequence[Any]]) -> None:
        """Add rows, each in the place of that of the same keys."""
        if not rows:
            return
        rest = ", ".join(f"{column} = excluded.{column}" for column in columns[keys:])
        told = f"UPDATE SET {rest}" if rest else "NOTHING"
        marks = ", ".join(self._mark for _ in columns)
        insert = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks}) ON CONFLICT ({', '.join(columns[:keys])}) DO {told}"
        self._many(insert, rows)

    def take(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        """Take rows away."""
        if rows:
            where = " AND ".join(f"{column} = {self._mark}" for column in columns)
            self._many(f"DELETE FROM {table} WHERE {where}", rows)

    def around(self, bounds: Sequence[tuple[int, Sequence[int], Sequence[int]]], *, reach: int) -> Iterator[list[Any]]:
        """Of each key its positions from so many before the first to so many after the last, in any order."""
        if self._is_sqlite:
            for key, first, last in bounds:
                given = (key, *first[1:], reach, key, *first[1:], *last[1:], key, *last[1:], reach)
                yield self._rows(_AROUND_SQLITE, given)
            return
        asked = json.dumps([[key, *first[1:], *last[1:]] for key, first, last in bounds])
        yield self._rows(_AROUND_POSTGRES, {"given": asked, "reach": reach})

    def first(self, keys: Sequence[int], *, count: int) -> Iterator[tuple[int, list[Any]]]:
        """The first positions of each key, in their order."""
        if self._is_sqlite:
            with self._told(_FIRST_SQLITE):
                yield from [(key, self._cursor.execute(_FIRST_SQLITE, (key, count)).fetchall()) for key in keys]
            return
        found: dict[int, list[Any]] = {key: [] for key in keys}
        for row in self._rows(_FIRST_POSTGRES, (self._given(keys), count)):
            found[row[0]].append(row)
        for key, rows in found.items():
            yield key, sorted(rows)
