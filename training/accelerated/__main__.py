"""Train several readers as teachers and a student that learns from them, within some minutes, on an accelerator.

Type it again to go on: what is done is kept, and what was broken off goes on from its last save.
"""

import argparse
import gzip
import json
import os
from dataclasses import asdict, dataclass, field, replace
from itertools import accumulate
from pathlib import Path

import torch

from benchmarks.attribution.gold import cofenet_units
from training.accelerated.course import Clock, check_device, measure_rate, take_course
from training.accelerated.plan import Amounts, Plan, plan_student, plan_teachers, student_recipe, teacher_recipe
from training.accelerated.readings import mean_roles, score_development
from training.accelerated.workers import Held, PieceMarks, Workers, held
from training.device import device_of
from training.halves import read_halves, write_halves
from training.losses import fixed_steps
from training.network import Reader
from training.packed import load_documents
from training.recipes import Recipe
from training.wide_losses import Teacher

# What a teacher counts where there are labels. Half of PolNeAR's mistakes read as noise of its labels, so they do not count alone.
TAUGHT = 0.5
# Seconds for: one reader's scores on the development part, all teachers' scores on all documents, the way out.
_SCORING, _TEACHING, _LEAVING = 4.0, 12.0, 12.0


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.accelerated", description=__doc__)
    parser.add_argument("--packed", type=Path, default=Path("build/packed"), help="the folder that the step pack wrote")
    parser.add_argument("--state", type=Path, default=Path("training-state/accelerated"), help="where runs are kept")
    parser.add_argument("--out", type=Path, required=True, help="where scores and the best reader's weights go, in parts")
    parser.add_argument("--minutes", type=float, default=9.0, help="the time for all of it")
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    parser.add_argument("--windows", type=int, default=32, help="windows of 384 pieces a step")
    parser.add_argument("--rate", type=float, default=1.0, help="times the learning rates that follow from --windows")
    parser.add_argument(
        "--plain-every", type=int, default=2, help="which teachers learn without our marked reports: 2 is each second, 0 none"
    )
    parser.add_argument("--teachers", type=int, help="so many, whatever the time")
    parser.add_argument("--passes", type=int, help="of each teacher, whatever the time")
    parser.add_argument("--workers", type=int, default=min(14, max((os.cpu_count() or 2) - 2, 0)), help="processes that make batches")
    parser.add_argument("--most-steps", type=int, help="of each run: to try the way from end to end")
    given = parser.parse_args()
    clock = Clock(given.minutes)
    # Before the accelerator is touched: a process that was split off afterwards must not use it.
    workers = Workers(read_packed(given.packed, given.state), given.workers)
    try:
        _School(given, clock, workers).run()
    finally:
        workers.close()


def read_packed(folder: Path, state: Path) -> Held:
    """What every worker holds. state: a folder for what has to be unpacked."""
    if not (folder / "facts.json").exists():
        raise SystemExit(f"{folder}: nothing packed there. Type: python -m training pack")
    state.mkdir(parents=True, exist_ok=True)
    units = state / "units.jsonl"
    units.write_bytes(gzip.decompress((folder / "units.jsonl.gz").read_bytes()))
    documents = load_documents(folder / "documents.npz")
    facts = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
    return Held(
        documents=documents,
        places=list(accumulate((len(p.document.words) for p in documents[:-1]), initial=0)),
        development=load_documents(folder / "development.npz"),
        units=cofenet_units(units),
        marks=PieceMarks(**{name: facts[name] for name in ("start", "end", "mask")}),
        costs=facts["costs"],
    )


