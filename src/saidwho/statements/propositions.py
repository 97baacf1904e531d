"""Which happenings and figures does a statement speak of, and who does what to whom in each?"""

from bisect import bisect_left
from typing import TypeVar

from saidwho.statements.clauses import Clause, ClauseFinder
from saidwho.statements.conduct import conduct_in
from saidwho.statements.cuts import Cuts
from saidwho.statements.deeds import deed_in
from saidwho.statements.frames import Frames
from saidwho.statements.happenings import Happenings, Vectors
from saidwho.statements.modality import is_negated, is_plain, leans_to_no, leant_modality, may_be_negated, modality
from saidwho.statements.naming import Ids
from saidwho.statements.parties import Parties
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.grounding import Figure, Grounding, Place, Time
from saidwho.types.ids import content_id, pairs
from saidwho.types.reading import Reading
from saidwho.types.statement import Act, Conduct, Event, Modality, Proposition

# A clause with such a verb itself names who asks and who is asked.
_ASKING = frozenset({
    "call", "calls", "calling", "ask", "asks", "asking", "urge", "urges", "urging", "appeal", "appeals", "demand", "demands", "request",
    "requests", "called", "asked", "urged", "appealed", "demanded", "requested",
})  # fmt: skip
# A part of a sentence without a verb says something by one of these: "no more than eight".
_SPEAKING = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})

_Grounded = TypeVar("_Grounded", Place, Time, Figure)

# Acts that say no more than what the speaker thinks of something, or nothing: a noun alone in them is no happening.
_TALK = frozenset({"judge", "doubt", "decline"})
# What one threatens with, promises or demands is what follows where others do something, and not that they do it.
_OF_WHAT_FOLLOWS: frozenset[Act] = frozenset({"threaten", "pledge", "demand"})
# By these the speaker himself acts, and the one named in the clause is who he turns to.
_TURNED_TO: dict[str, str] = {"REQUEST": "demand", "THREATEN": "threaten"}


