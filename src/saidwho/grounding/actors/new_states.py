"""Which names are of states that no register holds?

Whoever has a government, a parliament, an army or a foreign minister is a state: "Vinland's parliament", "the Vinland government",
"the Ministry of Defence of Vinland"; and so is the country whose adjective stands before one: "the Vinlandic army", where the text
speaks of Vinland. A country may be new, or may be written as no gazetteer writes it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from saidwho.grounding.actors.demonyms import is_demonym_of, may_be_demonym
from saidwho.grounding.actors.records import from_register
from saidwho.grounding.actors.seats import seats_of
from saidwho.grounding.actors.vocabulary import HONORIFICS, gender_of_name, noun
from saidwho.grounding.register.new_states import NewState
from saidwho.grounding.register.register import Register
from saidwho.text.calendar_words import WRITTEN_MONTHS, WRITTEN_WEEKDAYS
from saidwho.types.document import Document, Span
from saidwho.types.grounding import Actor, Place
from saidwho.types.reading import Reading

# What only states have. A president or a council may be a company's or a town's.
_PORTFOLIO = r"(?:foreign|defen[cs]e|finance|prime|interior|health|development|information|justice|energy|economy|transport)"
ORGAN = (
    rf"(?:governments?|parliament|cabinet|{_PORTFOLIO}(?:\s+affairs)?\s+(?:ministry|minister|office)|"
    r"ministers?\s+of\s+(?:foreign|defen[cs]e|finance|the\s+interior|health|information|justice|war)|"
    r"armed\s+forces|army|air\s+force|navy|general\s+staff|embassy|ambassador|treasury|state\s+budget)"
)
# What a people has as well; behind an adjective of a country that the text names it tells enough.
_FORCES = r"(?:forces|troops|military|soldiers|officials|president|presidency|diplomats|intelligence|police|side|authorities|shelling)"
_NAME = r"(?P<name>[A-Z][^\W\d_]{2,}(?:\s[A-Z][^\W\d_]{2,})?)"
# What makes a name whole: it goes on in no further capital, nor behind an apostrophe ("the Donetsk People's Republic").
_WHOLE = r"\b(?!['’]|\s+[A-Z])"
_SHOWN = (
    re.compile(rf"\b{_NAME}['’]s?\s+(?:[a-z]+\s+){{0,2}}(?i:{ORGAN})\b"),
    re.compile(rf"\b[Tt]he\s+{_NAME}\s+(?:government|parliament|army|armed\s+forces|embassy|{_PORTFOLIO}\s+ministry)\b"),
    re.compile(rf"\b(?i:{ORGAN})\s+of\s+(?:the\s+)?{_NAME}{_WHOLE}"),
    re.compile(rf"\b{_NAME},\s+whose\s+(?:[a-z]+\s+){{0,1}}(?i:{ORGAN})\b"),
    re.compile(rf"\bMinistr(?:y|ies)\s+of\s+(?:the\s+)?[A-Z]\w+(?:\s+(?:and\s+)?[A-Z]\w+)?\s+of\s+(?:the\s+)?{_NAME}{_WHOLE}"),
    re.compile(rf"\b[Pp]resident\s+(?:[A-Z]\w+\s+){{0,2}}of\s+{_NAME}{_WHOLE}"),
)
_ADJECTIVE = re.compile(rf"\b(?P<name>[A-Z][^\W\d_]{{3,}})\s+(?:[a-z]+\s+){{0,1}}(?i:{ORGAN}|{_FORCES})\b")
# Words with a capital that describe an organ and are nobody's name.
_NO_NAME = re.compile(
    r"(?:National|Labour|Labor|Conservative|Coalition|Transitional|Interim|Federal|Royal|Central|Provisional|Military|Caretaker|Unity|"
    r"Foreign|Defen[cs]e|Finance|Interior|Health|Development|Exile|"
    rf"{'|'.join((*WRITTEN_WEEKDAYS, *WRITTEN_MONTHS))}|The|This|That|His|Her|Its|Their|Our|"
    r"Former|New|Old|Rebel|Local|State|Red|Salvation|Liberation|Revolutionary|Islamic|Affairs)\b"
)
_ORGAN_ALONE = re.compile(ORGAN, re.IGNORECASE)
_WORD = re.compile(r"\b[A-Z][^\W\d_]{2,}\b")
# Endings that countries' names have and few people's.
_OF_COUNTRIES = ("ia", "land", "stan")
# How precisely a place is known, by UCDP's codes: a town, what lies near it. Towns have no armies; their names may be a country's too.
_OF_TOWNS = (1, 2)


def find_new_states(document: Document, reading: Reading, places: tuple[Place, ...], register: Register) -> tuple[NewState, ...]:
    """The states that a report tells of and the register does not hold, in the order of their names.

    places: those of the report. A name that is that of somebody known, or of a country or province, shows nothing: "Biden's cabinet".
    """
    text = f"{document.title or ''}\n{document.text}"
    people = _people(document, reading)
    placed = {place.span.of(document.text) for place in places if place.country is not None and place.where_prec not in _OF_TOWNS}
    names = _Looking(text, people | placed | _signing(document.text), register).states()
    seats = seats_of(text, names, register, people=people)
    return tuple(NewState(name=name, demonyms=names[name], seats=seats.get(name, ())) for name in sorted(names))


# How an agency signs what it prints: "LORN, May 4 (Halyard) -".
_SIGNED = re.compile(r"^[^\n()]{2,40}\((?P<name>[A-Z][^()\n]{1,30})\) ?[-–—]")


def _signing(text: str) -> frozenset[str]:
    """The name of the agency that signs a text, which is no state's; "Karlia Press" may be the press of Karlia."""
    signed = _SIGNED.match(text)
    return frozenset([signed["name"]]) if signed else frozenset()