@dataclass
class _School:
    """All runs of one call, with what they share."""

    given: argparse.Namespace
    clock: Clock
    workers: Workers
    scores: dict[str, dict[str, float]] = field(default_factory=dict)
    best: str = ""
    rate: float = 0.0

    def __post_init__(self) -> None:
        self.device = device_of(self.given.device)
        self.base = read_halves(self.given.packed, "base")
        self.amounts = Amounts.of(held())
        self.budget = self.given.windows * 384
        self.given.out.mkdir(parents=True, exist_ok=True)

    def run(self) -> None:
        plan = self._plan()
        number = 0
        while number < plan.teachers and (number == 0 or self._has_time_for_another(plan)):
            number += 1
            self._teach(teacher_recipe(number, plan.passes, plan.budget, factor=self.given.rate, plain_every=self.given.plain_every))
        teachers = [self._trained(f"teacher-{at}") for at in range(1, number + 1)]
        if number > 1:
            self._tell(f"mean of {number}", score_development(teachers, self.workers, self.device))
        if self.clock.left() > _TEACHING + _LEAVING:
            self._study(teachers, plan)
        print(f"{self.best} is written to {self.given.out}; {self.clock.left():.0f} s left", flush=True)

    def _plan(self) -> Plan:
        """The plan of the first call, so that a second goes on with it."""
        file = self.given.state / "plan.json"
        if file.exists():
            plan = Plan(**json.loads(file.read_text(encoding="utf-8")))
            self.rate = plan.rate
            return plan
        recipe = teacher_recipe(1, 1, self.budget)
        if self.device.type != "cpu":
            apart = check_device(recipe, self._fresh(recipe), workers=self.workers, device=self.device)
            print(f"{torch.cuda.get_device_name()}: losses within {apart:.1%} of those on the CPU", flush=True)
        seconds = min(20.0, self.given.minutes * 60 / 25)
        self.rate = measure_rate(recipe, self._fresh(recipe), workers=self.workers, device=self.device, seconds=seconds)
        plan = plan_teachers(self.clock.left() - _TEACHING - _LEAVING - 8 * _SCORING, self.rate, self.amounts, self.budget)
        plan = replace(plan, teachers=self.given.teachers or plan.teachers, passes=self.given.passes or plan.passes)
        print(f"{self.rate:,.0f} pieces a second: {plan.teachers} teachers of {plan.passes} passes, then the student", flush=True)
        file.write_text(json.dumps(asdict(plan)), encoding="utf-8")
        return plan

    def _has_time_for_another(self, plan: Plan) -> bool:
        """Whether a third of the time that is left would remain for the student."""
        if self.given.teachers:
            return True
        needed = self.amounts.shown_by(teacher_recipe(1, plan.passes, plan.budget)) / self.rate
        return needed < (self.clock.left() - _TEACHING - _LEAVING) * 0.7

    def _teach(self, recipe: Recipe) -> None:
        name = recipe.name.replace(" ", "-")
        rate = self._take(recipe, self._fresh(recipe), name, spare=_LEAVING)
        self.rate = rate or self.rate
        self._enter(name)

    def _study(self, teachers: list[Reader], plan: Plan) -> None:
        roles = mean_roles(teachers, self.workers, self.device)
        steps = torch.stack([fixed_steps(teacher).detach() for teacher in teachers]).mean(0)
        teacher = Teacher(roles=roles, steps=steps, share=TAUGHT)
        spare = _LEAVING + 2 * _SCORING
        file = self.given.state / "student.json"
        if file.exists():
            passes, from_base = json.loads(file.read_text(encoding="utf-8"))
        else:
            # Without a margin the last steps, at the lowest rates, would be cut off.
            passes, from_base = plan_student((self.clock.left() - spare) * 0.94, self.rate, self.amounts, plan.budget)
            file.write_text(json.dumps([passes, from_base]), encoding="utf-8")
        print(f"student: {passes} passes, from {'the base encoder' if from_base else self.best}", flush=True)
        recipe = student_recipe(passes, plan.budget, from_base=from_base, factor=self.given.rate)
        model = self._fresh(recipe) if from_base else self._trained(self.best).train()
        self._take(recipe, model, "student", spare=spare, teacher=teacher)
        self._enter("student")
        self._tell("mean with the student", score_development([*teachers, self._trained("student")], self.workers, self.device))

    def _take(self, recipe: Recipe, model: Reader, name: str, *, spare: float, teacher: Teacher | None = None) -> float:
        return take_course(
            recipe,
            model,
            self.given.state / name,
            workers=self.workers,
            device=self.device,
            clock=self.clock,
            spare=spare,
            teacher=teacher,
            most_steps=self.given.most_steps,
        )

    def _fresh(self, recipe: Recipe) -> Reader:
        """A reader on the base encoder; its heads hang on the recipe's seed."""
        torch.manual_seed(recipe.seed)
        model = Reader(recipe.dropout)
        lost = model.encoder.load_state_dict(self.base, strict=False)
        if lost.unexpected_keys or any(not name.startswith("features.") for name in lost.missing_keys):
            raise SystemExit(f"{self.given.packed}: its base encoder is not this network's ({lost}). Pack again: python -m training pack")
        return model.to(self.device)

    def _trained(self, name: str) -> Reader:
        model = Reader(0.1)
        model.load_state_dict(torch.load(self.given.state / name / "done.pt", weights_only=True)["mean"])
        return model.to(self.device).eval()

    def _enter(self, name: str) -> None:
        """Score a reader that is done, and write its weights if it is the student or no teacher before it was better."""
        reader = self._trained(name)
        self._tell(name, score_development([reader], self.workers, self.device))
        if name != "student" and self.best and sum(self.scores[name].values()) < sum(self.scores[self.best].values()):
            return
        old, self.best = self.best, name
        write_halves(reader.state_dict(), self.given.out, name)
        for file in self.given.out.glob(f"{old}.*") if old and old != name else ():
            file.unlink()

    def _tell(self, name: str, scores: dict[str, float]) -> None:
        self.scores[name] = scores
        told = " / ".join(f"{value:.1f}" for value in scores.values())
        print(f"{name}: source / cue / content on PolNeAR dev {told}; {self.clock.left():.0f} s left", flush=True)
        facts = {"scores": self.scores, "written": self.best, "pieces_a_second": round(self.rate), "torch": torch.__version__}
        (self.given.out / "scores.json").write_text(json.dumps(facts, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
