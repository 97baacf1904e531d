"""Which originals does a file, or standard input, hold?"""

import re
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from saidwho.intake.drafts import IntakeOptions
from saidwho.intake.jsonl import lines_in
from saidwho.types.document import Unreadable
from saidwho.types.original import Original

STANDARD_INPUT = "-"
JSON = "application/json"

# What is read into memory at once: one file, or one line of JSON Lines. A page may hold far more scripts than text, so
# this is generous; how long the text itself may be is checked when it is frozen (drafts.LONGEST).
LIMIT = 16 << 20  # bytes

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_MEDIA_TYPES = {".htm": "text/html", ".html": "text/html", ".xhtml": "application/xhtml+xml", ".txt": "text/plain"}


def originals_of_file(name: str, *, options: IntakeOptions, stdin: BinaryIO | None = None) -> Iterator[Original | Unreadable]:
    """The originals of a path, or of "-" for standard input, one at a time.

    A .jsonl file holds one a line, and so does standard input with options.json_lines; anything else is one.
    stdin: standard input as bytes, the process's own where None.
    """
    try:
        with _opened(name, stdin) as stream:
            yield from _lines(stream, name) if is_json_lines(name, options) else _whole(stream, name)
    except FileNotFoundError:
        message = "Addresses are fetched by saidwho add and watch alone." if _ADDRESS.match(name) else "There is no such file."
        yield Unreadable(key=name, code="missing", message=message)
    except IsADirectoryError:
        message = "This is a folder. Name the files in it, or take all of it into a record with saidwho add."
        yield Unreadable(key=name, code="unreadable", message=message)
    except OSError as error:
        yield Unreadable(key=name, code="unreadable", message=f"It cannot be read: {error.strerror or error}.")


def is_json_lines(name: str, options: IntakeOptions) -> bool:
    return options.json_lines if name == STANDARD_INPUT else name.lower().endswith(".jsonl")


def _opened(name: str, stdin: BinaryIO | None) -> AbstractContextManager[BinaryIO]:
    if name == STANDARD_INPUT:
        return nullcontext(stdin or sys.stdin.buffer)
    try:
        return Path(name).open("rb")
    except ValueError as error:  # a path with a zero byte in it
        raise OSError(str(error)) from error


def _lines(stream: BinaryIO, name: str) -> Iterator[Original | Unreadable]:
    for number, line in lines_in(stream, limit=LIMIT):
        place = f"{name}:{number}"
        if line is None:
            message = f"Line {number}: longer than {LIMIT >> 20} MiB. Split the document."
            yield Unreadable(key=place, code="too_large", message=message)
        else:
            yield Original(data=line, media_type=JSON, place=place, line=number, fetched=datetime.now(UTC))


def _whole(stream: BinaryIO, name: str) -> Iterator[Original | Unreadable]:
    data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        message = f"Larger than {LIMIT >> 20} MiB. Give one report a file, or JSON Lines."
        yield Unreadable(key=name, code="too_large", message=message)
    else:
        media_type = _MEDIA_TYPES.get(Path(name).suffix.lower())
        yield Original(data=data, media_type=media_type, place=name, fetched=datetime.now(UTC))
