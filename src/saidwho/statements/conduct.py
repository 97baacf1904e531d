"""Which conduct that the laws of war speak of is alleged in a proposition? Our own table says by which words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from saidwho.statements.events.stems import stem
from saidwho.text.tables import rows_of
from saidwho.types.statement import Conduct, Event

# So many words may stand between two of a phrase: "put the captives to death".
_GAP = 3

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """words, beside: phrases of stems, one of each must stand in the proposition. events: types, of which it must have one."""

    conduct: Conduct
    words: tuple[Phrase, ...]
    beside: tuple[Phrase, ...]
    events: frozenset[str]


def conduct_in(words: Sequence[str], event: Event | None) -> tuple[Conduct, ...]:
    """What is alleged, each tag once, in the order of the table. words: of the proposition, in lower case.

    A proposition that is negated alleges nothing and is not to be asked.
    """
    stems, kind = [stem(word) for word in words], "none" if event is None else event.type
    found: dict[str, Conduct] = {}
    for row in _rows():
        fits = not row.events or kind in row.events
        if fits and row.conduct.tag not in found and _has(row.words, stems) and (not row.beside or _has(row.beside, stems)):
            found[row.conduct.tag] = row.conduct
    return tuple(found.values())


def _has(phrases: tuple[Phrase, ...], stems: Sequence[str]) -> bool:
    return any(_stands(phrase, stems) for phrase in phrases)


def _stands(phrase: Phrase, stems: Sequence[str]) -> bool:
    """Whether the words of a phrase follow each other, each within reach of the one before."""
    return any(word == phrase[0] and _follows(phrase[1:], stems, at) for at, word in enumerate(stems))


def _follows(rest: Phrase, stems: Sequence[str], at: int) -> bool:
    for wanted in rest:
        reach = list(stems[at + 1 : at + 2 + _GAP])
        if wanted not in reach:
            return False
        at += 1 + reach.index(wanted)
    return True


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(_row(*cells) for cells in rows_of("conduct.tsv", package=__package__, columns=5, has_head=True))


def _row(tag: str, words: str, beside: str, events: str, provision: str) -> _Row:
    return _Row(
        conduct=Conduct(tag=tag, provision=provision or None),
        words=_phrases(words),
        beside=_phrases(beside),
        events=frozenset(filter(None, events.split(";"))),
    )


def _phrases(cell: str) -> tuple[Phrase, ...]:
    return tuple(tuple(map(stem, phrase.split())) for phrase in cell.split(";") if phrase)
