"""What do packages of aid add up to, as far as they can be added?"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

Shape = dict[str, Any]


def sums_of(packages: Sequence[Shape]) -> list[Shape]:
    """Sums by donor, recipient, currency and the last stage told, each package once. Largest first within a currency.

    A sum is of lower bounds: what the words promise at least. Different documents may tell of one package in other words,
    so a sum over many documents is no more than a first look.
    """
    found: dict[tuple[str, str, str, str], list[float]] = defaultdict(list)
    for package in {package["id"]: package for package in packages}.values():
        amount = package["amount"]
        low = amount and (amount["low"] if amount["low"] is not None else amount["high"])
        if low is None or not amount:
            continue
        stage = package["history"][-1]["stage"] if package["history"] else "announced"
        key = package["donor_name"] or "not told", package["recipient_name"] or "not told", amount["currency"] or "currency not told", stage
        found[key].append(float(low))
    rows = [
        {"donor": donor, "recipient": recipient, "currency": currency, "stage": stage, "sum": sum(amounts), "packages": len(amounts)}
        for (donor, recipient, currency, stage), amounts in found.items()
    ]
    return sorted(rows, key=lambda row: (row["currency"], -row["sum"], row["donor"]))
