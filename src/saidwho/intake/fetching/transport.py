"""How does httpx send its requests over a network of ours?

httpx lets a transport be given, not the network below it; httpcore, which its own transport stands on, does.
"""

import ssl
from collections.abc import Iterator

import httpcore
import httpx

from saidwho.intake.fetching.network import Network

# What httpcore raises, which httpx's own transport would wrap.
BROKEN = (
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.TimeoutException,
    httpcore.UnsupportedProtocol,
    httpx.HTTPError,
    ssl.SSLError,
    OSError,
)


class Transport(httpx.BaseTransport):
    """One connection at a time, over a Network, without proxies."""

    def __init__(self, network: Network, *, ssl_context: ssl.SSLContext | None = None) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl_context or httpx.create_ssl_context(),
            max_connections=1,
            # A connection kept open would belong to whatever host came first; a pause follows each request anyway.
            max_keepalive_connections=0,
            network_backend=network,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        answer = self._pool.handle_request(
            httpcore.Request(method=request.method, url=target, headers=request.headers.raw, extensions=request.extensions)
        )
        stream = _Body(answer)
        return httpx.Response(answer.status, headers=answer.headers, stream=stream, extensions=answer.extensions)

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    """The body of an answer, as it comes."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
