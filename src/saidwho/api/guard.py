"""What is refused before anybody looks at it, and what goes with every answer?

One layer around the whole program: the host that was asked for, sizes, rates, and the headers that keep a browser from
running anything but our own scripts.
"""

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from saidwho.api.refusals import refusal_bytes

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

# All filters of a view filled to their longest, and encoded, are shorter.
LONGEST_QUERY = 16_384  # bytes
# A form that judges a whole page of pairs is shorter.
LARGEST_BODY = 262_144  # bytes
_CLIENTS = 4096  # addresses that are remembered

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_HEADERS = [
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
    (b"permissions-policy", b"geolocation=(), camera=(), microphone=()"),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """hosts: the names that may be asked for; a page of another site that leads its own name to this machine is refused.

    rate: requests a second that one address may make for long. burst: and at once.
    """

    hosts: frozenset[str] = frozenset(("127.0.0.1", "localhost", "::1", "testserver"))
    rate: float = 300.0
    burst: float = 900.0


@dataclass(slots=True)
class Buckets:
    """How much each address may still ask (token bucket), the ones that asked last."""

    rate: float
    burst: float
    left: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    def take(self, client: str, *, at: float) -> bool:
        """Whether an address may ask now."""
        amount, since = self.left.pop(client, (self.burst, at))
        amount = min(self.burst, amount + (at - since) * self.rate)
        self.left[client] = (amount - 1 if amount >= 1 else amount, at)
        if len(self.left) > _CLIENTS:
            self.left.popitem(last=False)
        return amount >= 1


class Guard:
    """The layer around the program."""

    def __init__(self, app: App, limits: Limits) -> None:
        self._app = app
        self._limits = limits
        self._buckets = Buckets(rate=limits.rate, burst=limits.burst)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refused = self._refusal(scope)
        if refused is not None:
            await _refuse(scope, send, *refused)
            return
        body = _Body(receive)
        try:
            await self._app(scope, body.receive, lambda message: send(_with_headers(message)))
        except TooLarge:
            await _refuse(scope, send, 413, f"The body is longer than {LARGEST_BODY:,} bytes.")

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        host = _host(scope)
        if host not in self._limits.hosts:
            return 421, f"This server does not answer for the host {host!r}. Ask for 127.0.0.1, or start it with --allow-host."
        if len(scope["query_string"]) > LONGEST_QUERY:
            return 414, f"The part of the address after ? has {len(scope['query_string']):,} bytes; {LONGEST_QUERY:,} are the most."
        length = _header(scope, b"content-length")
        if length.isdigit() and int(length) > LARGEST_BODY:
            return 413, f"The body is longer than {LARGEST_BODY:,} bytes."
        client = scope["client"][0] if scope.get("client") else ""
        if not self._buckets.take(client, at=time.monotonic()):
            return 429, f"More than {self._limits.rate:g} requests a second for too long. Wait a second, and ask again."
        return None


class TooLarge(Exception):  # noqa: N818  it never leaves this module
    """A body went on past what is taken."""


class _Body:
    """A body that is counted while it is read: what its length says need not be so."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._count = 0

    async def receive(self) -> MutableMapping[str, Any]:
        message = await self._receive()
        self._count += len(message.get("body", b""))
        if self._count > LARGEST_BODY:
            raise TooLarge
        return message


def _host(scope: Scope) -> str:
    """The name that was asked for, without the port."""
    named = _header(scope, b"host").lower()
    return named[1:].partition("]")[0] if named.startswith("[") else named.partition(":")[0]


def _header(scope: Scope, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


def _with_headers(message: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Add the headers, but those that an answer sets for itself."""
    if message["type"] == "http.response.start":
        own = {key.lower() for key, _ in message["headers"]}
        message["headers"] = [*message["headers"], *((key, value) for key, value in _HEADERS if key not in own)]
    return message


def refusal_head(media_type: str, length: int) -> list[tuple[bytes, bytes]]:
    """The headers of a refusal that no program of ours answers."""
    return [(b"content-type", media_type.encode()), (b"content-length", str(length).encode()), *_HEADERS]


async def _refuse(scope: Scope, send: Send, status: int, why: str) -> None:
    body, media_type = refusal_bytes(scope["path"], _header(scope, b"accept"), status, why)
    headers = [*refusal_head(media_type, len(body)), *([(b"retry-after", b"1")] if status == 429 else [])]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body if scope["method"] != "HEAD" else b""})
