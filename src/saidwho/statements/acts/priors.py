"""How likely is each act by the words of a cue, before what is said is looked at?

priors.tsv counts what was done by which words in the reports marked for training (training/cue_acts.py writes it). Words that were seldom
seen lean on their kind in cues.tsv, and kinds on all acts, by additive smoothing.
"""

from functools import cache
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from saidwho.statements.acts.cues import CueMeaning
from saidwho.text.tables import rows_of
from saidwho.types.statement import Act

ACTS: tuple[Act, ...] = get_args(Act)
# So many cases of its kind are added to those of a phrase, and so many of all to those of a kind. Of 0.5 to 8 these foretell a
# statement of the marked reports best from all others (mean log-likelihood -0.841, 77.0 in 100 right).
_OF_KIND, _OF_ALL = 2.0, 8.0

Shares = NDArray[np.float64]


def prior(meaning: CueMeaning) -> Shares:
    """The probabilities of ACTS by the words of a cue alone: (acts,), which sum to 1."""
    counts = _counts()
    of_kind = _smoothed(counts.get((meaning.kind, "")), base_rates(), _OF_ALL)
    return _smoothed(counts.get((meaning.kind, meaning.phrase)) if meaning.phrase else None, of_kind, _OF_KIND)


@cache
def base_rates() -> Shares:
    """How often each act is, whatever the cue: (acts,), which sum to 1."""
    total = sum((row for (_, phrase), row in _counts().items() if not phrase), start=np.ones(len(ACTS)))
    shares: Shares = total / total.sum()
    return shares


def _smoothed(counts: Shares | None, shares: Shares, cases: float) -> Shares:
    found: Shares = shares if counts is None else (counts + cases * shares) / (counts.sum() + cases)
    return found


@cache
def _counts() -> dict[tuple[str, str], Shares]:
    """How often each act was done, by kind and phrase; of a kind as a whole by the empty phrase."""
    found: dict[tuple[str, str], Shares] = {}
    for kind, phrase, *counts in rows_of("priors.tsv", package=__package__, columns=2 + len(ACTS)):
        found[kind, phrase] = np.array([float(count or 0) for count in counts])
    return found
