"""Where are the words of a text?

A word is what the heads of the reader label: a run of letters and digits, a clitic ("n't", "'s"), an
abbreviation ("U.S."), a web address, or one punctuation mark. Hyphenated words are split at the hyphen, as
UD English does. Every character that is not white space belongs to exactly one word.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

_SHORTENED = (
    "Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Pvt|Adm|Cmdr|Brig|Sen|Rep|Gov|Rev|Hon|Amb|Pres|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Inc|Corp|Ltd|Co|Bros|vs|etc|Ave|Blvd|Mt|Ft"
)

# News pages lose the blank between a name and its verb ("Nikkeiquoted"); negated and compound verbs are no such case.
_SAYING = "(?:said|says|told|quoted|reported|added)"
_GLUED = rf"(?!(?:Mis|Over|Under|Afore|Fore|Out){_SAYING}\b)[A-Z][a-z]{{2,}}(?={_SAYING}\b)"

_LETTER = r"\w\u0300-\u036f"
_WORD = re.compile(
    rf"""
      (?:https?://|www\.)[^\s<>"“”']+[^\s<>"“”'.,;:!?)\]]   # web address
    | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.\w+)+               # e-mail; bounded, so that time stays linear
    | \d+(?:[.,:/]\d+)+                                     # 1,000.5  12:30  26/10/2023
    | (?:[^\W\d_]\.){{2,}}                                  # U.S.
    | \b(?:{_SHORTENED})\.                           # Mr.
    | \b[Cc]an(?=not\b)
    | {_GLUED}
    | [{_LETTER}]+?(?=n['’]t\b)                             # do|n't
    | n['’]t\b
    | (?<=[{_LETTER}.])['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b
    | [{_LETTER}]+
    | ''|``|\.{{2,}}|--+
    | \S
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=False, kw_only=True, eq=False)
class Words:
    """The words of one text, in order.

    text: the text they are words of.
    starts, ends: int32, one a word, code points into text; starts are inside, ends just past.
    """

    text: str
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def strings(self) -> list[str]:
        return [self.text[b:e] for b, e in zip(self.starts.tolist(), self.ends.tolist(), strict=True)]

    @cached_property
    def lines(self) -> NDArray[np.int32]:
        """The number of the line (paragraph) each word stands in, from 0; empty lines are not counted."""
        breaks = np.fromiter((m.start() for m in re.finditer("\n", self.text)), dtype=np.int64)
        raw = np.searchsorted(breaks, self.starts)
        return np.unique(raw, return_inverse=True)[1].astype(np.int32)

    def line_borders(self) -> list[tuple[int, int]]:
        """The lines, as first word and word just past the last."""
        cuts = [0, *(np.flatnonzero(np.diff(self.lines)) + 1).tolist(), len(self)]
        return list(pairwise(cuts)) if len(self) else []

    def part(self, first: int, past: int) -> "Words":
        """The words first to past, over the same text."""
        return Words(text=self.text, starts=self.starts[first:past], ends=self.ends[first:past])

    def touched_by(self, start: int, end: int) -> tuple[int, int]:
        """The words that share a character with [start, end): first, and just past the last."""
        first = int(np.searchsorted(self.ends, start, side="right"))
        past = int(np.searchsorted(self.starts, end, side="left"))
        return first, max(first, past)


def split_words(text: str) -> Words:
    """Find the words of a text, in time linear in its length."""
    spans = [m.span() for m in _WORD.finditer(text)]
    pairs = np.array(spans, dtype=np.int32).reshape(-1, 2)
    return Words(text=text, starts=pairs[:, 0], ends=pairs[:, 1])


def split_parts(text: str, marks: re.Pattern[str]) -> tuple[Words, NDArray[np.int64]]:
    """Find the words of all parts of a text that marks cut it into, each part as if it stood alone, and which part each word is of.

    marks: each finds one character, of which none is a letter or digit.
    """
    cuts = [at.start() for at in marks.finditer(text)]
    borders = zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(text)], strict=True)
    spans = [[m.span() for m in _WORD.finditer(text, start, end)] for start, end in borders]
    pairs = np.array([span for part in spans for span in part], dtype=np.int32).reshape(-1, 2)
    return Words(text=text, starts=pairs[:, 0], ends=pairs[:, 1]), np.repeat(np.arange(len(spans)), [len(part) for part in spans])
