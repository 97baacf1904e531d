"""How much do the words of a statement sound like a denial?

A log-linear model over the vector of its clause, fitted by training/denials.py over the shipped encoder of clauses; its weights stand in
weights/denials.json with their digest beside them. Words that call false, disown or negate are only some of those that deny: "a bad novel",
"not one gun of ours stood there".
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from saidwho.errors import LinkingError
from saidwho.linking.facts import Voice
from saidwho.text.marked_clauses import CLOSES, OPENS
from saidwho.types.released import released_bytes

WEIGHTS = Path(__file__).parent / "weights" / "denials.json"
# So much of a statement is read, in characters.
_READ = 600
# Log-odds from here to there tell how much; a statement in seven of the stories denies, so that what is not surely more is none.
_LEAST, _MOST = -5.0, 1.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gainsaying:
    """bias: log-odds of no vector. weights: of each of its numbers, in half precision, so that no order of adding changes a sum."""

    bias: float
    weights: NDArray[np.float64]

    def of(self, vectors: NDArray[np.float16]) -> list[float]:
        """How much each statement sounds like a denial, from 0 to 1. vectors: (statements, width)."""
        odds = self.bias + vectors.astype(np.float64) @ self.weights
        found: list[float] = np.round((np.clip(odds, _LEAST, _MOST) - _LEAST) / (_MOST - _LEAST), 4).tolist()
        return found


def clause_of(voice: Voice) -> str:
    """Who says what, with marks around what is said; see saidwho.text.marked_clauses."""
    told = f"{voice.source} {voice.cue} {OPENS}{voice.told or voice.cue}{CLOSES}"
    return " ".join(told.split())[:_READ]


@cache
def shipped_gainsaying() -> Gainsaying:
    """The weights that come with the package. Raises LinkingError where they are missing or altered."""
    kept = json.loads(released_bytes(WEIGHTS, error=LinkingError))
    return Gainsaying(bias=kept["bias"], weights=half(kept["weights"]))


def half(weights: Sequence[float]) -> NDArray[np.float64]:
    """Weights as half-precision numbers."""
    return np.array(weights, dtype=np.float16).astype(np.float64)
