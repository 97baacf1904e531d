"""What did a writer leave behind that was stopped in the middle?"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from saidwho.record.archive.members import date_of
from saidwho.record.archive.reading import stretches
from saidwho.record.archive.writing import Kept, archive_files
from saidwho.record.locks import sync_folder, try_lock

DAMAGED = "damaged"  # folder, within the archive, of bytes that are no record


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """What was found. adopted: whole originals that the record does not know yet, in order. aside: bytes moved aside.

    cut: files that end before the record says, with their size. whole: files that end where it says, or now do.
    """

    adopted: tuple[Kept, ...]
    aside: tuple[Path, ...]
    cut: tuple[tuple[str, int], ...]
    whole: tuple[str, ...]


def repair(folder: Path, *, ends: Mapping[str, int]) -> Repaired:
    """Look at what lies past the known end of each file: keep whole originals, and move the rest aside.

    ends: where the record says that a file ends, in bytes, by name. A file that another process writes is left alone.
    Nothing is thrown away: bytes that are no record go into damaged/. Raises OSError.
    """
    adopted: list[Kept] = []
    aside: list[Path] = []
    cut: list[tuple[str, int]] = []
    whole: list[str] = []
    for path in archive_files(folder):
        with path.open("r+b") as stream:
            if not try_lock(stream):
                continue
            known, size = ends.get(path.name, 0), path.stat().st_size
            if size < known:
                cut.append((path.name, size))
                continue
            whole.append(path.name)
            if size > known:
                kept, moved = _settle(path, known)
                adopted += kept
                aside += moved
    gone = [(name, 0) for name in ends if not (folder / name).exists()]
    return Repaired(adopted=tuple(adopted), aside=tuple(aside), cut=tuple(cut + gone), whole=tuple(whole))


def _settle(path: Path, known: int) -> tuple[list[Kept], list[Path]]:
    adopted: list[Kept] = []
    for found in stretches(path, start=known):
        if found.member is None:
            return adopted, [_move_aside(path, found.offset)]
        member = found.member
        if member.kind in ("response", "resource"):
            adopted.append(
                Kept(
                    digest=member.digest,
                    target=member.target,
                    file=path.name,
                    offset=found.offset,
                    length=found.length,
                    size=len(member.data),
                    media_type=member.media_type,
                    fetched=date_of(member.fetched),
                    sha256=found.sha256,
                )
            )
    return adopted, []


def _move_aside(path: Path, offset: int) -> Path:
    """Move the end of a file into damaged/: first it is on disk there, then it is cut off here."""
    target = path.parent / DAMAGED / f"{path.name}.{offset}"
    target.parent.mkdir(exist_ok=True)
    with path.open("rb") as stream:
        stream.seek(offset)
        rest = stream.read()
    with target.open("wb") as copy:
        copy.write(rest)
        copy.flush()
        os.fsync(copy.fileno())
    sync_folder(target.parent)
    os.truncate(path, offset)
    return target
