"""What is a person said to be, right before or after the name?"""

import re
from collections.abc import Sequence

from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.trees import Trees
from saidwho.grounding.actors.vocabulary import HONORIFICS, OF_RANKS, OFFICES, noun
from saidwho.types.document import Span

# What a role after a name may go on with: "a spokesman for the army", "head of the agency".
_GOES_ON = frozenset({"of", "for", "to", "at", "in", "with", "'s", "the", "and", "&"})
# Who is sent to somebody: "ambassador to Vinland Ada Vale".
ENVOYS = frozenset({"ambassador", "envoy", "representative"})
_ARTICLE = re.compile(r"(?:the|a|an|his|her|its|their|our|my)\s+", re.IGNORECASE)
# Words; a role is no longer.
_LONGEST = 14


def note_role(member: Member, markable: Markable, trees: Trees) -> None:
    """Keep the role given beside a person's name, with the nouns in it; the first one the text gives stays."""
    for i in range(markable.first, markable.past):  # names may hold a title: "Mayor Ada Vale"
        found = noun(trees.words[i])
        if found and found.kind == "person":
            member.lemmas.add(found.lemma)
    before, after = role_before(markable, trees), role_after(markable, trees)
    is_rank = before is not None and all(word.strip(".").lower() in HONORIFICS for word in before.of(trees.text).split())
    role = after or before if is_rank else before or after
    if role is None:
        return
    member.role = member.role or role
    _note_nouns(member, role, trees)


def note_role_beside(member: Member, markable: Markable, name: Markable, trees: Trees) -> None:
    """Keep the noun phrase that a name stands behind, across a comma: "the mayor of Varnok" of "the mayor of Varnok, Ada Vale"."""
    past = next((i for i in range(markable.past, name.first) if trees.words[i] in (",", "(")), None)
    role = _role(trees, markable.first, past) if past is not None else None
    if role is None:
        return
    known = [word.strip(".") for word in member.role.of(trees.text).lower().split()] if member.role else []
    words = role.of(trees.text).lower().split()
    if all(word in HONORIFICS or word in OF_RANKS or word in words for word in known):
        member.role = role
        _note_nouns(member, role, trees)


def _note_nouns(member: Member, role: Span, trees: Trees) -> None:
    """Keep the nouns of a role, and what they tell of who bears it."""
    first, past = trees.covering(role)
    # "The prime minister's spokesman" is no minister.
    first = next((i + 1 for i in range(past - 1, first - 1, -1) if trees.words[i] in ("'s", "'")), first)
    for i in range(first, past):
        found = noun(trees.words[i])
        if found and found.kind == "person":
            member.lemmas.add(found.lemma)
            member.gender = member.gender or found.gender
    if "prime minister" in " ".join(trees.words[first:past]):
        member.lemmas.add("premier")


def role_words(member: Member, trees: Trees) -> set[str]:
    """The words of a person's role and of what stands beside the name, and the nouns the person is spoken of by, in lower case."""
    told = set(own_words(member.role.of(trees.text).lower().replace("’", "'").split())) if member.role else set()
    return told | member.lemmas | member.told


def own_words(words: Sequence[str]) -> Sequence[str]:
    """The words of a noun phrase without those for the person whose somebody is: "spokesman" of "the president's spokesman"."""
    for i in range(len(words) - 1, -1, -1):
        if words[i].endswith("'s"):
            whose = noun(words[i].removesuffix("'s") or words[i - 1])
            return words[i + 1 :] if whose is not None and whose.kind == "person" else words
    return words


def role_before(markable: Markable, trees: Trees) -> Span | None:
    """ "White House spokesperson" of "White House spokesperson John Kirby", without an article."""
    first = markable.first
    while first > 0 and markable.first - first < _LONGEST and _may_precede(trees, first - 1):
        first -= 1
    return _role(trees, _own_office(trees, first, markable.first), markable.first, is_before=True)


def _own_office(trees: Trees, first: int, past: int) -> int:
    """Where the office right before a name begins: "Nigerian President" of "a spokesman for Nigerian President Ada Vale"."""
    if past == first or trees.words[past - 1] not in OFFICES:
        return first
    return next((i + 1 for i in range(past - 2, first, -1) if trees.words[i] == "for"), first)


def role_after(markable: Markable, trees: Trees) -> Span | None:
    """ "a spokesman for the army" of "John Hale, a spokesman for the army, said"."""
    at = markable.past
    if at >= len(trees.tokens) or trees.words[at] not in (",", "("):
        return None
    past = first = at + 1
    while past < min(len(trees.tokens), first + _LONGEST) and _may_follow(trees, past):
        past += 1
    return _role(trees, first, past)


def _may_precede(trees: Trees, token: int) -> bool:
    word, upos = trees.words[token], trees.tokens[token].upos
    if word in ("'s", "’s", "-", "’") or upos in ("NOUN", "PROPN", "ADJ"):
        return "\n" not in trees.text[trees.tokens[token].span.end : trees.tokens[token + 1].span.start]
    sent = token - 1 if word == "to" else token - 2 if trees.words[max(token - 1, 0) : token + 1] == ("to", "the") else -1
    if sent >= 0 and trees.words[sent] in ENVOYS:
        return True
    return word in ("and", "of", "for") and token > 0 and trees.tokens[token - 1].upos in ("NOUN", "PROPN")


def _may_follow(trees: Trees, token: int) -> bool:
    word, upos = trees.words[token], trees.tokens[token].upos
    return upos in ("NOUN", "PROPN", "ADJ", "DET", "NUM") or word in _GOES_ON or word == "-"


def _is_of_what_follows(trees: Trees, first: int, past: int) -> bool:
    """Whether words before a name are of somebody else: "The foreign minister of neighbouring" before "Vinland"."""
    words = trees.words[first : past + 1]
    last = max((i for i, word in enumerate(words) if word in ("of", "for")), default=None)
    return last is not None and all(trees.tokens[first + i].upos == "ADJ" for i in range(last + 1, past - first))


def _role(trees: Trees, first: int, past: int, *, is_before: bool = False) -> Span | None:
    """The stretch if a noun for a person is in it, cut to its words; honorifics alone are no role."""
    while first < past and (trees.words[first] in ("and", "of", "for", "-", "'s") or trees.tokens[first].upos == "DET"):
        first += 1
    while past > first and (trees.words[past - 1] in ("and", "of", "for", "-", "in", "at", "to", "with", "the")):
        past -= 1
    if is_before and _is_of_what_follows(trees, first, past):
        return None
    words = [trees.words[i].strip(".") for i in range(first, past)]
    if all(word in HONORIFICS for word in words) and len(words) < 2 and not (words and noun(words[0])):
        return None
    if not any((found := noun(word)) and found.kind == "person" for word in words):
        return None
    span = trees.span(first, past)
    article = _ARTICLE.match(span.of(trees.text))
    return Span(start=span.start + (article.end() if article else 0), end=span.end)
