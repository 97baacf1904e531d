"""saidwho add keeps what it is given, and says what became of it."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from saidwho.cli.main import app

REPORTS = Path(__file__).parents[2] / "examples" / "briefing" / "reports.jsonl"
REPORT = "Bridge gone\nThe mayor said the bridge had been struck. The governor said that nobody was hurt.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "one.txt").write_text(REPORT, encoding="utf-8")
    (reports / "two.txt").write_text(REPORT + "The mayor said all was well.\n", encoding="utf-8")
    return reports


def add(record: Path, *words: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, ["add", *map(str, words), "--record", str(record)], input=stdin)


def test_a_folder_is_taken_in(folder: Path, tmp_path: Path) -> None:
    """Every file of it, and the record is made on the way."""
    result = add(tmp_path / "record", folder)
    assert (0, "saidwho: 2 taken in, 0 already there, 0 revised, 0 failed\n") == (result.exit_code, result.stderr)
    assert ["archive", "log", "record.sqlite"] == sorted(path.name for path in (tmp_path / "record").iterdir() if "-" not in path.name)


def test_the_second_time_all_is_there(folder: Path, tmp_path: Path) -> None:
    """Adding the same again changes nothing."""
    add(tmp_path / "record", folder)
    assert "saidwho: 0 taken in, 2 already there, 0 revised, 0 failed\n" == add(tmp_path / "record", folder).stderr


def test_a_changed_page_is_revised(tmp_path: Path) -> None:
    """One id with another text is the same page."""
    lines = ['{"id": "1", "text": "The mayor said all was well."}\n', '{"id": "1", "text": "The mayor said all was not well."}\n']
    add(tmp_path / "record", "--jsonl", "-", stdin=lines[0])
    assert "1 revised" in add(tmp_path / "record", "--jsonl", "-", stdin=lines[1]).stderr


def test_another_date_is_no_revision(tmp_path: Path) -> None:
    """What is there is not read again, nor counted as revised, because its feed has another date for it."""
    lines = [f'{{"id": "1", "text": "The mayor said all was well.", "published": "2023-11-{day}"}}\n' for day in (16, 17)]
    add(tmp_path / "record", "--jsonl", "-", stdin=lines[0])
    for _ in range(2):
        assert (
            "saidwho: 0 taken in, 1 already there, 0 revised, 0 failed\n" == add(tmp_path / "record", "--jsonl", "-", stdin=lines[1]).stderr
        )


def test_a_bad_report_does_not_stop_the_others(folder: Path, tmp_path: Path) -> None:
    """It is named with the reason; the sum tells how many of each kind."""
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    result = add(tmp_path / "record", folder, tmp_path / "none.txt")
    assert (1, "2 taken in, 0 already there, 0 revised, 2 failed (1 binary, 1 missing)") == (
        result.exit_code,
        result.stderr.splitlines()[-1].removeprefix("saidwho: "),
    )
    assert f"saidwho: {tmp_path / 'none.txt'}: There is no such file.\n" in result.stderr


def test_an_unreadable_report_is_archived_all_the_same(tmp_path: Path) -> None:
    """Its bytes were on disk before anything was read from them."""
    (tmp_path / "bad.txt").write_text("This is an unreadable text, which the mayor said so.", encoding="utf-8")
    result = add(tmp_path / "record", tmp_path / "bad.txt")
    assert (1, 1) == (result.exit_code, len(list((tmp_path / "record" / "archive").glob("*.warc.gz"))))


@pytest.mark.model
def test_several_processes_add_what_one_reads(tmp_path: Path) -> None:
    """Each report is read once, in whichever process, and kept as saidwho read prints it."""
    assert "8 taken in" in add(tmp_path / "record", "--jobs", "2", REPORTS).stderr
    kept = CliRunner().invoke(app, ["export", "jsonl", "--record", str(tmp_path / "record")]).stdout.splitlines()
    program = "from saidwho.cli.main import main; main()"
    read = subprocess.run([sys.executable, "-c", program, "read", "--json", REPORTS], capture_output=True, check=True)
    assert sorted(read.stdout.decode().splitlines()) == sorted(kept)


def test_a_record_that_cannot_be_made_is_told(folder: Path, tmp_path: Path) -> None:
    """In one line, without a traceback."""
    result = add(folder / "one.txt" / "record", folder)
    assert (1, 1) == (result.exit_code, len(result.stderr.splitlines()))


def test_a_misspelled_date_is_misuse(folder: Path, tmp_path: Path) -> None:
    """Before anything is made."""
    result = add(tmp_path / "record", folder, "--published", "yesterday")
    assert (2, False) == (result.exit_code, (tmp_path / "record").exists())
