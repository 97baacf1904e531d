"""Which of the markables in a source is the one that speaks?

"a spokesman for Ada Vale" is the spokesman, "the mayor, Ada Vale" is Ada Vale, "Vale's campaign" is the campaign, and
"Vale's words" are Vale.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from saidwho.grounding.actors.descriptions import KNOWN_AS
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.trees import Trees
from saidwho.grounding.actors.vocabulary import HONORIFICS, noun
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
    span = _without_dateline(source[0], trees.text)
    first, past = trees.covering(span)
    inside = [m for m in around if m.span.start >= span.start and m.span.end <= span.end]
    if past - first == 1 and trees.words[first] in _RELATIVE:
        found = _before_relative(first, around, trees)
        return (found,) if found else ()
    if not inside:
        return ()
    end = _core_end(first, past, inside, trees)
    core = [m for m in inside if m.first < end] or inside[:1]
    together = _joined(inside, end, trees) or _listed(inside, (first, past), trees)
    if len(together) > 1:
        return together
    speaking = _top(core, first, end, trees)
    rest = [m for m in around for piece in source[1:] if piece.start <= m.span.start and m.span.end <= piece.end]
    return (_apposed(speaking, inside, trees) or _apposed_body(speaking, inside, trees) or _named_apart(speaking, rest) or speaking,)


# What stands before the speaker in a source that was read too wide: "VARNOK (AP) - ", "The deputy (Vale): ".
_DATELINE = re.compile(r"(?:[A-Z]{2}[^\n]{0,60}?\s[-–—]\s|[^\n,]{0,60}?:\s)(?=\S)")


def _without_dateline(span: Span, text: str) -> Span:
    before = _DATELINE.match(text, span.start, span.end)
    return Span(start=before.end(), end=span.end) if before is not None and before.end() < span.end else span


def _named_apart(role: Markable, rest: Sequence[Markable]) -> Markable | None:
    """Who is named in a later piece of a source: "A commander of the brigade called it a lie. The commander, Ada Vale, ..."."""
    people = [m for m in rest if m.shape == "name" and m.kind == "person"]
    return people[0] if len(people) == 1 and role.shape == "nominal" and role.kind == "person" and not role.many else None


def _listed(inside: Sequence[Markable], bounds: tuple[int, int], trees: Trees) -> tuple[Markable, ...]:
    """The two phrases of a source that "and" alone joins: "police and medics", "A diplomat and two security sources".

    bounds: the tokens of the source. A second noun for one person without an article is one person's other office.
    """
    first, past = bounds
    own = [m for m in inside if m.kind in ("person", "body", "group", "state") and m.shape != "pronoun"]
    free = [m for m in own if not any(o is not m and o.first <= m.first and m.past <= o.past for o in own)]
    if len(free) < 2 or free[0].first > first + 1 or trees.words[free[0].past : free[1].first] not in (("and",), ("and", "the")):
        return ()
    one, two = free[:2]
    ends = two.past >= past or trees.words[two.past] in _CLOSES | {","}
    is_one_person = not one.many and two.kind == "person" and not two.many and trees.words[two.first] not in _ARTICLES
    is_his = trees.words[two.first] in _POSSESSIVES
    return (
        (one, two) if ends and not is_his and not is_one_person and not _is_possessor(one, trees) and not _is_possessor(two, trees) else ()
    )


_ARTICLES = frozenset({"the", "a", "an", "another", "one", "his", "her", "its", "their"})


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
    if joined and joined[0].first >= end and _presents_several(inside[0], joined[0], trees):
        end = joined[0].past
    if not joined or joined[0].first >= end:
        return ()
    for before, after in pairwise(names):
        between = _outside_brackets(trees.words[before.past : after.first])
        if not between or between[0] not in _JOINS or set(between) & (_CLOSES | _POSSESSIVES):
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
        in_brackets = "(" in between[-2:] and trees.words[name.past : name.past + 1] == (")",)
        if in_brackets or _is_office_of_it(role, between, name, trees):
            return name
        between = between[1:] if between[1:2] in (("known",), ("named",), ("called",), ("nicknamed",)) else between
        while between and between[-1].strip(".") in HONORIFICS and len(between) > 1:
            between = between[:-1]
        if not between or ("," in between and not _CLOSES & set(between[_last(between, ",") :])):
            return name
        if between in _KNOWN_AS:
            return name
        is_told = bool({"who", "whose", ",", "giving"} & set(between)) and between[-2:] in _OF_HIMSELF
        if is_told or between[-2:] in (("himself", "as"), ("herself", "as")):
            return name
    return None


# Offices that a noun behind "of" belongs to, and no person: "chief of staff", "secretary of state".
_OFFICES = frozenset({"chief", "secretary", "minister", "head", "commander", "director", "chair", "governor", "mayor", "undersecretary"})


def _is_office_of_it(role: Markable, between: tuple[str, ...], name: Markable, trees: Trees) -> bool:
    """Whether between an office and a name stands only what the office is of, and a rank: "Army chief of staff General Ada Vale"."""
    told = [word.strip(".") for word in between[1:]]
    is_full = len(name.words) > 1
    while told and (told[-1] in HONORIFICS):
        told.pop()
        is_full = True
    is_of = between[:1] == ("of",) and bool(told) and told[0] not in HONORIFICS and _ARTICLES.isdisjoint(told) and "," not in between
    return (
        is_of
        and is_full
        and role.lemma in _OFFICES
        and all(word.isalpha() and word not in _CLOSES and _is_no_person(word) for word in told)
    )


def _is_no_person(word: str) -> bool:
    """Whether a word is no noun for a person: nobody is "chief of rebel leader Vale"."""
    found = noun(word)
    return found is None or found.kind != "person"


def _apposed_body(role: Markable, inside: Sequence[Markable], trees: Trees) -> Markable | None:
    """The name of the body that a noun is, behind a comma: "a monitoring group, the Qadim Rights Watch,"."""
    if role.many or role.shape != "nominal" or role.kind == "document":
        return None
    for name in inside:
        if name.shape != "name" or name.kind not in ("body", "state") or name.first < role.past:
            continue
        between, behind = trees.words[role.past : name.first], trees.words[name.past : name.past + 1]
        if between in KNOWN_AS and name.kind == "body":
            return name
        between = between[:-1] if between[-1:] == ("the",) else between
        is_beside = between == (",",) or (between[:1] == ("of",) and between[-1:] == (",",) and between.count(",") == 1)
        closes = name.span.end == inside[-1].span.end or behind in ((",",), (".",))
        if is_beside and closes and trees.words[name.past : name.past + 2] != (",", "and"):
            return name
        if not between and role.kind == "body" and name.kind == "body":
            return name
        if between[:1] != ("of",):
            return None
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
