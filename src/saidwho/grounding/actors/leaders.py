"""For whom does somebody speak whom a text names without his state or movement?

"President Volodymyr Zelensky", in a report of two states, may be anybody's president by its words, and "Daniel Hagari" anybody; readers
know whose they are.
"""

import re

from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.scene import Scene
from saidwho.grounding.register.entries import Entry
from saidwho.grounding.register.leaders import shipped_leaders

_GOVERNMENT = "the government"
_STATE_CODE = 3  # letters
# Whose office stands right before a name, and within so many characters.
_WHOSE = re.compile(r"\b(?P<office>[A-Z][\w.-]*(?: [A-Z][\w.-]*)*['’]s? (?:[a-z-]+ ){0,4}[a-z-]+),? $")
_BEFORE = 80


def note_leaders(scene: Scene) -> None:
    """Let whoever speaks for a state or body on the day of the report be of it, where nothing else is told of him; of no day, nobody."""
    day = scene.document.published
    if day is None:
        return
    for member in tuple(scene.cast.members):  # governments join it
        if member.kind == "person" and member.of is None and member.names and _may_lead(member, scene):
            key = shipped_leaders().speaks_for(max(member.names, key=len), day, in_office=member.role is not None)
            owner = _owner(key, scene) if key else None
            if owner is not None and not _is_of_another_state(member, owner, scene):
                member.of = scene.cast.new(kind="body", entry=owner)


def _owner(key: str, scene: Scene) -> Entry | None:
    """The government of a state, by its code, or the body of a key."""
    if not (len(key) == _STATE_CODE and key.isupper()):
        return scene.register.entry(key)
    state = scene.register.state(key)
    return scene.register.resolve(_GOVERNMENT, context=(state.key,)) if state else None


def _is_of_another_state(member: Member, owner: Entry, scene: Scene) -> bool:
    """Whether a text tells that somebody is of another state: "Colombia's defence minister, Pedro Sanchez" is not of Spain's government."""
    own = scene.register.state_of(owner)
    names = [m for m in member.markables if m.shape == "name"]
    found = (_WHOSE.search(scene.text, max(0, m.span.start - _BEFORE), m.span.start) for m in names)
    offices = [office for one in found if one is not None and (office := scene.register.office(one["office"])) is not None]
    told = {state.key for one in offices if one.speaks_for is not None and (state := scene.register.state_of(one.speaks_for)) is not None}
    return bool(told) and (own is None or own.key not in told)


def _may_lead(member: Member, scene: Scene) -> bool:
    """Whether somebody is told to hold an office without a state, or is told to be nothing."""
    if member.role is None:
        return True
    office = scene.register.office(member.role.of(scene.text))
    return office is not None and not office.is_past and office.speaks_for is None
