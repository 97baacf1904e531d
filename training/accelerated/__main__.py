"""Train several readers as teachers and students that learn from them, within some minutes, on an accelerator.

Type it again to go on: what is done is kept, and what was broken off goes on from its last save.
"""

import argparse
import gzip
import json
import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from torch import Tensor

from benchmarks.attribution.gold import Units, cofenet_units
from training.accelerated.course import Clock, check_device, measure_rate, take_course
from training.accelerated.folds import unseen_by
from training.accelerated.plan import (
    STUDENT_PACES,
    TAUGHT,
    Amounts,
    Plan,
    pace_of,
    plan_students,
    plan_teachers,
    share_of,
    student_recipe,
    teacher_recipe,
)
from training.accelerated.readings import mean_scores, score_development, score_reports
from training.accelerated.workers import Held, PieceMarks, Workers
from training.device import device_of
from training.halves import STUDENTS, write_halves
from training.losses import fixed_steps
from training.network import Reader, freeze
from training.packed import load_documents
from training.recipes import Recipe
from training.rows import read_rows
from training.wide_losses import Teacher

# Seconds for: one reader's scores, all teachers' scores on all documents, the way out, the start of a process.
_SCORING, _TEACHING, _LEAVING, _STARTING = 6.0, 25.0, 30.0, 6.0


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.accelerated", description=__doc__)
    parser.add_argument("--packed", type=Path, default=Path("build/packed"), help="the folder that the step pack wrote")
    parser.add_argument("--state", type=Path, default=Path("training-state/accelerated"), help="where runs are kept")
    parser.add_argument("--out", type=Path, required=True, help="where scores and the students' weights go, in parts")
    parser.add_argument("--minutes", type=float, default=9.0, help="the time for all of it")
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    parser.add_argument("--windows", type=int, default=16, help="windows of 384 pieces a step")
    parser.add_argument("--rate", type=float, default=1.0, help="times the learning rates that follow from --windows")
    parser.add_argument(
        "--plain-every", type=int, default=3, help="which teachers learn without our marked reports: 3 is each third, 0 none"
    )
    parser.add_argument("--teachers", type=int, help="so many, whatever the time")
    parser.add_argument("--passes", type=int, help="of each teacher, whatever the time")
    parser.add_argument("--students", type=int, default=len(TAUGHT) * len(STUDENT_PACES), help="the mean of those of one pace is written")
    parser.add_argument("--at-once", type=int, default=1, help="runs side by side, each in a process of its own")
    parser.add_argument("--workers", type=int, default=min(14, max((os.cpu_count() or 2) - 2, 0)), help="processes that make batches")
    parser.add_argument("--most-steps", type=int, help="of each run: to try the way from end to end")
    given = parser.parse_args()
    School(given=given, clock=Clock(given.minutes), held=read_packed(given.packed)).run()


def read_packed(folder: Path) -> Held:
    """What every process holds."""
    if not (folder / "facts.json").exists():
        raise SystemExit(f"{folder}: nothing packed there. Type: python -m training pack")
    documents = load_documents(folder / "documents.npz")
    # Cut here once, or every process cuts them again.
    for prepared in documents:
        _ = prepared.document.words.strings, prepared.document.words.lines
    facts = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
    return Held(
        documents=documents,
        places=list(accumulate((len(p.document.words) for p in documents[:-1]), initial=0)),
        development=load_documents(folder / "development.npz"),
        reports=load_documents(folder / "reports.npz"),
        units=_units(folder),
        marks=PieceMarks(**{name: facts[name] for name in ("start", "end", "mask")}),
        costs=facts["costs"],
    )


def _units(folder: Path) -> list[Units]:
    with TemporaryDirectory() as unpacked:
        units = Path(unpacked) / "units.jsonl"
        units.write_bytes(gzip.decompress((folder / "units.jsonl.gz").read_bytes()))
        return cofenet_units(units)


