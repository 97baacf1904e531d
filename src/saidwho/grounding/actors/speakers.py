"""Which of the markables in a source is the one that speaks?

"a spokesman for Ada Vale" is the spokesman, "the mayor, Ada Vale" is Ada Vale, "Vale's campaign" is the campaign, and
"Vale's words" are Vale.
"""

from collections.abc import Sequence
from itertools import pairwise

from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.trees import Trees
from saidwho.types.document import Span

# Words after which a source names somebody else, or says more of the one named.
_CLOSES = frozenset({
    "of", "for", "at", "from", "in", "with", "on", "by", "to", "who", "whom", "whose", "which", "that", "as", "near", "under",
    "among", "inside", "outside", "about", "against", "during", "after", "before", "speaking", "citing", "quoting", "(", "–", "—", "--",
})  # fmt: skip
_ANDS = frozenset({"and", "&"})
_JOINS = _ANDS | {","}
_POSSESSIVES = frozenset({"'s", "'", "his", "her", "their", "its"})
_KNOWN_AS = frozenset({("known", "as"), ("known", "only", "as"), ("identified", "as"), ("named",), ("called",), ("nicknamed",)})
# "A man who identified himself as Abu Siraj", "a spokesman, who uses the name Abu Siraj".
_OF_HIMSELF = frozenset({
    ("name", "as"), ("name", "only"), ("himself", "as"), ("herself", "as"), ("only", "as"), ("the", "name"), ("name", "of"),
    ("is", "called"), ("himself", "only"), ("calls", "himself"), ("calls", "herself"), ("named", "as"), ("name", "was"), ("name", "is"),
})  # fmt: skip
_RELATIVE = frozenset({"who", "whom", "which", "that"})


def speaking_markables(source: tuple[Span, ...], around: Sequence[Markable], trees: Trees) -> tuple[Markable, ...]:
    """The markables that a source is about: one, or several that speak together; none where its words name nobody.

    around: the markables in the source, and those shortly before it, which a relative pronoun goes back to.
    """
    span = source[0]
    first, past = trees.covering(span)
    inside = [m for m in around if m.span.start >= span.start and m.span.end <= span.end]
    if past - first == 1 and trees.words[first] in _RELATIVE:
        found = _before_relative(first, around, trees)
        return (found,) if found else ()
    if not inside:
        return ()
    end = _core_end(first, past, inside, trees)
    core = [m for m in inside if m.first < end] or inside[:1]
    together = _joined(inside, end, trees)
    if len(together) > 1:
        return together
    speaking = _top(core, first, end, trees)
    return (_apposed(speaking, inside, trees) or speaking,)


def _core_end(first: int, past: int, inside: Sequence[Markable], trees: Trees) -> int:
    """The token just past the first phrase of a source: before a comma, a preposition or a clause outside of names."""
    in_name = {i for m in inside if m.shape == "name" for i in range(m.first, m.past)}
    for i in range(first + 1, past):
        if i in in_name:
            continue
        if trees.words[i] in _CLOSES or (trees.words[i] == "," and not _goes_on_listing(i, past, trees)):
            return i
    return past


def _goes_on_listing(comma: int, past: int, trees: Trees) -> bool:
    """Whether a comma stands in a list ("Vale, Dresh and Orlen") and not before more about somebody."""
    rest = trees.words[comma + 1 : past]
    return "and" in rest and "," not in rest[: rest.index("and")] and not {"the", "a", "an"} & set(rest[:1])


def _joined(inside: Sequence[Markable], end: int, trees: Trees) -> tuple[Markable, ...]:
    """Names joined by "and" or commas, perhaps with roles ("Vale and the mayor Ina Dresh"): they speak together.

    end: the token just past the first phrase; the first name must stand in it. What stands in brackets does not part them.
    """
    first = inside[0].first
    names = [m for m in inside if m.shape == "name" and not _depth(trees.words[first : m.first])]
    joined, has_and = names[:1], False
    if not joined or joined[0].first >= end:
        return ()
    for before, after in pairwise(names):
        between = _outside_brackets(trees.words[before.past : after.first])
        if not between or between[0] not in _JOINS or set(between) & (_CLOSES | _POSSESSIVES):
            break
        joined.append(after)
        has_and = has_and or bool(_ANDS & set(between))
    return tuple(joined) if has_and else ()


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


def _top(core: Sequence[Markable], first: int, end: int, trees: Trees) -> Markable:
    """The markable that the others in a phrase belong to: a person's name behind a noun, else by the syntax, else the last."""
    free = [m for m in core if not any(o is not m and o.first <= m.first and m.past < o.past for o in core)] or core
    if any(m.shape == "name" for m in free):  # "the shadow National Unity Government" is no shadow
        free = [m for m in free if m.kind is not None]
    people = [m for m in free if m.shape == "name" and m.kind == "person" and not _is_possessor(m, trees)]
    if people:
        return people[-1]
    behind = _named_behind(free)
    if behind is not None:
        return behind
    head = trees.head(first, end)
    with_head = [m for m in free if m.first <= head < m.past and not _is_possessor(m, trees)]
    return with_head[-1] if with_head else free[-1]


def _named_behind(free: Sequence[Markable]) -> Markable | None:
    """The name of a body right behind the noun that says what it is: "the state news agency Norrpress"."""
    for noun_phrase, name in pairwise(free):
        if noun_phrase.shape == "nominal" and noun_phrase.kind == "body" and name.shape == "name" and name.first == noun_phrase.past:
            return name
    return None


def _is_possessor(markable: Markable, trees: Trees) -> bool:
    return trees.words[markable.past : markable.past + 1] in (("'s",), ("'",))


def _apposed(role: Markable, inside: Sequence[Markable], trees: Trees) -> Markable | None:
    """The name of whom a role is, behind it: "the mayor, Ada Vale", "the mayor of Varnok, Col. Ina Dresh"."""
    if role.many or role.shape != "nominal":
        return None
    people = [m for m in inside if m.shape == "name" and m.kind == "person" and m.first >= role.past]
    for name in people:
        between = trees.words[role.past : name.first]
        if not between or ("," in between and not _CLOSES & set(between[_last(between, ",") :])):
            return name
        if between in _KNOWN_AS:
            return name
        is_told = bool({"who", "whose", ",", "giving"} & set(between)) and between[-2:] in _OF_HIMSELF
        if is_told or between[-2:] in (("himself", "as"), ("herself", "as")):
            return name
    return None


def _last(words: tuple[str, ...], word: str) -> int:
    return len(words) - 1 - words[::-1].index(word)


def _before_relative(pronoun: int, around: Sequence[Markable], trees: Trees) -> Markable | None:
    """Whom "who" goes back to: the noun its clause hangs on; else the markable right before it."""
    noun = trees.tokens[trees.tokens[pronoun].head].head
    before = [m for m in around if m.past <= pronoun and m.shape != "pronoun"]
    hung_on = [m for m in before if m.first <= noun < m.past]
    near = [m for m in before if pronoun - m.past <= 1]
    return next(iter(hung_on or near[::-1]), None)
