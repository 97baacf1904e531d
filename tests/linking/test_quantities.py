"""Figures made comparable."""

from dataclasses import replace

import pytest

from saidwho.linking.quantities import Agreement, compare, days_in, quantity
from saidwho.types.document import Span
from saidwho.types.grounding import Figure

TOLL = Figure(
    span=Span(start=0, end=1), low=400, high=400, qualifier=None, unit="people", counts="killed", of=None, victims=None, per=None,
    over=None, cumulative=False, since=None, as_of=None, part_of=None, currency=None,
)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"per": "day"}, {"low": 2500, "high": 2500, "over": "P6D"}, "agree"),
        ({"per": "day"}, {"low": 4000, "high": 4000, "over": "P6D"}, "disagree"),
        ({"low": 17, "high": None, "qualifier": "at least"}, {"low": 20, "high": 20}, "agree"),
        ({"low": 17, "high": None, "qualifier": "at least"}, {"low": 9, "high": 9}, "disagree"),
        ({"low": 100, "high": 100}, {"low": 109, "high": 109}, "agree"),
        ({"low": 100, "high": 100}, {"low": 125, "high": 125}, "disagree"),
        ({}, {}, "same"),
        ({}, {"counts": "wounded"}, "apart"),
        ({"per": "day"}, {}, "apart"),
    ],
)
def test_figures_agree_where_both_can_hold(one: dict[str, object], other: dict[str, object], expected: Agreement) -> None:
    """Rates are compared as rates, qualifiers leave room, and a tenth is no contradiction."""
    first, second = (quantity(replace(TOLL, **changed), None) for changed in (one, other))  # type: ignore[arg-type]
    assert expected == compare(first, second) == compare(second, first)


def test_figures_of_two_nations_are_apart() -> None:
    """Losses of one side say nothing of the other's."""
    assert compare(quantity(TOLL, "RUS"), quantity(TOLL, "UKR")) == "apart"


@pytest.mark.parametrize(("duration", "days"), [("P6D", 6), ("P2W", 14), ("PT12H", 0.5), ("PXW", None), (None, None)])
def test_lengths_of_time_in_days(duration: str | None, days: float | None) -> None:
    """ISO 8601 durations; one without a number has no length."""
    assert days == days_in(duration)
