"""How is a record linked while more reports are read and added to it?"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from saidwho.pipeline.keeping import Added, linking_of
from saidwho.record.record import Record

# So many documents are linked at once: more, and too many are left for the end, when nobody reads; fewer, and what is read of the
# record for one of them serves too few.
EACH = 100

# Passes on what is added, and has it linked meanwhile.
Follow = Callable[[Iterable[Added]], Iterator[Added]]
_SAVED = frozenset({"taken in", "revised", "reread"})


@contextmanager
def linking_beside(record: Record, processes: int) -> Iterator[Follow]:
    """Link what is added to a record while more of it is read, where other processes read: they would wait while this one links.

    What was not linked in the end, link_record links. What goes wrong while it is linked is raised here. processes: those that may work;
    where there is but one, nothing is linked.
    """
    if processes == 1:
        yield iter
        return
    linking = linking_of(record)
    # In a thread: vectors of clauses that were made along with the reading are at hand in this process.
    with ThreadPoolExecutor(1) as pool:
        running: list[Future[None]] = []

        def follow(added: Iterable[Added]) -> Iterator[Added]:
            come = 0
            for one in added:
                yield one
                come += one.outcome in _SAVED
                if come >= EACH and all(before.done() for before in running):
                    _raise(running)
                    running[:] = [pool.submit(linking.run_once)]
                    come = 0

        yield follow
        _raise(running)


def _raise(done: Iterable[Future[None]]) -> None:
    for one in done:
        one.result()
