"""The pages of statements, documents, figures, aid and actors."""

from typing import Annotated

import sqlalchemy as sa
from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from saidwho.api.answers import address_query, next_address
from saidwho.api.asking import Asking, AskingClaims, AskingNames, Spoken
from saidwho.api.counts import overview
from saidwho.api.routes import actor_shape_of
from saidwho.api.views import VIEWS, Shape
from saidwho.record.find.claims import brief_claims, claims_of_statements
from saidwho.record.find.statements import list_statements
from saidwho.record.record import Record
from saidwho.web.aid import sums_of
from saidwho.web.answering import page_answer
from saidwho.web.charts import series_of
from saidwho.web.facets import facets_of

_FEW = 12


def lists_router(record: Record) -> APIRouter:
    """/statements, /documents, /figures, /aid, /actors and /actors/{id}."""
    router = APIRouter()

    @router.get("/statements")
    def _statements(request: Request, asked: Annotated[Spoken, Query()]) -> Response:
        given = record.read(lambda connection: _said(connection, request, asked))
        whole = None if asked.given() else overview(record)["counts"]["statements"]
        return page_answer(request, "statements.html", given | {"whole": whole})

    @router.get("/documents")
    def _documents(request: Request, asked: Annotated[Spoken, Query()]) -> Response:
        return page_answer(request, "documents.html", record.read(lambda connection: _list(connection, request, "documents", asked)))

    @router.get("/figures")
    def _figures(request: Request, asked: Annotated[Spoken, Query()]) -> Response:
        given = record.read(lambda connection: _list(connection, request, "figures", asked))
        dated = [row | {"published": row["document"]["published"]} for row in given["rows"]]
        return page_answer(request, "figures.html", given | {"series": series_of(dated, name="figures")})

    @router.get("/aid")
    def _aid(request: Request, asked: Annotated[Spoken, Query()]) -> Response:
        given = record.read(lambda connection: _list(connection, request, "aid", asked))
        return page_answer(request, "aid.html", given | {"sums": sums_of(given["rows"])})

    @router.get("/actors")
    def _actors(request: Request, asked: Annotated[AskingNames, Query()]) -> Response:
        return page_answer(request, "actors.html", record.read(lambda connection: _list(connection, request, "actors", asked)))

    @router.get("/actors/{identity}")
    def _actor(request: Request, identity: str) -> Response:
        return page_answer(request, "actor.html", record.read(lambda connection: _one(connection, identity)))

    return router


def _list(connection: sa.Connection, request: Request, name: str, asked: Asking) -> Shape:
    page = VIEWS[name].find(connection, asked)
    return {
        "asked": asked,
        "rows": page.items,
        "next_url": next_address(request, asked, page.next, path=f"/{name}"),
        "first_url": _first_address(name, asked),
    }


def _said(connection: sa.Connection, request: Request, asked: Spoken) -> Shape:
    found = list_statements(connection, asked.filters())
    rows = found.page.items
    return {
        "asked": asked,
        "rows": rows,
        "claims": claims_of_statements(connection, [one.n for one in rows]),
        "facets": facets_of(found.facets, asked),
        "count": found.count,
        "is_cut": found.is_cut,
        "next_url": next_address(request, asked, found.page.next, path="/statements"),
        "first_url": _first_address("statements", asked),
    }


def _first_address(name: str, asked: Asking) -> str:
    return f"/{name}" + (f"?{address_query(asked.given())}" if asked.given() else "")


def _one(connection: sa.Connection, identity: str) -> Shape:
    actor = actor_shape_of(connection, identity)
    said = VIEWS["statements"].find(connection, Spoken(by=actor["id"], limit=_FEW)).items
    claims = brief_claims(connection, AskingClaims(by=actor["id"], limit=_FEW).claim_filters()).items
    about = brief_claims(connection, AskingClaims(of=actor["id"], limit=_FEW).claim_filters()).items
    own = {claim["id"] for claim in claims}
    return {"actor": actor, "statements": said, "claims": claims, "about": [claim for claim in about if claim["id"] not in own]}
