"""How are reports read, and made ready for linking, on several cores?"""

import gc
import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import NamedTuple

from saidwho.linking.preparing import MakeReady, take
from saidwho.linking.ready import Ready
from saidwho.pipeline.keeping import ReadAll, Write, prepare_reading, write_linked
from saidwho.pipeline.reading import read_documents, remembered_vectors
from saidwho.reading.reader import Reader
from saidwho.reading.vectors import Floats
from saidwho.record.location import Location
from saidwho.record.relinking import Made, Outcome
from saidwho.types.document import Document, Unreadable
from saidwho.types.statement import Report


@contextmanager
def reading_in(processes: int) -> Iterator[ReadAll]:
    """Something that reads documents in their order, in so many processes; one is this process itself.

    The vectors of clauses that other processes made to read come along, since linking will ask for them.
    """
    if processes == 1:
        yield read_documents
        return
    # Started anew and not forked: the model's runtime has threads, which a fork would lose.
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn")) as pool:

        def read_all(documents: Sequence[Document]) -> Iterator[Report | Unreadable]:
            # Asked for now, so that reading begins: only what comes back is waited for.
            return _taken(pool.map(_read, documents, chunksize=max(1, len(documents) // (2 * processes))))

        yield read_all


# A document as it was read, and the vectors of its clauses that were made.
Read = tuple[Report | Unreadable, dict[str, Floats]]


def _taken(read: Iterator[Read]) -> Iterator[Report | Unreadable]:
    for report, vectors in read:
        remembered_vectors().learn(vectors)
        yield report


# Readings that go to another process together: to wake it costs more than what goes for one.
_AT_ONCE = 20


class Helpers(NamedTuple):
    """What other processes do for the one that links: make readings ready, and write what was linked. None where it is alone."""

    ready: MakeReady | None = None
    write: Write | None = None


ALONE = Helpers()


@contextmanager
def helping_in(processes: int) -> Iterator[Helpers]:
    """What helps to link where so many processes may work: one of them is this one, which links."""
    if processes == 1:
        yield ALONE
        return
    with ProcessPoolExecutor(processes - 1, mp_context=multiprocessing.get_context("spawn"), initializer=_collect_seldom) as pool:

        def make_all(readings: Sequence[bytes]) -> Iterable[Ready]:
            return map(take, pool.map(prepare_reading, readings, chunksize=_AT_ONCE))

        def write(location: Location, made: Made) -> Future[Outcome]:
            return pool.submit(write_linked, location, made)

        yield Helpers(ready=make_all, write=write)


# What was linked comes as a quarter of a million rows, and Python looks for garbage among them with every 700 by itself.
_SELDOM = 200_000


def _collect_seldom() -> None:
    gc.set_threshold(_SELDOM)


_readers: list[Reader] = []


def _read(document: Document) -> Read:
    # One thread each: the processes share the cores.
    if not _readers:
        _readers.append(Reader(threads=1))
    report = next(read_documents([document], reader=_readers[0]))
    return report, remembered_vectors().take_made()
