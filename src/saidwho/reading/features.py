"""What does the page show of a word that an uncased encoder cannot see?

Four small classes a word: its letter case, its place with respect to quotation marks, its distance from the
start of its sentence, and the kind of line it stands in. The encoder adds an embedding of each to its input.
Sentence starts are guessed here from full stops; the reader's own head finds them better afterwards.
"""

import numpy as np
from numpy.typing import NDArray

from saidwho.text.quotations import QUOTES, quotation_states
from saidwho.text.words import Words

CASES = ("none", "lower", "title", "upper", "capital", "mixed", "digits", "other script")
# Distance in words from the sentence start; 0 is the first word of a line.
SENTENCE_STEPS = (0, 1, 2, 3, 4, 6, 9, 14, 22)
LINE_KINDS = 10
SIZES = (len(CASES), len(QUOTES), len(SENTENCE_STEPS) + 1, LINE_KINDS)

_FINAL = frozenset({".", "!", "?", "…", "...", ":"})
_CLOSERS = frozenset({'"', "”", "''", "'", "’", ")", "]", "»"})


def describe_words(words: Words) -> NDArray[np.int64]:
    """Describe each word by its classes.

    Returns (words, 4): case, quotation, step from the sentence start, kind of line; each below SIZES.
    """
    table = np.zeros((len(words), len(SIZES)), dtype=np.int64)
    if not len(words):
        return table
    table[:, 0] = [_case(word) for word in words.strings]
    table[:, 1] = quotation_states(words)
    for number, (first, past) in enumerate(words.line_borders()):
        line = words.strings[first:past]
        table[first:past, 2] = _steps(line)
        table[first:past, 3] = min(number, 4) + (0 if _ends_sentence(line) else 5)
    return table


def _case(word: str) -> int:
    if word.islower():
        name = "lower"
    elif word.isupper():
        name = "upper" if len(word) > 1 else "capital"
    elif word.istitle():
        name = "title"
    elif word[:1].isdigit():
        name = "digits"
    elif any(letter.isupper() for letter in word):
        name = "mixed"
    else:
        name = "other script" if word.isalpha() else "none"
    return CASES.index(name)


def _steps(line: list[str]) -> list[int]:
    """Distance from the sentence start, as an index into SENTENCE_STEPS with 0 kept for the line's first word."""
    bounds = np.array(SENTENCE_STEPS)
    steps: list[int] = []
    distance, is_first = 0, True
    for previous, word in zip(["", *line], line, strict=False):
        if previous in _FINAL or (previous in _CLOSERS and distance > 0 and word[:1].isupper() and _was_final(line, len(steps))):
            distance, is_first = 0, False
        steps.append(0 if is_first and distance == 0 else int(np.searchsorted(bounds, distance, side="right")))
        distance += 1
    return steps


def _was_final(line: list[str], i: int) -> bool:
    return i >= 2 and line[i - 2] in _FINAL


def _ends_sentence(line: list[str]) -> bool:
    tail = [word for word in line[-3:] if word not in _CLOSERS]
    return bool(tail) and tail[-1] in _FINAL
