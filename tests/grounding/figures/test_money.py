import pytest

from saidwho.grounding.figures.figures import ground_figures
from tests.grounding.figures.readings import flat_reading


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        (150_000_000, "USD", "It sent $150 million."),
        (4_500_000_000, "EUR", "It sent €4.5bn."),
        (2_300_000_000, "USD", "It sent US$2.3 billion."),
        (50_000_000, "AUD", "It sent A$50 million."),
        (500_000_000, "UAH", "It sent 500 million hryvnias."),
        (12_000_000_000, "RUB", "It sent 12bn roubles."),
        (300_000_000, "CAD", "It sent 300 million Canadian dollars."),
        (3_000_000, "USD", "It sent USD 3 million."),
        (75_000_000, "CHF", "It sent CHF 75 million."),
        (2_000, "CHF", "It sent 2,000 Swiss francs."),
        (4_000, "SYP", "It sent 4,000 Syrian pounds."),
        (90_000_000, "EUR", "It sent a €90-million loan."),
        (12_500_000, "EUR", "It sent €12.5m."),
        (900_000_000, "ILS", "It sent ₪900 million."),
        (5_000_000_000, None, "It sent Rs 500 crore."),
        (90_000_000, None, "It sent 90 million dinars."),
    ],
)
def test_reads_sums_and_their_currency(amount, currency, text):
    """Both bounds are of the unit itself; a currency that the words leave open stays empty."""
    (figure,) = ground_figures(text, flat_reading(text), actors=(), times=())
    assert (amount, amount, "money", currency) == (figure.low, figure.high, figure.unit, figure.currency)


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (2_000_000_000, 3_000_000_000, "It sent $2-3 billion."),
        (10_000_000_000, 12_000_000_000, "It sent between $10 billion and $12 billion."),
        (None, None, "It sent billions of dollars."),
        (None, 1_100_000_000, "It sent up to €1.1bn."),
    ],
)
def test_reads_ranges_of_money(low, high, text):
    """A scale after the second number is that of both."""
    (figure,) = ground_figures(text, flat_reading(text), actors=(), times=())
    assert (low, high) == (figure.low, figure.high)


def test_pounds_of_something_are_a_weight():
    (figure,) = ground_figures("It held 500 pounds of explosives.", flat_reading("It held 500 pounds of explosives."), actors=(), times=())
    assert ("pounds", None) == (figure.unit, figure.currency)
