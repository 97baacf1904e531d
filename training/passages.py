"""Tune the base encoder on whole reports of our stories: clauses that tell of one happening have vectors that point the same way.

All reports of a story, and one of another, are one batch. Each is read whole, as linking reads its passages, so that "the dead" and "it"
are read with what stands before them; the vector of a clause is the mean of the last layer over its own pieces. Each pair of clauses is
one claim or not, and the cosine of their vectors, times STEEP and less LEVEL, is the log-odds of it (as Zhai et al. 2023 match pictures
and words, "Sigmoid loss for language image pre-training"). What is nearest counts most when claims are made, so each clause is also to find
those of its claim among all of the other reports (van den Oord et al. 2018, "Representation learning with contrastive predictive coding").
Marked propositions follow every second story, some in their report and some in their sentence alone; a layer over their vectors is to tell
their types, and is thrown away.

The stories that linking's weights are fitted on (training/stories/apart, a third of several, and those to develop on) are not learnt
from, nor are the reports and corpora by which event types are scored: on what was learnt the encoder is surer than it can be elsewhere.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from benchmarks.origins.labels import stories
from benchmarks.origins.measure import read_stories
from saidwho.pipeline.weights import shipped_reader
from saidwho.reading.passages import cut_marked
from saidwho.reading.pieces import PieceTable
from training.base import base_folder
from training.clauses import LAYER_RATE, LEVEL, LONG, STEEP, Clauses, Told, clip, rarity_of, told_in, types_of, weight_of
from training.marked_events import Typed, marked_clauses
from training.release import export_passages
from training.spared import TOLD, is_spared

# To find its own among all others a clause has cosines times SHARP; how much that counts beside single pairs.
SHARP, FINDING = 12.0, 0.15
STEPS, WARM, RATE = 1300, 50, 5e-5
# This part of the steps is of stories of several matters.
SEVERAL = 0.5
# Of a long story so many clauses make a batch, and so many of the other.
MOST, STRANGERS = 140, 12
# So many marked reports, and marked sentences, follow every second story.
REPORTS, SENTENCES = 3, 24
# How much types count beside the stories.
TYPES_COUNT = 0.15
# Two of one text: a reader is told by more than their words that they are one.
ONE_TEXT = 0.2
# After so many steps all is saved.
SAVED = 100
SEED = 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cut:
    """Clauses in pieces. pieces, shown: (passages, pieces), each passage once; shown is 0 beyond the end of each.

    own: (clauses, passages * pieces), of each clause equal shares on its own pieces, which are 1 together.
    """

    pieces: Tensor
    shown: Tensor
    own: Tensor


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Batch:
    """same, weights: (clauses, clauses), whether two are one claim, and how much that counts; below the diagonal alone.

    apart: (clauses, clauses), whether two are of two texts.
    """

    clauses: Cut
    same: Tensor
    weights: Tensor
    apart: Tensor


class Passages(Clauses):
    """The same network over passages: each is run once for all its clauses, in half precision."""

    def forward(self, clauses: Cut) -> Tensor:  # type: ignore[override]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            last = self.encoder(clauses.pieces, None, (1.0 - clauses.shown)[:, None, None, :] * -1e4)[-1]
        return F.normalize(clauses.own @ last.float().flatten(0, 1), dim=1)


def learn_passages(weights: Path, state: Path) -> Path:
    """Train, or go on from the last step that is saved in state, and write passages.onnx to a folder of weights. Returns it."""
    state.mkdir(parents=True, exist_ok=True)
    lesson = Lesson(*read_told(), state / "passages.pt")
    lesson.learn()
    return export_passages(lesson.model.encoder, weights)


def read_told() -> tuple[list[list[Told]], list[list[Told]]]:
    """The clauses of the stories to learn from: those of one matter, and those of several."""
    single, several = list(stories("train", TOLD)), [story for story in stories("several", TOLD) if not is_spared(story.name)]
    reports = read_stories([*single, *several], shipped_reader())
    first, second = ([told_in(story, reports[story.name], in_passages=True) for story in told] for told in (single, several))
    return first, second


class Lesson:
    """single, several: clauses by story. saved: where the model is kept as it goes."""

    def __init__(self, single: Sequence[Sequence[Told]], several: Sequence[Sequence[Told]], saved: Path) -> None:
        random.seed(SEED)
        torch.manual_seed(SEED)
        self.single, self.several, self.saved = single, several, saved
        self.typed = list(marked_clauses())
        self.by_report: dict[str, list[Typed]] = {}
        for one in self.typed:
            self.by_report.setdefault(one.key, []).append(one)
        self.table = PieceTable((base_folder() / "tokenizer.json").read_bytes())
        self.model = Passages()
        self.rarity = rarity_of(self.typed)
        groups = [
            {"params": list(self.model.tuned()), "at_most": RATE},
            {"params": list(self.model.types.parameters()), "at_most": LAYER_RATE},
        ]
        self.descent = torch.optim.AdamW(groups, weight_decay=0.01)

    def learn(self) -> None:
        """All steps, or those that are not saved yet."""
        losses: list[float] = []
        self.model.train()
        for step in range(self._begun(), STEPS):
            losses.append(self._step(step))
            if (step + 1) % SAVED == 0:
                kept = {"model": self.model.state_dict(), "descent": self.descent.state_dict(), "steps": step + 1}
                torch.save(kept, self.saved)
                print(f"step {step + 1} of {STEPS}: loss {sum(losses) / len(losses):.4f}", flush=True)
                losses = []

    def _begun(self) -> int:
        if not self.saved.exists():
            return 0
        kept = torch.load(self.saved, weights_only=True)
        self.model.load_state_dict(kept["model"])
        self.descent.load_state_dict(kept["descent"])
        random.seed(SEED + int(kept["steps"]))
        return int(kept["steps"])

    def _step(self, step: int) -> float:
        """Learn from one story, and every second time from marked propositions. Returns the loss of the story."""
        for group in self.descent.param_groups:
            group["lr"] = group["at_most"] * min(1.0, (step + 1) / WARM) * (1 - step / STEPS)
        self.descent.zero_grad()
        batch = self._story()
        loss = story_loss(self.model(batch.clauses), batch)
        loss.backward()
        if step % 2 == 0:
            whole = [one for key in random.sample(sorted(self.by_report), REPORTS) for one in self.by_report[key]]
            alone = random.sample(self.typed, SENTENCES)
            # What is short and what is long would fill each other up.
            shown = [one.passage for one in whole], [one.shown for one in alone]
            vectors = torch.cat([self.model(cut_all(part, self.table)) for part in shown])
            told = self.model.types(LONG * vectors)
            (TYPES_COUNT * F.cross_entropy(told, types_of([*whole, *alone]), weight=self.rarity)).backward()
        clip(self.descent)
        self.descent.step()
        return loss.item()

    def _story(self) -> Batch:
        own = random.choice(self.several if random.random() < SEVERAL else self.single)
        other = random.choice([told for told in (*self.single, *self.several) if told is not own and told])
        text = random.choice(other).document
        strangers = [one for one in other if one.document == text]
        return make_batch(random.sample(own, min(len(own), MOST)), random.sample(strangers, min(len(strangers), STRANGERS)), self.table)


def story_loss(vectors: Tensor, batch: Batch) -> Tensor:
    """How wrong the cosines of vectors are about which clauses are one claim. vectors: (clauses, WIDTH), each of length one."""
    cosines = vectors @ vectors.T
    losses = F.binary_cross_entropy_with_logits(STEEP * cosines - LEVEL, batch.same, reduction="none")
    return (losses * batch.weights).sum() / batch.weights.sum() + FINDING * _finding_loss(cosines, batch)


def _finding_loss(cosines: Tensor, batch: Batch) -> Tensor:
    """How little of what each clause finds in other texts is of its claim; of those of which others tell."""
    wanted = ((batch.same + batch.same.T) > 0) & batch.apart
    asked = wanted.any(1)
    if not asked.any():
        return cosines.sum() * 0.0
    found = (SHARP * cosines).masked_fill(~batch.apart, -1e4)[asked]
    return (torch.logsumexp(found, 1) - torch.logsumexp(found.masked_fill(~wanted[asked], -1e4), 1)).mean()


def cut_all(clauses: Sequence[str], table: PieceTable) -> Cut:
    """Clauses with marks, in pieces. Those of one passage have its pieces in common; each passage is filled up to the longest."""
    cut = [cut_marked(clause, table) for clause in clauses]
    rows = {pieces.tobytes(): pieces for pieces, _ in cut}
    number = {key: n for n, key in enumerate(rows)}
    size = max(len(pieces) for pieces in rows.values())
    ids, shown, own = torch.zeros(len(rows), size, dtype=torch.long), torch.zeros(len(rows), size), torch.zeros(len(cut), len(rows), size)
    for n, pieces in enumerate(rows.values()):
        ids[n, : len(pieces)] = torch.from_numpy(pieces)
        shown[n, : len(pieces)] = 1.0
    for n, (pieces, marked) in enumerate(cut):
        own[n, number[pieces.tobytes()], : len(pieces)] = torch.from_numpy(marked).float() / float(marked.sum())
    return Cut(pieces=ids, shown=shown, own=own.flatten(1))


def make_batch(own: Sequence[Told], strangers: Sequence[Told], table: PieceTable) -> Batch:
    """The clauses of one story, and some of another."""
    told = [*own, *strangers]
    same, weights = torch.zeros(len(told), len(told)), torch.zeros(len(told), len(told))
    for i in range(len(told)):
        for j in range(min(i, len(own))):
            near = ONE_TEXT if told[i].document == told[j].document else 1.0
            weights[i, j] = near * weight_of(told[i], told[j], is_stranger=i >= len(own))
            same[i, j] = float(i < len(own) and told[i].claim is not None and told[i].claim == told[j].claim)
    apart = torch.tensor([[one.document != other.document for other in told] for one in told])
    return Batch(clauses=cut_all([one.clause for one in told], table), same=same, weights=weights, apart=apart)
