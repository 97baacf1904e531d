"""What a clause means is told by what stands before it too."""

import numpy as np
import pytest

from saidwho.pipeline.weights import shipped_passage_encoder
from saidwho.reading.vectors import WIDTH
from saidwho.text.marked_clauses import CLOSES, OPENS

pytestmark = pytest.mark.model


def clause(text: str) -> str:
    """A passage, the words that count in brackets."""
    return text.replace("[", OPENS).replace("]", CLOSES)


def test_what_was_told_before_tells_what_is_meant() -> None:
    """The same words are nearer to the happening that they stand behind."""
    ferry, bridge, behind_ferry, behind_bridge = shipped_passage_encoder().vectors(
        [
            clause("[Shells sank the ferry at Lom] on Monday, the harbour master said."),
            clause("[Engineers blew up the bridge at Varnok] on Tuesday, the governor said."),
            clause("Shells sank the ferry at Lom on Monday. The harbour was closed. [Eleven people died], the town clerk added."),
            clause("The bridge at Varnok was blown up on Tuesday. The road was closed. [Eleven people died], the town clerk added."),
        ]
    )
    assert ferry @ behind_ferry > ferry @ behind_bridge
    assert bridge @ behind_bridge > bridge @ behind_ferry


def test_a_vector_does_not_depend_on_what_else_is_asked() -> None:
    """To the last bit, in the order that is asked, and each is of length one."""
    asked = [clause(text) for text in ("[They came] and left.", "[It rained].", "They came and [left].", "It rained.")]
    together = shipped_passage_encoder().vectors(asked)
    assert all(np.array_equal(row, shipped_passage_encoder().vectors([one])[0]) for row, one in zip(together, asked, strict=True))
    assert np.linalg.norm(together, axis=1) == pytest.approx(1, abs=1e-5)


def test_odd_clauses_have_vectors_too() -> None:
    """None, nothing between the marks, and a passage longer than the encoder takes."""
    long = clause("word " * 600 + "[the bridge fell] " + "word " * 600)
    found = shipped_passage_encoder().vectors(["", clause("[]"), long])
    assert ((3, WIDTH), True) == (found.shape, bool(np.isfinite(found).all()))
    assert (0, WIDTH) == shipped_passage_encoder().vectors([]).shape
