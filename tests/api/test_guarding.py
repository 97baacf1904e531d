"""What is refused before it costs anything: foreign hosts, sizes, rates, forms of other sites, tokens that do not hold."""

import asyncio
import re
from collections.abc import MutableMapping
from typing import Any

import pytest
from starlette.testclient import TestClient

from saidwho.api.guard import LARGEST_BODY, LONGEST_QUERY, Buckets, Guard, Limits
from saidwho.record.record import Record
from saidwho.record.tokens import new_token, revoke_token, tokens_of
from saidwho.web.app import ServingOptions
from tests.served import client_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize("size", [LONGEST_QUERY + 1, 10_000_000])
@pytest.mark.parametrize("path", ["/claims", "/claims.json"])
def test_a_long_address_is_414_with_a_reason(size: int, path: str) -> None:
    """Ten megabytes of query string are refused unread: what is inside the guard is never asked."""
    sent: list[MutableMapping[str, Any]] = []

    async def inside(*_: object) -> None:
        raise AssertionError("the guard let it in")

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": b""}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": b"a" * size,
        "headers": [(b"host", b"127.0.0.1")],
        "client": ("127.0.0.1", 1),
    }
    asyncio.run(Guard(inside, Limits())(scope, receive, send))
    assert 414 == sent[0]["status"]
    assert b"bytes" in sent[1]["body"]


def test_a_long_body_is_413(client: TestClient) -> None:
    """A body longer than any form of ours is refused, also where it does not say its length."""
    assert 413 == client.post("/review.json", content=b"x" * (LARGEST_BODY + 1)).status_code
    assert 413 == client.post("/review", content=(b"x" * 1000 for _ in range(LARGEST_BODY // 1000 + 2)),
                              headers={"content-type": "application/x-www-form-urlencoded"}).status_code  # fmt: skip


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "evil.example:8017"])
def test_another_host_is_refused(client: TestClient, host: str) -> None:
    """A name that somebody leads to this machine does not open the record to his pages."""
    assert 421 == client.get("/claims.json", headers={"host": host}).status_code


def test_too_many_requests_are_429(demo: Record) -> None:
    """Whoever asks faster than the rate for long is told to wait."""
    asking = client_of(demo, ServingOptions(limits=Limits(rate=0.01, burst=3.0)))
    answers = [asking.get("/static/app.js") for _ in range(5)]
    assert [200, 200, 200, 429, 429] == [answer.status_code for answer in answers]
    assert answers[-1].headers["retry-after"]


def test_a_bucket_fills_again() -> None:
    """After a pause as many requests pass as the rate allows."""
    buckets = Buckets(rate=2.0, burst=2.0)
    assert [True, True, False] == [buckets.take("a", at=0.0) for _ in range(3)]
    assert [True, False] == [buckets.take("a", at=0.5) for _ in range(2)]
    assert buckets.take("b", at=0.5)


def test_judging_needs_a_token_with_the_scope(own_demo: Record) -> None:
    """Without token 401, with one that may only read 403, with a made-up one 401."""
    asking = client_of(own_demo)
    _, reader = new_token(own_demo.location, "Reader", ["read"])
    body = {"verdict": "unsure", "subjects": ["a" * 64, "b" * 64], "reason": "why"}
    assert 401 == asking.post("/review.json", json=body).status_code
    assert 401 == asking.post("/review.json", json=body, headers={"authorization": "Bearer saidwho_made_up"}).status_code
    assert 403 == asking.post("/review.json", json=body, headers={"authorization": f"Bearer {reader}"}).status_code


def test_a_judgement_over_http_is_kept_with_the_name_of_its_token(own_demo: Record) -> None:
    """A pair that was judged waits no longer, and undoing it brings it back."""
    asking = client_of(own_demo)
    _, secret = new_token(own_demo.location, "Ida Brook", ["review"])
    headers = {"authorization": f"Bearer {secret}"}
    before = asking.get("/review.json?limit=1").json()
    pair = before["pairs"][0]
    subjects = [pair["one"]["proposition"], pair["other"]["proposition"]]
    made = asking.post("/review.json", json={"verdict": "different", "subjects": subjects, "reason": "two days"}, headers=headers).json()
    assert ("Ida Brook", "different") == (made["judgement"]["reviewer"], made["judgement"]["verdict"])
    waiting = [(one["one"]["proposition"], one["other"]["proposition"]) for one in asking.get("/review.json?limit=1000").json()["pairs"]]
    assert tuple(subjects) not in waiting
    undo = {"verdict": "undo", "subjects": [made["judgement"]["id"]], "reason": "looked again"}
    assert 200 == asking.post("/review.json", json=undo, headers=headers).status_code
    again = [(one["one"]["proposition"], one["other"]["proposition"]) for one in asking.get("/review.json?limit=1000").json()["pairs"]]
    assert tuple(subjects) in again


