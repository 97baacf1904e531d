"""Which of the markables in a source speak together: "Vale and the mayor Ina Dresh", "police and medics"?"""

from collections.abc import Sequence
from itertools import pairwise

from saidwho.grounding.actors.first_phrase import ARTICLES, CLOSES, POSSESSIVES, is_possessor
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.trees import Trees

_ANDS = frozenset({"and", "&"})
# "Vinland, Kastria and other states" say it together.
_OTHERS = ("other",)
_JOINS = _ANDS | {","}


def joined_names(inside: Sequence[Markable], end: int, trees: Trees) -> tuple[Markable, ...]:
    """Names joined by "and" or commas, perhaps with roles ("Vale and the mayor Ina Dresh"): they speak together.

    end: the token just past the first phrase; the first name must stand in it. What stands in brackets does not part them.
    """
    first = inside[0].first
    names = [m for m in inside if (m.shape == "name" or m.words[:1] == _OTHERS) and not _depth(trees.words[first : m.first])]
    joined, has_and = [m for m in names[:1] if m.shape == "name"], False
    if joined and joined[0].first >= end and _presents_several(inside[0], joined[0], trees):
        end = joined[0].past
    if not joined or joined[0].first >= end:
        return ()
    for before, after in pairwise(names):
        between = _outside_brackets(trees.words[before.past : after.first])
        if not between or between[0] not in _JOINS or set(between) & (CLOSES | POSSESSIVES):
            break
        joined.append(after)
        has_and = has_and or bool(_ANDS & set(between))
    return tuple(joined) if has_and else ()


def _presents_several(noun_phrase: Markable, name: Markable, trees: Trees) -> bool:
    """Whether a noun for several stands right before the names of who they are: "Two groups, the Legion and the Volunteer Corps"."""
    return bool(noun_phrase.many) and trees.words[noun_phrase.past : name.first] in ((",",), (",", "the"))


def _depth(words: tuple[str, ...]) -> int:
    """How many brackets are open after words."""
    return words.count("(") - words.count(")")


def _outside_brackets(words: tuple[str, ...]) -> tuple[str, ...]:
    kept, depth = [], 0
    for word in words:
        depth += word == "("
        if not depth:
            kept.append(word)
        depth -= word == ")"
    return tuple(kept)


def joined_phrases(inside: Sequence[Markable], bounds: tuple[int, int], trees: Trees) -> tuple[Markable, ...]:
    """The two phrases of a source that "and" alone joins: "police and medics", "A diplomat and two security sources".

    bounds: the tokens of the source. A second noun for one person without an article is one person's other office.
    """
    first, past = bounds
    own = [m for m in inside if m.kind in ("person", "body", "group", "state") and m.shape != "pronoun"]
    free = [m for m in own if not any(o is not m and o.first <= m.first and m.past <= o.past for o in own)]
    if len(free) < 2 or free[0].first > first + 1 or trees.words[free[0].past : free[1].first] not in (("and",), ("and", "the")):
        return ()
    one, two = free[:2]
    ends = two.past >= past or trees.words[two.past] in CLOSES | {","}
    is_one_person = not one.many and two.kind == "person" and not two.many and trees.words[two.first] not in ARTICLES
    is_his = trees.words[two.first] in POSSESSIVES
    return (one, two) if ends and not is_his and not is_one_person and not is_possessor(one, trees) and not is_possessor(two, trees) else ()
