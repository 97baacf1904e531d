"""Which words name an event, and of which type and mode? Our own table of PLOVER verbs and nouns."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from saidwho.statements.events.stems import stem
from saidwho.text.tables import rows_of

# "suspended all humanitarian and military aid": so many words may stand between two of a phrase.
_GAP = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A phrase of the table. mode: None where the phrase says none. stems: its words in order."""

    type: str
    mode: str | None
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An entry found in a text. first: the number of its first word."""

    entry: Entry
    first: int


def find_entries(stems: Sequence[str]) -> list[Hit]:
    """Find the table's phrases among the stems of a text, in the order of their first words; time is linear in the words."""
    starts = _entries()
    return [Hit(entry=entry, first=at) for at, one in enumerate(stems) for entry in starts.get(one, ()) if _follows(entry.stems, stems, at)]


def _follows(phrase: tuple[str, ...], stems: Sequence[str], at: int) -> bool:
    """Whether a phrase that begins at a word goes on within reach."""
    for wanted in phrase[1:]:
        reach = stems[at + 1 : at + 2 + _GAP]
        if wanted not in reach:
            return False
        at += 1 + list(reach).index(wanted)
    return True


@cache
def _entries() -> dict[str, tuple[Entry, ...]]:
    """The table by the first stem of its phrases."""
    found: dict[str, list[Entry]] = {}
    for kind, mode, phrases in rows_of("lexicon.tsv", package=__package__, columns=3, has_head=True):
        for phrase in phrases.split(";"):
            stems = tuple(stem(word) for word in phrase.replace("-", " - ").split())
            found.setdefault(stems[0], []).append(Entry(type=kind, mode=mode or None, stems=stems))
    return {first: tuple(entries) for first, entries in found.items()}
