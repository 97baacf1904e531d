"""Which language is a text in?

English is told by its own common words (english.py), which costs nothing and is not misled by names of people and
places; letter statistics are: of forty short English headlines on wars, lingua takes 16 to 29 for another language.
What has few such words is handed to lingua, which names the language, so its tables are loaded only then.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from saidwho.intake.english import COMMON

if TYPE_CHECKING:
    from lingua import LanguageDetector

# One chunk votes for one language, so that a report that cites another language stays English.
_CHUNK = 500  # characters
_CHUNKS = 8
# Of 829 chunks of English reports 99 in 100 have a share above 0.136; the few below go to lingua, which settles them.
_ENGLISH_SHARE = 0.12
# Fewer letters than this beside the names say nothing.
_TELLING = 8
# Below this, lingua guesses; from _AGREED on it is believed where it says the same with the names and without.
_SURE = 0.75  # probability, without names
_AGREED = 0.85  # probability, with names

_WORD = re.compile(r"[^\W\d_]+")


def recognise_language(text: str) -> str | None:
    """Recognise the language of a text from eight samples at most, so that time does not grow with it.

    Returns "en" where half of what can be told is English, else the code of the most likely language,
    or None where there is too little to tell by.
    """
    votes: Counter[str] = Counter()
    for chunk in _chunks(text):
        language = _language_of(chunk)
        if language:
            votes[language] += sum(map(len, _WORD.findall(chunk)))
    if not votes:
        return None
    return "en" if 2 * votes["en"] >= votes.total() else votes.most_common(1)[0][0]


def _chunks(text: str) -> Iterator[str]:
    """The text in pieces of about _CHUNK characters; of a long one, pieces from all over it."""
    count = min(_CHUNKS, max(1, len(text) // _CHUNK))
    for n in range(count):
        start = n * len(text) // count
        yield text[start : min(start + 2 * _CHUNK, (n + 1) * len(text) // count)]


def _language_of(chunk: str) -> str | None:
    words = [word.lower() for word in _WORD.findall(chunk)]
    if not words:
        return None
    share = sum(word in COMMON for word in words) / len(words)
    if share >= _ENGLISH_SHARE:
        return "en"
    if sum(map(_is_latin, chunk)) < 0.5 * sum(map(len, words)):
        return _guess(chunk)[0]
    return _language_of_rest(chunk, has_english=share > 0)


def _language_of_rest(chunk: str, *, has_english: bool) -> str | None:
    """The language of a chunk in Latin letters that has few common words of English."""
    telling = _without_names(chunk)
    if sum(map(str.isalpha, telling)) < _TELLING:
        return None
    language, probability = _guess(telling)
    if language == "en":
        # Seven words of English without one common word are rarer than a wrong guess.
        return "en" if has_english else None
    with_names = _guess(chunk)
    is_agreed = with_names[0] == language and with_names[1] >= _AGREED
    return language if probability >= _SURE or is_agreed else None


def _is_latin(letter: str) -> bool:
    # Latin letters end with Latin Extended-B and the additional block that Vietnamese is written in.
    return letter.isalpha() and (letter < "\u0250" or "\u1e00" <= letter < "\u1f00")


def _without_names(chunk: str) -> str:
    """What is left when words with a capital are taken out; in a line all in capitals they are no names."""
    if chunk.isupper():
        return chunk.lower()
    return " ".join(word for word in chunk.split() if not any(map(str.isupper, word[:3])))


def _guess(text: str) -> tuple[str, float]:
    """lingua's best language and its probability; "und" (undetermined) and 0 for a script it does not know."""
    # A lone surrogate, which JSON can carry, is no text to Rust.
    best = _detector().compute_language_confidence_values(text.encode("utf-8", "replace").decode("utf-8"))[0]
    return (best.language.iso_code_639_1.name.lower() if best.value else "und", best.value)


@cache
def _detector() -> "LanguageDetector":
    # Imported and built here since most reports are English and never need it (60 MB, 0.3 s).
    # Low accuracy: the other mode grows to 1.1 GB with all languages.
    from lingua import LanguageDetectorBuilder  # noqa: PLC0415

    return LanguageDetectorBuilder.from_all_languages().with_low_accuracy_mode().build()
