"""Who leads which state on which day."""

import re
from itertools import combinations

import pytest

from saidwho.grounding.register.files import read_rows
from saidwho.grounding.register.leaders import LEADERS, shipped_leaders
from saidwho.grounding.register.load import load_register


@pytest.mark.parametrize(
    ("name", "day", "country"),
    [
        ("Volodymyr Zelenskyy", "2023-10-27", "UKR"),
        ("Zelensky", "2023-10-27", "UKR"),
        ("Olena Zelenska", "2023-10-27", None),
        ("Olena Zelensky", "2023-10-27", None),
        ("Donald Trump", "2019-05-01", "USA"),
        ("Donald Trump", "2022-05-01", None),
        ("Bashar al-Assad", "2015-03-15", "SYR"),
    ],
)
def test_a_leader_leads_for_a_time(name: str, day: str, country: str | None) -> None:
    """Under any spelling, and not by the family name of another."""
    assert country == shipped_leaders().country_led(name.split(), day, in_office=False)


def test_a_common_family_name_tells_a_leader_beside_an_office_alone() -> None:
    assert shipped_leaders().country_led(["Khan"], "2020-05-01", in_office=False) is None
    assert "PAK" == shipped_leaders().country_led(["Khan"], "2020-05-01", in_office=True)


def test_the_table_holds_terms_of_known_states() -> None:
    """Days are days, and no two share a name and a day."""
    register = load_register()
    terms = read_rows(
        LEADERS, columns=("given", "family", "alone", "country", "from", "to"), required=("given", "family", "country", "from")
    )
    day = re.compile(r"\d{4}-\d{2}-\d{2}")
    for row in terms:
        assert register.state(row.cell("country")) is not None, row.where
        assert day.fullmatch(row.cell("from")), row.where
        assert not row.cell("to") or (day.fullmatch(row.cell("to")) and row.cell("from") < row.cell("to")), row.where
    for one, other in combinations(terms, 2):
        if set(one.cell("family").split("|")) & set(other.cell("family").split("|")):
            first, second = sorted((one, other), key=lambda row: row.cell("from"))
            assert first.cell("to"), first.where
            assert first.cell("to") <= second.cell("from"), second.where
