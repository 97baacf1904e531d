"""Train the reader: one run, resumable, the same for the same seed."""

import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from saidwho.reading.pieces import PieceTable
from saidwho.reading.reader import Reader as ReleasedReader
from saidwho.reading.windows import plan_windows
from training.base import base_folder, load_base
from training.corpora import Labelled, training_corpora, unlabelled
from training.device import CPU
from training.examples import Prepared, Window, make_batch, plan_epoch, prepare
from training.marked import REPORTS
from training.network import ROLE_TAGS, Reader, freeze
from training.packets import on_device, to_packet
from training.recipes import Recipe
from training.recover import recover_state
from training.runs import Progress, Run, run_network
from training.war_reports import war_reports


def _documents(data: Path, table: PieceTable, recipe: Recipe, teacher: Reader | None, drawn: ReleasedReader | None) -> list[Prepared]:
    """The documents of a run; those without attributions carry the teacher's scores, if there is one."""
    reports = list(_reports(recipe, drawn)) if recipe.war_reports else []
    documents = [*training_corpora(data, trim_cues=recipe.trim_cues), *(reports * recipe.war_reports)]
    if teacher is None:
        return [prepare(d, table) for d in documents]
    prepared = [prepare(d, table) for d in [*documents, *unlabelled(data)]]
    return [p if p.document.roles is not None else _with_teacher(p, table, teacher) for p in prepared]


def _reports(recipe: Recipe, drawn: ReleasedReader | None) -> Iterator[Labelled]:
    """Our reports as a recipe learns them."""
    further = war_reports(REPORTS / "next", drawn=drawn) if recipe.further else ()
    for report in chain(war_reports(drawn=drawn), (one for one in further if one.key.startswith(tuple(recipe.further)))):
        yield replace(report, told=None) if recipe.roles_alone else report


@torch.inference_mode()
def _with_teacher(prepared: Prepared, table: PieceTable, teacher: Reader) -> Prepared:
    scores = np.zeros((len(prepared.document.words), len(ROLE_TAGS)), dtype=np.float16)
    for window in plan_windows(prepared.pieces.firsts, prepared.document.words.lines):
        shown = Window(prepared=prepared, first=window.first, past=window.past)
        roles = run_network(teacher, make_batch([shown], table)).roles[0].float().numpy()
        scores[window.keep : window.keep_past] = roles[window.keep - window.first : window.keep_past - window.first]
    return replace(prepared, document=replace(prepared.document, soft_roles=scores))


def fit(
    data: Path,
    state: Path,
    recipe: Recipe,
    *,
    start: Path | None = None,
    drawn: Path | None = None,
    save_every: float = 240.0,
    device: torch.device = CPU,
) -> None:
    """Train, or go on from the saved state. Writes state/last.pt while it runs and state/done.pt at the end.

    data: the folder of the corpora. state: a folder for the run. start: the done.pt of an earlier run or a released
    reader.onnx to go on from, which labels the reports without labels; the base encoder where None. drawn: the folder of weights that
    learned PolNeAR alone, for a recipe with redrawn spans. save_every: seconds. device: what the steps run on.
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
    freeze(model, recipe.frozen)
    run = Run(recipe, model.to(device).train(), len(batches))
    if (state / "last.pt").exists():
        run.resume(state / "last.pt")
    progress = Progress(sum(w.size for b in batches[run.step :] for w in b), run)
    saved_at = time.monotonic()
    while run.step < run.steps:
        chance = np.random.default_rng([recipe.seed, run.step])
        made = make_batch(batches[run.step], table, chance=chance, blank=recipe.blank)
        batch = made if device.type == "cpu" else on_device(to_packet(made), device)
        progress.add(batch, run.learn(batch))
        if time.monotonic() - saved_at > save_every or run.step == run.steps:
            run.save(state / "last.pt")
            saved_at = time.monotonic()
    run.finish(state / "done.pt")


def _state_at(start: Path, state: Path) -> dict[str, Tensor]:
    """The weights to go on from. A released file is kept beside the run, since the run's own release takes its place."""
    if start.suffix != ".onnx":
        return torch.load(start, weights_only=True)["mean"]
    kept = state / "start.onnx"
    if not kept.exists():
        shutil.copyfile(start, kept)
    return recover_state(kept)
