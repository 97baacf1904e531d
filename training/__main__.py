"""Train the reader from the corpora and write its weights into the package.

Runs two trainings, each resumable: stop with Ctrl-C, type the same again, and it goes on from its last save.
"""

import argparse
import shutil
from collections.abc import Callable
from pathlib import Path

import torch

from saidwho.reading.encoder import WEIGHTS
from saidwho.reading.pieces import PieceTable
from training.act_words import learn_act_words
from training.base import base_folder
from training.beside import pair_with, start_beside
from training.clauses import learn_clauses
from training.coreference import learn_coreference
from training.cue_acts import learn_cue_acts
from training.device import device_of
from training.events import learn_events
from training.fit import fit
from training.halves import STUDENTS, read_halves
from training.network import Pair, Reader, reader_of
from training.pack import pack
from training.passages import learn_passages
from training.recipes import BESIDE, FIFTH, FIRST, FOURTH, SECOND, SEVENTH, SIXTH, THIRD
from training.recover import between, recover_reader, recover_state, toward_students
from training.release import average, export_reader, write_references
from training.told import fit_told
from training.war_reports import war_reports

STEPS = (
    "first",
    "second",
    "release",
    "fourth",
    "fifth",
    "war",
    "sixth",
    "seventh",
    "news",
    "coreference",
    "clauses",
    "passages",
    "events",
    "acts",
)
# Run only where named: what is released does not come from it.
EXTRA = ("third", "anew", "pack", "student", "beside", "pair")
# How far to the mean of the students; chosen on PolNeAR's development part and training/reports/dev, among 0.5, 0.6, 0.85 and 1.
STUDENTS_SHARE = 0.6


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__, epilog="Example: python -m training first second")
    parser.add_argument(
        "steps", nargs="*", metavar="STEP", help=f"which of {', '.join((*STEPS, *EXTRA))}; {', '.join(STEPS)} where none is given"
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="the folder of the corpora")
    parser.add_argument("--state", type=Path, default=Path("training-state"), help="where runs are kept")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="where the weights go")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu", help="what the steps of training run on")
    parser.add_argument("--packed", type=Path, default=Path("build/packed"), help="what pack writes, for training.accelerated")
    parser.add_argument("--drawn", type=Path, help="for pack: weights that learned PolNeAR alone, to draw the borders of marked spans by")
    parser.add_argument(
        "--parts", type=Path, nargs="+", default=[Path("build/parts")], help="for student: the folders that training.accelerated wrote"
    )
    given = parser.parse_args()
    steps = given.steps or STEPS
    if unknown := set(steps) - {*STEPS, *EXTRA}:
        parser.error(f"no such step: {', '.join(sorted(unknown))}. Choose from {', '.join((*STEPS, *EXTRA))}.")
    if not given.data.is_dir():
        parser.error(f"{given.data}: no corpora there. Give their folder with --data.")
    torch.set_num_threads(given.threads)
    for step in (*STEPS, *EXTRA):
        if step in steps:
            _RUN[step](given)


def _first(given: argparse.Namespace) -> None:
    fit(given.data, given.state / FIRST.name, FIRST, device=device_of(given.device))


def _second(given: argparse.Namespace) -> None:
    fit(given.data, given.state / SECOND.name, SECOND, start=given.state / FIRST.name / "done.pt", device=device_of(given.device))


def _third(given: argparse.Namespace) -> None:
    fit(given.data, given.state / THIRD.name, THIRD, start=given.weights / "reader.onnx", device=device_of(given.device))


def _release(given: argparse.Namespace) -> None:
    """The mean of both runs' weights: on dev 83.7 / 75.7 / 70.5 against 83.2 / 75.3 / 71.0 and 83.3 / 75.4 / 70.4 exact F1 of
    source, cue and content."""
    _write(average([given.state / FIRST.name / "done.pt", given.state / SECOND.name / "done.pt"]), given)


def _fourth(given: argparse.Namespace) -> None:
    fit(given.data, given.state / FOURTH.name, FOURTH, start=given.weights / "reader.onnx", device=device_of(given.device))


def _fifth(given: argparse.Namespace) -> None:
    before = given.state / FOURTH.name
    start = between(before / "start.onnx", before / "done.pt", given.state / "between.pt")
    fit(given.data, given.state / FIFTH.name, FIFTH, start=start, device=device_of(given.device))


