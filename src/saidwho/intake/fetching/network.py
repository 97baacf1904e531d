"""To which address is a connection made, and for how long may it last?

A host is resolved, every address of it checked, and the connection made to an address that was checked, in one step:
a name server that gives another answer a moment later (DNS rebinding) changes nothing. The name of the host stays
what is asked for in the Host header, in TLS (SNI) and in the check of the certificate.
"""

import socket
import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from saidwho.intake.fetching.addresses import is_public
from saidwho.intake.fetching.failures import FetchError

Resolver = Callable[[str, int], list[str]]

# How long a stop waits for a silent server.
_SLICE = 0.5  # seconds


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system gives them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class Network(httpcore.NetworkBackend):
    """Connects to checked addresses only, and never past a deadline.

    deadline: on the clock of time.monotonic, set for each fetch. is_stopped: asked while a server is silent.
    """

    def __init__(self, *, allow_hosts: frozenset[str], resolver: Resolver, is_stopped: Callable[[], bool]) -> None:
        self.deadline = float("inf")
        self._allow_hosts = allow_hosts
        self._resolver = resolver
        self._is_stopped = is_stopped
        self._system = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that answers. Raises FetchError, httpcore's errors of connecting."""
        failed: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in self._checked(host, port):
            try:
                stream = self._system.connect_tcp(address, port, self._left(timeout), local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
                continue
            return _Stream(stream, self)
        raise failed

    def wait(self, timeout: float | None, read: Callable[[float], bytes]) -> bytes:
        """Read with a time limit in short steps, so that the deadline and a stop are seen in between."""
        end = time.monotonic() + self._left(timeout)
        while True:
            if self._is_stopped():
                raise FetchError("Stopped before it was fetched.", code="stopped", may_pass=True)
            left = end - time.monotonic()
            if left <= 0:
                raise httpcore.ReadTimeout("nothing more came in time")
            try:
                return read(min(_SLICE, left))
            except httpcore.ReadTimeout:
                continue

    def _checked(self, host: str, port: int) -> list[str]:
        try:
            addresses = self._resolver(host, port)
        except (OSError, UnicodeError) as error:
            raise FetchError(
                f"{host} is not known to the name server. Check the address, or try again later.", code="unreachable", may_pass=True
            ) from error
        closed = next((address for address in addresses if not is_public(address)), None)
        if closed is not None and host.lower() not in self._allow_hosts:
            where = host if host == closed else f"{host} is at {closed}, which"
            raise FetchError(f"{where} is not on the public Internet. If you trust it: --allow-host {host}", code="refused")
        return addresses

    def _left(self, timeout: float | None) -> float:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the whole answer took too long")
        return left if timeout is None else min(timeout, left)


class _Stream(httpcore.NetworkStream):
    """A connection that keeps to its network's deadline."""

    def __init__(self, inner: httpcore.NetworkStream, network: Network) -> None:
        self._inner = inner
        self._network = network

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._network.wait(timeout, lambda step: self._inner.read(max_bytes, step))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, timeout)

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, timeout), self._network)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
