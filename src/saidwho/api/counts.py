"""What does the record hold, in numbers that a page or a program can ask for often?"""

import threading
import weakref
from dataclasses import asdict
from functools import partial
from importlib.metadata import version
from weakref import WeakKeyDictionary

from saidwho.api.renewed import Renewed
from saidwho.api.views import Shape
from saidwho.reading.card import scores
from saidwho.record.find.counts import counts
from saidwho.record.log.frontier import Frontier
from saidwho.record.record import Record

# Counting a million rows takes a tenth of a second and more, so it is not done for every reader anew.
_STAYS, _LONGEST = 5.0, 30.0  # seconds
_kept: WeakKeyDictionary[Record, Renewed[Shape]] = WeakKeyDictionary()
_one_at_a_time = threading.Lock()  # a frontier is for one


def overview(record: Record) -> Shape:
    """Counts, versions, and the log's root, no older than some seconds."""
    found = _kept.get(record)
    if found is None:
        found = _kept.setdefault(record, Renewed(partial(_overview, weakref.proxy(record), Frontier()), stays=_STAYS, longest=_LONGEST))
    return found.get()


def forget_counts() -> None:
    """Count anew at the next question: something changed."""
    for found in list(_kept.values()):
        found.forget()


def _overview(record: Record, log: Frontier) -> Shape:
    with _one_at_a_time:
        found = record.read(counts)
        record.read(log.catch_up)
        size, root = log.size, log.root()
    told = {name: value for name, value in asdict(found).items() if name != "readers"}
    return {
        "version": version("saidwho"),
        "counts": told,
        "readers": [{"reader": reader, "documents": documents} for reader, documents in found.readers],
        "scores": [asdict(score) for score in scores()],
        "log": {"size": size, "root": root},
    }
