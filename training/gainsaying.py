"""Fit how much a statement sounds like a denial, by the vector of its clause: weights for linking/gainsaying.py.

A logistic regression with ridge on all statements of the stories; those at a labelled denial deny. For fitting what denials deny, each
statement is told by weights that never saw its story.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.origins.labels import Story
from benchmarks.origins.score import statements_at
from saidwho.linking.facts import facts_of
from saidwho.linking.gainsaying import WEIGHTS, Gainsaying, clause_of, half
from saidwho.linking.pairs import Vectors
from saidwho.types.statement import Report
from training.digests import write_digest

RIDGE = 8.0
# Vectors have length 1; longer ones are learned sooner.
LENGTH = 4.4
STEPS, RATE = 300, 0.05
FOLDS = 5
_AT_ONCE = 256

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Told:
    """All statements of some stories, a row each: their ids, whose they are, their vectors, and whether they deny by the labels."""

    ids: tuple[str, ...]
    stories: tuple[str, ...]
    vectors: NDArray[np.float16]
    is_denial: NDArray[np.bool_]


def told_in(told: Sequence[Story], reports: Mapping[str, Sequence[Report]], vectors: Vectors) -> Told:
    """reports: of each story, by its name."""
    ids, names, clauses, denials = [], [], [], []
    for story in told:
        denied = denied_in(story, {report.document.key or "": report for report in reports[story.name]})
        for voice in (voice for report in reports[story.name] for voice in facts_of(report).voices):
            ids.append(voice.id)
            names.append(story.name)
            clauses.append(clause_of(voice))
            denials.append(bool(denied.get(voice.id)))
    made = [vectors(clauses[at : at + _AT_ONCE]) for at in range(0, len(clauses), _AT_ONCE)]
    return Told(ids=tuple(ids), stories=tuple(names), vectors=np.concatenate(made).astype(np.float16), is_denial=np.array(denials))


def denied_in(story: Story, reports: Mapping[str, Report]) -> dict[str, set[str]]:
    """The keys of the claims that each statement denies by the labels: all that stand at a labelled place."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in story.claims:
        for denial in claim["denied_by"]:
            for statement in statements_at(story.spans(denial), reports[denial["document"]]):
                found[statement].add(claim["key"])
    return found


def fit_gainsaying(vectors: NDArray[np.float16], is_denial: NDArray[np.bool_]) -> Gainsaying:
    """By gradient descent with moments (Kingma and Ba 2015)."""
    table, truth = vectors.astype(np.float64) * LENGTH, is_denial.astype(np.float64)
    weights = np.zeros(table.shape[1] + 1)
    weights[0] = np.log(truth.mean() / (1 - truth.mean()))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        missed = 1 / (1 + np.exp(-(table @ weights[1:] + weights[0]))) - truth
        slope = np.r_[missed.sum(), table.T @ missed + RIDGE * weights[1:]]
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights = weights - RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return Gainsaying(bias=round(float(weights[0]), 4), weights=half((weights[1:] * LENGTH).tolist()))


def unseen(told: Told) -> dict[str, float]:
    """How much each statement sounds like a denial, by weights that never saw its story."""
    names = sorted(set(told.stories))
    fold = np.array([names.index(name) % FOLDS for name in told.stories])
    found: dict[str, float] = {}
    for out in range(FOLDS):
        kept = fold != out
        sounds = fit_gainsaying(told.vectors[kept], told.is_denial[kept]).of(told.vectors[~kept])
        found |= dict(zip((told.ids[at] for at in np.flatnonzero(~kept)), sounds, strict=True))
    return found


def write(made: Gainsaying, file: Path = WEIGHTS) -> None:
    """Put weights into the package, with their SHA-256 beside them."""
    written = json.dumps({"bias": made.bias, "weights": [float(f"{weight:.5g}") for weight in made.weights]}).encode() + b"\n"
    file.write_bytes(written)
    write_digest(file)
