"""Who of those that their texts only point at is none of those that are counted?

"The pipeline consortium" or "the town's chief engineer" may be whom the text names elsewhere. Where nobody that is counted for the claim
may be meant, it is one of its own.
"""

from collections.abc import Iterable, Sequence

from saidwho.linking.origins.said import Said
from saidwho.linking.parties import known_as
from saidwho.linking.scenes import Scene
from saidwho.linking.standing.descriptions import kind_spoken_for
from saidwho.linking.standing.phrases import POSSESSIVE, Phrase, phrase_of
from saidwho.text.issuing import PRESS

_BODIES = ("kind", "sole", "members")
_HOLDERS = ("speaks", "agent", "holder")
# How words open that point at one; "this newspaper" is whoever prints.
_ONE = frozenset(["the", "its", "his", "her", "their"])
# Nouns of those who are counted as somebody else, or as nobody.
_OTHERS = ("thing", "press", "talk", "people", "official", "rank", "post", "fighter", "side", "label", "staff", "kin", "onlooker")
_ANYBODY = frozenset(["first", "second", "third", "last", "latter", "former", "same", "rest", "other", "west", "east", "country", "state"])


def of_none_counted(groups: Iterable[Sequence[Said]], counted: Iterable[Sequence[Said]], scene: Scene) -> list[Sequence[Said]]:
    """Those who are none of the counted, one body and one person at most: two words may be for one. groups: of sources that stay open."""
    known = [one for group in counted for one in group]
    found: dict[bool, Sequence[Said]] = {}
    for group in sorted(groups, key=lambda group: group[0].voice.id):
        told = phrase_of(group[0].standing.name)
        if group[0].voice.speaker is not None and _is_one(told) and not any(_may_be(group[0], one, scene) for one in known):
            found.setdefault(_is_body(told), group)
    return list(found.values())


def _is_one(phrase: Phrase) -> bool:
    """Whether words tell a body, or one who holds a place, that is one alone."""
    if phrase.name or phrase.is_plural or not phrase.noun or not (phrase.opening in _ONE or phrase.owner):
        return False
    # "The porter" is anybody; "the political agent of Lorn" is one.
    is_told = bool(phrase.before or phrase.owner) or phrase.behind.startswith("of ")
    is_somebody = is_told and not phrase.is_of(*_OTHERS) and phrase.noun not in _ANYBODY and not PRESS.search(phrase.noun)
    return is_somebody or phrase.is_of(*_BODIES, *_HOLDERS)


def _is_body(phrase: Phrase) -> bool:
    return phrase.is_of(*_BODIES) and not phrase.is_of(*_HOLDERS)


def _may_be(pointing: Said, one: Said, scene: Scene) -> bool:
    """Whether one who is counted may be whom words point at: a company is no state, and no state disposes of a foreman or a pilot.

    "Her office" may be anybody's, and "the head of the mission" speaks for the mission.
    """
    phrase, party = phrase_of(pointing.standing.name), one.voice.speaker
    if phrase.opening in POSSESSIVE:
        return True
    is_of_state = one.root in scene.states or one.root.startswith("state:")
    # Who speaks for a body may be of what words point at.
    is_person = party is not None and party.kind == "person" and one.root == f"name:{known_as(party)}"
    if _is_body(phrase) or any(map(kind_spoken_for, (phrase.words, pointing.voice.source))):
        return not (is_of_state or is_person)
    return not is_of_state or (phrase.is_of("speaks") and not phrase.is_of("agent", "holder"))
