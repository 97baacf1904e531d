"""Which of a report's states is a country?"""

from collections.abc import Iterable

from saidwho.types.grounding import Actor


def states_of_countries(actors: Iterable[Actor]) -> dict[str, str]:
    """The ids of states by their countries, alpha-3.

    Who has broken away from a country, or is a part of it, bears its code as well and is another: "the Donetsk People's Republic".
    """
    return {actor.country: actor.id for actor in actors if actor.kind == "state" and actor.country and actor.id == actor.country.lower()}
