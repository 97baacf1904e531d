"""Who is an actor of a report without being named as one: the outlet that printed it, and states whose countries it names."""

from dataclasses import replace

from saidwho.grounding.actors.printing import body_printing, country_printing, is_state_press, state_printing
from saidwho.grounding.actors.records import from_register
from saidwho.grounding.register.entries import Entry
from saidwho.grounding.register.register import Register
from saidwho.types.document import Document
from saidwho.types.grounding import Actor, Place
from saidwho.types.ids import content_id

# where_prec of a place that is a whole country.
_COUNTRY = 6


def with_outlet(
    actors: tuple[Actor, ...], document: Document, register: Register, *, seat: str | None = None
) -> tuple[tuple[Actor, ...], str | None]:
    """The actors of a report and, last, its outlet, unless it is among them by its name or the register's; and the outlet's id.

    seat: alpha-3, of the country in which the town lies that the outlet's name tells.

    One that the register does not know has the same id in all of its reports. Whom an outlet belongs to is among the actors as well.
    """
    name = (document.outlet or "").strip()
    if not name:
        return actors, None
    context = tuple(actor.id for actor in actors if actor.kind == "state")
    entry = outlet_entry(name, register, context=context)
    at_seat = register.state(seat) if seat is not None and entry is None else None
    state = (state_printing(name, register) or (at_seat if is_state_press(name) else None)) if entry is None else None
    home = state or ((country_printing(name, register) or at_seat) if entry is None else None)
    owners = register.chain(entry) if entry is not None else (state,) if state is not None else ()
    named = [actor for actor in actors if (entry is not None and actor.id == entry.key) or actor.name.casefold() == name.casefold()]
    if named:
        own = _at_home(named[0], state, home)
    elif entry is not None:
        own = from_register(entry, mentions=())
    else:
        identity = content_id(["outlet", name.casefold()])
        own = Actor(id=identity, name=name, kind="outlet", role=None, of=None, country=None, wikidata=None, mentions=())
        own = _at_home(own, state, home)
    known = {actor.id for actor in actors}
    others = tuple(own if named and actor is named[0] else actor for actor in actors)
    more = (from_register(owner, mentions=()) for owner in owners if owner.key not in known)
    return (*others, *(() if named else (own,)), *more), own.id


def _at_home(outlet: Actor, state: Entry | None, home: Entry | None) -> Actor:
    """An outlet with the state whose press it is, and the state where it prints."""
    if outlet.of or home is None:
        return outlet
    return replace(outlet, of=state.key if state is not None else None, country=home.country)


def outlet_entry(name: str, register: Register, *, context: tuple[str, ...] = ()) -> Entry | None:
    """The entry of whoever prints under a name: of an outlet, or of a body that prints its own word. context: states of the text."""
    return register.outlet(name) or register.resolve(name) or body_printing(name, register, context=context)


def with_states(actors: tuple[Actor, ...], places: tuple[Place, ...], register: Register) -> tuple[Actor, ...]:
    """The actors of a report and, last, the states whose countries it names as places: aid is given to them, shells fall on them."""
    known = {actor.id for actor in actors}
    codes = dict.fromkeys(place.country for place in places if place.where_prec == _COUNTRY and place.country)
    states = (register.state(code) for code in codes)
    return (*actors, *(from_register(entry, mentions=()) for entry in states if entry is not None and entry.key not in known))
