"""Who is an actor of a report without being named as one: the outlet that printed it, and states whose countries it names."""

from saidwho.grounding.actors.records import from_register
from saidwho.grounding.register.entries import Entry
from saidwho.grounding.register.register import Register
from saidwho.types.document import Document
from saidwho.types.grounding import Actor, Place
from saidwho.types.ids import content_id

# where_prec of a place that is a whole country.
_COUNTRY = 6


def with_outlet(actors: tuple[Actor, ...], document: Document, register: Register) -> tuple[tuple[Actor, ...], str | None]:
    """The actors of a report and, last, its outlet, unless it is among them by its name or the register's; and the outlet's id.

    One that the register does not know has the same id in all of its reports.
    """
    name = (document.outlet or "").strip()
    if not name:
        return actors, None
    entry = outlet_entry(name, register)
    named = [actor for actor in actors if (entry is not None and actor.id == entry.key) or actor.name.casefold() == name.casefold()]
    if named:
        return actors, named[0].id
    if entry is not None:
        return (*actors, from_register(entry, mentions=())), entry.key
    identity = content_id(["outlet", name.casefold()])
    own = Actor(id=identity, name=name, kind="outlet", role=None, of=None, country=None, wikidata=None, mentions=())
    return (*actors, own), identity


def outlet_entry(name: str, register: Register) -> Entry | None:
    """The entry of whoever prints under a name: of an outlet, or of a body that prints its own word."""
    return register.outlet(name) or register.resolve(name)


def with_states(actors: tuple[Actor, ...], places: tuple[Place, ...], register: Register) -> tuple[Actor, ...]:
    """The actors of a report and, last, the states whose countries it names as places: aid is given to them, shells fall on them."""
    known = {actor.id for actor in actors}
    codes = dict.fromkeys(place.country for place in places if place.where_prec == _COUNTRY and place.country)
    states = (register.state(code) for code in codes)
    return (*actors, *(from_register(entry, mentions=()) for entry in states if entry is not None and entry.key not in known))
