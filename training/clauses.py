"""Tune the base encoder on our stories and marked reports: clauses that tell of one happening have vectors that point the same way,
and a clause's vector tells of which PLOVER type its happening is.

All clauses of a story, and some of other stories, are one batch; each pair of them is one claim or not, and the cosine of their vectors,
times STEEP and less LEVEL, is the log-odds of it (as Zhai et al. 2023 match pictures and words, "Sigmoid loss for language image
pre-training"). The vector of a clause is the mean of the last layer over its own pieces, in its sentence. In the last passes a batch of
marked propositions follows each story, whose types a layer over their vectors is to tell; that layer is thrown away, and
training.events learns anew what the vectors tell.

The stories that linking's weights are fitted on (training/stories/apart, and those to develop on) are not learnt from, nor are the reports
and corpora by which event types are scored: on what was learnt the encoder is surer than it can be elsewhere.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from benchmarks.origins.given import claim_of
from benchmarks.origins.labels import Story, stories
from benchmarks.origins.measure import read_stories
from saidwho.linking.against import is_denial
from saidwho.linking.facts import facts_of
from saidwho.pipeline.weights import shipped_reader
from saidwho.reading.clauses import cut_clause
from saidwho.reading.pieces import PieceTable
from saidwho.reading.vectors import WIDTH
from saidwho.statements.events.types import KINDS
from saidwho.types.statement import Report
from training.base import base_folder, load_base
from training.marked_events import Typed, marked_clauses
from training.network import Encoder, Reader
from training.release import export_clauses
from training.spared import TOLD

STEEP, LEVEL = 8.0, 4.0
WARM, STRANGERS = 50, 12
# Types are told from vectors of this length; how much they count beside the stories; how far rare ones are raised; their layer's rate.
LONG, TYPES_COUNT, RAISED, LAYER_RATE = 10.0, 0.15, 0.3, 1e-3
# A labelled and an unlabelled clause, or two of different stories, are not one claim; but that tells less of what is different.
UNLABELLED = 0.3
SEED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Some passes over the stories. most: of a long story so many clauses make a batch, drawn anew in each pass.

    typed: so many propositions follow each story.
    """

    name: str
    passes: int
    rate: float
    most: int
    typed: int


