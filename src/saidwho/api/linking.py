"""Linking anew beside a server: a process of its own, so that nobody who reads waits for it, or loses what was judged by it.

A judgement is kept before linking begins. Where linking ends before it is done, the next server, the next judgement or the
next saidwho add does it.
"""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Literal, Protocol

from saidwho.errors import SaidwhoError
from saidwho.record.links import has_unlinked_judgements
from saidwho.record.location import Location
from saidwho.record.locks import locked, try_lock
from saidwho.record.record import Record, open_record

# done: every judgement is in the claims. under way: not yet, and somebody is at it. behind: not yet, and nobody is.
State = Literal["done", "under way", "behind"]

_ROUNDS = 100
_LOGGER = logging.getLogger("saidwho.web")


class Link(Protocol):
    """Sees to it that a record is linked."""

    def __call__(self, record: Record) -> None:
        """Link, or let it begin."""


def link_here(record: Record) -> None:
    """Link, and come back when it is done. Raises LinkingError and RecordError."""
    # Imported here since a server that nobody judges with does without linking: 40 MB.
    from saidwho.pipeline.keeping import link_record  # noqa: PLC0415

    link_record(record)


def link_beside(record: Record) -> None:
    """Let a process begin to link, and come back at once."""
    with _lock_file(record.location).open("a+b") as stream:
        # The process holds the lock from its beginning on, so that whoever asks next is told that linking is under way.
        handles = (stream.fileno(),) if os.name == "posix" and try_lock(stream) else ()
        asked = json.dumps({"folder": str(record.location.folder), "url": record.location.url, "has_lock": bool(handles)})
        process = subprocess.Popen(
            [sys.executable, "-m", "saidwho.api.linking"], stdin=subprocess.PIPE, pass_fds=handles, start_new_session=True
        )
        if process.stdin is not None:
            # Not as an argument: the address of a database may hold its password.
            process.stdin.write(asked.encode())
            process.stdin.close()
    _begun.append(process)
    _begun[:] = [one for one in _begun if one.poll() is None]  # asked, so that none stays behind as a zombie


_begun: list["subprocess.Popen[bytes]"] = []


def follow(record: Record, link: Link) -> State:
    """Let linking follow a judgement that was kept. Where it fails, the judgement stands, and the state says so."""
    try:
        link(record)
    except (SaidwhoError, OSError) as error:
        _LOGGER.error("linking after a judgement failed", exc_info=error)
    return state_of(record)


def catch_up(record: Record, link: Link) -> None:
    """Begin to link where a judgement waits for it since before: the process that should have done it ended too early."""
    if state_of(record) == "behind":
        follow(record, link)


def state_of(record: Record) -> State:
    """How far linking is with what people decided."""
    if not record.read(has_unlinked_judgements):
        return "done"
    return "under way" if _is_locked(_lock_file(record.location)) else "behind"


def _lock_file(location: Location) -> Path:
    return location.folder / "linking.lock"


def _is_locked(file: Path) -> bool:
    if not file.exists():
        return False
    with file.open("a+b") as stream:
        return not try_lock(stream)


def main() -> None:
    """Link the record that standard input names until every judgement is in it."""
    asked = json.loads(sys.stdin.read())
    location = Location(folder=Path(asked["folder"]), url=asked["url"])
    if hasattr(os, "nice"):
        os.nice(5)  # those who read go first
    with open_record(location) as record:
        if asked["has_lock"]:
            _link_all(record)
        else:
            with locked(_lock_file(location)):
                _link_all(record)


def _link_all(record: Record) -> None:
    # While one linking goes on somebody may judge again, and the next takes that in; at some time it is the next server's turn.
    for _ in range(_ROUNDS):
        if not record.read(has_unlinked_judgements):
            return
        link_here(record)


if __name__ == "__main__":
    main()
