"""Sketches of many nodes as columns, so that many pairs of them are compared at once."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from saidwho.linking.sketches import Sketch

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
# So many pairs are looked at in one go: what is made for them fits the processor's cache.
_AT_ONCE = 1 << 14


class Sets:
    """A set of numbers for each row, as bits, so that what two rows share is counted in one step."""

    def __init__(self, rows: Sequence[tuple[int, ...]]) -> None:
        self.sizes: Ints = np.fromiter(map(len, rows), dtype=np.int64, count=len(rows))
        flat = np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=int(self.sizes.sum()))
        _, found, counts = np.unique(flat, return_inverse=True, return_counts=True)
        # What stands in one row alone is shared by none.
        often = counts > 1
        places = np.cumsum(often) - 1
        kept = often[found]
        at, bit = np.repeat(np.arange(len(rows)), self.sizes)[kept], places[found[kept]]
        self._bits = np.zeros((len(rows), max(1, (int(often.sum()) + 63) // 64)), dtype=np.uint64)
        np.bitwise_or.at(self._bits, (at, bit >> 6), np.uint64(1) << (bit & 63).astype(np.uint64))

    def shared(self, one: Ints, other: Ints) -> Ints:
        """How many numbers the sets of two rows share, for each pair of rows."""
        found = np.empty(len(one), dtype=np.int64)
        for at in range(0, len(one), _AT_ONCE):
            part = slice(at, at + _AT_ONCE)
            found[part] = np.bitwise_count(self._bits[one[part]] & self._bits[other[part]]).sum(axis=1)
        return np.where(one == other, self.sizes[one], found)


def coded(values: Sequence[Any]) -> tuple[Ints, list[Any]]:
    """A number from 0 for each different value, and the values by their numbers."""
    codes: dict[Any, int] = {}
    found = np.fromiter([codes.setdefault(value, len(codes)) for value in values], dtype=np.int64, count=len(values))
    return found, list(codes)


@dataclass(frozen=True, kw_only=True, eq=False)
class Columns:
    """Sketches by rows. Unknown days are 0 where is_... tells that they are."""

    sketches: Sequence[Sketch]

    @cached_property
    def _fields(self) -> Mapping[str, Sequence[Any]]:
        """The values of each field, turned over in one step: to ask every sketch for every field takes several times as long."""
        columns = zip(*self.sketches, strict=True) if self.sketches else ((),) * len(Sketch._fields)
        return dict(zip(Sketch._fields, columns, strict=True))

    def _ints(self, name: str) -> Ints:
        return np.fromiter([value or 0 for value in self._fields[name]], dtype=np.int64, count=len(self.sketches))

    def _known(self, name: str) -> Bools:
        return np.fromiter([value is not None for value in self._fields[name]], dtype=np.bool_, count=len(self.sketches))

    def _sets(self, name: str) -> Sets:
        return Sets(self._fields[name])

    def marked(self, bit: int) -> Bools:
        found: Bools = (self.marks & bit) != 0
        return found

    @cached_property
    def marks(self) -> Ints:
        return self._ints("marks")

    @cached_property
    def event(self) -> Ints:
        return self._ints("event")

    @cached_property
    def score(self) -> Floats:
        return np.fromiter(self._fields["score"], dtype=np.float64, count=len(self.sketches))

    @cached_property
    def first(self) -> Ints:
        return self._ints("first")

    @cached_property
    def last(self) -> Ints:
        return self._ints("last")

    @cached_property
    def is_timed(self) -> Bools:
        return self._known("first")

    @cached_property
    def is_open(self) -> Bools:
        return self._ints("open").astype(np.bool_)

    @cached_property
    def then(self) -> tuple[Bools, Ints, Ints]:
        """Whether the days of its part of the text are known, the first and the last."""
        return self._known("then_first"), self._ints("then_first"), self._ints("then_last")

    @cached_property
    def day(self) -> Ints:
        return self._ints("day")

    @cached_property
    def is_dated(self) -> Bools:
        return self._known("day")

    @cached_property
    def printed(self) -> tuple[Bools, Ints]:
        """Whether the day of publication is known, and which."""
        return self._known("printed"), self._ints("printed")

    @cached_property
    def speaker(self) -> Ints:
        return self._ints("speaker")

    @cached_property
    def stems(self) -> Sets:
        return self._sets("stems")

    @cached_property
    def names(self) -> Sets:
        return self._sets("names")

    @cached_property
    def texts(self) -> tuple[Ints, Sets]:
        """The text of each, and the names in each text."""
        found, values = coded(self._fields["about"])
        return found, Sets(values)

    @cached_property
    def paragraphs(self) -> tuple[Ints, Ints, list[bytes]]:
        """The text of each, the number of its paragraph there, and the digests of the paragraphs of each text."""
        found, values = coded(self._fields["paragraphs"])
        return found, self._ints("paragraph"), [base64.b64decode(value) for value in values]

    @cached_property
    def matter(self) -> Ints:
        return self._ints("matter")

    @cached_property
    def doers(self) -> Sets:
        return self._sets("doers")

    @cached_property
    def receivers(self) -> Sets:
        return self._sets("receivers")

    @cached_property
    def conduct(self) -> Sets:
        return self._sets("conduct")

    @cached_property
    def statements(self) -> Sets:
        return self._sets("statements")

    @cached_property
    def documents(self) -> Sets:
        return self._sets("documents")

    @cached_property
    def spots(self) -> tuple[Ints, list[Any]]:
        return coded(self._fields["spots"])

    @cached_property
    def there(self) -> tuple[Ints, list[Any]]:
        return coded([one.spots or one.there for one in self.sketches])

    @cached_property
    def amounts(self) -> tuple[Ints, list[Any]]:
        return coded(self._fields["amounts"])
