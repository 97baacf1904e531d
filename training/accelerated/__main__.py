"""Train several readers as teachers and a student that learns from them, within some minutes, on an accelerator.

Type it again to go on: what is done is kept, and what was broken off goes on from its last save.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass, field, replace
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

import torch

from benchmarks.attribution.gold import Units, cofenet_units
from training.accelerated.course import Clock, check_device, measure_rate, take_course
from training.accelerated.folds import unseen_by
from training.accelerated.plan import TAUGHT, Amounts, Plan, plan_student, plan_teachers, student_recipe, teacher_recipe
from training.accelerated.readings import mean_roles, score_development
from training.accelerated.workers import Held, PieceMarks, Workers, held
from training.device import device_of
from training.halves import read_halves, write_halves
from training.losses import fixed_steps
from training.network import Reader
from training.packed import load_documents
from training.recipes import Recipe
from training.wide_losses import Teacher

# Seconds for: one reader's scores on the development part, all teachers' scores on all documents, the way out, the start of a process.
_SCORING, _TEACHING, _LEAVING, _STARTING = 4.0, 15.0, 12.0, 12.0


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
    parser.add_argument("--students", type=int, default=len(TAUGHT), help="of which the best is written")
    parser.add_argument("--at-once", type=int, default=1, help="runs side by side, each in a process of its own")
    parser.add_argument("--workers", type=int, default=min(14, max((os.cpu_count() or 2) - 2, 0)), help="processes that make batches")
    parser.add_argument("--most-steps", type=int, help="of each run: to try the way from end to end")
    parser.add_argument("--only", help=argparse.SUPPRESS)
    given = parser.parse_args()
    clock = Clock(given.minutes)
    # Before the accelerator is touched: a process that was split off afterwards must not use it.
    workers = Workers(read_packed(given.packed), given.workers)
    try:
        school = _School(given, clock, workers)
        if given.only:
            for name in given.only.split(","):
                school.learn(name)
        else:
            school.run()
    finally:
        workers.close()


def read_packed(folder: Path) -> Held:
    """What every worker holds."""
    if not (folder / "facts.json").exists():
        raise SystemExit(f"{folder}: nothing packed there. Type: python -m training pack")
    documents = load_documents(folder / "documents.npz")
    facts = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
    return Held(
        documents=documents,
        places=list(accumulate((len(p.document.words) for p in documents[:-1]), initial=0)),
        development=load_documents(folder / "development.npz"),
        units=_units(folder),
        marks=PieceMarks(**{name: facts[name] for name in ("start", "end", "mask")}),
        costs=facts["costs"],
    )


def _units(folder: Path) -> list[Units]:
    with TemporaryDirectory() as unpacked:
        units = Path(unpacked) / "units.jsonl"
        units.write_bytes(gzip.decompress((folder / "units.jsonl.gz").read_bytes()))
        return cofenet_units(units)


@dataclass
class _School:
    """All runs of one call, with what they share. Each learns in a process of its own, some side by side."""

    given: argparse.Namespace
    clock: Clock
    workers: Workers
    scores: dict[str, dict[str, float]] = field(default_factory=dict)
    best: str = ""

    def __post_init__(self) -> None:
        self.device = device_of(self.given.device)
        self.base = read_halves(self.given.packed, "base")
        self.amounts = Amounts.of(held())
        for folder in (self.given.state, self.given.out):
            folder.mkdir(parents=True, exist_ok=True)

    def run(self) -> None:
        plan = self._plan()
        names = [f"teacher-{number}" for number in range(1, plan.teachers + 1)]
        self._side_by_side(names, spare=_LEAVING)
        for name in names:
            self._enter(name)
        teachers = [self._trained(name) for name in names]
        if len(names) > 1:
            self._tell(f"mean of {len(names)}", score_development(teachers, self.workers, self.device))
        if self.clock.left() > _TEACHING + _LEAVING:
            self._study(teachers, plan)
        print(f"{self.best} is written to {self.given.out}; {self.clock.left():.0f} s left", flush=True)

    def learn(self, name: str) -> None:
        """Train one reader. name: as in state, teacher-1 or student-1."""
        sort, number = name.split("-")
        plan = Plan(**json.loads((self.given.state / "plan.json").read_text(encoding="utf-8")))
        if sort == "teacher":
            recipe = teacher_recipe(int(number), plan.passes, plan.budget, factor=self.given.rate, plain_every=self.given.plain_every)
            self._take(recipe, self._fresh(recipe), name)
            return
        passes, start = json.loads((self.given.state / "students.json").read_text(encoding="utf-8"))
        taught = torch.load(self.given.state / "taught.pt", weights_only=True)
        teacher = Teacher(
            roles=taught["roles"].to(self.device), steps=taught["steps"].to(self.device), share=TAUGHT[(int(number) - 1) % len(TAUGHT)]
        )
        recipe = student_recipe(int(number), passes, plan.budget, from_base=not start, factor=self.given.rate)
        self._take(recipe, self._trained(start).train() if start else self._fresh(recipe), name, teacher=teacher)

    def _plan(self) -> Plan:
        """The plan of the first call, so that a second goes on with it."""
        file = self.given.state / "plan.json"
        if file.exists():
            return Plan(**json.loads(file.read_text(encoding="utf-8")))
        budget = self.given.windows * 384
        recipe = teacher_recipe(1, 1, budget)
        if self.device.type != "cpu":
            apart = check_device(recipe, self._fresh(recipe), workers=self.workers, device=self.device)
            print(f"{torch.cuda.get_device_name()}: losses within {apart:.1%} of those on the CPU", flush=True)
        seconds = min(20.0, self.given.minutes * 60 / 25)
        rate = measure_rate(recipe, self._fresh(recipe), workers=self.workers, device=self.device, seconds=seconds)
        # Two thirds: side by side each is slower.
        together = rate if self.given.at_once == 1 else rate * self.given.at_once * 2 / 3
        plan = plan_teachers(self.clock.left() - _TEACHING - _LEAVING - 8 * _SCORING, together, self.amounts, budget)
        plan = replace(plan, teachers=self.given.teachers or plan.teachers, passes=self.given.passes or plan.passes)
        print(f"{rate:,.0f} pieces a second: {plan.teachers} teachers of {plan.passes} passes, then students", flush=True)
        file.write_text(json.dumps(asdict(plan)), encoding="utf-8")
        return plan

    def _side_by_side(self, names: list[str], *, spare: float) -> None:
        """Train readers in processes of their own. spare: seconds that must be left when they end."""
        lanes = [names[at :: self.given.at_once] for at in range(min(self.given.at_once, len(names)))]
        options = ["packed", "state", "out", "device", "windows", "rate", "plain_every", "most_steps"]
        told = {f"--{name.replace('_', '-')}": str(value) for name in options if (value := getattr(self.given, name)) is not None}
        told |= {"--minutes": str((self.clock.left() - spare) / 60), "--workers": str(self.given.workers // len(lanes))}
        words = [word for pair in told.items() for word in pair]
        calls = [subprocess.Popen([sys.executable, "-m", "training.accelerated", *words, "--only", ",".join(lane)]) for lane in lanes]
        statuses = [call.wait() for call in calls]
        if any(statuses):
            raise SystemExit("a run broke off; what it says stands above. Type the same again to go on")

    def _study(self, teachers: list[Reader], plan: Plan) -> None:
        names = [f"student-{number}" for number in range(1, self.given.students + 1)]
        unseen = [unseen_by(number) for number in range(1, len(teachers) + 1)]
        taught = self.given.state / "taught.pt"
        if not taught.exists():
            steps = torch.stack([fixed_steps(teacher).detach() for teacher in teachers]).mean(0)
            roles = mean_roles(teachers, unseen, self.workers, self.device)
            torch.save({"roles": roles.cpu(), "steps": steps.cpu()}, taught)
        spare = _LEAVING + (len(names) + 2) * _SCORING
        file = self.given.state / "students.json"
        if not file.exists():
            rate = min(json.loads(one.read_text(encoding="utf-8")) for one in self.given.state.glob("teacher-*/rate.json"))
            rounds = -(-len(names) // self.given.at_once)
            # Without a margin the last steps, at the lowest rates, would be cut off.
            seconds = ((self.clock.left() - spare) / rounds - _STARTING) * 0.94
            passes, from_base = plan_student(seconds, rate, self.amounts, plan.budget)
            file.write_text(json.dumps([passes, "" if from_base else self.best]), encoding="utf-8")
            print(f"students: {passes} passes, from {'the base encoder' if from_base else self.best}", flush=True)
        self._side_by_side(names, spare=spare)
        for name in names:
            self._enter(name)
        self._tell("mean of all", score_development([*teachers, *map(self._trained, names)], self.workers, self.device))
        if len(names) > 1:
            self._tell("mean of students", score_development([*map(self._trained, names)], self.workers, self.device))

    def _take(self, recipe: Recipe, model: Reader, name: str, *, teacher: Teacher | None = None) -> None:
        rate = take_course(
            recipe,
            model,
            self.given.state / name,
            workers=self.workers,
            device=self.device,
            clock=self.clock,
            spare=_SCORING,
            teacher=teacher,
            most_steps=self.given.most_steps,
        )
        if rate:
            (self.given.state / name / "rate.json").write_text(json.dumps(rate), encoding="utf-8")

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
        """Score a reader that is done, and write its weights if it is the first student or nobody before it was better."""
        reader = self._trained(name)
        self._tell(name, score_development([reader], self.workers, self.device))
        better = not self.best or sum(self.scores[name].values()) >= sum(self.scores[self.best].values())
        if not better and (name.startswith("teacher") or self.best.startswith("student")):
            return
        old, self.best = self.best, name
        write_halves(reader.state_dict(), self.given.out, name)
        for file in self.given.out.glob(f"{old}.*") if old and old != name else ():
            file.unlink()

    def _tell(self, name: str, scores: dict[str, float]) -> None:
        self.scores[name] = scores
        told = " / ".join(f"{value:.1f}" for value in scores.values())
        print(f"{name}: source / cue / content on PolNeAR dev {told}; {self.clock.left():.0f} s left", flush=True)
        facts = {"scores": self.scores, "written": self.best, "torch": torch.__version__}
        (self.given.out / "scores.json").write_text(json.dumps(facts, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
