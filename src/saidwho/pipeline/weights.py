"""The weights that come with the package, opened once a process."""

from contextlib import suppress
from functools import cache
from threading import Lock, Thread

from saidwho.errors import WeightsError
from saidwho.reading.clauses import ClauseEncoder
from saidwho.reading.passages import PassageEncoder
from saidwho.reading.reader import Reader

_ONE_AT_A_TIME = Lock()


def shipped_reader() -> Reader:
    """The reader whose weights are in the package."""
    with _ONE_AT_A_TIME:
        return _reader()


def shipped_clause_encoder() -> ClauseEncoder:
    """The encoder of clauses whose weights are in the package.

    On one thread: a sentence is too short to share, and waiting threads took 2.5 times the processor's time.
    """
    with _ONE_AT_A_TIME:
        return _clause_encoder()


def shipped_passage_encoder() -> PassageEncoder:
    """The encoder of clauses in their passages whose weights are in the package; linking asks for it, reading does not."""
    with _ONE_AT_A_TIME:
        return _passage_encoder()


def open_ahead() -> None:
    """Open both in a thread, while the rest of the program is imported: checking and opening them takes 0.4 s and no interpreter.

    Whoever asks for one before it is open waits for it. What is wrong with them is said to whoever asks.
    """
    Thread(target=_open, name="opening weights", daemon=True).start()


def _open() -> None:
    with suppress(WeightsError):
        shipped_reader()
        shipped_clause_encoder()


@cache
def _reader() -> Reader:
    return Reader()


@cache
def _clause_encoder() -> ClauseEncoder:
    return ClauseEncoder(threads=1)


@cache
def _passage_encoder() -> PassageEncoder:
    return PassageEncoder(threads=1)
