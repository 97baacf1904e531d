"""Measure the reader, show one table, and fail where a figure is worse than its floor.

With no corpora, what needs them is skipped. Exit code 0: all floors hold, or skipped; 1: one does not; 2: misused.

example: python -m benchmarks attribution --data ../shared/data --json figures.json
"""

import argparse
import importlib.util
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks import attribution, events, figures, heads, linking, origins, places, speakers, statements, times
from benchmarks.attribution.measure import measure as measure_attribution
from benchmarks.cases import moved_cases, write_cases
from benchmarks.events.measure import measure as measure_events
from benchmarks.figures.measure import measure as measure_figures
from benchmarks.floors import failed_data, failed_figures, load_floors, lowered, raised, save_floors
from benchmarks.heads.measure import measure as measure_heads
from benchmarks.linking.measure import measure as measure_linking
from benchmarks.measured import Measured
from benchmarks.origins.measure import measure as measure_origins
from benchmarks.places.measure import measure as measure_places
from benchmarks.reading.measure import measure as measure_reading
from benchmarks.reading.processes import BenchmarkError
from benchmarks.speakers.measure import measure as measure_speakers
from benchmarks.statements.measure import measure as measure_statements
from benchmarks.table import table
from benchmarks.times.measure import measure as measure_times
from saidwho.errors import SaidwhoError
from saidwho.pipeline.weights import shipped_reader

PARTS: dict[str, Callable[[Path], Measured]] = {
    "attribution": lambda data: measure_attribution(data, shipped_reader()),
    "heads": lambda data: measure_heads(data, shipped_reader()),
    "places": lambda data: measure_places(data, shipped_reader()),
    "times": lambda data: measure_times(data, shipped_reader()),
    "speakers": lambda data: measure_speakers(data, shipped_reader()),
    "figures": lambda data: measure_figures(data, shipped_reader()),
    "events": lambda data: measure_events(data, shipped_reader()),
    "statements": lambda data: measure_statements(data, shipped_reader()),
    "origins": lambda data: measure_origins(data, shipped_reader()),
    "linking": lambda data: measure_linking(data, shipped_reader()),
    "reading": measure_reading,
}
MODULES = {
    "attribution": attribution,
    "heads": heads,
    "places": places,
    "times": times,
    "speakers": speakers,
    "figures": figures,
    "events": events,
    "statements": statements,
    "origins": origins,
    "linking": linking,
}
CASES = {part: Path(str(module.__file__)).parent / "cases.tsv" for part, module in MODULES.items()}
DEFAULT_DATA = Path("../shared/data")
SHOWN_CASES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line asks for."""

    parts: tuple[str, ...]
    data: Path
    json: Path | None
    raise_floors: bool
    lower_floors: bool
    write_cases: bool


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmarks; returns the exit code."""
    options = _options(arguments)
    try:
        measured = [PARTS[part](options.data) for part in options.parts if _can_run(part, options)]
    except (SaidwhoError, BenchmarkError, OSError) as error:
        print(f"FAILED  {error}")
        return 1
    if not measured:
        return 0
    failures = _settle_floors(measured, options)
    _show(measured, options)
    for line in failures:
        print(f"FAILED  {line}")
    return 1 if failures else 0


def _options(arguments: list[str] | None) -> Options:
    about, _, example = (__doc__ or "").rpartition("\n\n")
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=about, epilog=example, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all of them without")
    parser.add_argument("--data", type=Path, help=f"the folder of the corpora, {DEFAULT_DATA} by default")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    parser.add_argument("--write-cases", action="store_true", help="keep this run's cases as those of the released model")
    floors = parser.add_mutually_exclusive_group()
    floors.add_argument("--raise-floors", action="store_true", help="set floors where none are, and raise them to what is better now")
    floors.add_argument("--lower-floors", action="store_true", help="accept figures that are worse, and data files that differ")
    given = parser.parse_args(arguments)
    unknown = [part for part in given.parts if part not in PARTS]
    if unknown:
        parser.error(f"no such part: {', '.join(unknown)}. Parts are {', '.join(PARTS)}.")
    if given.data and not given.data.is_dir():
        parser.error(f"--data {given.data}: there is no such folder.")
    fields = {name: value for name, value in vars(given).items() if name not in ("parts", "data")}
    return Options(parts=tuple(given.parts or PARTS), data=given.data or DEFAULT_DATA, **fields)


def _can_run(part: str, options: Options) -> bool:
    """Whether a part has what it needs; says so where it has not."""
    if part == "reading":
        missing = [name for name in ("torch", "onnx", "onnxscript", "safetensors") if importlib.util.find_spec(name) is None]
        if missing:
            print(f"{part}: skipped. BERT-base, the comparison, needs {', '.join(missing)}. Type: pip install 'saidwho[training]'")
        return not missing
    if part not in ("statements", "origins") and not options.data.is_dir():
        print(f"{part}: skipped. It needs the corpora in {options.data}, which is not there. Name their folder with --data.")
        return False
    return True


def _settle_floors(measured: list[Measured], options: Options) -> list[str]:
    """Hold figures and data against the floors, after changing them where asked to. Returns what fails."""
    floors = load_floors()
    figures = [figure for part in measured for figure in part.figures]
    files = [name for part in measured for name in part.data]
    if options.lower_floors:
        floors, lines = lowered(floors, figures, options.data, files)
        print("".join(f"LOWERED  {line}\n" for line in lines) or "no floor to lower")
        save_floors(floors)
    wrong_data = failed_data(files, options.data, floors)
    if options.raise_floors and not wrong_data:
        floors, lines = raised(floors, figures)
        print("".join(f"raised  {line}\n" for line in lines) or "no floor to raise")
        save_floors(floors)
    return [*wrong_data, *failed_figures(figures, floors)]


def _show(measured: list[Measured], options: Options) -> None:
    floors = load_floors()
    figures = [figure for part in measured for figure in part.figures]
    print(table(figures, floors))
    for part in measured:
        print(f"\n{part.part}")
        print("\n".join(f"  {note}" for note in part.notes))
        _show_cases(part, options)
    if options.json:
        rows = [asdict(figure) | {"floor": floors.figures.get(figure.name)} for figure in figures]
        options.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    print()


def _show_cases(part: Measured, options: Options) -> None:
    if not part.cases:
        return
    file = CASES[part.part]
    if options.write_cases:
        write_cases(file, part.cases)
    if not file.exists():
        print(f"  {file.name} is not written yet. Write it with --write-cases.")
        return
    moved = moved_cases(file, part.cases)
    if moved:
        print(f"  {len(moved)} cases moved (right/predicted/labelled, before -> now):")
        print("\n".join(f"    {line}" for line in moved[:SHOWN_CASES]))
    else:
        print(f"  no case moved, of {len(part.cases)}")
