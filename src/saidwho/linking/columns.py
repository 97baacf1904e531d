"""Sketches of many nodes as columns, so that many pairs of them are compared at once."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from saidwho.linking.paragraphs import bits_in, paragraphs_in
from saidwho.linking.sketches import Sketch

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
# So many pairs are looked at in one go, or so many words of 64 bits of them: what is made for them fits the processor's cache.
_AT_ONCE = 1 << 14
# From so many words on sets of one number each are held against each other by their numbers.
_WIDE = 4


class Sets:
    """A set of numbers for each row, as bits, so that what two rows share is counted in one step."""

    def __init__(self, sizes: Ints, flat: Ints) -> None:
        """sizes: of the sets. flat: what they hold, one after the other, in each every number once."""
        self.sizes = sizes
        _, found, counts = np.unique(flat, return_inverse=True, return_counts=True)
        # What stands in one row alone is shared by none.
        often = counts > 1
        places = np.cumsum(often) - 1
        kept = often[found]
        at, bit = np.repeat(np.arange(len(sizes)), sizes)[kept], places[found[kept]]
        self._bits = np.zeros((len(sizes), max(1, (int(often.sum()) + 63) // 64)), dtype=np.uint64)
        np.bitwise_or.at(self._bits, (at, bit >> 6), np.uint64(1) << (bit & 63).astype(np.uint64))
        self._first = np.full(len(sizes), -1, dtype=np.int64)
        self._first[sizes > 0] = found[(np.cumsum(sizes) - sizes)[sizes > 0]]

    @classmethod
    def of(cls, rows: Sequence[tuple[int, ...]]) -> "Sets":
        sizes = np.fromiter(map(len, rows), dtype=np.int64, count=len(rows))
        return cls(sizes, np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=int(sizes.sum())))

    def shared(self, one: Ints, other: Ints) -> Ints:
        """How many numbers the sets of two rows share, for each pair of rows."""
        if self._bits.shape[1] < _WIDE:
            found = self._counted(one, other)
        else:
            least, most = (of(self.sizes[one], self.sizes[other]) for of in (np.minimum, np.maximum))
            # Most propositions stand in one text alone.
            found = ((self._first[one] == self._first[other]) & (most == 1)).astype(np.int64)
            rest = np.flatnonzero((most > 1) & (least > 0))
            found[rest] = self._counted(one[rest], other[rest])
        return np.where(one == other, self.sizes[one], found)

    def _counted(self, one: Ints, other: Ints) -> Ints:
        """The same, but for pairs of a row with itself, by bits."""
        found = np.empty(len(one), dtype=np.int64)
        step = max(1, _AT_ONCE // self._bits.shape[1])
        for at in range(0, len(one), step):
            part = slice(at, at + step)
            found[part] = np.bitwise_count(self._bits[one[part]] & self._bits[other[part]]).sum(axis=1)
        return found


def distinct(values: Ints) -> Ints:
    """Each of some numbers once, in order. numpy.unique looks them up in a table, which takes a hundred times as long as to sort them
    where they are products of others, as codes of pairs are."""
    ordered = np.sort(values, axis=None)
    found: Ints = ordered[np.append(True, ordered[1:] != ordered[:-1])] if len(ordered) else ordered
    return found


def rows_of(pairs: Ints, ordered: Sequence[int]) -> tuple[Ints, Ints]:
    """Those of some pairs of which both are among some numbers, and the places of these there: each (pairs, 2)."""
    numbers = np.array(ordered, dtype=np.int64)
    places = np.searchsorted(numbers, pairs).reshape(-1, 2)
    are_there = np.zeros(len(places), dtype=np.bool_)
    if len(numbers):
        are_there = (numbers[np.minimum(places, len(numbers) - 1)] == pairs).all(axis=1)
    return pairs[are_there], places[are_there]


def coded(values: Sequence[Any]) -> tuple[Ints, list[Any]]:
    """A number from 0 for each different value, and the values by their numbers."""
    codes: dict[Any, int] = {}
    found = np.fromiter([codes.setdefault(value, len(codes)) for value in values], dtype=np.int64, count=len(values))
    return found, list(codes)


@dataclass(frozen=True, kw_only=True, eq=False)
class Parted:
    """The paragraphs of some texts, one text after the other.

    starts, counts: for each text, the row of its first paragraph, and how many it has. stems: of each paragraph, as bits. roots: of how
    many these are.
    """

    starts: Ints
    counts: Ints
    stems: Sets
    roots: Floats

    @classmethod
    def of(cls, texts: Sequence[bytes]) -> "Parted":
        """texts: the digests of each, as paragraphs.paragraphs_of makes them."""
        paragraphs, bits = bits_in(b"".join(texts))
        counts = np.fromiter(map(paragraphs_in, texts), dtype=np.int64, count=len(texts))
        sizes = np.bincount(paragraphs, minlength=int(counts.sum()))
        return cls(starts=np.cumsum(counts) - counts, counts=counts, stems=Sets(sizes, bits), roots=np.sqrt(np.maximum(1, sizes)))

    def nearest(self, one: tuple[Ints, Ints], other: tuple[Ints, Ints]) -> Floats:
        """Whether paragraphs of two texts are each other's nearest, as paragraphs.nearest says of one pair.

        one, other: the texts, and the numbers of the paragraphs in them.
        """
        found = np.zeros(len(one[0]))
        at = np.flatnonzero((one[1] < self.counts[one[0]]) & (other[1] < self.counts[other[0]]))
        for begin in range(0, len(at), _AT_ONCE):
            some = at[begin : begin + _AT_ONCE]
            here, there = (self.starts[text[some]] + number[some] for text, number in (one, other))
            near = self._cosines(here, there)
            alike = near > 0
            some, here, there, near = some[alike], here[alike], there[alike], near[alike]
            is_mine = self._greatest(here, other[0][some]) <= near
            found[some] = (is_mine.astype(np.float64) + (self._greatest(there, one[0][some]) <= near)) / 2
        return found

    def _cosines(self, one: Ints, other: Ints) -> Floats:
        found: Floats = self.stems.shared(one, other) / (self.roots[one] * self.roots[other])
        return found

    def _greatest(self, paragraphs: Ints, texts: Ints) -> Floats:
        """How near paragraphs come to what is nearest to each in a text, which has one at least."""
        counts = self.counts[texts]
        begins = np.cumsum(counts) - counts
        others = np.arange(int(counts.sum())) + np.repeat(self.starts[texts] - begins, counts)
        cosines = self._cosines(np.repeat(paragraphs, counts), others)
        return np.maximum.reduceat(cosines, begins) if len(begins) else cosines


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
        return Sets.of(self._fields[name])

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
        return found, Sets.of(values)

    @cached_property
    def paragraphs(self) -> tuple[Ints, Ints, Parted]:
        """The text of each, the number of its paragraph there, and the paragraphs of these texts."""
        found, values = coded(self._fields["paragraphs"])
        return found, self._ints("paragraph"), Parted.of([base64.b64decode(value) for value in values])

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
