"""Who is an office holder whom the next sentence lets speak under a name?

"... the town's police chief said. Colonel Ada Vale said the crowd had thrown stones": a report that has told an office says the
name alone when it goes on.
"""

from bisect import bisect_left
from collections.abc import Sequence

from saidwho.grounding.actors.affiliations import belong_apart
from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.roles import role_words
from saidwho.grounding.actors.scene import Scene
from saidwho.grounding.actors.vocabulary import HONORIFICS, noun

# Sentences behind the one with the office in which the name may come.
_SOON = 2
# Offices that somebody holds alone; there may be many doctors.
OFFICES = frozenset({
    "chief", "minister", "president", "premier", "governor", "mayor", "commissioner", "commander", "director", "head", "prosecutor",
    "ambassador", "envoy", "secretary", "chancellor", "prefect", "leader", "spokesperson", "chair", "headmaster", "principal", "coroner",
    "secretary-general", "inspector", "rapporteur", "bishop", "mediator",
})  # fmt: skip


def names_that_speak(scene: Scene) -> list[tuple[int, Markable, Member]]:
    """The people who speak and are named in full, each with the first such name and its sentence."""
    found = []
    for member in {one.number: one for one in scene.speakers}.values():
        names = [m for m in member.markables if m.shape == "name" and len(m.words) > 1]
        if member.kind == "person" and names:
            name = min(names, key=lambda m: m.first)
            found.append((scene.trees.sentence(name.first), name, member))
    return sorted(found, key=lambda one: one[1].first)


def next_to_speak(member: Member, named: Sequence[tuple[int, Markable, Member]], scene: Scene) -> Member | None:
    """The person named soon after an office, of whom nothing else is told; None where that is not one alone.

    named: those that speak, in the order of their names.
    """
    last = max(member.markables, key=lambda m: m.first)
    # "A spokesman" is one of several as well, who is named where he goes on.
    is_one_alone = last.lemma in OFFICES and last.words[0] not in ("a", "an", "another", "one", "former")
    if member.kind != "person" or not (is_one_alone or _is_spokesman(last)):
        return None
    here = scene.trees.sentence(last.first)
    soon = named[bisect_left(named, here + 1, key=lambda one: one[0]) : bisect_left(named, here + _SOON + 1, key=lambda one: one[0])]
    found = [one for _, name, one in soon if _is_told_nothing(one, name.past, scene) and not belong_apart(last, one, scene)]
    return found[0] if len(found) == 1 else None


def _is_spokesman(markable: Markable) -> bool:
    return markable.lemma == "spokesperson" and markable.words[0] in ("a", "an")


def _is_told_nothing(member: Member, past: int, scene: Scene) -> bool:
    """Whether a person has a rank at most, and no age or office behind the name. past: the token behind the name."""
    told = {word.strip(".") for word in role_words(member, scene.trees)}
    is_bare = all(word in HONORIFICS or ((known := noun(word)) is not None and known.lemma in HONORIFICS) for word in told)
    return is_bare and member.of is None and scene.trees.words[past : past + 1] not in ((",",), ("(",), ("of",))
