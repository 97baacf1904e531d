"""Which words say what befell people, and whom: those before the word, or those after it?"""

from dataclasses import dataclass
from typing import Literal, get_args

from saidwho.grounding.figures.syntax import Syntax
from saidwho.text.tables import rows_of, word_set
from saidwho.types.grounding import Counted

# state: of those before, with or without a verb ("17 dead"). happens: of the subject ("17 died").
# done: of the subject where passive, of the object where active ("killed"). does: of the object ("killing").
Voice = Literal["state", "happens", "done", "does"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """Words that say what befell people. kind None: something did that is none of the kinds ("abducted")."""

    first: int
    past: int
    kind: Counted | None
    voice: Voice


def _kind(cell: str) -> Counted | None:
    """The kind a table names; "-" is none of them."""
    kinds: dict[str, Counted] = {kind: kind for kind in get_args(Counted)}
    return None if cell == "-" else kinds[cell]


def _words(use: str) -> dict[str, Counted]:
    rows = rows_of("tables/words.tsv", package=__package__, columns=3)
    return {word: kind for what, cell, word in rows if what == use and (kind := _kind(cell))}


# Nouns that count by themselves ("400 casualties"), and what may stand before another noun ("12 dead soldiers").
NOUNS = _words("noun")
MODIFIERS = _words("modifier")
_VERBS = rows_of("tables/verbs.tsv", package=__package__, columns=5)
# Forms that are never nouns or participles: "kill", "injures", "wounding". Those that are nouns too are taken out.
ACTING = frozenset(form for row in _VERBS for form in row[1:4]) - word_set(
    "exchange exchanges release releases wound swap charge charges arrest arrests murder murders"
)


# Participles that say what befell "those": "19 of those freed".
BEFELL = frozenset(row[4] for row in _VERBS)


def _table() -> dict[tuple[str, ...], list[tuple[Counted | None, Voice]]]:
    """What befell them and whom, by the words that say so."""
    table: dict[tuple[str, ...], list[tuple[Counted | None, Voice]]] = {}
    for cell, base, does, doing, done in _VERBS:
        kind = _kind(cell)
        table.setdefault((done,), []).append((kind, "done"))
        for form in {base, does, doing} - {done}:
            table.setdefault((form,), []).append((kind, "does"))
        for noun in (doing, f"{doing}s"):
            table.setdefault((noun, "of"), []).append((kind, "does"))
    voices: dict[str, Voice] = {voice: voice for voice in get_args(Voice)}
    for voice, cell, phrase in rows_of("tables/phrases.tsv", package=__package__, columns=3):
        table.setdefault(tuple(phrase.split()), []).append((_kind(cell), voices[voice]))
    return table


TABLE = _table()
LONGEST = max(map(len, TABLE))
FIRST_WORDS = frozenset(words[0] for words in TABLE)
LAST_WORDS = frozenset(words[-1] for words in TABLE)


def fates_at(s: Syntax, i: int) -> list[Fate]:
    """The fates whose words begin at i, those of the longest phrase."""
    if s.at(i) not in FIRST_WORDS:
        return []
    for length in range(min(LONGEST, s.pasts[i] - i), 0, -1):
        found = TABLE.get(tuple(s.lower[i : i + length]))
        if found:
            return [Fate(first=i, past=i + length, kind=kind, voice=voice) for kind, voice in found]
    return []


def fates_before(s: Syntax, past: int) -> list[Fate]:
    """The fates whose words end just before past, those of the longest phrase."""
    if s.at(past - 1) not in LAST_WORDS:
        return []
    for length in range(min(LONGEST, past - s.firsts[past - 1]), 0, -1):
        found = TABLE.get(tuple(s.lower[past - length : past]))
        if found:
            return [Fate(first=past - length, past=past, kind=kind, voice=voice) for kind, voice in found]
    return []


def joined(one: Counted | None, two: Counted | None) -> Counted | None:
    """What two words count together: "killed or wounded" casualties, "captured and executed" the worse of the two."""
    if one == two:
        return one
    if one in _LOSSES and two in _LOSSES:
        return "casualties"
    return next((kind for kind in _WORST if kind in (one, two)), None)


_LOSSES = ("killed", "wounded", "casualties", "missing")
_WORST: tuple[Counted, ...] = ("executed", "killed")
