"""What does the page show of a word that an uncased encoder cannot see?

Four small classes a word: its letter case, its place with respect to quotation marks, its distance from the
start of its sentence, and the kind of line it stands in. The encoder adds an embedding of each to its input.
Sentence starts are guessed here from full stops; the reader's own head finds them better afterwards.
"""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from saidwho.reading.words import Words

CASES = ("none", "lower", "title", "upper", "capital", "mixed", "digits", "other script")
QUOTES = ("outside", "inside", "opening", "closing", "inside single")
# Distance in words from the sentence start; 0 is the first word of a line.
SENTENCE_STEPS = (0, 1, 2, 3, 4, 6, 9, 14, 22)
LINE_KINDS = 10
SIZES = (len(CASES), len(QUOTES), len(SENTENCE_STEPS) + 1, LINE_KINDS)

_DOUBLE = {"“": "open", "”": "close", "``": "open", "''": "toggle", '"': "toggle", "«": "open", "»": "close", "„": "open"}
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
    lines = words.lines
    borders = [0, *(np.flatnonzero(np.diff(lines)) + 1).tolist(), len(words)]
    for number, (first, past) in enumerate(pairwise(borders)):
        line = words.strings[first:past]
        table[first:past, 1] = quotation_states(line, _is_spaced(words, first, past))
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


def _is_spaced(words: Words, first: int, past: int) -> list[bool]:
    """Whether white space, or the start of the line, stands before each word; one entry more for the end."""
    gaps = words.starts[first + 1 : past] > words.ends[first : past - 1]
    return [True, *gaps.tolist(), True]


def quotation_states(line: list[str], spaced: list[bool]) -> list[int]:
    """Follow the quotation marks of one line.

    line: its words. spaced: whether white space stands before each word, and one entry more for the end.

    A mark without a partner holds until the line ends: agencies leave the first paragraphs of a long quotation
    open. Returns one index into QUOTES a word.
    """
    states: list[int] = []
    double = single = False
    for i, word in enumerate(line):
        kind = _DOUBLE.get(word)
        if kind:
            opens = not double if kind == "toggle" else kind == "open"
            double = opens
            states.append(QUOTES.index("opening" if opens else "closing"))
        elif word in ("'", "‘", "’"):
            if single and not spaced[i]:
                single = False
                states.append(QUOTES.index("closing"))
            elif not single and word != "’" and spaced[i] and not spaced[i + 1] and _closes_later(line, spaced, i):
                single = True
                states.append(QUOTES.index("opening"))
            else:
                states.append(_state(double, single))
        else:
            states.append(_state(double, single))
    return states


def _state(double: bool, single: bool) -> int:
    return QUOTES.index("inside" if double else "inside single" if single else "outside")


# A single mark pairs within so many words; farther ones are apostrophes more often than quotations.
_SINGLE_REACH = 80


def _closes_later(line: list[str], spaced: list[bool], i: int) -> bool:
    stop = min(len(line), i + _SINGLE_REACH)
    return any(line[j] in ("'", "’") and not spaced[j] for j in range(i + 2, stop))


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


def sentence_numbers(words: Words) -> NDArray[np.int32]:
    """A rough sentence number a word, from 0, by the same rule as the third feature."""
    steps = describe_words(words)[:, 2]
    return np.cumsum((steps == 0) | (steps == 1)).astype(np.int32) - 1
