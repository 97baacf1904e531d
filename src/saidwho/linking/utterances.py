"""Which statements report one act of speaking?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from saidwho.linking.clusters import components
from saidwho.linking.days import edtf_of
from saidwho.linking.facts import Voice, words_of
from saidwho.linking.features import longest_run
from saidwho.linking.stems import plain_words, stems
from saidwho.types.linking import Utterance

# One act of speaking is told of within days; weekly briefings are a week apart.
_DAYS = 5
# Quotations are trimmed and translated back: a run of so many words, or so much of the shorter one's words, makes them one.
_RUN, _SHARE, _LEAST = 4, 0.6, 3
# An indirect report tells the same in other words, so it must share more of them.
_INDIRECT = 0.7
# A speaker is compared with so many of its statements before and after in time.
_WINDOW = 60


def find_utterances(voices: Sequence[Voice], *, is_same_content: Mapping[str, frozenset[str]] | None = None) -> tuple[Utterance, ...]:
    """The acts of speaking that voices report, by id. Those of speakers whom nobody can name are each their own, and left out.

    is_same_content: for each statement, the claims it holds a proposition of.
    """
    ordered = sorted((v for v in voices if _who(v)), key=lambda v: v.id)
    held = is_same_content or {}
    pairs = {
        (one, other)
        for one, other in _candidates(ordered)
        if _why(ordered[one], ordered[other], bool(held.get(ordered[one].id, frozenset()) & held.get(ordered[other].id, frozenset())))
    }
    return tuple(_utterance([ordered[n] for n in group]) for group in components(range(len(ordered)), pairs))


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


def _candidates(voices: Sequence[Voice]) -> Iterator[tuple[int, int]]:
    """Pairs of one speaker, close in time; and pairs that share a run of quoted words, whoever is named for it."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, voice in enumerate(voices):
        for name in _who(voice):
            blocks[name].append(number)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        ordered = sorted(block, key=lambda n: (_day(voices[n]) or 0, voices[n].id))
        for at, one in enumerate(ordered):
            for other in ordered[at + 1 : at + 1 + _WINDOW]:
                seen.add((min(one, other), max(one, other)))
    yield from sorted(seen)


def _day(voice: Voice) -> int | None:
    return voice.spoken.first if voice.spoken and voice.spoken.length == 1 else voice.day


def _why(one: Voice, other: Voice, shares_claim: bool) -> str | None:
    """Why two statements are of one act of speaking; None where nothing says so."""
    a, b = _day(one), _day(other)
    if a is not None and b is not None and abs(a - b) > _DAYS:
        return None
    if one.spoken and other.spoken and one.spoken.apart(other.spoken) > 0:
        return None
    if one.quoted and other.quoted and any(_is_same_quote(x, y) for x in one.quoted for y in other.quoted):
        return "they quote the same words"
    if one.document.id == other.document.id:
        return "they follow each other in one text" if shares_claim and one.speaker == other.speaker else None
    share = _overlap(_content(one), _content(other))
    if share >= _INDIRECT:
        return "they tell the same of one speaker"
    return "they tell the same of one speaker" if shares_claim and share >= _INDIRECT / 2 else None


def _content(voice: Voice) -> str:
    return words_of(voice.statement.content, voice.document.text)


def _is_same_quote(one: str, other: str) -> bool:
    a, b = plain_words(one), plain_words(other)
    if min(len(a), len(b)) < _LEAST:
        return False
    if longest_run(tuple(a), tuple(b)) >= min(_RUN, len(a), len(b)):
        return True
    return _overlap(one, other) >= _SHARE


def _overlap(one: str, other: str) -> float:
    a, b = set(stems(one)), set(stems(other))
    return len(a & b) / max(min(len(a), len(b)), 1) if min(len(a), len(b)) >= _LEAST else 0.0


def _utterance(group: Sequence[Voice]) -> Utterance:
    ids = tuple(voice.id for voice in group)
    fullest = max(group, key=lambda v: (sum(map(len, v.quoted)), len(_content(v)), v.id))
    speaker = max(group, key=lambda v: (len(v.speaker.name) if v.speaker else 0, v.id)).speaker
    said = min((v.spoken for v in group if v.spoken), key=lambda days: (days.length, days.first), default=None)
    whys = sorted({why for one, other in combinations(group[:_WINDOW], 2) if (why := _why(one, other, True))})
    return Utterance(
        id=ids[0],
        speaker=speaker.name if speaker else "",
        said=edtf_of(said) if said else None,
        statements=ids,
        documents=tuple(sorted({voice.document.id for voice in group})),
        words=_content(fullest),
        why="; ".join(whys) or "told once",
    )
