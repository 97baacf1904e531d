"""What everybody sees alike is worked out once in some seconds, however many ask for it.

Only answers to somebody without token and session are kept: whoever judges always gets the newest.
"""

import asyncio
import logging
import random
import time
from collections import OrderedDict
from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any

from saidwho.api.guard import App, Receive, Scope, Send
from saidwho.api.identity import COOKIE

# Somebody who looks at a page reads it for longer than that; twenty who look at the same lists cost little more than one does.
# What the pages count is as old.
SECONDS = 5.0
# After a part of that, by chance, whoever asks is still told what is kept, while it is worked out anew beside: else what was asked
# in one moment is asked anew in one moment, and all wait.
_LEAST, _MOST_OF_IT = 0.7, 0.9
# What is kept at most: the first pages of all lists are under 2 MB.
_MOST, _LARGEST = 32_000_000, 2_000_000  # bytes
_KEPT_TYPES = (b"text/html", b"application/json")

_LOGGER = logging.getLogger("saidwho.web")

Key = tuple[str, bytes, bool, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An answer. renewed, until: monotonic seconds when it is to be worked out anew, and when it is too old."""

    renewed: float
    until: float
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes

    @property
    def tag(self) -> bytes:
        return next((value for name, value in self.headers if name == b"etag"), b"")


class Recent:
    """The layer that keeps them. seconds: how old an answer may be."""

    def __init__(self, app: App, seconds: float = SECONDS) -> None:
        self._app = app
        self._seconds = seconds
        self._kept: OrderedDict[Key, Kept] = OrderedDict()
        self._size = 0
        self._asked: dict[Key, asyncio.Future[Kept | None]] = {}
        self._one_at_a_time = asyncio.Semaphore()
        self._renewing: dict[Key, asyncio.Task[None]] = {}
        self._forgotten = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with what is kept, else ask the program."""
        key = _key(scope)
        if key is None:
            await self._app(scope, receive, send)
            if scope.get("method") not in ("GET", "HEAD"):
                self._forget()  # somebody changed something: those who look next are to see it
            return
        kept = self._fresh(key)
        if kept is None and key in self._asked:
            kept = await asyncio.shield(self._asked[key])
        if kept is not None:
            if time.monotonic() > kept.renewed and key not in self._renewing and key not in self._asked:
                self._renewing[key] = asyncio.create_task(self._renew(key, scope))
            await _answer(scope, send, kept)
        else:
            await self._ask(key, scope, receive, send)

    async def _renew(self, key: Key, scope: Scope) -> None:
        """Work an answer out anew that nobody waits for: one at a time, so that those who wait for another go first."""
        headers = [(name, value) for name, value in scope["headers"] if name != b"if-none-match"]
        try:
            async with self._one_at_a_time:
                await self._ask(key, {**scope, "headers": headers}, _nothing, _nowhere)
        except Exception:  # whoever asks when it is too old is told
            _LOGGER.warning("%s could not be worked out anew", scope["path"], exc_info=True)
        finally:
            del self._renewing[key]

    async def _ask(self, key: Key, scope: Scope, receive: Receive, send: Send) -> None:
        """Ask the program, and let others who ask the same meanwhile wait for its answer."""
        told: asyncio.Future[Kept | None] = asyncio.get_running_loop().create_future()
        is_first = self._asked.setdefault(key, told) is told
        now, before = time.monotonic(), self._forgotten
        renewed = now + self._seconds * random.uniform(_LEAST, _MOST_OF_IT)
        heard = _Hearing(send, renewed=renewed, until=now + self._seconds)
        try:
            await self._app(scope, receive, heard.send)
            kept = heard.kept()
            if kept is not None and before == self._forgotten:
                self._keep(key, kept)
        finally:
            if is_first:
                del self._asked[key]
                told.set_result(heard.kept())

    def _fresh(self, key: Key) -> Kept | None:
        kept = self._kept.get(key)
        return kept if kept is not None and time.monotonic() < kept.until else None

    def _keep(self, key: Key, kept: Kept) -> None:
        before = self._kept.pop(key, None)
        self._size += len(kept.body) - (len(before.body) if before else 0)
        self._kept[key] = kept
        while self._size > _MOST:
            _, oldest = self._kept.popitem(last=False)
            self._size -= len(oldest.body)

    def _forget(self) -> None:
        self._kept.clear()
        self._size = 0
        self._forgotten += 1


class _Hearing:
    """Passes an answer on, and remembers it where it may be kept."""

    def __init__(self, send: Send, *, renewed: float, until: float) -> None:
        self._send = send
        self._renewed, self._until = renewed, until
        self._headers: tuple[tuple[bytes, bytes], ...] = ()
        self._body = bytearray()
        self._may = False
        self._is_whole = False

    async def send(self, message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self._headers = tuple((name.lower(), value) for name, value in message["headers"])
            self._may = message["status"] == 200 and _may_be_kept(dict(self._headers))
        elif message["type"] == "http.response.body" and self._may:
            self._body += message.get("body", b"")
            self._may = len(self._body) <= _LARGEST
            self._is_whole = not message.get("more_body", False)
        await self._send(message)

    def kept(self) -> Kept | None:
        if not (self._may and self._is_whole):
            return None
        return Kept(renewed=self._renewed, until=self._until, headers=self._headers, body=bytes(self._body))


def _key(scope: Scope) -> Key | None:
    """What an answer depends on; None where it is not the same for everybody."""
    if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith(("/static/", "/sign-")):
        return None
    headers = dict(scope["headers"])
    if b"authorization" in headers or COOKIE.encode() in headers.get(b"cookie", b""):
        return None
    accept = headers.get(b"accept", b"")
    wants_data = b"application/json" in accept and b"text/html" not in accept
    # Addresses in an answer begin with the host that was asked for.
    asked = scope["query_string"] + b" " + headers.get(b"host", b"")
    return scope["path"], asked, b"gzip" in headers.get(b"accept-encoding", b""), wants_data


def _may_be_kept(headers: dict[bytes, bytes]) -> bool:
    is_own = b"set-cookie" in headers or b"content-disposition" in headers
    return not is_own and b"etag" in headers and headers.get(b"content-type", b"").startswith(_KEPT_TYPES)


async def _nothing() -> MutableMapping[str, Any]:
    """What nobody sends."""
    return {"type": "http.disconnect"}


async def _nowhere(message: MutableMapping[str, Any]) -> None:
    """Where an answer goes that nobody waits for."""
    del message


async def _answer(scope: Scope, send: Send, kept: Kept) -> None:
    known = dict(scope["headers"]).get(b"if-none-match", b"")
    if kept.tag and kept.tag in (part.strip().removeprefix(b"W/") for part in known.split(b",")):
        headers = [(name, value) for name, value in kept.headers if name in (b"etag", b"cache-control", b"vary")]
        await send({"type": "http.response.start", "status": 304, "headers": headers})
        await send({"type": "http.response.body", "body": b""})
        return
    await send({"type": "http.response.start", "status": 200, "headers": list(kept.headers)})
    await send({"type": "http.response.body", "body": kept.body})
