"""Where does a text name a place?

The reader's locations, and what it missed or took for something else: names of countries and regions anywhere, names of
towns where the words around say that a place is meant ("in X", "the town of X", a dateline, "X, Y"). Words for who is of
a place ("Turkish") are found as well, apart.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from saidwho.grounding.places.cues import cue_words
from saidwho.grounding.places.gazetteer import Gazetteer
from saidwho.grounding.places.spelling import LONGEST_NAME
from saidwho.grounding.places.surroundings import surroundings_of
from saidwho.text.tables import word_set
from saidwho.types.document import Span
from saidwho.types.reading import Mention, Reading, Token

# The longest name that is looked up where the reader marked none, in words: "the Democratic Republic of the Congo".
_LONGEST = 5
_JOINTS = frozenset(("of", "the", "and", "al", "el", "de", "du", "la", "e", "i", "ye", "-", "'", "’", "."))
# How far back the words that say so may stand, in characters.
_WINDOW = 80
_GAP = re.compile(r"[ \u00a0-]?")
# Names that mean a place wherever they stand; towns need words that say so.
_SURE_KINDS = frozenset(("country", "continent", "province", "area", "water", "site"))
# Months and days that are towns too, titles, and words that begin sentences.
_NEVER = cue_words("never")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|into|near|at|from|outside|around|towards?|across|inside|throughout|through|via|over|between|to|leave|left|reached|entered)\s+"
    r"(?:the\s+)?(?:(?:city|town|village|port|suburb|settlement|region|province|district)\s+of\s+)?$"
    r"|\b(?:mayor|governor|residents?|inhabitants|streets|outskirts|shelling|bombardment|siege)\s+of\s+$"
    r"|\b(?:shelled|bombed|bombarded|besieged|retook|recaptured)\s+$",
    re.IGNORECASE,
)
# "KYIV (Reuters) - ", "BEIRUT, Oct 3 -", "ANKARA —": a place at the head of a paragraph, in capitals or before a dash.
_DATELINE_AFTER = re.compile(r"[ \t]*(?:,[^\n]{0,40}?)?(?:\([^()\n]{1,30}\))?[ \t]*(?:[—–]|-{1,2}[ \t])")
_CLOCK_BEFORE = re.compile(r"(?:\d[:.]?\d\d|\d|\b[ap]\.?m\.?|\bnoon|\bmidnight|o['’]clock)[ \t]*\(?$")
_TIME_AFTER = re.compile(r"[ \t]+time\b")
_TRAILING = re.compile(r"\s+(?:of|in|the|and|['’]s?)$|['’]s?$")
# "West Nile virus", where an illness was found first; "3 p.m. Kyiv time", whose clock it is.
_NO_PLACE_AFTER = re.compile(r"\s+(?:virus|fever|disease|flu|strain|variant|syndrome|time(?=\s*(?:[),.;:]|on\b|$)))\b")
# "US$2.7 billion", "1 million U.S. dollars", whose money it is; "US-made bombs", who made them.
_ORIGIN_AFTER = re.compile(r" ?\$| dollars?\b|[-‑](?:made|built|produced|manufactured|designed|supplied)\b", re.IGNORECASE)
# What bears the name of its make, "a Bradley vehicle", and how the name hangs on it.
_DESCRIBING = ("compound", "nmod", "amod", "flat")
_WITH_MAKES = word_set(
    "vehicle vehicles tank tanks missile missiles jet jets drone drones howitzer howitzers launcher launchers helicopter helicopters "
    "system systems battery batteries rifle rifles"
)
# "OK", "IS": codes of states are taken for one only where a list of addresses would have them ("Tulsa, OK").
_LONGEST_ABBREVIATION = 4
_CODE = re.compile(r"[A-Z]{2}")
_SPLIT = re.compile(r",\s+|\s+and\s+")
_LEADING = re.compile(r"(?:the|The|[a-z][\w-]*)\s+")


class Actor(Protocol):
    """What is needed of an entry of a register."""

    @property
    def country(self) -> str | None: ...

    @property
    def alpha2(self) -> str | None: ...


class Actors(Protocol):
    """What is needed of a register of the world's actors."""

    def demonym(self, word: str, /) -> Actor | None: ...

    def metonym(self, words: str, /) -> Actor | None: ...

    def named(self, words: str, /) -> Sequence[Actor]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A toponym in a text. country: alpha-3, of a word for who is of it, else None. is_demonym: it is such a word."""

    span: Span
    is_demonym: bool = False
    country: str | None = None


def find_toponyms(text: str, reading: Reading, gazetteer: Gazetteer, register: Actors) -> list[Found]:
    """Every toponym and demonym, in the order of the text, none inside another."""
    scan = _Scan(text, reading, gazetteer, register)
    demonyms = list(scan.demonyms())
    taken = _Covered(found.span for found in demonyms)
    named = [span for span in scan.named() if not taken.touches(span)]
    taken = _Covered([*(found.span for found in demonyms), *named])
    known = {span.of(text) for span in named}
    missed = [span for span in scan.missed(known) if not taken.touches(span)]
    named = [span for span in named if not scan.is_house(span)]
    return sorted([*demonyms, *(Found(span=span) for span in (*named, *missed))], key=lambda found: found.span)


class _Covered:
    """Stretches that do not overlap, to ask whether another touches one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._ends = [span.end for span in ordered]
        self._spans = ordered

    def touches(self, span: Span) -> bool:
        return bisect_left(self._starts, span.end) > bisect_right(self._ends, span.start)

    def holder(self, span: Span) -> Span | None:
        """The stretch that holds a span, or None."""
        at = bisect_right(self._starts, span.start) - 1
        return self._spans[at] if at >= 0 and self._ends[at] >= span.end else None


