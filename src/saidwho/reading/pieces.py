"""Which word pieces does the encoder see for each word?"""

from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from saidwho.text.words import Words

# A web address can have thousands of pieces; what follows these tells the encoder nothing more.
MOST_PIECES = 32
# So many different words are kept with their pieces, 20 MB: to cut a sentence anew takes ten times as long.
_ROOM = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pieces:
    """The word pieces of a text, without the encoder's own marks.

    ids: int64, rows of the encoder's vocabulary. firsts: int64, one a word and one more:
    word i has the pieces firsts[i] to firsts[i + 1], at least one and at most MOST_PIECES.
    """

    ids: NDArray[np.int64]
    firsts: NDArray[np.int64]


class PieceTable:
    """The vocabulary that cuts words into pieces. described: the bytes of a tokenizer.json of a WordPiece model."""

    def __init__(self, described: bytes) -> None:
        tokenizer = Tokenizer.from_str(described.decode("utf-8"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[int, ...]] = {}
        marks = [tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]", "[UNK]", "[MASK]")]
        self.start, self.end, self.unknown, self.mask = (0 if mark is None else mark for mark in marks)

    def cut(self, words: Words) -> Pieces:
        """Cut every word; one that has no piece (a lone accent, a zero-width mark) is the unknown piece."""
        strings = _sound(words)
        missing = [word for word in dict.fromkeys(strings) if word not in self._known]
        if len(self._known) + len(missing) > _ROOM:
            self._known, missing = {}, list(dict.fromkeys(strings))
        if missing:
            self._known |= self._cut(missing)
        cut = [self._known[word] for word in strings]
        ids = np.fromiter(chain.from_iterable(cut), dtype=np.int64)
        firsts = np.zeros(len(cut) + 1, dtype=np.int64)
        np.cumsum(np.fromiter(map(len, cut), dtype=np.int64, count=len(cut)), out=firsts[1:])
        return Pieces(ids=ids, firsts=firsts)

    def _cut(self, words: list[str]) -> dict[str, tuple[int, ...]]:
        """The pieces of words, which do not depend on what stands beside them."""
        encoded = self._tokenizer.encode(words, is_pretokenized=True, add_special_tokens=False)
        found: list[list[int]] = [[] for _ in words]
        for owner, piece in zip(encoded.word_ids, encoded.ids, strict=True):
            if owner is not None:
                found[owner].append(piece)
        return {word: tuple(pieces[:MOST_PIECES]) or (self.unknown,) for word, pieces in zip(words, found, strict=True)}


def _sound(words: Words) -> list[str]:
    """The words as the tokenizer takes them: a lone surrogate, which JSON can carry, is no letter to it."""
    if words.text.isascii():
        return words.strings
    return [word.encode("utf-8", "replace").decode("utf-8") for word in words.strings]
