"""Which documents do these files, or standard input, hold?

A document that cannot be taken in gives an Unreadable where it stood, and the others are still read.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from saidwho.errors import IntakeError
from saidwho.intake.charset import decode_page, decode_plain, is_page, settle
from saidwho.intake.drafts import Draft, IntakeOptions, fill, freeze, override
from saidwho.intake.jsonl import read_json_lines
from saidwho.types.document import Document, Unreadable

STANDARD_INPUT = "-"

# What is read into memory at once: one file, or one line of JSON Lines. A page may hold far more scripts than text, so
# this is generous; how long the text itself may be is checked when it is frozen (drafts.LONGEST).
LIMIT = 16 << 20  # bytes


def documents_in(names: Iterable[str], *, options: IntakeOptions, stdin: BinaryIO | None = None) -> Iterator[Document | Unreadable]:
    """Take in documents, one at a time, in the order of names.

    names: paths, or "-" for standard input. A .jsonl file holds one document a line, and so does standard input with
    options.json_lines; anything else is one HTML page or one plain text.
    stdin: standard input as bytes, the process's own where None.
    """
    for name in names:
        try:
            with _opened(name, stdin) as stream:
                for draft in _drafts(stream, name, options):
                    yield _frozen(draft, name)
        except FileNotFoundError:
            yield Unreadable(key=name, code="missing", message="There is no such file.")
        except OSError as error:
            yield Unreadable(key=name, code="unreadable", message=f"It cannot be read: {error.strerror or error}.")


def _opened(name: str, stdin: BinaryIO | None) -> AbstractContextManager[BinaryIO]:
    if name == STANDARD_INPUT:
        return nullcontext(stdin or sys.stdin.buffer)
    try:
        return Path(name).open("rb")
    except ValueError as error:  # a path with a zero byte in it
        raise OSError(str(error)) from error


def is_json_lines(name: str, options: IntakeOptions) -> bool:
    return options.json_lines if name == STANDARD_INPUT else name.lower().endswith(".jsonl")


def _drafts(stream: BinaryIO, name: str, options: IntakeOptions) -> Iterator[Draft | Unreadable]:
    if is_json_lines(name, options):
        for draft in read_json_lines(stream, name=name, limit=LIMIT):
            yield fill(draft, options) if isinstance(draft, Draft) else draft
    else:
        try:
            yield override(_whole(stream), options)
        except IntakeError as error:
            yield Unreadable(key=name, code=error.code, message=str(error))


def _whole(stream: BinaryIO) -> Draft:
    """The one document of a stream. Raises IntakeError."""
    data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise IntakeError(f"Larger than {LIMIT >> 20} MiB. Give one report a file, or JSON Lines.", code="too_large")
    if not is_page(data):
        return Draft(text=settle(decode_plain(data)))
    # Imported here since only pages need it: 0.2 s, which a plain report does not pay.
    from saidwho.intake.article import read_article  # noqa: PLC0415

    return read_article(decode_page(data))


def _frozen(draft: Draft | Unreadable, name: str) -> Document | Unreadable:
    if isinstance(draft, Unreadable):
        return draft
    try:
        return freeze(draft)
    except IntakeError as error:
        return Unreadable(key=draft.key or draft.place or name, code=error.code, message=str(error))