class _Scan:
    """One text, and what is asked of it."""

    def __init__(self, text: str, reading: Reading, gazetteer: Gazetteer, register: Actors) -> None:
        self._text = text
        self._tokens: Sequence[Token] = reading.tokens
        self._starts = [token.span.start for token in reading.tokens]
        self._gazetteer = gazetteer
        self._register = register
        self._locations = [mention.span for mention in reading.names if mention.kind == "location"]
        self._people = _Covered(_outer(mention for mention in reading.names if mention.kind == "person"))
        self._bodies = _Covered(_outer(mention for mention in reading.names if mention.kind == "organisation"))

    def demonyms(self) -> Iterator[Found]:
        """Words for who or what is of a place: of one word, or of two ("South Korean")."""
        at = 0
        while at < len(self._tokens):
            words = 1
            for length in (2, 1):
                found = self._demonym(at, length)
                if found is not None:
                    yield found
                    words = length
                    break
            at += words

    def _demonym(self, first: int, length: int) -> Found | None:
        span = self._run(first, length)
        if span is None or self._people.touches(span):
            return None
        name = span.of(self._text)
        if name.startswith(("The ", "A ", "An ")):
            return None
        entry = self._register.demonym(name)
        if entry is not None:
            return Found(span=span, is_demonym=True, country=entry.country)
        is_adjective = any(candidate.match == "adjective" for candidate in self._gazetteer.candidates(name))
        return Found(span=span, is_demonym=True) if is_adjective else None

    def named(self) -> Iterator[Span]:
        """The reader's locations, taken apart where they hold two ("Oxford, Mississippi") and without leading words."""
        for span in self._locations:
            yield from self._parts(span)

    def _parts(self, span: Span) -> Iterator[Span]:
        if not self._gazetteer.candidates(span.of(self._text)):
            cut = _SPLIT.search(self._text, span.start, span.end)
            if cut is not None and cut.start() > span.start and cut.end() < span.end:
                yield from self._parts(Span(start=span.start, end=cut.start()))
                yield from self._parts(Span(start=cut.end(), end=span.end))
                return
        start = span.start
        while (leading := _LEADING.match(self._text, start, span.end)) and leading.end() < span.end:
            start = leading.end()
        end = span.end
        while (trailing := _TRAILING.search(self._text, max(start, end - 8), end)) and trailing.start() > start:
            end = trailing.start()
        named = Span(start=start, end=end)
        if self._is_worth_keeping(named):
            yield named

    def _is_worth_keeping(self, span: Span) -> bool:
        """Whether a location of the reader may be one: it has a capital ("the bridge"), and the gazetteer or the words beside it say so."""
        name = span.of(self._text)
        if not any(letter.isalpha() for letter in name) or name.islower() or name.lower() in _NEVER or self._is_no_place(span):
            return False
        if self._is_other_abbreviation(span, name) or self._is_group(name):
            return False
        # "Houthi positions": no place is called so, and a group is.
        return bool(self._gazetteer.candidates(name)) or (not self._register.named(name) and self._is_said_to_be_a_place(span))

    def missed(self, known: set[str]) -> Iterator[Span]:
        """Names of places that the reader did not take for locations. known: names that it takes for one elsewhere in the text."""
        past = 0
        for first in range(len(self._tokens)):
            if first < past:
                continue
            for length in range(_LONGEST, 0, -1):
                span = self._run(first, length)
                if span is not None and self._is_place(span, known):
                    yield span
                    past = first + length
                    break

    def _run(self, first: int, length: int) -> Span | None:
        """The words from first on as one name: capitalised at both ends, with at most a blank or a hyphen between."""
        tokens = self._tokens[first : first + length]
        if len(tokens) < length:
            return None
        start, end = tokens[0].span.start, tokens[-1].span.end
        text = self._text
        if end - start > LONGEST_NAME or not text[start].isupper() or not text[tokens[-1].span.start].isupper():
            return None
        for left, right in pairwise(tokens):
            word = right.span.of(text)
            if not _GAP.fullmatch(text, left.span.end, right.span.start) or not (word[0].isupper() or word in _JOINTS):
                return None
        return Span(start=start, end=end)

    def _is_place(self, span: Span, known: set[str]) -> bool:
        name = span.of(self._text)
        if len(name) < 2 or name.lower() in _NEVER or self._is_no_place(span) or self._is_part_of_a_name(span):
            return False
        kinds = {candidate.feature.kind for candidate in self._gazetteer.candidates(name) if candidate.match != "adjective"}
        if self._is_other_abbreviation(span, name) or self._is_group(name):
            return False
        is_sure = name in known or (not kinds.isdisjoint(_SURE_KINDS) and (len(name) > 3 or name.isupper()))
        if is_sure and self._people.holder(span) is None:
            return bool(kinds) and not self.is_house(span)
        return bool(kinds) and self._is_said_to_be_a_place(span)

    def _is_other_abbreviation(self, span: Span, name: str) -> bool:
        """Whether capitals are short for something else: "IS" and "SANA" are no places, "Tulsa, OK", "UAE" and a dateline are."""
        if not name.isupper() or len(name) > _LONGEST_ABBREVIATION:
            return False
        candidates = self._gazetteer.candidates(name)
        if _CODE.fullmatch(name) and all(c.feature.kind not in ("country", "area") for c in candidates):
            return not self._text.endswith(", ", 0, span.start)
        return all(c.feature.kind == "town" and c.match != "name" for c in candidates)

    def _is_group(self, name: str) -> bool:
        """Whether the register has a group or body of a name that some place only bears beside its own: Hamm is "Hamas" somewhere."""
        known = self._register.named(name)
        return (
            bool(known)
            and all(entry.alpha2 is None for entry in known)
            and all(c.match != "name" for c in self._gazetteer.candidates(name))
        )

    def _is_no_place(self, span: Span) -> bool:
        """Whether the words beside it make it the name of an illness or make, or say whose clock, money or make is meant."""
        text = self._text
        is_clock = _TIME_AFTER.match(text, span.end) and _CLOCK_BEFORE.search(text, max(0, span.start - 12), span.start)
        return bool(_NO_PLACE_AFTER.match(text, span.end) or _ORIGIN_AFTER.match(text, span.end) or is_clock) or self._is_make(span)

    def _is_make(self, span: Span) -> bool:
        """Whether a name describes a weapon: "a Bradley vehicle", not "an Aleppo missile strike". Those of states are theirs."""
        last = bisect_left(self._starts, span.end) - 1
        if last < 0 or self._tokens[last].span.start < span.start or self._tokens[last].relation not in _DESCRIBING:
            return False
        head = self._tokens[self._tokens[last].head]
        if head.span.start < span.end or head.span.of(self._text) not in _WITH_MAKES or head.relation == "compound":
            return False
        name = span.of(self._text)
        is_state = any(c.feature.kind in ("country", "area") for c in self._gazetteer.candidates(name))
        return not is_state and self._register.metonym(name) is None

    def _is_part_of_a_name(self, span: Span) -> bool:
        """Whether it touches the name of a person or body and is not the whole of it."""
        in_name = any(names.touches(span) and names.holder(span) != span for names in (self._bodies, self._people))
        return in_name or self._is_first_name(span)

    def _is_first_name(self, span: Span) -> bool:
        """Whether a name goes on behind it: "Chad Morris"."""
        past = bisect_right(self._starts, span.start) - 1
        while past < len(self._tokens) and self._tokens[past].span.start < span.end:
            past += 1
        if past == len(self._tokens):
            return False
        following, head = self._tokens[past], self._tokens[self._tokens[past].head].span
        is_joined = following.relation.startswith("flat") and span.start <= head.start < span.end
        return is_joined and self._text[following.span.start].isupper() and self._text[span.end : following.span.start] == " "

    def is_house(self, span: Span) -> bool:
        """Whether a building is named for those who work in it: "the White House said", but not "outside the White House"."""
        name = span.of(self._text)
        if not (self._register.named(name) or self._register.metonym(name)) or self._is_said_to_be_a_place(span):
            return False
        return any(candidate.feature.kind == "site" for candidate in self._gazetteer.candidates(name))

    def _is_said_to_be_a_place(self, span: Span) -> bool:
        around = surroundings_of(self._text, span)
        if around.sort is not None or around.is_near:
            return True
        base = max(0, span.start - _WINDOW)
        line = self._text.rfind("\n", base, span.start) + 1 or base
        before = self._text[line : span.start]
        is_first = not before.strip() and (line == 0 or self._text[line - 1] == "\n")
        if is_first and _DATELINE_AFTER.match(self._text, span.end):
            return True
        return _PLACE_BEFORE.search(before) is not None


def _outer(mentions: Iterable[Mention]) -> list[Span]:
    """The spans of mentions, of those that overlap the first."""
    kept: list[Span] = []
    for span in sorted(mention.span for mention in mentions):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return kept
