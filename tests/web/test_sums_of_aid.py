"""What packages of aid add up to."""

from typing import Any

import pytest

from saidwho.web.aid import sums_of


def package(number: int, low: float | None, *stages: str, donor: str | None = "Norra", currency: str | None = "USD") -> dict[str, Any]:
    """A package as one document tells of it."""
    amount = None if low is None else {"low": low, "high": low, "currency": currency}
    history = [{"stage": stage} for stage in stages]
    return {"id": f"a{number}", "donor_name": donor, "recipient_name": "Velmora", "amount": amount, "history": history}


@pytest.mark.parametrize(
    ("packages", "rows"),
    [
        ([], []),
        ([package(1, None, "announced")], []),
        ([package(1, 150e6, "announced")], [("announced", 150e6, 1, 1)]),
        # Three documents tell of one package; one knows that it came, and names that first.
        (
            [package(1, 150e6, "delivered", "announced"), package(2, 150e6, "announced"), package(3, 149e6, "announced")],
            [("delivered", 149e6, 1, 3)],
        ),
        ([package(1, 150e6, "announced"), package(2, 60e6, "announced")], [("announced", 210e6, 2, 2)]),
        ([package(1, 150e6, "pledged"), package(2, 60e6, "delivered")], [("pledged", 150e6, 1, 1), ("delivered", 60e6, 1, 1)]),
        ([package(1, 150e6, "delivered"), package(1, 150e6, "delivered")], [("delivered", 150e6, 1, 1)]),
        ([package(1, 150e6)], [("announced", 150e6, 1, 1)]),
    ],
)
def test_a_package_that_is_told_again_is_added_once(packages: list[dict[str, Any]], rows: list[tuple[str, float, int, int]]) -> None:
    """Of amounts that are alike the lowest counts, at the furthest stage that anybody tells of."""
    assert rows == [(row["stage"], row["sum"], row["packages"], row["told"]) for row in sums_of(packages)]


def test_what_is_not_told_is_not_added_to_what_is() -> None:
    """Donors and currencies stand apart, also those that no words name."""
    found = sums_of([package(1, 5e6), package(2, 5e6, donor=None), package(3, 5e6, currency=None)])
    assert [("Norra", "USD"), ("not told", "USD"), ("Norra", "currency not told")] == [(row["donor"], row["currency"]) for row in found]
