"""Who printed a report? The outlet is an actor of its reports, also where the text does not name it."""

from saidwho.grounding.actors.records import from_register
from saidwho.grounding.register.register import Register
from saidwho.types.document import Document
from saidwho.types.grounding import Actor
from saidwho.types.ids import content_id


def with_outlet(actors: tuple[Actor, ...], document: Document, register: Register) -> tuple[Actor, ...]:
    """The actors of a report and, last, its outlet, unless it is among them by its name or the register's.

    One that the register does not know has the same id in all of its reports.
    """
    name = (document.outlet or "").strip()
    if not name:
        return actors
    entry = register.outlet(name) or register.resolve(name)
    if any((entry is not None and actor.id == entry.key) or actor.name.casefold() == name.casefold() for actor in actors):
        return actors
    if entry is not None:
        return (*actors, from_register(entry, mentions=()))
    identity = content_id(["outlet", name.casefold()])
    return (*actors, Actor(id=identity, name=name, kind="outlet", role=None, of=None, country=None, wikidata=None, mentions=()))
