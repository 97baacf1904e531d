"""Who is an office holder whom the next sentence lets speak under a name?

"... the town's police chief said. Colonel Ada Vale said the crowd had thrown stones": a report that has told an office says the
name alone when it goes on.
"""

from saidwho.grounding.actors.affiliations import belong_apart
from saidwho.grounding.actors.cast import Member
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


def next_to_speak(member: Member, scene: Scene) -> Member | None:
    """The person named soon after an office, of whom nothing else is told, and who speaks; None where that is not one alone."""
    last = max(member.markables, key=lambda m: m.first)
    if member.kind != "person" or last.lemma not in OFFICES or last.words[0] in ("a", "an", "another", "one", "former"):
        return None
    here, found = scene.trees.sentence(last.first), []
    for one in scene.cast.members:
        names = [m for m in one.markables if m.shape == "name" and len(m.words) > 1]
        if one.kind != "person" or not names or one not in scene.speakers:
            continue
        name = min(names, key=lambda m: m.first)
        away = scene.trees.sentence(name.first) - here
        if 0 < away <= _SOON and _is_told_nothing(one, name.past, scene) and not belong_apart(last, one, scene):
            found.append(one)
    return found[0] if len(found) == 1 else None


def _is_told_nothing(member: Member, past: int, scene: Scene) -> bool:
    """Whether a person has a rank at most, and no age or office behind the name. past: the token behind the name."""
    told = {word.strip(".") for word in role_words(member, scene.trees)}
    is_bare = all(word in HONORIFICS or ((known := noun(word)) is not None and known.lemma in HONORIFICS) for word in told)
    return is_bare and member.of is None and scene.trees.words[past : past + 1] not in ((",",), ("(",), ("of",))
