"""Which clauses of a content only say how another is known or said, and which belong to a statement inside it?"""

from collections import defaultdict

from saidwho.statements.clauses import Clause, ClauseFinder
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

# Verbs that frame what hangs on them: "I think ...", "we have information that ...".
_FRAMES = frozenset({
    "think", "thinks", "thought", "believe", "believes", "believed", "know", "knows", "knew", "known", "have", "has", "had", "say",
    "says", "said", "hope", "hopes", "fear", "fears", "feared", "suspect", "suspects", "see", "saw", "seen", "heard", "hear", "add",
    "added", "note", "noted", "is", "was", "tell", "told", "tells", "learned", "learnt", "remember", "remembers", "recall", "suggest",
    "suggests", "suggested", "doubt", "doubts", "maintain", "maintains", "maintained", "indicate", "indicates", "appears", "seems",
    "means", "estimates", "estimate", "claimed", "claims", "denied", "denies", "deny", "assume", "understand", "expect", "expects",
    "expected", "watched", "stressed", "clear", "indicated", "show", "shows", "showed", "shown", "report", "reports", "reported",
    "reveal", "reveals", "revealed", "estimated", "assumes", "assumed", "understood", "remembered", "recalled", "suspected", "doubted",
    "find", "finds", "found", "establish", "establishes", "established", "determine", "determines", "determined", "conclude", "concludes",
    "concluded", "confirm", "confirms", "confirmed", "prove", "proves", "proved", "proven",
})  # fmt: skip
# Of these alone nothing is told but what somebody has in mind.
_MINDS = frozenset({"think", "thought", "know", "knew", "doubt", "remember", "believe", "suppose", "guess", "mean", "wonder", "agree"})
_ABOVE = frozenset({"ccomp", "acl", "xcomp", "parataxis", "csubj", "nsubj", "obl", "obj"})


class Frames:
    """The frames of the contents of one report."""

    def __init__(self, finder: ClauseFinder, around: Surroundings, attributions: tuple[Attribution, ...]) -> None:
        self._finder = finder
        self._inner: dict[int, list[Attribution]] = defaultdict(list)
        for attribution in attributions:
            for token in {*around.touched_by(attribution.cue), *around.touched_by(attribution.content)}:
                self._inner[token].append(attribution)

    def is_frame(self, clause: Clause, clauses: list[Clause], content: tuple[Span, ...]) -> bool:
        """Whether a clause of a content says nothing of what happens, or says it inside another statement."""
        return self._is_inner(clause, content) or (not clause.is_told and self._only_frames(clause, clauses))

    def _is_inner(self, clause: Clause, content: tuple[Span, ...]) -> bool:
        """Whether it says, or is said, within: "Washington fears that the port will be next" is the inner statement's."""
        around = self._inner.get(clause.head, ())
        return any(attribution.content != content and _holds(content, attribution) for attribution in around)

    def _only_frames(self, clause: Clause, clauses: list[Clause]) -> bool:
        finder, word = self._finder, self._finder.word(clause.head)
        if word in _MINDS and len(clause.tokens) <= 2:
            return True
        if word not in _FRAMES:
            return False
        return any(
            other.parent is not None and clauses[other.parent] is clause and finder.tokens[other.head].relation in _ABOVE
            for other in clauses
        )


def _holds(content: tuple[Span, ...], inner: Attribution) -> bool:
    """Whether a content holds cue and content of another attribution."""
    return bool(inner.cue) and all(any(c.start <= s.start and s.end <= c.end for c in content) for s in (*inner.cue, *inner.content))
