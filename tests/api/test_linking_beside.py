"""What is judged is kept at once and stays, whatever becomes of the linking after it."""

import os
import signal
import time
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from saidwho.api import linking
from saidwho.api.linking import catch_up, link_beside, link_here, state_of
from saidwho.record.judging import judgements_in
from saidwho.record.record import Record
from saidwho.record.tokens import new_token
from saidwho.web.app import ServingOptions
from tests.served import client_of

pytestmark = [pytest.mark.model, pytest.mark.skipif(os.name != "posix", reason="processes are ended as POSIX systems end them")]


@pytest.fixture(autouse=True)
def ended() -> Iterator[None]:
    """No process outlives its test."""
    yield
    for process in linking._begun:
        process.kill()
        process.wait(timeout=30)


def judge(asking: TestClient, record: Record, verdict: str = "different") -> Any:
    """Judge the first pair that waits. Returns the answer."""
    _, secret = new_token(record.location, "Ida Brook", ["review"])
    pair = asking.get("/review.json?limit=1").json()["pairs"][0]
    judging = {"verdict": verdict, "subjects": [pair["one"]["proposition"], pair["other"]["proposition"]], "reason": "two days"}
    return asking.post("/review.json", json=judging, headers={"authorization": f"Bearer {secret}"})


def wait_until_linked(record: Record) -> None:
    """Until linking is done; fails where it does not come to an end."""
    end = time.monotonic() + 300
    while state_of(record) != "done":
        assert time.monotonic() < end
        time.sleep(0.1)


def test_a_judgement_is_answered_before_it_is_linked(own_demo: Record) -> None:
    """The answer says that linking is under way, and after a while the claims follow."""
    asking = client_of(own_demo, ServingOptions(link=link_beside))
    answer = judge(asking, own_demo)
    assert (200, "under way") == (answer.status_code, answer.json()["linking"])
    assert "Linking is under way" in asking.get("/review").text
    wait_until_linked(own_demo)
    assert "Linking is under way" not in asking.get("/review").text
    assert "done" == asking.get("/review.json").json()["linking"]


def test_a_judgement_outlives_the_process_that_should_link_it(own_demo: Record) -> None:
    """Where linking is killed, the judgement stands, the pages say so, and the next server links."""
    asking = client_of(own_demo, ServingOptions(link=link_beside))
    before = len(own_demo.read(judgements_in))
    judge(asking, own_demo)
    process = linking._begun[-1]
    os.kill(process.pid, signal.SIGKILL)
    process.wait(timeout=30)
    assert before + 1 == len(own_demo.read(judgements_in))
    assert "behind" == state_of(own_demo)
    assert "links again" in asking.get("/review").text
    catch_up(own_demo, link_here)
    assert "done" == state_of(own_demo)
    assert before + 1 == len(own_demo.read(judgements_in))


def test_a_judgement_stands_where_linking_cannot_begin(own_demo: Record) -> None:
    """It is kept before anything else is tried."""

    def failing(_: Record) -> None:
        raise OSError("no process can be made")

    before = len(own_demo.read(judgements_in))
    answer = judge(client_of(own_demo, ServingOptions(link=failing)), own_demo)
    assert (200, "behind") == (answer.status_code, answer.json()["linking"])
    assert before + 1 == len(own_demo.read(judgements_in))


def test_two_judgements_are_linked_one_after_the_other(own_demo: Record) -> None:
    """A second process waits for the first, and both verdicts are in the claims."""
    asking = client_of(own_demo, ServingOptions(link=link_beside))
    for _ in range(2):
        assert 200 == judge(asking, own_demo).status_code
    wait_until_linked(own_demo)
    assert 2 == len(own_demo.read(judgements_in))


def test_nothing_is_begun_where_nothing_waits(own_demo: Record) -> None:
    """A server that starts on a record that is linked links nothing."""

    def unwanted(_: Record) -> None:
        raise AssertionError("it linked")

    catch_up(own_demo, unwanted)
