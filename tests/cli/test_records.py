"""The commands around a record: verify, log, withhold, reread."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import saidwho.pipeline.keeping
from saidwho.cli.main import app

REPORT = "Bridge gone\nThe mayor said the bridge had been struck. The governor said that nobody was hurt.\n"


def run(*words: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, list(map(str, words)), input=stdin)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with one report."""
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    run("add", tmp_path / "report.txt", "--record", tmp_path / "record")
    return tmp_path / "record"


def document_id(record: Path) -> str:
    """The id of the report, from the file of the log."""
    return record.joinpath("log").read_text(encoding="ascii").split('"document":"')[1].partition('"')[0]


def test_a_sound_record_is_told_so(record: Path) -> None:
    """With the root to compare."""
    result = run("verify", "--record", record)
    root = run("log", "root", "--record", record).stdout.split()
    assert (0, f"sound: {root[0]} entries of the log, root {root[1]}\n") == (result.exit_code, result.stdout)


def test_an_altered_record_is_told_so(record: Path) -> None:
    """One line an item, and status 1."""
    (path,) = (record / "archive").glob("*.warc.gz")
    path.write_bytes(path.read_bytes()[:-4])
    result = run("verify", "--record", record)
    assert (1, True, 1) == (result.exit_code, result.stdout.startswith("missing: original "), len(result.stdout.splitlines()))


@pytest.mark.parametrize("command", [["verify"], ["reread"], ["log", "root"], ["withhold", "00000000", "--reason", "x"]])
def test_a_record_that_is_not_there_is_told(command: list[str], tmp_path: Path) -> None:
    """And none is made."""
    result = run(*command, "--record", tmp_path / "none")
    assert (1, True, False) == (result.exit_code, "There is no record at" in result.stderr, (tmp_path / "none").exists())


def test_proofs_are_checked_without_the_record(record: Path) -> None:
    """What log prove prints, log check reads."""
    proofs = run("log", "prove", document_id(record)[:12], "--record", record).stdout
    root = run("log", "root", "--record", record).stdout.split()[1]
    result = run("log", "check", "-", "--root", root, stdin=proofs)
    assert (0, 2) == (result.exit_code, result.stdout.count("holds: "))
    growth = run("log", "consistency", "1", "--record", record).stdout
    assert 0 == run("log", "check", "-", stdin=growth).exit_code
    wrong = run("log", "check", "-", "--root", "00" * 32, stdin=proofs)
    assert (1, True) == (wrong.exit_code, "another log" in wrong.stderr)


def test_a_withheld_report_is_not_taken_in_again(record: Path, tmp_path: Path) -> None:
    """Adding it says that it is withheld."""
    done = run("withhold", document_id(record), "--reason", "asked for", "--erase", "--record", record)
    assert (0, True) == (done.exit_code, "1 original erased" in done.stdout)
    assert "1 withheld" in run("add", tmp_path / "report.txt", "--record", record).stderr
    assert 0 == run("verify", "--record", record).exit_code


def test_nothing_to_read_again_is_told_as_that(record: Path) -> None:
    """In the words of reading again, not of adding."""
    assert "saidwho: 0 reread, 0 failed\n" == run("reread", "--record", record).stderr


def test_no_token_is_told(record: Path) -> None:
    """With how to make one; a pipe gets nothing."""
    result = run("token", "list", "--record", record)
    assert (0, "", "saidwho: there is no token; saidwho token new makes one\n") == (result.exit_code, result.stdout, result.stderr)


def test_what_a_folder_holds_besides_is_told(tmp_path: Path) -> None:
    """Nobody should take a report for read that was passed over."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in ("a.txt", "b.docx", "c.docx", "d", ".hidden"):
        (folder / name).write_text(REPORT, encoding="utf-8")
    result = run("add", folder, "--record", tmp_path / "other")
    assert 0 == result.exit_code
    assert "reports: 3 files are left out (1 without an ending, 2 .docx); taken are .htm" in result.stderr


def test_a_newer_reader_reads_again(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what it did not read."""
    monkeypatch.setattr(saidwho.pipeline.keeping, "reader_version", lambda: "another")
    assert "1 reread" in run("reread", "--record", record).stderr
    assert "0 failed" in run("reread", "--record", record).stderr
    assert 0 == run("verify", "--record", record).exit_code
