"""Which of the markables in a source is the one that speaks?

"a spokesman for Ada Vale" is the spokesman, "the mayor, Ada Vale" is Ada Vale, "Vale's campaign" is the campaign, and
"Vale's words" are Vale.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from saidwho.grounding.actors.apposed import apposed_body, apposed_person, named_apart
from saidwho.grounding.actors.first_phrase import is_possessor, past_first_phrase
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.together import joined_names, joined_phrases
from saidwho.grounding.actors.trees import Trees
from saidwho.types.document import Span

_SEVERAL = frozenset({"some", "several", "many", "most", "both", "dozens", "hundreds", "scores"})
_OWN = (("its",), ("their",), ("his",), ("her",))
_RELATIVE = frozenset({"who", "whom", "which", "that"})
# What stands before the speaker in a source that was read too wide: "VARNOK (AP) - ", "The deputy (Vale): ".
_DATELINE = re.compile(r"(?:[A-Z]{2}[^\n]{0,60}?\s[-–—]\s|[^\n,]{0,60}?:\s)(?=\S)")


def speaking_markables(source: tuple[Span, ...], around: Sequence[Markable], trees: Trees) -> tuple[Markable, ...]:
    """The markables that a source is about: one, or several that speak together; none where its words name nobody.

    around: the markables in the source, and those shortly before it, which a relative pronoun goes back to.
    """
    span = _without_dateline(source[0], trees.text)
    first, past = trees.covering(span)
    inside = [m for m in around if m.span.start >= span.start and m.span.end <= span.end]
    # "WHO" is a name.
    if past - first == 1 and trees.words[first] in _RELATIVE and not span.of(trees.text).isupper():
        found = _before_relative(first, around, trees)
        return (found,) if found else ()
    if not inside:
        return ()
    counted = _counted(first, inside, trees) or _one_of_own(first, inside, trees)
    if counted is not None:
        return (counted,)
    end = past_first_phrase(first, past, inside, trees)
    core = [m for m in inside if m.first < end] or inside[:1]
    together = joined_names(inside, end, trees) or joined_phrases(inside, (first, past), trees)
    if len(together) > 1:
        return together
    speaking = _top(core, first, end, trees)
    rest = [m for m in around for piece in source[1:] if piece.start <= m.span.start and m.span.end <= piece.end]
    return (apposed_person(speaking, inside, trees) or apposed_body(speaking, inside, trees) or named_apart(speaking, rest) or speaking,)


def _counted(first: int, inside: Sequence[Markable], trees: Trees) -> Markable | None:
    """Of whom a source counts several: the officials of "two of its officials"; "one of" is a single one."""
    several = trees.tokens[first].upos == "NUM" or trees.words[first] in _SEVERAL
    if not several or trees.words[first] == "one" or trees.words[first + 1 : first + 2] != ("of",):
        return None
    nouns = (m for m in inside if m.shape == "nominal" and m.kind is not None and m.many and m.first == first + 2)
    return next(nouns, None)


def _one_of_own(first: int, inside: Sequence[Markable], trees: Trees) -> Markable | None:
    """Of whose people a source is a single one: "its officers" of "one of its officers"."""
    if trees.words[first : first + 2] != ("one", "of") or trees.words[first + 2 : first + 3] not in _OWN:
        return None
    return next((m for m in inside if m.shape == "nominal" and m.kind in ("person", "group") and m.first == first + 2), None)


def _without_dateline(span: Span, text: str) -> Span:
    before = _DATELINE.match(text, span.start, span.end)
    return Span(start=before.end(), end=span.end) if before is not None and before.end() < span.end else span


def _top(core: Sequence[Markable], first: int, end: int, trees: Trees) -> Markable:
    """The markable that the others in a phrase belong to: a person's name behind a noun, else by the syntax, else the last."""
    free = [m for m in core if not any(o is not m and o.first <= m.first and m.past < o.past for o in core)] or core
    if any(m.shape == "name" for m in free):  # "the shadow National Unity Government" is no shadow
        free = [m for m in free if m.kind is not None]
    people = [m for m in free if m.shape == "name" and m.kind == "person" and not is_possessor(m, trees)]
    if people:
        return people[-1]
    behind = _named_behind(free)
    if behind is not None:
        return behind
    if free[0].shape == "nominal" and free[0].kind is not None and trees.words[free[0].past : free[0].past + 1] == ("of",):
        return free[0]  # "the navy of Sulana", whatever the parser takes for its head
    head = trees.head(first, end)
    with_head = [m for m in free if m.first <= head < m.past and not is_possessor(m, trees)]
    return with_head[-1] if with_head else free[-1]


def _named_behind(free: Sequence[Markable]) -> Markable | None:
    """The name of a body right behind the noun that says what it is: "the state news agency Norrpress"."""
    for noun_phrase, name in pairwise(free):
        if noun_phrase.shape == "nominal" and noun_phrase.kind == "body" and name.shape == "name" and name.first == noun_phrase.past:
            return name
    return None


def _with_place(before: Sequence[Markable], pronoun: int, trees: Trees) -> Markable | None:
    """The people before a body that they are of: "doctors at a hospital, who"."""
    for people, body in pairwise(before[-2:]):
        is_of = trees.words[people.past : people.past + 1] in _PLACES and body.kind not in ("person", "group")
        if is_of and people.kind in ("person", "group") and pronoun - body.past <= 1:
            return people
    return None


_PEOPLES = frozenset({"who", "whom"})
_PLACES = (("at",), ("of",), ("in",), ("from",), ("for",))


def _before_relative(pronoun: int, around: Sequence[Markable], trees: Trees) -> Markable | None:
    """Whom "who" goes back to: the noun its clause hangs on; else the markable right before it."""
    noun = trees.tokens[trees.tokens[pronoun].head].head
    before = [m for m in around if m.past <= pronoun and m.shape != "pronoun"]
    if trees.words[pronoun] in _PEOPLES:
        whole = _with_place(before, pronoun, trees)
        if whole is not None:
            return whole
    hung_on = [m for m in before if m.first <= noun < m.past]
    near = [m for m in before if pronoun - m.past <= 1]
    return next(iter(hung_on or near[::-1] or _saying_before(pronoun, before, trees)), None)


def _saying_before(pronoun: int, before: Sequence[Markable], trees: Trees) -> list[Markable]:
    """Who says what stands before a comma: "the airport was freed, the army said, which also announced"."""
    return [
        m for m in before[-1:] if pronoun - m.past in (2, 3) and trees.tokens[m.past].upos == "VERB" and trees.words[pronoun - 1] == ","
    ]
