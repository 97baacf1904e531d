"""Reports as CSV: one row a proposition, UTF-8, a head line (RFC 4180)."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from saidwho.export.cells import Shape
from saidwho.export.flat import FIELDS, rows

# What a spreadsheet takes for a formula where a cell begins with it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(reports: Iterable[Shape], stream: TextIO, *, spreadsheet: bool = False) -> None:
    """Write reports as CSV. spreadsheet: put an apostrophe before what a spreadsheet would run as a formula.

    Without it cells are the words as they stand, so that spans hold.
    """
    write_table(rows(reports), [field.name for field in FIELDS], stream, spreadsheet=spreadsheet)


def write_table(found: Iterable[Mapping[str, Any]], columns: Sequence[str], stream: TextIO, *, spreadsheet: bool = False) -> None:
    """Write rows under a head line. None is an empty cell, a truth is true or false."""
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    for row in found:
        cells = [_cell(row.get(name)) for name in columns]
        writer.writerow(f"'{cell}" if spreadsheet and cell.startswith(_FORMULA) and not _is_number(cell) else cell for cell in cells)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