STAGES = (
    Stage(name="stories", passes=6, rate=4e-5, most=110, typed=0),
    Stage(name="types", passes=3, rate=3e-5, most=80, typed=96),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A clause as it was read. claim: its label, None where it has none; document: where it stands."""

    clause: str
    words: str
    claim: str | None
    document: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cut:
    """Clauses in pieces. pieces, shown, marked: (clauses, pieces); shown is 0 beyond the end of each, marked is 1 on its own pieces."""

    pieces: Tensor
    shown: Tensor
    marked: Tensor


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Batch:
    """same, weights: (clauses, clauses), whether two are one claim, and how much that counts; below the diagonal alone."""

    clauses: Cut
    same: Tensor
    weights: Tensor


class Clauses(nn.Module):
    """The base encoder, and the mean of its last layer over some pieces, of length one."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder(Reader(0.1).dropout)
        load_base(self.encoder, base_folder() / "model.safetensors")
        self.types = nn.Linear(WIDTH, len(KINDS))

    def forward(self, clauses: Cut) -> Tensor:
        last = self.encoder(clauses.pieces, None, (1.0 - clauses.shown)[:, None, None, :] * -1e4)[-1]
        return F.normalize((last * clauses.marked[..., None]).sum(1) / clauses.marked.sum(1, keepdim=True), dim=1)

    def tuned(self) -> Iterator[nn.Parameter]:
        """The vocabulary stays as it is: few of its pieces are met in stories."""
        for name, weight in self.encoder.named_parameters():
            if not name.startswith(("words", "positions", "features")):
                yield weight


def learn_clauses(weights: Path, state: Path) -> Path:
    """Train, or go on from the last pass that is saved in state, and write clauses.onnx to a folder of weights. Returns it."""
    table = PieceTable((base_folder() / "tokenizer.json").read_bytes())
    told = list(stories("train", TOLD))
    reports = read_stories(told, shipped_reader())
    of_stories = [told_in(story, reports[story.name]) for story in told]
    typed = list(marked_clauses())
    random.seed(SEED)
    torch.manual_seed(SEED)
    model = Clauses()
    state.mkdir(parents=True, exist_ok=True)
    for stage in STAGES:
        _learn_stage(stage, model, of_stories, typed, table, state / f"clauses-{stage.name}.pt")
    return export_clauses(model.encoder, weights)


def _learn_stage(
    stage: Stage, model: Clauses, of_stories: Sequence[Sequence[Told]], typed: Sequence[Typed], table: PieceTable, saved: Path
) -> None:
    """All passes of a stage, or those that are not saved yet."""
    descent = torch.optim.AdamW(
        [{"params": list(model.tuned()), "at_most": stage.rate}, {"params": list(model.types.parameters()), "at_most": LAYER_RATE}],
        weight_decay=0.01,
    )
    begun = 0
    if saved.exists():
        kept = torch.load(saved, weights_only=True)
        model.load_state_dict(kept["model"])
        descent.load_state_dict(kept["descent"])
        begun = int(kept["passes"])
    for at in range(begun, stage.passes):
        loss = _pass(stage, model, descent, of_stories, typed, table, at)
        torch.save({"model": model.state_dict(), "descent": descent.state_dict(), "passes": at + 1}, saved)
        print(f"{stage.name}, pass {at + 1} of {stage.passes}: loss {loss:.4f}", flush=True)


def told_in(story: Story, reports: Sequence[Report], *, in_passages: bool = False) -> list[Told]:
    """The clauses of a story that are no denials, with their labels; each in its sentence, or in its passage."""
    labels = claim_of(story, {report.document.key or "": report for report in reports})
    return [
        Told(clause=fact.passage if in_passages else fact.clause, words=fact.text, claim=labels.get(fact.id), document=report.document.id)
        for report in reports
        for fact in facts_of(report).facts
        if not is_denial(fact.voice)
    ]


def _pass(
    stage: Stage,
    model: Clauses,
    descent: torch.optim.Optimizer,
    of_stories: Sequence[Sequence[Told]],
    typed: Sequence[Typed],
    table: PieceTable,
    at: int,
) -> float:
    """Learn from each story once. Returns the mean loss of stories."""
    model.train()
    steps, total = stage.passes * len(of_stories), 0.0
    rarity = rarity_of(typed)
    for n, batch in enumerate(_batches(of_stories, table, stage.most)):
        step = at * len(of_stories) + n
        for group in descent.param_groups:
            group["lr"] = group["at_most"] * min(1.0, step / WARM) * (1 - step / steps)
        descent.zero_grad()
        loss = pair_loss(model(batch.clauses), batch)
        loss.backward()
        total += loss.item()
        if stage.typed:
            drawn = random.sample(typed, stage.typed)
            told = F.cross_entropy(model.types(LONG * model(cut_all([one.shown for one in drawn], table))), types_of(drawn), weight=rarity)
            (TYPES_COUNT * told).backward()
        clip(descent)
        descent.step()
    return total / len(of_stories)


def clip(descent: torch.optim.Optimizer) -> None:
    """Let no step be longer than 1, by what is tuned alone.

    The vocabulary has gradients too, which nobody sets back: they grow with each step, and say nothing of how long one is. The clauses.onnx
    that is released was learned with them counted, in shorter steps.
    """
    nn.utils.clip_grad_norm_([weight for group in descent.param_groups for weight in group["params"]], 1.0)


def pair_loss(vectors: Tensor, batch: Batch) -> Tensor:
    """How wrong the cosines of vectors are about which clauses are one claim. vectors: (clauses, WIDTH), each of length one."""
    odds = STEEP * (vectors @ vectors.T) - LEVEL
    losses = F.binary_cross_entropy_with_logits(odds, batch.same, reduction="none")
    return (losses * batch.weights).sum() / batch.weights.sum()


def types_of(typed: Sequence[Typed]) -> Tensor:
    """The numbers of their types."""
    return torch.tensor([KINDS.index(one.types[0]) for one in typed])


def rarity_of(typed: Sequence[Typed]) -> Tensor:
    """How much each type counts: rare ones more."""
    counts = torch.bincount(types_of(typed), minlength=len(KINDS)).float()
    return (counts.mean() / counts.clamp(min=1.0)) ** RAISED


def _batches(of_stories: Sequence[Sequence[Told]], table: PieceTable, most: int) -> Iterator[Batch]:
    for at in random.sample(range(len(of_stories)), len(of_stories)):
        own = random.sample(of_stories[at], min(len(of_stories[at]), most))
        others = [one for other, of_story in enumerate(of_stories) if other != at for one in of_story]
        yield make_batch(own, random.sample(others, STRANGERS), table)


def cut_all(clauses: Sequence[str], table: PieceTable) -> Cut:
    """Clauses with marks, in pieces, each filled up to the longest."""
    cut = [cut_clause(clause, table) for clause in clauses]
    size = max(len(pieces) for pieces, _ in cut)
    pieces = torch.zeros(len(cut), size, dtype=torch.long)
    shown, marked = torch.zeros(len(cut), size), torch.zeros(len(cut), size)
    for n, (ids, of_clause) in enumerate(cut):
        pieces[n, : len(ids)] = torch.from_numpy(ids)
        shown[n, : len(ids)] = 1.0
        marked[n, : len(ids)] = torch.from_numpy(of_clause).float()
    return Cut(pieces=pieces, shown=shown, marked=marked)


def make_batch(own: Sequence[Told], strangers: Sequence[Told], table: PieceTable) -> Batch:
    """The clauses of one story, and some of others."""
    told = [*own, *strangers]
    same, weights = torch.zeros(len(told), len(told)), torch.zeros(len(told), len(told))
    for i in range(len(told)):
        for j in range(min(i, len(own))):
            weights[i, j] = weight_of(told[i], told[j], is_stranger=i >= len(own))
            same[i, j] = float(i < len(own) and told[i].claim is not None and told[i].claim == told[j].claim)
    return Batch(clauses=cut_all([one.clause for one in told], table), same=same, weights=weights)


def weight_of(one: Told, other: Told, *, is_stranger: bool) -> float:
    """How much it counts whether two clauses are one claim. is_stranger: one is of another story."""
    if one.document == other.document and one.words == other.words:
        return 0.0
    if is_stranger:
        return UNLABELLED
    if one.claim and other.claim:
        return 1.0
    return UNLABELLED if one.claim or other.claim else 0.0
