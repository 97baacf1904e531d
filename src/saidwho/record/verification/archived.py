"""Are the bytes of the archive those that came in?

The log tells the hash of each original as it lies, packed. Where the bytes have it, nothing else is read from them. Where they
have not, or the log tells none, the original is unpacked and compared, which says what is wrong.
"""

import hashlib
import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO

import sqlalchemy as sa

from saidwho.errors import ArchiveError
from saidwho.record.archive.members import Member
from saidwho.record.archive.reading import read_at, stretches
from saidwho.record.archive.writing import archive_files
from saidwho.record.locks import try_lock
from saidwho.record.tables import log_entries, originals
from saidwho.record.verification.faults import Fault

_BATCH = 500  # originals
_BUFFER = 1 << 20  # bytes

# An original's row, and the hash that the log tells of its member; empty where it tells none.
Told = tuple[Any, str]


def check_archive(connection: sa.Connection, folder: Path, *, anew: bool = False) -> Iterator[Fault]:
    """Faults of the originals and of their files, each file read once from its beginning to its end.

    anew: trust no hash of packed bytes, and unpack all.
    """
    known = set()
    for name, found in groupby(_originals(connection, anew=anew), key=lambda told: str(told[0].file)):
        known.add(name)
        yield from _file(folder / name, found)
    for path in archive_files(folder) if folder.is_dir() else []:
        if path.name not in known and not _is_in_use(path):
            yield from _between(path, 0, path.stat().st_size)


def _originals(connection: sa.Connection, *, anew: bool) -> Iterator[Told]:
    """All originals, in the order in which they lie."""
    asked = sa.select(originals).order_by(originals.c.file, originals.c.offset)
    for rows in connection.execute(asked, execution_options={"yield_per": _BATCH}).partitions():
        kept = {} if anew else _kept(connection, [row.digest for row in rows])
        for row in rows:
            yield row, kept.get((row.digest, row.target), "")


def _kept(connection: sa.Connection, digests: list[str]) -> dict[tuple[str, str], str]:
    """The hashes that the log tells, by digest and target."""
    asked = sa.select(log_entries.c.item, log_entries.c.body).where(log_entries.c.item.in_(digests), log_entries.c.kind == "original")
    kept: dict[tuple[str, str], str] = {}
    for item, body in connection.execute(asked.order_by(log_entries.c.n)):
        try:
            told = json.loads(body)
            kept.setdefault((item, told["target"]), told.get("kept", ""))
        except (ValueError, KeyError, TypeError, AttributeError):
            continue  # damaged, which is told where the log is checked
    return kept


def _file(path: Path, told: Iterator[Told]) -> Iterator[Fault]:
    if not path.exists():
        for row, _ in told:
            yield Fault(kind="missing", item=f"original {row.digest}", why=f"{path.name} is not in the archive")
        return
    size, end = path.stat().st_size, 0
    with path.open("rb", buffering=_BUFFER) as stream:
        for row, kept in told:
            if row.offset > end:
                yield from _between(path, end, row.offset)
            if row.erased is not None or not _has_hash(stream, row, kept):
                yield from _original(path, row, size)
            end = row.offset + row.length
    if size > end and not _is_in_use(path):
        yield from _between(path, end, size)


def _has_hash(stream: BinaryIO, row: Any, kept: str) -> bool:
    if not kept:
        return False
    if stream.tell() != row.offset:
        stream.seek(row.offset)
    return hashlib.sha256(stream.read(row.length)).hexdigest() == kept


def _original(path: Path, row: Any, size: int) -> Iterator[Fault]:
    item = f"original {row.digest} ({row.target})"
    if row.offset + row.length > size:
        yield Fault(kind="missing", item=item, why=f"{path.name} ends before it")
        return
    try:
        member = read_at(path, offset=row.offset, length=row.length)
    except ArchiveError as error:
        yield Fault(kind="altered", item=item, why=f"at byte {row.offset} of {path.name}: {error}")
        return
    why = _difference(member, row)
    if why:
        yield Fault(kind="altered", item=item, why=f"at byte {row.offset} of {path.name}: {why}")


def _difference(member: Member, row: Any) -> str:
    if (member.kind == "erased") != (row.erased is not None):
        return "it is erased, and the record does not say so" if row.erased is None else "it should be erased, and is still there"
    if member.digest != row.digest:
        return f"its hash is {member.digest}"
    if member.kind != "erased" and member.target != row.target:
        return f"it was taken from {member.target}"
    return ""


def _between(path: Path, start: int, end: int) -> Iterator[Fault]:
    """What lies where the record knows of no original: the heading of a file belongs there, and notes in the place of second copies."""
    for found in stretches(path, start=start, end=end):
        if found.member is None or found.member.kind not in ("warcinfo", "erased"):
            what = found.member.target if found.member else f"{found.length} bytes, {found.why}"
            why = f"the record does not know of it ({what}); if a writer was stopped, the next saidwho add puts it in order"
            yield Fault(kind="extra", item=f"{path.name} at byte {found.offset}", why=why)


def _is_in_use(path: Path) -> bool:
    """Whether another process adds to it just now, so that its end is not known yet."""
    with path.open("rb") as stream:
        return not try_lock(stream)
