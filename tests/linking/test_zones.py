"""Which pairs of a sorted list come near each other, whatever the steps in which it grew."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from saidwho.linking.columns import Bools, Ints
from saidwho.linking.memory import MemoryStore
from saidwho.linking.zones import Moves, are_near, move, pairs_of, without
from saidwho.types.store import Position

REACH = 3
POSITIONS = st.builds(Position, key=st.integers(1, 2), day=st.integers(0, 9), place=st.integers(0, 1), item=st.integers(0, 30))
LISTS = st.sets(POSITIONS, max_size=25)

Pairs = set[tuple[int, int]]


def in_ten_days(keys: Ints, days: Ints, others: Ints) -> Bools:
    """Of list 1 only what is less than five days apart may meet."""
    return (keys == 2) | (np.abs(days - others) < 5)


def expected(positions: set[Position]) -> Pairs:
    """The pairs within reach of each other in some list, one at a time."""
    found = set()
    for key in (1, 2):
        ordered = sorted(position for position in positions if position.key == key)
        for (at, one), (to, other) in combinations(enumerate(ordered), 2):
            if to - at <= REACH and one.item != other.item and (key == 2 or other.day - one.day < 5):
                found.add((min(one.item, other.item), max(one.item, other.item)))
    return found


def as_set(pairs: Ints) -> Pairs:
    return {(one, other) for one, other in pairs.tolist()}


@given(LISTS, LISTS, st.randoms(use_true_random=False))
def test_what_a_move_adds_and_takes_is_the_difference(before: set[Position], come: set[Position], chance) -> None:
    """All that is near afterwards and was not is fresh; what is lost is near no more in one list, and fresh in none."""
    gone = {position for position in before if chance.random() < 0.4}
    after = before - gone | come
    store = MemoryStore()
    move(store, Moves(gone=(), come=sorted(before)), reach=REACH, allows=in_ten_days)
    changed = move(store, Moves(gone=sorted(gone), come=sorted(come)), reach=REACH, allows=in_ten_days)
    fresh, lost = as_set(changed.fresh), as_set(changed.lost)
    assert expected(after) - expected(before) <= fresh <= expected(after)
    assert not fresh & lost
    moved = {position.item for position in gone | come}
    assert {pair for pair in expected(before) - expected(after) if not moved & set(pair)} <= lost


@given(LISTS)
def test_what_is_around_some_positions(positions: set[Position]) -> None:
    """Their pairs, as if each list were looked through."""
    store = MemoryStore()
    store.place(sorted(positions))
    both = [(one, other) for one, other in combinations(sorted(positions), 2) if one.key == other.key and one.item != other.item]
    assert expected(positions) == are_near(store, both, reach=REACH, allows=in_ten_days)


def test_pairs_are_put_together_and_taken_out() -> None:
    """Each once, in order."""
    pairs = pairs_of([np.array([[3, 9], [1, 2]]), np.array([[1, 2]])])
    assert [[1, 2], [3, 9]] == pairs.tolist()
    assert [[3, 9]] == without(pairs, np.array([[1, 2], [5, 6]])).tolist()
