"""How are the pieces of a statement written for people?"""

import re

from saidwho.types.document import Span

NOBODY = "nobody named"

# A page may hold codes that would move the cursor, colour the screen or turn a line around; half a character
# (a lone surrogate) cannot be written at all.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def joined(spans: tuple[Span, ...], text: str) -> str:
    """The words of the pieces; an ellipsis stands for what the text has between them."""
    return " … ".join(span.of(text) for span in spans)


def ranges(spans: tuple[Span, ...]) -> str:
    """Where the pieces stand, as start–end in characters."""
    return ", ".join(f"{span.start}–{span.end}" for span in spans)


def on_one_line(words: str) -> str:
    """Words without line breaks or doubled blanks, for showing only."""
    return " ".join(words.split())


def printable(words: str) -> str:
    """Words with a mark in place of each character that a terminal or a page must not get. Lengths are kept."""
    # Nearly all words have nothing that Python does not print, and it tells so at once.
    return words if words.isprintable() else _UNPRINTABLE.sub("\ufffd", words)
