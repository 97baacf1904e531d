"""How likely is each act by the words of a statement, by a linear model learned from the reports marked for training?

training/act_words.py writes act_words.npz: multinomial logistic regression on the features of features.py.
"""

from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from saidwho.statements.acts.cues import CueMeaning
from saidwho.statements.acts.features import describe
from saidwho.statements.surroundings import Surroundings
from saidwho.types.reading import Attribution
from saidwho.types.released import released_bytes

WEIGHTS = Path(__file__).with_name("act_words.npz")
Odds = NDArray[np.float64]


def odds_by_words(around: Surroundings, attribution: Attribution, meaning: CueMeaning) -> Odds:
    """The logarithms of the probabilities of priors.ACTS: (acts,). meaning: of the cue."""
    numbers, weights, bias = load_act_words()
    rows = [numbers[name] for name in sorted(describe(around, attribution, meaning)) if name in numbers]
    scores = bias + weights[rows].sum(axis=0, dtype=np.float64)
    odds: Odds = scores - scores.max()
    odds -= np.log(np.exp(odds).sum())
    return odds


@cache
def load_act_words(file: Path = WEIGHTS) -> tuple[dict[str, int], NDArray[np.float32], Odds]:
    """Features by number, (features, acts) weights and (acts,) biases. Raises WeightsError where the file is missing or altered."""
    with np.load(BytesIO(released_bytes(file)), allow_pickle=False) as stored:
        names = bytes(stored["features"]).decode().split("\n")
        return {name: i for i, name in enumerate(names)}, stored["weights"].astype(np.float32), stored["bias"].astype(np.float64)
