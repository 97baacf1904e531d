"""Reports as JSON Lines: exactly what `saidwho read --json` prints."""

from collections.abc import Iterable
from typing import TextIO

from saidwho.export.cells import Shape
from saidwho.types.contract import write_line


def write_jsonl(reports: Iterable[Shape], stream: TextIO) -> None:
    """Write one report a line."""
    for report in reports:
        stream.write(write_line(report) + "\n")
