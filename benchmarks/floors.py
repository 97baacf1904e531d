"""Did a figure get worse?

floors.json keeps, for each figure, the value it must not fall below (for seconds and megabytes: rise above), and the
SHA-256 of each data file that the figures were measured on. null: not set yet, which fails too.
"""

import hashlib
import json
import math
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.measured import Figure

FLOORS = Path(__file__).parent / "floors.json"
# Processors add up float32 in different orders, and now and then a word falls on the other side of a border. A floor is
# set this much (of a point) under what was measured, or one case, whichever is more, so that another machine does not fail.
SLACK = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """figures: the floor of each figure, by name. data: SHA-256 in hex of each data file, by its path in the data folder."""

    figures: dict[str, float | None]
    data: dict[str, str]


def load_floors(file: Path = FLOORS) -> Floors:
    kept = json.loads(file.read_text(encoding="utf-8"))
    return Floors(figures=kept["figures"], data=kept["data"])


def save_floors(floors: Floors, file: Path = FLOORS) -> None:
    kept = {"figures": floors.figures, "data": dict(sorted(floors.data.items()))}
    file.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


def digest(file: Path) -> str | None:
    """SHA-256 in hex; None where there is no such file."""
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else None


def is_worse(figure: Figure, floor: float) -> bool:
    return figure.value > floor if figure.less_is_better else figure.value < floor


def failed_figures(figures: list[Figure], floors: Floors) -> list[str]:
    """A line for each held figure that is worse than its floor, has none, or is no number."""
    lines = []
    for figure in figures:
        floor = floors.figures.get(figure.name)
        if not figure.is_held:
            continue
        if not math.isfinite(figure.value):
            lines.append(f"{figure.name}: measured {figure.value}, expected a number. Nothing was read; look at the run's messages.")
        elif floor is None:
            lines.append(f"{figure.name}: has no floor (measured {figure.value:.2f}). Set one with --raise-floors.")
        elif is_worse(figure, floor):
            side = "over its ceiling" if figure.less_is_better else "under its floor"
            lines.append(f"{figure.name}: {figure.value:.2f} is {side} of {floor:.2f}. {_advice(figure)}")
    return lines


def _advice(figure: Figure) -> str:
    if figure.is_timing:
        return "Run again while the machine does nothing else; if it stays, find what became slower or larger."
    return "Find what made it worse (the moved cases show where), or accept it with --lower-floors."


def failed_data(files: list[str], folder: Path, floors: Floors) -> list[str]:
    """A line for each data file that is missing or is not the one the floors were measured on."""
    lines = []
    for name in files:
        expected, found = floors.data.get(name), digest(folder / name)
        if found is None:
            lines.append(f"{name}: is missing from {folder}. Put it there, or leave the folder away to skip what needs it.")
        elif found != expected:
            lines.append(
                f"{name}: is not the file that the floors were measured on (SHA-256 {found}, expected {expected}). "
                "Restore the file, or accept it and its figures with --lower-floors."
            )
    return lines


def raised(floors: Floors, figures: list[Figure]) -> tuple[Floors, list[str]]:
    """Floors after --raise-floors: set where none was, raised where a figure is better, never lowered; and what changed."""
    changes = {}
    for figure in figures:
        floor = floors.figures.get(figure.name)
        asked = figure.asked if figure.is_timing and figure.asked is not None else None
        wanted = asked if asked is not None else _with_slack(figure)
        if figure.is_held and (floor is None or (not figure.is_timing and _is_better(wanted, floor, figure))):
            changes[figure.name] = wanted
    return _changed(floors, changes)


def lowered(floors: Floors, figures: list[Figure], folder: Path, files: list[str]) -> tuple[Floors, list[str]]:
    """Floors after --lower-floors: lowered where a figure is worse, and the digests of the data as it is now; and what changed."""
    changes = {
        figure.name: _with_slack(figure)
        for figure in figures
        if figure.is_held and (floor := floors.figures.get(figure.name)) is not None and is_worse(figure, floor)
    }
    after, lines = _changed(floors, changes)
    now = {name: found for name in files if (found := digest(folder / name))}
    lines += [f"{name}: SHA-256 {floors.data.get(name)} -> {found}" for name, found in now.items() if floors.data.get(name) != found]
    return replace(after, data=floors.data | now), lines


def _with_slack(figure: Figure) -> float:
    """What a floor is set to: a little worse than measured, in hundredths."""
    slack = max(SLACK, 100 / figure.cases) if figure.cases else SLACK
    if figure.less_is_better:
        return math.ceil((figure.value + slack) * 100) / 100
    return math.floor((figure.value - slack) * 100) / 100


def _is_better(value: float, floor: float, figure: Figure) -> bool:
    return value < floor if figure.less_is_better else value > floor


def _changed(floors: Floors, changes: dict[str, float]) -> tuple[Floors, list[str]]:
    lines = [f"{name}: {floors.figures.get(name)} -> {value}" for name, value in changes.items()]
    return replace(floors, figures={**floors.figures, **changes}), lines
