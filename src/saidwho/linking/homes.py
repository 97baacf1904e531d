"""Of which state is an office or a service that its text gives to none?

A state's own press, unless it tells of other lands alone, and a paper at home that tells of no other state, speak of "the president" and
mean their own. A mayor is of the
state in which his town lies.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from saidwho.linking.credits import DATELINE
from saidwho.linking.parties import Party, folded
from saidwho.types.document import Span
from saidwho.types.grounding import Place
from saidwho.types.statement import Report, Statement

# UCDP GED where_prec of a whole country.
_COUNTRY = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A state, or a movement that has a press. key: of the register. name: where a text names it."""

    key: str
    name: str | None
    is_movement: bool = False


def home_of(report: Report, parties: Mapping[str, Party]) -> Home | None:
    """The state that whoever prints a report means by an office of none: its own, where it is a state's press, or tells of no other.

    Of which state an office is that the same text has told before is known by that.
    """
    outlet = _outlet(report, parties)
    # One who prints may be named in its own text, and be taken for a body there.
    if outlet is None or not (outlet.kind == "outlet" or (outlet.kind == "body" and _is_state_press(report, outlet))):
        return None
    if outlet.owners and outlet.owners[-1][2] in ("group", "force"):
        return Home(key=outlet.owners[-1][0], name=outlet.owners[-1][1], is_movement=True)
    if outlet.state is not None and outlet.country is None:  # a state without a code
        return Home(key=outlet.state, name=outlet.owners[-1][1])
    if outlet.country is None:
        return None
    own = outlet.country.lower()
    places = [place for place in report.grounding.places if place.country]
    spoken_of = {str(place.country).lower(): place.name for place in places if _is_of_state(place)}
    told = {str(place.country).lower() for place in places}
    is_at_home = set(spoken_of or told) == {own}
    name = parties[own].name if own in parties else spoken_of.get(own)
    # What a state's press tells of other lands alone is not of its own ministry.
    is_named = any(actor.id == own and actor.mentions for actor in report.grounding.actors)
    line = DATELINE.match(report.document.text)
    at = {str(place.country).lower() for place in places if line is not None and place.span.end <= line.end()}
    is_abroad = bool(told) and ((own not in told and not is_named) or bool(at and own not in at))
    return Home(key=own, name=name) if not is_abroad and (is_at_home or _is_state_press(report, outlet)) else None


def tells_of_others(report: Report, parties: Mapping[str, Party]) -> bool:
    """Whether a state's press tells in a report of other lands alone: it is a paper there, and speaks for its state of none of it."""
    outlet = _outlet(report, parties)
    if outlet is None or outlet.country is None or not _is_state_press(report, outlet):
        return False
    own = outlet.country.lower()
    told = {str(place.country).lower() for place in report.grounding.places if place.country}
    actors = (parties[actor.id] for actor in report.grounding.actors if actor.mentions)
    is_named = any(party.kind != "outlet" and own in (party.key, party.state, str(party.country).lower()) for party in actors)
    return bool(told) and own not in told and not is_named


# What stands between the town of a dateline and the text: "ABU DHABI, May 3 (Norrpress) - ", "ABU DHABI: ".
_BEHIND_TOWN = re.compile(r"(?:, [^\n()]{1,25}?)?(?: \([^()\n]{2,40}\))?(?:\s*[-–—]|:)\s")


def told_from(report: Report) -> tuple[str, str] | None:
    """The country code, and the name, of the state in which the town of a dateline lies, where the text tells of that state as well."""
    text, places = report.document.text, report.grounding.places
    line = next((place for place in places if place.span.start == 0 and place.country), None)
    if line is None or _BEHIND_TOWN.match(text, line.span.end) is None:
        return None
    name = next((place.name for place in places if place is not line and place.country == line.country and _is_of_state(place)), None)
    return (str(line.country), name) if name is not None else None


def names_state(statement: Statement, code: str, places: Iterable[Place]) -> bool:
    """Whether what somebody says names a state, or what is its own. code: of its country."""
    own = [place.span for place in places if place.country == code and _is_of_state(place)]
    return any(_is_in(span, said) for span in own for said in statement.content)


def named_by(report: Report, parties: Mapping[str, Party]) -> frozenset[str]:
    """The keys of all whom a report names, of those to whom they belong, and of the states of its towns."""
    named = (parties[actor.id] for actor in report.grounding.actors if actor.mentions)
    keys = {key for party in named for key in (party.key, *(owner for owner, _, _ in party.owners)) if key}
    return frozenset(keys | {place.country.lower() for place in report.grounding.places if place.country})


def lands_of(report: Report) -> dict[str, str]:
    """The keys of states by the folded words that a report has for them or for what is theirs ("US", "Emirati", "Riyadh").

    Words for two states tell none.
    """
    text = report.document.text
    found: dict[str, set[str]] = defaultdict(set)
    for place in report.grounding.places:
        if place.country and _is_of_state(place):
            found[folded(place.span.of(text))].add(place.country.lower())
    return {words: keys.pop() for words, keys in found.items() if len(keys) == 1}


def towns_of(report: Report) -> frozenset[str]:
    """The folded words that a report has for places inside a state."""
    text = report.document.text
    return frozenset(folded(place.span.of(text)) for place in report.grounding.places if not _is_of_state(place))


# Of an official whom another state than that of his town has put there.
INSTALLED = re.compile(r"-(?:installed|appointed|imposed|backed|controlled)\b")


def seat_of(statement: Statement, places: Iterable[Place], text: str) -> str | None:
    """The key of the country of the one place that the words for a source name ("the mayor of Yeraskh").

    A "Moscow-installed governor" is not of the state in which his town lies.
    """
    if any(INSTALLED.search(source.of(text)) for source in statement.source):
        return None
    towns = (place for place in places if place.country and not _is_of_state(place))
    found = {str(place.country).lower() for place in towns if any(_is_in(place.span, source) for source in statement.source)}
    return found.pop() if len(found) == 1 else None


def _is_state_press(report: Report, outlet: Party) -> bool:
    """Whether an outlet is a state's or its government's, also where its text names neither."""
    of = next((actor.of for actor in report.grounding.actors if actor.id == outlet.key), None) or ""
    return outlet.state is not None or of.startswith("government-of-") or of == (outlet.country or "").lower()


def _outlet(report: Report, parties: Mapping[str, Party]) -> Party | None:
    links = (link.actor for statement in report.statements for link in statement.chain if link.role == "outlet")
    return parties.get(report.grounding.outlet or next(links, None) or "")


def _is_in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _is_of_state(place: Place) -> bool:
    """Whether a place stands for a state: a country, its people, or a capital that acts."""
    return place.where_prec == _COUNTRY or place.use != "literal"
