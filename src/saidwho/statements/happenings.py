"""Of which PLOVER type is what a clause of a statement tells?"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from saidwho.statements.acts.answers import TOLD
from saidwho.statements.clauses import Clause, ClauseFinder
from saidwho.statements.events.events import classify, leaning_of
from saidwho.statements.events.features import Clause as Wording
from saidwho.statements.events.frames import Frame, make_frame
from saidwho.statements.events.types import EventType
from saidwho.statements.ground import Ground
from saidwho.statements.mishaps import Mishaps
from saidwho.text.marked_clauses import clause_in
from saidwho.text.tables import word_set
from saidwho.types.document import Span
from saidwho.types.reading import Leanings
from saidwho.types.statement import Act, Event, Modality

# Clauses in their sentences in, as text.marked_clauses gives them, one vector each out: an array of shape (clauses, width).
Vectors = Callable[[Sequence[str]], Any]
# What somebody answers to is only referred to by one of these, with no more than small words beside it: "the accusation", "this".
_REFERRING = TOLD - {"losses"} | {"version", "versions", "idea", "notion", "conclusion", "conclusions"}
_ANSWERING: frozenset[Act] = frozenset({"deny", "doubt", "confirm", "admit"})
# What the speaker does where a condition holds, and is not the condition itself: "if they cross the river, we will fire".
_NO_CONDITION: frozenset[EventType] = frozenset({"THREATEN"})
_NO_MISHAP: frozenset[EventType] = frozenset({"ASSAULT"})
# Nouns for numbers, and what is said of them.
_NUMBERS = word_set("number numbers figure figures toll tally total count dozens hundreds thousands scores")
_OF_NUMBERS = word_set("people more fewer less many few high higher low lower true real actual far much rise risen rises all another")
_AROUND_NUMBERS = frozenset({"NUM", "DET", "ADP", "ADV", "AUX", "PRON", "PART", "PUNCT", "CCONJ", "SYM"})
_SMALL = frozenset({"DET", "PRON", "ADJ", "AUX", "PUNCT"})
# Verbs of those who look for the dead and the living, and whom they find.
_FINDING = word_set(
    "pull pulls pulled pulling recover recovers recovered recovering retrieve retrieves retrieved retrieving rescue rescues "
    "rescued rescuing save saved saving dig digs dug digging unearth unearths unearthed exhume exhumes exhumed"
)
_FOUND = word_set(
    "body bodies remains corpses corpse dead survivors survivor people person persons victims wounded injured civilians men women children "
    "child girl boy baby residents"
)


class Happenings:
    """The events of the clauses of one report. vectors: the encoder of clauses; None gives no events. leanings: the reader's.

    places: spans that name a place.
    """

    def __init__(
        self, finder: ClauseFinder, text: str, vectors: Vectors | None, leanings: Leanings, *, places: Sequence[Span] = ()
    ) -> None:
        self._finder, self._text, self._vectors, self._leanings = finder, text, vectors, leanings
        self._mishaps, self._ground = Mishaps(finder), Ground(finder, places)

    def of(self, clause: Clause, spans: tuple[Span, ...], *, act: Act | None, modality: Modality | None) -> Event | None:
        """The event of a clause; None where it tells none, or none is sure. spans: its words."""
        if self._vectors is None or (act in _ANSWERING and self._only_refers(clause)):
            return None
        text = " ".join(span.of(self._text) for span in spans)
        wording = Wording(text=text, frame=self._frame(clause), leaning=leaning_of(act, modality))
        vector, shown = self._vectors([clause_in(spans, self._text)])[0], self._shown(clause)
        told = self._told(clause)
        is_number = told is not None and self._is_number(clause)
        guess = classify(wording, vector, told=told, without=self._impossible(clause), shown=shown, is_number=is_number)
        if guess is None:
            return None
        return Event(type=guess.type, mode=guess.mode, span=self._finder.tokens[clause.head].span, score=round(guess.score, 4))

    def _shown(self, clause: Clause) -> EventType | None:
        """The type that the syntax of a clause shows."""
        if self._ground.is_taken(clause):
            return "ASSAULT"
        return "RETREAT" if self._ground.is_left(clause) else None

    def _impossible(self, clause: Clause) -> frozenset[EventType]:
        """The types that a clause cannot tell, whatever its words."""
        condition = _NO_CONDITION if self._finder.is_condition(clause) else frozenset()
        return condition | _NO_MISHAP if self._mishaps.is_one(clause) or self._finds_people(clause) else condition

    def _finds_people(self, clause: Clause) -> bool:
        """Whether a clause tells that people, dead or alive, are found or saved: whoever pulls bodies from the rubble attacks nobody."""
        finder = self._finder
        if finder.word(clause.head) not in _FINDING:
            return False
        return any(finder.word(i) in _FOUND for i in finder.children(clause.head, "obj", "nsubj:pass"))

    def _only_refers(self, clause: Clause) -> bool:
        """Whether a clause only names what was said, and tells nothing of it: "the accusation", "it", "that version"."""
        if self._finder.words[clause.head] not in _REFERRING:
            return False
        return all(self._finder.tokens[i].upos in _SMALL for i in clause.tokens if i != clause.head)

    def _is_number(self, clause: Clause) -> bool:
        """Whether a clause only gives a number: "at least 281", "the true toll", "19"."""
        tokens, words = self._finder.tokens, self._finder.words
        if not any(tokens[i].upos == "NUM" or words[i] in _NUMBERS for i in clause.tokens):
            return False
        return all(tokens[i].upos in _AROUND_NUMBERS or words[i] in _NUMBERS | _OF_NUMBERS for i in clause.tokens)

    def _told(self, clause: Clause) -> Any:
        """What the reader tells of the event: all words together, and the head once more for as much; None where it was not asked."""
        stretches, head = self._finder.stretches(clause), self._telling(clause)
        both = [self._leanings.of("events", words) for words in (stretches, [(head, head + 1)])]
        if both[0] is None or both[1] is None:
            return None
        shares = np.sqrt(both[0] * both[1])
        return shares / shares.sum()

    def _telling(self, clause: Clause) -> int:
        """The word that tells what happens: the head, or the verb behind who is set apart: "it was rebels who | fired"."""
        verb = self._finder.cleft(clause)
        return clause.head if verb is None else verb

    def _frame(self, clause: Clause) -> Frame:
        finder, inside = self._finder, set(clause.tokens)
        return make_frame(
            self._telling(clause),
            tokens=finder.tokens,
            words=finder.words,
            children=lambda i: [k for k in finder.children(i) if k in inside],
        )
