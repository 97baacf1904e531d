"""Of which PLOVER type is the happening that a clause tells, if it tells one?

Method: multinomial logistic regression over the features of `features`, with "none" (judgement, talk, a figure, a state of
affairs) among its classes. Learned by training.events from plv_plover, whose YIELD stands for CONCEDE or RETREAT and is
learned as either; from cameo_class, whose five classes are each learned as one of several types; from the records of
petrarch_validation whose CAMEO codes name one type, the titles of ngec_synthetic, and clauses and reports of our own.

Below THRESHOLD nothing is given: no type is better than a wrong one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from saidwho.errors import WeightsError
from saidwho.statements.events.features import VECTOR, WIDTH, Clause, cut, describe
from saidwho.statements.events.lexicon import find_entries
from saidwho.statements.events.types import KINDS, NONE, TYPES, EventType
from saidwho.types.released import released_bytes
from saidwho.types.statement import EVENTS, Act, Modality

WEIGHTS = Path(__file__).with_name("weights.npz")
# Gives 86 of 100 types right in propositions of our own reports, each answered by a model that has not seen
# the report (benchmarks/events). At 0.7 it is 83.
THRESHOLD = 0.78
# How many times likelier a demand makes REQUEST, and so on; 20 to 2000 do much the same on those reports.
LEANING = 400.0
SURE_ENOUGH = 0.5
# A demand is a REQUEST whatever its words say: all 1,011 that are marked in training/reports are.
ALWAYS: EventType = "REQUEST"
# How much the log odds of the classifier and those of the reader count, and how many times likelier none is than both find it. On 697
# propositions of marked reports that neither had learned from, and on the reports to develop on by a model that had not learned from them,
# weights from 0.5 to 0.7 do much the same. From 0.55 to 0.65 the threshold gives and takes as many right types as wrong ones.
OWN_WEIGHT, TOLD_WEIGHT = 0.6, 0.5
NONE_LIKELIER = 1.2
TOLD_THRESHOLD = 0.6
SMALLEST = 1e-6
# Ground that is taken, entered or held in a war is an assault, and soldiers who are made to give it up retreat; for which types each is
# mistaken by its words alone.
_MISTAKEN: Mapping[EventType, tuple[str, ...]] = {
    "ASSAULT": ("COERCE", "MOBILIZE", "CONCEDE", "RETREAT", NONE),
    "RETREAT": ("COERCE", "MOBILIZE", "CONCEDE", "ASSAULT", NONE),
}
# Where the reader's labels have each of KINDS.
_PLACES = [EVENTS.index(kind) for kind in KINDS]

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventGuess:
    """An event type. mode: as PLOVER names it; None where no word of the clause says one. score: probability."""

    type: EventType
    mode: str | None
    score: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Model:
    """What was learned. table: int8, (WIDTH, KINDS). scales: float32, what one step of table is worth in each column."""

    table: NDArray[np.int8]
    scales: Floats

    def probabilities(self, features: Floats) -> Floats:
        """How likely each of KINDS is. features: (..., WIDTH)."""
        scores = (features @ self.table.astype(np.float32)) * self.scales
        raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
        shares: Floats = raised / raised.sum(axis=-1, keepdims=True)
        return shares


def classify(
    clause: Clause,
    vector: Sequence[float] | Floats,
    *,
    told: Floats | None = None,
    threshold: float | None = None,
    without: frozenset[EventType] = frozenset(),
    shown: EventType | None = None,
    is_number: bool = False,
) -> EventGuess | None:
    """Name the event that a clause tells; None where it tells none, or none is sure.

    vector: what the encoder of clauses makes of the clause in its sentence: of length VECTOR.
    told: how likely the reader finds each of EVENTS; None where it was not asked.
    threshold: THRESHOLD where None, or TOLD_THRESHOLD where the reader was asked.
    without: types that it is known not to be of. shown: the type that its syntax shows: ASSAULT or RETREAT. is_number: whether it only
    gives a number, of which its words tell nothing: what is counted stands before, which the reader alone has seen.
    Raises ValueError for a vector of another length or with numbers that are none.
    """
    given = np.asarray(vector, dtype=np.float32)
    if given.shape != (VECTOR,) or not np.isfinite(given).all():
        raise ValueError(f"a vector of shape {given.shape}: expected {VECTOR} finite numbers. Use the reader's encoder of clauses.")
    if not any(map(str.isalpha, clause.text)) and not is_number:
        return None
    if clause.leaning == ALWAYS:
        return EventGuess(type=ALWAYS, mode=_mode(clause, ALWAYS), score=1.0)
    own = leant(shipped_model().probabilities(describe(clause, given)), clause.leaning)
    # The reader has seen what the speaker does.
    shares = told[_PLACES] if is_number and told is not None else pooled(own, told)
    if shown:
        shares = _as_shown(shares, shown)
    shares[[KINDS.index(kind) for kind in without]] = 0
    best = int(shares.argmax())
    # What the act itself says needs less from the words.
    if threshold is None:
        threshold = THRESHOLD if told is None else TOLD_THRESHOLD
    needed = min(threshold, SURE_ENOUGH) if KINDS[best] == clause.leaning else threshold
    if KINDS[best] == NONE or shares[best] < needed:
        return None
    kind = TYPES[best]
    return EventGuess(type=kind, mode=_mode(clause, kind), score=float(shares[best]))


def leaning_of(act: Act | None, modality: Modality | None) -> EventType | None:
    """The type that what the speaker does makes likely: a demand is a REQUEST, whatever is demanded."""
    if act == "demand" and modality == "ordered":
        return "REQUEST"
    if act == "threaten" and modality in ("conditional", "planned", "ordered", "ongoing"):
        return "THREATEN"
    return "ASSAULT" if act == "claim responsibility" else None


def leant(shares: Floats, leaning: EventType | None) -> Floats:
    """Probabilities after learning what the speaker does. shares: of KINDS."""
    if leaning is None:
        return shares
    raised = shares.copy()
    raised[KINDS.index(leaning)] *= LEANING
    found: Floats = raised / raised.sum()
    return found


def pooled(shares: Floats, told: Floats | None) -> Floats:
    """What the classifier and the reader find together, a logarithmic opinion pool (Genest and Zidek 1986).

    shares: of KINDS. told: of EVENTS.
    """
    if told is None:
        return shares
    sums = OWN_WEIGHT * np.log(np.maximum(shares, SMALLEST)) + TOLD_WEIGHT * np.log(np.maximum(told[_PLACES], SMALLEST))
    raised = np.exp(sums - sums.max())
    raised[KINDS.index(NONE)] *= NONE_LIKELIER
    found: Floats = raised / raised.sum()
    return found


def _as_shown(shares: Floats, shown: EventType) -> Floats:
    """Probabilities after learning what the syntax shows. shares: of KINDS."""
    mistaken = [KINDS.index(kind) for kind in _MISTAKEN[shown]]
    found = shares.copy()
    found[KINDS.index(shown)] += shares[mistaken].sum()
    found[mistaken] = 0
    return found


def _mode(clause: Clause, kind: EventType) -> str | None:
    """The mode that the first word for a type with a mode names, in the core if there is one."""
    parts = cut(clause)
    for stems in (parts.inner, parts.stems):
        for hit in find_entries(stems):
            if hit.entry.type == kind and hit.entry.mode is not None:
                return hit.entry.mode
    return None


@cache
def shipped_model() -> Model:
    """The model in the package. Raises WeightsError where it is missing, altered or of another width."""
    with np.load(BytesIO(released_bytes(WEIGHTS)), allow_pickle=False) as arrays:
        model = Model(table=arrays["table"], scales=arrays["scales"])
    if model.table.shape != (WIDTH, len(KINDS)):
        raise WeightsError(f"{WEIGHTS}: has shape {model.table.shape}, this version reads {(WIDTH, len(KINDS))}. Install saidwho again.")
    return model
