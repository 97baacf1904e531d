"""What is handed on of the cast of a text."""

import re
from collections.abc import Sequence

from saidwho.grounding.actors.cast import Cast, Member
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.vocabulary import HONORIFICS, noun
from saidwho.grounding.register.entries import Entry
from saidwho.grounding.register.register import Register
from saidwho.text.calendar_words import WRITTEN_MONTHS, WRITTEN_WEEKDAYS
from saidwho.types.document import Document, Span
from saidwho.types.grounding import Actor, ActorKind
from saidwho.types.ids import content_id, pairs


def make_actors(document: Document, cast: Cast, register: Register) -> tuple[tuple[Actor, ...], dict[int, str]]:
    """The actors in the order of their first mention; and the id of each member by its number.

    Actors of the register that others belong to are among them, also where the text does not name them.
    """
    members = sorted((m for m in cast.members if m.markables), key=lambda m: (min(x.span for x in m.markables), m.number))
    owners = [m.of for m in members if m.of and not m.of.markables]
    ids = {member.number: _id(document, member) for member in [*members, *owners]}
    actors = {ids[m.number]: _actor(document, m, ids) for m in [*members, *owners]}
    for entry in [e for m in [*members, *owners] if m.entry for e in register.chain(m.entry)]:
        actors.setdefault(entry.key, from_register(entry, mentions=()))
    return tuple(actors.values()), ids


def _id(document: Document, member: Member) -> str:
    if member.entry is not None:
        return member.entry.key
    return content_id([document.id, pairs(tuple(sorted(m.span for m in member.markables)))])


def _actor(document: Document, member: Member, ids: dict[int, str]) -> Actor:
    mentions = tuple(sorted({m.span for m in member.markables}))
    if member.entry is not None:
        return from_register(member.entry, mentions=mentions)
    owner = member.of
    return Actor(
        id=ids[member.number],
        name=_name(document.text, member),
        kind=_kind(member),
        role=member.role.of(document.text) if member.role else None,
        of=ids.get(owner.number) if owner else None,
        country=owner.entry.country if owner and owner.entry else None,
        wikidata=None,
        mentions=mentions,
    )


def from_register(entry: Entry, *, mentions: tuple[Span, ...]) -> Actor:
    """The actor that an entry of the register is."""
    return Actor(
        id=entry.key,
        name=entry.name,
        kind=entry.kind,
        role=None,
        of=entry.of,
        country=entry.country,
        wikidata=entry.wikidata,
        mentions=mentions,
    )


def _name(text: str, member: Member) -> str:
    """The longest name; else the noun phrase that tells most; else the first words. What comes from outside the text wins."""
    if member.called:
        return member.called
    ranked = sorted(member.markables, key=lambda m: (_rank(m), -_told(m), m.span))
    words = ranked[0].span.of(text).split()
    if ranked[0].shape == "nominal" and len(words) > 1 and words[0].lower() in _WHOSE:
        words = words[1:]
    if ranked[0].shape == "nominal":
        words = _without_pale(words)
        if member.kind == "body":
            words = _written_out(words, text, ranked[0].span.end)
    if member.kind == "person" and ranked[0].shape == "name":
        words = words[titles_in(words) :]
    return " ".join(words)


def _written_out(words: list[str], text: str, end: int) -> list[str]:
    """The words of a noun phrase with a body's capital, with for what it is: "Ministry of Information" of "The Ministry"."""
    behind = _OF_WHAT.match(text, end) if words[-1][:1].isupper() else None
    if behind is None:
        return words
    return [*words[words[0].lower() in _TELLS_NOTHING :], *_POSSESSIVE.sub("", behind[0]).split()]


# At most so many words in capitals; "of the Kurmanji-led north" has none of its own.
_OF_WHAT = re.compile(
    rf"[ \t](?:of|for)(?:[ \t]the)?(?:[ \t](?:(?:and|of|for)[ \t](?:the[ \t])?)?(?!(?:{'|'.join((*WRITTEN_WEEKDAYS, *WRITTEN_MONTHS))})\b)"
    r"[A-Z][\w’']*(?![\w’'-])){1,5}"
)
_POSSESSIVE = re.compile(r"['’]s?$")


def _without_pale(words: list[str]) -> list[str]:
    """The words of a noun phrase without those that only count them: "a single police source"."""
    start = 1 if words[0].lower() in ("a", "an", "the") else 0
    first = next((i for i in range(start, len(words) - 1) if words[i].lower() not in _UNTOLD), len(words) - 1)
    return words[first:] if first > start else words


_UNTOLD = frozenset({"single", "lone"})


def titles_in(words: Sequence[str]) -> int:
    """How many words before a person's name in full say what somebody is: 2 of "Kastrian President Ada Vale"."""
    count = 0
    while len(words) - count > _FULL and is_title(words[count]):
        count += 1
    # "Kastrian President Ada Vale": what stands before the title says whose.
    behind = next((n + 1 for n in range(len(words) - _FULL) if n > count and is_title(words[n]) and words[n][:1].isupper()), count)
    while len(words) - behind > _FULL and is_title(words[behind]):
        behind += 1
    return behind


def is_title(word: str) -> bool:
    """Whether a word before a name says what somebody is: "Sergeant Bo Asker" is called Bo Asker."""
    # "Lieutenant-General" is one as "General" is.
    plain = word.rpartition("-")[2].strip(".").lower()
    known = noun(plain)
    return plain in HONORIFICS or (known is not None and known.kind == "person")


# Words of a person's name in full.
_FULL = 2
# Nobody is called "its ambassador" outside of the sentence that says whose, nor "one official" where no others are spoken of.
_WHOSE = frozenset({"whose", "his", "her", "its", "their", "our", "my", "one"})
_TELLS_NOTHING = frozenset({"the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "same", "latter", "former"})


def _told(markable: Markable) -> int:
    """How many of a name's words, or of a noun phrase's that say who it is."""
    return len(markable.words) if markable.shape == "name" else sum(word not in _TELLS_NOTHING for word in markable.words)


def _rank(markable: Markable) -> int:
    """Names before noun phrases before what stands for whoever issued it: "the ministry" before "a fact sheet by the ministry"."""
    return 3 if markable.kind == "document" else ("name", "nominal", "pronoun").index(markable.shape)


def _kind(member: Member) -> ActorKind:
    """document: one that nobody is known to have issued counts as a body that speaks."""
    kinds: dict[str | None, ActorKind] = {"person": "person", "body": "body", "state": "state", "group": "group", "document": "body"}
    return kinds.get(member.kind, "group" if member.many else "person")
