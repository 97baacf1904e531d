"""The order in which a record is checked, and by how many processes."""

import gc
import multiprocessing
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager

import sqlalchemy as sa

from saidwho.errors import ArchiveError
from saidwho.record import tables
from saidwho.record.dialects import make_engine
from saidwho.record.location import Location
from saidwho.record.record import Record
from saidwho.record.verification.archived import check_archive
from saidwho.record.verification.faults import Fault
from saidwho.record.verification.logged import check_log
from saidwho.record.verification.rows import check_rows, check_strays

# Documents that a process checks at a time: about a second's work.
_SHARE = 1000


def verify(record: Record, *, jobs: int = 1, anew: bool = False) -> Iterator[Fault]:
    """Every altered, missing or extra item: the log, what it tells of, rows, then the archive's bytes.

    Holds a batch of items at a time. Each part is checked in one state of the record, whatever is added meanwhile. What full
    text finds, and the list of changes, are not checked: neither is evidence, and the first can be made anew.
    jobs: rows are checked by so many processes, while this one checks the rest; 1 checks all here.
    anew: make all rows once more and unpack all originals, also where the hashes in the log say that they are as they were kept.
    Raises RecordError where the database or a file cannot be read at all.
    """
    try:
        with record.reading() as connection, _rows_checked(record, connection, jobs, anew=anew) as of_rows:
            yield from check_log(connection, record.location.log)
            yield from check_strays(connection)
            yield from of_rows
            yield from check_archive(connection, record.location.archive, anew=anew)
    except OSError as error:
        raise ArchiveError(f"{record.location} cannot be checked to the end: {error.strerror or error}.") from error


@contextmanager
def _rows_checked(record: Record, connection: sa.Connection, jobs: int, *, anew: bool) -> Iterator[Iterator[Fault]]:
    """The faults of rows, in the order of their documents; with several processes they are looked for from now on."""
    borders = _borders(connection) if jobs > 1 else []
    if len(borders) < jobs:  # starting a process takes as long as checking a share
        yield check_rows(connection, anew=anew)
        return
    # Started anew and not forked: an open connection must not be shared.
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        shares = zip([None, *borders], [*borders, None], strict=True)
        parts = [pool.submit(_check_part, record.location, low, past, anew) for low, past in shares]
        try:
            yield _results(parts)
        finally:
            pool.shutdown(cancel_futures=True)


def _results(parts: list[Future[list[Fault]]]) -> Iterator[Fault]:
    for part in parts:
        yield from part.result()


def _check_part(location: Location, low: int | None, past: int | None, anew: bool) -> list[Fault]:
    """The faults of the documents of some numbers; what runs in a process of its own."""
    # Rows are plain tuples and hold no circles: looking for some takes a seventh of the time.
    gc.disable()
    record = Record(location, make_engine(location))
    with record, record.reading() as connection:
        return list(check_rows(connection, low=low, past=past, anew=anew))


def _borders(connection: sa.Connection) -> list[int]:
    """The numbers that shares of documents begin with, but for the first."""
    table = tables.documents
    borders: list[int] = []
    asked = sa.select(table.c.n).order_by(table.c.n).limit(1).offset(_SHARE)
    while (border := connection.execute(asked.where(table.c.n >= borders[-1]) if borders else asked).scalar_one_or_none()) is not None:
        borders.append(border)
    return borders
