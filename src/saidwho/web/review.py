"""The pages where people judge: the queue of pairs, and signing in with a token."""

from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, Query
from pydantic import Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from saidwho.api.answers import address_query, next_address
from saidwho.api.asking import AskingQueue
from saidwho.api.counts import forget_counts
from saidwho.api.identity import COOKIE, Doorkeeper, check_form
from saidwho.api.linking import Link, follow, state_of
from saidwho.api.reviewing import review, review_many
from saidwho.api.routes import queue_of
from saidwho.record.find.filters import PAGE
from saidwho.record.find.queue import WAITING
from saidwho.record.record import Record
from saidwho.web.answering import page_answer
from saidwho.web.differences import differing

Form = dict[str, list[str]]
# A person judges some at a time, and a page of two texts each is long.
_ON_A_PAGE = 20


async def form_of(request: Request) -> Form:
    """The fields of a form, as a browser sends them without files."""
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        raise HTTPException(415, "Send the form as application/x-www-form-urlencoded.")
    try:
        return parse_qs((await request.body()).decode("utf-8"), max_num_fields=2000)
    except ValueError as error:
        raise HTTPException(400, "The form cannot be read.") from error


Sent = Annotated[Form, Depends(form_of)]


class AskingReview(AskingQueue):
    """What the queue is found by, and how many judgements were kept just now."""

    done: int | None = Field(default=None, ge=0, le=10_000)


def review_router(record: Record, keeper: Doorkeeper, link: Link) -> APIRouter:
    """/review, /sign-in and /sign-out. link: what follows a judgement."""
    router = APIRouter()

    @router.get("/review")
    def _queue(request: Request, asked: Annotated[AskingReview, Query()]) -> Response:
        size = asked.limit if asked.limit != PAGE else _ON_A_PAGE
        step = asked.model_copy(update={"limit": size})
        page, waiting = record.read(lambda connection: queue_of(connection, step))
        pairs = [(pair, differing(pair.one.words, pair.other.words), differing(pair.other.words, pair.one.words)) for pair in page.items]
        filters = {name: value for name, value in asked.given().items() if name != "done"}
        state = state_of(record)
        given = {
            "asked": asked,
            "pairs": pairs,
            "waiting": waiting,
            "is_cut": waiting >= WAITING,
            "done": asked.done,
            "linking": state,
            "query": address_query(filters),
            "next_url": next_address(request, asked, page.next, path="/review"),
        }
        return page_answer(request, "review.html", given)

    @router.post("/review")
    def _judge(request: Request, sent: Sent) -> Response:
        who = keeper.may_review(request)
        check_form(request, who, _first(sent, "form"))
        reason = _first(sent, "reason").strip() or "compared side by side"
        verdict = _first(sent, "verdict")
        if "pair" in sent:
            made = len(review_many(record, verdict, [_pair(one) for one in sent["pair"]], reviewer=who.name, reason=reason))
            back = "/review?" + (f"{_first(sent, 'query')}&" if _first(sent, "query") else "") + f"done={made}"
        else:
            review(record, verdict, _subjects(sent, verdict), reviewer=who.name, reason=reason)
            back = _own(_first(sent, "back"))
        follow(record, link)
        forget_counts()
        return RedirectResponse(back, 303)

    @router.get("/sign-in")
    def _ask(request: Request, back: Annotated[str, Query(max_length=300)] = "/review") -> Response:
        return page_answer(request, "sign_in.html", {"back": _own(back), "failed": False})

    @router.post("/sign-in")
    def _sign_in(request: Request, sent: Sent) -> Response:
        if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            raise HTTPException(403, "This form came from another site.")
        word = keeper.begin(_first(sent, "token"))
        if word is None:
            answer = page_answer(request, "sign_in.html", {"back": _own(_first(sent, "back")), "failed": True})
            answer.status_code = 401
            return answer
        found = RedirectResponse(_own(_first(sent, "back")), 303)
        found.set_cookie(COOKIE, word, httponly=True, samesite="strict", secure=request.url.scheme == "https", path="/")
        return found

    @router.post("/sign-out")
    def _sign_out(request: Request, sent: Sent) -> Response:
        who = keeper.who(request)
        if who:
            check_form(request, who, _first(sent, "form"))
            keeper.end(request)
        found = RedirectResponse("/", 303)
        found.delete_cookie(COOKIE, path="/")
        return found

    return router


def _first(sent: Form, name: str) -> str:
    return sent.get(name, [""])[0]


def _pair(text: str) -> tuple[str, str]:
    one, _, other = text.partition(":")
    return one, other


def _subjects(sent: Form, verdict: str) -> list[str]:
    """Which ids a judgement of a claim is of: split has propositions besides, merge another claim."""
    claim, *parts = sent.get("subject", [""])
    if verdict == "split":
        return [claim, *(part for part in parts if part != claim)]
    return [claim, _first(sent, "other").strip()] if verdict == "merge" else [claim]


def _own(address: str) -> str:
    """An address of ours to go back to; the queue where it is another's, or would lead elsewhere."""
    is_ours = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if is_ours else "/review"
