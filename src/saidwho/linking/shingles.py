"""Which texts may share enough passages to be copies, told without reading them?

Of each text the digests of its shingles are kept, two bytes each. Texts of one field share some of their words with hundreds of
others, and long passages with a few: only those few are read.
"""

import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from saidwho.linking.passages import SHINGLE, Wording, is_enough

# The digests of the shingles of a text, one for each, in their order. Two shingles of one digest are taken for the same, so that a
# text of thousands of words may be read for nothing; none is left out for it.
Digests = NDArray[np.uint16]
# All that a digest can be.
_DIGESTS = 1 << 16


def digests_of(words: Wording) -> Digests:
    """The digests of the shingles of a text."""
    found = [zlib.crc32(shingle.encode("utf-8", "surrogatepass")) % _DIGESTS for shingle in words.shingles]
    return np.array(found, dtype=np.uint16)


def may_be_copies(one: Digests, others: Sequence[Digests], share: float) -> NDArray[np.bool_]:
    """Which of other texts may hold so much of a text in shared passages, or it of them: of the shorter one's words."""
    sizes = np.fromiter(map(len, others), dtype=np.int64, count=len(others))
    # How many shingles of this text each shingle of another may be: more than they share, where texts repeat themselves.
    counts = np.bincount(one, minlength=_DIGESTS)
    rows = np.repeat(np.arange(len(others)), sizes)
    shared = np.bincount(rows, weights=counts[np.concatenate([one[:0], *others])], minlength=len(others))
    words = np.minimum(len(one), sizes) + SHINGLE - 1
    # Texts of so few words may be the same word for word, which proves them copies however short they are.
    found: NDArray[np.bool_] = (words < 2 * SHINGLE) | is_enough(shared, share * words)
    return found
