"""Whom does a pronoun stand for in what somebody says of himself?

"Vale said he had lost his sons"; "His country would not yield, he added"; "He saw long boxes, he says".
"""

from saidwho.grounding.actors.antecedents import may_stand_for
from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.markables import PRONOUNS, Markable
from saidwho.grounding.actors.scene import Scene
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

# Where "he" stands who speaks of himself; "calls him" is somebody else.
_OF_HIMSELF = frozenset({"nsubj", "nsubj:pass", "nmod:poss"})


def named_before(pronoun: Markable, around: Attribution | None, scene: Scene) -> Member | None:
    """Who says the indirect speech that "he" stands in, unless it speaks of another before: "Vale said he had lost his sons".

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
    return None if any(may_stand_for(pronoun, member) for member in others) else choice.member


def said_behind(pronoun: Markable, around: Attribution | None, scene: Scene) -> tuple[Span, ...]:
    """What "his" stands in where "he" says it behind: "His country would not yield, he added"; else nothing."""
    if around is None or scene.quoted[pronoun.first] or around.source[0].start < pronoun.span.end:
        return ()
    kind = PRONOUNS.get(around.source[0].of(scene.text).lower())
    return around.content if kind is not None and kind == PRONOUNS[pronoun.words[0]] else ()


def told_before(pronoun: Markable, said: tuple[Span, ...], scene: Scene) -> Member | None:
    """Whom "he" is in what "he" says before it, where no other is spoken of first: "He saw long boxes, he says"."""
    inside = (pair for span in said for pair in scene.near(*scene.trees.covering(span)))
    fitting = (pair for pair in inside if pair[0].past <= pronoun.first and may_stand_for(pronoun, pair[1]))
    first, member = next(fitting, (None, None))
    is_same = first is not None and PRONOUNS.get(first.words[0]) == PRONOUNS[pronoun.words[0]] and not scene.quoted[first.first]
    return member if is_same else None
