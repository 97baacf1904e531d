"""Whose is an organ without an owner, in a sentence that tells of an attack and of what of it was stopped?

"Russia had fired 41 missiles and 34 of them were intercepted, the air force said": whoever fired them did not intercept them. So it is
an organ of whom the sentence says that they were fired at, or left open.
"""

import re
from collections.abc import Iterator

from saidwho.grounding.actors.at_home import is_without_owner, organ_of
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.scene import Scene
from saidwho.grounding.register.entries import Entry
from saidwho.text.sending import SENT

_STOPPED = re.compile(
    r"\b(?:(?:shot|shooting|shoot|brought|bringing) down|downed|intercept(?:ed|ing|ions?)?|neutrali[sz]ed|repelled|lost from radars?|"
    r"(?:fell|landed) in (?:open|uninhabited) (?:areas?|fields?)|"
    r"(?:them|which|these|all|most|drones|missiles|rockets|UAVs) (?:were|was|had been) destroyed)\b",
    re.IGNORECASE,
)
_NAME = r"([A-Z][\w-]+(?:\s[A-Z][\w-]+)*)"
_SENDS = rf"(?:{'|'.join(sorted(SENT))})"
# "Russia had fired 41 missiles", "Russian forces attacked Ukraine"; "90 drones fired overnight by Russia", "fired from Lebanon".
_SENDER = re.compile(
    rf"{_NAME}(?:['’]s)?(?:\s(?:forces|troops|army|military|aircraft|jets|warplanes))?\s(?:(?:has|had|have|also|again)\s){{0,2}}"
    rf"(?:{_SENDS}|attacked|bombarded|targeted)\b|\b{_SENDS}\s(?:\w+\s){{0,3}}?(?:by|from)\s(?:the\s)?{_NAME}"
)
_AIMED_AT = re.compile(
    rf"\b(?:at|against|towards?|on|attacked|targeted)\s(?:the\s)?(?:(?:northern|southern|eastern|western|central)\s)?{_NAME}"
)


def who_stopped(found: Entry | None, markable: Markable, scene: Scene) -> Entry | None:
    """The organ that a phrase without an owner means. found: the one taken for it, which is given back where nothing speaks against it."""
    state = scene.register.state_of(found) if found is not None and found.organ is not None else None
    if found is None or state is None:
        return found
    said, words = " ".join(scene.trees.sentences_around(markable.first)), markable.span.of(scene.text)
    if not _STOPPED.search(said) or not is_without_owner(found, words, scene):
        return found
    if all(one.key != state.key for one in _states(_SENDER, said, scene)):
        return found
    aimed_at = {one.key: one for one in _states(_AIMED_AT, said, scene) if one.key != state.key}
    if len(aimed_at) != 1:
        return None
    (other,) = aimed_at.values()
    return organ_of(other, words, scene)


def _states(pattern: re.Pattern[str], said: str, scene: Scene) -> Iterator[Entry]:
    """The states of what a pattern finds named in a sentence."""
    for match in pattern.finditer(said):
        name = next((name for name in match.groups() if name), "")
        entry = scene.register.resolve(name)
        state = scene.register.state_of(entry) if entry is not None else None
        if state is not None:
            yield state
