"""Who is it that a noun names with a name beside it: "the mayor, Ada Vale", "a monitoring group, the Qadim Rights Watch"?"""

from collections.abc import Sequence

from saidwho.grounding.actors.descriptions import KNOWN_AS
from saidwho.grounding.actors.first_phrase import ARTICLES, CLOSES
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.roles import ENVOYS
from saidwho.grounding.actors.trees import Trees
from saidwho.grounding.actors.vocabulary import HONORIFICS, noun

_KNOWN_AS = frozenset({("known", "as"), ("known", "only", "as"), ("identified", "as"), ("named",), ("called",), ("nicknamed",)})
# "A man who identified himself as Abu Siraj", "a spokesman, who uses the name Abu Siraj".
_OF_HIMSELF = frozenset({
    ("name", "as"), ("name", "only"), ("himself", "as"), ("herself", "as"), ("only", "as"), ("the", "name"), ("name", "of"),
    ("is", "called"), ("himself", "only"), ("calls", "himself"), ("calls", "herself"), ("named", "as"), ("name", "was"), ("name", "is"),
})  # fmt: skip
# Offices that a noun behind "of" belongs to, and no person: "chief of staff", "secretary of state".
_OFFICES = frozenset({"chief", "secretary", "minister", "head", "commander", "director", "chair", "governor", "mayor", "undersecretary"})


def apposed_person(role: Markable, inside: Sequence[Markable], trees: Trees) -> Markable | None:
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
        if not between or ("," in between and not CLOSES & set(between[_last(between, ",") :])):
            return name
        if between in _KNOWN_AS:
            return name
        is_told = bool({"who", "whose", ",", "giving"} & set(between)) and between[-2:] in _OF_HIMSELF
        if is_told or between[-2:] in (("himself", "as"), ("herself", "as")):
            return name
    return None


def _is_office_of_it(role: Markable, between: tuple[str, ...], name: Markable, trees: Trees) -> bool:
    """Whether between an office and a name stands only what the office is of, and a rank: "Army chief of staff General Ada Vale".

    So of an envoy, to whom he is sent: "ambassador to Vinland Ada Vale".
    """
    told = [word.strip(".") for word in between[1:]]
    is_full = len(name.words) > 1
    while told and (told[-1] in HONORIFICS):
        told.pop()
        is_full = True
    if told[:1] == ["the"] and len(told) > 1:
        told = told[1:]  # "head of the Belgorod region Ada Vale"
    fits = (between[:1] == ("of",) and role.lemma in _OFFICES) or (between[:1] == ("to",) and role.lemma in ENVOYS)
    is_of = fits and bool(told) and told[0] not in HONORIFICS and ARTICLES.isdisjoint(told) and "," not in between
    return is_of and is_full and all(word.isalpha() and word not in CLOSES and _is_no_person(word) for word in told)


def _is_no_person(word: str) -> bool:
    """Whether a word is no noun for a person: nobody is "chief of rebel leader Vale"."""
    found = noun(word)
    return found is None or found.kind != "person"


def _last(words: tuple[str, ...], word: str) -> int:
    return len(words) - 1 - words[::-1].index(word)


# Nouns for whoever runs something, which a firm may be as well as a person: "its manager Hellas Maritime".
_FIRMS_TOO = frozenset({"manager", "operator", "owner", "contractor", "agent"})


def apposed_body(role: Markable, inside: Sequence[Markable], trees: Trees) -> Markable | None:
    """The name of the body that a noun is, behind a comma or right behind: "a monitoring group, the Qadim Rights Watch,"."""
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
        if not between and (role.kind == "body" or (name.kind == "body" and role.lemma in _FIRMS_TOO)):
            return name
        if between[:1] != ("of",):
            return None
    return None


def named_apart(role: Markable, rest: Sequence[Markable]) -> Markable | None:
    """Who is named in a later piece of a source: "A commander of the brigade called it a lie. The commander, Ada Vale, ..."."""
    people = [m for m in rest if m.shape == "name" and m.kind == "person"]
    return people[0] if len(people) == 1 and role.shape == "nominal" and role.kind == "person" and not role.many else None