@dataclass(kw_only=True)
class School:
    """All runs of one call, with what they share.

    Whatever needs the accelerator runs in a process of its own that is split off from this one: what is held is read and cut once, and
    a process that was split off after the accelerator was touched must not use it. Processes leave what they found in files.
    """

    given: argparse.Namespace
    clock: Clock
    held: Held

    def __post_init__(self) -> None:
        self.amounts = Amounts.of(self.held)
        for folder in (self.given.state, self.given.out):
            folder.mkdir(parents=True, exist_ok=True)

    def run(self) -> None:
        self._apart([self._make_plan])
        plan = self._plan()
        self._side_by_side(self._learn, range(1, plan.teachers + 1), spare=_LEAVING)
        if self.clock.left() < _TEACHING + _LEAVING:
            raise SystemExit("no time is left for students. Type the same again to go on")
        self._apart([self._ask_teachers])
        students = range(1, self.given.students + 1)
        self._plan_students()
        self._side_by_side(self._study, students, spare=_LEAVING)
        self._apart([self._leave])

    def _make_plan(self, workers: Workers, device: torch.device) -> None:
        """The plan of the first call, so that a second goes on with it."""
        file = self.given.state / "plan.json"
        if file.exists():
            return
        budget = self.given.windows * 384
        recipe = teacher_recipe(1, 1, budget)
        if device.type != "cpu":
            apart = check_device(recipe, self._fresh(recipe, device), workers=workers, device=device)
            print(f"{torch.cuda.get_device_name()}: losses within {apart:.1%} of those on the CPU", flush=True)
        plan = Plan(teachers=self.given.teachers or 0, passes=self.given.passes or 0, budget=budget)
        if not plan.teachers or not plan.passes:
            seconds = min(20.0, self.given.minutes * 60 / 25)
            rate = measure_rate(recipe, self._fresh(recipe, device), workers=workers, device=device, seconds=seconds)
            # Two thirds: side by side each is slower.
            together = rate if self.given.at_once == 1 else rate * self.given.at_once * 2 / 3
            fits = plan_teachers(self.clock.left() - _TEACHING - _LEAVING, together, self.amounts, budget)
            plan = replace(plan, teachers=plan.teachers or fits.teachers, passes=plan.passes or fits.passes)
            print(f"{rate:,.0f} pieces a second", flush=True)
        print(f"{plan.teachers} teachers of {plan.passes} passes, then students", flush=True)
        file.write_text(json.dumps(asdict(plan)), encoding="utf-8")

    def _plan(self) -> Plan:
        return Plan(**json.loads((self.given.state / "plan.json").read_text(encoding="utf-8")))

    def _learn(self, number: int, workers: Workers, device: torch.device) -> None:
        """Train one teacher."""
        recipe = self._teacher(number)
        self._take(recipe, self._fresh(recipe, device), f"teacher-{number}", workers, device)

    def _teacher(self, number: int) -> Recipe:
        plan = self._plan()
        return teacher_recipe(number, plan.passes, plan.budget, factor=self.given.rate, plain_every=self.given.plain_every)

    def _ask_teachers(self, workers: Workers, device: torch.device) -> None:
        """Write what the teachers say of all documents."""
        taught = self.given.state / "taught.pt"
        if taught.exists():
            return
        numbers = range(1, self._plan().teachers + 1)
        teachers = [self._trained(f"teacher-{number}", device) for number in numbers]
        steps = torch.stack([fixed_steps(teacher).detach() for teacher in teachers]).mean(0)
        unseen = [unseen_by(number) for number in numbers]
        told = [self._teacher(number).war_reports > 0 for number in numbers]
        roles, parts = mean_scores(teachers, unseen, workers, device, told=told)
        kept = {"roles": roles.cpu(), "steps": steps.cpu()} | ({} if parts is None else {"told": parts.cpu()})
        torch.save(kept, taught.with_suffix(".part"))
        taught.with_suffix(".part").rename(taught)
        self._tell(f"mean of {len(teachers)} teachers", score_development(teachers, workers, device))

    def _plan_students(self) -> None:
        file = self.given.state / "students.json"
        if file.exists():
            return
        rate = min(json.loads(one.read_text(encoding="utf-8")) for one in self.given.state.glob("teacher-*/rate.json"))
        rounds = -(-self.given.students // self.given.at_once)
        # Without a margin the last steps, at the lowest rates, would be cut off.
        seconds = ((self.clock.left() - _LEAVING) / rounds - _STARTING) * 0.94
        passes = plan_students(seconds, rate, self.amounts, self._plan().budget)
        file.write_text(json.dumps(passes), encoding="utf-8")
        print(f"students: {passes} passes", flush=True)

    def _study(self, number: int, workers: Workers, device: torch.device) -> None:
        """Train one student."""
        passes = json.loads((self.given.state / "students.json").read_text(encoding="utf-8"))
        taught = {name: table.to(device) for name, table in torch.load(self.given.state / "taught.pt", weights_only=True).items()}
        teacher = Teacher(roles=taught["roles"], steps=taught["steps"], told=taught.get("told"), share=share_of(number))
        recipe = student_recipe(number, passes, self._plan().budget, factor=self.given.rate)
        torch.manual_seed(recipe.seed)
        model = self._start(device, dropout=recipe.dropout)
        freeze(model, recipe.frozen)
        self._take(recipe, model, f"student-{number}", workers, device, teacher=teacher)

    def _leave(self, workers: Workers, device: torch.device) -> None:
        """Write the mean of the students of one pace, and how near each comes to the labels of what nobody learned."""
        numbers = range(1, self.given.students + 1)
        students = {number: self._trained(f"student-{number}", device) for number in numbers}
        means: dict[float, Reader] = {}
        for pace in dict.fromkeys(map(pace_of, numbers)):
            means[pace] = _mean_of([students[number] for number in numbers if pace_of(number) == pace], device)
        learned = {f"{pace} {name}": value for pace, mean in means.items() for name, value in _learned(mean).items()}
        write_halves(learned, self.given.out, STUDENTS)
        self._tell("start", score_reports(self._start(device).eval(), workers, device))
        for number, student in students.items():
            self._tell(f"student-{number}", score_reports(student, workers, device))
        for pace, mean in means.items():
            self._tell(f"mean of pace {pace}", score_reports(mean, workers, device))
        for pace, mean in means.items():
            if self.clock.left() > _SCORING:
                self._tell(f"mean of pace {pace}", score_development([mean], workers, device))

    def _take(
        self, recipe: Recipe, model: Reader, name: str, workers: Workers, device: torch.device, *, teacher: Teacher | None = None
    ) -> None:
        rate = take_course(
            recipe,
            model,
            self.given.state / name,
            workers=workers,
            device=device,
            clock=self.clock,
            spare=_LEAVING,
            teacher=teacher,
            most_steps=self.given.most_steps,
        )
        if rate:
            (self.given.state / name / "rate.json").write_text(json.dumps(rate), encoding="utf-8")

    def _fresh(self, recipe: Recipe, device: torch.device) -> Reader:
        """A reader on the base encoder; its heads hang on the recipe's seed."""
        torch.manual_seed(recipe.seed)
        model = Reader(recipe.dropout)
        lost = model.encoder.load_state_dict(read_rows(self.given.packed / "base.npz"), strict=False)
        if lost.unexpected_keys or any(not name.startswith("features.") for name in lost.missing_keys):
            raise SystemExit(f"{self.given.packed}: its base encoder is not this network's ({lost}). Pack again: python -m training pack")
        return model.to(device)

    def _start(self, device: torch.device, *, dropout: float = 0.0) -> Reader:
        """The released reader that students go on from."""
        model = Reader(dropout)
        model.load_state_dict(read_rows(self.given.packed / "start.npz"))
        return model.to(device)

    def _trained(self, name: str, device: torch.device) -> Reader:
        model = Reader(0.1)
        model.load_state_dict(torch.load(self.given.state / name / "done.pt", weights_only=True)["mean"])
        return model.to(device).eval()

    def _side_by_side(self, course: Callable[[int, Workers, torch.device], None], numbers: Sequence[int], *, spare: float) -> None:
        """Train readers in processes of their own. spare: seconds that must be left to begin."""
        if self.clock.left() < spare:
            return
        lanes = [numbers[at :: self.given.at_once] for at in range(min(self.given.at_once, len(numbers)))]

        def lane(mine: Sequence[int]) -> Callable[[Workers, torch.device], None]:
            def learn(workers: Workers, device: torch.device) -> None:
                for number in mine:
                    course(number, workers, device)

            return learn

        self._apart([lane(mine) for mine in lanes])

    def _apart(self, tasks: Sequence[Callable[[Workers, torch.device], None]]) -> None:
        """Run each task in a process split off from this one, side by side."""
        context = multiprocessing.get_context("fork")
        processes = [context.Process(target=self._task, args=(task, self.given.workers // len(tasks))) for task in tasks]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        if any(process.exitcode for process in processes):
            raise SystemExit("a run broke off; what it says stands above. Type the same again to go on")

    def _task(self, task: Callable[[Workers, torch.device], None], count: int) -> None:
        workers = Workers(self.held, count)
        try:
            task(workers, device_of(self.given.device))
        finally:
            workers.close()
            sys.stdout.flush()

    def _tell(self, name: str, scores: dict[str, float]) -> None:
        told = ", ".join(f"{key} {value}" for key, value in scores.items())
        print(f"{name}: {told}; {self.clock.left():.0f} s left", flush=True)
        file = self.given.out / "scores.json"
        facts = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        facts[name] = facts.get(name, {}) | scores
        file.write_text(json.dumps(facts, indent=1), encoding="utf-8")


def _mean_of(readers: Sequence[Reader], device: torch.device) -> Reader:
    """The mean of the weights of readers that went on from one: what they learned apart, in one reader (Wortsman et al. 2022)."""
    states = [reader.state_dict() for reader in readers]
    mean = Reader(0.0)
    mean.load_state_dict({name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]})
    return mean.to(device).eval()


def _learned(model: Reader) -> dict[str, Tensor]:
    """What students change: all but the word vectors and the lowest layer."""
    freeze(model, 1)
    return {name: value for name, value in model.named_parameters() if value.requires_grad}


if __name__ == "__main__":
    main()
