"""Learn which PLOVER type a clause tells of: the weights of saidwho.statements.events.

An example may have several right types, of which the corpus does not say which: plv_plover's YIELD is CONCEDE or RETREAT,
a class of cameo_class is any of its types. What is learned is that one of them is right. Each type weighs about the same,
however often a corpus has it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.statements.labels import labelled
from saidwho.reading.clauses import ClauseEncoder
from saidwho.reading.reader import Reader
from saidwho.statements.events import events
from saidwho.statements.events.events import Model, leaning_of
from saidwho.statements.events.features import Clause, describe
from saidwho.statements.events.frames import Frame, make_frame
from saidwho.statements.events.types import KINDS, NONE
from saidwho.text.marked_clauses import clause_in
from saidwho.types.document import Span
from saidwho.types.reading import Token
from training.corpora import read_lines
from training.digests import write_digest
from training.marked_events import Typed, marked_clauses

WEIGHTS = Path(events.__file__).with_name("weights.npz")
OWN = Path(__file__).with_name("events.tsv")

YIELD = ("CONCEDE", "RETREAT")
# The classes of cameo_class, which names no types.
CLASSES: dict[int, tuple[str, ...]] = {
    0: (NONE,),
    1: ("AGREE", "CONSULT", "SUPPORT"),
    2: ("COOPERATE", "AID", *YIELD),
    3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
# CAMEO's root codes in PLOVER. 01, statements, has no type.
_CAMEO: dict[str, tuple[str, ...]] = {
    "02": ("REQUEST",), "03": ("AGREE",), "04": ("CONSULT",), "05": ("SUPPORT",), "06": ("COOPERATE",), "07": ("AID",), "08": YIELD,
    "09": ("ACCUSE",), "10": ("REQUEST",), "11": ("ACCUSE",), "12": ("REJECT",), "13": ("THREATEN",), "14": ("PROTEST",),
    "15": ("MOBILIZE",), "16": ("SANCTION",), "17": ("COERCE",), "18": ("ASSAULT",), "19": ("ASSAULT",), "20": ("ASSAULT",),
}  # fmt: skip
# How much an example of each corpus counts. bare: plv_plover again, without actor and recipient, which a text may not name.
WEIGHT = {"plv": 1.0, "bare": 0.5, "own": 1.0, "report": 1.0, "marked": 0.2, "cameo": 1.0, "petrarch": 0.1, "ngec": 0.1}
# 1 makes every type weigh the same, 0 leaves them as often as they are.
BALANCE = 0.6
DECAY = 0.1
STEPS = 120

Floats = NDArray[np.float32]
Vectors = Callable[[Sequence[str]], Floats]
Parse = Callable[[str], Sequence[Token]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Example:
    """A labelled clause. types: of which one is right."""

    corpus: str
    key: str
    clause: Clause
    types: tuple[str, ...]
    features: Floats


def gather(data: Path, vectors: Vectors, parse: Parse) -> list[Example]:
    """All examples. Sentences of cameo_class that are in either part of plv_plover are left out.

    vectors: the encoder of clauses. parse: the reader's syntax of a text.
    """
    plv = read_lines(data / "plv_plover/train.jsonl")
    taken = {record["text"] for record in plv}
    rows = [*_plv(plv), *_cameo(data, taken), *_petrarch(data, taken), *_ngec(data), *own_clauses(), *report_clauses(), *marked_clauses()]
    shown = tuple(dict.fromkeys(row.shown for row in rows))
    known = dict(zip(shown, vectors(shown), strict=True))
    parsed = {text: tuple(parse(text)) for text in dict.fromkeys(row.clause.text for row in rows)}
    return [_example(row, known[row.shown], parsed[row.clause.text]) for row in rows]


def _example(row: Typed, vector: Floats, tokens: Sequence[Token]) -> Example:
    clause = replace(row.clause, frame=_frame(row.clause, tokens))
    return Example(corpus=row.corpus, key=row.key, clause=clause, types=row.types, features=describe(clause, vector))


def _sentence(corpus: str, key: str, clause: Clause, types: tuple[str, ...]) -> Typed:
    """A clause that is all of its sentence."""
    return Typed(corpus=corpus, key=key, clause=clause, shown=clause.text, types=types)


def shipped_encoders() -> tuple[Vectors, Parse]:
    """The encoder of clauses and the syntax that come with the package."""
    reader = Reader()
    return ClauseEncoder().vectors, lambda text: reader.read(text).tokens


def _frame(clause: Clause, tokens: Sequence[Token]) -> Frame | None:
    """The frame of the verb over both parties where they are known, else of the sentence's own verb."""
    if not tokens:
        return None
    children: dict[int, list[int]] = {}
    for number, token in enumerate(tokens):
        if token.head != number:
            children.setdefault(token.head, []).append(number)
    words = [token.span.of(clause.text).lower() for token in tokens]
    return make_frame(_head(clause, tokens), tokens=tokens, words=words, children=lambda i: children.get(i, []))


