"""How does a person see a list: a table that fits the terminal, or lines that other programs cut up?"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TextIO, TypeVar

from saidwho.export.spans import on_one_line, printable

if TYPE_CHECKING:
    from rich.text import Text

Item = TypeVar("Item")

# Enough of an id to find it again by; a pipe gets all of it. The register's, which are words, are not cut.
SHORT = 12  # characters
_SHORTEST = 8  # where the window is narrow
_HASH = 64
_HEX = frozenset("0123456789abcdef")
# A longer word may be broken where the window is narrow.
_LONGEST_WORD = 12
_BETWEEN = 2  # blanks between two columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Item]):
    """One column of a list.

    brief: its head in a table, where head is too long for what stands below it. ratio: its share of the width.
    style: rich's. is_id: an id, whose beginning will do for people.
    """

    head: str
    cell: Callable[[Item], str | int | float | None]
    brief: str = ""
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

    from saidwho.export.table import RULES, terminal  # noqa: PLC0415

    console = terminal(stream)
    heads = [column.brief or column.head for column in columns]
    rows = [
        [cell[:SHORT] if column.is_id and len(cell) == _HASH else cell for column, cell in zip(columns, row, strict=True)] for row in rows
    ]
    widths = _widths([heads, *rows], columns, room=console.width)
    table = Table(box=RULES, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="dim", border_style="dim", show_lines=True)
    for head, width in zip(heads, widths, strict=True):
        table.add_column(head, width=width, overflow="fold")
    for row in rows:
        table.add_row(*map(_text, columns, row, widths))
    console.print(table)


def _widths(rows: list[list[str]], columns: Sequence[Column[Item]], *, room: int) -> list[int]:
    """Widths of the columns of a table: as much as its longest word for each, and what is left by their ratios.

    rows: with the heads. room: the width of all and of the blanks between them. Where it is too small, ids give way first.
    """
    room -= _BETWEEN * (len(columns) - 1)
    cells = list(zip(*rows, strict=True))
    whole = [max(map(len, column)) for column in cells]
    widths = [min(max(map(len, " ".join(column).split()), default=1), _LONGEST_WORD) for column in cells]
    while sum(widths) > room and max(widths) > 1:
        ids = [n for n, column in enumerate(columns) if column.is_id and widths[n] > _SHORTEST]
        widths[ids[0] if ids else widths.index(max(widths))] -= 1
    while sum(widths) < room and (narrow := [n for n, width in enumerate(widths) if width < whole[n]]):
        widths[min(narrow, key=lambda n: widths[n] / columns[n].ratio)] += 1
    return widths


def _text(column: Column[Item], cell: str, width: int) -> "Text":
    """A cell of a table; of an id as much as there is room for, since a person may take it up with the mouse."""
    from rich.text import Text  # noqa: PLC0415

    if column.is_id:
        is_hash = len(cell) == SHORT and set(cell) <= _HEX
        return Text(cell[:width] if is_hash else cell, style="dim")
    return Text(cell, style=column.style)


def _cell(column: Column[Item], one: Item) -> str:
    value = column.cell(one)
    if value is None:
        return ""
    return printable(on_one_line(f"{value:,}" if isinstance(value, int) else f"{value:,.10g}" if isinstance(value, float) else value))
