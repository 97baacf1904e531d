"""Of which state is an office or a service that its text gives to none?

A state's own press, and a paper at home that tells of no other state, speak of "the president" and mean their own. A mayor is of the
state in which his town lies.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from saidwho.linking.parties import Party
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
    """The state that whoever prints a report means by an office of none: its own, where it is a state's press, or tells of no other."""
    outlet = _outlet(report, parties)
    if outlet is None or outlet.kind != "outlet":
        return None
    if outlet.owners and outlet.owners[-1][2] in ("group", "force"):
        return Home(key=outlet.owners[-1][0], name=outlet.owners[-1][1], is_movement=True)
    if outlet.country is None:
        return None
    own = outlet.country.lower()
    places = [place for place in report.grounding.places if place.country]
    spoken_of = {str(place.country).lower(): place.name for place in places if _is_of_state(place)}
    is_at_home = set(spoken_of or {str(place.country).lower() for place in places}) == {own}
    is_about_it = is_at_home or (outlet.state == own and (own in spoken_of or not spoken_of))
    name = parties[own].name if own in parties else spoken_of.get(own)
    return Home(key=own, name=name) if is_about_it else None


def named_by(report: Report, parties: Mapping[str, Party]) -> frozenset[str]:
    """The keys of all whom a report names, and of those to whom they belong."""
    named = (parties[actor.id] for actor in report.grounding.actors if actor.mentions)
    keys = {key for party in named for key in (party.key, *(owner for owner, _, _ in party.owners)) if key}
    return frozenset(keys | {place.country.lower() for place in report.grounding.places if place.country and _is_of_state(place)})


def seat_of(statement: Statement, places: Iterable[Place]) -> str | None:
    """The key of the country of the one place that the words for a source name ("the mayor of Yeraskh")."""
    found = {
        place.country.lower()
        for place in places
        if place.country and not _is_of_state(place) and any(_is_in(place.span, source) for source in statement.source)
    }
    return found.pop() if len(found) == 1 else None


def _outlet(report: Report, parties: Mapping[str, Party]) -> Party | None:
    links = (link.actor for statement in report.statements for link in statement.chain if link.role == "outlet")
    return parties.get(report.grounding.outlet or next(links, None) or "")


def _is_in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _is_of_state(place: Place) -> bool:
    """Whether a place stands for a state: a country, its people, or a capital that acts."""
    return place.where_prec == _COUNTRY or place.use != "literal"
