"""How do two nodes compare, and what forbids them to be one claim?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from saidwho.linking.constraints import forbidden
from saidwho.linking.features import features
from saidwho.linking.judgements import Decided
from saidwho.linking.nodes import Node
from saidwho.linking.scoring import Model

Vectors = Callable[[Sequence[str]], NDArray[np.float32]]
# A person's word outweighs any number of machine scores.
DECIDED = 1e6
_POLARITY = frozenset({"polarity other", "speaker same"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Compared:
    """found: the features of two nodes. odds: log-odds that they say the same, None where they cannot.

    likeness: log-odds that they are about the same, whether they affirm or deny it; None where they cannot be.
    """

    found: Mapping[str, float]
    odds: float | None
    likeness: float | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Comparer:
    """Compares nodes, by a model and by what people decided."""

    model: Model
    decided: Decided

    def compare(self, one: Node, other: Node, closeness: float | None) -> Compared:
        """closeness: cosine of their sentence vectors, None where there are none."""
        judged = self._judged(one, other)
        if forbidden(one.fact, other.fact, either_way=True):
            return Compared(found={}, odds=DECIDED if judged else None, likeness=None)
        found = features(one, other, closeness)
        likeness = self.model.odds({name: value for name, value in found.items() if name not in _POLARITY})
        if judged is not None:
            return Compared(found=found, odds=DECIDED if judged else None, likeness=likeness)
        is_barred = one.fact.negated != other.fact.negated
        return Compared(found=found, odds=None if is_barred else self.model.odds(found), likeness=likeness)

    def odds(self, one: Node, other: Node, closeness: float | None) -> float | None:
        """The log-odds that two say the same; None where they cannot."""
        judged = self._judged(one, other)
        if judged is not None:
            return DECIDED if judged else None
        if forbidden(one.fact, other.fact):
            return None
        return self.model.odds(features(one, other, closeness))

    def _judged(self, one: Node, other: Node) -> bool | None:
        if not self.decided.same and not self.decided.different:
            return None
        pair = (min(one.fact.id, other.fact.id), max(one.fact.id, other.fact.id))
        if pair in self.decided.same:
            return True
        return False if pair in self.decided.different else None
