"""The pieces of a word do not depend on what was cut before."""

import numpy as np
import pytest

from saidwho.reading import pieces
from saidwho.reading.encoder import WEIGHTS
from saidwho.reading.pieces import MOST_PIECES, PieceTable
from saidwho.text.words import split_words

pytestmark = pytest.mark.model

TEXTS = ("Shells hit Qasreh.", "", "Shells hit the silos of Qasreh again.", "\u0301 hit", "https://a.example" + "/q1" * 40, "\ud800 hit")


def table() -> PieceTable:
    return PieceTable((WEIGHTS / "tokenizer.json").read_bytes())


@pytest.mark.parametrize("room", [2, 1 << 16])
def test_words_that_were_cut_before_have_the_same_pieces(monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    """Also where there is no room to keep them all."""
    monkeypatch.setattr(pieces, "_ROOM", room)
    used = table()
    for text in (*TEXTS, *TEXTS):
        fresh, again = table().cut(split_words(text)), used.cut(split_words(text))
        assert np.array_equal(fresh.ids, again.ids)
        assert np.array_equal(fresh.firsts, again.firsts)


def test_each_word_has_a_piece_and_none_too_many() -> None:
    """A lone accent has none of its own, and an address would have many."""
    found = table().cut(split_words(" ".join(TEXTS)))
    counts = np.diff(found.firsts)
    assert (1, MOST_PIECES) == (counts.min(), counts.max())
