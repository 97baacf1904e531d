"""Reports, or claims, as JSON Lines: exactly what `saidwho read --json` and `saidwho claims --json` print."""

from collections.abc import Iterable
from typing import TextIO

from saidwho.export.cells import Shape
from saidwho.types.contract import write_line


def write_jsonl(shapes: Iterable[Shape], stream: TextIO) -> None:
    """Write one shape of the contract a line."""
    for shape in shapes:
        stream.write(write_line(shape) + "\n")
