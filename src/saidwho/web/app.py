"""The whole program that answers a browser and programs: addresses, pages, limits, refusals."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field

from fastapi import Depends, FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request

from saidwho.api.guard import Guard, Limits
from saidwho.api.identity import Doorkeeper
from saidwho.api.linking import Link, link_here
from saidwho.api.parameters import check_parameters
from saidwho.api.recent import Recent
from saidwho.api.refusals import add_refusals
from saidwho.api.routes import api_router
from saidwho.api.sessions import Sessions
from saidwho.api.turns import Turns
from saidwho.record.record import Record
from saidwho.types.contract import VERSION
from saidwho.web.claims import claims_router
from saidwho.web.documents import documents_router
from saidwho.web.drawing import STATIC, draw
from saidwho.web.front import front_router
from saidwho.web.lists import lists_router
from saidwho.web.maps import maps_router
from saidwho.web.review import review_router
from saidwho.web.vega import vega_router

_ABOUT = """Every list takes the same filters as JSON, CSV, JSON Lines, GeoJSON and page. A page of JSON has `ok`, the rows
under the list's name, `next` (a cursor) and `next_url`. An unknown parameter is refused. Reading is open on this machine;
whatever changes the record needs a token (`saidwho token new`), sent as `Authorization: Bearer ...`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServingOptions:
    """is_open: everybody may read. limits: see Limits. seconds: how old an answer for everybody may be; 0 keeps none.
    turns: requests that are answered at once; 0 for all.

    sessions: the folder of who is signed in, where several processes share it. link: what follows a judgement.
    """

    is_open: bool = True
    limits: Limits = field(default_factory=Limits)
    seconds: float = 0.0
    turns: int = 0
    sessions: str | None = None
    link: Link = link_here


Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


def make_app(record: Record, options: ServingOptions | None = None, *, lifespan: Lifespan | None = None) -> FastAPI:
    """The program for one open record, which the caller closes. lifespan: what goes on while it runs."""
    chosen = options or ServingOptions()
    keeper = Doorkeeper(location=record.location, is_open=chosen.is_open, sessions=Sessions(chosen.sessions))

    # Not in a thread: to change there and back takes longer than what is asked here, unless somebody is signed in.
    async def let_in(request: Request) -> None:
        request.state.who = None  # a refusal is drawn before anybody is known
        check_parameters(request)
        request.state.who = keeper.who(request) if request.url.path.startswith("/sign-") else keeper.may_read(request)

    app = FastAPI(title="saidwho", version=str(VERSION), description=_ABOUT, docs_url=None, redoc_url=None, openapi_url="/openapi.json",
                  dependencies=[Depends(let_in)], lifespan=lifespan, separate_input_output_schemas=False)  # fmt: skip
    add_refusals(app, _draw_refusal)
    # Whoever comes first is found first: most who look at a record look at claims and documents, one after the other.
    for router in (claims_router(record), documents_router(record)):
        app.include_router(router, include_in_schema=False)
    app.include_router(api_router(record, keeper, chosen.link))
    for router in (
        front_router(record), lists_router(record), maps_router(record), review_router(record, keeper, chosen.link), vega_router(),
    ):  # fmt: skip
        app.include_router(router, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=STATIC))
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=3)
    # The last that is added is the outermost.
    if chosen.seconds and chosen.is_open:
        app.add_middleware(Recent, seconds=chosen.seconds)
    if chosen.turns:
        app.add_middleware(Turns, most=chosen.turns)
    app.add_middleware(Guard, limits=chosen.limits)
    return app


def _draw_refusal(request: Request, status: int, head: str, why: str) -> bytes:
    return draw(request, "refusal.html", {"status": status, "head": head, "why": why})
