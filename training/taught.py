"""Tune a joined reader on all that is packed, held to what several readers say together where no attributions are marked."""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from training.accelerated.__main__ import read_packed
from training.accelerated.course import Clock, take_course
from training.accelerated.readings import mean_scores
from training.accelerated.workers import Workers
from training.losses import fixed_steps
from training.network import Reader, freeze
from training.recipes import Recipe
from training.wide_losses import Teacher

# Longer than any run takes: a run on a processor is not cut off, it is stopped and typed again.
_MINUTES = 100_000.0


def tune_taught(packed: Path, state: Path, recipe: Recipe, *, start: Path, teachers: Sequence[Reader], device: torch.device) -> Path:
    """Train, or go on from the saved state. Returns state/done.pt.

    packed: the folder that the step pack wrote. start: the done.pt to go on from. teachers: their mean counts where a document has no
    attributions marked; where it has, the marks alone count.
    """
    workers = Workers(read_packed(packed), 0)
    state.mkdir(parents=True, exist_ok=True)
    teacher = Teacher(roles=_scores(teachers, state.parent / "taught.pt", workers, device), steps=_steps(teachers).to(device), share=0.0)
    torch.manual_seed(recipe.seed)
    model = Reader(recipe.dropout)
    model.load_state_dict(torch.load(start, weights_only=True)["mean"])
    freeze(model, recipe.frozen)
    take_course(recipe, model.to(device), state, workers=workers, device=device, clock=Clock(_MINUTES), spare=0.0, teacher=teacher)
    return state / "done.pt"


def _scores(teachers: Sequence[Reader], file: Path, workers: Workers, device: torch.device) -> Tensor:
    """(words of all documents, tags), in half precision; kept, since it takes as long as a pass."""
    if not file.exists():
        readers = [reader.to(device).eval() for reader in teachers]
        roles, _ = mean_scores(readers, [None] * len(readers), workers, device)
        torch.save(roles.cpu(), file)
    return torch.load(file, weights_only=True).to(device)


def _steps(teachers: Sequence[Reader]) -> Tensor:
    return torch.stack([fixed_steps(teacher).detach().cpu() for teacher in teachers]).mean(0)
