"""One voice of a claim, with as what it speaks there."""

from dataclasses import dataclass

from saidwho.linking.facts import Voice
from saidwho.linking.standing.kinds import Standing


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said:
    """is_unplaced: of a state that its text leaves open, and of none of those that others speak for, as far as it tells."""

    voice: Voice
    standing: Standing
    is_apart: bool
    is_unplaced: bool = False

    @property
    def is_adrift(self) -> bool:
        """Whether it speaks for a state that its text leaves open."""
        return self.standing.is_adrift and self.root == (self.standing.state or self.standing.root)

    @property
    def root(self) -> str:
        """Rule 1: a person, its body and the executive of a state are one; a public service only with a basis of its own apart."""
        if self.standing.state and not self.is_apart:
            return self.standing.state
        return self.standing.root

    @property
    def root_name(self) -> str:
        if self.standing.state and not self.is_apart:
            return self.standing.state_name or self.standing.body or self.standing.name
        return self.standing.name
