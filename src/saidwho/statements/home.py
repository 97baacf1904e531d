"""Which side is the state at home in the war that a report is about, and which are its rebels?"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from itertools import islice

from saidwho.statements.offices import office_of
from saidwho.statements.party import Party
from saidwho.types.grounding import Grounding

# Governments and forces of others: beside them "the army" may be anybody's.
_TITLED = re.compile(r"^(?:the )?(?:[\w-]+ ){0,3}(?:minister|president|premier|secretary)\b", re.IGNORECASE)
_ARMED = frozenset(("government", "force"))
# Whose rebels are that are named by no group: "pro-Russian militants", "Kastrian-backed separatists".
_BACKED = re.compile(
    r"\b(?:[Pp]ro-(?P<pro>[A-Z]\w+)|(?P<by>[A-Z]\w+)-(?:backed|led|aligned|supported|armed))\s+(?:\w+\s+)?"
    r"(?:rebels?|separatists?|militants?|insurgents?|fighters|militias?|gunmen)\b"
)
_MOST_BACKED = 40  # places in a text


class Home:
    """The sides of one report that officials without a name may be of.

    places: by their words, the countries of the places that it speaks of.
    """

    def __init__(self, running: Sequence[Party], grounding: Grounding, places: Mapping[str, str], text: str) -> None:
        self._places = {words.casefold(): country for words, country in places.items()}
        spoken_of = Counter(place.country for place in grounding.places if place.country)
        states = {member: party.side for party in running for member in party.members if member in party.theatre}
        at_home = [country for country in states if spoken_of[country] == max(spoken_of.values(), default=0)]
        self._country = at_home[0] if len(states) == 1 and at_home else None
        self._state = states.get(self._country or "")
        named = {actor.id for actor in grounding.actors}
        groups = {party.side for party in running if named.intersection(party.members) and not _is_state(party)}
        self._rebels = groups.pop() if len(groups) == 1 else None if groups else _backers(running, text)
        # In a paper of a state where the war is fought "the defence ministry" is its own.
        self._printed_in = next((a.country for a in grounding.actors if a.id == grounding.outlet and a.country in states), None)
        self._own = states.get(self._printed_in or "")
        armed = {actor.country for actor in grounding.actors if actor.kind in _ARMED and actor.country}
        self._is_alone = armed <= {self._country}
        # A state that no table knows has a government of its own; a town of its may bear the name of one in a state that nobody names.
        states_named = {a.country for a in grounding.actors if a.kind in ("state", "government")}
        self._is_elsewhere = None in states_named and self._country not in states_named
        fighting = {member for party in running for member in party.members}
        # Beside a state that is not at war "the defence minister" may be that state's.
        self._is_visited = any(a.kind == "state" and a.country and a.country not in fighting for a in grounding.actors)

    def side(self, words: str, *, told: Set[str]) -> str | None:
        """The side of somebody whom words call by his office; None where it is none, or may be another's.

        told: the countries of the places that whoever speaks is told with.
        """
        office = office_of(words)
        if office is None:
            return None
        kind, place = office
        if kind == "rebel":
            return self._rebels
        if self._own is not None and told <= {self._printed_in} and (place is None or self._country_of(place) == self._printed_in):
            return self._own
        if place is not None and self._country_of(place) != self._country:
            return None
        if place is None and (self._is_elsewhere or (kind == "central" and self._is_visited and _TITLED.search(words))):
            return None
        return self._state if kind == "local" or self._is_alone else None

    def _country_of(self, place: str) -> str | None:
        return self._places.get(place.casefold())


def _backers(running: Sequence[Party], text: str) -> str | None:
    """The one side that a text says is behind rebels."""
    found = {match["pro"] or match["by"] for match in islice(_BACKED.finditer(text), _MOST_BACKED)}
    sides = {party.side for party in running for word in found if party.officials and party.officials.match(f"{word} officials")}
    return sides.pop() if len(sides) == 1 else None


def _is_state(party: Party) -> bool:
    return any(len(member) == 3 and member.isupper() for member in party.members)
