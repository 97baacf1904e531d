"""How do commands print what they found: a table at a terminal, a line an item in a pipe, or JSON Lines?"""

import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from saidwho.cli.read import closed_pipe_is_no_error
from saidwho.cli.records import opened
from saidwho.export.rows import Column, print_rows
from saidwho.types.contract import write_line

if TYPE_CHECKING:
    import sqlalchemy as sa

    from saidwho.record.find.filters import Filters
    from saidwho.record.find.paging import Find

Item = TypeVar("Item")
Shapes = Callable[["sa.Connection", Sequence[Item]], Sequence[dict[str, Any]]]


def print_found(
    record: str | None,
    archive: str | None,
    filters: "Filters",
    *,
    find: "Find[Item]",
    shapes: Shapes[Item],
    columns: Sequence[Column[Item]],
    limit: int,
    as_json: bool,
) -> None:
    """Find up to limit items in a record and print them. shapes: makes JSON of them."""
    from saidwho.record.find.paging import pages  # noqa: PLC0415

    if isinstance(sys.stdout, TextIOWrapper):
        # Better a question mark than a stop where the terminal cannot write a letter.
        sys.stdout.reconfigure(errors="replace")
    with opened(record, archive) as found, closed_pipe_is_no_error(), found.reading() as connection:
        # One more than asked for, to say that there is more.
        left, has_more = limit, False
        shown: list[Item] = []
        for page in pages(connection, find, filters, most=limit + 1):
            part, has_more = page[:left], len(page) > left
            left -= len(part)
            if as_json:
                for shape in shapes(connection, part):
                    print_json(shape)
            else:
                shown += part
        if not as_json:
            print_rows(shown, columns, sys.stdout)
        sys.stdout.flush()
        _tell(found=limit - left, has_more=has_more)


def _tell(*, found: int, has_more: bool) -> None:
    """Say what a person would not see: that there is nothing, or more."""
    if not found:
        typer.echo("saidwho: nothing found", err=True)
    elif has_more and sys.stdout.isatty():
        typer.echo(f"saidwho: there is more than these {found:,}; --limit N shows N of them", err=True)


def print_json(shape: dict[str, Any]) -> None:
    """Print one line of JSON: UTF-8 whatever the terminal speaks, flushed, so that a closed pipe is noticed at once."""
    sys.stdout.buffer.write(write_line(shape).encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()
