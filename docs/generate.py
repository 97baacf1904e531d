"""Write the reference pages from what the program says of itself: python -m docs.generate."""

import re
from collections.abc import Callable
from pathlib import Path

import click
import typer

from saidwho.cli.main import app

PROJECT = Path(__file__).resolve().parents[1]
# Wide enough for a line of a page, and the same on every terminal.
WIDTH = 100


def command_line() -> str:
    """The page of all commands: the help of each, as it is printed."""
    root = typer.main.get_command(app)
    parts = [
        "# The command line\n",
        "Generated from `--help` by `make docs`; a test compares them.\n",
        "Exit status: 0 done, 1 failed (a document could not be read, all others were), 2 misused.\n",
    ]
    for name, command in _commands("saidwho", root):
        parts += [f"## {name}\n", "```text", _help(name, command), "```\n"]
    return "\n".join(parts)


def _commands(name: str, command: click.Command) -> list[tuple[str, click.Command]]:
    below = getattr(command, "commands", {})
    return [(name, command), *(pair for word, child in sorted(below.items()) for pair in _commands(f"{name} {word}", child))]


def _help(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=name, terminal_width=WIDTH, max_content_width=WIDTH)
    lines = click.Command.get_help(command, context).splitlines()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip()


PAGES: dict[str, Callable[[], str]] = {"docs/reference/command-line.md": command_line}


def main() -> None:
    for page, write in PAGES.items():
        (PROJECT / page).write_text(write(), encoding="utf-8")


if __name__ == "__main__":
    main()
