"""Where does the label of a point in a list end: "b) Nobody was hurt.", "14.4 A second cargo came in May."?"""

import re
from itertools import islice

# A letter or a Roman numeral in small letters, or a number, with its mark; what it labels begins like a sentence.
_LABEL = re.compile(r"[ \t]*(?:\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)|(?:[a-z]|[ivx]{1,4}|\d{1,2}(?:\.\d{1,2}){0,2})[.)])[ \t]+(?=[A-Z“\"‘0-9])")
# Without a mark it is a figure ("7.5 Magnitude ...") unless lines beside it begin so.
_POINT = r"[ \t]*\d{1,2}(?:\.\d{1,2}){1,2}[ \t]+(?=[A-Z“\"‘])"
_NUMBER = re.compile(_POINT)
_OTHER = re.compile(rf"^{_POINT}", re.MULTILINE)
# Characters on each side in which the next point of a list begins.
_BESIDE = 1500


def label_end(text: str, start: int, end: int) -> int:
    """Past the label that a line begins with, and the blanks behind it; start where there is none. start, end: of the line."""
    label = _LABEL.match(text, start, end)
    number = None if label else _NUMBER.match(text, start, end)
    if number is not None and len(list(islice(_OTHER.finditer(text, max(start - _BESIDE, 0), end + _BESIDE), 2))) > 1:
        label = number
    return label.end() if label else start


def opens_line(text: str, at: int) -> bool:
    """Whether nothing but blanks stands before a character in its line."""
    while at and text[at - 1] in " \t":
        at -= 1
    return at == 0 or text[at - 1] == "\n"
