"""How do processes that listen together share the connections that come? One takes one, and lets the others have the next.

asyncio takes all connections that wait as soon as it learns of one, so that of twenty browsers that come at once one process gets
all, and the others stand idle.
"""

import asyncio
import socket
from typing import Any


class _OneByOne(socket.socket):
    """A socket that listens, and after each connection says once that no other waits."""

    _has_taken = False

    def accept(self) -> tuple[socket.socket, Any]:
        """Take a connection. Raises BlockingIOError where none waits, and after each one."""
        self._has_taken = not self._has_taken
        if not self._has_taken:
            raise BlockingIOError
        try:
            return super().accept()
        except OSError:
            self._has_taken = False
            raise


class Loop(asyncio.SelectorEventLoop):
    """asyncio's own loop, but for how it takes connections."""

    async def create_server(self, protocol_factory: Any, *given: Any, sock: Any = None, **options: Any) -> asyncio.Server:
        """Listen; see asyncio."""
        if sock is not None:
            sock = _OneByOne(fileno=sock.dup().detach())
        return await super().create_server(protocol_factory, *given, sock=sock, **options)
