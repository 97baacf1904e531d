"""Is an organ that a text gives to nobody really of the state that the text is about?

"The Ministry of Health" is a movement's in its own press, and not of a state whose bombs fell on another's towns. "The Foreign Office" in
a Pakistani paper is Pakistan's, unless the paper tells of Britain.
"""

from itertools import takewhile

from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.printing import country_printing, state_printing
from saidwho.grounding.actors.scene import Scene
from saidwho.grounding.register.entries import Entry

# Organs that work where people of their own state live, and tell of what happens there.
_AT_HOME_WORDS = "health-ministry interior-ministry emergencies-ministry police civil-defence fire-service red-cross"
_ABROAD = frozenset({"foreign-missions"})
# What fights, which a paper of a state at war calls by the noun alone where it is its own state's.
_ARMED = frozenset({"military", "ground-forces", "air-force", "navy", "general-staff"})
_AT_HOME = frozenset(_AT_HOME_WORDS.split())
# Letters of the key of a state that has a code.
_CODE = 3


def organ_at_home(found: Entry | None, words: str, scene: Scene) -> Entry | None:
    """The organ that words without an owner mean. found: that of the state that the text is about; others are left as they are."""
    own = _of_printing_state(found, words, scene)
    if found is None or (own is None and is_told_by_the_way(found, words, scene)):
        return own
    if own is not None or not is_without_owner(found, words, scene):
        return own or found
    movement = movement_printing(scene)
    if movement is not None:
        return organ_of(movement, words, scene)
    if found.organ in _ABROAD:
        return None  # "the embassy" is that of another state than the one that the text is about
    state = scene.register.state_of(found)
    is_elsewhere = state is not None and bool(scene.towns) and state.key not in scene.towns
    return None if is_elsewhere and found.organ in _AT_HOME else found


def is_told_by_the_way(found: Entry, words: str, scene: Scene) -> bool:
    """Whether words tell not whose an organ is, and the text only mentions the state that it would be of.

    "The army" of a text on Liberia is not that of the country that condemns what happened there.
    """
    state = scene.register.state_of(found)
    if state is None or state.key not in scene.context or len(state.key) != _CODE or scene.register.resolve(words) is not None:
        return False
    home, is_its_own_press = _printing_state(scene)
    return state.key not in scene.told_of and not (is_its_own_press and home is not None and home.key == state.key)


def _of_printing_state(found: Entry | None, words: str, scene: Scene) -> Entry | None:
    """The organ of the state in which a paper is printed, where it calls that as another state calls its own and tells of no such state.

    "The army" is its own state's in a paper that tells of towns in that state. A state's own press means its own also where it tells of
    the other state, unless it has told whose it is.
    """
    home, is_its_own_press = _printing_state(scene)
    if home is None or "'s" in words or "’s" in words:
        return None
    is_about_home = home.key in scene.context and home.key in scene.towns
    if found is None:
        own = organ_of(home, words, scene) if is_about_home and scene.register.resolve(words) is None else None
        return own if own is not None and own.organ in _ARMED else None
    abroad = scene.register.state_of(found)
    if abroad is None or abroad.key == home.key or found.organ is None:
        return None
    is_told = any(member.entry is not None and member.entry.key == found.key for member in scene.cast.members)
    means_own = (is_its_own_press and not is_told) or (is_about_home and found.organ in _ARMED)
    if abroad.key in scene.context and not (means_own and is_without_owner(found, words, scene)):
        return None
    own = organ_of(home, words, scene)
    return own if own is not None and own.organ == found.organ else None


def _printing_state(scene: Scene) -> tuple[Entry | None, bool]:
    """The state in which a text is printed, and whether by its own press."""
    printed, register, name = scene.printed, scene.register, scene.document.outlet or ""
    if printed is None:
        return None, False
    if printed.entry is None:
        state = state_printing(name, register)
        return state or country_printing(name, register), state is not None
    if printed.entry.kind != "outlet" or not printed.entry.country:
        return None, False
    is_its_own = any(owner.kind == "state" for owner in register.chain(printed.entry))
    return register.state(printed.entry.country), is_its_own


def is_without_owner(found: Entry, words: str, scene: Scene) -> bool:
    """Whether words name an organ and do not tell whose it is."""
    return found.organ is not None and scene.register.resolve(words) is None


def is_told_before(found: Entry, words: str, markable: Markable, scene: Scene) -> bool:
    """Whether the state of an organ, which words leave open, was told of by then; where the text tells of no other, it may come later.

    "Shells fell on Kharkiv. The army said ... Poland condemned it": the army is not Poland's for Poland's being the only state named.
    """
    state, here = scene.register.state_of(found), markable.span.start
    if state is None or not is_without_owner(found, words, scene) or scene.told.get(state.key, 0) < here:
        return True
    return not any(at < here for at in scene.told.values()) and (not scene.towns or state.key in scene.towns)


# An organ that was named so many sentences back is still meant.
_LATELY = 2


def named_lately(found: Entry | None, words: str, markable: Markable, scene: Scene) -> Entry | None:
    """The one organ of that kind that a text has just named, where words tell not whose it is: "The IDF ... The army".

    found: that of the state that the text is about by its towns.
    """
    if found is None or not is_without_owner(found, words, scene):
        return None
    here = scene.trees.sentence(markable.first)
    near = takewhile(lambda one: here - scene.trees.sentence(one.seen[-1].first) <= _LATELY, scene.cast.recent())
    same = {one.entry.key: one.entry for one in near if one.entry is not None and one.entry.organ == found.organ}
    return next(iter(same.values())) if len(same) == 1 else None


def organ_of(owner: Entry, words: str, scene: Scene) -> Entry | None:
    """The organ of somebody that words without an owner name."""
    return scene.register.resolve(f"{owner.name}'s {words.removeprefix('the ').removeprefix('The ')}")


def movement_printing(scene: Scene) -> Entry | None:
    """The movement whose press prints a text."""
    printed = scene.printed.entry if scene.printed is not None else None
    owners = scene.register.chain(printed) if printed is not None and printed.kind == "outlet" else ()
    return owners[-1] if owners and owners[-1].kind in ("group", "force") else None
