"""EDTF as days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.linking.days import Days, day_of, days_of, edtf_of


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2023-10-26", date(2023, 10, 26), date(2023, 10, 26)),
        ("2023-10", date(2023, 10, 1), date(2023, 10, 31)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-10~", date(2023, 10, 1), date(2023, 10, 31)),
        ("2023-22", date(2023, 6, 1), date(2023, 8, 31)),
        ("202X", date(2020, 1, 1), date(2029, 12, 31)),
        ("2023-10-26/2023-11-02", date(2023, 10, 26), date(2023, 11, 2)),
        ("[2023-10-26,2023-10-28]", date(2023, 10, 26), date(2023, 10, 28)),
        ("2023-10-26T14:30", date(2023, 10, 26), date(2023, 10, 26)),
    ],
)
def test_edtf_covers_days(edtf: str, first: date, last: date) -> None:
    """Precision is kept: a month is all its days."""
    assert Days(first=first.toordinal(), last=last.toordinal()) == days_of(edtf)


@pytest.mark.parametrize("edtf", [None, "", "yesterday", "2023-13-01", "2023-02-30"])
def test_what_is_no_time_covers_nothing(edtf: str | None) -> None:
    """Nothing is guessed."""
    assert days_of(edtf) is None


def test_an_open_interval_is_open() -> None:
    """ "since October 11" has a first day and no last."""
    found = days_of("2023-10-11/..")
    assert found is not None
    assert (date(2023, 10, 11).toordinal(), True) == (found.first, found.is_open)


@given(st.dates(min_value=date(1900, 1, 1)))
def test_a_day_comes_back(day: date) -> None:
    """A day written as EDTF is that day."""
    assert edtf_of(Days(first=day.toordinal(), last=day.toordinal())) == day.isoformat()
    assert day_of(day.isoformat()) == day.toordinal()
