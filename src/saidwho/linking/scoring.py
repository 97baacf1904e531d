"""How likely do two propositions say the same?

A log-linear model over the features of a pair, trained by training/links.py; its weights stand in weights/links.json with
their digest beside them.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from saidwho.errors import LinkingError
from saidwho.linking.features import FEATURES, TOLD
from saidwho.types.released import released_bytes

WEIGHTS = Path(__file__).parent / "weights" / "links.json"
# Reasons that a person reads: the strongest so many.
_REASONS = 4
# What moves them less is no reason: it would be written as 0.0.
_LEAST = 0.05
# A reason in 15 bits: 6 of its place among FEATURES, 9 of its tenths of log-odds, more than any feature moves them by.
_PART, _SHIFT, _TENTHS = 15, 9, 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """weights: of the features by their names, bias: of none. Both in log-odds (natural logarithm)."""

    bias: float
    weights: Mapping[str, float]

    def odds(self, found: Mapping[str, float]) -> float:
        """The log-odds that a pair with these features says the same."""
        return self.bias + sum(self.weights.get(name, 0.0) * value for name, value in found.items())

    def moved(self, found: Mapping[str, NDArray[np.float64]], count: int) -> NDArray[np.int64]:
        """What moved the odds of pairs most, one number for each, which reasons_in reads. found: features as columns of so many pairs."""
        names = sorted(name for name in found if self.weights.get(name))
        if not names:
            return np.zeros(count, dtype=np.int64)
        moves = np.stack([self.weights[name] * found[name] for name in names])
        ranked = np.argsort(-np.abs(moves), axis=0, kind="stable")[:_REASONS]
        values = np.take_along_axis(moves, ranked, axis=0)
        # Written to a tenth of log-odds; what moves them less is no reason.
        tenths = np.clip(np.rint(10 * values), -_TENTHS, _TENTHS).astype(np.int64)
        places = np.array([FEATURES.index(name) for name in names])
        parts = np.where(np.abs(values) >= _LEAST, (places[ranked] << _SHIFT) + tenths + _TENTHS + 1, 0)
        total = np.zeros(count, dtype=np.int64)
        for part in parts:
            total = (total << _PART) | part
        return total


@lru_cache(maxsize=1 << 16)
def reasons_in(moved: int) -> tuple[str, ...]:
    """For people what a number of Model.moved tells, the strongest first: "they share words (+2.1)"."""
    parts = (moved >> _PART * at & (1 << _PART) - 1 for at in reversed(range(_REASONS)))
    return tuple(_phrase(part) for part in parts if part)


def _phrase(part: int) -> str:
    feature, tenths = part >> _SHIFT, (part & (1 << _SHIFT) - 1) - _TENTHS - 1
    return f"{TOLD[FEATURES[feature]]} ({tenths / 10:+.1f})"


def probability(odds: float) -> float:
    """Of log-odds."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@cache
def shipped_model() -> Model:
    """The model that comes with the package. Raises LinkingError where it is missing, altered or of another version."""
    return load_model(WEIGHTS)


def load_model(file: Path) -> Model:
    """Read weights after checking them against the SHA-256 beside them."""
    kept = json.loads(released_bytes(file, error=LinkingError))
    if set(kept["weights"]) != set(FEATURES):
        raise LinkingError(f"{file}: was trained on other features than this version has. Train it again: python -m training.links.")
    return Model(bias=kept["bias"], weights=kept["weights"])
