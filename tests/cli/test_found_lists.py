"""saidwho statements, documents, figures, aid, actors, places and changes print what a record holds."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from saidwho.cli.main import app
from saidwho.export.found import ACTORS, AID, CHANGES, DOCUMENTS, FIGURES, PLACES, STATEMENTS
from saidwho.export.rows import Column, print_rows
from saidwho.record.find.filters import Filters
from saidwho.record.find.statements import find_statements
from saidwho.record.location import locate
from saidwho.record.record import open_record
from tests.record.made import keep, shape_of

LISTS = ("statements", "documents", "figures", "aid", "actors", "places", "changes")
HOSTILE = "Mal Ory said that \x1b[31m5 boats\t\u202estruck Ilven."


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three reports."""
    folder = tmp_path_factory.mktemp("lists") / "record"
    with open_record(locate(str(folder)), create=True) as found:
        keep(
            found,
            shape_of("Ada Vale said that 12 boats struck Ilven. Bo Karr denied that it burned.", key="a", published="2023-11-14"),
            shape_of("Bo Karr said that 40 trucks were pledged to Corvane.", key="b", title="Trucks <b>pledged</b>"),
            shape_of(HOSTILE, key="c", published="2023-11-13"),
        )
    return folder


def run(*words: str, record: Path) -> Result:
    return CliRunner().invoke(app, [*words, "--record", str(record)])


@pytest.mark.parametrize("command", LISTS)
def test_a_pipe_gets_a_line_an_item(command: str, record: Path) -> None:
    """After a line that names the columns, all with the same number of cells, whatever the reports hold."""
    lines = run(command, record=record).stdout.splitlines()
    assert len(lines) > 1
    assert {lines[0].count("\t")} == {line.count("\t") for line in lines}
    assert not any(sign in "".join(lines) for sign in "\x1b\u202e")


@pytest.mark.parametrize("command", LISTS)
def test_json_is_one_object_a_line(command: str, record: Path) -> None:
    """As many as the table has lines."""
    lines = run(command, "--json", record=record).stdout.splitlines()
    assert [1] * len(lines) == [json.loads(line)["saidwho"] for line in lines]
    assert len(lines) == len(run(command, record=record).stdout.splitlines()) - 1


def test_filters_reach_the_record(record: Path) -> None:
    """From the command line to what is found."""
    words = [
        "--about",
        "boats",
        "--by",
        "vale",
        "--place",
        "Ilven",
        "--near",
        "48.5,37.25,10",
        "--since",
        "2023-11",
        "--until",
        "2023-11-14",
    ]
    lines = run("statements", *words, "--act", "assert", "--event", "assault", "--outlet", "The Harbour Courier", record=record).stdout
    assert ["12 boats struck Ilven"] == [line.split("\t")[-1] for line in lines.splitlines()[1:]]


def test_limit_is_kept(record: Path) -> None:
    """However many there are."""
    assert 2 == len(run("statements", "--limit", "1", record=record).stdout.splitlines())


def test_nothing_is_no_error(record: Path) -> None:
    """An empty list is an answer; a person is told so beside it."""
    result = run("statements", "--since", "2031", record=record)
    assert (0, "", "saidwho: nothing found\n") == (result.exit_code, result.stdout, result.stderr)


def test_an_unknown_actor_is_told(record: Path) -> None:
    """With the nearest names."""
    result = run("figures", "--by", "Bo Kar", record=record)
    assert (1, "saidwho: Nobody in the record is called 'Bo Kar'. Nearest: Bo Karr.\n") == (result.exit_code, result.stderr)


@pytest.mark.parametrize("wrong", [["--near", "here"], ["--since", "yesterday"], ["--limit", "0"], ["--about", "?"]])
def test_misuse_is_status_2(wrong: list[str], record: Path) -> None:
    """Before any record is opened."""
    assert 2 == run("statements", *wrong, record=record / "none").exit_code


def test_a_missing_record_is_told(tmp_path: Path) -> None:
    """And not made."""
    result = run("statements", record=tmp_path / "none")
    assert (1, False) == (result.exit_code, (tmp_path / "none").exists())
    assert "There is no record at" in result.stderr


def test_a_table_fits_the_terminal(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is wider than the window, and every word is there."""

    monkeypatch.setenv("COLUMNS", "72")
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    with open_record(locate(str(record))) as found, found.reading() as connection:
        print_rows(find_statements(connection, Filters(about="trucks")).items, STATEMENTS, stream)
    lines = re.sub(r"\x1b\[[\d;]*m", "", stream.getvalue()).splitlines()
    assert max(map(len, lines)) <= 72
    assert "Karr" in stream.getvalue()
    assert "Corvane" in stream.getvalue()


@pytest.mark.parametrize("columns", [STATEMENTS, FIGURES, DOCUMENTS, ACTORS, PLACES, AID, CHANGES])
def test_no_word_is_broken_at_80_columns(columns: Sequence[Column[Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither heads nor days, figures and names; what is left goes to the longer cells."""
    cells = {
        "id": "f" * 64,
        "statement": "f" * 64,
        "printed": "2024-03-05, The Harbour Courier",
        "kind": "military",
        "at": "2024-03-05T10:00Z",
    }
    made = [replace(column, cell=lambda _, head=column.head: cells.get(head, "Armed Forces")) for column in columns]
    stream = Terminal()
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")
    print_rows(["one", "two"], made, stream)
    lines = re.sub(r"\x1b\[[\d;]*m", "", stream.getvalue()).splitlines()
    assert max(map(len, lines)) <= 80
    known = {word for cell in cells.values() for word in cell.split()} | {*("f" * width for width in range(8, 13)), "Armed", "Forces"}
    known |= {word for column in columns for word in (column.brief or column.head).split()}
    assert set() == {word for line in lines for word in line.split() if not word.startswith("─")} - known


def test_ids_give_way_where_the_window_is_narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Their beginnings do, and stay on one line; no name is broken for them."""
    monkeypatch.setenv("COLUMNS", "18")
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    print_rows(
        ["f" * 64], [Column(head="id", cell=lambda one: one, is_id=True), Column(head="name", cell=lambda _: "Corvane army")], stream
    )
    lines = re.sub(r"\x1b\[[\d;]*m", "", stream.getvalue()).splitlines()
    assert ["fffffffff  Corvane", "           army"] == [line.rstrip() for line in lines[2:]]


def test_ids_of_the_register_are_not_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are words, and nothing is found by a part of them."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    print_rows(["corvane.army", "f" * 64], [Column(head="id", cell=lambda one: one, is_id=True)], stream)
    assert "corvane.army" in stream.getvalue()
    assert "f" * 13 not in stream.getvalue()


def test_a_closed_pipe_is_no_error(record: Path) -> None:
    """As in `saidwho statements --json | head -1`."""
    words = ["saidwho", "statements", "--json", "--record", str(record)]
    program = f"import sys; from saidwho.cli.main import main; sys.argv = {words!r}; main()"
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert (0, b"") == (process.wait(60), process.stderr.read())
    process.stderr.close()


@pytest.mark.parametrize("command", LISTS)
def test_help_has_an_example(command: str) -> None:
    """One call that works."""
    assert f"Example: saidwho {command}" in CliRunner().invoke(app, [command, "--help"]).stdout
