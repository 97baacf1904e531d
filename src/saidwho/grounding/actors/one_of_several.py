"""Who is "one", "another" or "one of them" that speaks, where several were just spoken of?

"Two Kastrian officials said the gift was late. One said it was lost": a Kastrian official, of whom the two are.
"""

from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.scene import NEW, Choice, Scene
from saidwho.grounding.actors.vocabulary import noun

_ONE = frozenset({("one",), ("another",), ("the", "other")})
# Words that count several, or tell only that they are some.
_COUNTING = frozenset({
    "the", "these", "those", "some", "several", "many", "both", "all", "other", "a", "an", "of", "few", "couple", "group", "dozen",
    "dozens", "hundreds", "number",
})  # fmt: skip
# Sentences since they were spoken of.
_LATELY = 2


def one_of_several(markable: Markable, scene: Scene) -> Choice | None:
    """Somebody new who is one of those who were just spoken of; None where a phrase tells of no such one."""
    trees = scene.trees
    if markable.words not in _ONE or (trees.words[markable.past : markable.past + 1] == ("of",) and not _is_of_them(markable, scene)):
        return None
    group, phrase = _several(markable, scene)
    beside = _beside(markable, scene)
    if beside is None and phrase is None:
        return None
    member = scene.cast.new(kind="person")
    told = beside or phrase
    # "One of them" is called so: the words tell of whom.
    if told is not None and trees.words[markable.past : markable.past + 1] != ("of",):
        member.called = _called(told, scene)
        member.lemmas.add(told.lemma)
    member.of = group.of if group is not None else None
    return scene.put(markable, member, score=NEW, why="one of those just spoken of")


def _is_of_them(markable: Markable, scene: Scene) -> bool:
    return scene.trees.words[markable.past + 1 : markable.past + 2] in (("them",), ("these",), ("those",))


def _several(markable: Markable, scene: Scene) -> tuple[Member | None, Markable | None]:
    """Those just spoken of who are several people, and the noun phrase for them."""
    for member in scene.cast.recent():
        phrases = [m for m in member.seen if m.shape == "nominal" and m.many and m.past <= markable.first]
        last = phrases[-1] if phrases else None
        if last is None or scene.trees.sentence(markable.first) - scene.trees.sentence(member.seen[-1].first) > _LATELY:
            continue
        found = noun(scene.trees.words[last.head])
        is_people = found is not None and found.kind in ("person", "group") and found.many and noun(found.lemma) is not None
        if is_people and "\n" not in scene.text[last.span.end : markable.span.start]:
            return member, last
    return None, None


def _beside(markable: Markable, scene: Scene) -> Markable | None:
    """What one is said to be right behind: "One, | a carpenter, said"."""
    if scene.trees.words[markable.past : markable.past + 2] not in ((",", "a"), (",", "an")):
        return None
    found = next(iter(scene.beginning(markable.past + 1, markable.past + 2)), None)
    return found if found is not None and found.kind == "person" and found.shape == "nominal" else None


def _called(phrase: Markable, scene: Scene) -> str:
    """The words for one of several: "Kastrian official" for "two Kastrian officials"."""
    tokens, words = scene.trees.tokens, scene.trees.words
    before = [i for i in range(phrase.first, phrase.head) if words[i] not in _COUNTING and tokens[i].upos in ("ADJ", "NOUN", "PROPN")]
    found = noun(words[phrase.head])
    one = words[phrase.head] if found is None or not found.many else found.lemma
    return " ".join([*(tokens[i].span.of(scene.text) for i in before), one])