def _war(given: argparse.Namespace) -> None:
    """The mean of the weights before and after our marked reports, with the head for them fitted to it. On PolNeAR's development part
    the later weights alone give 82.8 / 75.0 / 70.3 exact F1, the mean 83.2 / 75.6 / 70.4, those before 83.5 / 76.0 / 70.9."""
    table = PieceTable((base_folder() / "tokenizer.json").read_bytes())
    mean = between(given.state / FOURTH.name / "start.onnx", given.state / FIFTH.name / "done.pt", given.state / "released.pt")
    _write(fit_told(average([mean]), list(war_reports()), table), given)


def _sixth(given: argparse.Namespace) -> None:
    fit(given.data, given.state / SIXTH.name, SIXTH, start=given.weights / "reader.onnx", device=device_of(given.device))


def _seventh(given: argparse.Namespace) -> None:
    run, state = given.state / SIXTH.name, given.state / SEVENTH.name
    start = between(run / "start.onnx", run / "done.pt", given.state / "half.pt")
    polnear = reader_of(recover_state(given.state / FOURTH.name / "start.onnx"))
    fit(given.data, state, SEVENTH, start=start, drawn=export_reader(polnear, state / "polnear").parent, device=device_of(given.device))


def _news(given: argparse.Namespace) -> None:
    """Seven tenths of the way from the weights that learned PolNeAR alone to the seventh run, with the head for reports fitted.

    On PolNeAR's development part the run gives 82.0 / 75.1 / 71.1 exact F1 of source, cue and content, this mean 82.4 / 75.6 / 71.3.
    """
    table = PieceTable((base_folder() / "tokenizer.json").read_bytes())
    run = given.state / SEVENTH.name
    mean = between(given.state / FOURTH.name / "start.onnx", run / "done.pt", given.state / "news.pt", share=0.7)
    _write(fit_told(average([mean]), list(war_reports()), table), given)


def _pack(given: argparse.Namespace) -> None:
    files = pack(given.data, given.packed, drawn=given.drawn, start=given.weights / "reader.onnx")
    print(f"wrote {len(files)} files to {given.packed}, {sum(file.stat().st_size for file in files) / 1e6:.1f} MB")


def _student(given: argparse.Namespace) -> None:
    """So far from the reader that students set out from to the mean of those that training.accelerated wrote.

    On PolNeAR's development part the slowest students alone give 82.0 / 74.9 / 71.3 exact F1 of source, cue and content, this 82.4 / 74.8 /
    71.6, and the reader before 82.3 / 75.1 / 71.9; what words of reports are part of is told better the farther it goes.
    """
    state = given.state / "student"
    state.mkdir(parents=True, exist_ok=True)
    start = state / "start.onnx"
    if not start.exists():  # later the package may hold what comes of it
        shutil.copyfile(given.weights / "reader.onnx", start)
    written = [read_halves(folder, STUDENTS) for folder in given.parts]
    _write(reader_of(toward_students(recover_state(start), written, share=STUDENTS_SHARE)), given)


def _beside(given: argparse.Namespace) -> None:
    start = start_beside(given.weights / "reader.onnx", given.state / FOURTH.name / "start.onnx", given.state / "beside.pt")
    fit(given.data, given.state / BESIDE.name, BESIDE, start=start, device=device_of(given.device))


def _pair(given: argparse.Namespace) -> None:
    """The released reader, and beside it the one that tells attributions with it."""
    _write(pair_with(given.weights / "reader.onnx", given.state / BESIDE.name / "done.pt"), given)


def _write(model: Reader | Pair, given: argparse.Namespace) -> None:
    print(f"wrote {export_reader(model, given.weights)}")
    write_references(model, given.weights)


_RUN: dict[str, Callable[[argparse.Namespace], object]] = {
    "first": _first,
    "second": _second,
    "third": _third,
    "release": _release,
    "fourth": _fourth,
    "fifth": _fifth,
    "war": _war,
    "sixth": _sixth,
    "seventh": _seventh,
    "news": _news,
    "anew": lambda given: print(f"wrote {export_reader(recover_reader(WEIGHTS / 'reader.onnx'), given.weights)}"),
    "pack": _pack,
    "student": _student,
    "beside": _beside,
    "pair": _pair,
    "coreference": lambda given: print(f"wrote {learn_coreference(given.data)}"),
    "clauses": lambda given: print(f"wrote {learn_clauses(given.weights, given.state / 'clauses')}"),
    "passages": lambda given: print(f"wrote {learn_passages(given.weights, given.state / 'passages')}"),
    "events": lambda given: print(f"wrote {learn_events(given.data)}"),
    "acts": lambda _: print(f"wrote {learn_cue_acts()} and {learn_act_words()}"),
}


if __name__ == "__main__":
    main()
