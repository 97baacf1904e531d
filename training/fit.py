"""Train the reader: one run, resumable, the same for the same seed."""

import json
import shutil
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from saidwho.reading.labels import TOLD, TOLD_COLUMNS
from saidwho.reading.links import POINTER
from saidwho.reading.pieces import PieceTable
from saidwho.reading.reader import Reader as ReleasedReader
from saidwho.reading.windows import plan_windows
from training.base import base_folder
from training.corpora import IGNORE, training_corpora, unlabelled
from training.examples import Batch, Prepared, Shares, Window, make_batch, plan_epoch, prepare
from training.network import ARC, IMPOSSIBLE, ROLE_TAGS, Outputs, Reader, crf_loss, load_base, valid_steps
from training.recover import recover_state
from training.war_reports import war_reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Everything that a run depends on beside the data.

    others: share of the documents with other labels than attributions in each epoch; as many as there are epochs.
    unlabelled: share of the reports without labels in each epoch. trim_cues: see corpora.polnear.
    war_reports: how often an epoch shows each report of training/reports. alone: share of them that it shows sentence by sentence as
    well. redrawn: their spans are drawn by PolNeAR's habits, see redraw. frozen: so many of the encoder's lowest layers, and
    the word vectors, stay as they are. attributions: share of the documents of PolNeAR in each epoch.
    """

    name: str
    seed: int
    others: tuple[float, ...]
    unlabelled: float = 0.0
    attributions: float = 1.0
    trim_cues: bool = False
    war_reports: int = 0
    alone: float = 0.0
    redrawn: bool = False
    frozen: int = 0
    budget: int = 6 * 384
    encoder_rate: float
    head_rate: float
    layer_decay: float = 0.9
    warmup: float = 0.06
    dropout: float = 0.1
    blank: float = 0.05
    average: float = 0.99  # decay of the running mean of weights
    adversary: float = 0.0  # length of the step against the word vectors; see Run.learn

    def shares(self, others: float) -> Shares:
        """What an epoch shows. others: its share of the documents with other labels."""
        return Shares(attributions=self.attributions, others=others, unlabelled=self.unlabelled, alone=self.alone)


# The running mean takes one step in five: it is what is released, and need not cost more.
MEAN_EVERY = 5

FIRST = Recipe(name="first", seed=7, others=(1.0, 1.0, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4), encoder_rate=2.5e-4, head_rate=1e-3)
# Goes on from the first run, at half its rate, with reports that the first run labelled.
SECOND = Recipe(
    name="second",
    seed=8,
    others=(0.6, 0.5, 0.5, 0.4, 0.4, 0.4),
    unlabelled=0.6,
    trim_cues=True,
    encoder_rate=1.2e-4,
    head_rate=4e-4,
    blank=0.08,
)

# Goes on from released weights, against an adversary, with more dropout and more words hidden: after the second run
# the loss on the training data is next to nothing, and only what makes learning harder can help. Tried, not released.
THIRD = Recipe(
    name="third",
    seed=9,
    others=(0.4, 0.3, 0.3, 0.3, 0.3),
    trim_cues=True,
    encoder_rate=2e-4,
    head_rate=5e-4,
    dropout=0.2,
    blank=0.12,
    adversary=1.0,
)


# Goes on from released weights with the reports that we marked: what a word of a war report is part of.
FOURTH = Recipe(
    name="fourth",
    seed=10,
    others=(0.15, 0.15, 0.1, 0.1),
    attributions=0.35,
    trim_cues=True,
    war_reports=1,
    frozen=2,
    encoder_rate=1.6e-4,
    head_rate=1e-3,
    blank=0.08,
    # A thousand steps: the mean of 0.99 would still hold a tenth of the new head's first, random weights.
    average=0.96,
)


# Goes on from the mean of the released weights and those of the fourth run, which learned war reports and lost a point on
# PolNeAR: with more of PolNeAR, for one pass.
FIFTH = Recipe(
    name="fifth",
    seed=12,
    others=(0.1,),
    attributions=0.6,
    trim_cues=True,
    war_reports=1,
    frozen=2,
    encoder_rate=1e-4,
    head_rate=4e-4,
    blank=0.08,
    average=0.96,
)

# Goes on from the fifth run's release with the reports in the ordinary manner of news that were marked later.
SIXTH = Recipe(
    name="sixth",
    seed=13,
    others=(0.15, 0.1, 0.1),
    attributions=0.35,
    trim_cues=True,
    war_reports=1,
    frozen=2,
    encoder_rate=1.2e-4,
    head_rate=4e-4,
    blank=0.08,
    average=0.98,
)

# Goes on from half way between the weights before the sixth run and its own: with more of PolNeAR, with the borders of marked spans drawn
# by PolNeAR's habits, and with sentences that stand alone.
SEVENTH = Recipe(
    name="seventh",
    seed=14,
    others=(0.1,),
    attributions=0.8,
    trim_cues=True,
    war_reports=1,
    alone=0.5,
    redrawn=True,
    frozen=2,
    encoder_rate=1e-4,
    head_rate=4e-4,
    blank=0.08,
    average=0.97,
)


def role_emissions(outputs: Outputs, batch: Batch) -> Tensor:
    """Role scores with the tags ruled out that would carry a span over the end of a line."""
    closing = torch.tensor([t[0] in "IE" for t in ROLE_TAGS])
    opening = torch.tensor([t[0] in "BI" for t in ROLE_TAGS])
    ruled = (batch.borders[..., :1] & closing) | (batch.borders[..., 1:] & opening)
    return outputs.roles.float().masked_fill(ruled, IMPOSSIBLE)


def fixed_steps(model: Reader) -> Tensor:
    return model.steps.masked_fill(~valid_steps(ROLE_TAGS), IMPOSSIBLE)


def _fit_roles(outputs: Outputs, batch: Batch, model: Reader) -> Tensor:
    rows = torch.nonzero((batch.roles != IGNORE).any(1))[:, 0]
    if not len(rows):
        return outputs.roles.sum() * 0
    emissions = role_emissions(outputs, batch)[rows]
    tags = batch.roles[rows].clamp(min=0)
    return crf_loss(emissions, tags, batch.lengths[rows], fixed_steps(model))


def span_vector(vectors: Tensor, spans: Tensor) -> Tensor:
    return (vectors[spans[:, 0]] + vectors[spans[:, 1] - 1]) / 2


def _fit_links(outputs: Outputs, batch: Batch, model: Reader) -> Tensor:
    losses = [outputs.pointers.sum() * 0]
    for rows, cases in zip(outputs.pointers.float().unbind(0), batch.links, strict=True):
        ends = rows.split(POINTER, dim=1) if cases else ()
        for case in cases:
            child = span_vector(ends[2 * case.kind], case.children)
            cue = span_vector(ends[2 * case.kind + 1], case.cues)
            scores = child @ cue.T + case.pairs @ model.pairs[case.kind]
            if case.kind == 0:  # a content has one cue
                chosen = torch.logsumexp(scores.masked_fill(~case.answers, IMPOSSIBLE), 1)
                losses.append((torch.logsumexp(scores, 1) - chosen).sum())
            else:  # a cue has one source or none
                scores = torch.cat([scores, model.sourceless.expand(1, scores.shape[1])])
                answers = torch.cat([case.answers, ~case.answers.any(0, keepdim=True)])
                chosen = torch.logsumexp(scores.masked_fill(~answers, IMPOSSIBLE), 0)
                losses.append((torch.logsumexp(scores, 0) - chosen).sum())
    return torch.stack(losses).sum()


def _fit_arcs(outputs: Outputs, batch: Batch) -> Tensor:
    """Each word picks its head within its own sentence; a root picks itself."""
    rows = torch.nonzero((batch.heads != IGNORE).any(1))[:, 0]
    if not len(rows):
        return outputs.arcs.sum() * 0
    arcs = outputs.arcs[rows].float()
    scores = arcs[..., :ARC] @ arcs[..., ARC:].transpose(1, 2)
    ends = (batch.ends[rows] == 1).long()
    number = torch.cumsum(ends, 1) - ends
    same = number[:, :, None] == number[:, None, :]
    same &= (batch.heads[rows] != IGNORE)[:, None, :]
    scores = scores.masked_fill(~same, IMPOSSIBLE)
    return F.cross_entropy(scores.flatten(0, 1), batch.heads[rows].flatten(), ignore_index=IGNORE, reduction="sum")


def _tags(logits: Tensor, labels: Tensor) -> Tensor:
    return F.cross_entropy(logits.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORE, reduction="sum")


def _match_teacher(outputs: Outputs, batch: Batch) -> Tensor:
    """How far the role scores lie from the teacher's; each word's scores count from their own mean."""
    known = ~batch.soft_roles[..., 0].isnan()
    if not known.any():
        return outputs.roles.sum() * 0
    ours, wanted = outputs.roles.float()[known], batch.soft_roles[known]
    ours, wanted = (x - x.mean(1, keepdim=True) for x in (ours, wanted))
    return F.smooth_l1_loss(ours, wanted, reduction="sum") / ours.shape[1]


WEIGHTS = {
    "roles": 1.0,
    "teacher": 0.1,
    "links": 1.0,
    "names": 0.5,
    "mentions": 0.5,
    "upos": 0.2,
    "relations": 0.3,
    "arcs": 0.3,
    "ends": 0.2,
    **{f"told {part}": 0.5 if part == "parties" else 1.0 for part in TOLD},
}


def losses(outputs: Outputs, batch: Batch, model: Reader) -> dict[str, Tensor]:
    return {
        "roles": _fit_roles(outputs, batch, model),
        "teacher": _match_teacher(outputs, batch),
        "links": _fit_links(outputs, batch, model),
        "names": _tags(outputs.names, batch.names),
        "mentions": _tags(outputs.mentions, batch.mentions),
        "upos": _tags(outputs.upos, batch.upos),
        "relations": _tags(outputs.relations, batch.relations),
        "ends": _tags(outputs.ends, batch.ends),
        "arcs": _fit_arcs(outputs, batch),
        **{f"told {part}": _tags(outputs.told[..., TOLD_COLUMNS[part]], batch.told[..., at]) for at, part in enumerate(TOLD)},
    }


# A processor without products of bfloat16 takes a hundred times as long for them as for those of float32.
_HAS_HALVES = torch.cpu._is_avx512_bf16_supported()


def run_network(model: Reader, batch: Batch) -> Outputs:
    mask = torch.zeros(batch.mask.shape, dtype=torch.bfloat16).masked_fill(~batch.mask, IMPOSSIBLE)
    with torch.autocast("cpu", torch.bfloat16, enabled=_HAS_HALVES):
        return model(batch.pieces, batch.features, mask[:, None, None, :], batch.firsts)


def _optimizer(model: Reader, recipe: Recipe) -> torch.optim.Optimizer:
    groups = []
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        rate = recipe.head_rate
        if name.startswith("encoder.") and ".features." not in name:
            depth = int(name.split(".")[2]) + 1 if name.startswith("encoder.layers.") else 0
            rate = recipe.encoder_rate * recipe.layer_decay ** (6 - depth)
        decay = 0.01 if parameter.ndim > 1 and "norm" not in name else 0.0
        groups.append({"params": [parameter], "lr": rate, "weight_decay": decay})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=True)


def _documents(data: Path, table: PieceTable, recipe: Recipe, teacher: Reader | None, drawn: ReleasedReader | None) -> list[Prepared]:
    """The documents of a run; those without attributions carry the teacher's scores, if there is one."""
    reports = list(war_reports(drawn=drawn)) if recipe.war_reports else []
    documents = [*training_corpora(data, trim_cues=recipe.trim_cues), *(reports * recipe.war_reports)]
    if teacher is None:
        return [prepare(d, table) for d in documents]
    prepared = [prepare(d, table) for d in [*documents, *unlabelled(data)]]
    return [p if p.document.roles is not None else _with_teacher(p, table, teacher) for p in prepared]


