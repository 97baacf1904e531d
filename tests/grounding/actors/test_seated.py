"""In which country the town lies that an outlet adds to its name."""

import pytest

from saidwho.grounding.actors.seated import country_of_seat
from saidwho.grounding.places.gazetteer import Gazetteer, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(
    ("outlet", "country"),
    [
        ("Southern News, state television, Krasnodar", "RUS"),
        ("Mountain Mail (Muzaffarabad)", "PAK"),
        ("Coast Dispatch, Mombasa", "KEN"),
        ("Westerly Monitor, weekly digest", None),
        ("Lorn Today (Live)", None),
        ("Mombasa Dispatch", None),
    ],
)
def test_a_town_behind_a_name_tells_where_it_prints(outlet: str, country: str | None, gazetteer: Gazetteer) -> None:
    """What else stands there tells a kind."""
    assert country == country_of_seat(outlet, (), "", gazetteer)
