"""Measure event types, in five folds of plv_plover and cameo_class."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.cases import Case
from benchmarks.counts import Counts, add_up
from benchmarks.events.folds import LABELS, Answer, answer_all
from benchmarks.measured import Figure, Measured
from saidwho.reading.reader import Reader
from saidwho.statements.events.types import NONE
from training.events import gather, shipped_encoders

DATA = ("plv_plover/train.jsonl", "cameo_class/train.jsonl", "petrarch_validation/all.jsonl", "ngec_synthetic/train.jsonl")
ASKED = {"events macro f1": 80.0, "events given precision": 85.0}
PUBLISHED = {"events macro f1": "ZSP 82.1"}
NOTES = (
    "five folds by the words of the sentence; each is answered by a model that has not seen it. CONCEDE and RETREAT count as YIELD.",
    "macro f1: the likeliest type, never none. given: what classify gives, which may be nothing: its precision and recall.",
    "no parties: the same without being told where actor and recipient stand.",
    "cameo: sentences that plv_plover has not; an event given is right if it is of the labelled class, and wrong in neutral ones.",
    "reports: propositions of our own reports to develop on, folds by report; YIELD's two types count as one there too.",
    "The model's settings and its threshold were chosen on these folds; the published figure is of the test part.",
)


def measure(data: Path, reader: Reader) -> Measured:
    """Learn five models and score what each answers to the sentences it has not seen."""
    answers = answer_all(gather(data, *shipped_encoders()))
    counted = sorted((a for a in answers if a.corpus != "report"), key=lambda a: (a.corpus, a.key))
    cases = tuple(Case(corpus=a.corpus, name=a.key, counts=_counts(a)) for a in counted)
    return Measured(part="events", figures=figures(answers), data=DATA, cases=cases, notes=NOTES)


def figures(answers: Sequence[Answer]) -> tuple[Figure, ...]:
    """The figures of all answers; those of a corpus without answers are 0."""
    plv, bare, cameo = ([a for a in answers if a.corpus == corpus] for corpus in ("plv", "bare", "cameo"))
    given = add_up([{"given": _given(a)} for a in plv]).get("given", Counts())
    reports = [a for a in answers if a.corpus == "report"]
    told = [a for a in reports if a.label != (NONE,)]
    alone = add_up([{"given": _given(a)} for a in bare]).get("given", Counts())
    neutral = [a for a in cameo if a.label == (NONE,)]
    return (
        _figure("events macro f1", macro_f1(plv), "F1"),
        _figure("events accuracy", _percent([a.best in a.label for a in plv]), "%"),
        _figure("events given precision", given.precision, "%"),
        _figure("events given recall", given.recall, "%"),
        _figure("events no parties macro f1", macro_f1(bare), "F1"),
        _figure("events no parties given precision", alone.precision, "%"),
        _figure("events reports given precision", _percent([a.given in a.label for a in reports if a.given is not None]), "%"),
        _figure("events reports given recall", _percent([a.given in a.label for a in told]), "%"),
        _figure("events cameo given right", _percent([a.given in a.label for a in cameo if a.given is not None]), "%"),
        _figure("events cameo neutral left alone", _percent([a.given is None for a in neutral]), "%"),
    )


def macro_f1(answers: Sequence[Answer]) -> float:
    """The mean F1 of the labels that occur, each as heavy as any, in percent."""
    sums = add_up([_counted(a.label[0], a.best) for a in answers])
    found = [sums[label].f1 for label in LABELS if label in sums and sums[label].gold]
    return sum(found) / max(len(found), 1)


def _counted(label: str, best: str) -> dict[str, Counts]:
    if label == best:
        return {label: Counts(right=1, predicted=1, gold=1)}
    return {label: Counts(gold=1), best: Counts(predicted=1)}


def _given(answer: Answer) -> Counts:
    return Counts(right=int(answer.given in answer.label), predicted=int(answer.given is not None), gold=1)


def _counts(answer: Answer) -> dict[str, Counts]:
    """What the committed cases show: the answer against the label, by name."""
    return {f"{'|'.join(answer.label)}:{answer.given or '-'}": _given(answer)}


def _percent(right: Sequence[bool]) -> float:
    return 100 * sum(right) / max(len(right), 1)


def _figure(name: str, value: float, unit: str) -> Figure:
    return Figure(name=name, value=value, unit=unit, asked=ASKED.get(name), published=PUBLISHED.get(name, ""))
