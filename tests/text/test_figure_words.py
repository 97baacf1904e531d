"""Figures as people read them."""

import pytest

from saidwho.text.figures import figure_words


@pytest.mark.parametrize(
    ("expected", "low", "high", "told"),
    [
        ("at least 125 vehicles", 125, None, {"unit": "vehicles"}),
        ("more than 125 vehicles", 125, None, {"qualifier": "more than", "unit": "vehicles"}),
        ("70 mines or more in 2 days", 70, None, {"qualifier": "or more", "unit": "mines", "over": "P2D"}),
        ("400 people killed a day", 400, 400, {"unit": "people", "counts": "killed", "per": "day"}),
        ("1,200 to 1,500 people", 1200, 1500, {"unit": "people"}),
        ("up to 30", None, 30, {"qualifier": "up to"}),
        ("up to 30", None, 30, {}),
        ("an open number of people", None, None, {"unit": "people"}),
    ],
)
def test_a_figure_reads_as_people_write_it(expected: str, low: float | None, high: float | None, told: dict[str, str]) -> None:
    """Bounds, how they are qualified, what is counted and how fast."""
    assert expected == figure_words(low, high, **told)
