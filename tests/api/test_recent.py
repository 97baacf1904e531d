"""What everybody sees alike is worked out once a second; nobody gets what is somebody else's, or older than that."""

import asyncio
from collections.abc import MutableMapping
from typing import Any

import pytest

from saidwho.api.recent import Recent

Message = MutableMapping[str, Any]


class Program:
    """A program that counts how often it is asked, and answers with the count."""

    def __init__(self, *, status: int = 200, kind: bytes = b"text/html; charset=utf-8", tag: bytes | None = b'"one"') -> None:
        self.asked = 0
        self.status, self.kind, self.tag = status, kind, tag
        self.fails = False
        self.goes_on = asyncio.Event()
        self.goes_on.set()

    async def __call__(self, scope: Message, receive: Any, send: Any) -> None:
        self.asked += 1
        number = self.asked
        await self.goes_on.wait()
        if self.fails:
            raise RuntimeError("it fails")
        headers = [(b"content-type", self.kind), *([(b"etag", self.tag)] if self.tag else [])]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": str(number).encode(), "more_body": True})
        await send({"type": "http.response.body", "body": b"."})


async def ask(app: Recent, path: str = "/claims", *, method: str = "GET", query: bytes = b"", **headers: str) -> tuple[int, bytes]:
    """Status and body of an answer."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": path, "query_string": query, "headers": [(b"host", b"127.0.0.1"), *named]}
    await app(scope, receive, send)
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent[1:])


def test_the_same_question_is_asked_once_a_second() -> None:
    """Within the time the answer is the same, after it a new one."""

    async def run() -> None:
        program = Program()
        app = Recent(program, seconds=0.2)
        assert [(200, b"1."), (200, b"1.")] == [await ask(app), await ask(app)]
        await asyncio.sleep(0.25)
        assert (200, b"2.") == await ask(app)

    asyncio.run(run())


def test_who_asks_late_is_told_what_is_kept_while_it_is_renewed() -> None:
    """Nobody waits where the answer is not too old yet, and the next is told the new one."""

    async def run() -> None:
        program = Program()
        app = Recent(program, seconds=2.0)
        assert (200, b"1.") == await ask(app)
        await asyncio.sleep(1.85)
        program.goes_on.clear()
        assert [(200, b"1."), (200, b"1.")] == [await ask(app), await ask(app, if_none_match='"other"')]
        program.goes_on.set()
        await asyncio.sleep(0.01)
        assert (200, b"2.") == await ask(app)
        assert program.asked == 2

    asyncio.run(run())


def test_those_who_ask_at_once_wait_for_one_answer() -> None:
    """Twenty readers of one page cost what one does."""

    async def run() -> None:
        program = Program()
        app = Recent(program)
        program.goes_on.clear()
        asking = [asyncio.create_task(ask(app)) for _ in range(20)]
        await asyncio.sleep(0.01)
        program.goes_on.set()
        assert [(200, b"1.")] * 20 == await asyncio.gather(*asking)
        assert 1 == program.asked

    asyncio.run(run())


@pytest.mark.parametrize(
    "other",
    [
        {"path": "/documents"},
        {"query": b"about=bridge"},
        {"authorization": "Bearer x"},
        {"cookie": "saidwho_session=x"},
        {"accept_encoding": "gzip"},
        {"accept": "application/json"},
        {"host": "localhost"},
    ],
)
def test_another_question_gets_its_own_answer(other: dict[str, Any]) -> None:
    """Another address, form or packing; and whoever is known is never answered with what others got."""

    async def run() -> None:
        program = Program()
        app = Recent(program)
        await ask(app)
        assert (200, b"2.") == await ask(app, **other)
        assert (200, b"1.") == await ask(app)

    asyncio.run(run())


def test_what_somebody_who_is_known_sees_is_not_kept() -> None:
    """Neither for others nor for himself."""

    async def run() -> None:
        program = Program()
        app = Recent(program)
        assert (200, b"1.") == await ask(app, cookie="saidwho_session=x")
        assert (200, b"2.") == await ask(app)
        assert (200, b"3.") == await ask(app, cookie="saidwho_session=x")

    asyncio.run(run())


@pytest.mark.parametrize(
    "program",
    [lambda: Program(status=404), lambda: Program(status=503), lambda: Program(kind=b"text/csv"), lambda: Program(tag=None)],
    ids=["missing", "busy", "a download", "without a tag"],
)
def test_refusals_and_downloads_are_not_kept(program: Any) -> None:
    """The next who asks may be luckier."""

    async def run() -> None:
        app = Recent(program())
        await ask(app)
        assert b"2." == (await ask(app))[1]

    asyncio.run(run())


def test_a_failure_is_not_kept_and_lets_those_who_wait_ask_for_themselves() -> None:
    """Nobody waits for an answer that never comes."""

    async def run() -> None:
        program = Program()
        app = Recent(program)
        program.fails = True
        program.goes_on.clear()
        first, second = asyncio.create_task(ask(app)), asyncio.create_task(ask(app))
        await asyncio.sleep(0.01)
        program.goes_on.set()
        found = await asyncio.wait_for(asyncio.gather(first, second, return_exceptions=True), timeout=5)
        assert [RuntimeError, RuntimeError] == [type(one) for one in found]
        program.fails = False
        assert (200, b"3.") == await ask(app)

    asyncio.run(run())


def test_whoever_changes_something_is_followed_by_new_answers() -> None:
    """After a form was sent, the next page is worked out anew."""

    async def run() -> None:
        program = Program()
        app = Recent(program)
        await ask(app)
        await ask(app, "/review", method="POST")
        assert (200, b"3.") == await ask(app)

    asyncio.run(run())


def test_an_answer_that_is_known_is_not_sent_again() -> None:
    """With the tag of what is kept the answer is 304, and the program is not asked."""

    async def run() -> None:
        program = Program()
        app = Recent(program)
        await ask(app)
        assert (304, b"") == await ask(app, if_none_match='W/"other", "one"')
        assert (200, b"1.") == await ask(app, if_none_match='"other"')
        assert 1 == program.asked

    asyncio.run(run())


def test_what_is_kept_stays_within_its_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many addresses the oldest are let go."""

    async def run() -> None:
        monkeypatch.setattr("saidwho.api.recent._MOST", 10)
        program = Program()
        app = Recent(program, seconds=60)
        for number in range(8):
            await ask(app, query=str(number).encode())
        assert (200, b"8.") == await ask(app, query=b"7")
        assert (200, b"9.") == await ask(app, query=b"0")
        assert app._size <= 10

    asyncio.run(run())
