"""What is a statement, made comparable with others of its speaker?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from saidwho.linking.days import Days
from saidwho.linking.facts import Voice
from saidwho.linking.parties import Party
from saidwho.linking.stems import plain_words, stems

# Of statements of the very same words, so many tell which claims they hold.
TELLINGS = 40


class Saying(NamedTuple):
    """A statement with its document and its number there, how many letters of it are quoted, and the name of who speaks."""

    statement: str
    document: str
    number: int
    quoted: int
    speaker: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Heard:
    """One statement made comparable, or several of the very same words, speaker and day.

    first: the smallest id. tellings: by id, of many the first alone. document: that of the first. told: what is said. speaker, spoken,
    day: as of a voice. names: by what its speaker is known. content, quotes: stems of what is said, words of each quotation.
    """

    first: str
    tellings: tuple[Saying, ...]
    document: str
    told: str
    speaker: Party | None
    spoken: Days | None
    day: int | None
    names: frozenset[str]
    content: frozenset[str]
    quotes: tuple[tuple[str, ...], ...]


def heard(first: Voice, tellings: Iterable[Saying]) -> Heard:
    return Heard(
        first=first.id,
        tellings=tuple(sorted(tellings)[:TELLINGS]),
        document=first.document.id,
        told=first.told,
        speaker=first.speaker,
        spoken=first.spoken,
        day=first.day,
        names=who(first),
        content=frozenset(stems(first.told)),
        quotes=tuple(tuple(plain_words(quote)) for quote in first.quoted),
    )


def who(voice: Voice) -> frozenset[str]:
    """By what a speaker is known: its own key and surname, and whom it belongs to."""
    party = voice.speaker
    if party is None or voice.statement.form == "own voice":
        return frozenset()
    names = {party.key, party.surname, *(key for key, _, kind in party.owners if kind != "state")}
    if party.kind == "state" and party.country:
        names.add(party.country)
    if party.key is None:
        names.add(" ".join(stems(party.name)))
    return frozenset(name for name in names if name)


def day_of_heard(one: Heard) -> int | None:
    """The day it was said, as far as the text tells, else that of its document."""
    return one.spoken.first if one.spoken and one.spoken.length == 1 else one.day
