"""Which language is a text in?

English is told by its words (english.py), which costs nothing and is not misled by names of people and places; letter
statistics are: of forty short English headlines on wars, lingua takes 16 to 29 for another language. Where the words do not
tell, lingua is asked how likely English is among the languages that news of wars is mostly in; its tables are loaded only then.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from saidwho.intake.english import weigh_words
from saidwho.text.tables import word_set

if TYPE_CHECKING:
    from lingua import LanguageDetector

READABLE = "en"

# One chunk votes for one language, so that a report that cites another language stays English.
_CHUNK = 500  # characters
_CHUNKS = 8
# Of the words that could tell, so many more must be for English than against it; of 300 reports each had 0.33 or more.
_ENGLISH_SHARE = 0.12
# Fewer letters than this beside the names say nothing.
_TELLING = 10
# From here on English is likely, by lingua, among _NEWS; below the others it is not, where the text is said to be English and
# where nobody says so. Of 3,000 English headlines and sentences the words left 88 open, 2 of them below 0.01 and 13 below 0.03;
# of 5,700 short lines in 45 other languages 874, 765 and 804 of them.
_LIKELY = 0.5
_UNLIKELY_AS_DECLARED = 0.01
_UNLIKELY = 0.03
# Languages lingua is asked about beside English: with all of them, Latin, Tsonga or Esperanto take what is English.
_NEWS = word_set("az ca cs da de en es et fi fr hr hu id it lt lv nb nl pl pt ro sk sl so sq sv sw tr vi")
# From this share on, letters of another writing system are no name between Latin ones.
_OTHER_LETTERS = 0.2
# All languages of _NEWS together, below which another one is as good as sure.
_NEGLIGIBLE = 1e-4

# Latin letters end with Latin Extended-B and the additional block that Vietnamese is written in.
_OTHER_LETTER = re.compile(r"[^\W\d_A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]")
_WORD = re.compile(r"[^\W\d_]+")


def recognise_language(text: str, *, is_declared_english: bool = False) -> str | None:
    """Recognise the language of a text from eight samples at most, so that time does not grow with it.

    is_declared_english: whether somebody says that it is English; then it takes more to say that it is not.

    Returns "en" where half of what can be told is English, else the code of the most likely language,
    or None where there is too little to tell by.
    """
    votes: Counter[str] = Counter()
    unlikely = _UNLIKELY_AS_DECLARED if is_declared_english else _UNLIKELY
    for chunk in _chunks(text):
        language = _language_of(chunk, unlikely=unlikely)
        if language:
            votes[language] += sum(map(len, _WORD.findall(chunk)))
    if not votes:
        return None
    return READABLE if 2 * votes[READABLE] >= votes.total() else votes.most_common(1)[0][0]


def _chunks(text: str) -> Iterator[str]:
    """The text in pieces of about _CHUNK characters; of a long one, pieces from all over it."""
    count = min(_CHUNKS, max(1, len(text) // _CHUNK))
    for n in range(count):
        start = n * len(text) // count
        yield text[start : min(start + 2 * _CHUNK, (n + 1) * len(text) // count)]


def _language_of(chunk: str, *, unlikely: float) -> str | None:
    if not _WORD.search(chunk):
        return None
    telling = _without_names(chunk)
    if not _is_in_latin(chunk, telling):
        return _guess(chunk)
    is_english = _is_english(chunk, telling, unlikely=unlikely)
    if is_english is None:
        return None
    return READABLE if is_english else _guess_other(chunk)


def _is_english(chunk: str, telling: str, *, unlikely: float) -> bool | None:
    """Whether a chunk in Latin letters is English, by its words and else by lingua; None where neither tells."""
    weight = weigh_words(chunk)
    balance = weight.english - weight.other
    if balance > 0 and balance >= _ENGLISH_SHARE * weight.words:
        return True
    if balance < -1:
        return False
    share = _english_share(telling) if sum(map(str.isalpha, telling)) >= _TELLING else None
    if share is not None and share >= _LIKELY:
        return True if balance >= 0 else None
    return False if balance < 0 or (share is not None and share < unlikely) else None


def _is_in_latin(chunk: str, telling: str) -> bool:
    """Whether a chunk is in Latin letters; one in others may hold many Latin names, and one in Latin letters a word in others."""
    others = len(_OTHER_LETTER.findall(chunk))
    letters = sum(map(len, _WORD.findall(chunk))) if others else 0
    return others < _OTHER_LETTERS * letters or others <= sum(map(len, _WORD.findall(_OTHER_LETTER.sub(" ", telling))))


def _without_names(chunk: str) -> str:
    """What is left when words with a capital are taken out; nothing of a line all in capitals."""
    return " ".join(word for word in chunk.split() if not any(map(str.isupper, word[:3])))


def _guess(text: str) -> str:
    """lingua's best language; "und" (undetermined) for a script it does not know."""
    language, probability = _probabilities(text)[0]
    return language if probability else "und"


def _guess_other(text: str) -> str:
    """lingua's best language beside English; "und" (undetermined) where it knows none."""
    language, probability = next(found for found in _probabilities(text) if found[0] != READABLE)
    return language if probability else "und"


def _english_share(text: str) -> float:
    """How likely English is among the languages of _NEWS; 0 where lingua is sure of another one."""
    news = [(language, probability) for language, probability in _probabilities(text) if language in _NEWS]
    total = sum(probability for _, probability in news)
    return dict(news)[READABLE] / total if total > _NEGLIGIBLE else 0.0


def _probabilities(text: str) -> list[tuple[str, float]]:
    """lingua's languages with their probabilities, the best first."""
    # A lone surrogate, which JSON can carry, is no text to Rust.
    found = _detector().compute_language_confidence_values(text.encode("utf-8", "replace").decode("utf-8"))
    return [(each.language.iso_code_639_1.name.lower(), each.value) for each in found]


@cache
def _detector() -> "LanguageDetector":
    # Imported and built here since most reports are English and never need it (60 MB, 0.3 s).
    # Low accuracy: the other mode grows to 1.1 GB with all languages.
    from lingua import LanguageDetectorBuilder  # noqa: PLC0415

    return LanguageDetectorBuilder.from_all_languages().with_low_accuracy_mode().build()
