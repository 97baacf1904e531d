"""Who may touch a file just now?"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedRandom, BufferedReader
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows, where one process a record is what we promise
    fcntl = None  # type: ignore[assignment]


def try_lock(stream: BufferedRandom | BufferedReader) -> bool:
    """Take the lock of an open file, held until it is closed. False where another process has it."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a file, which is made where it is not there, and wait for it."""
    with path.open("ab") as stream:
        if fcntl is not None:
            fcntl.flock(stream, fcntl.LOCK_EX)
        yield


def sync_folder(folder: Path) -> None:
    """See to it that a file's name is on disk, not only its bytes."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
