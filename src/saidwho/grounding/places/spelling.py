"""When are two spellings one name?

Names are looked up by a key: without case, accents, apostrophes and hyphens, "St." written out. An abbreviation in capitals
keeps them ("US", "B.C." as BC), so that "us" finds no country; a word cut short keeps its point ("Man.").
"""

import re
import unicodedata

# Nobody's place has a longer name; what is longer is no name.
LONGEST_NAME = 90

_SHORTENED = re.compile(r"[A-Z][a-z]{1,4}\.")
_ABBREVIATION = re.compile(r"(?:[A-Z]\.?){2,4}|(?:[A-Z]\.){2,6}|(?:[A-Z]\. ){1,5}[A-Z]\.")
# Letters that Unicode does not take apart into a letter and its accent.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ə": "e", "&": " and "}
    | dict.fromkeys("'’‘ʼ`´ʿʾʻʹ′", "")
)
_OTHER = re.compile(r"[^a-z0-9]+")
_WRITTEN_OUT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_ARTICLE = re.compile(r"(?:al|el|ar|as|ash|at|ad|an|az|the|la|le|los|las) (?=\w{3})")
_ARABIC_ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|at|ad|an|az) (?=\w{4})")
_NOT_LATIN = re.compile(r"[^\u0000-\u024f\u02b0-\u036f\u1e00-\u1eff\u2010-\u2019\u2032]")
# Words that say what kind of division a name is of; the rest names it as well.
_DIVISION_OF = re.compile(r"^(?:province|state|district|county|city|departement|department|governorate) of (?:the )?")
_DIVISION = re.compile(
    r" (?:autonomous )?(?:oblast|voblast|region|province|governorate|state|district|krai|kray|republic|county|department|prefecture|"
    r"voivodeship|municipality|canton|parish|division|emirate|territory)$"
)


def key_of(name: str) -> str:
    """The key that a name is kept under; empty where nothing of it is a Latin letter or a digit."""
    stripped = name.strip()
    if _ABBREVIATION.fullmatch(stripped):
        return stripped.replace(".", "").replace(" ", "")
    if _SHORTENED.fullmatch(stripped):
        return stripped.lower()
    return _lower_key(stripped)


def _lower_key(name: str) -> str:
    lowered = name.lower().translate(_LETTERS)
    if not lowered.isascii():
        lowered = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c)).translate(_LETTERS)
    words = _OTHER.sub(" ", lowered).split()
    return " ".join(_WRITTEN_OUT.get(word, word) for word in words) if len(words) > 1 else " ".join(words)


def keys_to_try(name: str) -> tuple[str, ...]:
    """The keys to look a name up by, the nearest to what is written first; none for what is too long to be a name.

    A dateline in capitals ("KYIV") is also tried without them, and a name with an article ("al-Raqqa") without it.
    """
    if not name or len(name) > LONGEST_NAME:
        return ()
    plain = _lower_key(name)
    keys = [key_of(name), plain, _ARTICLE.sub("", plain, count=1) if _ARTICLE.match(plain) else plain]
    return tuple(dict.fromkeys(key for key in keys if len(key) > 1 and not key.isdigit()))


def without_article(key: str) -> str:
    """A key of an Arabic name without the article, which reports often leave out: "al haram" is also "haram"."""
    return _ARABIC_ARTICLE.sub("", key, count=1)


def is_latin(name: str) -> bool:
    """Whether a name is in Latin letters, as the names in English reports are."""
    return _NOT_LATIN.search(name) is None


def without_division(key: str) -> str:
    """A key of a division without the word that says which kind it is of: "donetsk oblast" is also "donetsk"."""
    return _DIVISION_OF.sub("", _DIVISION.sub("", key))
