"""A figure that got worse fails, and floors move only when told to."""

import math
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.floors import Floors, digest, failed_data, failed_figures, load_floors, lowered, raised, save_floors
from benchmarks.measured import Figure

F1 = Figure(name="cue", value=70.0, unit="F1")
SECONDS = Figure(name="cold", value=1.5, unit="s", asked=2.0, less_is_better=True, is_timing=True)


def floors(**figures: float | None) -> Floors:
    return Floors(figures=figures, data={})


@pytest.mark.parametrize(
    ("figure", "floor", "message"),
    [
        (F1, 70.0, None),
        (F1, 70.01, "cue: 70.00 is under its floor of 70.01"),
        (F1, None, "cue: has no floor"),
        (replace(F1, value=math.nan), 70.0, "cue: measured nan"),
        (SECONDS, 1.5, None),
        (SECONDS, 1.4, "cold: 1.50 is over its ceiling of 1.40"),
        (replace(F1, is_held=False), None, None),
    ],
)
def test_a_figure_worse_than_its_floor_fails(figure: Figure, floor: float | None, message: str | None) -> None:
    """Held figures must have a floor and keep it; seconds have a ceiling; a figure that is no number fails."""
    lines = failed_figures([figure], floors(**{figure.name: floor}))
    assert ([] if message is None else [message]) == [line[: len(message or "")] for line in lines]


def test_a_figure_that_the_file_does_not_name_fails() -> None:
    """A new figure cannot slip past the gate."""
    assert len(failed_figures([F1], floors())) == 1


def test_raising_sets_and_raises_and_never_lowers() -> None:
    """A floor is set a slack under what was measured; one that is higher stays."""
    assert {"cue": 69.9} == raised(floors(cue=None), [F1])[0].figures
    assert {"cue": 69.9} == raised(floors(cue=60.0), [F1])[0].figures
    assert {"cue": 69.95} == raised(floors(cue=69.95), [F1])[0].figures
    assert {"cue": 80.0} == raised(floors(cue=80.0), [F1])[0].figures


def test_the_floor_of_a_timing_is_what_was_asked() -> None:
    """A fast machine does not raise the bar for a slow one."""
    assert {"cold": 2.0} == raised(floors(cold=None), [SECONDS])[0].figures
    assert {"cold": 2.0} == raised(floors(cold=2.0), [SECONDS])[0].figures


def test_lowering_lowers_only_what_fails_and_says_so(tmp_path: Path) -> None:
    """A floor that holds is left where it is."""
    other = Figure(name="source", value=90.0, unit="F1")
    after, lines = lowered(floors(cue=75.0, source=85.0), [F1, other], tmp_path, [])
    assert ({"cue": 69.9, "source": 85.0}, ["cue: 75.0 -> 69.9"]) == (after.figures, lines)
    assert failed_figures([F1, other], after) == []


def test_another_data_file_fails(tmp_path: Path) -> None:
    """One changed byte, or a missing file, and the floors say nothing of what was measured."""
    file = tmp_path / "dev.jsonl"
    file.write_text("one\n", encoding="utf-8")
    kept = Floors(figures={}, data={"dev.jsonl": str(digest(file))})
    assert failed_data(["dev.jsonl"], tmp_path, kept) == []
    file.write_text("two\n", encoding="utf-8")
    assert ["dev.jsonl: is not the file"] == [line[:26] for line in failed_data(["dev.jsonl"], tmp_path, kept)]
    file.unlink()
    assert ["dev.jsonl: is missing from"] == [line[:26] for line in failed_data(["dev.jsonl"], tmp_path, kept)]


def test_lowering_takes_the_data_as_it_is(tmp_path: Path) -> None:
    """The one way to another data file is the flag that accepts worse figures as well."""
    (tmp_path / "dev.jsonl").write_text("two\n", encoding="utf-8")
    after, lines = lowered(Floors(figures={}, data={"dev.jsonl": "0"}), [], tmp_path, ["dev.jsonl"])
    assert failed_data(["dev.jsonl"], tmp_path, after) == []
    assert len(lines) == 1


def test_floors_come_back_as_saved(tmp_path: Path) -> None:
    """What is written is what is read."""
    kept = Floors(figures={"cue": 70.0, "source": None}, data={"a/b.jsonl": "0f"})
    save_floors(kept, tmp_path / "floors.json")
    assert kept == load_floors(tmp_path / "floors.json")


@pytest.mark.corpora
def test_the_floors_belong_to_the_corpora(corpora: Path) -> None:
    """The data beside the project is what the floors were measured on."""
    kept = load_floors()
    assert failed_data(list(kept.data), corpora, kept) == []
