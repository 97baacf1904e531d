"""What is one training run, step by step? It can be stopped at any step and ends the same."""

import json
import time
from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor

from training.examples import Batch
from training.losses import WEIGHTS, losses
from training.network import IMPOSSIBLE, Outputs, Reader
from training.packets import WideBatch, counts_of
from training.recipes import Recipe
from training.wide_losses import Teacher, wide_losses

# The running mean takes one step in five: it is what is released, and need not cost more.
MEAN_EVERY = 5

# A processor without products of bfloat16 takes a hundred times as long for them as for those of float32.
_HAS_HALVES = getattr(torch.cpu, "_is_avx512_bf16_supported", lambda: False)()


def run_network(model: Reader, batch: Batch | WideBatch) -> Outputs:
    mask = torch.zeros(batch.mask.shape, dtype=torch.bfloat16, device=batch.mask.device).masked_fill(~batch.mask, IMPOSSIBLE)
    with torch.autocast(mask.device.type, torch.bfloat16, enabled=mask.is_cuda or _HAS_HALVES):
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
    if groups[0]["params"][0].is_cuda:
        groups = _merged(groups)
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=True)


def _merged(groups: list[dict]) -> list[dict]:
    """The same with one group for all parameters of one rate: on an accelerator each group is a step of its own."""
    merged: dict[tuple[float, float], list[Tensor]] = {}
    for group in groups:
        merged.setdefault((group["lr"], group["weight_decay"]), []).extend(group["params"])
    return [{"params": parameters, "lr": rate, "weight_decay": decay} for (rate, decay), parameters in merged.items()]


class Run:
    """One training run: the model, its optimiser, the running mean of its weights, and how far it is.

    The model stays where it is given, on the CPU or on an accelerator; batches come from there. teacher: whom it learns from beside
    the labels, wide batches only.
    """

    def __init__(self, recipe: Recipe, model: Reader, steps: int, *, teacher: Teacher | None = None) -> None:
        self.recipe, self.model, self.steps, self.teacher = recipe, model, steps, teacher
        self.optimizer = _optimizer(model, recipe)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        self.mean = {k: v.detach().clone() for k, v in model.state_dict().items()}
        self.step = 0

    def _rate(self, step: int) -> float:
        """The share of the full learning rate: a linear rise, then a linear fall to nothing."""
        warmup = self.recipe.warmup
        return min((step + 1) / (warmup * self.steps), (self.steps - step) / (self.steps * (1 - warmup)))

    def learn(self, batch: Batch | WideBatch) -> dict[str, Tensor]:
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

    def _backward(self, batch: Batch | WideBatch) -> dict[str, Tensor]:
        outputs = run_network(self.model, batch)
        if isinstance(batch, WideBatch):
            parts, words = wide_losses(outputs, batch, self.model, self.teacher), batch.counts["words"]
        else:
            parts, words = losses(outputs, batch, self.model), int(batch.lengths.sum())
        loss = torch.stack([WEIGHTS[name] * part for name, part in parts.items()]).sum() / words
        loss.backward()
        return parts

    def save(self, file: Path) -> None:
        part = file.with_suffix(".part")
        parts = {"model": self.model, "optimizer": self.optimizer, "schedule": self.schedule}
        saved = {name: part.state_dict() for name, part in parts.items()}
        torch.save(saved | {"mean": self.mean, "step": self.step, "recipe": json.dumps(asdict(self.recipe))}, part)
        part.rename(file)

    def finish(self, file: Path) -> None:
        """Write the weights, and the running mean of them, which is what is released; for any machine to read."""
        part = file.with_suffix(".part")
        torch.save({"model": _on_cpu(self.model.state_dict()), "mean": _on_cpu(self.mean)}, part)
        part.rename(file)

    def resume(self, file: Path) -> None:
        saved = torch.load(file, weights_only=True, map_location=next(self.model.parameters()).device)
        if saved["recipe"] != json.dumps(asdict(self.recipe)):
            raise SystemExit(f"{file} was begun with another recipe. Remove it to start anew.")
        self.model.load_state_dict(saved["model"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.schedule.load_state_dict(saved["schedule"])
        self.mean, self.step = saved["mean"], saved["step"]


def _on_cpu(state: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name: value.cpu() for name, value in state.items()}


class Progress:
    """A line every fifty steps: speed, time left, and the loss of each head a word.

    left: the pieces to go. Losses are added up where they are and asked for with the line: an accelerator that is asked at each step
    cannot work ahead.
    """

    def __init__(self, left: int, run: Run) -> None:
        self._run, self._began = run, time.monotonic()
        self._seen, self._left = 0, left
        self._sums: dict[str, tuple[Tensor, int]] = {}
        print(f"{run.recipe.name}: step {run.step} of {run.steps}, {self._left:,} pieces to go", flush=True)

    def add(self, batch: Batch | WideBatch, parts: dict[str, Tensor]) -> None:
        self._seen += batch.size
        counts = batch.counts if isinstance(batch, WideBatch) else counts_of(batch)
        for name, part in parts.items():
            total, number = self._sums.get(name, (torch.zeros(()), 0))
            self._sums[name] = (part.detach() + total.to(part.device), number + counts[name])
        if self._run.step % 50 == 0:
            self._tell()

    def _tell(self) -> None:
        rate = self._seen / (time.monotonic() - self._began)
        left = max(self._left - self._seen, 0) / rate / 60
        told = "  ".join(f"{name} {float(total) / max(number, 1):.3f}" for name, (total, number) in self._sums.items())
        print(f"step {self._run.step}/{self._run.steps}  {rate:,.0f} pieces/s  {left:.0f} min left  {told}", flush=True)
        self._sums = {}
