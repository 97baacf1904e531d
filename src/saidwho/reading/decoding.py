"""How likely is each path through the tags of a text, where steps from tag to tag are learned?

Spans never cross the end of a line, so each line is a sequence of its own. All lines of a text are summed side by
side: sorted by length, longest first, so that at each step the lines still running are a plain slice.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

IMPOSSIBLE = np.float32(-1e4)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordSpan:
    """Words first to past (not included). score: the probability of exactly this span under the head."""

    first: int
    past: int
    kind: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Chain:
    """A linear chain over span tags.

    tags: (n,), "O" and "B-", "I-", "E-", "S-" of each kind. steps: (n, n), the score of one tag after another.
    """

    tags: tuple[str, ...]
    steps: Floats

    @classmethod
    def over(cls, tags: tuple[str, ...], steps: Floats | None = None) -> "Chain":
        """A chain with the steps that code no spans ruled out. steps: learned scores, none where None."""
        allowed = np.array([[may_follow(a, b) for b in tags] for a in tags])
        learned = np.zeros(allowed.shape, dtype=np.float32) if steps is None else steps
        return cls(tags=tags, steps=np.where(allowed, learned, IMPOSSIBLE).astype(np.float32))

    @property
    def closing(self) -> Floats:
        """0 for the tags a line may end with, else IMPOSSIBLE."""
        return np.array([0 if tag[0] in "OES" else IMPOSSIBLE for tag in self.tags], dtype=np.float32)


def may_follow(before: str, after: str) -> bool:
    """Whether one tag may come right after another."""
    if before[0] in "BI":
        return after[0] in "IE" and after[2:] == before[2:]
    return after[0] in "OBS"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lines:
    """Lines sorted by length, longest first. starts: the first word of each. lengths: words, at least one."""

    starts: Ints
    lengths: Ints

    @classmethod
    def of(cls, lines: NDArray[np.int32]) -> "Lines":
        starts = np.flatnonzero(np.diff(lines, prepend=-1))
        lengths = np.diff(starts, append=len(lines))
        order = np.argsort(-lengths, kind="stable")
        return cls(starts=starts[order], lengths=lengths[order])

    def running(self) -> Ints:
        """How many lines have a word at each step."""
        sizes = np.bincount(self.lengths)
        return len(self.lengths) - np.cumsum(sizes)[:-1]


def forward(logits: Floats, lines: Lines, chain: Chain) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Log sums of all paths up to and with each word and tag, and, a word, of all paths of its line."""
    ahead = np.empty(logits.shape, dtype=np.float64)
    ahead[lines.starts] = logits[lines.starts] + chain.steps[0]
    running = lines.running()
    weights = np.exp(chain.steps.astype(np.float64))
    for step, count in enumerate(running[1:].tolist(), start=1):
        at = lines.starts[:count] + step
        ahead[at] = _log_sums(ahead[at - 1], weights) + logits[at]
    ends = lines.starts + lines.lengths - 1
    sums = _log_sums(ahead[ends] + chain.closing, np.ones((len(chain.tags), 1)))[:, 0]
    order = np.argsort(lines.starts)
    return ahead, np.repeat(sums[order], lines.lengths[order])


def backward(logits: Floats, lines: Lines, chain: Chain) -> NDArray[np.float64]:
    """Log sums of all paths after each word and tag."""
    behind = np.empty(logits.shape, dtype=np.float64)
    behind[lines.starts + lines.lengths - 1] = chain.closing
    weights = np.exp(chain.steps.astype(np.float64)).T
    running = lines.running()
    for step in range(len(running) - 2, -1, -1):
        at = lines.starts[: running[step + 1]] + step
        behind[at] = _log_sums(logits[at + 1] + behind[at + 1], weights)
    return behind


# Stands for the logarithm of nothing: far below any score, and a number.
_NOTHING = 1e-300


def _log_sums(scores: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Logarithms of weighted sums. scores: (rows, n), logarithms. weights: (n, m), no logarithms. Returns (rows, m)."""
    peak = scores.max(axis=1, keepdims=True)
    sums: NDArray[np.float64] = peak + np.log(np.exp(scores - peak) @ weights + _NOTHING)
    return sums
