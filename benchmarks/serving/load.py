"""Readers of a server: each has a connection of its own, and asks as soon as it has its answer.

Written on bare streams, since a client that takes half of a processor measures itself: a request costs 0.1 ms here.
"""

import asyncio
import random
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

HOST = "127.0.0.1"
_ASKED = "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\nConnection: keep-alive\r\n\r\n"


@dataclass(slots=True)
class Heard:
    """What readers were answered. times: seconds, by the kind of question. failures: status and path. sent: bytes on the wire."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failures: list[str] = field(default_factory=list)
    sent: int = 0
    seconds: float = 0.0

    @property
    def answers(self) -> int:
        return sum(map(len, self.times.values()))

    @property
    def rate(self) -> float:
        """Answers a second."""
        return self.answers / self.seconds

    def every(self) -> list[float]:
        return [one for times in self.times.values() for one in times]


def percentile(times: Sequence[float], share: float) -> float:
    """The time that so much of all stays below, in milliseconds."""
    ordered = sorted(times)
    return 1000 * ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def read_for(port: int, questions: Sequence[tuple[str, Sequence[str]]], *, readers: int, seconds: float, pause: float = 0.0) -> Heard:
    """Let readers ask for so long. questions: kinds with their paths; a reader draws a kind, and of it a path.

    pause: seconds that a reader looks at an answer before it asks again, on average.
    """
    return asyncio.run(_all(port, questions, readers, seconds, pause))


async def _all(port: int, questions: Sequence[tuple[str, Sequence[str]]], readers: int, seconds: float, pause: float) -> Heard:
    heard = Heard()
    began = time.perf_counter()
    end = began + seconds
    await asyncio.gather(*(_reader(port, questions, heard, end, pause, random.Random(number)) for number in range(readers)))
    heard.seconds = time.perf_counter() - began
    return heard


async def _reader(
    port: int, questions: Sequence[tuple[str, Sequence[str]]], heard: Heard, end: float, pause: float, chance: random.Random
) -> None:
    reader, writer = await asyncio.open_connection(HOST, port)
    if pause:
        await asyncio.sleep(pause * chance.random())
    while time.perf_counter() < end:
        kind, paths = chance.choice(questions)
        path = chance.choice(paths)
        began = time.perf_counter()
        status, size, is_open = await _ask(reader, writer, path)
        heard.times[kind].append(time.perf_counter() - began)
        heard.sent += size
        if status != 200:
            heard.failures.append(f"{status} {path}")
        if not is_open:
            writer.close()
            reader, writer = await asyncio.open_connection(HOST, port)
        if pause:
            await asyncio.sleep(2 * pause * chance.random())
    writer.close()


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str) -> tuple[int, int, bool]:
    """Status, bytes of the body, and whether the connection stays open."""
    writer.write(_ASKED.format(path=path).encode())
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    status = int(head[9:12])
    is_open = b"connection: close" not in head
    at = head.find(b"content-length:")
    if at >= 0:
        size = int(head[at + 15 : head.index(b"\r\n", at)])
        await reader.readexactly(size)
        return status, size, is_open
    size = 0
    while chunk := int((await reader.readuntil(b"\r\n")).partition(b";")[0], 16):
        await reader.readexactly(chunk + 2)
        size += chunk
    await reader.readexactly(2)
    return status, size, is_open
