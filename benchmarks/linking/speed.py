"""How fast is linking, in a batch and one document at a time?

Reports made by a rule are linked into the tables of an SQLite record, in the order of time, as `saidwho add` does; then one report
at a time comes on top. Nothing is read, and each clause has a vector that costs nothing, so that linking alone is timed: the encoder
of sentences takes as long for a clause whatever is linked.

How far a batch is stands on the error output. With --folder it goes on where it was stopped, and times what it does itself.
With --jobs 2 another process makes ready the readings of the next batch, as `saidwho add --jobs 2` does.

example: python -m benchmarks.linking 10000 100000 --jobs 2
"""

import argparse
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from benchmarks.linking.generated import DAYS
from benchmarks.linking.readings import Readings, parted, write_readings
from benchmarks.reading.machine import describe_machine
from saidwho.batch.processes import ALONE, Helpers, helping_in
from saidwho.linking.linker import Linker, Unclaimed
from saidwho.linking.ready import Ready
from saidwho.linking.scoring import shipped_model
from saidwho.linking.stems import stems
from saidwho.pipeline.keeping import how_to_link
from saidwho.record import tables
from saidwho.record.dialects import insert_rows
from saidwho.record.links import SUREST
from saidwho.record.location import locate
from saidwho.record.record import Record, open_record
from saidwho.record.relinking import Made, Relinking, uncollected
from saidwho.record.unlinked import begin_with
from saidwho.types.linking import Judgement
from saidwho.types.numbers import number
from saidwho.types.store import Store

# Readings that are put into a record together, before the clock is started.
_KEPT_AT_ONCE = 5_000
# By which all is linked here.
VERSION = "generated"
_WIDTH = 384
# Added one at a time, after the batch.
_SINGLE = 200
# Statements a second that are asked for: a million in half an hour.
_ASKED = 1_000_000 / 1800


def vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """Vectors that are alike where texts share words: of length 1, (texts, width)."""
    table = np.zeros((len(texts), _WIDTH), dtype=np.float32)
    for row, text in enumerate(texts):
        for stem in stems(text):
            table[row, number("stem", stem) % _WIDTH] += 1
    return table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)


def main(arguments: Sequence[str] | None = None) -> int:
    """Time linking at each size, and print a table."""
    given = argparse.ArgumentParser(prog="python -m benchmarks.linking", description=(__doc__ or "").partition("\n")[0])
    given.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000], help="statements")
    given.add_argument("--speaker", action="store_true", help="all of one mouth")
    given.add_argument("--single", type=int, default=_SINGLE, help="reports added one at a time after the batch")
    given.add_argument(
        "--days",
        type=int,
        default=DAYS,
        help="over which all is told: 5,000 statements in 4 days stand as closely as a million in two years",
    )
    given.add_argument("--folder", type=Path, help="where the records stay; the temporary folder by default, where they do not")
    given.add_argument("--jobs", type=int, default=1, help="processes")
    options = given.parse_args(arguments)
    columns = {}
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            place = (options.folder or Path(folder)) / f"{size} in {options.days} days"
            told = write_readings(Path(folder) / "readings", size + 5 * options.single, one_speaker=options.speaker, days=options.days)
            with open_record(locate(str(place)), create=True) as record, helping_in(options.jobs) as helpers:
                columns[size] = measure(record, told, size, singles=options.single, helpers=helpers)
        show(columns)
    for line in describe_machine():
        print(f"\n{line}")
    return 0


def measure(record: Record, told: Readings, size: int, *, singles: int = _SINGLE, helpers: Helpers = ALONE) -> dict[str, str]:
    """Link so many statements in a batch, then a few reports one at a time."""
    numbers = keep_readings(record, told)
    batch, single = parted(told, singles=singles, there=_linked(record))
    record.write(partial(begin_with, version=VERSION))
    if helpers.ready is not None:
        # Processes are started before the clock is.
        list(helpers.ready(told.bodies(single[:1])))
    linking = Linking.of(record, helpers, size=size)
    linking.link_batch([numbers[identity] for identity in batch])
    seconds, worked, size = time.perf_counter() - linking.begun, time.process_time() - linking.at_work, linking.done
    one = Linking.of(record, ALONE, size=size)
    times = [one.timed(numbers[identity]) for identity in single]
    with record.reading() as connection:
        claims, pairs = (connection.execute(sa.text(f"SELECT count(*) FROM {name}")).scalar_one() for name in ("claims", "link_edges"))
    return {
        "claims": f"{claims:,}",
        "batch, seconds": f"{seconds:,.0f}",
        "of them at work": f"{worked:,.0f}",
        "statements a second": f"{size / max(seconds, 1e-9):,.0f} (asked {_ASKED:,.0f})",
        "at work a statement, ms": f"{1000 * worked / max(size, 1):.2f}",
        "one report more, median ms": f"{1000 * statistics.median(times):.0f}",
        "one report more, 95th percentile ms": f"{1000 * statistics.quantiles(times, n=20)[-1]:.0f} (asked 100)",
        "most memory, MB": f"{_memory():,.0f} (asked 6,000)",
        "pairs kept": f"{pairs:,}",
        "database, MB": f"{record.location.database.stat().st_size / 1e6:,.0f}",
    }