def _people(document: Document, reading: Reading) -> frozenset[str]:
    """The words of the names of people, of which the text gives more than one word."""
    names = [mention.span.of(document.text).split() for mention in reading.names if mention.kind == "person"]
    return frozenset(word for words in names if len(words) > 1 for word in words)


@dataclass(frozen=True, slots=True)
class _Looking:
    """The search for new states in one text. known: words that are somebody else's."""

    text: str
    known: frozenset[str]
    register: Register

    def states(self) -> dict[str, tuple[str, ...]]:
        """The names of the states, each with its demonyms."""
        words = tuple(dict.fromkeys(_WORD.findall(self.text)))
        shown = list(dict.fromkeys(self._shown()))
        shown = [name for name in shown if not any(is_demonym_of(name, word) for word in words)]
        adjectives = [word for word in dict.fromkeys(m["name"] for m in self._lines(_ADJECTIVE)) if self._is_free(word)]
        bases = [word for word in words if any(is_demonym_of(adjective, word) for adjective in adjectives)]
        shown += [word for word in bases if word not in shown and self._may_be_state(word)]
        shown += [word for word in words if word not in shown and self._looks_like_one(word, beside=bool(shown))]
        return {name: tuple(word for word in words if is_demonym_of(word, name) and word not in shown) for name in shown}

    def _shown(self) -> Iterator[str]:
        """The names that stand where only a state's can, in the order of the patterns and the text."""
        found = (match["name"] for pattern in _SHOWN for match in self._lines(pattern))
        yield from (name for name in found if self._may_be_state(name) and (not may_be_demonym(name) or self._stands_alone(name)))

    def _lines(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where a pattern is found: in a line, as no name goes on in the next."""
        yield from (match for line in self.text.split("\n") for match in pattern.finditer(line))

    def _stands_alone(self, name: str) -> bool:
        """Whether a word that may be an adjective is a name as well: "in Dorvan", "Dorvan's"."""
        return re.search(rf"\b(?:in|of|from|to|by|against)\s+{name}\b(?!\s+\w)|\b{name}['’]s\b", self.text) is not None

    def _may_be_state(self, name: str) -> bool:
        is_word = _NO_NAME.search(name) is not None or _ORGAN_ALONE.fullmatch(name) is not None
        return self._is_free(name) and not is_word and name not in self.known and not self._is_titled(name)

    def _is_free(self, name: str) -> bool:
        """Whether the register knows nobody by a name."""
        register = self.register
        return not register.named(name) and register.metonym(name) is None and register.demonym(name) is None

    def _is_titled(self, name: str) -> bool:
        """Whether it stands behind "Mr" or "Colonel" anywhere."""
        before = re.findall(rf"(\w+)\.?\s+{re.escape(name)}\b(?!['’]s)", self.text)
        return any(word.lower() in HONORIFICS or ((found := noun(word.lower())) and found.kind == "person") for word in before)

    def _looks_like_one(self, name: str, *, beside: bool) -> bool:
        """Whether a name has a country's ending, and stands alone as often as a country's does. beside: the text tells of other states."""
        if not name.endswith(_OF_COUNTRIES) or gender_of_name(name) is not None or not self._may_be_state(name):
            return False
        alone = re.findall(rf"(?<!\w-)\b{re.escape(name)}\b(?! [A-Z])(?!-)", self.text)
        return len(alone) >= (1 if beside else 2)


def with_new_states(actors: tuple[Actor, ...], document: Document, states: tuple[NewState, ...], register: Register) -> tuple[Actor, ...]:
    """The actors of a report, with all mentions of the new states; bodies and people named as theirs belong to them.

    register: one that holds them.
    """
    text = document.text
    for state in states:
        entry = register.entry(state.key)
        if entry is None:
            continue
        mentions = tuple(Span(start=m.start(), end=m.end()) for m in re.finditer(rf"\b{re.escape(state.name)}\b", text))
        known = next((actor for actor in actors if actor.id == state.key), None)
        if known is None:
            known = from_register(entry, mentions=())
            actors = (*actors, known)
        wider = replace(known, mentions=tuple(sorted({*known.mentions, *_apart(mentions, known.mentions)})))
        actors = tuple(wider if actor is known else actor for actor in actors)
        actors = tuple(replace(a, of=state.key) if _is_of(a, state.name, text) else a for a in actors)
    return actors


def _apart(mentions: tuple[Span, ...], others: tuple[Span, ...]) -> Iterator[Span]:
    """The mentions that stand inside none of the others."""
    yield from (m for m in mentions if not any(o.start <= m.start and m.end <= o.end for o in others))


def _is_of(actor: Actor, name: str, text: str) -> bool:
    """Whether an actor who belongs to nobody yet is named as a state's: "Vinland's army", "the cabinet of Vinland"."""
    if actor.of is not None or actor.country is not None or actor.kind in ("state", "outlet"):
        return False
    escaped = re.escape(name)
    return any(
        re.match(rf"(?:[Tt]he\s+)?{escaped}(?:['’]s?)?\s", words := span.of(text))
        or re.search(rf"\bof\s+(?:the\s+)?{escaped}$", words)
        or re.match(rf"\s+of\s+(?:the\s+)?{escaped}\b", text[span.end : span.end + len(name) + 10])
        or re.search(rf"\b{escaped}['’]s?\s+$", text[max(span.start - len(name) - 4, 0) : span.start])
        for span in actor.mentions
    )
