"""The parts of a graph, and the groups in them."""

from collections.abc import Iterable, Mapping
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from saidwho.linking.clusters import cluster, table_of
from saidwho.linking.parts import Parts

Odds = Mapping[tuple[int, int], float | None]


def grouped(odds: Odds, count: int, together: Iterable[tuple[int, int]] = ()) -> list[list[int]]:
    scores = [odds.get(pair, -2.0) for pair in combinations(range(count), 2)]
    return cluster(table_of(count, np.array([np.nan if score is None else score for score in scores])), together=list(together))


def neighbours(odds: Mapping[tuple[int, int], float]):
    """The neighbours of numbers in a graph of these strengths."""

    def near(numbers: Iterable[int], above: float) -> dict[int, list[tuple[int, float]]]:
        both = [(a, b, value) for (one, other), value in odds.items() for a, b in ((one, other), (other, one))]
        return {n: sorted(((b, value) for a, b, value in both if a == n and value > above), key=lambda near: -near[1]) for n in numbers}

    return near


def test_one_bad_pair_does_not_chain_two_claims() -> None:
    """Two tight groups with one strong pair between them stay two: no pair outvotes the rest."""
    inside = {(0, 1): 4.0, (0, 2): 4.0, (1, 2): 4.0, (3, 4): 4.0, (3, 5): 4.0, (4, 5): 4.0}
    assert [[0, 1, 2], [3, 4, 5]] == grouped(inside | {(2, 3): 5.0}, 6)


def test_two_groups_join_by_what_leaves_two_single_ones_apart() -> None:
    """What one pair leaves open, many make likely: but not inside a core, where each pair has to be likely."""
    inside = {(0, 1): 2.0, (2, 3): 2.0}
    across = dict.fromkeys([(0, 2), (0, 3), (1, 2), (1, 3)], -0.1)
    assert [[0, 1, 2, 3]] == grouped(inside | across, 4)
    assert [[0], [1]] == grouped({(0, 1): -0.1}, 2)
    scores = np.array([(inside | across)[pair] for pair in combinations(range(4), 2)])
    assert [[0, 1], [2, 3]] == cluster(table_of(4, scores), crowd=0.0)


def test_a_forbidden_pair_is_never_joined() -> None:
    """However sure the rest is."""
    assert [[0, 1], [2]] == grouped({(0, 1): 6.0, (1, 2): 5.0, (0, 2): None}, 3)


def test_what_a_person_joined_stays_joined() -> None:
    """Against the machine's odds."""
    assert [[0, 2], [1]] == grouped({(0, 1): -3.0, (0, 2): -3.0, (1, 2): -3.0}, 3, together=[(0, 2)])


def test_an_answer_goes_with_what_it_answers() -> None:
    """ "He confirmed it" is like nothing else, and parts nothing that holds together."""
    odds = {(0, 1): 2.0, (0, 3): 3.0}
    scores = np.array([odds.get(pair, -2.0) for pair in combinations(range(4), 2)])
    answered = np.array([pair == (0, 3) for pair in combinations(range(4), 2)])
    assert [[0, 1, 3], [2]] == cluster(table_of(4, scores, answered=answered, answers=frozenset({3})))


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(-5, 5)), max_size=20))
def test_every_number_is_in_one_group(pairs: list[tuple[int, int, float]]) -> None:
    """Nothing is lost, nothing is twice."""
    odds = {(min(a, b), max(a, b)): value for a, b, value in pairs if a != b}
    assert list(range(8)) == sorted(n for group in grouped(odds, 8) for n in group)


def test_a_part_is_all_that_hangs_together() -> None:
    """By strengths above nothing."""
    near = neighbours({(0, 1): 0.3, (1, 2): 2.0, (2, 3): -1.0, (3, 4): 1.0})
    assert (frozenset({0, 1, 2}), 0) == Parts(neighbours=near).of(0)


def test_a_part_that_is_too_large_is_cut_at_the_least_strictness_that_does() -> None:
    """And it is said so."""
    near = neighbours({(0, 1): 2.0, (1, 2): 0.7, (2, 3): 2.0, (3, 4): 0.2})
    assert (frozenset({0, 1, 2, 3}), 1) == Parts(neighbours=near, largest=4).of(2)
    assert (frozenset({2, 3}), 2) == Parts(neighbours=near, largest=3).of(2)


@given(
    st.dictionaries(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] < p[1]), st.floats(0.1, 9)),
    st.integers(1, 6),
)
def test_all_numbers_of_a_part_agree_on_it(odds: dict[tuple[int, int], float], largest: int) -> None:
    """So nothing depends on where one begins to look, and no part is larger than it may be."""
    near = neighbours(odds)
    parts = {n: Parts(neighbours=near, largest=largest).of(n)[0] for n in range(10)}
    assert all(parts[other] == part for part in parts.values() for other in part)
    assert all(len(part) <= largest for part in parts.values())


@given(
    st.dictionaries(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] < p[1]), st.floats(0.1, 9)),
    st.integers(1, 6),
    st.permutations(range(10)),
)
def test_what_was_looked_at_before_changes_no_part(odds: dict[tuple[int, int], float], largest: int, seeds: list[int]) -> None:
    """What is remembered of one part saves looking for another, and tells nothing else of it."""
    near = neighbours(odds)
    looked = Parts(neighbours=near, largest=largest)
    assert {n: Parts(neighbours=near, largest=largest).of(n) for n in range(10)} == {n: looked.of(n) for n in seeds}


def test_what_people_joined_is_never_cut() -> None:
    """A person's word is stronger than any limit."""
    near = neighbours({(n, n + 1): 1e6 for n in range(8)})
    assert 9 == len(Parts(neighbours=near, largest=3).of(0)[0])


def test_each_member_needs_one_that_says_the_same_not_all() -> None:
    """Three that say one thing in words of which only neighbours are alike are one claim."""
    assert [[0, 1, 2]] == grouped({(0, 1): 2.5, (1, 2): 2.5, (0, 2): -1.5}, 3)


def test_people_keep_apart_what_the_machine_would_join() -> None:
    """Minus infinity stands for a person's word, also against a third that is like both."""
    odds = np.array([-np.inf, 3.0, 3.0])  # 0-1, 0-2, 1-2
    assert 2 == len(cluster(table_of(3, odds)))
