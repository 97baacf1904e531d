"""Which state or body stands behind an organ or a service?"""

import re

from saidwho.linking.affiliation import Affiliation, affiliation_of
from saidwho.linking.facts import Voice
from saidwho.linking.homes import INSTALLED
from saidwho.linking.scenes import Scene
from saidwho.linking.standing.kinds import HERE
from saidwho.linking.standing.phrases import phrase_of

# "Local officials" are of the place, whatever state the text names.
_OF_PLACE = re.compile(r"\b(?:local|regional|city|town|district|provincial)\b", re.IGNORECASE)
# Keys of the states of the register: their codes.
_CODE = 3


def is_at_home(root: str, voice: Voice) -> bool:
    return voice.home is not None and root == voice.home.key


def whose(told: Affiliation, voice: Voice, scene: Scene) -> tuple[str, str | None]:
    """Who stands behind an organ or a service; no name where no text names the state."""
    is_commandant = voice.seat is not None and phrase_of(voice.source).is_of("post")
    is_service = (told.service is not None and told.organ is None) or is_commandant
    # A movement's press calls its fighters by the name of the state that it fights for.
    if voice.home is not None and voice.home.is_movement and affiliation_of(voice.source).owner is None:
        return voice.home.key, voice.home.name
    if is_service and INSTALLED.search(voice.source):
        state = scene.state_named(told.owner) if told.owner else None
        return (state, scene.states[state]) if state else (HERE, None)
    root, name = owner_of(told, scene)
    if told.owner and (root in scene.states or not is_service or not _lies_in_state(voice, scene)):
        return root, name
    if is_service or _OF_PLACE.search(voice.source):
        return state_there(voice, scene)
    if voice.home is not None:
        return voice.home.key, scene.states.get(voice.home.key, voice.home.name)
    # Where a text names another state, an army may be that one's.
    is_of_place = scene.country in scene.states and voice.named & scene.states.keys() <= {scene.country}
    return (str(scene.country), scene.states[str(scene.country)]) if is_of_place else (HERE, None)


def state_there(voice: Voice, scene: Scene) -> tuple[str, str | None]:
    """The state of a mayor or a hospital: in which it lies by its own words, else where all happens, else that of who prints it."""
    if voice.seat is not None and _lies_in_state(voice, scene):
        return voice.seat, scene.states.get(voice.seat)
    if scene.is_at_home:
        return str(scene.country), scene.states.get(str(scene.country))
    if voice.home is not None:
        return voice.home.key, scene.states.get(voice.home.key, voice.home.name)
    return HERE, None


def _lies_in_state(voice: Voice, scene: Scene) -> bool:
    """Whether the place that a source's words name lies in a state that texts tell of; not where its own tells of one of no register."""
    is_known = voice.seat in scene.states or voice.seat == scene.country
    return voice.seat is not None and is_known and all(len(key) == _CODE for key in voice.named & scene.states.keys())


def owner_of(told: Affiliation, scene: Scene) -> tuple[str, str | None]:
    """The root and its name: the state of the owner's name, else the owner; no name where none is told."""
    if told.owner is None:
        return HERE, None
    base = scene.owners.get(told.owner, told.owner)
    if (state := scene.state_named(told.owner) or scene.state_named(base)) is not None:
        return state, scene.states[state]
    known = scene.known.get(told.owner) or scene.known.get(base)
    return (known.key, known.name) if known is not None else _of_official(base, scene) or (f"name:{base}", _shown(base))


def _of_official(name: str, scene: Scene) -> tuple[str, str | None] | None:
    """Whom the one official of a name speaks for ("the press service of Vale" is of Arland, whose president Ada Vale is)."""
    of = {party.state or party.owners[-1][0]: party for full, party in scene.officials.items() if party.owners and _bears(full, name)}
    if len(of) != 1:
        return None
    ((key, party),) = of.items()
    return key, scene.states.get(key, party.owners[-1][1])


def _bears(full: str, name: str) -> bool:
    return full == name or full.endswith(f" {name}")


def _shown(name: str) -> str:
    """A folded name as a reader knows it: "FDLR", "Karlia"."""
    is_short = " " not in name and name.isalpha() and (len(name) == _INITIALS or not _VOWEL.search(name))
    return name.upper() if is_short else name.title()


_VOWEL = re.compile(r"[aeiouy]")
# "NK", "UN"; a name of a state is longer.
_INITIALS = 2
