"""Which states is a text about?"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from saidwho.grounding.register.new_states import NewState
from saidwho.grounding.register.register import Register
from saidwho.types.grounding import Place

# What a mention of a state counts for when it is asked what a text is about; a town may be there by chance, or by a mistake.
_OF_STATE, _OF_TOWN = 1.0, 0.25
# States with a smaller share of what the first has are not what a text is about.
_LEAST_SHARE = 0.2
# UCDP's code for a place of which only the country is known.
_COUNTRY = 6


# A text that names a state more than once is not silent about it; its head has so many lines, and no more characters.
_OFTEN, _LINES_OF_HEAD, _LONGEST_HEAD = 2, 3, 900
_LINE = re.compile(r"[^\n]*\w[^\n]*")

# Where bodies of many states have their seat. "Brussels will provide" is none of Belgium's.
_SHARED_SEATS = frozenset({"Brussels", "Strasbourg", "Geneva"})
_CAPITALISED = re.compile(r"\b[A-Z][\w-]{2,}")
# What is called after a country and lies elsewhere: "Brazil Street".
_STREET = re.compile(r"\s(?:Street|Square|Avenue|Road|Boulevard|Lane|Bridge|Hotel|House|Park|Station|Gate)\b")


def text_context(text: str, places: Sequence[Place], states: Sequence[NewState], register: Register) -> tuple[str, ...]:
    """The keys of the states that a text is about, those named most often first.

    states: those that no table holds. Where only such are named as states, real towns of the same names are none of the text's.
    A word of two states ("Congolese") is of that in which a town of the text lies, or fighters that it names are at home.
    """
    counts: dict[str, float] = {}
    for place in places:
        is_of_state = place.where_prec == _COUNTRY or place.use != "literal"
        if place.use == "metonym" and place.span.of(text) in _SHARED_SEATS:
            continue
        if place.country and (is_of_state or not states) and not _STREET.match(text, place.span.end):
            counts[place.country.lower()] = counts.get(place.country.lower(), 0.0) + (_OF_STATE if is_of_state else _OF_TOWN)
    for key in _settled(text, counts, register):
        counts[key] = counts.get(key, 0.0) + _OF_STATE
    for state in states:
        words = "|".join(re.escape(word) for word in (state.name, *state.demonyms, *state.seats))
        counts[state.key] = float(len(re.findall(rf"\b(?:{words})\b", text)))
    most = max(counts.values(), default=0.0)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(country for country, count in ranked if count >= max(_OF_STATE, _LEAST_SHARE * most))


def towns_in(places: Sequence[Place]) -> frozenset[str]:
    """The keys of the states in which towns lie that a text names as places."""
    return frozenset(place.country.lower() for place in places if place.country and place.use == "literal" and place.where_prec != _COUNTRY)


def first_told(places: Sequence[Place]) -> dict[str, int]:
    """Where a text first tells of each state, itself or of a town or people of it, by its key."""
    found: dict[str, int] = {}
    for place in sorted(places, key=lambda place: place.span):
        if place.country:
            found.setdefault(place.country.lower(), place.span.start)
    return found


def told_of_well(text: str, places: Sequence[Place], register: Register) -> frozenset[str]:
    """The keys of the states that a text does not only mention by the way: named at its head, or twice, or with a town of theirs.

    A capital is none of these towns: envoys speak there.
    """
    head = _end_of_head(text)
    named = Counter(place.country.lower() for place in places if place.country)
    at_head = {place.country.lower() for place in places if place.country and place.span.start < head}
    often = {key for key, count in named.items() if count >= _OFTEN}
    towns = towns_in([place for place in places if register.metonym(place.span.of(text)) is None])
    return towns | at_head | often


def _end_of_head(text: str) -> int:
    """Where the first lines of a text end: headline, dateline and lead."""
    ends = [match.end() for match in islice(_LINE.finditer(text), _LINES_OF_HEAD)]
    return min(ends[-1] if ends else 0, _LONGEST_HEAD)


def _settled(text: str, counts: Mapping[str, float], register: Register) -> Iterator[str]:
    """The states of words that are of several, each once for each word. counts: of the states that the text's places tell."""
    words = sorted(set(_CAPITALISED.findall(text)))
    fighters = (entry for word in words for entry in register.named(word) if entry.kind in ("group", "force"))
    codes = dict.fromkeys((*counts, *(entry.country.lower() for entry in fighters if entry.country)))
    for word in words:
        if register.demonym(word) is None:
            yield from (code for code in codes if register.demonym(word, context=(code,)) is not None)
