"""Processes that listen together share the connections that come at once."""

import asyncio
import socket
from functools import partial

from saidwho.web.listening import Loop

TOGETHER = 20


def test_connections_that_come_at_once_are_shared() -> None:
    """Two loops take turns; one that is asked alone takes all. asyncio's own loop takes every one that waits as soon as it looks."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=2 * TOGETHER)
    listening.setblocking(False)
    taken: list[list[asyncio.BaseTransport]] = [[], []]
    loops = [Loop(), Loop()]

    def protocol(number: int) -> asyncio.Protocol:
        class Taking(asyncio.Protocol):
            def connection_made(self, transport: asyncio.BaseTransport) -> None:
                taken[number].append(transport)

        return Taking()

    servers = [loop.run_until_complete(loop.create_server(partial(protocol, number), sock=listening)) for number, loop in enumerate(loops)]
    callers = [socket.create_connection(listening.getsockname()) for _ in range(TOGETHER)]
    while sum(map(len, taken)) < TOGETHER:
        for loop in loops:
            loop.run_until_complete(asyncio.sleep(0))
    assert min(map(len, taken)) >= TOGETHER // 4
    for loop, server, transports in zip(loops, servers, taken, strict=True):
        server.close()
        for transport in transports:
            transport.close()
        loop.run_until_complete(asyncio.sleep(0.01))
        loop.close()
    for caller in (*callers, listening):
        caller.close()
