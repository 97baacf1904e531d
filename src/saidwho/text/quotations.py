"""Where do quotations begin and end?"""

from saidwho.text.words import Words

# Each mark that may begin or end a quotation, or one inside it.
MARKS = "\"“”'‘’"
QUOTES = ("outside", "inside", "opening", "closing", "inside single")

_DOUBLE = {"“": "open", "”": "close", "``": "open", "''": "toggle", '"': "toggle", "«": "open", "»": "close", "„": "open"}


def quotation_states(words: Words) -> list[int]:
    """Follow the quotation marks of a text, line by line.

    A mark without a partner holds until its line ends: agencies leave the first paragraphs of a long quotation open.
    Returns one index into QUOTES a word.
    """
    states: list[int] = []
    for first, past in words.line_borders():
        states += _line_states(words.strings[first:past], _is_spaced(words, first, past))
    return states


def _is_spaced(words: Words, first: int, past: int) -> list[bool]:
    """Whether white space, or the start of the line, stands before each word; one entry more for the end."""
    gaps = words.starts[first + 1 : past] > words.ends[first : past - 1]
    return [True, *gaps.tolist(), True]


def _line_states(line: list[str], spaced: list[bool]) -> list[int]:
    """The states of one line. spaced: whether white space stands before each word, and one entry more for the end."""
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
