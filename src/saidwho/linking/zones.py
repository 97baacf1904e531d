"""Which pairs come near each other, and which no longer are, when items move in sorted lists?

In the list of a key each item is compared with so many neighbours (sorted neighbourhood, Hernandez and Stolfo 1995): a speaker
quoted in 50,000 reports costs 50,000 times that, not its square. The rule looks at nothing but the list, so the order in which
items came to it does not matter: what an item pushes out of reach is compared no longer. All lists are looked at together, as
columns.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from saidwho.linking.columns import Bools, Ints, distinct
from saidwho.types.store import Position, Store

Pair = tuple[int, int]
# Whether positions of one list may be compared at all, however few stand between: their keys, the day of the earlier, of the later.
Allows = Callable[[Ints, Ints, Ints], Bools]
# The neighbours of so many rows are looked at in one go.
_AT_ONCE = 1 << 12
# Between two positions so many days apart may stand more than is worth reading: where few are asked of, where many are.
_NEAR, _FAR = 2, 13
_MANY = 1000
_SIDES: tuple[Literal["left"], Literal["right"]] = ("left", "right")
_NO_PAIRS: Ints = np.zeros((0, 2), dtype=np.int64)
_NO_POSITIONS: Ints = np.zeros((0, 4), dtype=np.int64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """Positions that go, and that come. An item that changes where it stands goes and comes."""

    gone: Sequence[Position]
    come: Sequence[Position]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Changed:
    """Pairs of items, the smaller first, each once: (pairs, 2). fresh: to be compared now. lost: out of reach of each other in a list.

    full: how many lists that changed are longer than an item reaches.
    """

    fresh: Ints
    lost: Ints
    full: int


def move(store: Store, moves: Moves, *, reach: int, allows: Allows, days: int | None = None) -> Changed:
    """Move items in the lists of a store, and tell which pairs that changes. days: allows nothing further apart in lists of odd keys."""
    gone, come = _by_key(moves.gone), _by_key(moves.come)
    wanted = {key: (*gone.get(key, ()), *come.get(key, ())) for key in gone.keys() | come.keys()}
    slack = {key: len(positions) for key, positions in wanted.items()}
    sizes = _by_size(slack).items()
    found = [store.around({key: wanted[key] for key in keys}, reach=reach + size, days=days) for size, keys in sizes]
    before = _Lists.sorted(np.concatenate([_NO_POSITIONS, *found]))
    store.displace(moves.gone)
    store.place(moves.come)
    fresh, lost = _compare(before, moves, reach, allows)
    return Changed(fresh=fresh, lost=without(lost, fresh), full=_full(before, come, reach))


def _full(before: "_Lists", come: Mapping[int, Sequence[Position]], reach: int) -> int:
    """How many lists are longer than an item reaches."""
    keys, counts = np.unique(before.rows[:, 0], return_counts=True)
    sizes = dict(zip(keys.tolist(), counts.tolist(), strict=True))
    return sum(sizes.get(key, 0) + len(come.get(key, ())) > reach + 1 for key in sizes.keys() | come.keys())


def are_near(store: Store, pairs: Iterable[tuple[Position, Position]], *, reach: int, allows: Allows) -> set[Pair]:
    """Of pairs of positions, each in one list, those of items that are within reach."""
    asked = [(min(pair), max(pair)) for pair in pairs]
    if not asked:
        return set()
    one, other = (_table(found) for found in zip(*asked, strict=True))
    is_allowed = allows(one[:, 0], one[:, 1], other[:, 1])
    one, other = one[is_allowed], other[is_allowed]
    is_far = other[:, 1] - one[:, 1] > (_FAR if len(one) > _MANY else _NEAR)
    # All that stands between two is read where that is little, else what comes after the first, as far as it reaches.
    found = [_within(store, one[some], other[some], reach, is_far=far) for far, some in ((False, ~is_far), (True, is_far)) if some.any()]
    return {as_pair(a, b) for near_by in found for a, b in near_by.tolist()}


def _within(store: Store, one: Ints, other: Ints, reach: int, *, is_far: bool) -> Ints:
    """The items of those pairs of positions that are within reach. is_far: much stands between."""
    ends = one if is_far else np.concatenate((one, other))
    wanted = _by_key(map(Position._make, np.unique(ends, axis=0).tolist()))
    rows = _Lists.sorted(store.around(wanted, reach=reach if is_far else 0)).rows
    places = [_places_of(positions, rows) for positions in (one, other)]
    found = (places[1] < len(rows)) & (places[1] - places[0] <= reach)
    found[found] = (rows[places[0][found]] == one[found]).all(axis=1) & (rows[places[1][found]] == other[found]).all(axis=1)
    return np.stack((one[found, 3], other[found, 3]), axis=1)


def as_pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def pairs_of(found: Iterable[Ints]) -> Ints:
    """Pairs put together, in order, each once."""
    pairs = np.concatenate([_NO_PAIRS, *found])
    # One number for each pair, in the order of pairs.
    items, places = np.unique(pairs, return_inverse=True)
    places = places.reshape(-1, 2)
    codes = distinct(places[:, 0] * len(items) + places[:, 1])
    made: Ints = items[np.stack(np.divmod(codes, max(1, len(items))), axis=1)]
    return made


def without(pairs: Ints, others: Ints) -> Ints:
    """The pairs that are none of others. others: in order."""
    if not len(pairs) or not len(others):
        return pairs
    low, high = (np.searchsorted(others[:, 0], pairs[:, 0], side=side) for side in _SIDES)
    past = high.copy()
    # The second of each is sought by halves, among those with the same first.
    while len(at := np.flatnonzero(low < high)):
        middle = (low[at] + high[at]) // 2
        is_right = others[middle, 1] < pairs[at, 1]
        low[at] = np.where(is_right, middle + 1, low[at])
        high[at] = np.where(is_right, high[at], middle)
    is_there = low < past
    is_there[is_there] = others[low[is_there], 1] == pairs[is_there, 1]
    return pairs[~is_there]


def _by_key(positions: Iterable[Position]) -> dict[int, list[Position]]:
    found: dict[int, list[Position]] = defaultdict(list)
    for position in positions:
        found[position.key].append(position)
    return found


def _by_size(slack: Mapping[int, int]) -> dict[int, list[int]]:
    """Keys by how far their lists may shift, rounded up to a power of two, so that many are asked for at once."""
    found: dict[int, list[int]] = defaultdict(list)
    for key, size in slack.items():
        found[1 << (size - 1).bit_length()].append(key)
    return found


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Lists:
    """The lists of some keys as columns, one after the other: (positions, 4). starts, ends: for each row, those of its list."""

    rows: Ints
    starts: Ints
    ends: Ints

    @classmethod
    def sorted(cls, table: Ints) -> "_Lists":
        """Positions in any order; those that are there twice are there once."""
        # A list as it is kept is in order: then keys alone are to be put in theirs.
        rows = table[np.argsort(table[:, 0], kind="stable")]
        if not _is_before(rows[:-1], rows[1:], or_same=True).all():
            rows = table[np.lexsort(table.T[::-1])]
        if len(rows) > 1:
            rows = rows[np.append(True, (rows[1:] != rows[:-1]).any(axis=1))]
        return cls.of(rows)

    @classmethod
    def of(cls, rows: Ints) -> "_Lists":
        """Positions in order, each once."""
        cuts = np.flatnonzero(rows[1:, 0] != rows[:-1, 0]) + 1
        bounds = np.concatenate(([0], cuts, [len(rows)]))
        counts = np.diff(bounds)
        return cls(rows=rows, starts=np.repeat(bounds[:-1], counts), ends=np.repeat(bounds[1:], counts))

    def with_rows(self, others: Ints) -> "_Lists":
        """These lists and other positions, in any order."""
        added = _Lists.sorted(others).rows
        at = _places_of(added, self.rows)
        there = np.zeros(len(added), dtype=np.bool_)
        inside = np.flatnonzero(at < len(self.rows))
        there[inside] = (self.rows[at[inside]] == added[inside]).all(axis=1)
        return _Lists.of(np.insert(self.rows, at[~there], added[~there], axis=0))

    def around(self, chosen: Bools, reach: int, allows: Allows) -> Ints:
        """Pairs of items of which one stands in a chosen row, and the other within reach in its list."""
        at = np.flatnonzero(chosen)
        starts, ends = self.starts, self.ends
        found = []
        for begin in range(0, len(at), _AT_ONCE):
            some = at[begin : begin + _AT_ONCE]
            low, high = np.maximum(some - reach, starts[some]), np.minimum(some + reach + 1, ends[some])
            counts = high - low
            one = np.repeat(some, counts)
            other = np.arange(len(one)) + np.repeat(low - np.cumsum(counts) + counts, counts)
            found.append(self.pairs(np.minimum(one, other), np.maximum(one, other), allows))
        return np.concatenate([_NO_PAIRS, *found])

    def pairs(self, one: Ints, other: Ints, allows: Allows) -> Ints:
        """The items of pairs of rows, the earlier row first, that may be compared."""
        first, last = self.rows[one], self.rows[other]
        kept = allows(first[:, 0], first[:, 1], last[:, 1]) & (first[:, 3] != last[:, 3])
        items = np.stack((first[kept, 3], last[kept, 3]), axis=1)
        items.sort(axis=1)
        return items


def _table(positions: Iterable[Position]) -> Ints:
    return np.array(list(positions), dtype=np.int64).reshape(-1, 4)


def _is_before(ones: Ints, others: Ints, *, or_same: bool = False) -> Bools:
    """Whether each position comes before the other of the same row."""
    found: Bools = ones[:, 3] <= others[:, 3] if or_same else ones[:, 3] < others[:, 3]
    for column in (2, 1, 0):
        found = (ones[:, column] < others[:, column]) | ((ones[:, column] == others[:, column]) & found)
    return found


def _places_of(positions: Ints, rows: Ints) -> Ints:
    """Where positions stand, or would, in rows that are in order: all are sought at once, by halves."""
    low = np.zeros(len(positions), dtype=np.int64)
    high = np.full(len(positions), len(rows), dtype=np.int64)
    while len(at := np.flatnonzero(low < high)):
        middle = (low[at] + high[at]) // 2
        is_right = _is_before(rows[middle], positions[at])
        low[at] = np.where(is_right, middle + 1, low[at])
        high[at] = np.where(is_right, high[at], middle)
    return low


def _among(rows: Ints, others: Ints) -> Bools:
    """Which rows are among others. Most rows are of items that no other is of."""
    found = np.zeros(len(rows), dtype=np.bool_)
    items = distinct(others[:, 3])
    if len(items):
        near = items[np.minimum(np.searchsorted(items, rows[:, 3]), len(items) - 1)]
        at = np.flatnonzero(near == rows[:, 3])
        found[at] = _among_few(rows[at], others)
    return found


def _among_few(rows: Ints, others: Ints) -> Bools:
    both = np.concatenate((rows, others))
    order = np.lexsort(both.T[::-1])
    ordered = both[order]
    starts = np.append(True, (ordered[1:] != ordered[:-1]).any(axis=1)) if len(both) else np.zeros(0, dtype=np.bool_)
    kinds = np.empty(len(both), dtype=np.int64)
    kinds[order] = np.cumsum(starts)
    found: Bools = np.isin(kinds[: len(rows)], kinds[len(rows) :])
    return found


def _compare(old: _Lists, moves: Moves, reach: int, allows: Allows) -> tuple[Ints, Ints]:
    """The pairs that lists gain and lose. old: the lists around all that moves, as they were."""
    gone, come = _table(moves.gone), _table(moves.come)
    new = _Lists.of(old.rows[~_among(old.rows, gone)]).with_rows(come)
    is_new = _among(new.rows, come)
    moved = np.concatenate((gone, come))
    closer, further = _shifted(old, np.flatnonzero(~_among(old.rows, moved)), new, np.flatnonzero(~is_new), reach, allows)
    return pairs_of([new.around(is_new, reach, allows), closer]), pairs_of([further])


def _shifted(old: _Lists, stayed: Ints, new: _Lists, now: Ints, reach: int, allows: Allows) -> tuple[Ints, Ints]:
    """Pairs of items that stayed and that came within reach of each other, and those that went out of it.

    stayed, now: the rows of the same positions in the old lists and in the new ones.
    """
    last_before, last_after = (_reached(lists, at, reach) for lists, at in ((old, stayed), (new, now)))
    found = []
    for low, high in ((last_before, last_after), (last_after, last_before)):
        counts = np.maximum(0, high - low)
        one = np.repeat(np.arange(len(stayed)), counts)
        step = np.arange(len(one)) - np.repeat(np.cumsum(counts) - counts, counts)
        found.append(old.pairs(stayed[one], stayed[low[one] + 1 + step], allows))
    return found[0], found[1]


def _reached(lists: _Lists, at: Ints, reach: int) -> Ints:
    """For each of some rows the last of them that stands within reach of it in its list."""
    last = np.minimum(at + reach, lists.ends[at] - 1)
    return np.searchsorted(at, last, side="right") - 1
