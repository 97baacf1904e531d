"""What does a speaker do by saying something: assert, deny, threaten, demand...?

The reader says of each word of cue and content what act it leans to; the words of the cue say how often they are used for which
act; a few rules know what neither sees. All three are weighed as log odds, and the likeliest act is taken.
"""

import numpy as np
from numpy.typing import NDArray

from saidwho.statements.acts.cues import meaning_of
from saidwho.statements.acts.priors import ACTS, base_rates, prior
from saidwho.statements.surroundings import Surroundings
from saidwho.types.reading import Attribution
from saidwho.types.statement import Act

# How much the cue's words weigh against what the reader says of all words, which was taught on cues too.
_PRIOR = 0.7
# The reader is never so sure of an act as to rule the others out.
_LEAST = 1e-4

Odds = NDArray[np.float64]


class Acts:
    """The acts of one text. Time is linear in the text and in the number of its attributions."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def act(self, attribution: Attribution, *, by_group: bool = False) -> Act:
        """What the speaker of an attribution does by it.

        by_group: the speaker is an armed group that is no state's; by saying that it attacked, it claims responsibility.
        """
        odds = self._odds(attribution)
        return ACTS[int(odds.argmax())]

    def _odds(self, attribution: Attribution) -> Odds:
        """The logarithm of how likely each act is, but for a constant: (acts,)."""
        by_cue = np.log(prior(meaning_of(self._around, attribution)))
        leaning = self._around.leaning("acts", (*attribution.cue, *attribution.content))
        if leaning is None:
            return by_cue
        odds: Odds = np.log(np.maximum(leaning, _LEAST)) + _PRIOR * (by_cue - np.log(base_rates()))
        return odds
