"""Whose press, or whose organ, is one who prints?"""

import re

from saidwho.linking.affiliation import affiliation_of
from saidwho.linking.facts import Voice
from saidwho.linking.issuers import fights_by_name, organ_for, whose_press
from saidwho.linking.parties import folded
from saidwho.linking.scenes import FORM_OF_STATE, Scene
from saidwho.linking.standing.kinds import HERE, Standing

_OFFICIAL = re.compile(r"\b(?:state|national|official)\b", re.IGNORECASE)
# "Ministry of Defence, Karlia".
# A shorter word of a name may be anything.
_TELLING = 4
PARTED = re.compile(r"^([^,]*\b(?:Ministry|Office|Staff|Command|Headquarters|Presidency|Government)\b[^,]*), ([A-Z][^,]*)$")
# Whose voice a paper calls itself that is of no town: a movement's, or of a state, whichever that is.
_CAUSES = frozenset(["revolution", "resistance", "uprising", "struggle", "liberation", "jihad", "party", "movement"])
_OF_NO_NAME = frozenset(["republic", "nation", "state", "kingdom", "government", "armed forces"])
_OF_THE_STATE = re.compile(
    r"\b(?:of|for) the (?:republic|nation|state|kingdom)$|^(?:the )?republic (?:news|press|radio|television)\b", re.IGNORECASE
)
# Bodies that are a state's where its name follows: "Court of Audit of Karlia".
_ORGAN_OF = re.compile(
    r"\b(?:Committee|Court|Office|Secretariat|Directorate|Inspectorate|Department|Presidency|Parliament|Senate|Assembly|Chamber)\b"
    r".* of (?:the )?([A-Z][^,]*)$"
)


def organ_of_state(outlet: str, scene: Scene) -> Standing | None:
    """A body by a name that the name of a state ends ("Court of Audit of Karlia")."""
    found = _ORGAN_OF.search(outlet)
    state = scene.state_named(folded(found[1])) if found else None
    return Standing(kind="body", root=state, name=scene.states[state], body=outlet) if state else None


def press_of(outlet: str, scene: Scene) -> Standing | None:
    """The state or movement whose press one who prints is, as what it speaks; None where it is nobody's."""
    if (press := _state_press(outlet, scene)) is not None:
        return press
    movement = scene.papers.get(folded(outlet))
    return Standing(kind="body", root=f"name:{movement}", name=movement.title(), body=outlet) if movement else None


def _state_press(outlet: str, scene: Scene) -> Standing | None:
    """Rule 1: a state's own press speaks for it, where these reports know a state or movement of its name, or it says so itself."""
    if (of := organ_for(outlet)) is not None and (body := _of_body(of, outlet, scene)) is not None:
        return body
    if _OF_THE_STATE.search(outlet.partition(",")[0]):
        return _of_state_left_open(outlet, scene)
    owner = folded(whose_press(outlet) or "")
    # Whom others quote by its short name ("Halyard") is an agency, and no body that has one.
    is_movement = owner in scene.movements and owner not in scene.relays
    if owner and (is_movement or _OFFICIAL.search(outlet)) and not scene.state_named(owner):
        # Whose press a name tells that no text knows is of a state that they leave open.
        base = owner if is_movement else scene.base_of(owner)
        return Standing(kind="body", root=f"name:{base}", name=base.title(), body=outlet, is_adrift=not is_movement)
    return press_of_state(outlet, scene)


def _of_state_left_open(outlet: str, scene: Scene) -> Standing:
    """A press that calls itself a state's ("Lorn Television (state)"): of the state in its name, else of one that is left open."""
    words = folded(outlet).split()
    state = next((key for word in words if len(word) >= _TELLING and (key := scene.state_named(word)) is not None), None)
    if state is not None:
        return Standing(kind="body", root=state, name=scene.states[state], body=outlet)
    return Standing(kind="body", root=HERE, name=outlet, is_adrift=True)


def _of_body(of: str, outlet: str, scene: Scene) -> Standing | None:
    """The state, army or movement of which one who prints says to be the organ; None where it is a town, or a body of another kind."""
    told, name = affiliation_of(of), folded(of)
    if _OFFICIAL.search(of) or name in _OF_NO_NAME:
        return _of_state_left_open(outlet, scene)
    owner = told.owner if told.organ and told.owner else name
    if (state := scene.state_named(owner)) is not None:
        return Standing(kind="body", root=state, name=scene.states[state], body=outlet)
    is_known = told.organ is not None or name in _CAUSES or name in scene.movements or fights_by_name(name)
    plural = next((body for body in sorted(scene.movements) if name in (body, body.removesuffix("s"))), None)
    if plural is not None or is_known:
        return Standing(kind="body", root=f"name:{plural or owner}", name=of, body=outlet)
    return None


def press_of_state(outlet: str, scene: Scene) -> Standing | None:
    """A state's press, where these reports know the state, or an organ of its name."""
    owner = FORM_OF_STATE.sub("", folded(whose_press(outlet) or "")).strip()
    if not owner:
        return None
    base = scene.base_of(owner)
    state = scene.state_named(owner) or scene.state_named(base)
    if state:
        return Standing(kind="body", root=state, name=scene.states[state], body=outlet)
    is_known = scene.is_governed(base) or base in scene.owners.values()
    return Standing(kind="body", root=f"name:{base}", name=base.title(), body=outlet) if is_known else None


def owner_by_outlet(voice: Voice, scene: Scene) -> str | None:
    """The folded name of the state whose organ or press prints a text: "the minister" there is its own."""
    outlet = voice.document.outlet or ""
    told = affiliation_of(PARTED.sub(r"\1 of \2", outlet))
    if told.owner and told.organ:
        return told.owner
    press = _state_press(outlet, scene)
    return folded(press.name) if press and not press.is_adrift else None
