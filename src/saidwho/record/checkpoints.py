"""When does SQLite move what was written to its place?

A transaction goes into the write-ahead log, and has to be moved from there into the database now and then. SQLite has the writer
do so at the end of every few transactions; one report touches some 500 pages all over the file, so the writer would wait for the
disk twice. Here another thread does it, while the writer goes on.
"""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager

import sqlalchemy as sa

# Moved at most once in so many seconds: what comes in the meantime waits for the disk together.
_EVERY = 0.5
# The log begins anew where all of it was moved before a transaction began. While somebody writes one report after the other that
# never happens by itself, so of a log of this length the last bit is moved while nobody may write.
_LONG = 1 << 12  # pages, 16 MB
_WAIT = 1000  # ms for whoever writes just now; else another time


class Checkpoints:
    """Moves what is written in one record, in a thread that begins with the first of it."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._is_due = threading.Event()
        self._is_over = threading.Event()
        self._thread: threading.Thread | None = None

    def ask(self) -> None:
        """Have what was committed moved soon."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="checkpoints", daemon=True)
            self._thread.start()
        self._is_due.set()

    def close(self) -> None:
        """End the thread, when it has moved what it is moving. Whoever closes the database last has the rest moved."""
        if self._thread is not None:
            self._is_over.set()
            self._is_due.set()
            self._thread.join()
            self._thread = None

    def _run(self) -> None:
        while self._is_due.wait():
            # Cleared first: whoever ends it says that it is over, and then that it is due, and must not be missed.
            self._is_due.clear()
            if self._is_over.wait(_EVERY):
                return
            self._move()

    def _move(self) -> None:
        """Move what nobody reads any more. Readers are not waited for, and do not wait."""
        try:
            with self._connected() as connection:
                if _moved(connection) >= _LONG:
                    _moved(connection)
                    with self._connected() as holder:
                        holder.execute("BEGIN IMMEDIATE")
                        _moved(connection)
        except (sqlite3.Error, sa.exc.SQLAlchemyError):
            pass  # a full disk, say: what was written is in the log, and is moved another time

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        """A connection that waits less long than others; what it began is given up in the end."""
        pooled = self._engine.raw_connection()
        pooled.detach()
        with closing(pooled):
            found: sqlite3.Connection = pooled.dbapi_connection  # type: ignore[assignment]
            found.execute(f"PRAGMA busy_timeout = {_WAIT}")
            yield found


def _moved(connection: sqlite3.Connection) -> int:
    """Move what can be moved just now. Returns how many pages the log had."""
    _, length, _ = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    return int(length)
