"""Which side is the state at home in the war that a report is about, and which are its rebels?"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from saidwho.statements.offices import office_of
from saidwho.statements.party import Party
from saidwho.types.grounding import Grounding

# Governments and forces of others: beside them "the army" may be anybody's.
_TITLED = re.compile(r"^(?:the )?(?:[\w-]+ ){0,3}(?:minister|president|premier|secretary)\b", re.IGNORECASE)
_ARMED = frozenset(("government", "force"))


class Home:
    """The sides of one report that officials without a name may be of.

    places: by their words, the countries of the places that it speaks of.
    """

    def __init__(self, running: Sequence[Party], grounding: Grounding, places: Mapping[str, str]) -> None:
        self._places = {words.casefold(): country for words, country in places.items()}
        spoken_of = Counter(place.country for place in grounding.places if place.country)
        states = {member: party.side for party in running for member in party.members if member in party.theatre}
        at_home = [country for country in states if spoken_of[country] == max(spoken_of.values(), default=0)]
        self._country = at_home[0] if len(states) == 1 and at_home else None
        self._state = states.get(self._country or "")
        named = {actor.id for actor in grounding.actors}
        groups = {party.side for party in running if named.intersection(party.members) and not _is_state(party)}
        self._rebels = groups.pop() if len(groups) == 1 else None
        armed = {actor.country for actor in grounding.actors if actor.kind in _ARMED and actor.country}
        self._is_alone = armed <= {self._country}
        fighting = {member for party in running for member in party.members}
        # Beside a state that is not at war "the defence minister" may be that state's.
        self._is_visited = any(a.kind == "state" and a.country and a.country not in fighting for a in grounding.actors)

    def side(self, words: str) -> str | None:
        """The side of somebody whom words call by his office; None where it is none, or may be another's."""
        office = office_of(words)
        if office is None:
            return None
        kind, place = office
        if place is not None and self._country_of(place) != self._country:
            return None
        if kind == "rebel":
            return self._rebels
        if place is None and kind == "central" and self._is_visited and _TITLED.search(words):
            return None
        return self._state if kind == "local" or self._is_alone else None

    def _country_of(self, place: str) -> str | None:
        return self._places.get(place.casefold())


def _is_state(party: Party) -> bool:
    return any(len(member) == 3 and member.isupper() for member in party.members)
