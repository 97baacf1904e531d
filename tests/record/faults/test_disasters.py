"""What goes wrong around a record does not go wrong in it."""

import errno
import gc
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, tzinfo
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import sqlalchemy as sa

from saidwho.errors import ArchiveError, RecordError
from saidwho.record import clock, tables
from saidwho.record.archive import writing
from saidwho.record.archive.reading import stretches
from saidwho.record.archive.writing import archive_files
from saidwho.record.keeping import Taken
from saidwho.record.location import Location, locate
from saidwho.record.migrating import migrate
from saidwho.record.record import Record, open_record
from saidwho.record.verification.verifying import verify
from saidwho.record.writer import RecordWriter, key_of_original
from tests.record.faults import workers
from tests.record.faults.test_kills import exported, start
from tests.record.made import READER, keep, original_of, shape_of
from tests.record.servers import new_database

TEXT = "Ada Vale said that 17 people were struck at Ilven."
LONG = os.environ.get("SAIDWHO_FAULTS") is not None


def sound(record: Record) -> bool:
    return [] == [str(fault) for fault in verify(record)]


# ---- disk full


def test_a_full_disk_of_the_archive_takes_nothing_in(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was half written is taken back, the message says what to do, and afterwards all goes on."""
    keep(record, shape_of(TEXT, key="1"))
    sizes = [path.stat().st_size for path in archive_files(record.location.archive)]

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(writing.os, "fsync", full)
        with pytest.raises(ArchiveError, match="Make room, and run the same command again"):
            keep(record, shape_of(TEXT, key="2"))
    assert sizes == [path.stat().st_size for path in archive_files(record.location.archive)]
    assert ["taken in"] == [saved.outcome for saved in keep(record, shape_of(TEXT, key="2"))]
    assert sound(record)


def test_a_full_disk_of_the_database_takes_nothing_in(tmp_path: Path) -> None:
    """SQLite really has no page left; what was archived is taken up afterwards."""
    with open_record(locate(str(tmp_path / "record")), create=True, patience=0) as record:
        keep(record, shape_of(TEXT, key="1"))

        @sa.event.listens_for(record.engine, "begin")
        def _no_room(connection: sa.Connection) -> None:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

        with pytest.raises(RecordError, match="full"):
            keep(record, *(shape_of(f"{TEXT}\nIt was day {number}.", key=f"{number}") for number in range(2, 60)))
        assert 1 == exported(record).count(b"17 people were struck")
    with open_record(locate(str(tmp_path / "record"))) as record:
        keep(record, *(shape_of(f"{TEXT}\nIt was day {number}.", key=f"{number}") for number in range(2, 60)))
        assert (59, True) == (exported(record).count(b"\n") + 1, sound(record))


# ---- the database is gone


class Cable:
    """A connection to a server that can be pulled out."""

    def __init__(self, host: str, port: int) -> None:
        self._target = (host, port)
        self._is_in = True
        self._ends: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def pull(self, seconds: float) -> None:
        """Cut all connections, and let nobody in for a while."""
        self._is_in = False
        for end in self._ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        threading.Timer(seconds, self._put_in).start()

    def close(self) -> None:
        self.pull(0.0)
        self._listener.close()

    def _put_in(self) -> None:
        self._is_in = True

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                here, _ = self._listener.accept()
                if not self._is_in:
                    here.close()
                    continue
                there = socket.create_connection(self._target)
                self._ends += [here, there]
                for one, other in ((here, there), (there, here)):
                    threading.Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(1 << 16):
                other.sendall(data)
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


@contextmanager
def cabled(url: str) -> Iterator[tuple[Cable, str]]:
    parts = urlsplit(url)
    cable = Cable(parts.hostname or "", parts.port or 0)
    try:
        yield cable, url.replace(f":{parts.port}/", f":{cable.port}/")
    finally:
        cable.close()


def test_a_database_that_comes_back_is_waited_for(postgres: str, tmp_path: Path) -> None:
    """It is gone in the middle of adding, for a minute in the long form; everything is there in the end."""
    source = workers.reports(tmp_path, 120)
    away = 60.0 if LONG else 2.0
    with cabled(new_database(postgres)) as (cable, url):
        location = locate(url, archive=str(tmp_path / "record"))
        with open_record(location, create=True, patience=away * 1.5) as record:
            cable.pull(away)
            keep(record, shape_of(TEXT))
            assert sound(record)
        pulled = threading.Timer(0.2, cable.pull, (1.0,))
        pulled.start()
        workers.add(location, source)
        # However fast the machine is, nothing is looked at before the database is back.
        pulled.join()
        time.sleep(1.1)
        with open_record(location) as record:
            assert (121, True) == (exported(record).count(b"\n") + 1, sound(record))


def test_a_database_that_goes_away_while_it_is_opened_is_waited_for(postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also between the first question and the making of the tables."""
    cuts = []

    def cut(engine: sa.Engine, *, name: str) -> None:
        if not cuts:
            cuts.append(name)
            cable.pull(1.0)
        migrate(engine, name=name)

    monkeypatch.setattr("saidwho.record.record.migrate", cut)
    with (
        cabled(new_database(postgres)) as (cable, url),
        open_record(locate(url, archive=str(tmp_path / "record")), create=True, patience=30.0) as record,
    ):
        keep(record, shape_of(TEXT))
        assert (1, True) == (len(cuts), sound(record))


def test_a_database_that_stays_away_is_told(postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line that says what to do, and although the clock on the wall stands still: patience is counted by another."""
    monkeypatch.setattr(time, "time", lambda: 0.0)
    with (
        cabled(new_database(postgres)) as (cable, url),
        open_record(locate(url, archive=str(tmp_path / "record")), create=True, patience=0.5) as record,
    ):
        cable.pull(5.0)
        with pytest.raises(RecordError, match="run the same command again when it is back"):
            keep(record, shape_of(TEXT))


def test_nothing_stays_open_where_a_long_answer_breaks_off(postgres: str, tmp_path: Path) -> None:
    """The server ends a connection that is being read from in parts, and the driver has nothing to complain of."""
    location = locate(new_database(postgres), archive=str(tmp_path / "record"))
    with open_record(location, create=True) as record, record.engine.connect() as connection:
        mine = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        rows = connection.execute(sa.text("SELECT generate_series(1, 100000)"), execution_options={"yield_per": 10})
        assert (1,) == next(rows)
        with record.engine.connect() as other:
            other.exec_driver_sql(f"SELECT pg_terminate_backend({mine})")
        with pytest.raises(sa.exc.DBAPIError):
            list(rows)
    del rows
    # What is thrown away open complains, and a complaint fails a test.
    gc.collect()


# ---- two writers


def test_two_writers_at_once(location: Location, tmp_path: Path) -> None:
    """Neither loses anything, and what both have is there once."""
    first, second = workers.reports(tmp_path, 60), workers.reports(tmp_path, 60, first=40)
    alone = locate(str(tmp_path / "alone"))
    for source in (first, second):
        workers.add(alone, source)
    processes = [start(workers.add, location, source) for source in (first, second)]
    for process in processes:
        process.join(120)
    assert [0, 0] == [process.exitcode for process in processes]
    with open_record(location) as record, open_record(alone) as other:
        assert (exported(other), True) == (exported(record), sound(record))


def test_two_writers_of_the_same_keep_it_once(location: Location, tmp_path: Path) -> None:
    """Of two copies in the archive only one would be erased when that is due, so one of them gives way to a note."""
    source = workers.reports(tmp_path, 3)
    with open_record(location, create=True) as record, RecordWriter(record) as one, RecordWriter(record) as other:
        report = shape_of(TEXT)
        kept = [writer.archive([original_of(report)]) for writer in (one, other)]
        assert [1, 1] == list(map(len, kept))
        taken = [Taken(report=report, originals=(key_of_original(original_of(report)),))]
        for writer, originals in zip((one, other), kept, strict=True):
            writer.save(originals=originals, reports=taken, reader=READER)
    workers.add(location, source)
    with open_record(location) as record:
        members = [found.member for path in archive_files(record.location.archive) for found in stretches(path)]
        copies = [member.kind for member in members if member and member.digest == original_of(report).digest]
        assert (["erased", "resource"], True) == (sorted(copies), sound(record))


# ---- a truncated file


def test_a_truncated_file_is_told_and_healed(record: Record) -> None:
    """What was cut off is missing until the same comes in again; nothing is written over what is left."""
    keep(record, shape_of(TEXT, key="1"), shape_of(TEXT, key="2"))
    (path,) = archive_files(record.location.archive)
    os.truncate(path, path.stat().st_size - 100)
    assert ["missing"] == [fault.kind for fault in verify(record)]
    keep(record, shape_of(TEXT, key="3"))
    assert ["missing"] == [fault.kind for fault in verify(record) if fault.kind == "missing"]
    keep(record, shape_of(TEXT, key="2"))
    with record.reading() as connection:
        assert 0 == connection.execute(sa.select(sa.func.count()).where(tables.originals.c.is_lost)).scalar_one()


def test_a_half_written_original_is_moved_aside(record: Record) -> None:
    """Its bytes are kept, and the file goes on after the last whole one."""
    keep(record, shape_of(TEXT, key="1"))
    (path,) = archive_files(record.location.archive)
    size = path.stat().st_size
    with path.open("ab") as stream:
        stream.write(b"\x1f\x8b\x08\x10half a member")
    keep(record, shape_of(TEXT, key="2"))
    assert [b"\x1f\x8b\x08\x10half a member"] == [found.read_bytes() for found in (path.parent / "damaged").iterdir()]
    assert (1, True, True) == (len(archive_files(record.location.archive)), path.stat().st_size > size, sound(record))


# ---- a clock that jumps


class Clock(datetime):
    """A clock that tells a year, whatever the time is."""

    year_told = 2023

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "Clock":
        return cls(cls.year_told, 1, 1, tzinfo=tz)


def test_a_clock_that_jumps_changes_nothing(record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Back to 1970, and into the next century: neither ids, nor order, nor exports depend on it."""
    reports = [shape_of(f"{TEXT}\nIt was day {number}.", key="page") for number in range(3)]
    with open_record(locate(str(tmp_path / "other")), create=True) as other:
        for report in reports:
            keep(other, report)
        expected = exported(other)
    monkeypatch.setattr(clock, "datetime", Clock)
    for year, report in zip((2023, 1970, 2199), reports, strict=True):
        monkeypatch.setattr(Clock, "year_told", year)
        keep(record, report)
    with record.reading() as connection:
        taken = connection.execute(sa.select(tables.documents.c.taken).order_by(tables.documents.c.revision)).scalars().all()
    assert ["2023", "1970", "2199"] == [time[:4] for time in taken]
    assert (expected, True) == (exported(record), sound(record))
