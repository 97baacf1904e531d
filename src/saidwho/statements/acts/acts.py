"""What does a speaker do by saying something: assert, deny, threaten, demand...?

The reader says of each word of cue and content what act it leans to; the words of the cue say how often they are used for which
act; two rules know what stands around them. All three are weighed as log odds, and the likeliest act is taken.
"""

import numpy as np
from numpy.typing import NDArray

from saidwho.statements.acts.answers import contradicts, is_verdict_on_words
from saidwho.statements.acts.cues import meaning_of
from saidwho.statements.acts.priors import ACTS, base_rates, prior
from saidwho.statements.surroundings import Surroundings
from saidwho.types.reading import Attribution
from saidwho.types.statement import Act

# How much the cue's words weigh against what the reader says of all words, which was taught on cues too; and what it adds that a statement
# answers others. Fitted together on the reports of training/reports/dev, the three weigh about so.
_PRIOR = 1.0
_ANSWERS = 2.0
# The reader is never so sure of an act as to rule the others out.
_LEAST = 1e-4
_DENY = ACTS.index("deny")

Odds = NDArray[np.float64]


class Acts:
    """The acts of one text. Time is linear in the text and in the number of its attributions."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def act(self, attribution: Attribution) -> Act:
        """What the speaker of an attribution does by it."""
        return ACTS[int(self._odds(attribution).argmax())]

    def _odds(self, attribution: Attribution) -> Odds:
        """The logarithm of how likely each act is, but for a constant: (acts,)."""
        around, meaning = self._around, meaning_of(self._around, attribution)
        odds: Odds = np.log(prior(meaning))
        leaning = around.leaning("acts", (*attribution.cue, *attribution.content))
        if leaning is not None:
            odds = np.log(np.maximum(leaning, _LEAST)) + _PRIOR * (odds - np.log(base_rates()))
        if attribution.content and (is_verdict_on_words(around, attribution, meaning) or contradicts(around, attribution)):
            odds[_DENY] += _ANSWERS
        return odds
