"""Which words stand for things by their make: "F-16s", "S-300s", "seventy Humvees"?"""

import re

from saidwho.statements.surroundings import Surroundings

# "F-16s", "Mi-24", "MiG-29", "CV90", "M113s", "BMP-2".
_NUMBERED = re.compile(r"[A-Z][A-Za-z]{0,4}-?\d{1,3}[A-Za-z]{0,2}s?")
# How the names of peoples end: "seventy Estrians".
_PEOPLES = ("ans", "ish", "ese", "is", "ss")
_SHORTEST = 5


def first_of_run(around: Surroundings, token: int) -> int:
    """The first of the words that are written as one with a word: "F" in "F-16s"."""
    while token > 0 and around.tokens[token - 1].span.end == around.tokens[token].span.start and around.words[token - 1] not in ('"', "("):
        token -= 1
    return token


def make_at(around: Surroundings, token: int) -> int | None:
    """The last word of the make that a word is a part of, where it stands for the things."""
    last = token
    while last + 1 < len(around.tokens) and around.tokens[last + 1].span.start == around.tokens[last].span.end:
        if not (around.words[last + 1] == "-" or around.words[last + 1].isalnum()):
            break
        last += 1
    return last if is_make(around, last) else None


def is_numbered(around: Surroundings, token: int) -> bool:
    """Whether a word ends what is called by letters and a number: "Mi-24"."""
    name = around.span(first_of_run(around, token), token + 1).of(around.text)
    return _NUMBERED.fullmatch(name) is not None


def is_make(around: Surroundings, token: int) -> bool:
    """Whether a word ends the name of a make that stands for the things themselves: several, or a number that nothing stands behind."""
    first = first_of_run(around, token)
    name = around.span(first, token + 1).of(around.text)
    behind = around.tokens[token + 1] if token + 1 < len(around.tokens) else None
    if behind is not None and behind.span.start == around.tokens[token].span.end and around.words[token + 1] == "-":
        return False
    if _NUMBERED.fullmatch(name):
        return name.endswith("s") or behind is None or behind.upos not in ("NOUN", "PROPN", "NUM", "ADJ")
    is_several = name.isalpha() and name[:1].isupper() and name.endswith("s") and len(name) >= _SHORTEST and not name.endswith(_PEOPLES)
    return is_several and around.tokens[token].upos in ("PROPN", "NOUN") and _is_counted(around, token)


def _is_counted(around: Surroundings, token: int) -> bool:
    return around.child(token, "nummod") is not None or (token > 0 and around.tokens[token - 1].upos == "NUM")
