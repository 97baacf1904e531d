"""Which nodes are in one group with others than before?"""

import pytest

from saidwho.linking.grouping import Regrouped


def moved(before: list[set[int]], after: list[set[int]]) -> set[int]:
    groups = [{min(members): frozenset(members) for members in found} for found in (before, after)]
    return set(Regrouped(before=groups[0], after=groups[1], was_cut=False).moved())


@pytest.mark.parametrize(
    ("expected", "before", "after"),
    [
        ({4}, [{2, 3}], [{2, 3, 4}]),
        ({1}, [{2, 3}], [{1, 2, 3}]),
        ({3}, [{2, 3}], [{2}]),
        ({2, 3, 4, 5}, [{2, 3}, {4, 5}], [{2, 3, 4, 5}]),
        ({2, 3, 4}, [{2, 3, 4}], [{2, 3}, {4}]),
        (set(), [{2, 3}], [{2, 3}]),
    ],
)
def test_nodes_that_are_with_others(expected: set[int], before: list[set[int]], after: list[set[int]]) -> None:
    """What joins a group or leaves it, and all of groups that become one or several; not those that only take in what is new."""
    assert expected == moved(before, after)


@pytest.mark.parametrize(
    ("expected", "before", "after"),
    [
        ({(2, 4), (3, 4)}, [{2, 3}], [{2, 3, 4}]),
        ({(2, 4), (3, 4)}, [{2, 3}, {4}], [{2, 3, 4}]),
        ({(2, 3)}, [{2, 3}], [{2}, {3}]),
        ({(2, 3)}, [{2, 3}], [{2}]),
        ({(2, 3), (4, 5), (2, 5), (3, 4)}, [{2, 3}, {4, 5}], [{2, 5}, {3, 4}]),
        (set(), [{2, 3}], [{2, 3}]),
    ],
)
def test_pairs_that_meet_or_part(expected: set[tuple[int, int]], before: list[set[int]], after: list[set[int]]) -> None:
    """Of the nodes that are asked of, those that are together now and were not, and those that were."""
    groups = [{min(members): frozenset(members) for members in found} for found in (before, after)]
    regrouped = Regrouped(before=groups[0], after=groups[1], was_cut=False)
    assert expected == set(regrouped.turned(range(6)))
    assert not set(regrouped.turned([2]))
