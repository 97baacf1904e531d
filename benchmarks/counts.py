"""How many were right, of how many?"""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Right, predicted and labelled things; sums over cases give micro averages."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    @classmethod
    def of(cls, gold: set[object], predicted: set[object]) -> Self:
        """Count exact matches of two sets."""
        return cls(right=len(gold & predicted), predicted=len(predicted), gold=len(gold))

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(right=self.right + other.right, predicted=self.predicted + other.predicted, gold=self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Percent of what was predicted; 0 where nothing was."""
        return 100 * self.right / max(self.predicted, 1)

    @property
    def recall(self) -> float:
        """Percent of what is labelled; 0 where nothing is."""
        return 100 * self.right / max(self.gold, 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, percent."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        return f"{self.right}/{self.predicted}/{self.gold}"


def add_up(cases: list[dict[str, Counts]]) -> dict[str, Counts]:
    """Sum cases that count the same things."""
    total: dict[str, Counts] = {}
    for case in cases:
        for name, counts in case.items():
            total[name] = total.get(name, Counts()) + counts
    return total
