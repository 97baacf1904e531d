"""A store that lives as long as one linking."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from saidwho.types.document import Document
from saidwho.types.store import Kind, Position, Relation, Row


class MemoryStore:
    """Keeps what linking made in memory. documents: those whose texts may be asked for; more are added with add_texts."""

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        self._texts = {document.id: document for document in documents}
        self._objects: dict[Kind, dict[int, Any]] = defaultdict(dict)
        self._rows: dict[str, dict[Row, Row]] = defaultdict(dict)
        self._by: dict[tuple[str, str], dict[Any, dict[Row, Row]]] = {}
        self._lists: dict[int, list[Position]] = defaultdict(list)

    def add_texts(self, documents: Iterable[Document]) -> None:
        self._texts |= {document.id: document for document in documents}

    def objects(self, kind: Kind, numbers: Iterable[int]) -> Mapping[int, Any]:
        kept = self._objects[kind]
        return {number: kept[number] for number in numbers if number in kept}

    def keep(self, kind: Kind, objects: Mapping[int, Any]) -> None:
        self._objects[kind].update(objects)

    def drop(self, kind: Kind, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._objects[kind].pop(number, None)

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
        index = self._index(relation, column)
        found = [row for value in set(values) for row in index.get(value, {}).values()]
        at = relation.columns.index(having) if having else 0
        if having:
            found = [row for row in found if row[at] is not None and (above is None or row[at] > above)]
        if only is None:
            return found
        places = [relation.columns.index(name) for name in only]
        return [tuple(row[place] for place in places) for row in found]

    def rows(self, relation: Relation, keys: Iterable[Row]) -> list[Row]:
        kept = self._rows[relation.name]
        return [kept[key] for key in set(keys) if key in kept]

    def all_rows(self, relation: Relation) -> Sequence[Row]:
        """All rows of a relation."""
        return list(self._rows[relation.name].values())

    def add(self, relation: Relation, rows: Iterable[Row]) -> None:
        kept = self._rows[relation.name]
        for row in rows:
            key = row[: relation.keys]
            if key in kept:
                self._forget(relation, kept[key])
            kept[key] = row
            for (name, column), index in self._by.items():
                if name == relation.name:
                    index.setdefault(row[relation.columns.index(column)], {})[key] = row

    def remove(self, relation: Relation, column: str, values: Iterable[Any]) -> None:
        for row in self.find(relation, column, values):
            self._forget(relation, row)

    def forget(self, relation: Relation, rows: Iterable[Row]) -> None:
        kept = self._rows[relation.name]
        for key in {row[: relation.keys] for row in rows}:
            if key in kept:
                self._forget(relation, kept[key])

    def near(self, wanted: Mapping[int, Sequence[Position]], *, reach: int, days: int | None = None) -> Mapping[int, Sequence[Position]]:
        found = {}
        for key, positions in wanted.items():
            kept = self._lists[key]
            first, last = bisect_left(kept, min(positions)), bisect_left(kept, max(positions))
            found[key] = kept[max(0, first - reach) : last + reach + 1]
        return found

    def around(self, wanted: Mapping[int, Sequence[Position]], *, reach: int, days: int | None = None) -> NDArray[np.int64]:
        found = self.near(wanted, reach=reach, days=days)
        return np.array([position for positions in found.values() for position in positions], dtype=np.int64).reshape(-1, 4)

    def head(self, keys: Iterable[int], *, count: int) -> Mapping[int, Sequence[Position]]:
        return {key: self._lists[key][:count] for key in keys}

    def place(self, positions: Iterable[Position]) -> None:
        for position in positions:
            kept = self._lists[position.key]
            if not kept or kept[-1] < position:
                kept.append(position)
            elif kept[at := bisect_left(kept, position)] != position:
                kept.insert(at, position)

    def displace(self, positions: Iterable[Position]) -> None:
        for position in positions:
            kept = self._lists[position.key]
            at = bisect_left(kept, position)
            if at < len(kept) and kept[at] == position:
                del kept[at]

    def texts(self, documents: Iterable[str]) -> Mapping[str, Document]:
        return {document: self._texts[document] for document in documents if document in self._texts}

    def _index(self, relation: Relation, column: str) -> dict[Any, dict[Row, Row]]:
        """The rows of a relation by a column, kept from the first time that somebody asks."""
        if (relation.name, column) not in self._by:
            index: dict[Any, dict[Row, Row]] = {}
            at = relation.columns.index(column)
            for key, row in self._rows[relation.name].items():
                index.setdefault(row[at], {})[key] = row
            self._by[relation.name, column] = index
        return self._by[relation.name, column]

    def _forget(self, relation: Relation, row: Row) -> None:
        key = row[: relation.keys]
        del self._rows[relation.name][key]
        for (name, column), index in self._by.items():
            if name == relation.name:
                index[row[relation.columns.index(column)]].pop(key, None)
