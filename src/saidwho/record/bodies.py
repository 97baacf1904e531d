"""How is a reading kept whole? As the contract's line of JSON, deflated, with the hash of the line."""

import hashlib
import json
import re
import zlib
from dataclasses import dataclass
from typing import Any

import orjson

from saidwho.errors import RecordError
from saidwho.types.contract import write_line

# A report of 500 words is 40 kB as a line: level 6 makes 6 kB of it in 1 ms, level 9 saves no more than a hundredth.
_LEVEL = 6

# How the contract writes a zero byte and half a surrogate pair.
_ESCAPED = re.compile(rb"\\u(?:0000|d[89a-f])")

_LONG_NUMBER = re.compile(rb"[0-9]{19}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A reading as it is kept. sha256: of the line, in hex. deflated: the line. is_plain: see is_plain."""

    sha256: str
    deflated: bytes
    is_plain: bool


def body_of(report: dict[str, Any]) -> Body:
    """Keep a report in the contract's shape."""
    line = write_line(report).encode()
    return Body(sha256=hashlib.sha256(line).hexdigest(), deflated=zlib.compress(line, _LEVEL), is_plain=is_plain(line))


def is_plain(line: bytes) -> bool:
    """Whether both databases can hold all text of a report as it stands. line: as it is kept."""
    return _ESCAPED.search(line) is None


def line_of(deflated: bytes) -> bytes:
    """The line of JSON that was kept. Raises RecordError where the bytes are none."""
    try:
        return zlib.decompress(deflated)
    except zlib.error as error:
        raise RecordError(f"A reading cannot be read back ({error}). Run saidwho verify.") from error


def report_in(deflated: bytes) -> dict[str, Any]:
    """The report that was kept, in the contract's shape. Raises RecordError where the bytes are none."""
    return report_on(line_of(deflated))


def report_on(line: bytes) -> dict[str, Any]:
    """The report of a line of JSON. Raises RecordError where it is none."""
    try:
        shape: dict[str, Any] = _shape_on(line)
    except ValueError as error:
        raise RecordError(f"A reading cannot be read back ({error}). Run saidwho verify.") from error
    return shape


def _shape_on(line: bytes) -> Any:
    """The value of a line. orjson is twice as fast, and knows no half of a surrogate pair and no whole number of more than 64 bits."""
    if _LONG_NUMBER.search(line) is None:
        try:
            return orjson.loads(line)
        except orjson.JSONDecodeError:
            pass
    return json.loads(line)
