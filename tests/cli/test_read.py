"""saidwho read is a filter: documents in, reports out."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from saidwho.cli import read
from saidwho.cli.main import app

REPORT = "Bridge gone\nThe mayor said the bridge had been struck. The governor said that nobody was hurt.\n"


@pytest.fixture
def report(tmp_path: Path) -> str:
    file = tmp_path / "report.txt"
    file.write_text(REPORT, encoding="utf-8")
    return str(file)


def run(*words: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["read", *words], input=stdin)


def lines(result: Result) -> list[dict[str, dict[str, object]]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_prints_a_table(report: str) -> None:
    """A person sees who said what."""
    result = run(report)
    assert (0, "") == (result.exit_code, result.stderr)
    assert [True, True] == [words in result.stdout for words in ("The mayor", "the bridge had been struck")]


def test_prints_json(report: str) -> None:
    """A program sees the contract's shape, with the options in it."""
    result = run("--json", "--outlet", "The Harbour Post", "--published", "2024-03-05", "--url", "https://harbour-post.example/1", report)
    (line,) = lines(result)
    document = line["document"]
    assert ("The Harbour Post", "2024-03-05", "https://harbour-post.example/1", None, REPORT) == tuple(
        document[field] for field in ("outlet", "published", "url", "key", "text")
    )
    assert [2, 3] == [len(line[field]) for field in ("statements", "actors")]  # the outlet among them


def test_one_bad_document_does_not_stop_the_others(report: str, tmp_path: Path) -> None:
    """Its error stands in its place, and the exit status tells."""
    missing, failing = str(tmp_path / "none.txt"), tmp_path / "failing.txt"
    failing.write_text("This is an unreadable text, which the mayor said so.", encoding="utf-8")
    result = run("--json", missing, report, str(failing), report)
    assert [{"code": "missing"}, None, {"code": "reading"}, None] == [
        {"code": line["error"]["code"]} if "error" in line else None for line in lines(result)
    ]
    assert (1, "saidwho: 2 of 4 documents could not be read\n") == (result.exit_code, result.stderr)


def test_a_mistake_of_ours_does_not_stop_the_others(report: str, tmp_path: Path) -> None:
    """A person is told what came up and what to do with it."""
    failing = tmp_path / "failing.txt"
    failing.write_text("This text meets a mistake of ours, which the mayor said so.", encoding="utf-8")
    failed, read = lines(run("--json", str(failing), report))
    assert ("reading", False) == (failed["error"]["code"], "error" in read)
    assert "(KeyError: '-', in conftest.py line " in failed["error"]["message"]
    assert "Report it with the document" in failed["error"]["message"]


def test_a_person_is_told_which_document_failed(report: str, tmp_path: Path) -> None:
    """On standard error, so that the tables stay clean."""
    result = run(str(tmp_path / "none.txt"), report)
    assert 1 == result.exit_code
    assert f"saidwho: {tmp_path / 'none.txt'}: There is no such file.\n" in result.stderr
    assert "none.txt" not in result.stdout


def test_standard_input_holds_a_text_or_json_lines() -> None:
    """- alone is one document; with --jsonl each line is."""
    (line,) = lines(run("--json", "-", stdin=REPORT))
    assert REPORT == line["document"]["text"]
    found = lines(run("--json", "--jsonl", "-", stdin='{"id": "1", "text": "The mayor said so."}\n[]\n'))
    assert ["1", "-:2"] == [line["document"]["key"] for line in found]


def test_a_folder_is_told_with_what_to_do(tmp_path: Path) -> None:
    """It is no fault of the disk."""
    result = run(str(tmp_path))
    assert (1, True) == (result.exit_code, "This is a folder. Name the files in it" in result.stderr)


def test_an_address_is_told_with_what_to_do() -> None:
    """Reading opens no connection, and it is no misspelt file."""
    result = run("https://harbour-post.example/1")
    assert (1, True) == (result.exit_code, "Addresses are fetched by saidwho add" in result.stderr)


