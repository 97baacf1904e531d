"""Stretches of the calendar and their names in EDTF."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.grounding.times import calendar


@pytest.mark.parametrize(("year", "month", "day"), [(2023, 2, 30), (2023, 2, 29), (2023, 13, 1), (0, 1, 1), (99999, 1, 1)])
def test_the_calendar_has_no_such_day(year, month, day):
    """An impossible date is no period, and no error."""
    assert calendar.day_of(year=year, month=month, day_of_month=day) is None


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (calendar.month_of(year=2024, month=2), ("2024-02", date(2024, 2, 1), date(2024, 2, 29))),
        (calendar.season_of(year=2022, season=24), ("2022-24", date(2022, 12, 1), date(2023, 2, 28))),
        (calendar.quarter_of(year=2022, quarter=4), ("2022-36", date(2022, 10, 1), date(2022, 12, 31))),
        (calendar.half_of(year=2022, half=2), ("2022-41", date(2022, 7, 1), date(2022, 12, 31))),
        (calendar.decade_of(1990), ("199X", date(1990, 1, 1), date(1999, 12, 31))),
        (calendar.century_of(1900), ("19XX", date(1900, 1, 1), date(1999, 12, 31))),
        (calendar.week_of(date(2023, 10, 27)), ("2023-10-23/2023-10-29", date(2023, 10, 23), date(2023, 10, 29))),
    ],
)
def test_periods_have_their_name_and_days(period, expected):
    """The name is EDTF's, the days are the first and the last."""
    assert expected == (period.edtf, period.first, period.last)


@pytest.mark.parametrize(("part", "edtf"), [(0, "2022-01~/2022-04~"), (1, "2022-05~/2022-08~"), (2, "2022-09~/2022-12~")])
def test_a_part_of_a_year_is_four_months(part, edtf):
    """Early, mid and late 2022 leave no month out and take none twice."""
    year = calendar.year_of(2022)
    assert year is not None
    third = calendar.part_of(year, part)
    assert third is not None
    assert edtf == third.edtf


def test_an_interval_does_not_run_backwards():
    """From 5 to 3 May is no interval."""
    assert calendar.between(calendar.day(date(2023, 5, 5)), calendar.day(date(2023, 5, 3))) is None


@given(when=st.dates(), months=st.integers(-10_000, 10_000))
def test_months_are_counted_over_the_years(when, months):
    """So many months on and back again is the same month, or outside the calendar."""
    there = calendar.shifted_month(when, months)
    if there is not None:
        back = calendar.shifted_month(there.first, -months)
        assert back == calendar.month_of(year=when.year, month=when.month)
