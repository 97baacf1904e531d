"""Who is "one", "another" or "one of them" that speaks, where several were just spoken of?

"Two Kastrian officials said the gift was late. One said it was lost": a Kastrian official, of whom the two are.
"The brigade lost 40 men, one of its officers said": one of those of the brigade.
"""

from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.owners import Owners
from saidwho.grounding.actors.scene import NEW, Choice, Scene
from saidwho.grounding.actors.vocabulary import noun
from saidwho.types.document import Span

_ONE = frozenset({("one",), ("another",), ("the", "other")})
# Words that count several, or tell only that they are some.
_COUNTING = frozenset({
    "the", "these", "those", "some", "several", "many", "both", "all", "other", "a", "an", "of", "few", "couple", "group", "dozen",
    "dozens", "hundreds", "number",
})  # fmt: skip
_ONE_OF, _OWN = ("one", "of"), frozenset({"its", "their", "his", "her"})
# Sentences since they were spoken of.
_LATELY = 2
# The last to speak, of whom one may be another of several.
_SPOKE = 3


def one_of_several(markable: Markable, scene: Scene) -> Choice | None:
    """Somebody new who is one of those who were just spoken of; None where a phrase tells of no such one."""
    trees = scene.trees
    if markable.words not in _ONE or (trees.words[markable.past : markable.past + 1] == ("of",) and not _is_of_them(markable, scene)):
        return None
    first = _one_before(markable, scene)
    if first is not None:
        member = scene.cast.new(kind="person")
        member.called, member.of = first.called, first.of
        member.lemmas |= first.lemmas
        return scene.put(markable, member, score=NEW, why="another of those one of whom spoke")
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


def one_of_own(markable: Markable, said: tuple[Span, ...], scene: Scene, owners: Owners) -> Choice | None:
    """Somebody new who is one of somebody's people: "one of its officers". said: what he says."""
    trees, first = scene.trees, markable.first
    if first < len(_ONE_OF) or trees.words[first - len(_ONE_OF) : first] != _ONE_OF or trees.words[first] not in _OWN:
        return None
    member = scene.cast.new(kind="person")
    member.called = trees.span(first - len(_ONE_OF), markable.past).of(scene.text)
    member.lemmas.add(markable.lemma)
    member.of = _subject_told(markable, said, scene) or owners.whose(markable)
    return scene.put(markable, member, score=NEW, why="one of somebody's people")


def _subject_told(markable: Markable, said: tuple[Span, ...], scene: Scene) -> Member | None:
    """Who is the subject of what one says before the words for him: "The brigade lost 40 men, | one of its officers said"."""
    trees = scene.trees
    if not said or said[0].start > markable.span.start:
        return None
    first, past = trees.covering(said[0])
    verb = trees.head(first, past)
    of_person = trees.words[markable.first] in ("his", "her")
    subjects = [
        owner for m, owner in scene.near(first, past) if trees.is_subject(m.head) and trees.tokens[m.head].head == verb and m.past <= past
    ]
    return next((owner for owner in subjects if (owner.kind == "person") == of_person), None)


def _one_before(markable: Markable, scene: Scene) -> Member | None:
    """The "one" that has just spoken, where "another" speaks: "One said soldiers had fired; | another | had seen nobody"."""
    if markable.words == ("one",) or scene.trees.words[markable.past : markable.past + 1] == ("of",):
        return None
    for speaker in reversed(scene.speakers[-_SPOKE:]):
        last = speaker.seen[-1] if speaker.seen else None
        is_near = last is not None and scene.trees.sentence(markable.first) - scene.trees.sentence(last.first) <= _LATELY
        if last is not None and last.words in _ONE and is_near and speaker.called and speaker.kind == "person" and not speaker.is_named:
            return speaker
    return None


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
