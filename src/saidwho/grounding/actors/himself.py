"""Whom does a pronoun stand for in what somebody says of himself?

"Vale said he had lost his sons"; "His country would not yield, he added"; "He saw long boxes, he says".
"""

from collections.abc import Iterable, Iterator

from saidwho.grounding.actors.antecedents import may_stand_for
from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.markables import PRONOUNS, Markable
from saidwho.grounding.actors.scene import OF_HIMSELF, ONE_OF_SEVERAL, Scene
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

# Where "he" stands who speaks of himself; "calls him" is somebody else.
_PASSIVE = "nsubj:pass"
_OF_HIMSELF = frozenset({"nsubj", _PASSIVE, "nmod:poss"})
# What nobody can tell of himself, and what is told of others as well.
_OF_THE_DEAD = frozenset({"killed", "buried", "executed", "hanged", "beheaded", "assassinated", "murdered"})
_HARMED = _OF_THE_DEAD | {"wounded", "injured", "shot", "arrested", "detained", "captured", "jailed", "charged", "convicted", "sentenced"}
_NEW = frozenset({"a", "an", "another", "one"})
# Who speaks for another.
_FOR_OTHERS = frozenset({"spokesperson", "lawyer"})
# Words before "he" in which it is looked whether another fits.
_FAR = 80


def named_before(pronoun: Markable, around: Attribution | None, scene: Scene) -> tuple[Member, float] | None:
    """Who says the indirect speech that "he" stands in, unless it speaks of another before: "Vale said he had lost his sons".

    With how sure that is.
    around: in whose content the pronoun stands.
    """
    speaker = _telling(pronoun, around, scene)
    if around is None or speaker is None or telling_of_another(pronoun, around, scene) is not None:
        return None
    past = scene.trees.covering(around.source[-1])[1]
    if _fits_another(pronoun, speaker, scene.near(past, pronoun.first)) or _is_done_to(pronoun, _HARMED, scene):
        return None
    first = scene.trees.covering(around.source[0])[0]
    # "A doctor", of whom nothing is told yet, may speak of the one who is told of.
    is_new = pronoun.kind == "person" and not speaker.is_named and scene.trees.words[first] in _NEW
    return None if is_new and _fits_another(pronoun, speaker, _subjects_before(first, scene)) else (speaker, OF_HIMSELF)


def telling_of_another(pronoun: Markable, around: Attribution | None, scene: Scene) -> Member | None:
    """Who says the indirect speech that "he" stands in and is not meant: he tells of the dead, or speaks for another.

    "A spokesman said he was killed"; "His lawyer said he had been beaten"; "Ranek led the cell. A spokesman said he had fled".
    """
    speaker = _telling(pronoun, around, scene)
    if around is None or speaker is None or pronoun.kind != "person":
        return None
    if _is_done_to(pronoun, _OF_THE_DEAD, scene):
        return speaker
    first, past = scene.trees.covering(around.source[0])
    is_for_others = not _FOR_OTHERS.isdisjoint(speaker.lemmas)
    if is_for_others or not speaker.is_named:
        inside = (pair for pair in scene.near(first, past) if _is_surely_person(*pair))
        owners = (pair for pair in inside if is_for_others or scene.trees.tokens[pair[0].head].relation == "nmod:poss")
        if _fits_another(pronoun, speaker, owners):
            return speaker
    is_of_another = is_for_others and not speaker.is_named and _fits_another(pronoun, speaker, _subjects_before(first, scene))
    return speaker if is_of_another else None


def _is_done_to(pronoun: Markable, verbs: frozenset[str], scene: Scene) -> bool:
    """Whether one of some verbs tells what was done to whom a pronoun stands for."""
    token = scene.trees.tokens[pronoun.head]
    return pronoun.kind == "person" and token.relation == _PASSIVE and scene.trees.words[token.head] in verbs


def _is_surely_person(markable: Markable, member: Member) -> bool:
    """Whether words in a source surely stand for a person; a state that no table knows may be taken for one."""
    return markable.shape == "pronoun" or member.gender is not None


def _telling(pronoun: Markable, around: Attribution | None, scene: Scene) -> Member | None:
    """Who says the indirect speech that a pronoun stands in, and fits it."""
    relation = scene.trees.tokens[pronoun.head].relation
    if around is None or scene.quoted[pronoun.first] or around.source[-1].end > pronoun.span.start or relation not in _OF_HIMSELF:
        return None
    choice = scene.chosen.get(around.source)
    return choice.member if choice is not None and choice.member is not None and may_stand_for(pronoun, choice.member) else None


def said_behind(pronoun: Markable, around: Attribution | None, scene: Scene) -> tuple[Span, ...]:
    """What "his" stands in where "he" says it behind: "His country would not yield, he added"; else nothing."""
    if around is None or scene.quoted[pronoun.first] or around.source[0].start < pronoun.span.end:
        return ()
    kind = PRONOUNS.get(around.source[0].of(scene.text).lower())
    return around.content if kind is not None and kind == PRONOUNS[pronoun.words[0]] else ()


def told_before(pronoun: Markable, said: tuple[Span, ...], scene: Scene) -> tuple[Member, float] | None:
    """Whom "he" is in what "he" says before it, where no other is spoken of first: "He saw long boxes, he says".

    With how sure that is: less where the sentence before speaks of another man: "Asker attacked Vale. He was a liar, he said".
    """
    inside = (pair for span in said for pair in scene.near(*scene.trees.covering(span)))
    fitting = (pair for pair in inside if pair[0].past <= pronoun.first and may_stand_for(pronoun, pair[1]))
    first, member = next(fitting, (None, None))
    if first is None or member is None or first.shape != "pronoun" or scene.quoted[first.first]:
        return None
    if PRONOUNS[first.words[0]] != PRONOUNS[pronoun.words[0]]:
        return None
    return member, ONE_OF_SEVERAL if _is_one_of_several(first, scene) else OF_HIMSELF


def _is_one_of_several(pronoun: Markable, scene: Scene) -> bool:
    """Whether a pronoun may stand for several of those that its sentence and the one before speak of."""
    spoken_of = _shortly_before(pronoun.first, scene)
    return len({member.number for _, member in spoken_of if may_stand_for(pronoun, member)}) > 1


def _fits_another(pronoun: Markable, speaker: Member, spoken_of: Iterable[tuple[Markable, Member]]) -> bool:
    return any(member is not speaker and may_stand_for(pronoun, member) for _, member in spoken_of)


def _subjects_before(token: int, scene: Scene) -> Iterator[tuple[Markable, Member]]:
    """Of whom the words before a token tell: "Ranek led the cell. A spokesman said"."""
    return (pair for pair in _shortly_before(token, scene) if scene.trees.relation(pair[0].head).startswith("nsubj"))


def _shortly_before(token: int, scene: Scene) -> list[tuple[Markable, Member]]:
    """Who is spoken of before a token in its sentence and in the one before."""
    before = scene.trees.first_of(scene.trees.sentence(token) - 1)
    return scene.near(max(before, token - _FAR), token)
