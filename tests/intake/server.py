"""A web server on this machine whose pages behave as badly as those of real sites."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HOST = "127.0.0.1"

Page = Callable[["Request"], None]


class Request(BaseHTTPRequestHandler):
    """One request. Pages answer through send, or write to wfile what no server should."""

    server: Any
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        site: Site = self.server.site
        site.seen.append((self.path, dict(self.headers)))
        page = site.pages.get(self.path.partition("?")[0])
        try:
            if page is None:
                self.send(b"nothing here", status=404)
            else:
                page(self)
        except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
            self.close_connection = True

    def send(self, body: bytes, *, status: int = 200, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """Keeps quiet about clients that hang up."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        pass


@dataclass
class Site:
    """What the server answers by path, and what it was asked for. Pages may be changed while it runs."""

    port: int
    pages: dict[str, Page] = field(default_factory=dict)
    seen: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str, host: str = HOST) -> str:
        return f"http://{host}:{self.port}{path}"

    def asked(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(seen == path for seen, _ in self.seen)

    def put(self, path: str, body: bytes, *, status: int = 200, **headers: str) -> None:
        """Answer a path so; an underscore in the name of a header is a hyphen."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = lambda request: request.send(body, status=status, headers=named)

    def redirect(self, path: str, target: str, status: int = 302) -> None:
        self.put(path, b"", status=status, Location=target)

    def drip(self, path: str, head: bytes, piece: bytes, every: float) -> None:
        """Send a head, and then a piece again and again until nobody listens."""

        def page(request: Request) -> None:
            request.close_connection = True
            request.wfile.write(head)
            while not self.ended.wait(every):
                request.wfile.write(piece)

        self.pages[path] = page

    def put_raw(self, path: str, answer: bytes) -> None:
        """Send these bytes as the whole answer, and hang up."""

        def page(request: Request) -> None:
            request.close_connection = True
            request.wfile.write(answer)

        self.pages[path] = page

    def put_versioned(self, path: str, body: bytes, etag: str) -> None:
        """Answer 304 to who has this version."""

        def page(request: Request) -> None:
            if request.headers.get("If-None-Match") == etag:
                request.send(b"", status=304, headers={"ETag": etag})
            else:
                request.send(body, headers={"ETag": etag})

        self.pages[path] = page


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Run a server until the end of the block. context: for https."""
    server = Server((HOST, 0), Request)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    site = Site(port=server.server_address[1])
    server.site = site  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.ended.set()
        server.shutdown()
        server.server_close()
        thread.join()
