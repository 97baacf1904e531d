"""Numbers in columns: each once, and pairs by the places of what they join."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from saidwho.linking.columns import Sets, distinct, rows_of

NUMBERS = st.integers(0, 9)
SETS = st.lists(st.one_of(st.integers(0, 400).map(lambda one: {one}), st.sets(st.integers(0, 400))), max_size=90)
PAIRS = st.lists(st.tuples(NUMBERS, NUMBERS))


def as_pairs(pairs: list[tuple[int, int]]) -> np.ndarray:
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


@given(PAIRS)
def test_each_number_is_there_once_in_order(pairs: list[tuple[int, int]]) -> None:
    assert sorted({number for pair in pairs for number in pair}) == distinct(as_pairs(pairs)).tolist()


@given(PAIRS, st.sets(NUMBERS))
def test_pairs_of_others_are_left_out(pairs: list[tuple[int, int]], numbers: set[int]) -> None:
    ordered = sorted(numbers)
    expected = [pair for pair in pairs if numbers.issuperset(pair)]
    kept, places = rows_of(as_pairs(pairs), ordered)
    assert expected == [tuple(pair) for pair in kept.tolist()]
    assert expected == [(ordered[one], ordered[other]) for one, other in places.tolist()]


@given(SETS, st.booleans())
def test_what_sets_share_is_counted(sets: list[set[int]], are_many: bool) -> None:
    """Also where each number is of few of many."""
    rows = [tuple(sorted(one)) for one in (sets + [{n % 300} for n in range(600)] if are_many else sets)]
    one, other = np.triu_indices(len(rows))
    expected = [len({*rows[a]}.intersection(rows[b])) for a, b in zip(one.tolist(), other.tolist(), strict=True)]
    assert expected[:3000] == Sets.of(rows).shared(one[:3000], other[:3000]).tolist()
