"""The options of commands that fetch, and what a stop does to them."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

AllowHosts = Annotated[
    list[str] | None,
    typer.Option("--allow-host", metavar="HOST", help="Fetch also from this host where its address is private. Can be repeated."),
]
Contact = Annotated[
    str | None,
    typer.Option("--contact", metavar="ADDRESS", help="Where sites can reach you; it is sent with every request."),
]


@contextmanager
def stopping() -> Iterator[threading.Event]:
    """An event that is set by Ctrl-C or SIGTERM, so that what is in hand is finished. A second one stops at once."""
    stop = threading.Event()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def end(*_: object) -> None:
        stop.set()
        for number, handler in before.items():
            signal.signal(number, handler)

    for number in before:
        signal.signal(number, end)
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
