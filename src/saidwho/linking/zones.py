"""Which pairs come near each other, and which no longer are, when items move in sorted lists?

In the list of a key each item is compared with so many neighbours (sorted neighbourhood, Hernandez and Stolfo 1995): a speaker
quoted in 50,000 reports costs 50,000 times that, not its square. The rule looks at nothing but the list, so the order in which
items came to it does not matter: what an item pushes out of reach is compared no longer.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from saidwho.types.store import Position, Store

Pair = tuple[int, int]
# Whether two positions of one list may be compared at all, however few stand between.
Allows = Callable[[Position, Position], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """Positions that go, and that come. An item that changes where it stands goes and comes."""

    gone: Sequence[Position]
    come: Sequence[Position]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """Pairs of items, the smaller first. fresh: to be compared now. lost: out of reach of each other in a list.

    full: how many lists that changed are longer than an item reaches.
    """

    fresh: frozenset[Pair]
    lost: frozenset[Pair]
    full: int


def move(store: Store, moves: Moves, *, reach: int, allows: Allows, days: int | None = None) -> Changed:
    """Move items in the lists of a store, and tell which pairs that changes. days: allows nothing further apart in lists of odd keys."""
    gone, come = _by_key(moves.gone), _by_key(moves.come)
    wanted = {key: (*gone.get(key, ()), *come.get(key, ())) for key in gone.keys() | come.keys()}
    slack = {key: len(positions) for key, positions in wanted.items()}
    fresh: set[Pair] = set()
    lost: set[Pair] = set()
    full = 0
    for size, keys in _by_size(slack).items():
        for key, before in store.near({key: wanted[key] for key in keys}, reach=reach + size, days=days).items():
            full += len(before) + len(come.get(key, ())) > reach + 1
            _compare(before, gone.get(key, ()), come.get(key, ()), reach, allows, fresh, lost)
    store.displace(moves.gone)
    store.place(moves.come)
    return Changed(fresh=frozenset(fresh), lost=frozenset(lost - fresh), full=full)


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


def _compare(
    before: Sequence[Position],
    gone: Sequence[Position],
    come: Sequence[Position],
    reach: int,
    allows: Allows,
    fresh: set[Pair],
    lost: set[Pair],
) -> None:
    """Add the pairs that one list gains and loses. before: the list around all that moves."""
    left = set(gone)
    after = sorted({*(position for position in before if position not in left), *come})
    new = set(come)
    for at, one in enumerate(after):
        if one in new:
            for other in (*after[max(0, at - reach) : at], *after[at + 1 : at + 1 + reach]):
                if one.item != other.item and allows(*sorted((one, other))):
                    fresh.add(_pair(one, other))
    if len(before) > reach or len(after) > reach:
        for one, other, is_near in _shifted(before, after, left | new, reach):
            if one.item != other.item and allows(one, other):
                (fresh if is_near else lost).add(_pair(one, other))


def _shifted(
    before: Sequence[Position], after: Sequence[Position], moved: set[Position], reach: int
) -> Iterator[tuple[Position, Position, bool]]:
    """Pairs of items that stayed and that came within reach of each other (True) or went out of it (False)."""
    old = [(at, position) for at, position in enumerate(before) if position not in moved]
    new = [at for at, position in enumerate(after) if position not in moved]
    near_before = near_after = 0
    for n, (at, one) in enumerate(old):
        near_before, near_after = max(near_before, n), max(near_after, n)
        while near_before + 1 < len(old) and old[near_before + 1][0] - at <= reach:
            near_before += 1
        while near_after + 1 < len(new) and new[near_after + 1] - new[n] <= reach:
            near_after += 1
        for m in range(min(near_before, near_after) + 1, max(near_before, near_after) + 1):
            yield one, old[m][1], near_after > near_before


def are_near(store: Store, pairs: Iterable[tuple[Position, Position]], *, reach: int, allows: Allows) -> set[Pair]:
    """Of pairs of positions, each in one list, those of items that are within reach."""
    asked = [(one, other) for one, other in ((min(p), max(p)) for p in pairs) if allows(one, other)]
    wanted: dict[int, list[Position]] = defaultdict(list)
    for one, other in asked:
        wanted[one.key] += [one, other]
    lists = store.near(wanted, reach=0)
    places = {position: at for kept in lists.values() for at, position in enumerate(kept)}
    return {_pair(one, other) for one, other in asked if abs(places[other] - places[one]) <= reach}


def _pair(one: Position, other: Position) -> Pair:
    return (one.item, other.item) if one.item < other.item else (other.item, one.item)
