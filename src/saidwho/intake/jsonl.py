"""Which document does a line of JSON Lines hold?"""

import json
from collections.abc import Iterator
from typing import BinaryIO

from saidwho.errors import IntakeError
from saidwho.intake.drafts import Draft

_FIELDS = ("title", "outlet", "url", "byline", "published", "language")


class LineError(IntakeError):
    """A line that is no document. key: its id, if it had one."""

    def __init__(self, message: str, *, code: str, key: str | None = None) -> None:
        super().__init__(message, code=code)
        self.key = key


def lines_in(stream: BinaryIO, *, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines that are not blank with their numbers, from 1, holding one line at a time. Raises OSError.

    limit: bytes a line may have. A longer one is skipped without being held, and gives None.
    """
    for number, line in enumerate(_lines(stream, limit), start=1):
        if line is None or line.strip():
            yield number, line


def draft_line(line: bytes, *, number: int) -> Draft:
    """The document of one line. Raises LineError, without the number of the line in its message."""
    fields = _object(line, is_first=number == 1)
    key = _key(fields)
    text = _string(fields, "text", key=key)
    if text is None:
        raise LineError('the object has no "text".', code="no_text_field", key=key)
    known = {field: _string(fields, field, key=key) or None for field in _FIELDS}
    return Draft(text=text, key=key, **known)


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)
        yield None


def _string(fields: dict[str, object], field: str, *, key: str | None) -> str | None:
    value = fields.get(field)
    if not isinstance(value, str | None):
        raise LineError(f'"{field}" must be a string, or left out.', code="not_a_string", key=key)
    return value


def _object(line: bytes, *, is_first: bool) -> dict[str, object]:
    try:
        decoded = line.decode("utf-8-sig" if is_first else "utf-8")
    except UnicodeDecodeError as error:
        raise LineError(f"byte {error.start} is not UTF-8. Write the file in UTF-8.", code="encoding") from error
    try:
        value = json.loads(decoded)
    except (ValueError, RecursionError) as error:
        where = f"{error.msg}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else str(error)
        raise LineError(f"not JSON ({where}). Write one object a line.", code="not_json") from error
    if not isinstance(value, dict):
        raise LineError('JSON, but no object. Write {"text": "..."}.', code="not_an_object")
    return value


def _key(fields: dict[str, object]) -> str | None:
    """The id as a string; a whole number is written out."""
    identity = fields.get("id")
    if isinstance(identity, int) and not isinstance(identity, bool):
        return str(identity)
    if not isinstance(identity, str | None):
        raise LineError('"id" must be a string, or left out.', code="not_a_string")
    return identity or None
