"""python -m benchmarks: one table, an exit code that can fail, and a reason where it is skipped."""

import json
from pathlib import Path

import pytest

from benchmarks import command
from benchmarks.cases import Case
from benchmarks.counts import Counts
from benchmarks.floors import Floors, load_floors, save_floors
from benchmarks.measured import Figure, Measured
from saidwho.errors import WeightsError


def measured(value: float) -> Measured:
    case = Case(corpus="polnear", name="a", counts={"exact": Counts(right=1, predicted=1, gold=1)})
    figure = Figure(name="cofenet cue", value=value, unit="F1", asked=76.5, published="CofeNet 75.3 (test)")
    return Measured(part="attribution", figures=(figure,), cases=(case,), notes=("a note",))


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A floors file and a cases file of the test's own, with a floor of 70."""
    file = tmp_path / "floors.json"
    save_floors(Floors(figures={"cofenet cue": 70.0}, data={}), file)
    monkeypatch.setattr(command, "load_floors", lambda: load_floors(file))
    monkeypatch.setattr(command, "save_floors", lambda changed: save_floors(changed, file))
    monkeypatch.setattr(command, "CASES", {"attribution": tmp_path / "cases.tsv"})
    return file


def run(monkeypatch: pytest.MonkeyPatch, folder: Path, value: float, *flags: str) -> int:
    monkeypatch.setitem(command.PARTS, "attribution", lambda _: measured(value))
    return command.main(["attribution", "--data", str(folder), *flags])


@pytest.mark.parametrize(("value", "code"), [(69.9, 1), (70.0, 0), (77.0, 0)])
def test_fails_under_the_floor(
    value: float, code: int, kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1 and a line that names the figure, if and only if it is under its floor."""
    assert code == run(monkeypatch, kept.parent, value)
    out = capsys.readouterr().out
    assert (code == 1) == ("FAILED  cofenet cue" in out)
    assert "CofeNet 75.3 (test)" in out
    assert "Write it with --write-cases" in out


def test_floors_move_only_by_a_flag(kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A run changes nothing; --raise-floors does not lower; --lower-floors does, and prints what."""
    run(monkeypatch, kept.parent, 80.0)
    assert load_floors(kept).figures == {"cofenet cue": 70.0}
    assert run(monkeypatch, kept.parent, 60.0, "--raise-floors") == 1
    assert load_floors(kept).figures == {"cofenet cue": 70.0}
    assert run(monkeypatch, kept.parent, 80.0, "--raise-floors") == 0
    assert load_floors(kept).figures == {"cofenet cue": 79.9}
    assert run(monkeypatch, kept.parent, 60.0, "--lower-floors") == 0
    assert load_floors(kept).figures == {"cofenet cue": 59.9}
    assert "LOWERED  cofenet cue: 79.9 -> 59.9" in capsys.readouterr().out


def test_writes_figures_and_cases(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--json holds what the table shows; --write-cases keeps the cases."""
    file = kept.with_name("figures.json")
    run(monkeypatch, kept.parent, 77.0, "--json", str(file), "--write-cases")
    row = json.loads(file.read_text(encoding="utf-8"))[0]
    assert {"name": "cofenet cue", "value": 77.0, "floor": 70.0} == {name: row[name] for name in ("name", "value", "floor")}
    assert kept.with_name("cases.tsv").read_text(encoding="utf-8") == "polnear\ta\texact=1/1/1\n"


def test_a_reader_that_cannot_be_loaded_fails(kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Missing weights are no reason to skip."""

    def broken(_: Path) -> Measured:
        raise WeightsError("reader.onnx: cannot read the weights")

    monkeypatch.setitem(command.PARTS, "attribution", broken)
    assert command.main(["attribution", "--data", str(kept.parent)]) == 1
    assert "FAILED  reader.onnx" in capsys.readouterr().out


def test_without_corpora_it_is_skipped_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A machine without the corpora is no failure."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command, "DEFAULT_DATA", tmp_path / "none")
    assert command.main(["attribution", "heads"]) == 0
    assert capsys.readouterr().out.count("skipped. It needs the corpora") == 2


@pytest.mark.parametrize("arguments", [["nonsense"], ["--data", "no-such-folder"], ["--raise-floors", "--lower-floors"]])
def test_misuse_is_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A typing error must not look like a run that passed."""
    with pytest.raises(SystemExit) as stopped:
        command.main(arguments)
    assert stopped.value.code == 2
    assert "error:" in capsys.readouterr().err
