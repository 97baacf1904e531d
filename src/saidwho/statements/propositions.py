"""Which happenings and figures does a statement speak of, and who does what to whom in each?"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeVar

from saidwho.statements.clauses import Clause, ClauseFinder
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.grounding import Figure, Grounding, Place, Time
from saidwho.types.ids import content_id, pairs
from saidwho.types.statement import Modality, Proposition

_Grounded = TypeVar("_Grounded", Place, Time, Figure)

_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nobody", "none", "nor"})
_POSSIBLE = frozenset({"may", "might", "could", "can"})
_PLANNED = frozenset({"will", "'ll", "shall", "going"})
_ORDERED = frozenset({"must", "should", "ought"})
_FRAMES = frozenset({
    "think", "thinks", "thought", "believe", "believes", "believed", "know", "knows", "knew", "have", "has", "had", "say", "says", "said",
    "hope", "hopes", "fear", "fears", "suspect", "suspects", "see", "saw", "heard", "hear", "add", "added", "note", "noted", "is", "was",
})  # fmt: skip
_PLANS = frozenset(
    {
        "plan",
        "plans",
        "planned",
        "planning",
        "intend",
        "intends",
        "intended",
        "preparing",
        "prepare",
        "prepares",
        "prepared",
        "about",
        "set",
    }
)
_ORDERS = frozenset({"ordered", "told", "instructed", "commanded", "asked", "urged"})
_CONDITIONS = frozenset({"if", "unless"})
_SUBJECTS = ("nsubj",)
_PASSIVE = ("nsubj:pass",)
_AGENTS = ("obl:agent",)
_OBJECTS = ("obj", "iobj")


class Propositions:
    """Splits the contents of one report into propositions."""

    def __init__(self, around: Surroundings, grounding: Grounding) -> None:
        self._clauses = ClauseFinder(around)
        self._places, self._times, self._figures = grounding.places, grounding.times, grounding.figures
        mentions = sorted((span, actor.id) for actor in grounding.actors for span in actor.mentions)
        self._mentions = mentions
        self._mention_starts = [span.start for span, _ in mentions]

    def of(self, statement: str, content: tuple[Span, ...]) -> tuple[Proposition, ...]:
        """The propositions of a content. statement: the id of the statement it belongs to."""
        clauses = self._clauses.find(content)
        found = []
        for clause in clauses:
            spans = self._clauses.spans(clause)
            proposition = self._proposition(statement, clause, clauses, spans) if spans else None
            if proposition is not None:
                found.append(proposition)
        return tuple(found)

    def _proposition(self, statement: str, clause: Clause, clauses: list[Clause], spans: tuple[Span, ...]) -> Proposition | None:
        """What one clause says; None where it holds neither a verb nor a figure."""
        figures = _within(self._figures, spans)
        if not figures and (self._clauses.tokens[clause.head].upos != "VERB" or self._only_frames(clause, clauses)):
            return None
        actor, recipient = self._parties(clause, clauses)
        return Proposition(
            id=content_id([statement, pairs(spans)]),
            spans=spans,
            negated=self._is_negated(clause),
            modality=self._modality(clause),
            event=None,
            actor=actor,
            recipient=recipient,
            places=tuple(place for place in _within(self._places, spans) if place.use == "literal"),
            times=_within(self._times, spans),
            figures=figures,
        )

    def _only_frames(self, clause: Clause, clauses: list[Clause]) -> bool:
        """Whether a clause only says how another is known: "I think ...", "we have information that ..."."""
        holds = any(other.parent is not None and clauses[other.parent] is clause for other in clauses)
        return holds and self._clauses.word(clause.head) in _FRAMES

    def _parties(self, clause: Clause, clauses: list[Clause]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Ids of who does it and to whom. A clause without a subject has that of the clause it hangs on."""
        finder = self._clauses
        doing, done_to = self._named(finder.children(clause.head, *_SUBJECTS)), self._named(finder.children(clause.head, *_OBJECTS))
        passive = finder.children(clause.head, *_PASSIVE)
        if passive:
            done_to = self._named(passive) or done_to
            doing = self._named(finder.children(clause.head, *_AGENTS))
            if finder.children(clause.head, "xcomp"):  # "was forced to regroup": who is forced is who regroups
                doing, done_to = done_to, doing
        elif not doing and not finder.children(clause.head, *_SUBJECTS) and clause.parent is not None:
            above = clauses[clause.parent]
            subjects = finder.children(above.head, *_SUBJECTS, *_PASSIVE)
            doing = self._named(subjects)
        return doing, done_to

    def _named(self, tokens: Sequence[int]) -> tuple[str, ...]:
        """The actors whose mentions hold these tokens, each once; the longest mention wins."""
        found = []
        for token in tokens:
            span = self._clauses.tokens[token].span
            at = bisect_right(self._mention_starts, span.start)
            around = [
                (mention.start, -mention.end, actor) for mention, actor in self._mentions[max(at - 12, 0) : at] if mention.end >= span.end
            ]
            if around:
                found.append(min(around)[2])
        return tuple(dict.fromkeys(found))

    def _is_negated(self, clause: Clause) -> bool:
        finder = self._clauses
        near = [i for i in finder.children(clause.head) if i in clause.tokens]
        subjects = [i for i in near if finder.tokens[i].relation in ("nsubj", "nsubj:pass", "obj")]
        return any(finder.word(i) in _NEGATIONS for i in near) or any(
            finder.word(i) in _NEGATIONS for subject in subjects for i in finder.children(subject, "det", "advmod")
        )

    def _modality(self, clause: Clause) -> Modality | None:  # noqa: PLR0911
        """By auxiliaries and what the verb is said with; None where the clause has no verb."""
        finder = self._clauses
        if finder.tokens[clause.head].upos != "VERB":
            return None
        beside = {finder.word(i) for i in finder.children(clause.head, "aux", "aux:pass", "mark", "advmod")}
        head = finder.word(clause.head)
        further = bool(finder.children(clause.head, "xcomp"))
        if beside & _CONDITIONS or "would" in beside:
            return "conditional"
        if beside & _POSSIBLE:
            return "possible"
        if beside & _ORDERED or (head in _ORDERS and further):
            return "ordered"
        if beside & _PLANNED or (head in _PLANS and further):
            return "planned"
        if head == "used" and further:
            return "past habit"
        is_running = head.endswith("ing") and bool(
            {finder.word(i) for i in finder.children(clause.head, "aux")} & {"is", "are", "'s", "'re", "been"}
        )
        return "ongoing" if is_running else "actual"


def _within(found: tuple[_Grounded, ...], spans: tuple[Span, ...]) -> tuple[_Grounded, ...]:
    """Those that stand wholly in the words of a proposition."""
    return tuple(x for x in found if any(span.start <= x.span.start and x.span.end <= span.end for span in spans))
