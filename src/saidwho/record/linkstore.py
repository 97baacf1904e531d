"""What linking keeps, in the tables of a record: types/store.py tells what is asked."""

import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any, get_args

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from saidwho.record import tables
from saidwho.record.bodies import report_in
from saidwho.record.lately import Lately
from saidwho.record.linkwords import LinkWords
from saidwho.types.document import Document
from saidwho.types.store import Kind, Position, Relation, Row

# By their numbers in link_objects, which are never given to another kind.
KINDS: Mapping[Kind, int] = {kind: number for number, kind in enumerate(get_args(Kind))} | {"sketch": 9}
# The number of the mark that each linking leaves.
_TURN = 10
# Values in one question: the text that they make is a megabyte at most.
_MANY = 20_000
# From so many keys on, their lists are read in a few long questions, and not one by one.
_LONG = 400
_NO_POSITIONS = np.zeros((0, 4), dtype=np.int64)


class RecordStore:
    """Keeps what linking made in the tables of a record, within one transaction that has the lock of writers.

    pack, unpack: turn an object of a kind into bytes and back. lately: what was read and written in transactions before this one.
    """

    def __init__(
        self,
        connection: sa.Connection,
        *,
        pack: Callable[[Kind, Any], bytes],
        unpack: Callable[[Kind, bytes], Any],
        lately: Lately | None = None,
    ) -> None:
        self._connection = connection
        self._words = LinkWords(connection)
        self._pack, self._unpack = pack, unpack
        self._seen = lately or Lately()
        self._seen.begin(self._turn())

    def _turn(self) -> bytes | None:
        """What the last who linked left here, so that he knows whether anybody did after him."""
        found = self._words.ask(f"SELECT body FROM link_objects WHERE kind = {_TURN} AND n {self._words.among('n')}", [0])
        return bytes(found[0][0]) if found else None

    def end(self) -> bytes:
        """Leave a mark that tells this linking from all others. What was read and written lately holds while it stands."""
        turn = secrets.token_bytes(8)
        self._words.put("link_objects", ("kind", "n", "body"), 2, [(_TURN, 0, turn)])
        return turn

    # ---- objects

    def objects(self, kind: Kind, numbers: Iterable[int]) -> Mapping[int, Any]:
        found, missing = self._seen.among(kind, dict.fromkeys(numbers))
        for part in _parts(missing):
            where = f"kind = {KINDS[kind]} AND n {self._words.among('n')}"
            for n, body in self._words.ask(f"SELECT n, body FROM link_objects WHERE {where}", part):
                found[n] = self._unpack(kind, body)
        self._seen.learn(kind, {n: found.get(n) for n in missing})
        return found

    def keep(self, kind: Kind, objects: Mapping[int, Any]) -> None:
        self._seen.learn(kind, objects)
        rows = [(KINDS[kind], n, self._pack(kind, objects[n])) for n in sorted(objects)]
        self._words.put("link_objects", ("kind", "n", "body"), 2, rows)

    def drop(self, kind: Kind, numbers: Iterable[int]) -> None:
        wanted = list(numbers)
        self._seen.learn(kind, dict.fromkeys(wanted))
        for part in _parts(wanted):
            self._words.change(f"DELETE FROM link_objects WHERE kind = {KINDS[kind]} AND n {self._words.among('n')}", part)

    # ---- rows

    def find(
        self, relation: Relation, column: str, values: Iterable[Any], *, having: str | None = None, only: Sequence[str] | None = None
    ) -> list[Row]:
        asked = f"SELECT {', '.join(only or relation.columns)} FROM link_{relation.name} WHERE {column} {self._words.among(column)}"
        asked += f" AND {having} IS NOT NULL" if having else ""
        return [row for part in _parts(list(set(values))) for row in self._words.ask(asked, part)]

    def add(self, relation: Relation, rows: Iterable[Row]) -> None:
        # In the order of their keys, so that what lies together is written together.
        ordered = sorted(rows, key=itemgetter(*range(relation.keys)))
        self._words.put(f"link_{relation.name}", relation.columns, relation.keys, ordered)

    def remove(self, relation: Relation, column: str, values: Iterable[Any]) -> None:
        for part in _parts(list(set(values))):
            self._words.change(f"DELETE FROM link_{relation.name} WHERE {column} {self._words.among(column)}", part)

    def forget(self, relation: Relation, rows: Iterable[Row]) -> None:
        keys = sorted({row[: relation.keys] for row in rows})
        self._words.take(f"link_{relation.name}", relation.columns[: relation.keys], keys)

    # ---- positions

    def near(self, wanted: Mapping[int, Sequence[Position]], *, reach: int, days: int | None = None) -> Mapping[int, Sequence[Position]]:
        found: dict[int, list[Position]] = {key: [] for key in wanted}
        for row in self.around(wanted, reach=reach, days=days).tolist():
            found[row[0]].append(Position(*row))
        return {key: sorted(positions) for key, positions in found.items()}

    def around(self, wanted: Mapping[int, Sequence[Position]], *, reach: int, days: int | None = None) -> NDArray[np.int64]:
        if len(wanted) >= _LONG and days is not None:
            return np.concatenate([_NO_POSITIONS, *map(_table, self._in_days(wanted, days))])
        bounds = [(key, min(positions), max(positions)) for key, positions in wanted.items()]
        return np.concatenate([_NO_POSITIONS, *(_table(rows) for rows in self._words.around(bounds, reach=reach))])

    def _in_days(self, wanted: Mapping[int, Sequence[Position]], days: int) -> Iterator[Sequence[Row]]:
        """The lists of many keys, where they reach far enough in time: those of a batch of days as one range."""
        first = min(position.day for positions in wanted.values() for position in positions) - days
        last = max(position.day for positions in wanted.values() for position in positions) + days
        asked = f"SELECT key, day, place, item FROM link_positions WHERE key {self._words.among('key')}"
        for is_timed in (False, True):
            keys = [key for key in wanted if bool(key & 1) == is_timed]
            within = f" AND day BETWEEN {first} AND {last}" if is_timed else ""
            yield from (self._words.ask(f"{asked}{within}", part) for part in _parts(keys))

    def head(self, keys: Iterable[int], *, count: int) -> Mapping[int, Sequence[Position]]:
        return {key: [Position(key, *row) for row in rows] for key, rows in self._words.first(list(keys), count=count)}

    def place(self, positions: Iterable[Position]) -> None:
        self._words.put("link_positions", Position._fields, 4, sorted(positions))

    def displace(self, positions: Iterable[Position]) -> None:
        self._words.take("link_positions", Position._fields, sorted(positions))

    # ---- documents

    def texts(self, documents: Iterable[str]) -> Mapping[str, Document]:
        document, reading = tables.documents, tables.readings
        body = sa.func.coalesce(reading.c.shown, reading.c.body)
        asked = sa.select(document.c.id, body).join(reading, reading.c.document == document.c.n).where(reading.c.is_current)
        found = {}
        wanted = list(documents)
        for at in range(0, len(wanted), 500):
            for identity, written in self._connection.execute(asked.where(document.c.id.in_(wanted[at : at + 500]))):
                found[identity] = Document(**report_in(written)["document"])
        return found


def clear_links(connection: sa.Connection) -> None:
    """Forget all that linking keeps, so that the record is linked anew from its readings."""
    kept = (tables.linked_documents, tables.link_objects, tables.link_positions, *tables.LINK_RELATIONS.values())
    for table in (*kept, tables.linkings):
        connection.execute(sa.delete(table))


def _table(rows: Sequence[Row]) -> NDArray[np.int64]:
    """Positions as a table. To make it of single numbers takes a fifth of the time that it takes of rows."""
    return np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=4 * len(rows)).reshape(-1, 4)


def _parts(values: list[Any]) -> Iterable[list[Any]]:
    return (values[at : at + _MANY] for at in range(0, len(values), _MANY))
