"""Which states is a text about?"""

import re
from collections.abc import Sequence

from saidwho.grounding.register.new_states import NewState
from saidwho.types.grounding import Place

# What a mention of a state counts for when it is asked what a text is about; a town may be there by chance, or by a mistake.
_OF_STATE, _OF_TOWN = 1.0, 0.25
# States with a smaller share of what the first has are not what a text is about.
_LEAST_SHARE = 0.2
# UCDP's code for a place of which only the country is known.
_COUNTRY = 6


# Where bodies of many states have their seat. "Brussels will provide" is none of Belgium's.
_SHARED_SEATS = frozenset({"Brussels", "Strasbourg", "Geneva"})
# What is called after a country and lies elsewhere: "Brazil Street".
_STREET = re.compile(r"\s(?:Street|Square|Avenue|Road|Boulevard|Lane|Bridge|Hotel|House|Park|Station|Gate)\b")


def text_context(text: str, places: Sequence[Place], states: Sequence[NewState]) -> tuple[str, ...]:
    """The keys of the states that a text is about, those named most often first.

    states: those that no table holds. Where only such are named as states, real towns of the same names are none of the text's.
    """
    counts: dict[str, float] = {}
    for place in places:
        is_of_state = place.where_prec == _COUNTRY or place.use != "literal"
        if place.use == "metonym" and place.span.of(text) in _SHARED_SEATS:
            continue
        if place.country and (is_of_state or not states) and not _STREET.match(text, place.span.end):
            counts[place.country.lower()] = counts.get(place.country.lower(), 0.0) + (_OF_STATE if is_of_state else _OF_TOWN)
    for state in states:
        words = "|".join(re.escape(word) for word in (state.name, *state.demonyms, *state.seats))
        counts[state.key] = float(len(re.findall(rf"\b(?:{words})\b", text)))
    most = max(counts.values(), default=0.0)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(country for country, count in ranked if count >= max(_OF_STATE, _LEAST_SHARE * most))
