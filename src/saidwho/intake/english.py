"""Do the words of a text speak for English, or against it?

A word counts for English where English alone writes it, and against it where no English report would write it: the small
words of other languages, their letters, their elisions ("l'alerte"). Names of people and places say where the news is from,
not which language it is in, so a word with a capital counts only where a line or its part begins, or in a headline that
writes all words so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from saidwho.text.tables import words_of

_PACKAGE = "saidwho.intake"
_TABLE = words_of("english.tsv", package=_PACKAGE)
# English with a capital, wherever it stands.
_CAPITALS = _TABLE["days"] | _TABLE["peoples"]
_ENGLISH = frozenset().union(*_TABLE.values())
_OTHERS = words_of("others.tsv", package=_PACKAGE)
_PARTICLES = _OTHERS["particle"]
_OTHER = frozenset().union(*_OTHERS.values())

# What English has borrowed with its letters.
_BORROWED = re.compile(
    r"\b(?:en (?:route|masse|bloc)|et al|de (?:facto|jure)|coups? d['’][eé]tat|vis[- ]à[- ]vis|raison d['’]être|déjà vu"
    r"|caf[eé]s?|naïv\w+|façades?|clichés?|fiancée?s?|résumés?|protégée?s?|émigrés?|communiqués?|cortèges?|née|décor)\b"
)
_UNENGLISH_LETTER = re.compile(r"[^\W\d_a-z]")
_ELIDED = re.compile(r"(?:[ldjcnstm]|qu|dell|all|nell|sull|dall|un)['’][^\W\d_]{2}")
_CONTRACTED = re.compile(r"(?:n['’]t|['’](?:re|ve|ll|m))$")
# In a line in capitals a shorter word may be an abbreviation ("UN", "SA").
_LONGEST_ABBREVIATED = 2
_PART = re.compile(r"[^\W\d_]+")
# Not letters, at the ends of a word.
_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_ENDS_A_PART = re.compile(r"[.:!?|–—-][\"'”’)]?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordWeight:
    """How many words of a text are for English and how many against it, of how many that could tell."""

    english: int = 0
    other: int = 0
    words: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """leads: whether a line, or its part after a full stop, colon or dash, begins with it."""

    text: str
    leads: bool


def weigh_words(text: str) -> WordWeight:
    """Count the words of a text in Latin letters that are for English and against it."""
    words = list(_words(_BORROWED.sub(" ", text)))
    in_capitals = text.isupper()
    has_capitals = in_capitals or _is_title(words)
    english = other = telling = 0
    for word, following in zip(words, [*words[1:], None], strict=False):
        if word.text.lower() in _CAPITALS:
            english += 1
        elif has_capitals or word.leads or word.text[0].islower():
            if _is_english(word.text.lower()):
                english += 1
            else:
                other += _is_other(word, following, in_capitals=in_capitals)
        else:
            continue
        telling += 1
    return WordWeight(english=english, other=other, words=telling)


def _words(text: str) -> Iterator[_Word]:
    for line in text.splitlines():
        leads = True
        for piece in line.split():
            word = _EDGES.sub("", piece)
            if word:
                yield _Word(text=word, leads=leads)
                leads = False
            leads = leads or bool(_ENDS_A_PART.search(piece))


def _is_title(words: list[_Word]) -> bool:
    """Whether all words but small ones have a capital, as some headlines do."""
    return len(words) > 2 and not any(word.text.islower() and len(word.text) > 3 for word in words)


def _is_english(word: str) -> bool:
    if word.isalpha():
        return word in _ENGLISH
    return any(part in _ENGLISH for part in _PART.findall(word)) or bool(_CONTRACTED.search(word))


def _is_other(word: _Word, following: _Word | None, *, in_capitals: bool) -> bool:
    """Whether a word that is not English is another language's own."""
    lower = word.text.lower()
    if word.text.isupper():
        return in_capitals and len(lower) > _LONGEST_ABBREVIATED and lower in _OTHER - _PARTICLES
    if lower in _OTHER:
        may_be_name = lower in _PARTICLES or word.text[0].isupper()
        return not may_be_name or (following is not None and (following.leads or _is_small(following)))
    return word.text[0].islower() and bool(_UNENGLISH_LETTER.search(lower) or _ELIDED.match(lower))


def _is_small(word: _Word) -> bool:
    """Whether no name begins with a word, or goes on with it."""
    return word.text[0].islower() and word.text not in _PARTICLES
