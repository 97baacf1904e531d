"""Linking on the corpora of others, on made claims and rankings."""

import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.linking.corpora import ecb_plus, newswcl50
from benchmarks.linking.matching import Message, average_precision, rankings
from benchmarks.linking.measure import claim_at
from saidwho.linking.features import FEATURES
from saidwho.linking.scoring import Model
from saidwho.types.document import Span


def span(start: int, end: int) -> Span:
    return Span(start=start, end=end)


class Made:
    """A claim, as far as the benchmark asks."""

    def __init__(self, identity: str) -> None:
        self.id = identity


def test_a_mention_is_of_the_claim_of_the_narrowest_proposition_around_it() -> None:
    """A sentence and a clause in it may be of two claims; what no proposition holds is of none."""
    told = [(span(0, 50), Made("sentence")), (span(10, 20), Made("clause"))]
    assert "clause" == claim_at(span(12, 15), told)  # type: ignore[arg-type]
    assert "sentence" == claim_at(span(30, 35), told)  # type: ignore[arg-type]
    assert claim_at(span(45, 55), told) is None  # type: ignore[arg-type]


def test_average_precision_weighs_hits_by_their_rank() -> None:
    """The first of five right is 1, the second alone a half, none in the first five 0."""
    assert 1.0 == average_precision(["a", "b"], frozenset("a"))
    assert 0.5 == average_precision(["b", "a"], frozenset("a"))
    assert 0.0 == average_precision(["b", "c", "d", "e", "f", "a"], frozenset("a"))


def test_claims_are_ranked_by_vectors_and_by_words() -> None:
    """Of two claims with the same vector, the one that shares words with the message comes first."""
    model = Model(bias=0.0, weights=dict.fromkeys(FEATURES, 0.0) | {"meaning": 1.0, "words": 1.0})
    claims = {"far": "grain prices", "near": "a bridge fell", "nearer": "the drone hit the market"}
    table = {"far": [0.0, 1.0]}

    def vectors(texts):
        return np.array([table["far"] if text == "grain prices" else [1.0, 0.0] for text in texts], dtype=np.float32)

    message = Message(key="m", text="drone hit our market", claims=frozenset({"nearer"}))
    assert [["nearer", "near", "far"]] == list(rankings([message], claims, vectors, model))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Two corpora of one document each."""
    for name, row in (
        (
            "ecb_plus/dev.jsonl",
            {
                "id": "1",
                "topic": "t",
                "text": "A shot fell. B ran.",
                "validated_sentences": [0],
                "mentions": [
                    {"id": "7", "kind": "event", "sentence": 0, "spans": [[2, 6]], "chain": "c"},
                    {"id": "8", "kind": "event", "sentence": 0, "spans": [[7, 11]]},
                    {"id": "9", "kind": "event", "sentence": 1, "spans": [[15, 18]], "chain": "d"},
                    {"id": "10", "kind": "entity", "sentence": 0, "spans": [[0, 1]], "chain": "e"},
                ],
            },
        ),
        (
            "newswcl50/all.jsonl",
            {
                "id": "1",
                "event": "0",
                "text": "They met.",
                "mentions": [
                    {"begin": 0, "end": 4, "text": "They", "chain": "0_Kim_ACTOR"},
                    {"begin": 5, "end": 8, "text": "met", "chain": "0_Meeting_EVENT"},
                ],
            },
        ),
    ):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(json.dumps(row) + "\n", encoding="utf-8")
    return tmp_path


def test_only_events_of_validated_sentences_are_labelled(data: Path) -> None:
    """One that no other tells of is a chain of its own."""
    (found,) = ecb_plus(data)
    assert [("c", span(2, 6)), ("1 8", span(7, 11))] == [(m.chain, m.span) for m in found.mentions]


def test_actors_are_no_happenings(data: Path) -> None:
    """Of the chains that name their kind, events and actions count."""
    (found,) = newswcl50(data)
    assert ["0_Meeting_EVENT"] == [m.chain for m in found.mentions]
