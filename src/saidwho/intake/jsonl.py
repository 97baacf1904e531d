"""Which documents does a stream of JSON Lines hold?"""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from saidwho.errors import IntakeError
from saidwho.intake.drafts import Draft
from saidwho.types.document import Unreadable

_FIELDS = ("title", "outlet", "url", "byline", "published", "language")


def read_json_lines(stream: BinaryIO, *, name: str, limit: int) -> Iterator[Draft | Unreadable]:
    """Read one document a line, holding one line at a time. Blank lines are no documents.

    name: what to call the stream where a line has no id. limit: bytes a line may have.
    A bad line gives an Unreadable in its place. Raises OSError.
    """
    for number, line in enumerate(_lines(stream, limit), start=1):
        if line is not None and not line.strip():
            continue
        try:
            yield replace(_draft(line, is_first=number == 1, limit=limit), place=f"{name}:{number}")
        except _LineError as error:
            yield Unreadable(key=error.key or f"{name}:{number}", code=error.code, message=f"Line {number}: {error}")


class _LineError(IntakeError):
    """A line that is no document. key: its id, if it had one."""

    def __init__(self, message: str, *, code: str, key: str | None = None) -> None:
        super().__init__(message, code=code)
        self.key = key


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The lines of a stream; None for one longer than limit, which is skipped without being held."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)
        yield None


def _draft(line: bytes | None, *, is_first: bool, limit: int) -> Draft:
    if line is None:
        raise _LineError(f"longer than {limit >> 20} MiB. Split the document.", code="too_large")
    fields = _object(line, is_first=is_first)
    key = _key(fields)
    text = _string(fields, "text", key=key)
    if text is None:
        raise _LineError('the object has no "text".', code="no_text_field", key=key)
    known = {field: _string(fields, field, key=key) or None for field in _FIELDS}
    return Draft(text=text, key=key, **known)


def _string(fields: dict[str, object], field: str, *, key: str | None) -> str | None:
    value = fields.get(field)
    if not isinstance(value, str | None):
        raise _LineError(f'"{field}" must be a string, or left out.', code="not_a_string", key=key)
    return value


def _object(line: bytes, *, is_first: bool) -> dict[str, object]:
    try:
        decoded = line.decode("utf-8-sig" if is_first else "utf-8")
    except UnicodeDecodeError as error:
        raise _LineError(f"byte {error.start} is not UTF-8. Write the file in UTF-8.", code="encoding") from error
    try:
        value = json.loads(decoded)
    except (ValueError, RecursionError) as error:
        raise _LineError(f"not JSON ({error}). Write one object a line.", code="not_json") from error
    if not isinstance(value, dict):
        raise _LineError('JSON, but no object. Write {"text": "..."}.', code="not_an_object")
    return value


def _key(fields: dict[str, object]) -> str | None:
    """The id as a string; a whole number is written out."""
    identity = fields.get("id")
    if isinstance(identity, int) and not isinstance(identity, bool):
        return str(identity)
    if not isinstance(identity, str | None):
        raise _LineError('"id" must be a string, or left out.', code="not_a_string")
    return identity or None
