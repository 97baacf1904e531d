"""Does a place name mean the place, or those who act from it?

"Shells fell on Kyiv" is the place; "Kyiv has claimed", "talks with Tehran", "backed by Ankara" are those who act.
Read from the syntax and from the sources of attributions; only names that can stand for a government are asked.
"""

from dataclasses import dataclass

from saidwho.grounding.places.cues import cue_words
from saidwho.types.document import Span
from saidwho.types.grounding import Use
from saidwho.types.reading import Reading

# What a place itself does or undergoes, where it is the subject of a verb.
_OF_PLACES = cue_words("of places")
# Who can be told, asked, backed or blamed is no place.
_TO_SOMEBODY = cue_words("to somebody")
_BETWEEN = cue_words("between")
_TOWARDS = cue_words("towards")
_OWNED = cue_words("owned")
_OF_ACTORS = cue_words("of actors")
_READY = cue_words("ready")
_OF_ARMIES = cue_words("of armies")
_LOSE = frozenset(("lose", "loses", "lost", "losing"))
_SIDES = frozenset(("with", "between", "and"))
_AIMS = frozenset(("for", "on", "to", "against", "from"))


class Uses:
    """How the names of one text are used."""

    def __init__(self, text: str, reading: Reading) -> None:
        self._tokens = reading.tokens
        self._words = [token.span.of(text).lower() for token in reading.tokens]
        self._at = {token.span.start: number for number, token in enumerate(reading.tokens)}
        self._sources = [frozenset(self._inside(piece)) for attribution in reading.attributions for piece in attribution.source]
        self._in_sources: dict[int, list[frozenset[int]]] = {}
        for source in self._sources:
            for number in source:
                self._in_sources.setdefault(number, []).append(source)
        self._cases: dict[int, list[str]] = {}
        self._objects: dict[int, str] = {}
        for number, token in enumerate(reading.tokens):
            if token.relation.startswith("case") and token.head != number:
                self._cases.setdefault(token.head, []).append(self._words[number])
            elif token.relation == "obj":
                self._objects.setdefault(token.head, self._words[number])

    def use_of(self, span: Span, *, is_country: bool) -> Use:
        """How a name that can stand for a government is used. is_country: it names a country, not its capital."""
        numbers = self._inside(span)
        if not numbers:
            return "literal"
        head = next((number for number in reversed(numbers) if self._tokens[number].head not in numbers), numbers[-1])
        if any(self._tokens[head].head not in source or self._tokens[head].head == head for source in self._in_sources.get(head, ())):
            return "metonym"
        return self._by_relation(self._first_conjunct(head), is_country=is_country)

    def _inside(self, span: Span) -> list[int]:
        first = self._at.get(span.start)
        numbers = []
        while first is not None and first < len(self._tokens) and self._tokens[first].span.end <= span.end:
            numbers.append(first)
            first += 1
        return numbers

    def _first_conjunct(self, head: int) -> int:
        """Of "Washington and Tehran", the first: the others hang on it. Bounded, since a predicted tree may be no tree."""
        for _ in range(8):
            token = self._tokens[head]
            if not token.relation.startswith("conj") or token.head == head:
                break
            head = token.head
        return head

    def _by_relation(self, head: int, *, is_country: bool) -> Use:
        token = self._tokens[head]
        relation, _, subtype = token.relation.partition(":")
        role = _Role(
            relation=relation,
            subtype=subtype,
            word=self._words[token.head],
            upos=self._tokens[token.head].upos,
            cases=frozenset(self._cases.get(head, ())),
            whom=self._objects.get(token.head, ""),
            following=self._words[head + 1] if head + 1 < len(self._words) else "",
        )
        if role.is_doer or role.is_told or role.is_dealt_with or role.is_owner:
            return "metonym"
        return "demonym" if is_country and role.is_origin else "literal"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Role:
    """How a name hangs on the word above it. relation, subtype: the two parts of it. cases: its prepositions.

    whom: the object of that word. following: the word behind the name.
    """

    relation: str
    subtype: str
    word: str
    upos: str
    cases: frozenset[str]
    whom: str
    following: str

    @property
    def is_doer(self) -> bool:
        """It does what only somebody does: "Kyiv has claimed", "backed by Ankara"."""
        if self.relation == "nsubj" and self.subtype != "pass":
            if self.word in _LOSE and self.whom in _OF_ARMIES:
                return True
            return self.word not in _OF_PLACES if self.upos in ("VERB", "AUX") else self.word in _READY
        return "by" in self.cases and (self.subtype == "agent" or self.upos == "VERB")

    @property
    def is_told(self) -> bool:
        """Something is done to it that one does to somebody: "accused Moscow", "Tehran was urged"."""
        is_object = self.relation in ("obj", "iobj") or (self.relation == "nsubj" and self.subtype == "pass")
        return is_object and self.word in _TO_SOMEBODY

    @property
    def is_dealt_with(self) -> bool:
        """ "Talks between Washington and Tehran", "pressure on Kyiv"."""
        if self.relation not in ("nmod", "obl") or not self.cases:
            return False
        is_side = self.word in _BETWEEN and not _SIDES.isdisjoint(self.cases)
        return is_side or (self.word in _TOWARDS and not _AIMS.isdisjoint(self.cases))

    @property
    def is_owner(self) -> bool:
        """ "Moscow's demands"."""
        return self.subtype == "poss" and self.word in _OWNED

    @property
    def is_origin(self) -> bool:
        """ "US officials"."""
        return (
            self.relation in ("compound", "amod", "nmod")
            and not self.cases
            and self.subtype != "poss"
            and not _OF_ACTORS.isdisjoint((self.word, self.following))
        )
