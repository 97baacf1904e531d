"""In which country does the town lie that an outlet adds to its name: "Southern News, state television, Krasnodar"?"""

import re
from collections import defaultdict
from collections.abc import Sequence

from saidwho.grounding.actors.printing import parts_of
from saidwho.grounding.places.gazetteer import Gazetteer
from saidwho.types.grounding import Place

_TOWN = re.compile(r"^[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}$")
# A town of a name is meant where it has so many times the people of the largest of that name abroad.
_LARGER = 5


def country_of_seat(outlet: str, places: Sequence[Place], text: str, gazetteer: Gazetteer) -> str | None:
    """ISO 3166-1 alpha-3 of the country; None where the name adds no town, or towns of two countries may be meant.

    places: of the report, which tell which town of a name is meant.
    """
    for part in parts_of(outlet)[1:]:
        if _TOWN.match(part):
            own = {place.country for place in places if place.country and place.span.of(text) == part}
            found = next(iter(own)) if len(own) == 1 else _largest(part, gazetteer)
            if found is not None:
                return found
    return None


def _largest(name: str, gazetteer: Gazetteer) -> str | None:
    people: dict[str, int] = defaultdict(int)
    for candidate in gazetteer.candidates(name):
        feature = candidate.feature
        if feature.kind == "town" and feature.country and candidate.match != "misprint":
            people[feature.country] = max(people[feature.country], feature.population)
    ranked = sorted(people, key=lambda country: (-people[country], country))
    if not ranked or not people[ranked[0]]:
        return None
    return ranked[0] if len(ranked) == 1 or people[ranked[0]] >= _LARGER * people[ranked[1]] else None
