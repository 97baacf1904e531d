"""Whose is an organ that a text names without its state?

"The defence ministry" is the one that the text has named lately, or that of the state it has just spoken of; "the general staff
in Kyiv" is Ukraine's. A text with two sides has two of each.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.trees import Trees
from saidwho.grounding.register.entries import Entry
from saidwho.grounding.register.register import Register

_ARTICLES = frozenset({"the", "this", "that"})
# An organ that was named so many sentences back is still meant, whoever was spoken of since.
_LATELY = 2
# Members that are looked through, the latest first.
_MOST = 40
# Who owns an organ behind it in its line: "of Vinland", "in Kyiv".
_BEHIND = re.compile(r"[ \t]+(?:of|in)[ \t]+(?:the[ \t]+)?(?:[A-Z][\w'’-]+)(?:[ \t]+[A-Z][\w'’-]+){0,3}")


# What works abroad, and towns in which bodies of many states have their seats: a place behind these does not tell whose they are.
_ABROAD = frozenset({"embassy", "consulate", "mission", "delegation", "legation", "bureau", "office", "correspondent", "troops", "base"})
_SHARED_SEAT = re.compile(r"\s+in\s+(?:the\s+)?(?:The Hague|Hague|Brussels|Strasbourg|Geneva)\b", re.IGNORECASE)


def with_owner_behind(markable: Markable, text: str) -> str | None:
    """The words of a noun phrase with whose it is behind them: "the general staff in Kyiv"; None where nothing tells.

    "The embassy in Baghdad" is none of Iraq's, and "prosecutors in The Hague" are nobody's of the Netherlands.
    """
    is_abroad = not _ABROAD.isdisjoint(markable.words) and re.match(r"\s+in\b", text[markable.span.end :])
    if is_abroad or _SHARED_SEAT.match(text, markable.span.end):
        return None
    behind = _BEHIND.match(text, markable.span.end)
    return text[markable.span.start : behind.end()] if behind else None


# What a ministry is for, behind it: "of foreign affairs", "of defence and security".
_PORTFOLIO = re.compile(r" (?:of|for) (?:the )?[a-z]+(?:(?: and)? [a-z]+){0,3}")
_MINISTRIES = frozenset({"ministry", "department", "office"})


def with_portfolio_behind(markable: Markable, text: str) -> Iterator[str]:
    """The words of a ministry with what it is for, behind it in small letters, the most first: "Kastria's ministry of foreign affairs"."""
    behind = _PORTFOLIO.match(text, markable.span.end) if markable.lemma in _MINISTRIES else None
    words = behind[0].split(" ") if behind else []
    for past in range(len(words), _SHORTEST_PORTFOLIO - 1, -1):
        yield text[markable.span.start : markable.span.end] + " ".join(words[:past])


# An empty word before the blank, "of", and a noun.
_SHORTEST_PORTFOLIO = 3
# Troops in a place may be anybody's; an office is of those whose seat the place is.
_ANYWHERE = frozenset({"army", "military", "force", "forces", "troops", "police", "navy"})


def is_seated_elsewhere(markable: Markable) -> bool:
    """Whether a place behind an organ that nobody is known to be seated in leaves open whose it is: "the health ministry in Dast"."""
    return markable.kind == "body" and markable.lemma not in _ANYWHERE


def organ_of_party(markable: Markable, members: Iterable[Member], trees: Trees, register: Register) -> Entry | None:
    """The organ that a definite or bare phrase means, of the states spoken of before. members: those seen, the latest first."""
    words = markable.words[1:] if markable.words[0] in _ARTICLES else markable.words
    if not words or "'s" in words or markable.shape != "nominal" or any(m[:1].isupper() for m in _written(markable, trees)[1:]):
        return None
    seen = [(member, last) for member in islice(members, _MOST) if (last := _last_before(markable, member)) is not None]
    states = {state.key: state for member, _ in seen if (state := _state_of(member, register)) is not None}
    organs = {key: found for key, state in states.items() if (found := register.resolve(f"{state.name}'s {' '.join(words)}"))}
    own = {organ.key for organ in organs.values() if organ.organ and organ.organ != "government"}
    is_bare = markable.words[0] not in _ARTICLES and markable.lemma not in _ANYWHERE
    asking = _state_asking(markable, seen, trees, register) if is_bare else None
    if asking is not None and asking.key in organs and organs[asking.key].key in own:
        return organs[asking.key]
    named = next(((m, last) for m, last in seen if m.entry is not None and m.entry.key in own), None)
    here = trees.sentence(markable.first)
    if named is not None and named[0].entry is not None and here - trees.sentence(named[1].first) <= _LATELY:
        return named[0].entry
    party = next(_parties(markable, seen, trees, register), None)
    if party is not None and party.key in organs and organs[party.key].key in own:
        return organs[party.key]
    return named[0].entry if named is not None else None


def organ_of_press(markable: Markable, members: Iterable[Member], trees: Trees, register: Register) -> Entry | None:
    """The organ that a state's own press quotes without saying whose it is: "The Kastrian state agency quoted | the army as saying"."""
    words = _written(markable, trees)[markable.words[0] in _ARTICLES :]
    if trees.words[max(markable.first - 1, 0)] not in _QUOTING or any(word[:1].isupper() for word in words):
        return None
    here = trees.sentence(markable.first)
    seen = ((member, _last_before(markable, member)) for member in islice(members, _MOST))
    quoting = (member.entry for member, last in seen if last is not None and trees.sentence(last.first) == here)
    press = next((entry for entry in quoting if entry is not None and entry.kind == "outlet"), None)
    state = register.state_of(press) if press is not None and press.of is not None else None
    return register.resolve(f"{state.name}'s {' '.join(words)}") if state is not None else None


# What an outlet does with another's words.
_QUOTING = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})


def _state_asking(markable: Markable, seen: list[tuple[Member, Markable]], trees: Trees, register: Register) -> Entry | None:
    """The state that turns to an organ without an article, itself or by its officer: "Denmark will ask | parliament"."""
    verb = trees.tokens[markable.head].head
    member = next((one for one, last in seen if trees.tokens[last.head].head == verb and trees.is_subject(last.head)), None)
    if member is None:
        return None
    return _state_of(member, register) or (_state_of(member.of, register) if member.of else None)


def _written(markable: Markable, trees: Trees) -> list[str]:
    return [trees.tokens[i].span.of(trees.text) for i in range(markable.first, markable.past)]


def _last_before(markable: Markable, member: Member) -> Markable | None:
    return next((m for m in reversed(member.seen) if m.past <= markable.first), None)


def _state_of(member: Member, register: Register) -> Entry | None:
    return register.state_of(member.entry) if member.entry is not None and member.entry.kind in _OF_STATES else None


# Entries that tell of whose side a sentence speaks.
_OF_STATES = frozenset({"state", "government", "force", "body"})


def _parties(markable: Markable, seen: list[tuple[Member, Markable]], trees: Trees, register: Register) -> Iterator[Entry]:
    """The states that were subjects of the last sentences, the latest first."""
    here = trees.sentence(markable.first)
    for member, _ in seen:
        state = _state_of(member, register) or (_state_of(member.of, register) if member.of else None)
        if state is None:
            continue
        near = (m for m in reversed(member.seen[-4:]) if m.past <= markable.first and here - trees.sentence(m.first) <= _LATELY)
        if any(trees.is_subject(m.head) for m in near):
            yield state
