"""The first page, search, and what is told about the record."""

from typing import Annotated

import sqlalchemy as sa
from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from saidwho.api.asking import AskingChanges, AskingClaims
from saidwho.api.counts import overview
from saidwho.api.routes import search
from saidwho.api.views import VIEWS, Shape
from saidwho.record.find.claims import brief_claims
from saidwho.record.record import Record
from saidwho.web.answering import page_answer

# Of each list on the first page; the newest claims stand beside both others.
_FEW, _NEWEST = 6, 12


def front_router(record: Record) -> APIRouter:
    """/, /search and /about."""
    router = APIRouter()

    @router.get("/")
    def _front(request: Request) -> Response:
        return page_answer(request, "front.html", record.read(_lists) | overview(record) | {"record": record.location})

    @router.get("/search")
    def _search(request: Request, about: Annotated[str, Query(max_length=500)] = "") -> Response:
        words = about.strip()
        found = record.read(lambda connection: search(connection, words)) if any(map(str.isalnum, words)) else None
        return page_answer(request, "search.html", {"about": words, "found": found})

    @router.get("/about")
    def _about(request: Request) -> Response:
        def latest(connection: sa.Connection) -> list[Shape]:
            return list(VIEWS["changes"].find(connection, AskingChanges(limit=30)).items)

        return page_answer(request, "about.html", overview(record) | {"changes": record.read(latest), "record": record.location})

    return router


def _lists(connection: sa.Connection) -> Shape:
    documents = VIEWS["documents"]
    return {
        "newest": brief_claims(connection, AskingClaims(limit=_NEWEST).claim_filters()).items,
        "disputed": brief_claims(connection, AskingClaims(limit=_FEW, disputed=True, order="disputed").claim_filters()).items,
        "documents": documents.find(connection, documents.asking(limit=_FEW)).items,
    }
