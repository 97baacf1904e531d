"""The pages of claims: the list with its facets, and one claim."""

from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from saidwho.api.answers import address_query, next_address
from saidwho.api.asking import AskingClaims
from saidwho.api.routes import claim_shape_of
from saidwho.api.views import Shape
from saidwho.errors import FilterError
from saidwho.record.find.claims import COUNTED, Facet, facets_of_claims, find_claims
from saidwho.record.find.showing import show
from saidwho.record.find.stories import heads_of_documents, judgements_about, statement_heads, texts_of_claims
from saidwho.record.record import Record
from saidwho.web.answering import page_answer
from saidwho.web.charts import series_of
from saidwho.web.maps import map_of, spots_of
from saidwho.web.provenance import branches, others, versions
from saidwho.web.wording import event_words

_LABELS = {
    "event": "What happened",
    "origins": "Independent origins",
    "origin": "Origin",
    "place": "Place",
    "party": "Party to the conflict",
}
_OPEN = ("event", "origins", "place")


def claims_router(record: Record) -> APIRouter:
    """/claims, /claims/{id}, and /statements/{id}, which leads to the words."""
    router = APIRouter()

    @router.get("/claims")
    def _claims(request: Request, asked: Annotated[AskingClaims, Query()]) -> Response:
        return page_answer(request, "claims.html", record.read(lambda connection: _list(connection, request, asked)))

    @router.get("/claims/{identity}")
    def _claim(request: Request, identity: str) -> Response:
        given = record.read(lambda connection: _one(connection, identity))
        if given["claim"]["id"] != identity:
            return RedirectResponse(f"/claims/{given['claim']['id']}", 302)
        return page_answer(request, "claim.html", given)

    return router


def _list(connection: sa.Connection, request: Request, asked: AskingClaims) -> Shape:
    filters = asked.claim_filters()
    page = find_claims(connection, filters)
    facets, count = facets_of_claims(connection, filters)
    return {
        "asked": asked,
        "claims": page.items,
        "facets": [_facet(facet, asked) for facet in facets],
        "count": count,
        "is_cut": count >= COUNTED,
        "next_url": next_address(request, asked, page.next, path="/claims"),
        "first_url": "/claims" + (f"?{address_query(asked.given())}" if asked.given() else ""),
    }


def _facet(facet: Facet, asked: AskingClaims) -> Shape:
    """A facet with the address that each value leads to; a value that is chosen leads back."""
    given, values = asked.given(), []
    for value, number in facet.values:
        is_on = str(given.get(facet.name)) == value
        wanted = {name: was for name, was in given.items() if name != facet.name} | ({} if is_on else {facet.name: value})
        label = (
            event_words(value).capitalize()
            if facet.name == "event"
            else f"{value} or more"
            if facet.name == "origins" and value != "0"
            else value
        )
        if facet.name == "origins" and value == "0":
            continue  # all claims have none or more
        values.append({"label": label, "number": number, "query": address_query(wanted), "is_on": is_on})
    return {"label": _LABELS[facet.name], "values": values, "is_open": facet.name in _OPEN or facet.name in given}


def _one(connection: sa.Connection, identity: str) -> Shape:
    claim = claim_shape_of(connection, identity)
    told = versions(claim)
    denying = [statement for denier in claim["denied_by"] for statement in denier["statements"]]
    documents = {copy["of"] for copy in claim["copies"]}
    placed = [place for place in claim["places"] if place["lat"] is not None]
    places = list({(place["name"], place["country"]): place for place in claim["places"]}.values())
    subjects = [claim["id"], *(member["proposition"] for member in claim["statements"])]
    return {
        "claim": claim,
        "origins": branches(claim),
        "others": others(claim),
        "versions": told,
        "is_varied": any(differs for version in told for _, differs in version.words),
        "denials": statement_heads(connection, denying),
        "odds": texts_of_claims(connection, [other["claim"] for other in claim["contradicts"]]),
        "outlets": {one: head["outlet"] for one, head in heads_of_documents(connection, documents).items()},
        "judgements": judgements_about(connection, subjects),
        "series": series_of(claim["figures"], name="series"),
        "places": places,
        "map": map_of(spots_of(placed)) if placed else None,
    }


def statement_address(connection: sa.Connection, identity: str) -> str | None:
    """Where the words of a statement, or of a proposition's, stand. None where there is no such statement."""
    try:
        found = show(connection, identity)
    except FilterError:
        return None
    shape: Any = found.shape
    return f"/documents/{shape['document']['id']}?show={shape['id']}#here" if found.kind in ("statement", "proposition") else None
