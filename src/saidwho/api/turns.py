"""Whoever asks first is answered first, and a few at a time.

Python works out one page at a time in any case. Where twenty are begun at once, each of them takes as long as all together, and
what is at hand already goes before what must be worked out, however long that waits.
"""

import asyncio
from collections.abc import MutableMapping
from typing import Any

from saidwho.api.guard import App, Receive, Scope, Send


class Turns:
    """The layer in which they wait. most: requests that are answered at once.

    A turn ends when the answer begins to be sent: who reads it slowly, or downloads a whole list, keeps nobody waiting. What brings a
    body does not wait for a turn, since nobody knows how long a body takes to come.
    """

    def __init__(self, app: App, most: int) -> None:
        self._app = app
        self._turns = asyncio.Semaphore(most)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer when it is its turn."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        await self._turns.acquire()
        has_turn = True

        def end() -> None:
            nonlocal has_turn
            if has_turn:
                has_turn = False
                self._turns.release()

        async def send_on(message: MutableMapping[str, Any]) -> None:
            end()
            await send(message)

        try:
            await self._app(scope, receive, send_on)
        finally:
            end()
