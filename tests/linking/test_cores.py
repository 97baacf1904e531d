"""Origins are counted among those who surely tell one thing."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from saidwho.linking.clusters import Compared, cluster, table_of
from saidwho.linking.cores import SURER, cores_of
from saidwho.linking.facts import Voice
from saidwho.linking.origins.origins import Counted, count_in_cores, count_origins
from saidwho.linking.parties import Party
from saidwho.linking.scenes import make_scene
from tests.linking.voices import made_voice, said_by


def _counted(*cores: list[Voice]) -> Counted:
    scene = make_scene([voice for core in cores for voice in core], outlets=frozenset(), states={}, country=None)
    return count_in_cores(cores, [], scene)


def test_a_claim_has_as_many_origins_as_its_core_that_has_most() -> None:
    """Who tells it outside is named with the reason, as possible."""
    port, pilots, hills = said_by("Port of Hale", "Union of Pilots", "Committee of the Hills")
    counted = _counted([hills], [port, pilots])
    assert ["Port of Hale", "Union of Pilots"] == sorted(origin.name for origin in counted.origins)
    assert (2, 3) == (counted.independent, counted.possible)
    assert ["Committee of the Hills"] == [other.name for other in counted.others if "something else" in other.why]


def test_one_core_is_counted_whole() -> None:
    """As if there were none."""
    voices = said_by("Port of Hale", "Union of Pilots")
    scene = make_scene(voices, outlets=frozenset(), states={}, country=None)
    assert count_origins(voices, [], scene) == _counted(voices)


def test_a_body_in_two_cores_is_one_origin_with_all_its_words() -> None:
    """What it says outside the core is shown with it, and is no second origin."""
    port, pilots, again = said_by("Port of Hale", "Union of Pilots", "Port of Hale")
    counted = _counted([port, pilots], [again])
    assert 2 == counted.independent == counted.possible
    assert {port.id, again.id} == {
        statement for origin in counted.origins if origin.name == "Port of Hale" for statement in origin.statements
    }


# Pairs of five: surely one, one by a little, not one, and never.
ODDS = st.lists(st.sampled_from((3.0, 1.0, 0.5, -1.0, float("nan"), float("-inf"))), min_size=10, max_size=10)
JOINED = st.sets(st.sampled_from([(0, 1), (1, 3), (2, 4)]))


def compared(odds: list[float], together: set[tuple[int, int]] = frozenset(), answers: set[int] = frozenset()) -> Compared:
    told = np.array(odds)
    answered = ~np.isnan(told) & (np.arange(len(odds)) < 3 if answers else False)
    return Compared(count=5, odds=told, answered=answered, answers=frozenset(answers), together=sorted(together))


@given(ODDS, JOINED, st.sets(st.integers(0, 1)), st.sets(st.integers(0, 4), min_size=1))
def test_cores_of_a_group_are_its_groups_by_less_likely_pairs(
    odds: list[float], together: set[tuple[int, int]], answers: set[int], chosen: set[int]
) -> None:
    """As if the others of its part were not there."""
    group, told = sorted(chosen), compared(odds, together, answers)
    at = {pair: n for n, pair in enumerate(zip(*np.triu_indices(5, 1), strict=True))}
    pairs = [at[group[a], group[b]] for a, b in zip(*np.triu_indices(len(group), 1), strict=True)]
    place = {number: n for n, number in enumerate(group)}
    table = table_of(
        len(group),
        told.odds[pairs] - SURER,
        answered=told.answered[pairs],
        answers=frozenset(place[n] for n in answers if n in place),
    )
    joined = [(place[a], place[b]) for a, b in together if a in place and b in place]
    expected = [[group[n] for n in core] for core in cluster(table, together=joined, crowd=0.0)]
    assert expected == sorted(cores_of(group, told))


def test_what_hangs_together_by_a_little_is_of_two_cores() -> None:
    """Where the others are surely one."""
    odds = [3.0] * 10
    for pair in (3, 6, 8, 9):  # all of the last
        odds[pair] = 0.5
    assert [[0, 1, 2, 3], [4]] == sorted(cores_of([0, 1, 2, 3, 4], compared(odds)))


def test_who_is_of_no_state_that_is_told_adds_nothing_to_his_core() -> None:
    """ "Health minister Ivo Vale" may be of either of two states that speak of the claim in other words."""
    karlia, merova, board = said_by("Karlia", "Merova", "Harbour Board")
    party = Party(key=None, name="Ivo Vale", kind="person", role="health minister", country=None, owners=(), state=None, surname="Vale")
    minister = made_voice(party, "health minister Ivo Vale", number=3)
    scene = make_scene(
        [karlia, merova, board, minister], outlets=frozenset(), states={"new-karlia": "Karlia", "new-merova": "Merova"}, country=None
    )
    counted = count_in_cores([[karlia], [merova], [board, minister]], [], scene)
    assert 1 == counted.independent
