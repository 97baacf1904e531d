"""The program answers at once where there is nothing to read."""

import subprocess
import sys

from typer.testing import CliRunner

from saidwho.cli.main import app


def test_help_shows_an_example() -> None:
    """A newcomer sees one call that works."""
    result = CliRunner().invoke(app, ["--help"])
    assert (0, True) == (result.exit_code, "Example: saidwho read" in result.stdout)


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
