"""How are originals put where nothing takes them away again?"""

import hashlib
import os
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BufferedRandom
from pathlib import Path
from types import TracebackType

from saidwho.errors import ArchiveError
from saidwho.record.archive.members import heading_member, member_of, target_of, tombstone_member
from saidwho.record.clock import now
from saidwho.record.locks import sync_folder, try_lock
from saidwho.types.original import Original

# A file of this size can still be copied and checked in one piece.
FULL = 1 << 30  # bytes
ENDING = ".warc.gz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Where an original lies. offset, length: of its gzip member, in bytes. size: of the original. sha256: of the member, in hex."""

    digest: str
    target: str
    file: str
    offset: int
    length: int
    size: int
    media_type: str | None
    fetched: datetime | str
    sha256: str


def archive_files(folder: Path) -> list[Path]:
    """The files of an archive, by name."""
    return sorted(path for path in folder.glob(f"*{ENDING}") if path.is_file())


def write_over(path: Path, offset: int, member: bytes) -> None:
    """Put a member in the place of one of its length; it is on disk afterwards. Raises OSError."""
    with path.open("r+b") as stream:
        stream.seek(offset)
        stream.write(member)
        stream.flush()
        os.fsync(stream.fileno())


class ArchiveWriter:
    """Adds originals to one file, which no other writer adds to meanwhile.

    folder: of the archive, made where it is not there. whole: the files that end where the record says, by name; another
    is not added to. Raises ArchiveError.
    """

    def __init__(self, folder: Path, *, whole: Iterable[str] = ()) -> None:
        self._folder = folder
        self._whole = set(whole)
        self._stream: BufferedRandom | None = None
        self._name = ""

    def __enter__(self) -> "ArchiveWriter":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let others add to the file."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def add(self, originals: Iterable[Original]) -> list[Kept]:
        """Write originals, and return when they are on disk. Where that fails none of them is. Raises ArchiveError."""
        found = list(originals)
        if not found:
            return []
        stream = self._opened()
        start = stream.seek(0, os.SEEK_END)
        try:
            kept = [self._write(stream, original) for original in found]
            stream.flush()
            os.fsync(stream.fileno())
        except OSError as error:
            self._take_back(stream, start)
            raise ArchiveError(
                f"{self._folder / self._name} cannot be written: {error.strerror or error}. "
                "Nothing was taken in of what was to be written. Make room, and run the same command again."
            ) from error
        return kept

    def empty(self, kept: Kept) -> None:
        """Put a note in the place of an original that is elsewhere in the archive as well. Raises ArchiveError."""
        reason = "another writer kept the same original at the same time"
        note = tombstone_member(digest=kept.digest, target=kept.target, at=now(), reason=reason, length=kept.length)
        path = self._folder / kept.file
        try:
            write_over(path, kept.offset, note)
        except OSError as error:
            raise ArchiveError(f"{path} cannot be written: {error.strerror or error}. Run saidwho verify when it can.") from error

    def _write(self, stream: BufferedRandom, original: Original) -> Kept:
        member = member_of(original)
        offset = stream.tell()
        stream.write(member)
        return Kept(
            digest=original.digest,
            target=target_of(original),
            file=self._name,
            offset=offset,
            length=len(member),
            size=len(original.data),
            media_type=original.media_type,
            fetched=original.fetched,
            sha256=hashlib.sha256(member).hexdigest(),
        )

    def _take_back(self, stream: BufferedRandom, start: int) -> None:
        """Cut off what was half written. The stream is given up: its buffer may hold bytes that it would write later."""
        os.truncate(self._folder / self._name, start)
        self._stream = None
        try:
            stream.close()
        except OSError:
            os.truncate(self._folder / self._name, start)

    def _opened(self) -> BufferedRandom:
        if self._stream is not None and self._stream.tell() >= FULL:
            self.close()
        if self._stream is None:
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._stream = self._reopened() or self._new()
            except OSError as error:
                raise ArchiveError(f"The archive {self._folder} cannot be written: {error.strerror or error}.") from error
        return self._stream

    def _reopened(self) -> BufferedRandom | None:
        """The newest file that has room and that nobody else adds to."""
        for path in reversed(archive_files(self._folder)):
            if path.name in self._whole and path.stat().st_size < FULL:
                stream = path.open("r+b")
                if try_lock(stream):
                    self._name = path.name
                    return stream
                stream.close()
        return None

    def _new(self) -> BufferedRandom:
        # Random, since two writers may begin in the same second. No id is made from it.
        self._name = f"saidwho-{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{uuid.uuid4().hex[:8]}{ENDING}"
        path = self._folder / self._name
        stream = path.open("x+b")
        try_lock(stream)
        stream.write(heading_member(self._name))
        stream.flush()
        os.fsync(stream.fileno())
        sync_folder(self._folder)
        self._whole.add(self._name)
        return stream