def _head(clause: Clause, tokens: Sequence[Token]) -> int:
    tops = [_top(span, tokens) for span in (clause.actor, clause.recipient) if span is not None]
    if len(tops) == 2 and None not in tops:
        over = set(_heads_of(tops[1], tokens))
        shared = next((i for i in _heads_of(tops[0], tokens) if i in over), None)
        if shared is not None:
            return shared
    return next((i for i, token in enumerate(tokens) if token.head == i), 0)


def _top(span: Span, tokens: Sequence[Token]) -> int | None:
    inside = [i for i, token in enumerate(tokens) if token.span.end > span.start and token.span.start < span.end]
    return next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), None)


def _heads_of(number: int | None, tokens: Sequence[Token]) -> list[int]:
    """The heads above a token, nearest first."""
    found: list[int] = []
    while number is not None and tokens[number].head != number and len(found) < len(tokens):
        number = tokens[number].head
        found.append(number)
    return found


def _plv(records: list[dict]) -> Iterator[Typed]:
    for record in records:
        types = YIELD if record["event"] == "YIELD" else (record["event"],)
        parties = Clause(text=record["text"], actor=_span(record["source_spans"]), recipient=_span(record["target_spans"]))
        yield _sentence("plv", record["id"], parties, types)
        yield _sentence("bare", record["id"], Clause(text=record["text"]), types)


def _span(spans: Sequence[Sequence[int]]) -> Span | None:
    return Span(start=spans[0][0], end=spans[0][1]) if spans else None


def _cameo(data: Path, taken: set[str]) -> Iterator[Typed]:
    for record in read_lines(data / "cameo_class/train.jsonl"):
        if record.get("also_in_plv_test") or record.get("also_in_plv_train") or record["text"] in taken:
            continue
        clause = Clause(text=record["text"], actor=_tagged(record, "S"), recipient=_tagged(record, "T"))
        yield _sentence("cameo", record["id"], clause, CLASSES[record["label"]])


def _tagged(record: dict, role: str) -> Span | None:
    """The first stretch of words that cameo_ner tags with a role."""
    start = end = at = 0
    for word, tag in zip(record.get("ner_tokens", ()), record.get("ner_tags", ()), strict=True):
        found = record["text"].find(word, at)
        if found < 0:
            continue
        at = found + len(word)
        if tag == f"B-{role}" and not end:
            start, end = found, at
        elif tag == f"I-{role}" and end:
            end = at
        elif end:
            break
    return Span(start=start, end=end) if end else None


def _petrarch(data: Path, taken: set[str]) -> Iterator[Typed]:
    """The records whose codes come to one type."""
    for record in read_lines(data / "petrarch_validation/all.jsonl"):
        found = {_CAMEO.get(str(event.get("eventcode"))[:2], ()) for event in record["events"]}
        if len(found) == 1 and () not in found and record["text"] not in taken:
            yield _sentence("petrarch", record["id"], Clause(text=record["text"]), found.pop())


def _ngec(data: Path) -> Iterator[Typed]:
    """One headline of each kind. What is promised is CONCEDE there and AGREE in plv_plover; convictions differ alike."""
    seen = set()
    for number, record in enumerate(read_lines(data / "ngec_synthetic/train.jsonl")):
        if record["title"] in seen:
            continue
        seen.add(record["title"])
        label = record["label"]
        types = {"CONCEDE": ("CONCEDE", "AGREE")}.get(label, (label,))
        if record["mode"] == "CONVICT":
            types = (label, "ACCUSE")
        yield _sentence("ngec", str(number), Clause(text=record["prompt"].partition("\n")[0].strip()), types)


