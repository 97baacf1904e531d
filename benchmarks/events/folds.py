"""Every labelled sentence is answered by a model that has not seen it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from saidwho.statements.events.events import SURE_ENOUGH, THRESHOLD, leant
from saidwho.statements.events.types import KINDS, NONE
from training.events import YIELD, Example, Floats, alike, learn

FOLDS = 5
# These corpora are scored, so none of their sentences may be learned from and asked for at once.
_SCORED = ("plv", "bare", "report", "cameo")
# plv_plover's labels: two types of PLOVER are one.
_LABELS = {kind: "YIELD" if kind in YIELD else kind for kind in KINDS}
LABELS = tuple(dict.fromkeys(_LABELS.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was answered to one example.

    label: what it is labelled with; several where the corpus leaves open which. best: the likeliest label, none left out.
    given: what classify gives, or None where it gives nothing.
    """

    corpus: str
    key: str
    label: tuple[str, ...]
    best: str
    given: str | None


def fold_of(text: str) -> int:
    """The fold of a sentence: the same for the same words, whatever the order of the corpus."""
    return int(hashlib.sha256(text.encode("utf-8")).hexdigest(), 16) % FOLDS


def _unit(example: Example) -> str:
    """What is never split between learning and asking: a sentence, or a whole report."""
    return example.key if example.corpus == "report" else example.clause.text


def answer_all(examples: Sequence[Example]) -> list[Answer]:
    """Answer the scored examples, fold by fold."""
    asked = [example for example in examples if example.corpus in _SCORED]
    likeness = alike(examples)
    return [answer for fold in range(FOLDS) for answer in _answer_fold(examples, asked, fold, likeness)]


def _answer_fold(examples: Sequence[Example], asked: Sequence[Example], fold: int, likeness: Floats) -> list[Answer]:
    own = [example for example in asked if fold_of(_unit(example)) == fold]
    if not own:
        return []
    seen = [i for i, e in enumerate(examples) if e.corpus not in _SCORED or fold_of(_unit(e)) != fold]
    model = learn([examples[i] for i in seen], likeness=likeness[np.ix_(seen, seen)])
    shares = model.probabilities(np.stack([example.features for example in own]))
    return [_answer(example, leant(share, example.clause.leaning)) for example, share in zip(own, shares, strict=True)]


def _answer(example: Example, shares: Floats) -> Answer:
    sums = dict.fromkeys(LABELS, 0.0)
    for kind, share in zip(KINDS, shares.tolist(), strict=True):
        sums[_LABELS[kind]] += share
    likeliest = KINDS[int(shares.argmax())]
    needed = SURE_ENOUGH if likeliest == example.clause.leaning else THRESHOLD
    is_given = likeliest != NONE and shares.max() >= needed
    return Answer(
        corpus=example.corpus,
        key=example.key,
        label=tuple(dict.fromkeys(_LABELS[kind] for kind in example.types)),
        best=max((label for label in LABELS if label != NONE), key=sums.__getitem__),
        given=_LABELS[likeliest] if is_given else None,
    )
