"""How likely do two propositions say the same?

A log-linear model over the features of a pair, trained by training/links.py; its weights stand in weights/links.json with
their digest beside them.
"""

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from saidwho.errors import LinkingError
from saidwho.linking.features import FEATURES, TOLD

WEIGHTS = Path(__file__).parent / "weights" / "links.json"
# Reasons that a person reads: the strongest so many.
_REASONS = 4
# What moves them less is no reason: it would be written as 0.0.
_LEAST = 0.05
# More tenths than any feature moves odds by.
_SPREAD = 1 << 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """weights: of the features by their names, bias: of none. Both in log-odds (natural logarithm)."""

    bias: float
    weights: Mapping[str, float]

    def odds(self, found: Mapping[str, float]) -> float:
        """The log-odds that a pair with these features says the same."""
        return self.bias + sum(self.weights.get(name, 0.0) * value for name, value in found.items())

    def reasons(self, found: Mapping[str, NDArray[np.float64]], count: int) -> list[tuple[str, ...]]:
        """What moved the odds of pairs most, for people: "they share words (+2.1)". found: features as columns of so many pairs."""
        names = sorted(name for name in found if self.weights.get(name))
        if not names:
            return [()] * count
        moved = np.stack([self.weights[name] * found[name] for name in names])
        ranked = np.argsort(-np.abs(moved), axis=0, kind="stable")[:_REASONS]
        values = np.take_along_axis(moved, ranked, axis=0)
        # Written to a tenth, so that what moves pairs is one of a few hundred phrases, and each is written once.
        tenths = np.where(np.abs(values) >= _LEAST, np.rint(10 * values), 0).astype(np.int64)
        codes = ranked * _SPREAD + tenths + _SPREAD // 2
        told = {code: _phrase(names, code) for code in np.unique(codes).tolist()}
        return [tuple([phrase for code in of if (phrase := told[code])]) for of in codes.T.tolist()]


def _phrase(names: Sequence[str], code: int) -> str:
    """What a feature did, or nothing where it did nothing. code: place of its name, and tenths of log-odds, in one number."""
    name, tenths = divmod(code, _SPREAD)
    moved = (tenths - _SPREAD // 2) / 10
    return f"{TOLD[names[name]]} ({moved:+.1f})" if moved else ""


def probability(odds: float) -> float:
    """Of log-odds."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@cache
def shipped_model() -> Model:
    """The model that comes with the package. Raises LinkingError where it is missing, altered or of another version."""
    return load_model(WEIGHTS)


def load_model(file: Path) -> Model:
    """Read weights after checking them against the SHA-256 beside them."""
    try:
        written = file.read_bytes()
        digest = file.with_name(file.name + ".sha256").read_text(encoding="ascii").partition(" ")[0]
    except OSError as error:
        raise LinkingError(f"{file}: cannot read the weights of linking ({error}). Install saidwho again.") from error
    if hashlib.sha256(written).hexdigest() != digest:
        raise LinkingError(f"{file}: is not the file that was released (its SHA-256 differs). Install saidwho again.")
    kept = json.loads(written)
    if set(kept["weights"]) != set(FEATURES):
        raise LinkingError(f"{file}: was trained on other features than this version has. Train it again: python -m training.links.")
    return Model(bias=kept["bias"], weights=kept["weights"])
