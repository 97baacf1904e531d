"""The pages of claims: the list with its facets, and one claim."""

from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from saidwho.api.answers import address_query, next_address
from saidwho.api.asking import AskingClaims
from saidwho.api.counts import overview
from saidwho.api.linking import state_of
from saidwho.api.routes import claim_shape_of
from saidwho.api.views import Shape
from saidwho.errors import FilterError
from saidwho.record.find.claims import list_claims
from saidwho.record.find.showing import show
from saidwho.record.find.stories import heads_of_documents, judgements_about, statement_heads, texts_of_claims
from saidwho.record.record import Record
from saidwho.web.answering import page_answer
from saidwho.web.charts import series_of
from saidwho.web.facets import facets_of
from saidwho.web.ids import page_of
from saidwho.web.maps import small_map, spots_of
from saidwho.web.provenance import OTHERS, Room, branches, compared, others, versions

# Of a claim that hundreds of documents print, a page of all their words would be too long to read, and to send.
_VERSIONS, _FIGURES, _POINTS = 60, 120, 400
Words = Annotated[int, Query(ge=1, le=1_000_000, description="The number of the wording to begin at.")]


def claims_router(record: Record) -> APIRouter:
    """/claims, /claims/{id}, and /statements/{id}, which leads to the words."""
    router = APIRouter()

    @router.get("/claims")
    def _claims(request: Request, asked: Annotated[AskingClaims, Query()]) -> Response:
        given = record.read(lambda connection: _list(connection, request, asked))
        whole = None if asked.given().keys() - {"order"} else overview(record)["counts"]["claims"]
        return page_answer(request, "claims.html", given | {"whole": whole})

    @router.get(page_of("claims"))
    def _claim(request: Request, identity: str, words: Words = 1) -> Response:
        given = record.read(lambda connection: _one(connection, identity, words))
        if given["claim"]["id"] != identity:
            return RedirectResponse(f"/claims/{given['claim']['id']}", 302)
        linking = state_of(record) if given["judgements"] else "done"
        return page_answer(request, "claim.html", given | {"linking": linking})

    return router


def _list(connection: sa.Connection, request: Request, asked: AskingClaims) -> Shape:
    found = list_claims(connection, asked.claim_filters())
    return {
        "asked": asked,
        "claims": found.page.items,
        "facets": facets_of(((facet.name, facet.values) for facet in found.facets), asked),
        "count": found.count,
        "is_cut": found.is_cut,
        "next_url": next_address(request, asked, found.page.next, path="/claims"),
        "first_url": "/claims" + (f"?{address_query(asked.given())}" if asked.given() else ""),
    }


def _one(connection: sa.Connection, identity: str, first: int) -> Shape:
    claim = claim_shape_of(connection, identity)
    every, room = versions(claim), Room()
    first = min(first, max(len(every), 1))
    told = compared(claim, every[first - 1 : first - 1 + _VERSIONS])
    denying = [statement for denier in claim["denied_by"] for statement in denier["statements"]]
    documents = {copy["of"] for copy in claim["copies"]}
    placed = [place for place in claim["places"] if place["lat"] is not None]
    places = list({(place["name"], place["country"]): place for place in claim["places"]}.values())
    subjects = [claim["id"], *(member["proposition"] for member in claim["statements"])]
    return {
        "claim": claim,
        "origins": branches(claim, room),
        "others": others(claim, room),
        "left_out": max(len(claim["not_origins"]) - OTHERS, 0),
        "versions": told,
        "first": first,
        "version_count": len(every),
        "version_step": _VERSIONS,
        "figures": claim["figures"][:_FIGURES],
        "is_varied": any(differs for version in told for _, differs in version.words),
        "denials": statement_heads(connection, denying),
        "odds": texts_of_claims(connection, [other["claim"] for other in claim["contradicts"]]),
        "outlets": {one: head["outlet"] for one, head in heads_of_documents(connection, documents).items()},
        "judgements": judgements_about(connection, subjects),
        "series": series_of(_by_holder(claim)[:_POINTS], name="series"),
        "places": places,
        "map": small_map(tuple(spots_of(placed))) if placed else None,
    }


def _by_holder(claim: Shape) -> list[Shape]:
    """A claim's figures, each as said by who stands behind it: a minister and his ministry are one line of a chart."""
    names = {origin["actor"]: origin["name"] for origin in claim["origins"]}
    for figure in claim["figures"]:
        names.setdefault(figure["origin"], figure["speaker"])
    return [{**figure, "speaker": names[figure["origin"]] if figure["origin"] else figure["speaker"]} for figure in claim["figures"]]


def statement_address(connection: sa.Connection, identity: str) -> str | None:
    """Where the words of a statement, or of a proposition's, stand. None where there is no such statement."""
    try:
        found = show(connection, identity)
    except FilterError:
        return None
    shape: Any = found.shape
    return f"/documents/{shape['document']['id']}?show={shape['id']}#here" if found.kind in ("statement", "proposition") else None
