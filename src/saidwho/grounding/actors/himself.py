"""Whom does a pronoun stand for in what somebody says of himself?

"Vale said he had lost his sons"; "His country would not yield, he added"; "He saw long boxes, he says".
"""

from saidwho.grounding.actors.antecedents import may_stand_for
from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.markables import PRONOUNS, Markable
from saidwho.grounding.actors.scene import OF_HIMSELF, ONE_OF_SEVERAL, Scene
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

# Where "he" stands who speaks of himself; "calls him" is somebody else.
_OF_HIMSELF = frozenset({"nsubj", "nsubj:pass", "nmod:poss"})
# Words before "he" in which it is looked whether another fits.
_FAR = 80


def named_before(pronoun: Markable, around: Attribution | None, scene: Scene) -> tuple[Member, float] | None:
    """Who says the indirect speech that "he" stands in, unless it speaks of another before: "Vale said he had lost his sons".

    With how sure that is.
    around: in whose content the pronoun stands.
    """
    relation = scene.trees.tokens[pronoun.head].relation
    if around is None or scene.quoted[pronoun.first] or around.source[-1].end > pronoun.span.start or relation not in _OF_HIMSELF:
        return None
    choice = scene.chosen.get(around.source)
    if choice is None or choice.member is None or not may_stand_for(pronoun, choice.member):
        return None
    past = scene.trees.covering(around.source[-1])[1]
    others = (member for _, member in scene.near(past, pronoun.first) if member is not choice.member)
    return None if any(may_stand_for(pronoun, member) for member in others) else (choice.member, OF_HIMSELF)


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
    is_same = first is not None and PRONOUNS.get(first.words[0]) == PRONOUNS[pronoun.words[0]] and not scene.quoted[first.first]
    if first is None or member is None or not is_same:
        return None
    return member, ONE_OF_SEVERAL if _is_one_of_several(first, scene) else OF_HIMSELF


def _is_one_of_several(pronoun: Markable, scene: Scene) -> bool:
    """Whether a pronoun may stand for several of those that its sentence and the one before speak of."""
    before = scene.trees.first_of(scene.trees.sentence(pronoun.first) - 1)
    spoken_of = scene.near(max(before, pronoun.first - _FAR), pronoun.first)
    return len({member.number for _, member in spoken_of if may_stand_for(pronoun, member)}) > 1
