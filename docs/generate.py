"""Write the reference pages from what the program says of itself: python -m docs.generate.

Built from the same texts as --help and not from its printed form, which changes with the terminal and with typer.
"""

import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import typer

from saidwho.cli.main import app

PROJECT = Path(__file__).resolve().parents[1]

# The class of a command is typer's own affair: some versions take it from click, others bring their own.
Command = Any


def commands() -> list[tuple[str, Command]]:
    """Every command with the words that call it, the program itself first."""
    return list(_from("saidwho", typer.main.get_command(app)))


def _from(name: str, command: Command) -> Iterator[tuple[str, Command]]:
    yield name, command
    for word, child in sorted(getattr(command, "commands", {}).items()):
        yield from _from(f"{name} {word}", child)


def command_line() -> str:
    """The page of all commands."""
    parts = ["# The command line\n", "Written by `make docs` from the texts of `--help`; a test compares them.\n"]
    for name, command in commands():
        parts += [f"## {name}\n", _described(command.help), _options(command)]
    return "\n".join(parts)


def _described(text: str | None) -> str:
    """The paragraphs of a help text, an example as code."""
    paragraphs = inspect.cleandoc(text or "").split("\n\n")
    return "\n\n".join(re.sub(r"^Example: ", "    ", paragraph) for paragraph in paragraphs) + "\n"


def _options(command: Command) -> str:
    rows = [f"| `{_spelled(option)}` | {option.help or ''} |" for option in command.params if not getattr(option, "hidden", False)]
    return "\n".join(["| argument or option | what it does |", "| --- | --- |", *rows, ""]) if rows else ""


def _spelled(option: Command) -> str:
    """As one types it: --published DATE."""
    is_argument = option.param_type_name == "argument"
    words = [] if is_argument else [", ".join(option.opts)]
    return " ".join([*words, *([option.metavar] if option.metavar else [])]) or option.name


PAGES: dict[str, Callable[[], str]] = {"docs/reference/command-line.md": command_line}


def main() -> None:
    for page, write in PAGES.items():
        (PROJECT / page).write_text(write(), encoding="utf-8")


if __name__ == "__main__":
    main()
