"""One run on an accelerator: planned, fed, saved and stopped in time."""

import time
from collections.abc import Iterator
from pathlib import Path

import torch

from training.accelerated.workers import Shown, Workers, make_packet, plan
from training.device import CPU
from training.network import Reader
from training.packets import on_device
from training.recipes import Recipe
from training.runs import Progress, Run, run_network
from training.wide_losses import Teacher, wide_losses

# Seconds between saves of a run. A save takes about one.
SAVE_EVERY = 90.0


class Clock:
    """How much of the time is left. minutes: in all, counted from when the clock is made."""

    def __init__(self, minutes: float) -> None:
        self._end = time.monotonic() + 60 * minutes

    def left(self) -> float:
        """Seconds."""
        return self._end - time.monotonic()


def take_course(
    recipe: Recipe,
    model: Reader,
    state: Path,
    *,
    workers: Workers,
    device: torch.device,
    clock: Clock,
    spare: float,
    teacher: Teacher | None = None,
    most_steps: int | None = None,
) -> float:
    """Train one reader, or go on from its last save. Writes state/done.pt.

    spare: seconds that must be left when it ends; where they are not, it ends early with the mean of its last weights.
    most_steps: it ends after so many, to try the way out. Returns the pieces a second that it learned from, 0 where it was done before.
    """
    if (state / "done.pt").exists():
        return 0.0
    state.mkdir(parents=True, exist_ok=True)
    batches = _batches(recipe, workers)[:most_steps]
    run = Run(recipe, model.train(), len(batches), teacher=teacher)
    if (state / "last.pt").exists():
        run.resume(state / "last.pt")
    progress = Progress(_pieces(batches[run.step :]), run)
    began = saved = time.monotonic()
    seen = 0
    given = ((batch, recipe.seed, step, recipe.blank) for step, batch in enumerate(batches) if step >= run.step)
    for packet in workers.ahead(make_packet, given):
        batch = on_device(packet, device)
        progress.add(batch, run.learn(batch))
        seen += batch.size
        if time.monotonic() - saved > SAVE_EVERY:
            run.save(state / "last.pt")
            saved = time.monotonic()
        if clock.left() < spare:
            print(f"{recipe.name}: time is up at step {run.step} of {run.steps}", flush=True)
            break
    _wait(device)
    rate = seen / max(time.monotonic() - began, 1e-9)
    run.finish(state / "done.pt")
    (state / "last.pt").unlink(missing_ok=True)
    return rate


def measure_rate(recipe: Recipe, model: Reader, *, workers: Workers, device: torch.device, seconds: float) -> float:
    """The pieces a second of a run's steps, without the first ones, which wait for workers and memory. The model is spoiled."""
    run = Run(recipe, model.train(), 1_000_000)
    began = counted = time.monotonic()
    seen = 0
    given = ((batch, recipe.seed, step, recipe.blank) for step, batch in enumerate(_forever(workers.ahead(plan, [(recipe, 0)]))))
    for step, packet in enumerate(workers.ahead(make_packet, given)):
        batch = on_device(packet, device)
        run.learn(batch)
        seen += batch.size
        if time.monotonic() - began < seconds / 2:
            _wait(device)
            counted, seen = time.monotonic(), 0
        # Each tenth only: a device that is asked at each step cannot work ahead.
        elif step % 10 == 9 or device.type == "cpu":
            _wait(device)
            if seen and time.monotonic() - began > seconds:
                break
    return seen / max(time.monotonic() - counted, 1e-9)


# Halves keep three digits, and a loss is a sum of thousands of them; what is wrong on a device is wrong by more.
_APART = 0.03


@torch.no_grad()
def check_device(recipe: Recipe, model: Reader, *, workers: Workers, device: torch.device) -> float:
    """Compare the losses of one small batch on the device with those on the CPU. Returns the largest share that one differs by.

    model: on the device. Raises SystemExit where a loss is another: minutes of training would be lost.
    """
    batches = next(iter(workers.ahead(plan, [(recipe, 0)])))
    shown = [one for batch in batches[:: max(1, len(batches) // 8)] for one in batch[:1]][:8]
    packet = next(iter(workers.ahead(make_packet, [(shown, recipe.seed, 0, recipe.blank)])))
    found = []
    for where in (CPU, device):
        model.to(where).eval()
        batch = on_device(packet, where)
        parts = wide_losses(run_network(model, batch), batch, model, None)
        found.append({name: float(part) for name, part in parts.items()})
    apart = {name: abs(found[1][name] - value) / (abs(value) + 1.0) for name, value in found[0].items()}
    if not max(apart.values()) < _APART:
        raise SystemExit(f"{device}: losses differ from those on the CPU: {found[1]} for {found[0]}. Do not train there.")
    return max(apart.values())


def _batches(recipe: Recipe, workers: Workers) -> list[list[Shown]]:
    epochs = workers.ahead(plan, ((recipe, epoch) for epoch in range(len(recipe.others))))
    return [batch for epoch in epochs for batch in epoch]


def _forever(epochs: Iterator[list[list[Shown]]]) -> Iterator[list[Shown]]:
    batches = [batch for epoch in epochs for batch in epoch]
    while True:
        yield from batches


def _pieces(batches: list[list[Shown]]) -> int:
    """About: a word has 1.1 pieces."""
    return round(1.1 * sum(past - first for batch in batches for _, first, past in batch))


def _wait(device: torch.device) -> None:
    if device.type == "cuda":
        torch.cuda.synchronize()
