"""What linking keeps, in the tables of a record: types/store.py tells what is asked."""

import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, pairwise
from operator import itemgetter
from typing import Any, get_args

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from saidwho.record import tables
from saidwho.record.bodies import report_in
from saidwho.record.lately import Lately
from saidwho.record.linkdraft import LinkDraft
from saidwho.record.linkwords import LinkWords
from saidwho.types.document import Document
from saidwho.types.store import KeptLinks, Kind, Position, Relation, Row

# By their numbers in link_objects, which are never given to another kind.
KINDS: Mapping[Kind, int] = {kind: number for number, kind in enumerate(get_args(Kind))} | {"sketch": 9, "shingles": 11}
# The kind, among objects, of the mark that each linking leaves.
TURN = 10
# Values in one question: the text that they make is a megabyte at most.
_MANY = 20_000
# From so many keys on, their lists are read in a few long questions, and not one by one.
_LONG = 400
# Positions of a list that are so many days apart are read around each of them, where neighbours are asked for; where as many as this
# are, all between is read.
_GAP = 2
_FAR = 1000
_NO_POSITIONS = np.zeros((0, 4), dtype=np.int64)


class RecordStore:
    """Reads what linking made in the tables of a record, within one transaction.

    unpack: turns the bytes of an object of a kind back. lately: what was read and written in transactions before this one. turn: the
    mark of the last of these, where it may not be committed yet; what it wrote is not asked for here.
    """

    def __init__(
        self, connection: sa.Connection, *, unpack: Callable[[Kind, bytes], Any], lately: Lately | None = None, turn: bytes | None = None
    ) -> None:
        self._connection = connection
        self._words = LinkWords(connection)
        self._unpack = unpack
        self._seen = lately or Lately()
        self._seen.begin(turn_in(connection) if turn is None else turn)

    # ---- objects

    def objects(self, kind: Kind, numbers: Iterable[int]) -> Mapping[int, Any]:
        found, missing = self._seen.among(kind, dict.fromkeys(numbers))
        for part in _parts(missing):
            where = f"kind = {KINDS[kind]} AND n {self._words.among('n')}"
            for n, body in self._words.ask(f"SELECT n, body FROM link_objects WHERE {where}", part):
                found[n] = self._unpack(kind, body)
        self._seen.learn(kind, {n: found.get(n) for n in missing})
        return found

    # ---- rows

    def find(
        self,
        relation: Relation,
        column: str,
        values: Iterable[Any],
        *,
        having: str | None = None,
        above: float | None = None,
        only: Sequence[str] | None = None,
    ) -> list[Row]:
        asked = f"SELECT {', '.join(only or relation.columns)} FROM link_{relation.name} WHERE {column} {self._words.among(column)}"
        # As it is written it is read back, to the last bit.
        asked += f" AND {having} > {above!r}" if above is not None else f" AND {having} IS NOT NULL" if having else ""
        return [row for part in _parts(list(set(values))) for row in self._words.ask(asked, part)]

    def rows(self, relation: Relation, keys: Iterable[Row]) -> list[Row]:
        return list(self._words.of_keys(f"link_{relation.name}", relation.columns, list(set(keys))))

    # ---- positions

    def near(self, wanted: Mapping[int, Sequence[Position]], *, reach: int, days: int | None = None) -> Mapping[int, Sequence[Position]]:
        found: dict[int, list[Position]] = {key: [] for key in wanted}
        for row in self.around(wanted, reach=reach, days=days).tolist():
            found[row[0]].append(Position(*row))
        return {key: sorted(set(positions)) for key, positions in found.items()}

    def around(self, wanted: Mapping[int, Sequence[Position]], *, reach: int, days: int | None = None) -> NDArray[np.int64]:
        if len(wanted) >= _LONG and days is not None:
            return np.concatenate([_NO_POSITIONS, *map(_table, self._in_days(wanted, days))])
        bounds = [(key, run[0], run[-1]) for key, positions in wanted.items() for run in _runs(positions, reach)]
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
        return {key: [Position(*row) for row in rows] for key, rows in self._words.first(list(keys), count=count)}

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a linking changes of what is kept, ready to be written.

    objects: rows of those that are kept, as bytes. dropped: numbers of objects, by kind. removed: relations, columns, and the values
    of which nothing stays. gone, rows: keys of rows and rows, by relation. displaced, placed: positions. seen: objects as linking
    knows them, None of those that are dropped.
    """

    objects: Sequence[tuple[int, int, bytes]]
    dropped: Mapping[Kind, Sequence[int]]
    removed: Sequence[tuple[Relation, str, Sequence[Any]]]
    gone: Sequence[tuple[Relation, Sequence[Row]]]
    rows: Sequence[tuple[Relation, Sequence[Row]]]
    displaced: Sequence[Row]
    placed: Sequence[Row]
    seen: Mapping[Kind, Mapping[int, Any]]

    def as_written(self) -> "Changes":
        """The same without what only this process knows, to be sent to another."""
        displaced, placed = (list(map(tuple, positions)) for positions in (self.displaced, self.placed))
        return replace(self, displaced=displaced, placed=placed, seen={})


def changes_of(draft: LinkDraft, *, pack: Callable[[Kind, Any], bytes]) -> Changes:
    """What there is to write of a draft. All is in the order of its keys, so that what lies together is written together."""
    changed = [rows for rows in draft.changes.values() if rows]
    return Changes(
        objects=[
            (KINDS[kind], n, pack(kind, objects[n]))
            for kind, objects in draft.changed.items()
            for n in sorted(objects)
            if objects[n] is not None
        ],
        dropped={kind: sorted(n for n in objects if objects[n] is None) for kind, objects in draft.changed.items()},
        removed=[(rows.relation, column, sorted(values)) for rows in changed for column, values in rows.removed.items()],
        gone=[(rows.relation, sorted(rows.gone - rows.rows.keys())) for rows in changed],
        rows=[(rows.relation, sorted(rows.rows.values(), key=itemgetter(*range(rows.relation.keys)))) for rows in changed],
        displaced=sorted(position for found in draft.lists.values() for position in found.gone),
        placed=sorted(position for found in draft.lists.values() for position in found.come),
        seen=draft.changed,
    )


class _Unread(dict[int, Any]):
    """Objects of a kind as bytes, each turned back when it is asked for."""

    def __init__(self, objects: Mapping[int, bytes | None], unpack: Callable[[bytes], Any]) -> None:
        super().__init__(objects)
        self._unpack = unpack

    def get(self, n: int, default: Any = None) -> Any:
        value = super().get(n, default)
        if type(value) is bytes:
            self[n] = value = self._unpack(value)
        return value


def draft_of(changes: Changes, kept: KeptLinks, *, unpack: Callable[[Kind, bytes], Any]) -> LinkDraft:
    """A draft of changes that another process made, over what is kept."""
    draft = LinkDraft(kept)
    kinds = {number: kind for kind, number in KINDS.items()}
    objects: dict[Kind, dict[int, bytes | None]] = {kind: dict.fromkeys(dropped) for kind, dropped in changes.dropped.items()}
    for number, n, body in changes.objects:
        objects.setdefault(kinds[number], {})[n] = body
    draft.changed.update({kind: _Unread(found, partial(unpack, kind)) for kind, found in objects.items()})
    for relation, column, values in changes.removed:
        draft.remove(relation, column, values)
    for relation, keys in changes.gone:
        draft.forget(relation, keys)
    for relation, rows in changes.rows:
        draft.add(relation, rows)
    draft.displace(map(Position._make, changes.displaced))
    draft.place(map(Position._make, changes.placed))
    return draft


def read_in(draft: LinkDraft) -> Mapping[Kind, Mapping[int, Any]]:
    """The objects of a draft of another process that were asked for."""
    return {kind: {n: value for n, value in objects.items() if type(value) is not bytes} for kind, objects in draft.changed.items()}


def new_turn() -> bytes:
    """A mark that tells a linking from all others."""
    return secrets.token_bytes(8)


def write_changes(connection: sa.Connection, changes: Changes, *, turn: bytes | None = None) -> bytes:
    """Put changes into a record, and leave a mark that tells this linking from all others. Returns the mark.

    Runs within one transaction that has the lock of writers, in which nothing stands otherwise than where the draft was made.
    """
    words = LinkWords(connection)
    for kind, dropped in changes.dropped.items():
        for part in _parts(dropped):
            words.change(f"DELETE FROM link_objects WHERE kind = {KINDS[kind]} AND n {words.among('n')}", part)
    for relation, column, values in changes.removed:
        for part in _parts(values):
            words.change(f"DELETE FROM link_{relation.name} WHERE {column} {words.among(column)}", part)
    for relation, keys in changes.gone:
        words.take(f"link_{relation.name}", relation.columns[: relation.keys], keys)
    for relation, rows in changes.rows:
        words.put(f"link_{relation.name}", relation.columns, relation.keys, rows)
    words.take("link_positions", Position._fields, changes.displaced)
    words.put("link_positions", Position._fields, 4, changes.placed)
    turn = turn or new_turn()
    words.put("link_objects", ("kind", "n", "body"), 2, [*changes.objects, (TURN, 0, turn)])
    return turn


def changed_in(changes: Changes) -> Iterator[tuple[Kind, int]]:
    """The objects that are others than before, or no more, by kind and number."""
    kinds = {number: kind for kind, number in KINDS.items()}
    yield from ((kinds[kind], n) for kind, n, _ in changes.objects)
    yield from ((kind, n) for kind, dropped in changes.dropped.items() for n in dropped)


def turn_in(connection: sa.Connection) -> bytes | None:
    """The mark that whoever linked last left. Where it is another than before, somebody linked meanwhile, or took all links away."""
    objects = tables.link_objects
    found = connection.execute(sa.select(objects.c.body).where(objects.c.kind == TURN, objects.c.n == 0)).scalar_one_or_none()
    return bytes(found) if found is not None else None


# All that linking keeps.
KEPT = (tables.link_objects, tables.linked_documents, tables.link_positions, *tables.LINK_RELATIONS.values())


def clear_links(connection: sa.Connection) -> None:
    """Forget all that linking keeps, so that the record is linked anew from its readings."""
    for table in (*KEPT, tables.linkings):
        connection.execute(sa.delete(table))


def _runs(positions: Sequence[Position], reach: int) -> Iterator[Sequence[Position]]:
    """Positions of one list, in their order, parted where what stands between is read for nothing."""
    ordered = sorted(positions)
    far = [at for at in range(1, len(ordered)) if ordered[at].day - ordered[at - 1].day > _GAP] if 0 < reach < _FAR else []
    for start, end in pairwise([0, *far, len(ordered)]):
        yield ordered[start:end]


def _table(rows: Sequence[Row]) -> NDArray[np.int64]:
    """Positions as a table. To make it of single numbers takes a fifth of the time that it takes of rows."""
    return np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=4 * len(rows)).reshape(-1, 4)


def _parts(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (values[at : at + _MANY] for at in range(0, len(values), _MANY))
