"""Which conduct that the laws of war speak of is alleged in a proposition? Our own table says by which words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from saidwho.statements.events.stems import stem
from saidwho.text.tables import rows_of
from saidwho.types.statement import Conduct, Event

# So many words may stand between two of a phrase: "put the captives to death".
_GAP = 3
# A class of words that a cell names: "@captives".
_CLASS = "@"
# What stands so few words behind one of these only says where it was: "near the market".
_NEAR, _BESIDE = frozenset({"near", "nearby", "outside"}), 3
# With one of these a phrase itself says what is not done: "no lorry", "never seen again".
_WITHOUT = frozenset(map(stem, ("no", "not", "never", "nobody", "nothing", "without")))

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """words, beside: phrases of stems, one of each must stand in the proposition. events: types, of which it must have one."""

    conduct: Conduct
    words: tuple[Phrase, ...]
    beside: tuple[Phrase, ...]
    events: frozenset[str]


def conduct_in(words: Sequence[str], event: Event | None, *, negated: bool = False) -> tuple[Conduct, ...]:
    """What is alleged, each tag once, in the order of the table. words: of the proposition, in lower case.

    negated: whether it says what is not done. Then it alleges only what lies in not doing: "no lorry was let in".
    """
    stems, kind = [stem(word) for word in words], "none" if event is None else event.type
    reached = ["" if not _NEAR.isdisjoint(words[max(at - _BESIDE, 0) : at]) else one for at, one in enumerate(stems)]
    found: dict[str, Conduct] = {}
    for row in _rows():
        fits = row.conduct.tag not in found and (not row.events or kind in row.events)
        names = [phrase for phrase in row.words if not negated or not _WITHOUT.isdisjoint(phrase)] if fits else []
        if _has(names, stems) and (not row.beside or _has(row.beside, reached)):
            found[row.conduct.tag] = row.conduct
    return tuple(found.values())


def _has(phrases: Sequence[Phrase], stems: Sequence[str]) -> bool:
    return any(_stands(phrase, stems) for phrase in phrases)


def _stands(phrase: Phrase, stems: Sequence[str]) -> bool:
    """Whether the words of a phrase follow each other, each within reach of the one before.

    A word alone is not half of another: "home" stands not in "home-made".
    """
    firsts = (at for at, word in enumerate(stems) if word == phrase[0])
    return any(_follows(phrase[1:], stems, at) for at in firsts if len(phrase) > 1 or stems[at + 1 : at + 2] != ["-"])


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
    """The phrases of a cell, those of the classes that it names among them. Raises KeyError for a class that the table lacks."""
    named = [_classes()[phrase.removeprefix(_CLASS)] if phrase.startswith(_CLASS) else phrase for phrase in cell.split(";")]
    return tuple(tuple(map(stem, phrase.split())) for phrase in ";".join(named).split(";") if phrase)


@cache
def _classes() -> dict[str, str]:
    """The phrases of each class, as a cell holds them."""
    return dict(rows_of("conduct_words.tsv", package=__package__, columns=2))
