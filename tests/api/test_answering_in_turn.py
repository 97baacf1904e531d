"""Requests are answered in the order they came, so many at once; nobody who is slow keeps others waiting."""

import asyncio
from collections.abc import MutableMapping
from typing import Any

import pytest

from saidwho.api.turns import Turns

Message = MutableMapping[str, Any]


class Program:
    """A program that tells which paths it began, and begins an answer when it is let. Bodies follow when they are let."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.may_answer, self.may_end = asyncio.Event(), asyncio.Event()
        self.may_end.set()

    async def __call__(self, scope: Message, receive: Any, send: Any) -> None:
        self.begun.append(scope["path"])
        await self.may_answer.wait()
        if scope["path"] == "fails":
            raise RuntimeError("it fails")
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await self.may_end.wait()
        await send({"type": "http.response.body", "body": b""})


def asking(app: Turns, path: str, *, method: str = "GET") -> "asyncio.Task[None]":
    """Somebody who asks."""

    async def nothing(*_: object) -> Message:
        return {}

    async def ask() -> None:
        await app({"type": "http", "method": method, "path": path}, nothing, nothing)

    return asyncio.create_task(ask())


async def settle() -> None:
    """Let everybody go on who can."""
    for _ in range(10):
        await asyncio.sleep(0)


def test_so_many_are_answered_at_once_and_the_others_in_their_order() -> None:
    """Of five two begin, and then the others as they came."""

    async def run() -> None:
        program = Program()
        app = Turns(program, most=2)
        tasks = [asking(app, str(number)) for number in range(5)]
        await settle()
        assert ["0", "1"] == program.begun
        program.may_answer.set()
        await asyncio.gather(*tasks)
        assert ["0", "1", "2", "3", "4"] == program.begun

    asyncio.run(run())


def test_a_turn_ends_when_the_answer_begins() -> None:
    """Whoever downloads a whole list for minutes keeps nobody waiting."""

    async def run() -> None:
        program = Program()
        app = Turns(program, most=1)
        program.may_answer.set()
        program.may_end.clear()
        tasks = [asking(app, "long"), asking(app, "other")]
        await settle()
        assert ["long", "other"] == program.begun
        program.may_end.set()
        await asyncio.gather(*tasks)

    asyncio.run(run())


def test_what_brings_a_body_waits_for_no_turn() -> None:
    """A judgement is kept at once, and a body that never comes holds no turn."""

    async def run() -> None:
        program = Program()
        app = Turns(program, most=1)
        tasks = [asking(app, "page"), asking(app, "form", method="POST")]
        await settle()
        assert ["page", "form"] == program.begun
        program.may_answer.set()
        await asyncio.gather(*tasks)

    asyncio.run(run())


def test_a_failure_and_a_reader_who_leaves_give_their_turn_back() -> None:
    """Neither of them stops the others for good."""

    async def run() -> None:
        program = Program()
        app = Turns(program, most=1)
        failing, leaving, waiting = (asking(app, path) for path in ("fails", "leaves", "waits"))
        await settle()
        leaving.cancel()
        program.may_answer.set()
        with pytest.raises(RuntimeError):
            await failing
        await waiting
        assert ["fails", "waits"] == program.begun

    asyncio.run(run())
