"""How is a long report cut into what the encoder can see at once?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Pieces in one window, without the encoder's start and end marks; training saw no more.
WINDOW = 382
# Pieces of context on either side of the words that a window answers for. Where a line ends little is needed: docs/background/reader.md.
MARGIN = 12
# So many pieces a cut may move to come to the end of a line, which is a paragraph.
REACH = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Words first to past are shown to the encoder; its answers for words keep to keep_past are used."""

    first: int
    past: int
    keep: int
    keep_past: int


def plan_windows(firsts: NDArray[np.int64], lines: NDArray[np.int32]) -> list[Window]:
    """Cut a text into windows of like size that answer for whole lines where they can, and overlap a little.

    firsts: one a word and one more, the number of its first piece. lines: the line of each word.
    Each word is kept by exactly one window.
    """
    size = len(firsts) - 1
    if firsts[-1] <= WINDOW:
        return [Window(first=0, past=size, keep=0, keep_past=size)] if size else []
    ends = np.flatnonzero(np.diff(lines)) + 1
    windows, keep = [], 0
    while keep < size:
        keep_past = _cut(firsts, ends, keep)
        first = np.searchsorted(firsts, firsts[keep] - MARGIN, side="left")
        past = np.searchsorted(firsts, firsts[keep_past] + MARGIN, side="right") - 1
        windows.append(Window(first=int(first), past=int(past), keep=keep, keep_past=keep_past))
        keep = keep_past
    return windows


def _cut(firsts: NDArray[np.int64], ends: NDArray[np.int64], keep: int) -> int:
    """The word past the last that a window answers for which begins with the word keep."""
    room, left = WINDOW - 2 * MARGIN, int(firsts[-1] - firsts[keep])
    if left <= room:
        return len(firsts) - 1
    most = firsts[keep] + room
    even = firsts[keep] + left / -(-left // room)
    near = ends[
        np.searchsorted(firsts[ends], max(firsts[keep] + 1, even - REACH)) : np.searchsorted(
            firsts[ends], min(even + REACH, most), side="right"
        )
    ]
    if len(near):
        return int(near[np.abs(firsts[near] - even).argmin()])
    return max(keep + 1, int(np.searchsorted(firsts, even, side="right")) - 1)
