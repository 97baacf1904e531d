"""What does the record hold, in numbers that a page or a program can ask for often?"""

import time
from dataclasses import asdict
from importlib.metadata import version
from threading import Lock
from weakref import WeakKeyDictionary

from saidwho.api.views import Shape
from saidwho.record.find.counts import counts
from saidwho.record.log.frontier import Frontier
from saidwho.record.record import Record

# Counting a million rows takes a tenth of a second, so it is not done for every reader anew.
_STAYS = 5.0  # seconds
_kept: dict[int, tuple[float, Shape]] = {}
_logs: WeakKeyDictionary[Record, Frontier] = WeakKeyDictionary()
_lock = Lock()


def overview(record: Record) -> Shape:
    """Counts, versions, and the log's root, no older than some seconds."""
    with _lock:
        at, shape = _kept.get(id(record), (0.0, {}))
        if not shape or time.monotonic() - at > _STAYS:
            shape = _overview(record)
            _kept.clear()
            _kept[id(record)] = (time.monotonic(), shape)
    return shape


def forget_counts() -> None:
    """Count anew at the next question: something changed."""
    with _lock:
        _kept.clear()


def _overview(record: Record) -> Shape:
    found = record.read(counts)
    log = _logs.setdefault(record, Frontier())
    record.read(log.catch_up)
    told = {name: value for name, value in asdict(found).items() if name != "readers"}
    return {
        "version": version("saidwho"),
        "counts": told,
        "readers": [{"reader": reader, "documents": documents} for reader, documents in found.readers],
        "log": {"size": log.size, "root": log.root()},
    }
