"""Who speaks for which state or body on which day."""

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
        ("Naim Qassem", "2024-10-15", "hezbollah"),
        ("Hazem Qassem", "2024-10-15", "hamas"),
        ("Qassem", "2024-10-15", None),
    ],
)
def test_a_leader_leads_for_a_time(name: str, day: str, country: str | None) -> None:
    """Under any spelling, and not by the family name of another."""
    assert country == shipped_leaders().speaks_for(name.split(), day, in_office=False)


def test_a_common_family_name_tells_a_leader_beside_an_office_alone() -> None:
    assert shipped_leaders().speaks_for(["Khan"], "2020-05-01", in_office=False) is None
    assert "PAK" == shipped_leaders().speaks_for(["Khan"], "2020-05-01", in_office=True)
    assert shipped_leaders().speaks_for(["Sullivan"], "2023-05-01", in_office=True) is None


def test_the_table_holds_terms_of_known_states_and_bodies() -> None:
    """Days are days, and no two share a name and a day."""
    register = load_register()
    terms = read_rows(LEADERS, columns=("given", "family", "alone", "of", "from", "to"), required=("given", "family", "of", "from"))
    day = re.compile(r"\d{4}-\d{2}-\d{2}")
    for row in terms:
        of = row.cell("of")
        assert (register.state(of) if of.isupper() else register.entry(of)) is not None, row.where
        assert row.cell("alone") in ("yes", "no", ""), row.where
        assert day.fullmatch(row.cell("from")), row.where
        assert not row.cell("to") or (day.fullmatch(row.cell("to")) and row.cell("from") < row.cell("to")), row.where
    for one, other in combinations(terms, 2):
        if all(set(one.cell(name).split("|")) & set(other.cell(name).split("|")) for name in ("given", "family")):
            first, second = sorted((one, other), key=lambda row: row.cell("from"))
            assert first.cell("to"), first.where
            assert first.cell("to") <= second.cell("from"), second.where