def own_clauses(file: Path = OWN) -> Iterator[Typed]:
    """The clauses we wrote, each with its type."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")][1:]
    for number, line in enumerate(lines):
        kind, clause = line.split("\t")
        yield _sentence("own", str(number), Clause(text=clause), (kind,))


def report_clauses() -> Iterator[Typed]:
    """The labelled propositions of our own reports to develop on; one without an event is none."""
    for report in labelled("dev"):
        text = report.document.text
        for said in report.said:
            for fields, ranges in zip(said.fields["propositions"], said.propositions, strict=True):
                spans = [Span(start=start, end=end) for start, end in ranges]
                leaning = leaning_of(said.fields["act"], fields["modality"])
                clause = Clause(text=" ".join(span.of(text) for span in spans), leaning=leaning)
                types = (fields["event"] or NONE,)
                yield Typed(corpus="report", key=report.name, clause=clause, shown=clause_in(sorted(spans), text), types=types)


def alike(examples: Sequence[Example]) -> Floats:
    """How alike each two examples are: the products of their features, (examples, examples)."""
    features = np.stack([example.features for example in examples])
    products: Floats = features @ features.T
    return products


def learn(examples: Sequence[Example], *, likeness: Floats | None = None, steps: int = STEPS) -> Model:
    """Learn a model by Nesterov's accelerated descent on the regularised likelihood.

    likeness: as alike makes it of these examples, where it is known already.
    Weights are sums of the examples' features, so it is how much of each that is learned: a table of examples by examples
    is enough. Method: Nesterov 1983; for sets of right classes, the gradient of Cour et al. 2011.
    """
    features = np.stack([example.features for example in examples])
    right = np.array([[kind in example.types for kind in KINDS] for example in examples], dtype=np.float64)
    shares = _learn_shares(alike(examples) if likeness is None else likeness, right, _importance(examples, right), steps)
    return _rounded(features.T @ shares.astype(np.float32))


def _importance(examples: Sequence[Example], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """How much each example counts, 1 on average."""
    own = np.array([WEIGHT[example.corpus] for example in examples])
    split = right / right.sum(axis=1, keepdims=True)
    totals = (split * own[:, None]).sum(axis=0)
    weights: NDArray[np.float64] = own * (split @ (totals.mean() / np.maximum(totals, 1e-9)) ** BALANCE)
    return weights / weights.mean()


def _learn_shares(likeness: Floats, right: NDArray[np.float64], importance: NDArray[np.float64], steps: int) -> NDArray[np.float64]:
    now = ahead = np.zeros(right.shape)
    rate = 1 / (0.5 * _largest(likeness, importance) + DECAY)
    pace = 1.0
    for _ in range(steps):
        scores = (likeness @ ahead.astype(np.float32)).astype(np.float64)
        found = np.exp(scores - scores.max(axis=1, keepdims=True))
        found /= found.sum(axis=1, keepdims=True)
        wanted = found * right
        wanted /= np.maximum(wanted.sum(axis=1, keepdims=True), 1e-300)
        after = ahead - rate * ((found - wanted) * importance[:, None] + DECAY * ahead)
        quicker = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        ahead = after + (pace - 1) / quicker * (after - now)
        now, pace = after, quicker
    return now


def _largest(likeness: Floats, importance: NDArray[np.float64]) -> float:
    """The largest eigenvalue of the weighted table, by power iteration."""
    root = np.sqrt(importance)
    vector, size = np.ones(len(root)), 1.0
    for _ in range(20):
        vector = root * (likeness @ (root * vector).astype(np.float32))
        size = float(np.linalg.norm(vector))
        vector = vector / size
    return size


def _rounded(weights: Floats) -> Model:
    """Weights in int8, each column with a scale of its own for the vector's part and for the rest alike."""
    scales = np.maximum(np.abs(weights).max(axis=0), 1e-9) / 127
    return Model(table=np.round(weights / scales).astype(np.int8), scales=scales.astype(np.float32))


def learn_events(data: Path, weights: Path = WEIGHTS) -> Path:
    """Learn from all corpora and write the weights and their digest."""
    examples = gather(data, *shipped_encoders())
    counts = {corpus: sum(example.corpus == corpus for example in examples) for corpus in WEIGHT}
    print(f"learning from {counts}", flush=True)
    model = learn(examples)
    np.savez_compressed(weights, table=model.table, scales=model.scales)
    write_digest(weights)
    return weights
