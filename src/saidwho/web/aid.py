"""What do packages of aid add up to, as far as they can be added?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from saidwho.types.statement import STAGES

Shape = dict[str, Any]

# An amount told again is rounded ("nearly $150 million"), as linking has it for its ledger.
_ROUNDED = 0.02


def sums_of(packages: Sequence[Shape]) -> list[Shape]:
    """Sums by donor, recipient, currency and the furthest stage told. Largest first within a currency.

    A sum is of lower bounds: what the words promise at least. Several documents tell of one package, so amounts of one donor to one
    recipient that are alike count once (packages), however often they are told (told): two packages of one size are one too little.
    """
    amounts: dict[tuple[str, str, str], list[tuple[float, int]]] = defaultdict(list)
    for package in {package["id"]: package for package in packages}.values():
        amount = package["amount"]
        low = amount and (amount["low"] if amount["low"] is not None else amount["high"])
        if low is None or not amount:
            continue
        key = package["donor_name"] or "not told", package["recipient_name"] or "not told", _money(amount)
        amounts[key].append((float(low), _furthest(package["history"])))
    sums: dict[tuple[str, str, str, int], list[tuple[float, int]]] = defaultdict(list)
    for (donor, recipient, currency), told in amounts.items():
        for low, stage, times in _alike(sorted(told)):
            sums[donor, recipient, currency, stage].append((low, times))
    rows = [
        {"donor": donor, "recipient": recipient, "currency": currency, "stage": STAGES[stage], "sum": sum(low for low, _ in found),
         "packages": len(found), "told": sum(times for _, times in found)}
        for (donor, recipient, currency, stage), found in sums.items()
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (row["currency"], -row["sum"], row["donor"], row["stage"]))


def _money(amount: Shape) -> str:
    """The ISO code of an amount, or else the name of its money: "florins" of no state that is known."""
    name = amount.get("unit")
    return amount["currency"] or (name if name and name != "money" else "currency not told")


def _furthest(history: Sequence[Shape]) -> int:
    """The number of the furthest stage that is told of."""
    return max((STAGES.index(told["stage"]) for told in history if told["stage"] in STAGES), default=0)


def _alike(told: Sequence[tuple[float, int]]) -> Iterator[tuple[float, int, int]]:
    """Amounts in order, those that are alike as one: the lowest, the furthest stage, and how often it is told."""
    at = 0
    while at < len(told):
        low, past = told[at][0], at + 1
        while past < len(told) and told[past][0] <= low * (1 + _ROUNDED):
            past += 1
        yield low, max(stage for _, stage in told[at:past]), past - at
        at = past
