"""What does linking change of what a record keeps for it? It is gathered here, and written to the record at once.

Linking takes many times longer than to write what came of it. So it reads one state of the record and holds no lock meanwhile.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from saidwho.types.document import Document
from saidwho.types.store import RELATIONS, KeptLinks, Kind, Position, Relation, Row


class LinkDraft:
    """A store over what was kept before, which is only read: all that is written stays here.

    objects: those that were kept, by kind and number; None of those that were dropped. changes: what changed in each relation, by its
    name. lists: what changed in the list of each key.
    """

    def __init__(self, kept: KeptLinks) -> None:
        self._kept = kept
        self.changed: dict[Kind, dict[int, Any]] = defaultdict(dict)
        self.changes: dict[str, ChangedRows] = {relation.name: ChangedRows(relation) for relation in RELATIONS}
        self.lists: dict[int, ChangedList] = defaultdict(ChangedList)

    def over(self, kept: KeptLinks) -> "LinkDraft":
        """The same changes over what is kept where they may have been written meanwhile, or not yet: it makes no difference."""
        found = LinkDraft(kept)
        found.changed, found.changes, found.lists = self.changed, self.changes, self.lists
        return found

    # ---- objects

    def objects(self, kind: Kind, numbers: Iterable[int]) -> Mapping[int, Any]:
        changed, wanted = self.changed[kind], dict.fromkeys(numbers)
        found = dict(self._kept.objects(kind, [n for n in wanted if n not in changed]))
        found.update((n, changed[n]) for n in wanted if changed.get(n) is not None)
        return found

    def keep(self, kind: Kind, objects: Mapping[int, Any]) -> None:
        self.changed[kind].update(objects)

    def drop(self, kind: Kind, numbers: Iterable[int]) -> None:
        self.changed[kind].update(dict.fromkeys(numbers))

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
        changed, wanted = self.changes[relation.name], set(values)
        if not changed:
            return self._kept.find(relation, column, wanted, having=having, above=above, only=only)
        asked = changed.columns_to_tell(only or relation.columns)
        left = wanted - changed.removed.get(column, set())
        there = self._kept.find(relation, column, left, having=having, above=above, only=asked)
        count = len(only or relation.columns)
        standing = changed.standing(there, asked)
        found = standing if len(asked) == count else [row[:count] for row in standing]
        return found + changed.come(column, wanted, having=having, above=above, only=only)

    def rows(self, relation: Relation, keys: Iterable[Row]) -> list[Row]:
        changed, wanted = self.changes[relation.name], set(keys)
        come = [changed.rows[key] for key in wanted & changed.rows.keys()]
        there = self._kept.rows(relation, wanted - changed.rows.keys() - changed.gone)
        return come + changed.standing(there, relation.columns)

    def add(self, relation: Relation, rows: Iterable[Row]) -> None:
        self.changes[relation.name].add(rows)

    def remove(self, relation: Relation, column: str, values: Iterable[Any]) -> None:
        self.changes[relation.name].remove(column, set(values))

    def forget(self, relation: Relation, rows: Iterable[Row]) -> None:
        self.changes[relation.name].forget({row[: relation.keys] for row in rows})

    # ---- positions

    def near(self, wanted: Mapping[int, Sequence[Position]], *, reach: int, days: int | None = None) -> Mapping[int, Sequence[Position]]:
        changed = self.lists.keys() & wanted.keys()
        # So many more, that enough are left when those that went are taken away; of what stands between some nothing is left out.
        more = max((len(self.lists[key].gone) for key in changed), default=0) if reach else 0
        if not more:
            found = dict(self._kept.near(wanted, reach=reach, days=days))
        else:
            found = dict(self._kept.near({key: wanted[key] for key in wanted if key not in changed}, reach=reach, days=days))
            found.update(self._kept.near({key: wanted[key] for key in wanted if key in changed}, reach=reach + more, days=days))
        for key in changed:
            merged = self.lists[key].over(found[key])
            first, past = bisect_left(merged, min(wanted[key])), bisect_right(merged, max(wanted[key]))
            found[key] = merged[max(0, first - reach) : past + reach]
        return found

    def around(self, wanted: Mapping[int, Sequence[Position]], *, reach: int, days: int | None = None) -> NDArray[np.int64]:
        changed = self.lists.keys() & wanted.keys()
        if not changed:
            return self._kept.around(wanted, reach=reach, days=days)
        rest, asked = {key: wanted[key] for key in wanted if key not in changed}, {key: wanted[key] for key in changed}
        more = max(len(self.lists[key].gone) for key in changed) if reach else 0
        there = self._kept.around(asked, reach=reach + more, days=days)
        come = [position for key in changed for position in self.lists[key].come]
        gone = [position for key in changed for position in self.lists[key].gone]
        ends = [end(positions) for end in (min, max) for positions in asked.values()]
        found = _cut(there, _table(come), _table(gone), _table(ends), reach=reach)
        return np.concatenate([self._kept.around(rest, reach=reach, days=days), found]) if rest else found

    def head(self, keys: Iterable[int], *, count: int) -> Mapping[int, Sequence[Position]]:
        wanted = list(keys)
        changed = self.lists.keys() & set(wanted)
        more = max((len(self.lists[key].gone) for key in changed), default=0)
        found = dict(self._kept.head(wanted, count=count + more))
        return {key: self.lists[key].over(run)[:count] if key in changed else run[:count] for key, run in found.items()}

    def place(self, positions: Iterable[Position]) -> None:
        for position in positions:
            changed = self.lists[position.key]
            changed.gone.discard(position)
            changed.come.add(position)

    def displace(self, positions: Iterable[Position]) -> None:
        for position in positions:
            changed = self.lists[position.key]
            changed.come.discard(position)
            changed.gone.add(position)

    # ---- documents

    def texts(self, documents: Iterable[str]) -> Mapping[str, Document]:
        return self._kept.texts(documents)


def _table(positions: Iterable[Position]) -> NDArray[np.int64]:
    flat = np.fromiter(chain.from_iterable(positions), dtype=np.int64)
    return flat.reshape(-1, 4)


def _cut(
    kept: NDArray[np.int64], come: NDArray[np.int64], gone: NDArray[np.int64], ends: NDArray[np.int64], *, reach: int
) -> NDArray[np.int64]:
    """Lists as they are now, each from so many positions before the first of its ends to so many after the last.

    kept: the lists as they were around their ends, in any order. come, gone: what came to them and went. ends: the first and the last
    position that is asked for in each, which need not be there.
    """
    tables = (kept, come, gone, ends)
    rows = np.concatenate(tables)
    kinds = np.repeat(np.arange(len(tables)), [len(table) for table in tables])
    order = np.lexsort(rows.T[::-1])
    rows, kinds = rows[order], kinds[order]
    starts = np.flatnonzero(np.append(True, (rows[1:] != rows[:-1]).any(axis=1)))
    # Each position once, and whether it is there now.
    rows = rows[starts]
    is_there, is_gone, is_end = (np.logical_or.reduceat(of, starts) for of in (kinds < 2, kinds == 2, kinds == 3))
    is_there &= ~is_gone
    before = np.cumsum(is_there) - is_there
    lists = np.cumsum(np.append(True, rows[1:, 0] != rows[:-1, 0])) - 1
    at = np.flatnonzero(is_end)
    low, high = np.full(lists[-1] + 1, len(rows)), np.zeros(lists[-1] + 1, dtype=np.int64)
    np.minimum.at(low, lists[at], before[at])
    np.maximum.at(high, lists[at], before[at] + is_there[at])
    is_asked = (before >= low[lists] - reach) & (before < high[lists] + reach)
    found: NDArray[np.int64] = rows[is_there & is_asked]
    return found


class ChangedList:
    """Positions of one key that came and that went; none is both."""

    __slots__ = ("come", "gone")

    def __init__(self) -> None:
        self.come: set[Position] = set()
        self.gone: set[Position] = set()

    def over(self, kept: Iterable[Position]) -> list[Position]:
        """Positions that were kept, with those that came and without those that went, in their order."""
        return sorted(({*kept} - self.gone) | self.come)


class ChangedRows:
    """What changes in a relation.

    removed: values of columns; what had them is gone. gone: keys of rows that are gone as well. rows: those that came, by key.
    """

    def __init__(self, relation: Relation) -> None:
        self.relation = relation
        self.removed: dict[str, set[Any]] = {}
        self.gone: set[Row] = set()
        self.rows: dict[Row, Row] = {}
        self._by: dict[str, dict[Any, dict[Row, Row]]] = {}

    def __bool__(self) -> bool:
        return bool(self.removed or self.gone or self.rows)

    def add(self, rows: Iterable[Row]) -> None:
        for row in rows:
            key = row[: self.relation.keys]
            if key in self.rows:
                self._take(key)
            self.rows[key] = row
            for column, index in self._by.items():
                index.setdefault(row[self._at(column)], {})[key] = row

    def remove(self, column: str, values: set[Any]) -> None:
        self.removed.setdefault(column, set()).update(values)
        self.forget([row[: self.relation.keys] for row in self.come(column, values)])

    def forget(self, keys: Collection[Row]) -> None:
        """Forget rows of some keys, those that came among them."""
        for key in keys:
            if key in self.rows:
                self._take(key)
        self.gone.update(keys)

    def come(
        self,
        column: str,
        values: set[Any],
        *,
        having: str | None = None,
        above: float | None = None,
        only: Sequence[str] | None = None,
    ) -> list[Row]:
        """The rows that came and have one of these values in a column."""
        index = self._index(column)
        # Thousands are asked for of which nothing came.
        found = [row for value in index.keys() & values for row in index[value].values()]
        if having:
            at = self._at(having)
            found = [row for row in found if row[at] is not None and (above is None or row[at] > above)]
        if only is None:
            return found
        places = [self._at(name) for name in only]
        return [tuple(row[place] for place in places) for row in found]

    def columns_to_tell(self, asked: Sequence[str]) -> list[str]:
        """The columns asked for, and after them those that tell whether a row that was kept still stands."""
        told = (*self.relation.columns[: self.relation.keys], *self.removed)
        return [*asked, *(name for name in dict.fromkeys(told) if name not in asked)]

    def standing(self, rows: list[Row], columns: Sequence[str]) -> list[Row]:
        """Those of some rows that were kept, and neither went nor were replaced. columns: those that the rows have."""
        for name, values in self.removed.items():
            at = columns.index(name)
            rows = [row for row in rows if row[at] not in values]
        if not self.rows and not self.gone:
            return rows
        keys = [columns.index(name) for name in self.relation.columns[: self.relation.keys]]
        if len(keys) == 1:
            at = keys[0]
            return [row for row in rows if (row[at],) not in self.rows and (row[at],) not in self.gone]
        key_of = itemgetter(*keys)
        return [row for row in rows if key_of(row) not in self.rows and key_of(row) not in self.gone]

    def _at(self, column: str) -> int:
        return self.relation.columns.index(column)

    def _index(self, column: str) -> dict[Any, dict[Row, Row]]:
        """The rows that came by a column, kept from the first time that somebody asks."""
        if column not in self._by:
            index: dict[Any, dict[Row, Row]] = {}
            at = self._at(column)
            for key, row in self.rows.items():
                index.setdefault(row[at], {})[key] = row
            self._by[column] = index
        return self._by[column]

    def _take(self, key: Row) -> None:
        row = self.rows.pop(key)
        for column, index in self._by.items():
            index[row[self._at(column)]].pop(key, None)
