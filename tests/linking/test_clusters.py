"""Average-linkage correlation clustering."""

from hypothesis import given
from hypothesis import strategies as st

from saidwho.linking.clusters import LARGEST, cluster


def scored(odds: dict[tuple[int, int], float | None], count: int, together: list[tuple[int, int]] | None = None) -> list[list[int]]:
    def score(one: int, other: int) -> float | None:
        return odds.get((min(one, other), max(one, other)), -2.0)

    return cluster(count, {pair: value for pair, value in odds.items() if value is not None}, score, together=together or [])[0]


def test_one_bad_pair_does_not_chain_two_claims() -> None:
    """Two tight groups with one strong pair between them stay two: the mean over all pairs decides."""
    inside = {(0, 1): 4.0, (0, 2): 4.0, (1, 2): 4.0, (3, 4): 4.0, (3, 5): 4.0, (4, 5): 4.0}
    assert [[0, 1, 2], [3, 4, 5]] == scored(inside | {(2, 3): 5.0}, 6)


def test_a_forbidden_pair_is_never_joined() -> None:
    """However sure the rest is."""
    assert [[0, 1], [2]] == scored({(0, 1): 6.0, (1, 2): 5.0, (0, 2): None}, 3)


def test_what_a_person_joined_stays_joined() -> None:
    """Against the machine's odds."""
    assert [[0, 2], [1]] == scored({(0, 1): -3.0, (0, 2): -3.0, (1, 2): -3.0}, 3, together=[(0, 2)])


def test_a_group_that_is_too_large_is_cut_and_said_so() -> None:
    """No mega-cluster: scoring inside a group is square."""
    count = LARGEST + 50
    odds = {(n, n + 1): 1.0 for n in range(count - 1)}
    groups, was_cut = cluster(count, odds, lambda a, b: odds.get((min(a, b), max(a, b)), 1.0))
    assert was_cut
    assert max(map(len, groups)) <= LARGEST
    assert sorted(n for group in groups for n in group) == list(range(count))


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(-5, 5)), max_size=20))
def test_every_number_is_in_one_group(pairs: list[tuple[int, int, float]]) -> None:
    """Nothing is lost, nothing is twice."""
    odds = {(min(a, b), max(a, b)): value for a, b, value in pairs if a != b}
    assert list(range(8)) == sorted(n for group in scored(dict(odds), 8) for n in group)
