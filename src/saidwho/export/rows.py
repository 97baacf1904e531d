"""How does a person see a list: a table that fits the terminal, or lines that other programs cut up?"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TextIO, TypeVar

from saidwho.export.spans import on_one_line, printable

Item = TypeVar("Item")

# Enough of an id to find it again by; a pipe gets all of it.
SHORT = 12  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Item]):
    """One column of a list. ratio: its share of the width. style: rich's. is_id: an id, whose beginning will do for people."""

    head: str
    cell: Callable[[Item], str | int | float | None]
    ratio: int = 4
    style: str = ""
    is_id: bool = False


def print_rows(found: Iterable[Item], columns: Sequence[Column[Item]], stream: TextIO) -> None:
    """Print a list. Where the stream is no terminal: a head line, then a line an item, cells divided by a tab."""
    rows = [[_cell(column, one) for column in columns] for one in found]
    if not rows:
        return
    if not stream.isatty():
        stream.write("".join("\t".join(row) + "\n" for row in [[column.head for column in columns], *rows]))
        return
    # Imported here since a pipe does without it: 0.1 s.
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from saidwho.export.table import RULES, terminal  # noqa: PLC0415

    table = Table(box=RULES, show_edge=False, expand=True, pad_edge=False, header_style="dim", border_style="dim", show_lines=True)
    for column in columns:
        if column.is_id:
            table.add_column(column.head, width=SHORT, no_wrap=True, style="dim")
        else:
            table.add_column(column.head, ratio=column.ratio, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell[:SHORT] if c.is_id else cell, style=c.style) for c, cell in zip(columns, row, strict=True)))
    terminal(stream).print(table)


def _cell(column: Column[Item], one: Item) -> str:
    value = column.cell(one)
    if value is None:
        return ""
    return printable(on_one_line(f"{value:,}" if isinstance(value, int) else f"{value:,.10g}" if isinstance(value, float) else value))