class Propositions:
    """Splits the contents of one report into propositions.

    reading: of the whole report; what another of its attributions inside a content says is that statement's.
    vectors: the encoder of clauses, by which events are told; None gives none.
    """

    def __init__(self, around: Surroundings, reading: Reading, grounding: Grounding, *, vectors: Vectors | None = None) -> None:
        self._clauses = ClauseFinder(around)
        self._cuts = Cuts(self._clauses, around, reading.happenings)
        self._frames = Frames(self._clauses, around, reading.attributions)
        self._parties = Parties(self._clauses, grounding, reading.parties)
        named = [
            *(place.span for place in grounding.places if place.use == "literal"),
            *(n.span for n in reading.names if n.kind == "location"),
        ]
        self._happenings = Happenings(self._clauses, around.text, vectors, reading.leanings, places=named)
        self._leanings = reading.leanings
        self._places, self._times, self._figures = grounding.places, grounding.times, grounding.figures

    def of(
        self, statement: str, content: tuple[Span, ...], *, act: Act | None = None, speaker: str | None = None
    ) -> tuple[Proposition, ...]:
        """The propositions of a content.

        statement: the id of the statement it belongs to. act: what is done by saying it. speaker: the id of who says it.
        """
        clauses = self._cuts.cut(content)
        found = []
        for whole in clauses:
            clause = self._told_of(whole, act)
            if clause is None:
                continue
            if self._frames.is_frame(clause, clauses, content):
                continue
            spans = self._clauses.spans(clause)
            proposition = self._proposition(statement, clause, clauses, spans, act, speaker) if spans else None
            if proposition is not None:
                found.append(proposition)
        return tuple(found)

    def _told_of(self, clause: Clause, act: Act | None) -> Clause | None:
        """What of a clause may be told; None where nothing is, unless the reader finds it: what is not said or done, and what is judged.

        "Declined to resign"; "called the raid a crime"; but "condemned | the shelling of a school".
        """
        if clause.is_told or act not in ("decline", "judge"):
            return clause
        if act == "decline":
            return None
        return deed_in(self._clauses, clause) if clause.is_part else clause

    def _proposition(
        self, statement: str, clause: Clause, clauses: list[Clause], spans: tuple[Span, ...], act: Act | None, speaker: str | None
    ) -> Proposition | None:
        """What one clause says; None where it tells neither a happening, nor a figure, nor a state of affairs."""
        if act in _OF_WHAT_FOLLOWS and self._clauses.is_condition(clause):
            act = None
        figures = _within(self._figures, spans)
        words = self._clauses.stretches(clause)
        how = self._modality(clause, act, words)
        event = self._happenings.of(clause, spans, act=act, modality=how)
        if not figures and event is None and not self._tells(clause, act):
            return None
        by_rule, shares = is_negated(self._clauses, clause), self._leanings.of("polarities", words)
        negated = leans_to_no(shares, by_rule=by_rule, may_be=may_be_negated(self._clauses, clause))
        actor, recipient = self._turned(clause, event, act, self._parties_of(clause, clauses, event, act, speaker), speaker)
        return Proposition(
            id=content_id([statement, pairs(spans)]),
            spans=spans,
            negated=negated,
            modality=how,
            event=event,
            actor=actor,
            recipient=recipient,
            places=tuple(place for place in _within(self._places, spans) if place.use == "literal"),
            times=_within(self._times, spans),
            figures=figures,
            conduct=self._conduct(clause, event, how, negated=negated),
        )

    def _modality(self, clause: Clause, act: Act | None, words: list[tuple[int, int]]) -> Modality | None:
        by_rule, shares = modality(self._clauses, clause, act), self._leanings.of("modalities", words)
        return leant_modality(by_rule, shares, plain=is_plain(self._clauses, clause))

    def _conduct(self, clause: Clause, event: Event | None, how: Modality | None, *, negated: bool) -> tuple[Conduct, ...]:
        """What is alleged: said to be so, or threatened with; not what would be if something else were so."""
        is_alleged = how != "conditional" or (event is not None and event.type == "THREATEN")
        return conduct_in([self._clauses.words[i] for i in clause.tokens], event, negated=negated) if is_alleged else ()

    def _tells(self, clause: Clause, act: Act | None) -> bool:
        """Whether a clause without event and figure still says that something is so."""
        if clause.is_told:
            return True
        if act in _TALK and (clause.is_part or not self._clauses.is_verb(clause)):
            return False
        if clause.is_part:
            return self._clauses.tokens[clause.head].upos in _SPEAKING and len(clause.tokens) > 1
        return not self._clauses.is_aside(clause)

    def _parties_of(
        self, clause: Clause, clauses: list[Clause], event: Event | None, act: Act | None, speaker: str | None
    ) -> tuple[Ids, Ids]:
        """The parties of what is done; in what only is so nobody acts."""
        if event is None and not self._clauses.is_verb(clause):
            return (), ()
        return self._parties.of(
            clause, clauses, speaker, act=act if event is not None else None, event=None if event is None else event.type
        )

    def _turned(
        self, clause: Clause, event: Event | None, act: Act | None, parties: tuple[Ids, Ids], speaker: str | None
    ) -> tuple[Ids, Ids]:
        """Who demands is the actor, and who is to do it the recipient; who threatens is the actor."""
        actor, recipient = parties
        # What an outlet says itself has no act, and whoever tells of an attack is not who made it.
        if event is None or act is None or _TURNED_TO.get(event.type) != act:
            return parties
        if speaker is None:  # whoever demands is not known, and who is to do it is
            return ((), actor or recipient) if event.type == "REQUEST" and self._clauses.word(clause.head) not in _ASKING else parties
        if event.type == "REQUEST" and self._clauses.word(clause.head) in _ASKING:
            return actor or self._parties.each(speaker), recipient
        if event.type == "REQUEST":
            addressed = () if clause.parent is not None else self._parties.addressed(clause, speaker)
            asked = self._parties.asked(clause, speaker) or addressed or actor or recipient
            return self._parties.each(speaker), tuple(i for i in asked if i not in (speaker, *self._parties.each(speaker)))
        return actor or self._parties.each(speaker), recipient


def _within(found: tuple[_Grounded, ...], spans: tuple[Span, ...]) -> tuple[_Grounded, ...]:
    """Those that stand wholly in the words of a proposition."""
    inside = []
    for span in spans:
        at = bisect_left(found, span.start, key=lambda x: x.span.start)
        while at < len(found) and found[at].span.start < span.end:
            inside += [found[at]] if found[at].span.end <= span.end else []
            at += 1
    return tuple(inside)
