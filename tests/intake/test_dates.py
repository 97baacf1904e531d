"""Publication dates are dates, or RFC 3339 with an offset."""

import pytest

from saidwho.intake.dates import is_published


@pytest.mark.parametrize(
    "value",
    [
        "2023-10-27",
        "2024-02-29",
        "2023-10-27T09:30:00Z",
        "2023-10-27t09:30:00.25+05:30",
        "2023-10-27 09:30:00-08:00",
        "2016-12-31T23:59:60Z",
    ],
)
def test_accepts(value: str) -> None:
    """Dates, and instants with an offset, leap seconds among them."""
    assert is_published(value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "2023",
        "2023-10",
        "2023-02-29",
        "27/10/2023",
        "2023-10-27T09:30:00",
        "2023-10-27T09:30Z",
        "2023-10-27T25:00:00Z",
        "20231027",
        "2023-10-27\n",
        "٢٠٢٣-١٠-٢٧",
    ],
)
def test_refuses(value: str) -> None:
    """No other precision, no time without an offset, no day that the calendar lacks."""
    assert not is_published(value)
