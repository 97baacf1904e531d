"""Which originals does a WARC file hold, and what are the bytes of one?"""

import hashlib
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from saidwho.errors import ArchiveError
from saidwho.record.archive.members import Member, read_member

_CHUNK = 1 << 20  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of a file. member: what it holds; None for bytes that are no record, with the reason. sha256: of a member's bytes."""

    offset: int
    length: int
    member: Member | None
    why: str = ""
    sha256: str = ""


def read_at(path: Path, *, offset: int, length: int) -> Member:
    """Read the record at a place. Raises ArchiveError where there is none."""
    try:
        with path.open("rb") as stream:
            stream.seek(offset)
            data = stream.read(length)
    except OSError as error:
        raise ArchiveError(f"{path.name} cannot be read: {error.strerror or error}") from error
    if len(data) < length:
        raise ArchiveError(f"{path.name} ends {length - len(data)} bytes before the end of the record at {offset}")
    return read_member(data)


def stretches(path: Path, *, start: int = 0, end: int | None = None) -> Iterator[Stretch]:
    """The records of a file from one place to another, in order, holding one at a time.

    Bytes that are no record end it: a gzip member that cannot be read does not tell where the next one begins.
    Raises OSError.
    """
    with path.open("rb") as stream:
        offset = start
        past = path.stat().st_size if end is None else end
        while offset < past:
            stream.seek(offset)
            data, is_whole = _member_bytes(stream.read, past - offset)
            if not is_whole:
                yield Stretch(offset=offset, length=past - offset, member=None, why="cut off, or not gzip")
                return
            try:
                member = read_member(data)
                yield Stretch(offset=offset, length=len(data), member=member, sha256=hashlib.sha256(data).hexdigest())
            except ArchiveError as error:
                yield Stretch(offset=offset, length=len(data), member=None, why=str(error))
            offset += len(data)


def _member_bytes(read: Callable[[int], bytes], limit: int) -> tuple[bytes, bool]:
    """The bytes of the gzip member that comes next, and whether it is whole."""
    decoder = zlib.decompressobj(zlib.MAX_WBITS | 16)
    parts: list[bytes] = []
    while not decoder.eof and limit > 0:
        chunk = read(min(_CHUNK, limit))
        if not chunk:
            return b"".join(parts), False
        limit -= len(chunk)
        parts.append(chunk)
        try:
            decoder.decompress(chunk)
        except zlib.error:
            return b"".join(parts), False
    data = b"".join(parts)
    return (data[: len(data) - len(decoder.unused_data)], True) if decoder.eof else (data, False)
