"""Which clauses does a content hold, one happening each?

"was forced to regroup after suffering 400 casualties a day while trying to recapture a key town" holds three.
"""

from dataclasses import dataclass

from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Token

# A verb so related to another opens a clause of its own; others belong to the one they hang on ("forced to regroup").
# A relative clause mostly says who is meant ("soldiers who refuse orders") and stays with its noun.
_OPENS = frozenset({"root", "ccomp", "advcl", "conj", "parataxis", "csubj"})
_VERBAL = frozenset({"VERB", "AUX"})
# What may stand around a clause and says nothing of it.
_LOOSE = frozenset({"PUNCT", "SCONJ", "CCONJ"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """head: the token of its verb, or of what is said to be so. tokens: all of its own, in order. parent: the clause it
    hangs on, as a place in the list of clauses, None for the first."""

    head: int
    tokens: tuple[int, ...]
    parent: int | None


class ClauseFinder:
    """The clauses of one text."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self.tokens: tuple[Token, ...] = around.tokens

    def find(self, content: tuple[Span, ...]) -> list[Clause]:
        """The clauses of a content, in the order of the text; none where it holds no word."""
        inside = [i for span in content for i in self._around.touched(span)]
        known = set(inside)
        heads = [i for i in inside if self._opens(i, known)]
        if not heads:
            heads = [i for i in inside if self.tokens[i].head not in known or self.tokens[i].head == i][:1]
        owner = {i: self._owner(i, set(heads)) for i in inside}
        # What hangs on nothing inside belongs to the first clause.
        tokens = {head: tuple(i for i in inside if owner[i] == head or (owner[i] is None and head == heads[0])) for head in heads}
        places = {head: n for n, head in enumerate(heads)}
        return [Clause(head=h, tokens=tokens[h], parent=self._parent(h, places)) for h in heads]

    def children(self, token: int, *relations: str) -> list[int]:
        """The tokens that hang on a token by one of these relations; by any where none is named."""
        return [i for i in self._around.children(token) if not relations or self.tokens[i].relation in relations]

    def word(self, token: int) -> str:
        return self._around.words[token]

    def spans(self, clause: Clause) -> tuple[Span, ...]:
        """The words of a clause as few stretches of text; conjunctions and marks around it left off."""
        runs: list[list[int]] = []
        for i in clause.tokens:
            if runs and i == runs[-1][-1] + 1:
                runs[-1].append(i)
            else:
                runs.append([i])
        cut = [self._trimmed(run) for run in runs]
        return tuple(self._around.span(run[0], run[-1] + 1) for run in cut if run)

    def _opens(self, token: int, known: set[int]) -> bool:
        upos, relation = self.tokens[token].upos, self.tokens[token].relation
        is_top = self.tokens[token].head not in known or self.tokens[token].head == token
        is_verbal = upos == "VERB" or bool(self.children(token, "cop", "nsubj", "nsubj:pass"))
        if not is_verbal:
            return False
        if relation == "conj":
            return self.tokens[self.tokens[token].head].upos in _VERBAL or bool(self.children(token, "nsubj", "nsubj:pass"))
        # "information that soldiers were shot": what the information is.
        is_told = relation == "acl" and bool(self.children(token, "mark")) and bool(self.children(token, "nsubj", "nsubj:pass"))
        return is_top or is_told or relation in _OPENS

    def _owner(self, token: int, heads: set[int]) -> int | None:
        """The clause head that a token hangs on, itself included."""
        at = token
        for _ in range(len(self.tokens)):
            if at in heads:
                return at
            above = self.tokens[at].head
            if above == at:
                return None
            at = above
        return None

    def _parent(self, head: int, places: dict[int, int]) -> int | None:
        above = self.tokens[head].head
        owner = self._owner(above, set(places)) if above != head else None
        return None if owner is None or owner == head else places[owner]

    def _trimmed(self, run: list[int]) -> list[int]:
        first, last = 0, len(run)
        while first < last and (self.tokens[run[first]].upos in _LOOSE or self.tokens[run[first]].relation == "mark"):
            first += 1
        while last > first and self.tokens[run[last - 1]].upos in _LOOSE:
            last -= 1
        return run[first:last]
