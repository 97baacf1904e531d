"""Sums of aid are in the money of whoever gives, where their words leave the currency open."""

import pytest

from saidwho.statements.aid.sums import of_donor
from saidwho.types.document import Span
from saidwho.types.grounding import Figure


def figure(text: str, currency: str | None) -> Figure:
    return Figure(
        span=Span(start=0, end=len(text)), low=45_000_000, high=45_000_000, qualifier=None, unit="money", counts=None, of=None,
        victims=None, per=None, over=None, cumulative=False, since=None, as_of=None, part_of=None, currency=currency,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("expected", "text", "read", "country"),
    [
        ("CHF", "45 million francs", None, "CHE"),
        ("NOK", "45 million kroner", None, "NOR"),
        ("SEK", "45 million kronor", None, "SWE"),
        ("GBP", "45 million pounds", None, "GBR"),
        ("EUR", "45 million euros", "EUR", "NOR"),
        ("USD", "45 million US dollars", "USD", "CAN"),
        (None, "45 million dollars", "USD", "CAN"),
        ("USD", "45 million dollars", "USD", "USA"),
        (None, "45 million crowns", None, None),
    ],
)
def test_the_money_is_the_givers_own(expected: str | None, text: str, read: str | None, country: str | None) -> None:
    """By the name of the money that is tender there; plain dollars of a state with dollars of its own are open."""
    assert expected == of_donor(figure(text, read), text, country).currency
