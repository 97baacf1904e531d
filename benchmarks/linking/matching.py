"""Which checked claim does a message repeat? By the words and vectors that linking compares propositions by."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from saidwho.linking.scoring import Model
from saidwho.linking.stems import stems

CLAIMS, MESSAGES = "clef2020_claim_matching/verified_claims.jsonl", "clef2020_claim_matching/dev.jsonl"
DEEPEST = 5
# So many claims of the closest vectors are compared by their words as well.
_LOOKED_AT = 50
_WORDS = ("words", "contained", "meaning", "shared")

Vectors = Callable[[Sequence[str]], NDArray[np.float32]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """key: its id. text: its words. claims: ids of those that it repeats."""

    key: str
    text: str
    claims: frozenset[str]


def claims_of(data: Path) -> dict[str, str]:
    """What each claim says, by its id."""
    return {row["id"]: row["claim"] for row in _rows(data / CLAIMS)}


def messages_of(data: Path) -> list[Message]:
    return [Message(key=row["id"], text=row["text"], claims=frozenset(row["claim_ids"])) for row in _rows(data / MESSAGES)]


def _rows(file: Path) -> Iterator[dict]:  # type: ignore[type-arg]
    yield from (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())


def rankings(messages: Sequence[Message], claims: Mapping[str, str], vectors: Vectors, model: Model) -> Iterator[list[str]]:
    """For each message the ids of the likeliest claims, the likeliest first."""
    keys = list(claims)
    told = [frozenset(stems(text)) for text in claims.values()]
    table = vectors(list(claims.values()))
    for message, vector in zip(messages, vectors([message.text for message in messages]), strict=True):
        cosines = table @ vector
        own = frozenset(stems(message.text))
        near = np.argsort(-cosines, kind="stable")[:_LOOKED_AT]
        odds = {n: model.odds(_likeness(own, told[n], float(cosines[n]))) for n in near.tolist()}
        yield [keys[n] for n in sorted(odds, key=lambda n: (-odds[n], n))[:DEEPEST]]


def _likeness(one: frozenset[str], other: frozenset[str], closeness: float) -> dict[str, float]:
    """The features of words alone; see saidwho.linking.features."""
    shared, shortest = len(one & other), min(len(one), len(other))
    values = (
        2 * shared / max(len(one) + len(other), 1),
        shared / max(shortest, 1) if shortest > 2 else 0.0,
        max(0.0, closeness),
        min(shared, 5) / 5,
    )
    return dict(zip(_WORDS, values, strict=True))


def average_precision(found: Sequence[str], wanted: frozenset[str]) -> float:
    """Of one ranking, 0 to 1, as CheckThat! 2020 counts it (average precision at DEEPEST)."""
    hits, total = 0, 0.0
    for rank, key in enumerate(found[:DEEPEST], 1):
        if key in wanted:
            hits += 1
            total += hits / rank
    return total / min(len(wanted), DEEPEST) if wanted else 0.0
