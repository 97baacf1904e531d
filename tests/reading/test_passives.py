"""Who says what others are told."""

import pytest

from saidwho.pipeline.reading import find_attributions

pytestmark = pytest.mark.model


def read(text: str) -> list[tuple[list[str], list[str], list[str]]]:
    """Source, cue and content of each attribution, in words."""
    return [tuple([span.of(text) for span in part] for part in (a.source, a.cue, a.content)) for a in find_attributions(text).attributions]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("who", "said", "text"),
    [
        ("the governor, Ana Belic", "that 40 people had died", "The clerk was told by the governor, Ana Belic, that 40 people had died."),
        ("its captain, Jon Vik", "to abandon the ship", "The crew was ordered by its captain, Jon Vik, to abandon the ship."),
        ("the mayor, Ilir Gashi", "not to drink the water", "Residents were warned by the mayor, Ilir Gashi, not to drink the water."),
        ("the ministry", "to stay off the coastal road", "Drivers were asked by the ministry to stay off the coastal road."),
    ],
)
def test_whoever_stands_behind_by_says_it(who: str, said: str, text: str) -> None:
    """Who is told, ordered or warned hears it."""
    ((source, _, content),) = read(text)
    assert ([who], [said]) == (source, content)


def test_an_agent_and_a_clause_are_enough() -> None:
    """The clause may stand before the agent too."""
    text = "The refugees were ordered to leave by the governor, Ana Belic."
    assert [(["the governor, Ana Belic"], ["were ordered"], ["to leave"])] == read(text)


def test_nobody_speaks_where_only_hearers_are_named() -> None:
    """A means by which it is said says nothing either."""
    ((source, _, _),) = read("Families were told by phone that the road was mined.")
    assert [] == source


def test_what_is_not_said_is_no_order() -> None:
    """Only what was told is added."""
    assert [] == read("The refugees were not ordered to leave by the governor, Ana Belic.")