@torch.inference_mode()
def _with_teacher(prepared: Prepared, table: PieceTable, teacher: Reader) -> Prepared:
    scores = np.zeros((len(prepared.document.words), len(ROLE_TAGS)), dtype=np.float16)
    for window in plan_windows(prepared.pieces.firsts):
        shown = Window(prepared=prepared, first=window.first, past=window.past)
        roles = run_network(teacher, make_batch([shown], table)).roles[0].float().numpy()
        scores[window.keep : window.keep_past] = roles[window.keep - window.first : window.keep_past - window.first]
    return replace(prepared, document=replace(prepared.document, soft_roles=scores))


class Run:
    """One training run: the model, its optimiser, the running mean of its weights, and how far it is."""

    def __init__(self, recipe: Recipe, model: Reader, steps: int) -> None:
        self.recipe, self.model, self.steps = recipe, model, steps
        self.optimizer = _optimizer(model, recipe)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        self.mean = {k: v.detach().clone() for k, v in model.state_dict().items()}
        self.step = 0

    def _rate(self, step: int) -> float:
        """The share of the full learning rate: a linear rise, then a linear fall to nothing."""
        warmup = self.recipe.warmup
        return min((step + 1) / (warmup * self.steps), (self.steps - step) / (self.steps * (1 - warmup)))

    def learn(self, batch: Batch) -> dict[str, Tensor]:
        """Take one step. Returns the summed loss of each head.

        With an adversary the step also learns from the same batch with the word vectors moved to where the loss grows
        fastest (Miyato et al. 2017): labels that many neighbours share win over labels learned by heart.
        """
        torch.manual_seed(self.recipe.seed * 1_000_003 + self.step)
        self.optimizer.zero_grad()
        parts = self._backward(batch)
        if self.recipe.adversary:
            words = self.model.encoder.words.weight
            if words.grad is None:
                raise RuntimeError("no gradient reached the word vectors")
            moved = words.grad * (self.recipe.adversary / (words.grad.norm() + 1e-12))
            kept = words.detach().clone()
            with torch.no_grad():
                words += moved
            harder = self._backward(batch)
            with torch.no_grad():
                words.copy_(kept)
            parts = parts | {"adversary": harder["roles"]}
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        if self.step % MEAN_EVERY == 0:
            now = self.model.state_dict()
            torch._foreach_lerp_(list(self.mean.values()), [now[k] for k in self.mean], 1 - self.recipe.average)
        self.step += 1
        return parts

    def _backward(self, batch: Batch) -> dict[str, Tensor]:
        parts = losses(run_network(self.model, batch), batch, self.model)
        loss = torch.stack([WEIGHTS[name] * part for name, part in parts.items()]).sum() / int(batch.lengths.sum())
        loss.backward()
        return parts

    def save(self, file: Path) -> None:
        part = file.with_suffix(".part")
        parts = {"model": self.model, "optimizer": self.optimizer, "schedule": self.schedule}
        saved = {name: part.state_dict() for name, part in parts.items()}
        torch.save(saved | {"mean": self.mean, "step": self.step, "recipe": json.dumps(asdict(self.recipe))}, part)
        part.rename(file)

    def resume(self, file: Path) -> None:
        saved = torch.load(file, weights_only=True)
        if saved["recipe"] != json.dumps(asdict(self.recipe)):
            raise SystemExit(f"{file} was begun with another recipe. Remove it to start anew.")
        self.model.load_state_dict(saved["model"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.schedule.load_state_dict(saved["schedule"])
        self.mean, self.step = saved["mean"], saved["step"]


def fit(
    data: Path, state: Path, recipe: Recipe, *, start: Path | None = None, drawn: Path | None = None, save_every: float = 240.0
) -> None:
    """Train, or go on from the saved state. Writes state/last.pt while it runs and state/done.pt at the end.

    data: the folder of the corpora. state: a folder for the run. start: the done.pt of an earlier run or a released
    reader.onnx to go on from, which labels the reports without labels; the base encoder where None. drawn: the folder of weights that
    learned PolNeAR alone, for a recipe with redrawn spans. save_every: seconds.
    """
    if (state / "done.pt").exists():
        print(f"{state}: done already", flush=True)
        return
    state.mkdir(parents=True, exist_ok=True)
    table = PieceTable((base_folder() / "tokenizer.json").read_bytes())
    torch.manual_seed(recipe.seed)
    model = Reader(recipe.dropout)
    if start is None:
        load_base(model.encoder, base_folder() / "model.safetensors")
    else:
        if not start.exists():
            raise SystemExit(f"{start} is missing: {recipe.name} goes on from it. Run the step before it first.")
        model.load_state_dict(_state_at(start, state))
    if recipe.redrawn and drawn is None:
        raise SystemExit(f"{recipe.name} draws spans by PolNeAR's habits: give the weights that learned PolNeAR alone.")
    borders = ReleasedReader(drawn) if recipe.redrawn and drawn else None
    prepared = _documents(data, table, recipe, model.eval() if start and recipe.unlabelled else None, borders)
    batches = [
        batch
        for epoch, share in enumerate(recipe.others)
        for batch in plan_epoch(prepared, seed=recipe.seed, epoch=epoch, shares=recipe.shares(share), budget=recipe.budget)
    ]
    _freeze(model, recipe.frozen)
    run = Run(recipe, model.train(), len(batches))
    if (state / "last.pt").exists():
        run.resume(state / "last.pt")
    progress = _Progress(batches[run.step :], run)
    saved_at = time.monotonic()
    while run.step < run.steps:
        chance = np.random.default_rng([recipe.seed, run.step])
        batch = make_batch(batches[run.step], table, chance=chance, blank=recipe.blank)
        progress.add(batch, run.learn(batch))
        if time.monotonic() - saved_at > save_every or run.step == run.steps:
            run.save(state / "last.pt")
            saved_at = time.monotonic()
    torch.save({"model": model.state_dict(), "mean": run.mean}, state / "done.part")
    (state / "done.part").rename(state / "done.pt")


def _state_at(start: Path, state: Path) -> dict[str, Tensor]:
    """The weights to go on from. A released file is kept beside the run, since the run's own release takes its place."""
    if start.suffix != ".onnx":
        return torch.load(start, weights_only=True)["mean"]
    kept = state / "start.onnx"
    if not kept.exists():
        shutil.copyfile(start, kept)
    return recover_state(kept)


def _freeze(model: Reader, layers: int) -> None:
    """Keep the word vectors and the lowest layers as they are."""
    if not layers:
        return
    encoder = model.encoder
    for part in (encoder.words, encoder.positions, encoder.kinds, encoder.features, encoder.norm, *encoder.layers[:layers]):
        part.requires_grad_(requires_grad=False)


class _Progress:
    """A line every fifty steps: speed, time left, and the loss of each head a word."""

    def __init__(self, batches: list[list[Window]], run: Run) -> None:
        self._run, self._began = run, time.monotonic()
        self._seen, self._left = 0, sum(w.size for b in batches for w in b)
        self._sums: dict[str, tuple[float, int]] = {}
        print(f"{run.recipe.name}: step {run.step} of {run.steps}, {self._left:,} pieces to go", flush=True)

    def add(self, batch: Batch, parts: dict[str, Tensor]) -> None:
        self._seen += batch.size
        counts = _counts(batch)
        for name, part in parts.items():
            total, number = self._sums.get(name, (0.0, 0))
            self._sums[name] = (total + float(part.detach()), number + counts[name])
        if self._run.step % 50 == 0:
            self._tell()

    def _tell(self) -> None:
        rate = self._seen / (time.monotonic() - self._began)
        left = max(self._left - self._seen, 0) / rate / 60
        told = "  ".join(f"{name} {total / max(number, 1):.3f}" for name, (total, number) in self._sums.items())
        print(f"step {self._run.step}/{self._run.steps}  {rate:,.0f} pieces/s  {left:.0f} min left  {told}", flush=True)
        self._sums = {}


def _counts(batch: Batch) -> dict[str, int]:
    counts = {k: int((getattr(batch, k) != IGNORE).sum()) for k in ("roles", "names", "mentions", "upos", "relations", "ends")}
    links = sum(c.answers.shape[c.kind] for cases in batch.links for c in cases)
    soft = int((~batch.soft_roles[..., 0].isnan()).sum())
    counts |= {f"told {part}": int((batch.told[..., at] != IGNORE).sum()) for at, part in enumerate(TOLD)}
    return counts | {"arcs": counts["upos"], "links": links, "teacher": soft, "adversary": counts["roles"]}
