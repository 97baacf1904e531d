"""What does a speaker do by saying something: assert, deny, threaten, demand...?

The reader says of each word of cue and content what act it leans to; the words of the cue say how often they are used for which
act, and a linear model how likely each act is by all words; rules know wordings and what a statement answers. All are weighed as log
odds, and the likeliest act is taken.
"""

import numpy as np
from numpy.typing import NDArray

from saidwho.statements.acts.answers import has_nothing_to_answer, is_beside_the_point
from saidwho.statements.acts.cues import CueMeaning, meaning_of
from saidwho.statements.acts.priors import ACTS, base_rates, prior
from saidwho.statements.acts.rules import Rules
from saidwho.statements.acts.words import odds_by_words
from saidwho.statements.surroundings import Surroundings
from saidwho.types.reading import Attribution
from saidwho.types.statement import Act

# What reader and cue weigh; and rules, where the cue tells the act, where what is still to come does, and where other wording does. Chosen
# by score on training/reports/dev (86.1 in 100 acts right, 85.5 with half the weight of the reader) and on the reports to develop on (89.6,
# 89.0), of which neither taught the reader: weights around these do much the same.
_READER, _CUE, _WORDS = 1.1, 0.4, 0.6
_BY_CUE, _TO_COME, _BY_WORDING = 2.5, 2.0, 4.0
# That an armed group says it was behind an attack; few of those that taught the reader do, so it is nearly sure that it only asserts.
_BY_GROUP = 9.0
# What weighs against a denial that no rule finds: without a word that says no where nothing is alleged (on training/reports/dev it turns
# 1 that denies and 5 that do not), and of what nothing was told before.
_UNALLEGED = 4.0
# Cues by which something is called false or fair; what it is called tells which.
_CALLING = frozenset(("call", "describe", "judge"))
# The reader is never so sure of an act as to rule the others out.
_LEAST = 1e-4

Odds = NDArray[np.float64]


class Acts:
    """The acts of one text. Time is linear in the text and in the number of its attributions."""

    def __init__(self, around: Surroundings) -> None:
        self._around, self._rules = around, Rules(around)

    def act(self, attribution: Attribution, *, by_group: bool = False, passes_on: bool = False, answers: bool = False) -> Act:
        """What the speaker of an attribution does by it.

        by_group: the speaker is an armed group that is no state's; by saying that it attacked, it claims responsibility.
        passes_on: all that is said is that somebody else says something: who says that another promised to leave promises nothing.
        answers: the other side of a conflict spoke right before.
        """
        if passes_on and meaning_of(self._around, attribution).act == "assert":
            return "assert"
        by_rule = self._rules.act(attribution, by_group=by_group, answers=answers)
        leaning = self._around.leaning("acts", (*attribution.cue, *attribution.content))
        if leaning is None:
            return by_rule
        meaning = meaning_of(self._around, attribution)
        base = np.log(base_rates())
        odds: Odds = _READER * np.log(np.maximum(leaning, _LEAST)) + _CUE * (np.log(prior(meaning)) - base)
        odds += _WORDS * (odds_by_words(self._around, attribution, meaning) - base)
        # That rules find nothing weighs nothing.
        if by_rule != "assert":
            claims = by_group and by_rule == "claim responsibility" and self._rules.claims(attribution)
            odds[ACTS.index(by_rule)] += _BY_GROUP if claims else _weight(by_rule, meaning)
        if by_rule != "deny" and meaning.act == "assert" and has_nothing_to_answer(self._around, attribution, verb=meaning.verb):
            odds[ACTS.index("deny")] -= np.inf if meaning.kind == "assert" else _UNALLEGED
        elif by_rule != "deny" and meaning.act == "assert" and is_beside_the_point(self._around, attribution):
            odds[ACTS.index("deny")] -= _UNALLEGED
        for act in self._rules.excluded(attribution, by_group=by_group) - {by_rule}:
            odds[ACTS.index(act)] = -np.inf
        return ACTS[int(odds.argmax())]


def _weight(by_rule: Act, meaning: CueMeaning) -> float:
    """How much an act that rules found weighs; that something is called false is told by more than the cue."""
    if meaning.act == "deny" and meaning.is_conditional:
        return _BY_WORDING
    if by_rule == "deny" and meaning.act in _CALLING:
        return _BY_WORDING
    if meaning.act != "assert":
        return _BY_CUE
    return _TO_COME if by_rule in ("predict", "pledge") else _BY_WORDING