def test_json_lines_are_not_read_as_a_text() -> None:
    """Somebody forgot --jsonl; quotation marks and names of fields are nobody's words."""
    result = run("-", stdin='{"text": "The mayor said so."}\n')
    assert (1, "") == (result.exit_code, result.stdout)
    assert "Add --jsonl" in result.stderr


def test_a_day_that_nothing_settles_says_why(tmp_path: Path) -> None:
    """A person can give the day of publication then."""
    file = tmp_path / "a.txt"
    file.write_text("The mayor said the bridge had been struck on Monday.\n", encoding="utf-8")
    assert "no publication" in run(str(file)).stdout
    assert "2024-03-04" in run("--published", "2024-03-05", str(file)).stdout


def test_standard_input_is_read_where_no_file_is_named() -> None:
    """As filters do; on a terminal there is help instead (below)."""
    (line,) = lines(run("--json", stdin=REPORT))
    assert REPORT == line["document"]["text"]


def test_a_terminal_without_a_file_gets_help(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting for somebody to type a report would look like hanging."""
    monkeypatch.setattr(read, "is_typed_at", lambda _: True)
    result = run()
    assert 2 == result.exit_code
    assert "Usage" in result.stderr


def test_half_a_character_is_written_as_its_escape() -> None:
    """The output is UTF-8 whatever came in, and gives the text back."""
    result = run("--json", "--jsonl", "-", stdin='{"text": "The mayor said so \\ud800."}')
    assert "The mayor said so \ud800." == lines(result)[0]["document"]["text"]
    table = run("--jsonl", "-", stdin='{"text": "The mayor said so \\ud800."}')
    assert (0, True) == (table.exit_code, "so \ufffd" in table.stdout)


def test_writes_a_page_beside_the_table(report: str, tmp_path: Path) -> None:
    """--html adds to what is printed."""
    page = tmp_path / "page.html"
    result = run("--html", str(page), report, str(tmp_path / "none.txt"))
    assert (1, True) == (result.exit_code, "The mayor" in result.stdout)
    text = page.read_text(encoding="utf-8")
    assert ['data-s="1">The mayor</span>' in text, "none.txt" in text, text.endswith("</html>\n")] == [True, True, True]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("--published", ["--published", "yesterday", "-"]),
        ("--jsonl", ["--jsonl", "report.txt"]),
        ("--html", ["--html", "no/such/folder/page.html", "-"]),
        ("--nonsense", ["--nonsense", "-"]),
    ],
)
def test_misuse(told: str, words: list[str]) -> None:
    """Exit status 2, and the option is named."""
    result = run(*words, stdin=REPORT)
    assert 2 == result.exit_code
    assert told in result.stderr


def test_missing_weights_stop_the_run() -> None:
    """No document is to blame, so none is reported."""
    result = run("--json", "-", stdin="There are no weights, the mayor said.")
    assert (1, "") == (result.exit_code, result.stdout)
    assert "saidwho: The weights are missing." in result.stderr


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    """As with `| head -1`: quiet, status 0, and a page that is whole as far as it goes."""
    news = tmp_path / "news.jsonl"
    news.write_text('{"text": "The mayor said so. %s"}\n' % ("x" * 5000) * 200, encoding="utf-8")
    fake = "import tests.cli.conftest as c, saidwho.pipeline.reading as p; p.shipped_reader = c.FakeReader"
    code = f"{fake}; from saidwho.cli.main import main; main()"
    page = tmp_path / "page.html"
    run = [sys.executable, "-c", code, "read", "--json", "--html", str(page), str(news)]
    project = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(project), str(project / "src")])}
    with subprocess.Popen(run, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b'{"saidwho":1')
        process.stdout.close()
        assert (b"", 0) == (process.stderr.read(), process.wait())
    assert page.read_text(encoding="utf-8").endswith("</html>\n")
