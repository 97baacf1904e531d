"""How is a long report cut into what the encoder can see at once?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Pieces in one window, without the encoder's start and end marks; training saw no more.
WINDOW = 382
# Pieces of context on either side of the words that a window answers for.
MARGIN = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Words first to past are shown to the encoder; its answers for words keep to keep_past are used."""

    first: int
    past: int
    keep: int
    keep_past: int


def plan_windows(firsts: NDArray[np.int64]) -> list[Window]:
    """Cut a text into evenly spread windows that overlap.

    firsts: one a word and one more, the number of its first piece.
    Each word is kept by exactly one window. A word of more pieces than a window holds is shown cut off.
    """
    size = len(firsts) - 1
    total = int(firsts[-1])
    if total <= WINDOW:
        return [Window(first=0, past=size, keep=0, keep_past=size)] if size else []
    count = -(-total // (WINDOW - 2 * MARGIN))
    cuts = np.unique(np.searchsorted(firsts, np.arange(count + 1) * (total / count), side="left"))
    cuts[0], cuts[-1] = 0, size
    windows = []
    for keep, keep_past in zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True):
        spare = WINDOW - int(firsts[keep_past] - firsts[keep])
        left = min(spare // 2, int(firsts[keep]))
        right = min(spare - left, total - int(firsts[keep_past]))
        left = min(spare - right, int(firsts[keep]))
        first = int(np.searchsorted(firsts, firsts[keep] - max(left, 0), side="left"))
        past = int(np.searchsorted(firsts, firsts[keep_past] + max(right, 0), side="right")) - 1
        windows.append(Window(first=min(first, keep), past=max(min(past, size), keep_past), keep=keep, keep_past=keep_past))
    return windows
