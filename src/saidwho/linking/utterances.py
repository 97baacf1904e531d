"""Which statements report one act of speaking?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from saidwho.linking.clusters import components
from saidwho.linking.days import edtf_of
from saidwho.linking.facts import Voice, words_of
from saidwho.linking.features import longest_run
from saidwho.linking.stems import STOP, plain_words, stem, stems
from saidwho.types.linking import Utterance

# One act of speaking is told of within days; weekly briefings are a week apart.
_DAYS = 5
# Quotations are trimmed and translated back: a run of so many words, or so much of the shorter one's words, makes them one.
_RUN, _SHARE, _LEAST = 4, 0.6, 3
# An indirect report tells the same in other words, so it must share more of them.
_INDIRECT = 0.7
# A speaker is compared with so many of its statements before and after in time.
_WINDOW = 60


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Heard:
    """One statement made comparable, or several of the very same words, speaker and day. voices: by id.

    names: by what its speaker is known. content, quotes: stems of what is said, words of each quotation. claims: that it holds
    propositions of.
    """

    voices: tuple[Voice, ...]
    names: frozenset[str]
    content: frozenset[str]
    quotes: tuple[tuple[str, ...], ...]
    claims: frozenset[str]

    @property
    def first(self) -> Voice:
        return self.voices[0]

    @property
    def id(self) -> str:
        return self.voices[0].id


def find_utterances(voices: Iterable[Voice], *, claims: Mapping[str, frozenset[str]] | None = None) -> tuple[Utterance, ...]:
    """The acts of speaking that voices report, by id. Those of speakers whom nobody can name are left out.

    claims: for each statement, the claims it holds a proposition of. The order of voices does not matter.
    """
    heard = _fold(voices, claims or {})
    pairs = {(one, other) for one, other in _candidates(heard) if _why(heard[one], heard[other])}
    return tuple(sorted((_utterance([heard[n] for n in group]) for group in components(range(len(heard)), pairs)), key=lambda u: u.id))


def _fold(voices: Iterable[Voice], claims: Mapping[str, frozenset[str]]) -> list[_Heard]:
    """One for each speaker, wording and day: a thousand copies of one report are compared once."""
    groups: dict[object, list[Voice]] = defaultdict(list)
    for voice in sorted(voices, key=lambda v: v.id):
        names = _who(voice)
        if names:
            groups[names, _content(voice), voice.spoken, voice.day].append(voice)
    return [
        _Heard(
            voices=tuple(group),
            names=_who(group[0]),
            content=frozenset(stems(_content(group[0]))),
            quotes=tuple(tuple(plain_words(quote)) for quote in group[0].quoted),
            claims=frozenset(claim for voice in group for claim in claims.get(voice.id, ())),
        )
        for group in groups.values()
    ]


def _who(voice: Voice) -> frozenset[str]:
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


def _candidates(heard: Sequence[_Heard]) -> Iterator[tuple[int, int]]:
    """Pairs of one speaker, close in time."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(heard):
        for name in one.names:
            blocks[name].append(number)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        ordered = sorted(block, key=lambda n: (_day(heard[n].first) or 0, heard[n].id))
        for at, number in enumerate(ordered):
            for other in ordered[at + 1 : at + 1 + _WINDOW]:
                seen.add((min(number, other), max(number, other)))
    yield from sorted(seen)


def _day(voice: Voice) -> int | None:
    return voice.spoken.first if voice.spoken and voice.spoken.length == 1 else voice.day


def _why(here: _Heard, there: _Heard) -> str | None:
    """Why two are of one act of speaking; None where nothing says so."""
    one, other = here.first, there.first
    a, b = _day(one), _day(other)
    if a is not None and b is not None and abs(a - b) > _DAYS:
        return None
    if one.spoken and other.spoken and one.spoken.apart(other.spoken) > 0:
        return None
    if any(_is_same_quote(x, y) for x in here.quotes for y in there.quotes):
        return "they quote the same words"
    shares_claim = bool(here.claims & there.claims)
    if one.document.id == other.document.id:
        return "they follow each other in one text" if shares_claim and one.speaker == other.speaker else None
    share = _overlap(here.content, there.content)
    return "they tell the same of one speaker" if share >= (_INDIRECT / 2 if shares_claim else _INDIRECT) else None


def _content(voice: Voice) -> str:
    return words_of(voice.statement.content, voice.document.text)


def _is_same_quote(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shortest = min(len(one), len(other))
    if shortest < _LEAST:
        return False
    if longest_run(one, other) >= min(_RUN, shortest):
        return True
    return _overlap(frozenset(map(stem, one)) - STOP, frozenset(map(stem, other)) - STOP) >= _SHARE


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    shortest = min(len(one), len(other))
    return len(one & other) / shortest if shortest >= _LEAST else 0.0


def _utterance(group: Sequence[_Heard]) -> Utterance:
    voices = sorted((voice for heard in group for voice in heard.voices), key=lambda v: v.id)
    fullest = max(voices, key=lambda v: (sum(map(len, v.quoted)), len(_content(v)), v.id))
    speaker = max(voices, key=lambda v: (len(v.speaker.name) if v.speaker else 0, v.id)).speaker
    said = min((v.spoken for v in voices if v.spoken), key=lambda days: (days.length, days.first), default=None)
    whys = {why for one, other in pairwise(sorted(group, key=lambda h: h.id)) if (why := _why(one, other))}
    whys |= {"they have the same words"} if any(len(heard.voices) > 1 for heard in group) else set()
    return Utterance(
        id=voices[0].id,
        speaker=speaker.name if speaker else "",
        said=edtf_of(said) if said else None,
        statements=tuple(voice.id for voice in voices),
        documents=tuple(sorted({voice.document.id for voice in voices})),
        words=_content(fullest),
        why="; ".join(sorted(whys)) or ("they are like others of it" if len(group) > 1 else "told once"),
    )
