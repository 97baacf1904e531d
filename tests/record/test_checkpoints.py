"""What was committed in SQLite is moved to its place beside the writer, and the log of writes does not grow for ever."""

import shutil
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from saidwho.errors import RecordError
from saidwho.record import checkpoints, dialects, tables
from saidwho.record.checkpoints import Checkpoints
from saidwho.record.location import locate
from saidwho.record.record import Record, open_record
from tests.record.made import keep, shape_of

PAGE = 4096  # bytes
PATIENCE = 20.0  # seconds; what is waited for takes a few hundredths of one


@pytest.fixture
def in_sqlite(empty_sqlite: Path, tmp_path: Path) -> Record:
    """An empty record in SQLite."""
    location = locate(str(tmp_path / "record"))
    location.folder.mkdir()
    shutil.copy(empty_sqlite, location.database)
    return open_record(location, create=True)


def test_what_is_committed_reaches_the_file(in_sqlite: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database without its log of writes has the report soon, while the record is still open."""
    monkeypatch.setattr(checkpoints, "_EVERY", 0.01)
    with in_sqlite as record:
        keep(record, shape_of("Ada Vale said that 12 boats struck Ilven."))
        assert awaited(lambda: 1 == documents_without_log(record, tmp_path))


def test_the_log_begins_anew_while_one_write_follows_another(in_sqlite: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is long, the last of it is moved while nobody may write."""
    monkeypatch.setattr(checkpoints, "_EVERY", 0.01)
    monkeypatch.setattr(checkpoints, "_LONG", 1)
    with in_sqlite as record:
        log = record.location.database.with_name("record.sqlite-wal")
        keys: list[str] = []

        def is_half_of_what_was_written() -> bool:
            keys.append(f"{len(keys)} " * 999)
            record.write(lambda connection: connection.execute(sa.insert(tables.actor_names), {"key": keys[-1]}))
            return 2 * log.stat().st_size < len(keys) * 2 * PAGE  # each write is of two pages at least

        assert awaited(is_half_of_what_was_written)
        assert len(keys) == record.read(lambda connection: len(connection.execute(sa.select(tables.actor_names)).all()))


def test_closing_ends_it(in_sqlite: Record) -> None:
    """No thread is left that holds the database, and its log of writes is gone."""
    with in_sqlite as record:
        keep(record, shape_of("Ada Vale said that 12 boats struck Ilven."))
    assert not record.location.database.with_name("record.sqlite-wal").exists()


def documents_without_log(record: Record, folder: Path) -> int:
    """How many documents the file of the database has by itself; none that can be counted while something is moved to it."""
    copied = folder / "copied.sqlite"
    shutil.copy(record.location.database, copied)
    connection = sqlite3.connect(copied)
    try:
        return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.DatabaseError:
        return 0
    finally:
        connection.close()


def awaited(is_so: Callable[[], bool]) -> bool:
    """Whether something becomes so in time."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            return False
    return True


def test_it_ends_whenever_that_is_asked(in_sqlite: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where it is closed in the moment before it takes note that there is something to move."""
    monkeypatch.setattr(checkpoints, "_EVERY", 0.01)
    with in_sqlite as record:
        found = Checkpoints(record.engine)
        take_note = found._is_due.clear

        def close_before() -> None:
            found._is_over.set()
            found._is_due.set()
            take_note()

        monkeypatch.setattr(found._is_due, "clear", close_before)
        found.ask()
        thread = found._thread
        assert thread is not None
        thread.join(PATIENCE)
        assert not thread.is_alive()


class Busy:
    """A cursor of a database whose log another moves just now, for so many tries."""

    def __init__(self, tries: int) -> None:
        self.tries = tries

    def execute(self, _: str) -> "Busy":
        self.tries -= 1
        return self

    def fetchone(self) -> tuple[int, int, int]:
        return (int(self.tries >= 0), 0, 0)


def test_what_was_deleted_does_not_stay_because_another_moves_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite says that it could not empty the log then, and does not wait: it is asked again."""
    monkeypatch.setattr(dialects, "_AGAIN", 0.0)
    cursor = Busy(3)
    dialects._empty_log(cursor)
    assert -1 == cursor.tries
    monkeypatch.setattr(dialects, "_WAIT", 0)
    with pytest.raises(RecordError, match="still stands"):
        dialects._empty_log(Busy(10**6))
