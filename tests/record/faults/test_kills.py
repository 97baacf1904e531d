"""A process that is killed at any moment loses nothing that was archived, and leaves nothing half visible.

SAIDWHO_FAULTS says how often it is killed: `make test-faults` sets 200.
"""

import multiprocessing
import os
import random
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.archive.reading import stretches
from saidwho.record.archive.writing import archive_files
from saidwho.record.bodies import line_of
from saidwho.record.location import Location, locate
from saidwho.record.record import Record, open_record
from saidwho.record.verification.verifying import verify
from saidwho.record.writer import RecordWriter
from tests.intake.server import Site, serving
from tests.record.faults import workers

KILLS = int(os.environ.get("SAIDWHO_FAULTS", "5"))
REPORTS = 120
PAGES = 24


def exported(record: Record) -> bytes:
    """Every document as views show it, by id."""
    body = sa.func.coalesce(tables.readings.c.shown, tables.readings.c.body)
    joined = tables.readings.join(tables.documents, tables.documents.c.n == tables.readings.c.document)
    asked = sa.select(body, tables.documents.c.revision, tables.documents.c.is_latest).select_from(joined)
    with record.reading() as connection:
        rows = connection.execute(asked.where(tables.readings.c.is_current).order_by(tables.documents.c.id)).all()
    return b"\n".join(line_of(row[0]) + f" {row[1]} {row[2]}".encode() for row in rows)


def archived(record: Record) -> set[str]:
    """The digests of all whole originals in the files of the archive."""
    members = [found.member for path in archive_files(record.location.archive) for found in stretches(path)]
    return {member.digest for member in members if member and member.kind in ("response", "resource")}


def start(work: Callable[..., object], *arguments: object) -> BaseProcess:
    """Run work in a process of its own, whose modules are loaded already."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.record.faults.workers"])
    process = context.Process(target=work, args=arguments)
    process.start()
    return process


def check_after_kill(location: Location) -> None:
    """Put in order what was left, and see that all is there."""
    if not location.database.exists() and location.is_sqlite:
        return
    with open_record(location, create=True) as record, RecordWriter(record):
        held = archived(record)
        with record.reading() as connection:
            known = set(connection.execute(sa.select(tables.originals.c.digest)).scalars())
        assert held == known
        assert [] == [str(fault) for fault in verify(record)]


def kill_often(
    make: Callable[[], Location], work: Callable[..., object], *arguments: object, expected: bytes, longest: float
) -> tuple[int, list[int]]:
    """Start work and kill it at random moments, KILLS times in all, each record until all is in it.

    expected: what a record ends with. longest: seconds that work takes; on a machine that does other work too it is soon more or
    less, and is followed. Returns how often it was killed while it worked, and how many documents there were after each kill.
    """
    chance = random.Random(20231116)
    kills, seen, tries = 0, [], 0
    while kills < KILLS:
        location = make()
        while kills < KILLS and (not seen or seen[-1] < expected.count(b"\n") + 1):
            process, began = start(work, location, *arguments), time.monotonic()
            process.join(chance.uniform(0, longest))
            tries += 1
            assert tries < 20 * KILLS, "the work ends before it can be killed"
            if process.is_alive():
                process.kill()
                kills, longest = kills + 1, longest * 1.1
            else:
                longest = time.monotonic() - began
            process.join()
            check_after_kill(location)
            seen.append(documents_in(location))
        work(location, *arguments)
        with open_record(location) as record:
            assert expected == exported(record)
            assert [] == list(verify(record))
        seen.append(0)
    return kills, seen


def documents_in(location: Location) -> int:
    """How many documents a record has."""
    if location.is_sqlite and not location.database.exists():
        return 0
    with open_record(location, create=True) as record, record.reading() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(tables.documents)).scalar_one())


def timed(work: Callable[..., object], *arguments: object) -> float:
    """The seconds that work takes in a process of its own."""
    began = time.monotonic()
    process = start(work, *arguments)
    process.join()
    assert process.exitcode == 0
    return time.monotonic() - began


@pytest.fixture
def clean(tmp_path: Path) -> Location:
    return locate(str(tmp_path / "clean"))


def test_killing_add(make_location: Callable[[], Location], clean: Location, tmp_path: Path) -> None:
    """After each kill all that was archived is known, and a rerun ends in the same export, byte for byte."""
    source = workers.reports(tmp_path, REPORTS)
    timed(workers.add, make_location(), source)  # the first process loads modules
    longest = timed(workers.add, make_location(), source)
    workers.add(clean, source)
    with open_record(clean) as record:
        expected = exported(record)
    assert KILLS == kill_often(make_location, workers.add, source, expected=expected, longest=longest)[0]


def feed_of(site: Site, count: int) -> str:
    """A feed and the pages that it names."""
    for number in range(count):
        text = f"Ada Vale said that {number} people were struck at Ilven, where the market had opened an hour before. " * 4
        page = (
            f"<html><head><title>Report {number}</title></head><body><article><h1>Report {number}</h1><p>{text}</p></article></body></html>"
        )
        site.put(f"/{number}", page.encode())
    items = "".join(f"<item><link>{site.url(f'/{number}')}</link><title>Report {number}</title></item>" for number in range(count))
    site.put(
        "/feed", f'<rss version="2.0"><channel><title>Courier</title>{items}</channel></rss>'.encode(), Content_Type="application/rss+xml"
    )
    return site.url("/feed")


def test_killing_watch(make_location: Callable[[], Location], clean: Location) -> None:
    """The same of a process that fetches pages."""
    with serving() as site:
        feed = feed_of(site, PAGES)
        timed(workers.watch, make_location(), feed)
        longest = timed(workers.watch, make_location(), feed)
        workers.watch(clean, feed)
        with open_record(clean) as record:
            expected = exported(record)
        assert PAGES == expected.count(b"\n") + 1
        assert KILLS == kill_often(make_location, workers.watch, feed, expected=expected, longest=longest)[0]
