"""Which entries bear a name?

Names are compared without article, accents, apostrophes, full stops and hyphens, and with a care for capitals: "NATO" and "Nato"
are the alliance, "US" is the state and "us" is not, "Polish" is of Poland and "polish" is not.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from saidwho.grounding.register.entries import Entry

# Nobody's name is longer; a longer phrase is not looked up, so that a text of one endless phrase costs nothing.
LONGEST_NAME = 160

# An acronym of three letters or fewer is spelt like a word when it is not in capitals ("us", "Who", "Un").
_SHORT_ACRONYM = 3

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("'’‘ʼʹʻ´`\".“”«»", None),
        **dict.fromkeys("-‐‑‒–—\u00a0\u202f\u2009", " "),
        "&": " and ",
        "ı": "i",
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
    }
)


@dataclass(frozen=True, slots=True)
class Bearer:
    """An entry that bears a name. is_local: the name stands for it only where the text is about its state."""

    entry: Entry
    is_local: bool


class NameIndex:
    """Entries by their names. Lookups are of whole names, and cost the same however many there are."""

    __slots__ = ("_bearers", "_common")

    def __init__(self, *, common: frozenset[str] = frozenset()) -> None:
        """common: words of names that texts write small ("the Gaza health ministry")."""
        self._bearers: dict[str, tuple[tuple[str, Entry], ...]] = {}
        self._common = common

    def add(self, names: Iterable[str], entry: Entry) -> None:
        for name in names:
            folded = fold(name)
            self._bearers[folded] = (*self._bearers.get(folded, ()), (name, entry))

    def copy(self) -> "NameIndex":
        """The same names and bearers, to which more can be added."""
        other = NameIndex(common=self._common)
        other._bearers = dict(self._bearers)
        return other

    def bearers(self, words: str) -> list[Bearer]:
        """Who is called so, each entry once, in the order they were added."""
        if len(words) > LONGEST_NAME:
            return []
        found: dict[str, Bearer] = {}
        for name, entry in self._bearers.get(fold(words), ()):
            is_local = name in entry.local
            if _is_written_so(words, name, self._common) and (entry.key not in found or not is_local):
                found[entry.key] = Bearer(entry, is_local)
        return list(found.values())


def plain_words(words: str) -> list[str]:
    """The words of a name in their own capitals, without article and signs."""
    if not words.isascii():
        words = "".join(c for c in unicodedata.normalize("NFKD", words.translate(_SIGNS)) if not unicodedata.combining(c))
    parts = words.translate(_SIGNS).split()
    return parts[1:] if len(parts) > 1 and parts[0] in {"the", "The", "THE"} else parts


def fold(words: str) -> str:
    """What two spellings of one name have in common."""
    if words.isalpha() and words.isascii():  # most names are one plain word, and the register holds thousands
        return words.lower()
    return " ".join(plain_words(words)).lower()


def _is_written_so(words: str, name: str, common: frozenset[str]) -> bool:
    """Whether capitals stand in words where the name needs them. A name of common words alone needs them all ("Foreign Office")."""
    pairs = list(zip(plain_words(words), plain_words(name), strict=False))
    proper = [pair for pair in pairs if pair[1][0].isupper() and pair[1].lower() not in common]
    return all(_has_capitals_of(word, part) for word, part in proper or pairs)


def _has_capitals_of(word: str, part: str) -> bool:
    if not part[0].isupper():
        return True
    if part.isupper() and 1 < len(part) <= _SHORT_ACRONYM:
        return word == part
    return word[0].isupper()
