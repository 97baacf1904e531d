"""The program answers at once where there is nothing to read."""

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from saidwho.cli.main import app


def test_help_shows_an_example() -> None:
    """A newcomer sees one call that works."""
    result = CliRunner().invoke(app, ["--help"])
    assert (0, True) == (result.exit_code, "Example: saidwho read" in result.stdout)


@pytest.mark.parametrize("words", [[], ["token"], ["log"]], ids=["saidwho", "token", "log"])
def test_no_command_is_told_of_in_half_a_sentence(words: list[str]) -> None:
    """The list of commands fits a narrow terminal."""
    told = CliRunner().invoke(app, [*words, "--help"]).stdout.partition("Commands:")[2]
    assert told
    assert [] == [line for line in told.splitlines() if line.endswith("...")]


def test_the_version_is_printed() -> None:
    """As pip knows it."""
    result = CliRunner().invoke(app, ["--version"])
    assert (0, True) == (result.exit_code, result.stdout.startswith("saidwho 0."))


def test_help_loads_neither_model_nor_parsers() -> None:
    """They take a second, which --help and misuse need not wait for."""
    heavy = ("onnxruntime", "tokenizers", "trafilatura", "lingua", "numpy", "rich.table")
    check = f"import saidwho.cli.main, sys; print(*sorted(set({heavy!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_it_runs_as_a_module() -> None:
    """Where the program is on no path: python -m saidwho."""
    done = subprocess.run([sys.executable, "-m", "saidwho", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("saidwho 0.")
