"""Of which state is a president or prime minister whom a text names without it?

"President Volodymyr Zelensky", in a report of two states, may be anybody's president by its words; readers know whose he is.
"""

from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.scene import Scene
from saidwho.grounding.register.leaders import shipped_leaders

_GOVERNMENT = "the government"


def note_leaders(scene: Scene) -> None:
    """Let whoever leads a state on the day of the report speak for its government, where nothing else is told of him; of no day, nobody."""
    day = scene.document.published
    if day is None:
        return
    for member in tuple(scene.cast.members):  # governments join it
        if member.kind == "person" and member.of is None and member.names and _may_lead(member, scene):
            country = shipped_leaders().country_led(max(member.names, key=len), day, in_office=member.role is not None)
            state = scene.register.state(country) if country else None
            government = scene.register.resolve(_GOVERNMENT, context=(state.key,)) if state else None
            if government is not None:
                member.of = scene.cast.new(kind="body", entry=government)


def _may_lead(member: Member, scene: Scene) -> bool:
    """Whether somebody is told to hold an office without a state, or is told to be nothing."""
    if member.role is None:
        return True
    office = scene.register.office(member.role.of(scene.text))
    return office is not None and not office.is_past and office.speaks_for is None
