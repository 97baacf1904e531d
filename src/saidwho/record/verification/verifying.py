"""The order in which a record is checked, and by how many processes."""

import gc
import multiprocessing
from collections.abc import Callable, Iterator
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

# Documents that a process checks at a time: about a third of a second's work, so that none waits long for the others in the end.
_SHARE = 400


def verify(record: Record, *, jobs: int = 1, anew: bool = False) -> Iterator[Fault]:
    """Every altered, missing or extra item: the log, what it tells of, rows, then the archive's bytes.

    Holds a batch of items at a time. Each part is checked in one state of the record, whatever is added meanwhile. What full
    text finds, and the list of changes, are not checked: neither is evidence, and the first can be made anew.
    jobs: so many processes check, this one among them; 1 checks all here.
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
    shares = list(zip([None, *borders], [*borders, None], strict=True))
    # Started anew and not forked: an open connection must not be shared. Threads are no help: SQLite has them wait for each other
    # whenever one of them takes memory, and two take as long as one.
    with ProcessPoolExecutor(jobs - 1, mp_context=multiprocessing.get_context("spawn")) as pool:
        parts = [pool.submit(_check_part, record.location, low, past, anew) for low, past in shares]
        try:
            yield _results(parts, lambda at: list(check_rows(connection, low=shares[at][0], past=shares[at][1], anew=anew)))
        finally:
            pool.shutdown(cancel_futures=True)


def _results(parts: list[Future[list[Fault]]], check: Callable[[int], list[Fault]]) -> Iterator[Fault]:
    """The faults of all shares in their order. Of those that nobody has begun, the last is checked here while others are waited for."""
    own: dict[int, list[Fault]] = {}
    for at, part in enumerate(parts):
        while at not in own and not part.done():
            last = next((n for n in range(len(parts) - 1, at - 1, -1) if n not in own and parts[n].cancel()), None)
            if last is None:
                break
            own[last] = check(last)
        yield from own.pop(at) if at in own else part.result()


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
