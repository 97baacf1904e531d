"""Tune the base encoder on our stories, so that clauses that tell of one happening have vectors that point the same way.

All clauses of a story, and some of other stories, are one batch; each pair of them is one claim or not, and the cosine of their vectors,
times STEEP and less LEVEL, is the log-odds of it (as Zhai et al. 2023 match pictures and words, "Sigmoid loss for language image
pre-training"). The vector of a clause is the mean of the last layer over its own pieces, in its sentence.

The stories that linking's weights are fitted on (training/stories/apart, and those to develop on) are not learnt from: on what was learnt
the encoder is surer than it can be elsewhere.
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
from saidwho.pipeline import shipped_reader
from saidwho.reading.clauses import cut_clause
from saidwho.reading.pieces import PieceTable
from saidwho.types.statement import Report
from training.base import base_folder, load_base
from training.network import Encoder, Reader
from training.release import export_clauses

TOLD = Path(__file__).parent / "stories"
STEEP, LEVEL = 8.0, 4.0
PASSES, RATE, WARM = 6, 4e-5, 50
# Of a long story so many clauses make a batch, drawn anew in each pass; so many of others stand beside them.
MOST, STRANGERS = 110, 12
# A labelled and an unlabelled clause, or two of different stories, are not one claim; but that tells less of what is different.
UNLABELLED = 0.3
SEED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A clause as it was read. claim: its label, None where it has none; document: where it stands."""

    clause: str
    words: str
    claim: str | None
    document: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Batch:
    """pieces, shown, marked: (clauses, pieces); shown is 0 beyond the end of each, marked is 1 on the pieces of the clause.

    same, weights: (clauses, clauses), whether two are one claim, and how much that counts; below the diagonal alone.
    """

    pieces: Tensor
    shown: Tensor
    marked: Tensor
    same: Tensor
    weights: Tensor


class Clauses(nn.Module):
    """The base encoder, and the mean of its last layer over some pieces, of length one."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder(Reader(0.1).dropout)
        load_base(self.encoder, base_folder() / "model.safetensors")

    def forward(self, pieces: Tensor, shown: Tensor, marked: Tensor) -> Tensor:
        last = self.encoder(pieces, None, (1.0 - shown)[:, None, None, :] * -1e4)[-1]
        return F.normalize((last * marked[..., None]).sum(1) / marked.sum(1, keepdim=True), dim=1)


def learn_clauses(weights: Path, state: Path) -> Path:
    """Train, or go on from the last pass that is saved in state, and write clauses.onnx to a folder of weights. Returns it."""
    table = PieceTable((base_folder() / "tokenizer.json").read_bytes())
    told = list(stories("train", TOLD))
    reports = read_stories(told, shipped_reader())
    of_stories = [told_in(story, reports[story.name]) for story in told]
    random.seed(SEED)
    torch.manual_seed(SEED)
    model = Clauses()
    # The vocabulary stays as it is: few of its pieces are met in stories.
    tuned = [
        weight
        for name, weight in model.named_parameters()
        if not name.startswith(("encoder.words", "encoder.positions", "encoder.features"))
    ]
    descent = torch.optim.AdamW(tuned, lr=RATE, weight_decay=0.01)
    state.mkdir(parents=True, exist_ok=True)
    saved = state / "clauses.pt"
    begun = 0
    if saved.exists():
        kept = torch.load(saved, weights_only=True)
        model.load_state_dict(kept["model"])
        descent.load_state_dict(kept["descent"])
        begun = int(kept["passes"])
    for at in range(begun, PASSES):
        loss = _pass(model, descent, of_stories, table, at)
        torch.save({"model": model.state_dict(), "descent": descent.state_dict(), "passes": at + 1}, saved)
        print(f"pass {at + 1} of {PASSES}: loss {loss:.4f}", flush=True)
    return export_clauses(model.encoder, weights)


def told_in(story: Story, reports: Sequence[Report]) -> list[Told]:
    """The clauses of a story that are no denials, with their labels."""
    labels = claim_of(story, {report.document.key or "": report for report in reports})
    return [
        Told(clause=fact.clause, words=fact.text, claim=labels.get(fact.id), document=report.document.id)
        for report in reports
        for fact in facts_of(report).facts
        if not is_denial(fact.voice)
    ]


def _pass(model: Clauses, descent: torch.optim.Optimizer, of_stories: Sequence[Sequence[Told]], table: PieceTable, at: int) -> float:
    """Learn from each story once. Returns the mean loss."""
    model.train()
    steps, total = PASSES * len(of_stories), 0.0
    for n, batch in enumerate(_batches(of_stories, table)):
        step = at * len(of_stories) + n
        for group in descent.param_groups:
            group["lr"] = RATE * min(1.0, step / WARM) * (1 - step / steps)
        vectors = model(batch.pieces, batch.shown, batch.marked)
        odds = STEEP * (vectors @ vectors.T) - LEVEL
        losses = F.binary_cross_entropy_with_logits(odds, batch.same, reduction="none")
        loss = (losses * batch.weights).sum() / batch.weights.sum()
        descent.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        descent.step()
        total += float(loss)
    return total / len(of_stories)


def _batches(of_stories: Sequence[Sequence[Told]], table: PieceTable) -> Iterator[Batch]:
    for at in random.sample(range(len(of_stories)), len(of_stories)):
        own = random.sample(of_stories[at], min(len(of_stories[at]), MOST))
        others = [one for other, of_story in enumerate(of_stories) if other != at for one in of_story]
        yield make_batch(own, random.sample(others, STRANGERS), table)


def make_batch(own: Sequence[Told], strangers: Sequence[Told], table: PieceTable) -> Batch:
    """The clauses of one story, and some of others."""
    told = [*own, *strangers]
    cut = [cut_clause(one.clause, table) for one in told]
    size = max(len(pieces) for pieces, _ in cut)
    pieces = torch.zeros(len(told), size, dtype=torch.long)
    shown, marked = torch.zeros(len(told), size), torch.zeros(len(told), size)
    for n, (ids, of_clause) in enumerate(cut):
        pieces[n, : len(ids)] = torch.from_numpy(ids)
        shown[n, : len(ids)] = 1.0
        marked[n, : len(ids)] = torch.from_numpy(of_clause).float()
    same, weights = torch.zeros(len(told), len(told)), torch.zeros(len(told), len(told))
    for i in range(len(told)):
        for j in range(min(i, len(own))):
            weights[i, j] = _weight(told[i], told[j], is_stranger=i >= len(own))
            same[i, j] = float(i < len(own) and told[i].claim is not None and told[i].claim == told[j].claim)
    return Batch(pieces=pieces, shown=shown, marked=marked, same=same, weights=weights)


def _weight(one: Told, other: Told, *, is_stranger: bool) -> float:
    if one.document == other.document and one.words == other.words:
        return 0.0
    if is_stranger:
        return UNLABELLED
    if one.claim and other.claim:
        return 1.0
    return UNLABELLED if one.claim or other.claim else 0.0
