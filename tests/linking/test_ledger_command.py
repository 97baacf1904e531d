"""saidwho ledger prints packages of aid, one row each."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from saidwho.cli.main import app

AGENCY = "Denmark will give Ukraine 1.2 billion kroner in military aid, including 19 fighter jets, its defence ministry said on Tuesday."
RADIO = (
    "Denmark has announced 1.2 billion kroner in military aid for Ukraine. The first six of the 19 fighter jets were delivered on 20 June."
)
OTHER = "Norway will send 40 generators worth 3 million euros to Ukraine, its foreign minister said."


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Two reports of one package, and one of another."""
    told = [("Harbour Press", "2024-04-02", AGENCY), ("Radio Hale", "2024-06-21", RADIO), ("Norrpress", "2024-04-03", OTHER)]
    file = tmp_path / "aid.jsonl"
    lines = ({"outlet": outlet, "published": day, "text": text, "language": "en"} for outlet, day, text in told)
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return file


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["ledger", *words])


@pytest.mark.model
def test_a_package_is_one_row_with_its_reports(reports: Path) -> None:
    """However many tell of it, with how far it came."""
    rows = [json.loads(line) for line in run("--json", str(reports)).stdout.splitlines()]
    assert [("Denmark", ["Harbour Press", "Radio Hale"]), ("Norway", ["Norrpress"])] == [
        (row["donor"], [report["outlet"] for report in row["reports"]]) for row in rows
    ]
    assert ("delivered", "2024-06-20") in {(stage["stage"], stage["date"]) for stage in rows[0]["stages"]}


@pytest.mark.model
def test_a_record_has_the_ledger_of_its_files(reports: Path, tmp_path: Path) -> None:
    """Whether reports are kept or not."""
    assert CliRunner().invoke(app, ["add", str(reports), "--record", str(tmp_path / "record")]).exit_code == 0
    assert run("--json", str(reports)).stdout == run("--json", "--record", str(tmp_path / "record")).stdout


@pytest.mark.model
def test_sums_count_no_package_twice(reports: Path) -> None:
    """Two reports of 1.2 billion are 1.2 billion."""
    sums = [json.loads(line) for line in run("--sums", "--json", str(reports)).stdout.splitlines()]
    assert [1_200_000_000] == [one["sum"] for one in sums if one["donor"] == "Denmark"]


@pytest.mark.model
def test_a_pipe_gets_a_line_a_package(reports: Path) -> None:
    """Under a head, with who tells of it at the end."""
    lines = run(str(reports)).stdout.splitlines()
    assert ["told by", "Harbour Press; Radio Hale", "Norrpress"] == [line.split("\t")[-1] for line in lines]


def test_a_date_without_files_is_misuse() -> None:
    """What a record holds has its own."""
    result = run("--published", "2024-03-05")
    assert (2, True) == (result.exit_code, "--published" in result.output)
