"""Clauses that tell of one happening have vectors that point the same way."""

import numpy as np
import pytest

from saidwho.pipeline.weights import shipped_clause_encoder
from saidwho.reading.vectors import WIDTH
from saidwho.text.marked_clauses import CLOSES, OPENS

pytestmark = pytest.mark.model


def clause(text: str) -> str:
    """A sentence, the words that count in brackets."""
    return text.replace("[", OPENS).replace("]", CLOSES)


def test_a_happening_told_in_other_words_is_near() -> None:
    """Nearer than another happening of the same report."""
    told, again, other = shipped_clause_encoder().vectors(
        [
            clause("[Shells struck the ferry] at noon, the harbour police said."),
            clause("The governor said [a passenger vessel had come under artillery fire]."),
            clause("[The council elected a new mayor] on Monday."),
        ]
    )
    assert told @ again > told @ other + 0.2


def test_the_clause_counts_and_not_its_sentence_alone() -> None:
    """Two clauses of one sentence have vectors of their own, each nearer to what says the same."""
    seized, failed, again = shipped_clause_encoder().vectors(
        [
            clause("The minister said that [two ships were seized] and talks had failed."),
            clause("The minister said that two ships were seized and [talks had failed]."),
            clause("[Two vessels were captured] by the navy."),
        ]
    )
    assert seized @ again > failed @ again


def test_a_vector_does_not_depend_on_what_else_is_asked() -> None:
    """To the last bit, and each is of length one."""
    asked = [clause(f"Ada said [{n} tanks came] and [left]." if n else "[They burned].") for n in range(5)]
    together = shipped_clause_encoder().vectors(asked)
    assert all(np.array_equal(row, shipped_clause_encoder().vectors([one])[0]) for row, one in zip(together, asked, strict=True))
    assert np.linalg.norm(together, axis=1) == pytest.approx(1, abs=1e-5)


def test_odd_clauses_have_vectors_too() -> None:
    """None, nothing between the marks, no marks, and a sentence longer than the encoder takes."""
    long = clause("word " * 500 + "[the bridge fell] " + "word " * 500)
    found = shipped_clause_encoder().vectors(["", clause("[]"), "no marks", long])
    assert ((4, WIDTH), True) == (found.shape, bool(np.isfinite(found).all()))
    assert (0, WIDTH) == shipped_clause_encoder().vectors([]).shape
    near, far = shipped_clause_encoder().vectors([clause("[the bridge fell]"), clause("[parliament voted]")])
    assert found[3] @ near > found[3] @ far
