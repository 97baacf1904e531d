"""What the killed processes do: add reports, or watch a feed, with a reader that is a pattern."""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from saidwho.intake.drafts import IntakeOptions
from saidwho.intake.fetching.fetcher import Fetcher
from saidwho.intake.fetching.options import FetchOptions
from saidwho.intake.memory import Memory
from saidwho.intake.sources import originals_in
from saidwho.intake.watching import Watcher
from saidwho.pipeline.keeping import Added, add_originals
from saidwho.record.location import Location
from saidwho.record.record import open_record
from saidwho.record.writer import RecordWriter
from saidwho.types.document import Document
from saidwho.types.statement import Report
from tests.record.made import READER, keep, read


def read_all(documents: Sequence[Document]) -> list[Report]:
    return [read(document) for document in documents]


def add(location: Location, source: str) -> list[Added]:
    """Add a file of JSON Lines; what saidwho add does."""
    options = IntakeOptions(outlet="The Harbour Courier", published="2023-11-16")
    with open_record(location, create=True, patience=30) as record, RecordWriter(record) as writer, Fetcher(FetchOptions()) as fetcher:
        originals = originals_in([source], options=options, fetcher=fetcher)
        return list(add_originals(originals, writer, options=options, read_all=read_all, version=READER))


def watch(location: Location, feed: str) -> None:
    """Look at a feed once; what saidwho watch --once does."""
    stop = threading.Event()
    options = FetchOptions(allow_hosts=frozenset(("127.0.0.1",)), pause=0.0, tries=1)
    with open_record(location, create=True) as record, RecordWriter(record) as writer, Fetcher(options, wait=stop.wait) as fetcher:
        watcher = Watcher(
            feeds=[feed],
            fetcher=fetcher,
            memory=Memory(record.location.folder / "watch"),
            take=lambda originals: (
                list(add_originals(originals, writer, options=IntakeOptions(outlet="Courier"), read_all=read_all, version=READER)) and None
            ),
            tell=lambda _: None,
            is_stopped=stop.is_set,
            wait=stop.wait,
        )
        next(watcher.watch(every=1.0))


def reports(folder: Path, count: int, *, first: int = 0) -> str:
    """A file of JSON Lines with so many reports, two of which are revisions of one page."""
    lines = [
        f'{{"id": "{number % (count - 1 or 1) + first}", "text": "Report {number + first}.\\n'
        f"Ada Vale said that {number + first} people were struck at Ilven.\\n"
        f'Pell Orsk denied that it was so on day {number + first}."}}'
        for number in range(count)
    ]
    path = folder / f"reports-{first}.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def keep_each(location: Location, reports: Sequence[dict[str, Any]]) -> None:
    """Keep reports that were read, one after the other."""
    with open_record(location, patience=30) as record:
        for report in reports:
            keep(record, report)
