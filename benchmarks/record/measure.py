"""Build a generated record step by step, and time what is asked of it at each size.

Times are in milliseconds, the middle of 11 rounds with warm caches, the first page of 50, as the commands ask for it; with
--processor those of the processor of this process, on a machine that does other work too. Adding is
one report: archived, fsynced, saved with all its rows, logged. verify runs in as many processes as there are cores. Memory is
the most that this process ever held, the build included.

example: python -m benchmarks.record --statements 10000 100000 1000000 --record /tmp/million
"""

import argparse
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from itertools import islice

import sqlalchemy as sa

from benchmarks.reading.machine import describe_machine
from benchmarks.record.generate import STATEMENTS, generate
from benchmarks.record.questions import questions
from saidwho.record import tables
from saidwho.record.keeping import Taken
from saidwho.record.location import locate
from saidwho.record.record import Record, open_record
from saidwho.record.rows import Shape
from saidwho.record.verification.verifying import verify
from saidwho.record.writer import RecordWriter, key_of_original
from saidwho.types.original import Original

BATCH = 64
ROUNDS = 11
READER = "generated"

Clock = Callable[[], float]


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark; returns the exit code."""
    about, _, example = (__doc__ or "").rpartition("\n\n")
    parser = argparse.ArgumentParser(prog="python -m benchmarks.record", description=about, epilog=example)
    parser.add_argument("--statements", type=int, nargs="+", default=[10_000, 100_000], help="sizes to measure at, growing")
    parser.add_argument("--record", required=True, help="where to build: a folder, or postgresql://...")
    parser.add_argument("--archive", help="the folder of originals of a record in PostgreSQL")
    parser.add_argument("--processor", action="store_true", help="tell the time of the processor for questions and for adding")
    parser.add_argument("--no-verify", action="store_true", help="leave out verify, which takes minutes for a million")
    given = parser.parse_args(arguments)
    columns: dict[int, dict[str, str]] = {}
    with open_record(locate(given.record, archive=given.archive), create=True) as record:
        for size in given.statements:
            clock = time.process_time if given.processor else time.perf_counter
            columns[size] = measure(record, size, with_verify=not given.no_verify, clock=clock)
            print(f"# {size:,} statements measured", file=sys.stderr, flush=True)
    _show(columns)
    return 0


def measure(record: Record, size: int, *, with_verify: bool, clock: Clock = time.perf_counter) -> dict[str, str]:
    """Grow the record to so many statements and time everything. Returns what was measured by its name."""
    have, wanted = _documents(record), size // STATEMENTS
    took = _build(record, generate(wanted - have, first=have))
    if record.dialect == "postgresql":  # as a server does by itself, in a minute or so
        with record.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("ANALYZE")
    told = {"build, reports a second": f"{(wanted - have) / took:,.0f}" if wanted > have else "-"}
    with record.reading() as connection:
        for name, ask in questions().items():
            rows = ask(connection)
            told[f"{name} ({rows} rows)" if rows < 50 else name] = _timed(lambda: ask(connection), clock)  # noqa: B023
    told["add one report"] = _adding(record, clock)
    if with_verify:
        began, spent = time.perf_counter(), sum(os.times()[:4])
        faults = sum(1 for _ in verify(record, jobs=os.cpu_count() or 1))
        took = time.perf_counter() - began
        told["verify, s of the processors"] = f"{sum(os.times()[:4]) - spent:,.1f}"
        told["verify, s"] = f"{took:,.1f}{f' ({faults} faults)' if faults else ''}"
        told["verify, MB of the record a second"] = f"{_bytes(record) / took / 1e6:,.0f}"
    told["record on disk, MB"] = f"{_bytes(record) / 1e6:,.0f}"
    told["memory, MB"] = f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f}"
    return told


def _build(record: Record, reports: Iterable[Shape]) -> float:
    """Keep reports. Returns the seconds that it takes, without those of generating them."""
    iterator, took = iter(reports), 0.0
    with RecordWriter(record) as writer:
        while batch := list(islice(iterator, BATCH)):
            began = time.perf_counter()
            _keep(writer, batch)
            took += time.perf_counter() - began
    return took


def _keep(writer: RecordWriter, batch: list[Shape]) -> None:
    originals = [_original(report) for report in batch]
    kept = writer.archive(originals)
    taken = [Taken(report=report, originals=(key_of_original(one),)) for report, one in zip(batch, originals, strict=True)]
    writer.save(originals=kept, reports=taken, reader=READER)


def _original(report: Shape) -> Original:
    document = report["document"]
    return Original(data=document["text"].encode(), media_type="text/plain", place=document["key"], fetched=datetime.now(UTC))


def _adding(record: Record, clock: Clock) -> str:
    """The middle and the slowest of single reports; they stay, and count as a part of the next size."""
    times = []
    with RecordWriter(record) as writer:
        for report in generate(ROUNDS, first=_documents(record)):
            began = clock()
            _keep(writer, [report])
            times.append((clock() - began) * 1000)
    return f"{statistics.median(times):.1f} (slowest {max(times):.1f})"


def _timed(ask: Callable[[], object], clock: Clock) -> str:
    times = []
    for _ in range(ROUNDS):
        began = clock()
        ask()
        times.append((clock() - began) * 1000)
    return f"{statistics.median(times):.1f}"


def _documents(record: Record) -> int:
    with record.reading() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(tables.documents)).scalar_one())


def _bytes(record: Record) -> int:
    folder = sum(path.stat().st_size for path in record.location.folder.rglob("*") if path.is_file())
    if record.location.is_sqlite:
        return folder
    with record.reading() as connection:
        return folder + int(connection.execute(sa.text("SELECT pg_database_size(current_database())")).scalar_one())


def _show(columns: dict[int, dict[str, str]]) -> None:
    names = list(dict.fromkeys(name.partition(" (")[0] for told in columns.values() for name in told))
    print(f"| | {' | '.join(f'{size:,}' for size in columns)} |")
    print(f"| --- | {' | '.join('---:' for _ in columns)} |")
    for name in names:
        cells = [next((value for key, value in told.items() if key.partition(" (")[0] == name), "") for told in columns.values()]
        print(f"| {name} | {' | '.join(cells)} |")
    for line in describe_machine():
        print(f"\n{line}")
