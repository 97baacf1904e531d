"""For whom does somebody speak whom a text names without his state or movement?

"President Volodymyr Zelensky", in a report of two states, may be anybody's president by its words, and "Daniel Hagari" anybody; readers
know whose they are.
"""

from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.scene import Scene
from saidwho.grounding.register.entries import Entry
from saidwho.grounding.register.leaders import shipped_leaders

_GOVERNMENT = "the government"
_STATE_CODE = 3  # letters


def note_leaders(scene: Scene) -> None:
    """Let whoever speaks for a state or body on the day of the report be of it, where nothing else is told of him; of no day, nobody."""
    day = scene.document.published
    if day is None:
        return
    for member in tuple(scene.cast.members):  # governments join it
        if member.kind == "person" and member.of is None and member.names and _may_lead(member, scene):
            key = shipped_leaders().speaks_for(max(member.names, key=len), day, in_office=member.role is not None)
            owner = _owner(key, scene) if key else None
            if owner is not None:
                member.of = scene.cast.new(kind="body", entry=owner)


def _owner(key: str, scene: Scene) -> Entry | None:
    """The government of a state, by its code, or the body of a key."""
    if not (len(key) == _STATE_CODE and key.isupper()):
        return scene.register.entry(key)
    state = scene.register.state(key)
    return scene.register.resolve(_GOVERNMENT, context=(state.key,)) if state else None


def _may_lead(member: Member, scene: Scene) -> bool:
    """Whether somebody is told to hold an office without a state, or is told to be nothing."""
    if member.role is None:
        return True
    office = scene.register.office(member.role.of(scene.text))
    return office is not None and not office.is_past and office.speaks_for is None
