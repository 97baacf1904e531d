"""Which paragraph of another text is most like the one that tells something?

A report of a day of war tells of many matters, a paragraph each. Two clauses that share few words are of one matter where the paragraphs
around them are each other's nearest in their two texts.
"""

import math
import re
import zlib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from saidwho.linking.stems import stems

# A longer line is cut where sentences end, into parts of about so many words.
_LONG, _PART = 90, 60
# A part is long enough at so much of its size.
_ENOUGH = 0.8
# A text has no more paragraphs than these: of a longer one neighbours are put together.
MOST = 16
# Shorter stems are the commonest.
_SHORTEST = 4
_SENTENCE_END = re.compile(r"(?<=[.!?”\"])[ \t]+(?=[A-Z“\"])")
# A stem is one of so many bits.
_BITS = 2048
# Stands for nothing in a row of digests but the end of a paragraph.
_END = 0
_DIGEST = "<u2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraphs:
    """starts: where each begins, as a character of the text. digests: two bytes for each stem of each, and a zero at its end."""

    starts: tuple[int, ...]
    digests: bytes

    def at(self, start: int) -> int:
        """The number of the paragraph that holds a character."""
        return max(0, bisect_right(self.starts, start) - 1)


def paragraphs_of(text: str) -> Paragraphs:
    """The paragraphs of a text with the digests of their stems."""
    parts = _joined(list(_parts(text)))
    digests = [[*sorted({_digest(word) for word in stems(text[start:end]) if len(word) >= _SHORTEST}), _END] for start, end in parts]
    flat = np.array([digest for row in digests for digest in row], dtype=_DIGEST)
    return Paragraphs(starts=tuple(start for start, _ in parts), digests=flat.tobytes())


@lru_cache(maxsize=1 << 12)
def sets_of(digests: bytes) -> tuple[tuple[int, float], ...]:
    """Of each paragraph the set of its stems, as bits, and the root of how many they are.

    Two stems in so many share a bit, which makes hardly any paragraph another's nearest.
    """
    rows = [0] * paragraphs_in(digests)
    for paragraph, bit in zip(*(column.tolist() for column in bits_in(digests)), strict=True):
        rows[paragraph] |= 1 << bit
    return tuple((row, math.sqrt(max(1, row.bit_count()))) for row in rows)


def paragraphs_in(digests: bytes) -> int:
    """How many paragraphs a text has."""
    return int(np.count_nonzero(np.frombuffer(digests, dtype=_DIGEST) == _END))


def bits_in(digests: bytes) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The stems of paragraphs as numbers of bits, with the number of the paragraph of each, in order. digests: of any number of texts."""
    flat = np.frombuffer(digests, dtype=_DIGEST).astype(np.int64)
    ends = flat == _END
    codes = np.sort((np.cumsum(ends) * _BITS + flat % _BITS)[~ends])
    paragraphs, bits = np.divmod(codes[np.diff(codes, prepend=-1) != 0], _BITS)
    return paragraphs, bits


def nearest(one: bytes, at: int, other: bytes, other_at: int) -> float:
    """Whether a paragraph of each of two texts is the other's nearest: 1 where both are, a half where one is, else 0.

    one, other: the digests of the texts. at, other_at: the numbers of the paragraphs. How near two are is the cosine of their sets
    of stems.
    """
    here, there = sets_of(one), sets_of(other)
    if at >= len(here) or other_at >= len(there):
        return 0.0
    near = _cosine(here[at], there[other_at])
    if not near:
        return 0.0
    mine, theirs = here[at], there[other_at]
    return (all(_cosine(mine, row) <= near for row in there) + all(_cosine(row, theirs) <= near for row in here)) / 2


def _cosine(one: tuple[int, float], other: tuple[int, float]) -> float:
    return (one[0] & other[0]).bit_count() / (one[1] * other[1])


@lru_cache(maxsize=1 << 16)
def _digest(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) % ((1 << 16) - 1) + 1


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text, and the parts of long ones."""
    at = 0
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        count = len(line.split())
        if count > _LONG:
            yield from _cut(text, start, start + len(line), count)
        elif count:
            yield start, start + len(line)


def _cut(text: str, start: int, end: int, count: int) -> Iterator[tuple[int, int]]:
    """Parts of a long line that end with sentences, of about one size."""
    size, words, first = count / -(-count // _PART), 0, start
    cuts = [match.end() for match in _SENTENCE_END.finditer(text, start, end)]
    for before, cut in zip((start, *cuts), (*cuts, end), strict=True):
        words += len(text[before:cut].split())
        if words >= _ENOUGH * size or cut == end:
            yield first, cut
            first, words = cut, 0


def _joined(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Neighbours put together until no more than MOST are left."""
    if len(parts) <= MOST:
        return parts
    each = -(-len(parts) // MOST)
    groups = [parts[at : at + each] for at in range(0, len(parts), each)]
    return [(group[0][0], group[-1][1]) for group in groups]
