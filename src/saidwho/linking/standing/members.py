"""Of which body is somebody whom words tell to be of one?"""

from dataclasses import replace

from saidwho.linking.affiliation import Affiliation, affiliation_of
from saidwho.linking.facts import Voice
from saidwho.linking.parties import Party, folded, named
from saidwho.linking.scenes import Scene
from saidwho.linking.standing.descriptions import are_people_of, speaks_for_a_body, staff_of
from saidwho.linking.standing.kinds import Standing

# What an army's name has beside what it is called by.
_FORCE_NAMES = (
    "army armies armed forces force troops guard guards service border frontier coast "
    "military general staff high command joint brigade brigades battalion regiment division air navy "
    "naval ground land sea central northern southern eastern western first second third fourth fifth sixth seventh eighth ninth tenth "
    "national state royal defence defense operations operational special of the and headquarters his her its their our chief commander"
)
_FORCE_WORDS = frozenset(_FORCE_NAMES.split())


def is_force_by_name(party: Party, told: Affiliation) -> bool:
    """Whether an army, which is no state's by its name, is one by a name of its own ("Azure Brigade"; "the 4th Brigade" is somebody's)."""
    if told.organ != "army" or told.is_spokes or party.kind == "person" or not party.key or affiliation_of(party.name).owner:
        return False
    return bool(_own_words(party))


def state_of_force(party: Party, told: Affiliation, scene: Scene) -> Standing | None:
    """An army whose name has the adjective of a state and no word of its own besides ("the Royal Karlian Army")."""
    if told.organ != "army" or told.owner or party.kind == "person":
        return None
    own = _own_words(party)
    state = scene.state_named(own[0]) if len(own) == 1 else None
    return Standing(kind="body", root=state, name=scene.states[state], body=party.name) if state else None


def _own_words(party: Party) -> list[str]:
    """The words of a name that any army's may not have."""
    return [word for word in (named(party.name) or "").split() if word not in _FORCE_WORDS and not word[0].isdigit()]


def voice_of_body(voice: Voice, scene: Scene) -> Voice | None:
    """The voice of the body that these reports know, where one is told by it alone ("U.N. investigators")."""
    name = staff_of(voice.source)
    body = scene.initials.get(name.replace(".", "")) or scene.bodies.get(folded(name))
    if body is None or body.kind == "person":
        return None
    return replace(voice, speaker=body, source=body.name, affiliation=affiliation_of(body.name))


def voice_behind(voice: Voice, scene: Scene) -> Voice | None:
    """The voice of the body that somebody without a name is of by his words ("the Front's leader"); who prints is no such body."""
    body = voice.behind
    if body is None or (voice.speaker is not None and voice.speaker.key) or not speaks_for_a_body(voice.source):
        return None
    if are_people_of(body.name):  # "the Commissioner for Refugees"
        return None
    if folded(body.name) in scene.outlets or folded(body.name) == folded(voice.document.outlet or ""):
        return None
    return replace(voice, speaker=body, source=body.name, affiliation=affiliation_of(body.name), behind=None)


def voice_of_owner(voice: Voice, scene: Scene) -> Voice | None:
    """The voice of the body whose staff somebody without a name is told to be by the text ("volunteers from the Lantern Trust")."""
    staff = voice.speaker
    if staff is None or staff.kind == "person" or not speaks_for_a_body(voice.source):
        return None
    owners = [(key, name) for key, name, kind in staff.owners if kind == "body"]
    if len(owners) != 1 or folded(owners[0][1]) in scene.outlets:
        return None
    key, name = owners[0]
    body = scene.bodies.get(folded(name)) or replace(staff, key=key, name=name, kind="body", owners=())
    return replace(voice, speaker=body, source=body.name, affiliation=affiliation_of(body.name))


def of_movement(voice: Voice, scene: Scene) -> Standing | None:
    """One told to be of a movement, or of a body that prints, which these reports know ("the rebels of the Southern Covenant")."""
    name = staff_of(voice.source)
    own = folded(name)
    if not own or own not in scene.movements | scene.issuers or scene.state_named(own):
        return None
    return Standing(kind="body", root=f"name:{own}", name=name, body=voice.source)
