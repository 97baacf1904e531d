"""How does Ukraine spell its towns in Latin letters?

GeoNames keeps older spellings ("Avdiyivka"); reports use those of the national system of 2010 ("Avdiivka"), which follow
from the name in Ukrainian.
"""

from collections.abc import Iterable

_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y", "і": "i", "ї": "i",
    "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia", "ь": "", "'": "", "’": "", "ʼ": "", " ": " ", "-": "-",
}  # fmt: skip
_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
# Letters that Russian has not: a name with one is Ukrainian for sure.
_UKRAINIAN = frozenset("іїєґ")


def latin_of(name: str) -> str | None:
    """A Ukrainian name in Latin letters, by the national system of 2010; None where it has a letter that Ukrainian has not."""
    lowered = name.lower()
    if not lowered or any(letter not in _LETTERS for letter in lowered):
        return None
    lowered = lowered.replace("зг", "зgh")
    parts = [
        _FIRST.get(letter, _LETTERS.get(letter, letter)) if at == 0 or lowered[at - 1] in " -" else _LETTERS.get(letter, letter)
        for at, letter in enumerate(lowered)
    ]
    return "".join(parts).title().replace("'", "")


def preferred_name(name: str, others: Iterable[str]) -> str:
    """The name of a place in Ukraine as reports spell it today, out of GeoNames' name and its other names."""
    sure: list[str] = []
    for other in others:
        latin = latin_of(other)
        if latin == name:
            return name
        if latin is not None and not _UKRAINIAN.isdisjoint(other.lower()):
            sure.append(latin)
    return sure[0] if len(set(sure)) == 1 else next((latin for latin in sure if latin[:2] == name[:2]), name)
