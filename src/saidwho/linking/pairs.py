"""How do two nodes compare, and what forbids them to be one claim?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from saidwho.linking.constraints import forbidden
from saidwho.linking.features import features
from saidwho.linking.judgements import Decided
from saidwho.linking.nodes import Node
from saidwho.linking.scoring import Model

Vectors = Callable[[Sequence[str]], NDArray[np.float32]]
# A person's word outweighs any number of machine scores.
_DECIDED = 1e6
_POLARITY = frozenset({"polarity other", "speaker same"})


@dataclass(slots=True, kw_only=True, eq=False)
class Comparer:
    """Compares nodes by their numbers, and remembers the odds.

    vectors: one a node, of length 1, (nodes, width); None where there are none.
    """

    nodes: Sequence[Node]
    model: Model
    vectors: NDArray[np.float32] | None
    decided: Decided
    _odds: dict[tuple[int, int], float | None] = field(default_factory=dict)

    def found(self, one: int, other: int) -> Mapping[str, float]:
        """The features of a pair."""
        closeness = float(self.vectors[one] @ self.vectors[other]) if self.vectors is not None else None
        return features(self.nodes[one], self.nodes[other], closeness)

    def odds(self, one: int, other: int) -> float | None:
        """The log-odds that two say the same; None where they cannot."""
        pair = (min(one, other), max(one, other))
        if pair not in self._odds:
            self._odds[pair] = self._score(*pair)
        return self._odds[pair]

    def likeness(self, one: int, other: int) -> float | None:
        """The log-odds that two are about the same, whether they affirm or deny it; None where they cannot be."""
        if forbidden(self.nodes[one].fact, self.nodes[other].fact, either_way=True):
            return None
        return self.model.odds({name: value for name, value in self.found(one, other).items() if name not in _POLARITY})

    def _score(self, one: int, other: int) -> float | None:
        judged = self._judged(one, other)
        if judged is not None:
            return _DECIDED if judged else None
        if forbidden(self.nodes[one].fact, self.nodes[other].fact):
            return None
        return self.model.odds(self.found(one, other))

    def _judged(self, one: int, other: int) -> bool | None:
        pair = tuple(sorted((self.nodes[one].fact.id, self.nodes[other].fact.id)))
        if pair in self.decided.same:
            return True
        return False if pair in self.decided.different else None
