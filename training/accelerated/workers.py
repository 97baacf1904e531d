"""Who makes the batches while the accelerator computes?

Processes that were split off before the accelerator was first touched, and that hold the documents already: a task is a few numbers.
"""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from benchmarks.attribution.gold import Units
from training.accelerated.folds import fold_of
from training.examples import POOL, Prepared, Shares, Window, make_batch, plan_epoch
from training.packets import Packet, to_packet
from training.recipes import Recipe

# A window as the number of its document, its first word and the word just past its last.
Shown = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceMarks:
    """See examples.Marks."""

    start: int
    end: int
    mask: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Held:
    """What every worker has.

    places: of each document, the words of all documents before it. development, reports: articles of PolNeAR and reports of ours that
    nobody learns. costs: of spans, see reading.weighing.
    """

    documents: list[Prepared]
    places: list[int]
    development: list[Prepared]
    reports: list[Prepared]
    units: list[Units]
    marks: PieceMarks
    costs: dict[str, float]


_held: list[Held] = []


class Workers:
    """Processes that hold the same documents. count: 0 does each task when it is asked for, in this process."""

    def __init__(self, held: Held, count: int) -> None:
        _held[:] = [held]
        self._count = count
        self._pool = multiprocessing.get_context("fork").Pool(count, torch.set_num_threads, (1,)) if count else None

    def ahead(self, task: Callable[..., Any], given: Iterable[tuple]) -> Iterator[Any]:
        """The results of a task, in order, with a few computed ahead. task: a function of a module, for the workers to find."""
        if self._pool is None:
            yield from (task(*one) for one in given)
            return
        running: deque[Any] = deque()
        for one in given:
            running.append(self._pool.apply_async(task, one))
            if len(running) >= 4 * self._count:
                yield running.popleft().get()
        while running:
            yield running.popleft().get()

    def close(self) -> None:
        if self._pool is not None:
            self._pool.terminate()
            self._pool.join()


def plan(recipe: Recipe, epoch: int) -> list[list[Shown]]:
    """The batches of one epoch. Without our reports where the recipe has none of them, and without the fold that it does not see."""
    numbers = {id(prepared): number for number, prepared in enumerate(_held[0].documents)}
    documents = [prepared for prepared in _held[0].documents if _is_shown(prepared, recipe)]
    shares: Shares = recipe.shares(recipe.others[epoch])
    # As many batches from one pool as a run with small batches has.
    pool = POOL * max(1, round(recipe.budget / Recipe.__dataclass_fields__["budget"].default))
    batches = plan_epoch(documents, seed=recipe.seed, epoch=epoch, shares=shares, budget=recipe.budget, pool=pool)
    return [[(numbers[id(w.prepared)], w.first, w.past) for w in batch] for batch in batches]


def _is_shown(prepared: Prepared, recipe: Recipe) -> bool:
    if prepared.document.told is not None and not recipe.war_reports:
        return False
    return recipe.unseen is None or fold_of(prepared.document) != recipe.unseen


def make_packet(shown: list[Shown], seed: int, step: int, blank: float) -> Packet:
    """A batch to learn from. Which words are hidden hangs on seed and step alone."""
    held = _held[0]
    windows = [Window(prepared=held.documents[number], first=first, past=past) for number, first, past in shown]
    batch = make_batch(windows, held.marks, chance=np.random.default_rng([seed, step]), blank=blank)
    return to_packet(batch, places=[held.places[number] + first for number, first, _ in shown])


def show(shown: list[Shown], sort: str) -> Packet:
    """A batch to read, of the documents of this sort: documents, development or reports."""
    held = _held[0]
    documents = documents_of(sort)
    windows = [Window(prepared=documents[number], first=first, past=past) for number, first, past in shown]
    return to_packet(make_batch(windows, held.marks))


def documents_of(sort: str) -> list[Prepared]:
    """Those of this sort that this process holds; see show."""
    documents: list[Prepared] = getattr(_held[0], sort)
    return documents


def held() -> Held:
    """What this process holds."""
    return _held[0]
