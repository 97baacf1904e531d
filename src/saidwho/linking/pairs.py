"""How likely do pairs of nodes say the same, by a model and by what people decided?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from saidwho.linking import sketches as of
from saidwho.linking.columns import Bools, Columns, Floats, Ints
from saidwho.linking.crowds import Crowd, Found, answered, barred, opposed
from saidwho.linking.judgements import Decided
from saidwho.linking.scoring import Model

Vectors = Callable[[Sequence[str]], NDArray[np.float32]]
# The cosines of the sentence vectors of pairs of rows.
Closeness = Callable[[Ints, Ints], Floats]
# A person's word outweighs any number of machine scores.
DECIDED = 1e6
# "Zelensky confirmed the swap" is of what was told before it (8 times in 9 on the training stories).
ANSWERED = 3.0
_POLARITY = frozenset({"polarity other", "speaker same"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Compared:
    """Pairs of rows. odds: log-odds that they say the same, not a number where they cannot, minus infinity where a person says so.

    likeness: log-odds that they are about the same, whether they affirm or deny it; not a number where they cannot be. answered: in which
    one answers the other; see crowds.answered.
    """

    model: Model
    odds: Floats
    likeness: Floats
    answered: Bools
    _found: Found
    _rows: Ints

    def moved(self, pairs: Ints) -> Ints:
        """What moved the odds of some pairs most: see scoring.reasons_in. 0 of those that cannot be one claim, whatever people said."""
        at = self._rows[pairs]
        told = np.flatnonzero(at >= 0)
        made = np.zeros(len(pairs), dtype=np.int64)
        found = {name: self._found[name][at[told]] for name, weight in self.model.weights.items() if weight}
        made[told] = self.model.moved(found, len(told))
        return made


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Comparer:
    """Compares nodes, by a model and by what people decided."""

    model: Model
    decided: Decided

    def compare(self, columns: Columns, one: Ints, other: Ints, closeness: Closeness | None) -> Compared:
        """one, other: rows of columns."""
        asked = Crowd(columns=columns, one=one, other=other)
        alive = np.flatnonzero(~barred(asked))
        rest = asked.take(alive)
        close = closeness(rest.one, rest.other) if closeness is not None else None
        found = Found(crowd=Crowd(columns=columns, one=rest.one, other=rest.other, closeness=close))
        likeness, rows = np.full(len(one), np.nan), np.full(len(one), -1, dtype=np.int64)
        likeness[alive], rows[alive] = self._sum(found, polarity=False), np.arange(len(alive))
        odds = likeness.copy()
        odds[alive] += self._sum(found, polarity=True)
        by_answer = answered(asked)
        odds[by_answer & ~np.isnan(odds)] = ANSWERED
        odds[asked.differ(of.NEGATED) | opposed(asked)] = np.nan
        self._judge(columns, one, other, odds)
        return Compared(model=self.model, odds=odds, likeness=likeness, answered=~np.isnan(odds) & by_answer, _found=found, _rows=rows)

    def _sum(self, found: Found, *, polarity: bool) -> Floats:
        """The log-odds of some features, added up in the order of their names: of each pair by itself."""
        total: Floats = np.full(len(found.crowd.one), 0.0 if polarity else self.model.bias)
        for name, weight in self.model.weights.items():
            if weight and (name in _POLARITY) == polarity:
                total += weight * found[name]
        return total

    def _judge(self, columns: Columns, one: Ints, other: Ints, odds: Floats) -> None:
        """Put what people decided in the place of the odds."""
        if not self.decided.same and not self.decided.different:
            return
        apart: Bools = np.fromiter((row.fact in self.decided.apart for row in columns.sketches), dtype=np.bool_)
        for at in np.flatnonzero(apart[one] & apart[other]):
            first, last = sorted((columns.sketches[one[at]].fact, columns.sketches[other[at]].fact))
            if (first, last) in self.decided.same:
                odds[at] = DECIDED
            elif (first, last) in self.decided.different:
                odds[at] = -np.inf
