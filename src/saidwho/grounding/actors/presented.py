"""Who is presented by name after he was spoken of?

"... a woman in a blanket said. She gave her name as Hodan"; "A sergeant says he was on the roof. Viktor Lamb, 26, showed us his card": a
report that has told what somebody is tells in the same breath how he is called.
"""

import re

from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.scene import Scene

# How sure it is.
CALLED, PRESENTED = 0.9, 0.8
# Words right before a name by which somebody is called so.
_CALLED = re.compile(
    r"\b(?:names? (?:is|was|(?:only |just )?as)|call(?:s|ed|ing)? (?:him|her)(?:self)?|to be called|goes by(?: the name(?: of)?)?|"
    r"(?:known|identified|introduced|identifies|introduces)(?: (?:him|her)self)?(?: to us| here)?(?: only| just| simply)? as)"
    r"\s+(?:only |just |simply )?[“\"'‘]?$"
)
# Characters before a name in which these stand, and words before it in which he is spoken of whom they tell of.
_REACH, _NEAR = 60, 40
# Behind a name: how old somebody is, and what he does who tells of himself or is met; of the dead it is told as well.
_AGE = re.compile(
    r",\s+(?:aged\s+)?\d{1,2},\s+(?:showed|shows|showing|told|tells|recalled|recalls|pointed|points|shrugged|nodded|laughed|wept|watched|saw|heard|"
    r"remembers?|remembered|said|says|stood|stands|sat|sits|had (?:been|seen|come|watched)|was (?:at|in|on|there)|lives|"
    r"lived|works|worked|runs|ran|keeps|kept|serves|served|fled|drives|drove|counted|hid)\b"
)
# Sentences, and words, before the one that presents somebody, in which he was spoken of. Words of a name with a surname.
_SENTENCES, _WORDS, _FULL = 2, 120, 2


def presented(scene: Scene) -> dict[int, tuple[Member, float, str]]:
    """Members without a name, by their numbers: each with the one that bears the name told of him, how sure that is, and why."""
    trees = scene.trees
    chosen = [(choice.member, source[0]) for source, choice in scene.chosen.items() if choice.member is not None and source]
    says = {(member.number, trees.sentence(trees.covering(source)[0])) for member, source in chosen}
    found: dict[int, tuple[Member, float, str]] = {}
    for member in scene.cast.members:
        name = min((m for m in member.markables if m.shape == "name"), key=lambda m: m.first, default=None)
        if member.kind != "person" or name is None:
            continue
        one, score, why = _called_so(name, scene), CALLED, "who is called so"
        if one is None and (member.number, trees.sentence(name.first)) not in says:
            one, score, why = _just_told_of(member, name, scene), PRESENTED, "who is presented right after"
        if one is not None and _may_be(one, member):
            found.setdefault(one.number, (member, score, why))
    return found


def _called_so(name: Markable, scene: Scene) -> Member | None:
    """Who is called by a name, by the words before it in its sentence."""
    if not _CALLED.search(scene.text[max(0, name.span.start - _REACH) : name.span.start]):
        return None
    here = scene.trees.sentence(name.first)
    near = [m for m in scene.beginning(max(0, name.first - _NEAR), name.first) if scene.trees.sentence(m.first) == here]
    person = next((m for m in reversed(near) if m.kind == "person"), None)
    return scene.cast.at(person.span) if person is not None else None


def _just_told_of(member: Member, name: Markable, scene: Scene) -> Member | None:
    """The one person without a name who spoke right before a sentence that begins with a full name and an age.

    Nobody where another person is named there, or the name stands before.
    """
    if not _AGE.match(scene.text, name.span.end) or not scene.opens_line(name) or len(name.words) < _FULL:
        return None
    here = scene.trees.sentence(name.first)
    before = scene.near(max(0, name.first - _WORDS), name.first)
    people = {one.number: one for m, one in before if one.kind == "person" and scene.trees.sentence(m.first) >= here - _SENTENCES}
    speaking = [one for one in people.values() if one.many is not True and scene.spoken[one.number]]
    is_told_of_one = len(speaking) == 1 and not any(one.is_named for one in people.values())
    return speaking[0] if is_told_of_one else None


def _may_be(described: Member, named: Member) -> bool:
    """Whether nothing told of two speaks against their being one."""
    return described is not named and not described.is_named and not {"m", "f"} <= {described.gender, named.gender}
