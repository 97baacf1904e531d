"""Who are the actors of a report, and which of them speaks each attribution?"""

from saidwho.grounding.actors.casting import Casting
from saidwho.grounding.actors.records import make_actors
from saidwho.grounding.actors.scene import Choice
from saidwho.grounding.register.new_states import NewState
from saidwho.grounding.register.register import Register
from saidwho.types.document import Document
from saidwho.types.grounding import Actor, Place, Speaker
from saidwho.types.reading import Reading

NOBODY = Choice(member=None, score=0.0, why="the text names nobody")


def ground_actors(
    document: Document, reading: Reading, *, places: tuple[Place, ...], register: Register, states: tuple[NewState, ...] = ()
) -> tuple[tuple[Actor, ...], tuple[Speaker, ...]]:
    """Find the actors of a report, and who speaks each of its attributions.

    places: those of the report; the ones in use as metonym or demonym are actors. states: those that the register holds
    for this report alone.
    Returns the actors in the order of their first mention, and one Speaker for each distinct source.
    """
    casting = Casting(document, reading, places=places, register=register, states=states)
    casting.run()
    actors, ids = make_actors(document, casting.scene.cast, register)
    speakers = {}
    for attribution in reading.attributions:
        choice = casting.scene.chosen.get(attribution.source) or NOBODY
        actor = ids.get(choice.member.number) if choice.member else None
        speakers[attribution.source] = Speaker(source=attribution.source, actor=actor, score=round(choice.score, 4), why=choice.why)
    return actors, tuple(speakers.values())
