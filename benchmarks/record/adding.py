"""How fast are reports added to a record, against reading them and keeping nothing?

Reports of about 500 words, generated, or those of a file; the shipped reader, in so many processes. Both begin when every process has its
reader loaded. As with saidwho add most is linked meanwhile; what is left to link afterwards is told apart. Processor time is told too,
since other work spoils the rest.

example: python -m benchmarks.record.adding --reports 2000 --jobs 2
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.reading.machine import describe_machine
from benchmarks.reading.reports import generate_reports, write_json_lines
from saidwho.batch.beside import linking_beside
from saidwho.batch.processes import helping_in, reading_in
from saidwho.intake.documents import documents_in
from saidwho.intake.drafts import IntakeOptions
from saidwho.intake.fetching.fetcher import Fetcher
from saidwho.intake.fetching.options import FetchOptions
from saidwho.intake.sources import originals_in
from saidwho.pipeline.keeping import BATCH, ReadAll, add_originals, link_record
from saidwho.record.location import locate
from saidwho.record.record import open_record
from saidwho.record.writer import RecordWriter
from saidwho.types.document import Document

WORDS = 500


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark; returns the exit code."""
    about, _, example = (__doc__ or "").rpartition("\n\n")
    parser = argparse.ArgumentParser(prog="python -m benchmarks.record.adding", description=about, epilog=example)
    parser.add_argument("--reports", type=int, default=200, help="so many generated ones")
    parser.add_argument("--file", type=Path, help="read these reports instead: JSON Lines, as saidwho add takes them")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--no-link", action="store_true", help="leave out linking")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        file = given.file or Path(folder) / "reports.jsonl"
        if given.file is None:
            write_json_lines(file, generate_reports(given.reports, words=WORDS))
        reports = sum(1 for _ in documents_in([str(file)], options=IntakeOptions()))
        spent = [_spent()]
        read = _read(file, given.jobs)
        spent.append(_spent())
        added, linked, linking = _add(file, given.jobs, Path(folder) / "record", links=not given.no_link)
        spent.append(_spent() - linking)
    print(f"reading alone: {reports / read:.2f} reports a second")
    print(f"adding: {reports / added:.2f} reports a second, {100 * read / added:.0f} % of it")
    alone, kept = spent[1] - spent[0], spent[2] - spent[1]
    print(f"processor time, starting the processes included: {alone:.1f} s and {kept:.1f} s, {100 * alone / kept:.0f} %")
    if linked is not None:
        both = kept + linking
        print(f"linking what was left: {linked:.1f} s, {linking:.1f} s of the processor")
        print(f"with it {100 * read / (added + linked):.0f} %, of processor time {100 * alone / both:.0f} %")
    print(f"memory of the writing process, MB: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f}")
    for line in describe_machine():
        print(f"\n{line}")
    return 0


def _spent() -> float:
    """The processor time of this process and of those that have ended, in seconds."""
    return sum(os.times()[:4])


def _read(file: Path, jobs: int) -> float:
    """The seconds that reading takes."""
    documents = [document for document in documents_in([str(file)], options=IntakeOptions()) if isinstance(document, Document)]
    with _warm(jobs, documents) as read_all:
        began = time.perf_counter()
        # All are handed out at once, so that no process waits for another.
        batches = [read_all(documents[at : at + BATCH]) for at in range(0, len(documents), BATCH)]
        read = sum(1 for batch in batches for _ in batch)
        took = time.perf_counter() - began
    if read != len(documents):
        raise SystemExit(f"only {read} of {len(documents)} were read")
    return took


def _add(file: Path, jobs: int, folder: Path, *, links: bool) -> tuple[float, float | None, float]:
    """The seconds that adding takes, those of what is left to be linked afterwards, and those of the processor of that."""
    options = IntakeOptions()
    documents = [document for document in documents_in([str(file)], options=options) if isinstance(document, Document)][:jobs]
    with open_record(locate(str(folder)), create=True) as record:
        with (
            RecordWriter(record) as writer,
            _warm(jobs, documents) as read_all,
            Fetcher(FetchOptions()) as fetcher,
            linking_beside(record, jobs if links else 1) as linked_beside,
        ):
            began = time.perf_counter()
            originals = originals_in([str(file)], options=options, fetcher=fetcher)
            outcomes = [one.outcome for one in linked_beside(add_originals(originals, writer, options=options, read_all=read_all))]
        took = time.perf_counter() - began
        if set(outcomes) != {"taken in"}:
            raise SystemExit(f"not all were taken in: {set(outcomes)}")
        if not links:
            return took, None, 0.0
        began, spent = time.perf_counter(), _spent()
        with helping_in(jobs) as helpers:
            link_record(record, ready=helpers.ready, write=helpers.write)
        return took, time.perf_counter() - began, _spent() - spent


@contextmanager
def _warm(jobs: int, documents: Sequence[Document]) -> Iterator[ReadAll]:
    """Readers that have read something, each of them."""
    with reading_in(jobs) as read_all:
        for _ in range(2):
            list(read_all(documents[:jobs]))
        yield read_all


if __name__ == "__main__":
    sys.exit(main())
