"""Which pages does a WARC file hold?

Answers with status 200 and resources that are pages, plain text or lines of JSON Lines. Requests, revisits, pictures,
scripts and the like are no reports, and are passed over. What is whole in a broken file is taken, and what is not is named.
"""

import gzip
import re
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeadersParser

from saidwho.intake.files import JSON, LIMIT
from saidwho.types.document import Unreadable
from saidwho.types.original import Original

_READABLE = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_CODINGS = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_HTTP = re.compile(r"https?://", re.IGNORECASE)
_PIECE = 1 << 16


class _Records(ArchiveIterator):  # type: ignore[misc]  # it has no types
    # It would print this to standard error; err_count tells us the same.
    INC_RECORD = ""


class _BreakError(Exception):
    """The file ends within compressed data, or the data is not sound."""


class _Unpacked:
    """A compressed file as the plain one. warcio would take a break within it for its end."""

    def __init__(self, stream: BinaryIO) -> None:
        self._file = gzip.GzipFile(fileobj=stream)

    def read(self, size: int) -> bytes:
        try:
            return self._file.read(size)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise _BreakError(f"its compressed data is not whole ({error})") from error


def is_warc(name: str) -> bool:
    return name.lower().endswith((".warc", ".warc.gz"))


def originals_of_warc(stream: BinaryIO, name: str) -> Iterator[Original | Unreadable]:
    """The pages of a WARC file, one at a time, in its order. Raises OSError.

    stream: at its beginning, and seekable.
    """
    is_packed = stream.read(2) == b"\x1f\x8b"
    stream.seek(0)
    # The headers of HTTP are read below: where warcio reads them, a break within them looks like the end of the file.
    records = _Records(_Unpacked(stream) if is_packed else stream, no_record_parse=True, check_digests=True)
    count = 0
    while True:
        try:
            record = next(records)
            found = _original(record, name)
            is_whole = _read_rest(record) and _has_length(record)
        except StopIteration:
            break
        except OSError:
            raise
        except Exception as error:  # a stranger's file may break any of its parsers
            yield _broken(name, f"after record {count}: {_told(error)}")
            return
        count += 1
        if not is_whole:
            yield _broken(name, f"in record {count}: it is shorter than it says")
            return
        if found is not None:
            yield _checked(record, found)
    if not count:
        yield Unreadable(key=name, code="truncated", message="The file holds no record of WARC. Get it again, whole.")


def _original(record: Any, name: str) -> Original | Unreadable | None:
    """The page of a record, None where it holds none."""
    kind = record.rec_type
    http = record.http_headers = _http_headers(record)
    target = record.rec_headers.get_header("WARC-Target-URI") or ""
    address = target.strip("<> \t") if _HTTP.match(target.strip("<> \t")) else None
    media_type = _media_type(http.get_header("Content-Type") if http else record.rec_headers.get_header("Content-Type"))
    # So a record of ours archives a line of JSON Lines.
    is_line = kind == "resource" and media_type == JSON
    is_answer = kind == "response" and http is not None and http.get_statuscode() == "200"
    if not (is_answer or kind == "resource") or not (is_line or media_type in _READABLE):
        return None
    place = f"{name}#{address or target}"
    if record.rec_headers.get_header("WARC-Truncated"):
        return Unreadable(key=place, code="truncated", message="Whoever archived it cut it short. Fetch the page again.")
    data = _content(record)
    if data is None:
        return Unreadable(key=place, code="too_large", message=f"Larger than {LIMIT >> 20} MiB. No report is.")
    return Original(
        data=data,
        media_type=media_type,
        place=place,
        fetched=_time(record.rec_headers.get_header("WARC-Date")),
        address=address,
        final_address=address,
        status=200 if is_answer else None,
        headers=tuple(_headers(http)) if is_answer else (),
        line=1 if is_line else None,
    )


def _http_headers(record: Any) -> Any:
    """The headers of the answer in a record, None where it holds none."""
    is_http = record.rec_type == "response" and (record.content_type or "").lower().startswith("application/http")
    try:
        return StatusAndHeadersParser([], verify=False).parse(record.raw_stream) if is_http else None
    except EOFError:  # an empty answer
        return None


def _content(record: Any) -> bytes | None:
    """The body with its codings taken off, None where it is too large."""
    stream = record.content_stream()
    body = bytearray()
    while piece := stream.read(_PIECE):
        body += piece
        if len(body) > LIMIT:
            return None
    return bytes(body)


def _read_rest(record: Any) -> bool:
    """Read a record to its end. Whether it is as long as it says."""
    raw = record.raw_stream
    while raw.read(_PIECE):
        pass
    return not getattr(raw, "limit", 0)


def _has_length(record: Any) -> bool:
    """Whether its own headers are whole. Each record says its length; warcio takes one that does not for empty."""
    return (record.rec_headers.get_header("Content-Length") or "").isdigit()


def _checked(record: Any, found: Original | Unreadable) -> Original | Unreadable:
    """What was found, unless the digest of its block tells that it was altered.

    The digest of the payload is no proof: some programs take it before, some after the transfer's coding is off.
    """
    problems = record.digest_checker.problems if record.digest_checker else []
    if isinstance(found, Original) and any(problem.startswith("block digest failed") for problem in problems):
        message = "It is not what the WARC file's digest of it says: it was altered. Get the file again."
        return Unreadable(key=found.place, code="truncated", message=message)
    return found


def _headers(http: Any) -> Iterator[tuple[str, str]]:
    for name, value in http.headers:
        yield f"X-Archive-Orig-{name}" if name.lower() in _CODINGS else name, value


def _media_type(value: str | None) -> str | None:
    return (value or "").partition(";")[0].strip().lower() or None


def _time(value: str | None) -> datetime:
    """WARC-Date, which is UTC. The present where a file leaves it out, as no WARC file may."""
    try:
        found = datetime.fromisoformat(value or "")
    except ValueError:
        return datetime.now(UTC)
    return found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC)


def _broken(name: str, where: str) -> Unreadable:
    return Unreadable(
        key=name, code="truncated", message=f"The WARC file breaks off {where}. What stands before is taken in; get the file again."
    )


def _told(error: Exception) -> str:
    lines = " ".join(str(error).split())[:100]
    return lines if isinstance(error, _BreakError) else f"{type(error).__name__} {lines}".strip()
