"""What do the mentions of a report mean?"""

from dataclasses import dataclass
from pathlib import Path

from saidwho.grounding.actors.actors import ground_actors
from saidwho.grounding.actors.agencies import with_agencies
from saidwho.grounding.actors.cut_names import with_uncut_names
from saidwho.grounding.actors.joined_states import with_states_apart
from saidwho.grounding.actors.new_states import find_new_states, with_new_states
from saidwho.grounding.actors.records import from_register
from saidwho.grounding.actors.seated import country_of_seat
from saidwho.grounding.actors.unnamed import with_outlet, with_states
from saidwho.grounding.actors.whole_names import with_whole_names
from saidwho.grounding.figures.figures import ground_figures
from saidwho.grounding.places.cache import Progress
from saidwho.grounding.places.gazetteer import Gazetteer, open_gazetteer
from saidwho.grounding.places.places import ground_places
from saidwho.grounding.register.load import load_register
from saidwho.grounding.register.register import Register
from saidwho.grounding.times.times import ground_times
from saidwho.types.document import Document, Span
from saidwho.types.grounding import Actor, Figure, Grounding, Place, Time
from saidwho.types.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class World:
    """What is known beside the text: the world's actors, and its places."""

    register: Register
    gazetteer: Gazetteer


def open_world(*, registers: tuple[Path, ...] = (), gazetteers: tuple[Path, ...] = (), progress: Progress = lambda _: None) -> World:
    """Open the shipped register and gazetteer with files of the user's own.

    progress: told in a line what takes its time, such as building the gazetteer the first time.
    Raises RegisterError and GazetteerError.
    """
    return World(register=load_register(registers), gazetteer=open_gazetteer(gazetteers, progress=progress))


def ground(document: Document, reading: Reading, world: World) -> Grounding:
    """Give the mentions of one report their meaning: who, where, when, how many."""
    text = document.text
    for with_names in (with_states_apart, with_uncut_names, with_agencies):
        reading = with_names(text, reading, world.register)
    reading = with_whole_names(text, reading)
    outlet = world.register.outlet(document.outlet or document.url or "")
    places = ground_places(text, reading, world.gazetteer, world.register, outlet_country=outlet.country if outlet else None)
    times = ground_times(text, reading, published=document.published, zone=document.zone)
    states = find_new_states(document, reading, places, world.register)
    register = world.register.with_states(states)
    actors, speakers = ground_actors(document, reading, places=places, register=register, states=states)
    figures = ground_figures(text, reading, actors=actors, times=times, states=_adjectives(places, register))
    told = tuple(time for time in times if not any(_is_rate(time, figure) for figure in figures))
    actors = with_new_states(actors, document, states, register)
    seat = country_of_seat(document.outlet or "", places, text, world.gazetteer)
    actors, printed = with_outlet(actors, document, register, seat=seat)
    actors = with_states(actors, places, register)
    return Grounding(actors=actors, speakers=speakers, places=places, times=told, figures=figures, outlet=printed)


def state_of_seat(world: World, seat: str) -> Actor | None:
    """The state whose capital bears a name."""
    government = world.register.metonym(seat)
    state = world.register.state_of(government) if government is not None else None
    return from_register(state, mentions=()) if state is not None else None


def state_of_country(world: World, country: str) -> Actor | None:
    """The state that a country is. country: ISO 3166-1 alpha-3."""
    state = world.register.state(country)
    return from_register(state, mentions=()) if state is not None else None


def _adjectives(places: tuple[Place, ...], register: Register) -> dict[Span, str]:
    """The states of a report by the words for who is of them."""
    of_people = ((place.span, register.state(place.country)) for place in places if place.use == "demonym" and place.country)
    return {span: entry.key for span, entry in of_people if entry is not None}


def _is_rate(time: Time, figure: Figure) -> bool:
    """Whether words of time only say how fast something goes: "400 casualties a day"."""
    return time.edtf is None and figure.per is not None and figure.span.start <= time.span.start and time.span.end <= figure.span.end
