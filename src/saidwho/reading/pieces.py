"""Which word pieces does the encoder see for each word?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from saidwho.text.words import Words

# A web address can have thousands of pieces; what follows these tells the encoder nothing more.
MOST_PIECES = 32


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
        marks = [tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]", "[UNK]", "[MASK]")]
        self.start, self.end, self.unknown, self.mask = (0 if mark is None else mark for mark in marks)

    def cut(self, words: Words) -> Pieces:
        """Cut every word; one that has no piece (a lone accent, a zero-width mark) is the unknown piece."""
        encoded = self._tokenizer.encode(_sound(words), is_pretokenized=True, add_special_tokens=False) if len(words) else None
        owners = np.array(encoded.word_ids if encoded else [], dtype=np.int64)
        ids = np.array(encoded.ids if encoded else [], dtype=np.int64)
        bare = np.setdiff1d(np.arange(len(words)), owners)
        if len(bare):
            at = np.searchsorted(owners, bare)
            ids, owners = np.insert(ids, at, self.unknown), np.insert(owners, at, bare)
        firsts = np.searchsorted(owners, np.arange(len(words) + 1))
        near = np.arange(len(ids)) - firsts[owners] < MOST_PIECES
        if not near.all():
            ids, owners = ids[near], owners[near]
            firsts = np.searchsorted(owners, np.arange(len(words) + 1))
        return Pieces(ids=ids, firsts=firsts.astype(np.int64))


def _sound(words: Words) -> list[str]:
    """The words as the tokenizer takes them: a lone surrogate, which JSON can carry, is no letter to it."""
    if words.text.isascii():
        return words.strings
    return [word.encode("utf-8", "replace").decode("utf-8") for word in words.strings]
