"""Which spans do the scores of a head mean?

Spans never cross the end of a line, so each line is a sequence of its own. All lines of a text are decoded side by
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


def decode_spans(logits: Floats, lines: NDArray[np.int32], chain: Chain) -> list[WordSpan]:
    """Find the best sequence of tags, and the spans it codes, in the order of the text.

    logits: (words, tags). lines: (words,), the line each word stands in.
    Method: Viterbi for the spans, forward-backward for their scores.
    """
    if not len(logits):
        return []
    sorted_lines = Lines.of(lines)
    tags = best_tags(logits, sorted_lines, chain)
    found = _spans(tags, chain.tags)
    return _with_scores(found, tags, logits, sorted_lines, chain) if found else []


def best_tags(logits: Floats, lines: Lines, chain: Chain) -> Ints:
    """The best valid sequence of tags of each line, together (words,)."""
    running = lines.running()
    # In double precision: sums over a line of a hundred thousand words would lose the small differences.
    score = logits[lines.starts].astype(np.float64) + chain.steps[0]
    pointers = []
    for step, count in enumerate(running[1:].tolist(), start=1):
        table = score[:count, :, None] + chain.steps
        best = table.argmax(axis=1)
        pointers.append(best.astype(np.uint8))
        score[:count] = np.take_along_axis(table, best[:, None], axis=1)[:, 0] + logits[lines.starts[:count] + step]
    tags = np.empty(len(logits), dtype=np.int64)
    now = (score + chain.closing).argmax(axis=1)
    for step in range(len(running) - 1, -1, -1):
        count = running[step]
        tags[lines.starts[:count] + step] = now[:count]
        if step:
            now[:count] = pointers[step - 1][np.arange(count), now[:count]]
    return tags


def _spans(tags: Ints, names: tuple[str, ...]) -> list[tuple[int, int, str]]:
    places = np.array([name[0] for name in names])[tags]
    firsts = np.flatnonzero((places == "B") | (places == "S"))
    lasts = np.flatnonzero((places == "E") | (places == "S"))
    return [(f, p + 1, names[tags[f]][2:]) for f, p in zip(firsts.tolist(), lasts.tolist(), strict=True)]


def _with_scores(found: list[tuple[int, int, str]], tags: Ints, logits: Floats, lines: Lines, chain: Chain) -> list[WordSpan]:
    """Give each span its probability: all paths that code exactly it, of all paths of its line."""
    ahead, total = forward(logits, lines, chain)
    behind = backward(logits, lines, chain)
    moved = np.concatenate([[0], np.cumsum(logits[np.arange(1, len(tags)), tags[1:]] + chain.steps[tags[:-1], tags[1:]], dtype=np.float64)])
    spans = []
    for first, past, kind in found:
        last = past - 1
        path = ahead[first, tags[first]] + moved[last] - moved[first] + behind[last, tags[last]]
        spans.append(WordSpan(first=first, past=past, kind=kind, score=float(min(1.0, np.exp(path - total[first])))))
    return spans


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