def keep_readings(record: Record, told: Readings) -> dict[str, int]:
    """Put readings into a record that lacks them, as it keeps them. Returns the numbers of documents by their ids."""
    document, reading = tables.documents, tables.readings
    numbers = {identity: n for n, identity in enumerate(told.ids, 1)}
    there = set(record.read(lambda connection: connection.execute(sa.select(document.c.id)).scalars().all()))
    left = [identity for identity in told.ids if identity not in there]
    for at in range(0, len(left), _KEPT_AT_ONCE):
        part = left[at : at + _KEPT_AT_ONCE]
        documents = [_document_row(numbers[identity], identity) for identity in part]
        readings = [_reading_row(numbers[identity], body) for identity, body in zip(part, told.bodies(part), strict=True)]
        record.write(partial(insert_rows, table=document, rows=documents))
        record.write(partial(insert_rows, table=reading, rows=readings))
    return numbers


def _document_row(n: int, identity: str) -> dict[str, Any]:
    counts = {"characters": 0, "statements": 0, "revision": 1}
    return {"n": n, "id": identity, "work": identity, **counts, "is_latest": True, "is_withheld": False, "taken": ""}


def _reading_row(n: int, body: bytes) -> dict[str, Any]:
    return {"n": n, "id": str(n), "document": n, "reader": VERSION, "sha256": "", "made": "", "is_current": True, "body": body}


def _linked(record: Record) -> set[str]:
    """Documents that were linked before, by id."""
    document, linked = tables.documents.c, tables.linked_documents.c
    asked = sa.select(document.id).join(tables.linked_documents, linked.document == document.n)
    return set(record.read(lambda connection: connection.execute(asked).scalars().all()))


def _tell(record: Record, done: int, size: int, worked: float, seconds: float) -> None:
    each = f"{1000 * worked / done:.2f} ms of work each, {1000 * seconds / done:.2f} ms by the clock"
    room = f"{_memory():,.0f} MB of memory, {record.location.database.stat().st_size / 1e6:,.0f} MB of disk"
    print(f"{done:,} of {size:,} statements: {each}, {room}", file=sys.stderr, flush=True)


def _memory() -> float:
    """The most that this process held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@dataclass(slots=True, kw_only=True, eq=False)
class Linking(Relinking):
    """Links documents by their numbers. size, done: statements to link, and linked. begun, at_work: when it began, by the clock and by
    the processor.
    """

    size: int
    done: int = 0
    begun: float = field(default_factory=time.perf_counter)
    at_work: float = field(default_factory=time.process_time)

    @classmethod
    def of(cls, record: Record, helpers: Helpers, *, size: int) -> "Linking":
        ahead = partial(helpers.write, record.location) if helpers.write is not None else None
        how = how_to_link(ready=helpers.ready, write=ahead)._replace(link=_link)
        return cls(record=record, version=VERSION, link=how, size=size)

    def link_batch(self, documents: Sequence[int]) -> None:
        self._link_all(documents)

    def timed(self, document: int) -> float:
        """The seconds of the processor that one document more takes."""
        begun = time.process_time()
        with uncollected():
            self._link_some([document], alone=False)
        return time.process_time() - begun

    def _learn(self, made: Made) -> None:
        super(Linking, self)._learn(made)
        if len(made.readings) > 1:
            self.done += sum(len(one.facts.voices) for one in self._begun.of(made.readings))
            _tell(self.record, self.done, self.size, time.process_time() - self.at_work, time.perf_counter() - self.begun)


def _link(store: Store, come: Sequence[Ready], gone: Sequence[str], judgements: Sequence[Judgement]) -> Unclaimed:
    linker = Linker(store=store, model=shipped_model(), vectors=vectors, passages=vectors, surest=SUREST)
    return linker.link(added=come, removed=gone, judgements=judgements)


def show(columns: Mapping[int, Mapping[str, str]]) -> None:
    """Print the figures of each size as a table."""
    print(f"| statements | {' | '.join(f'{size:,}' for size in columns)} |")
    print(f"| --- | {' | '.join('---:' for _ in columns)} |")
    for name in next(iter(columns.values())):
        print(f"| {name} | {' | '.join(told[name] for told in columns.values())} |", flush=True)
