"""The file `log`: the same entries once more, one a line, beside the database.

Whoever alters the database has to alter this file as well, and it can be copied elsewhere while the record grows. It is
written after each commit; where a crash came between, the next writer adds what is missing.
"""

import os
from collections.abc import Iterable, Iterator
from io import BufferedRandom
from pathlib import Path

import sqlalchemy as sa

from saidwho.errors import LogError
from saidwho.record.locks import locked
from saidwho.record.log.entries import Appended, Line
from saidwho.record.record import Record
from saidwho.record.tables import log_entries

_BLOCK = 1 << 16  # bytes


def mirror_log(record: Record, appended: Appended | None = None) -> None:
    """Bring the file up to what the database holds.

    appended: what was added last. Where the file ends with the entry before it, the database need not be asked.
    Raises LogError where the file has what the database does not, or cannot be written.
    """
    path = record.location.log
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with locked(path), path.open("r+b") as stream:
            if appended is not None and appended.lines and _last_line(stream) == appended.before:
                _write(stream, appended.lines)
            else:
                record.read(lambda connection: _add_missing(connection, stream, path))
    except OSError as error:
        raise LogError(f"{path} cannot be written: {error.strerror or error}. Run the same command again when it can.") from error


def _add_missing(connection: sa.Connection, stream: BufferedRandom, path: Path) -> None:
    number, body = _last_line(stream) or (0, "")
    if number:
        _compare(connection, number, body, path)
    asked = sa.select(log_entries.c.n, log_entries.c.body).where(log_entries.c.n > number).order_by(log_entries.c.n)
    _write(stream, ((row.n, row.body) for row in connection.execute(asked, execution_options={"yield_per": 1000})))


def _write(stream: BufferedRandom, lines: Iterable[Line]) -> None:
    for number, body in lines:
        stream.write(f"{number} {body}\n".encode("ascii"))


def mirrored(path: Path) -> Iterator[tuple[int, str]]:
    """The entries of the file: number and body. A line that is none has the number 0."""
    if not path.exists():
        return
    with path.open("rb") as stream:
        for line in stream:
            number, _, body = line.decode("ascii", "replace").rstrip("\n").partition(" ")
            yield (int(number) if number.isdecimal() and line.endswith(b"\n") else 0), body


def _last_line(stream: BufferedRandom) -> Line | None:
    """The last whole line; what stands after it was half written and is cut off. Leaves the stream at its end."""
    end = stream.seek(0, os.SEEK_END)
    tail = b""
    start = end
    while start > 0 and tail.count(b"\n") < 2:
        start = max(0, start - _BLOCK)
        stream.seek(start)
        tail = stream.read(end - start)
    whole = tail[: tail.rfind(b"\n") + 1]
    stream.truncate(start + len(whole))
    stream.seek(0, os.SEEK_END)
    if not whole:
        return None
    number, _, body = whole.splitlines()[-1].decode("ascii", "replace").partition(" ")
    if not number.isdecimal():
        raise LogError(f"{stream.name} ends in a line that is no entry of a log. Run saidwho verify.")
    return int(number), body


def _compare(connection: sa.Connection, number: int, body: str, path: Path) -> None:
    held = connection.execute(sa.select(log_entries.c.body).where(log_entries.c.n == number)).scalar_one_or_none()
    if held is None:
        raise LogError(
            f"{path} has {number:,} entries, more than the database: the database is older than the log. "
            "Bring back the newer database, or move the file away to go on without what is lost."
        )
    if held != body:
        raise LogError(f"{path} and the database tell different things in entry {number:,}. Run saidwho verify.")
