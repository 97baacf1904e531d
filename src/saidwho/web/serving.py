"""How is a record served: by which processes, over which connections?

A process answers with a few threads, of which Python runs one at a time; so two processes share a machine of two cores.
Each opens the record for itself.
"""

import asyncio
import gc
import json
import os
import socket
import sys
import tempfile
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from typing import Any

import anyio.to_thread
import h11
import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.h11_impl import H11Protocol

from saidwho.api.guard import LONGEST_QUERY, Limits, refusal_head
from saidwho.api.linking import catch_up, link_beside
from saidwho.api.recent import SECONDS
from saidwho.api.refusals import refusal_bytes
from saidwho.record.dialects import share
from saidwho.record.location import locate
from saidwho.record.record import open_record
from saidwho.web.app import ServingOptions, make_app
from saidwho.web.towns import warm_up

# A reader in front of a page does not wait for a database as long as a command does.
PATIENCE = 3.0  # seconds
# Requests that a process answers at once. SQLite works in the process itself: of two at once each takes twice as long (20 readers and a
# writer, 95th percentile: 108 to 135 ms with one, 121 to 199 with two). A server that works elsewhere is waited for.
_AT_ONCE = {"sqlite": 1}
_AT_ONCE_ELSEWHERE = 4
# Python lets a thread that works out a page go on for so long before another may: with 5 ms, as is usual, what is at hand waits too.
_SWITCH = 0.001  # seconds
# What a connection keeps of the database. The system keeps all of it that fits, for every process alike.
_CACHE = 8_000_000  # bytes
# A process that says nothing for so long is ended, and another begun. One that starts on a busy machine says nothing while it
# imports: with 5 seconds, as is usual, it was ended before it answered, and so was every other.
_STARTS = 60  # seconds
_SETTINGS = "SAIDWHO_SERVING"
# After a refusal the rest of what was sent is read and thrown away, else a browser never sees the refusal.
_READ_ON, _READ_SECONDS = 64_000_000, 5.0  # bytes, seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """What the processes need to know. record, archive: as the user named them. sessions: the folder of who is signed in."""

    record: str | None
    archive: str | None
    is_open: bool
    hosts: tuple[str, ...]
    rate: float
    sessions: str = ""


def serve(serving: Serving, *, host: str, port: int, workers: int) -> None:
    """Answer until interrupted. Judgements that no claim knows of yet are linked meanwhile."""
    with open_record(locate(serving.record, archive=serving.archive), patience=PATIENCE) as record:
        catch_up(record, link_beside)
    with tempfile.TemporaryDirectory(prefix="saidwho-sessions-") as sessions:
        os.environ[_SETTINGS] = json.dumps(asdict(serving) | {"sessions": sessions})
        uvicorn.run("saidwho.web.serving:make", factory=True, host=host, port=port, workers=workers, loop="saidwho.web.listening:Loop",
                    http=Connection, ws="none", log_level="warning", access_log=False, server_header=False, limit_concurrency=400,
                    timeout_keep_alive=15, timeout_worker_healthcheck=_STARTS)  # fmt: skip


def make() -> FastAPI:
    """The program of one process, by the settings of the process that started it."""
    settings: dict[str, Any] = json.loads(os.environ[_SETTINGS])
    record = open_record(locate(settings["record"], archive=settings["archive"]), patience=PATIENCE)
    share(record.engine, cache=_CACHE, wait=PATIENCE)
    turns = _AT_ONCE.get(record.engine.dialect.name, _AT_ONCE_ELSEWHERE)
    limits = Limits(hosts=frozenset(settings["hosts"]), rate=settings["rate"], burst=3 * settings["rate"])

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        sys.setswitchinterval(_SWITCH)
        anyio.to_thread.current_default_thread_limiter().total_tokens = turns + 1  # one more, for downloads
        threading.Thread(target=_settle, daemon=True).start()
        yield
        record.close()

    options = ServingOptions(
        is_open=settings["is_open"], limits=limits, seconds=SECONDS, turns=turns, sessions=settings["sessions"], link=link_beside
    )
    return make_app(record, options, lifespan=lifespan)


def _settle() -> None:
    """Read what the first map would wait for some seconds for, and let Python pass over all that stays as long as the process.

    Else it looks through all of it for what can be thrown away, every few hundred pages, and everybody waits a tenth of a second.
    """
    warm_up()
    gc.collect()
    gc.freeze()


class Connection(H11Protocol):
    """A connection that also says in our words why a request cannot be read."""

    _left = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin a connection. What is written goes at once: else the body waits until the head is acknowledged, 40 ms."""
        # asyncio sees to it only where it opened the socket that listens, and with several processes it did not.
        found = transport.get_extra_info("socket")
        if found is not None and found.family in (socket.AF_INET, socket.AF_INET6):
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        super().connection_made(transport)

    def data_received(self, data: bytes) -> None:
        """Take in bytes; after a refusal, no further than so many."""
        if not self._left:
            super().data_received(data)
            return
        self._left -= len(data)
        if self._left <= 0:
            self.transport.close()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP, or is too long to be."""
        start, _ = self.conn.trailing_data
        is_long = self.conn.their_state is h11.ERROR and len(start) > LONGEST_QUERY
        status, why = (
            (414, f"The address or the head of the request is too long; {LONGEST_QUERY:,} bytes after ? are the most.")
            if is_long
            else (400, "This is no HTTP request that can be read.")
        )
        path, accept = _asked(bytes(start[: LONGEST_QUERY * 8]))
        body, media_type = refusal_bytes(path, accept, status, why)
        headers = [*refusal_head(media_type, len(body)), (b"connection", b"close")]
        reason = b"URI Too Long" if is_long else b"Bad Request"
        for event in (h11.Response(status_code=status, headers=headers, reason=reason), h11.Data(data=body), h11.EndOfMessage()):
            self.transport.write(self.conn.send(event) or b"")
        self._left = _READ_ON
        asyncio.get_running_loop().call_later(_READ_SECONDS, self.transport.close)


def _asked(start: bytes) -> tuple[str, str]:
    """The path, and what is accepted, of a request that could not be read to its end."""
    line = start.split(b"\r\n", 1)[0].decode("latin-1").split(" ")
    return (line[1] if len(line) > 1 else "/").partition("?")[0], ""