def test_a_revoked_token_opens_nothing(own_demo: Record) -> None:
    """A session that was begun with it ends with it, while the server runs."""
    asking = client_of(own_demo)
    token, secret = new_token(own_demo.location, "Ida Brook", ["review"])
    assert 303 == asking.post("/sign-in", data={"token": secret, "back": "/review"}).status_code
    assert "Signed in as Ida Brook" in asking.get("/review").text
    revoke_token(own_demo.location, token.id)
    assert "Signed in" not in asking.get("/review").text
    assert 401 == asking.post("/review", data={"verdict": "same"}).status_code


def test_a_form_without_the_word_of_the_session_is_refused(own_demo: Record) -> None:
    """A form that another site sends in somebody's name lacks the word, and says where it is from."""
    asking = client_of(own_demo)
    _, secret = new_token(own_demo.location, "Ida Brook", ["review"])
    asking.post("/sign-in", data={"token": secret, "back": "/review"})
    word = re.search(r'name="form" value="([^"]+)"', asking.get("/review").text)[1]  # type: ignore[index]
    sent = {"verdict": "same", "pair": f"{'a' * 64}:{'b' * 64}"}
    assert 403 == asking.post("/review", data=sent).status_code
    assert 403 == asking.post("/review", data=sent | {"form": "guessed"}).status_code
    assert 403 == asking.post("/review", data=sent | {"form": word}, headers={"origin": "https://evil.example"}).status_code
    assert 403 == asking.post("/review", data=sent | {"form": word}, headers={"sec-fetch-site": "cross-site"}).status_code
    assert 400 == asking.post("/review", data=sent | {"form": word}).status_code  # known at last, and there are no such propositions


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_signing_in_leads_to_no_other_site(own_demo: Record, back: str) -> None:
    """An address to go back to is one of ours, or the queue."""
    _, secret = new_token(own_demo.location, "Ida Brook", ["review"])
    assert "/review" == client_of(own_demo).post("/sign-in", data={"token": secret, "back": back}).headers["location"]


def test_the_cookie_can_be_read_by_no_script_and_sent_by_no_other_site(own_demo: Record) -> None:
    """HttpOnly and SameSite=Strict."""
    _, secret = new_token(own_demo.location, "Ida Brook", ["review"])
    cookie = client_of(own_demo).post("/sign-in", data={"token": secret}).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_a_record_that_is_not_open_is_shown_to_tokens_alone(own_demo: Record) -> None:
    """On another address looking needs a token too, but for the page to give it on, and our own styles."""
    asking = client_of(own_demo, ServingOptions(is_open=False))
    _, secret = new_token(own_demo.location, "Reader", ["read"])
    for path in ("/", "/claims", "/claims.json", "/claims.csv", "/log.json", "/map/towns.json?west=0&south=0&east=1&north=1"):
        assert 401 == asking.get(path).status_code
        assert 200 == asking.get(path, headers={"authorization": f"Bearer {secret}"}).status_code
    assert 200 == asking.get("/sign-in").status_code
    assert 200 == asking.get("/static/style.css").status_code


def test_only_the_hash_of_a_token_is_kept(own_demo: Record) -> None:
    """Whoever reads the record's folder cannot judge with what stands there."""
    _, secret = new_token(own_demo.location, "Ida Brook", ["review"])
    assert secret not in (own_demo.location.folder / "tokens.json").read_text(encoding="utf-8")
    assert ["Ida Brook"] == [token.name for token in tokens_of(own_demo.location)]


def test_methods_that_nothing_takes_are_405(client: TestClient) -> None:
    """Nothing of a record can be put or deleted."""
    assert {405} == {client.request(method, "/claims.json").status_code for method in ("PUT", "DELETE", "PATCH", "POST")}
