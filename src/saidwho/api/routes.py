"""Which addresses do programs ask? Every list as JSON, CSV, JSON Lines and GeoJSON, every item as JSON."""

from collections.abc import Callable
from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import APIRouter, Body, Path, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from saidwho.api import schemas
from saidwho.api.answers import json_answer, next_address, page_shape, stream
from saidwho.api.asking import AskingQueue
from saidwho.api.counts import overview
from saidwho.api.identity import Doorkeeper, check_form
from saidwho.api.linking import Link, follow, state_of
from saidwho.api.reviewing import review
from saidwho.api.views import VIEWS, Shape, View
from saidwho.errors import FilterError
from saidwho.linking.scoring import reasons_in
from saidwho.record.find.actors import actor_with
from saidwho.record.find.originals import originals_of
from saidwho.record.find.queue import Pair, Side, count_queue, find_queue
from saidwho.record.find.shapes import document_shape, plain_shape
from saidwho.record.find.showing import Shown, show, show_document
from saidwho.record.links import claim_named
from saidwho.record.log.tree import entries_about, prove_entry, prove_growth, root_of
from saidwho.record.record import Record
from saidwho.types.claims import judgement_shape

Identity = Annotated[str, Path(max_length=100, description="An id, or the beginning of one.")]


class Problem(BaseModel):
    """Every error has this shape."""

    ok: bool = False
    saidwho: int
    status: int
    error: str


class Judging(BaseModel):
    """A judgement to keep; see saidwho review."""

    model_config = ConfigDict(extra="forbid")

    verdict: Annotated[str, Field(max_length=20)]
    subjects: Annotated[list[Annotated[str, Field(max_length=100)]], Field(min_length=1, max_length=1000)]
    reason: Annotated[str, Field(min_length=1, max_length=4000)]
    field: Annotated[str | None, Field(max_length=40)] = None
    value: Annotated[str | None, Field(max_length=4000)] = None


PROBLEMS: dict[int | str, dict[str, Any]] = {
    code: {"model": Problem, "description": why}
    for code, why in {
        400: "The question makes no sense; the error says why.",
        401: "It needs a token.",
        403: "The token may not do that, or a form came from another site.",
        404: "There is no such thing.",
        413: "The body is too long.",
        414: "The address is too long.",
        421: "The host is not this server's.",
        429: "Too many requests.",
        500: "The record cannot be read.",
        503: "The record is busy.",
    }.items()
} | {"default": {"model": Problem, "description": "Whatever else is wrong."}}


def api_router(record: Record, keeper: Doorkeeper, link: Link) -> APIRouter:
    """The addresses of programs. link: what follows a judgement."""
    router = APIRouter(responses=PROBLEMS)
    _add_overview(router, record)
    for view in VIEWS.values():
        _add_view(router, record, view)
    _add_items(router, record)
    _add_log(router, record)
    _add_review(router, record, keeper, link)
    return router


def _add_overview(router: APIRouter, record: Record) -> None:
    for path in ("/.json", "/index.json", "/about.json"):

        @router.get(
            path, response_model=schemas.Overview, summary="What the record holds", tags=["record"], include_in_schema=path == "/about.json"
        )
        def _overview(request: Request) -> Response:
            return json_answer(request, overview(record))


def _add_view(router: APIRouter, record: Record, view: View) -> None:
    asking = view.asking

    def page(request: Request, asked: Annotated[asking, Query()]) -> Response:  # type: ignore[valid-type]
        found = record.read(lambda connection: view.find(connection, asked))
        return json_answer(request, page_shape(request, view, found, asked))

    def download(form: str) -> Callable[..., Response]:
        def whole(asked: Annotated[asking, Query()]) -> Response:  # type: ignore[valid-type]
            return stream(record, view, asked, form)

        return whole

    model = schemas.page_model(view.name)
    router.get(f"/{view.name}.json", response_model=model, summary=view.what, tags=[view.name], name=f"{view.name}_json")(page)
    kinds = {"csv": "text/csv", "jsonl": "application/x-ndjson"} | ({"geojson": "application/geo+json"} if view.points else {})
    for form, media_type in kinds.items():
        router.get(
            f"/{view.name}.{form}",
            summary=f"All that the filters let through, as {form}, streamed.",
            tags=[view.name],
            name=f"{view.name}_{form}",
            response_class=Response,
            responses=_downloads(media_type),
        )(download(form))
    if not view.points:
        router.get(f"/{view.name}.geojson", include_in_schema=False)(_nowhere(view.name))
    if view.name == "places":
        router.get("/map.json", response_model=model, summary="The places of the map.", tags=["places"], name="map_json")(page)
        router.get("/map.geojson", summary="The places of the map.", tags=["places"], name="map_geojson", response_class=Response,
                   responses=_downloads("application/geo+json"))(download("geojson"))  # fmt: skip


def _nowhere(name: str) -> Callable[[], Response]:
    """Say why there is no GeoJSON of a list."""
    placed = ", ".join(f"/{one.name}.geojson" for one in VIEWS.values() if one.points)

    def refuse() -> Response:
        raise HTTPException(404, f"The rows of /{name} have no point on a map. Those of these lists have: {placed}.")

    return refuse


def _downloads(media_type: str) -> dict[int | str, dict[str, Any]]:
    kind = "object" if media_type.endswith("json") and "ndjson" not in media_type else "string"
    return {200: {"description": "All rows.", "content": {media_type: {"schema": {"type": kind}}}}}


def shown(connection: sa.Connection, identity: str, *kinds: str) -> Shown:
    """What has an id and is of one of some kinds. Raises HTTPException where nothing is."""
    whole = show_document(connection, identity) if kinds == ("document",) else None
    if whole is not None:
        return whole
    try:
        found = show(connection, identity)
    except FilterError as error:
        raise HTTPException(404, str(error)) from error
    if found.kind not in kinds:
        raise HTTPException(404, f"{identity} is the id of a {found.kind}, not of a {kinds[0]}. See /{_PLACES[found.kind]}/{found.id}")
    return found


_PLACES = {
    "claim": "claims",
    "document": "documents",
    "statement": "statements",
    "proposition": "statements",
    "actor": "actors",
    "aid": "aid",
}


def claim_shape_of(connection: sa.Connection, identity: str) -> Shape:
    """A claim by its id, one that it had, one of a member, or the beginning of its id. Raises HTTPException."""
    found = claim_named(connection, identity)
    if found is None:
        raise HTTPException(404, f"The record has no claim of the id {identity!r}.")
    return found


def actor_shape_of(connection: sa.Connection, identity: str) -> Shape:
    """An actor by its id or its beginning. Raises HTTPException."""
    found = actor_with(connection, identity)
    return plain_shape(found) if found else shown(connection, identity, "actor").shape


def _add_items(router: APIRouter, record: Record) -> None:
    @router.get(
        "/claims/{identity}.json",
        response_model=schemas.ITEMS["claims"],
        summary="One claim and its origins.",
        tags=["claims"],
    )
    def _claim(request: Request, identity: Identity) -> Response:
        return json_answer(request, record.read(lambda connection: claim_shape_of(connection, identity)))

    @router.get("/statements/{identity}.json", response_model=schemas.ITEMS["statements"], summary="One statement.", tags=["statements"])
    def _statement(request: Request, identity: Identity) -> Response:
        return json_answer(request, record.read(lambda connection: shown(connection, identity, "statement", "proposition")).shape)

    @router.get("/documents/{identity}.json", response_model=schemas.Report, summary="One document with its report.", tags=["documents"])
    def _document(request: Request, identity: Identity) -> Response:
        return json_answer(request, record.read(lambda connection: document_item(connection, identity)))

    @router.get("/actors/{identity}.json", response_model=schemas.ITEMS["actors"], summary="One actor.", tags=["actors"])
    def _actor(request: Request, identity: Identity) -> Response:
        return json_answer(request, record.read(lambda connection: actor_shape_of(connection, identity)))

    @router.get("/aid/{identity}.json", response_model=schemas.ITEMS["aid"], summary="One package of aid.", tags=["aid"])
    def _aid(request: Request, identity: Identity) -> Response:
        return json_answer(request, record.read(lambda connection: shown(connection, identity, "aid")).shape)

    @router.get("/search.json", response_model=schemas.Search, summary="The first of each kind.", tags=["record"])
    def _search(request: Request, about: Annotated[str, Query(min_length=1, max_length=500)]) -> Response:
        return json_answer(request, record.read(lambda connection: search(connection, about)))


def document_item(connection: sa.Connection, identity: str) -> Shape:
    """A document's whole report, with its revisions and its originals."""
    found = shown(connection, identity, "document")
    originals = [
        {"sha256": one.digest, "target": one.target, "size": one.size, "media_type": one.media_type, "erased": one.is_erased}
        for one in originals_of(connection, found.id)
    ]
    return found.shape | {"revisions": [document_shape(one) for one in found.revisions], "originals": originals}


def search(connection: sa.Connection, about: str, *, limit: int = 10) -> Shape:
    """The first of each kind with some words. Raises FilterError where there is no word."""
    found: Shape = {"about": about}
    for name in ("claims", "statements", "documents", "actors"):
        view = VIEWS[name]
        found[name] = list(view.find(connection, view.asking.model_validate({"about": about, "limit": limit})).items)
    return found


def _add_log(router: APIRouter, record: Record) -> None:
    @router.get("/log.json", response_model=schemas.Root, summary="The log's size and root.", tags=["log"])
    def _root(request: Request, size: Annotated[int | None, Query(ge=0, lt=1 << 62)] = None) -> Response:
        entries, root = record.read(lambda connection: root_of(connection, size))
        return json_answer(request, {"size": entries, "root": root})

    @router.get("/log/proofs/{identity}.json", response_model=schemas.Proofs, summary="Proofs that the log tells of a thing.", tags=["log"])
    def _proofs(request: Request, identity: Identity) -> Response:
        def prove(connection: sa.Connection) -> list[Any]:
            return [prove_entry(connection, number) for number in entries_about(connection, identity)]

        return json_answer(request, {"proofs": record.read(prove)})

    @router.get("/log/consistency.json", response_model=schemas.Growth, summary="A proof that the log only grew.", tags=["log"])
    def _growth(
        request: Request,
        before: Annotated[int, Query(ge=1, lt=1 << 62)],
        after: Annotated[int | None, Query(ge=1, lt=1 << 62)] = None,
    ) -> Response:
        return json_answer(request, {"proof": record.read(lambda connection: prove_growth(connection, before, after))})


def _add_review(router: APIRouter, record: Record, keeper: Doorkeeper, link: Link) -> None:
    @router.get("/review.json", response_model=schemas.Queue, summary="Pairs that nobody judged yet.", tags=["review"])
    def _queue(request: Request, asked: Annotated[AskingQueue, Query()]) -> Response:
        found, count = record.read(lambda connection: queue_of(connection, asked))
        shape: Shape = {
            "pairs": [pair_shape(pair) for pair in found.items],
            "waiting": count,
            "linking": state_of(record),
            "next": found.next,
        }
        return json_answer(request, shape | {"next_url": next_address(request, asked, found.next, path="/review.json")})

    @router.post(
        "/review.json",
        response_model=schemas.Judged,
        summary="Keep a judgement, and begin to link anew under it. Needs a token with the scope review.",
        tags=["review"],
        openapi_extra={"security": [{"token": []}]},
    )
    def _judge(request: Request, judging: Annotated[Judging, Body()]) -> Response:
        who = keeper.may_review(request)
        check_form(request, who, request.headers.get("x-saidwho-form", ""))
        made = review(record, judging.verdict, judging.subjects, reviewer=who.name, reason=judging.reason, field=judging.field,
                      value=judging.value)  # fmt: skip
        return json_answer(request, {"judgement": judgement_shape(made), "linking": follow(record, link)})


def pair_shape(pair: Pair) -> Shape:
    """A pair as programs see it."""
    sides = {name: {field: getattr(getattr(pair, name), field) for field in Side.__dataclass_fields__} for name in ("one", "other")}
    return {**sides, "score": pair.score, "reasons": pair.reasons, "is_joined": pair.is_joined}


def queue_of(connection: sa.Connection, asked: AskingQueue) -> tuple[Any, int]:
    """A page of pairs, and how many wait in all."""
    filters = asked.filters()
    found = find_queue(connection, filters, reasons=reasons_in, least=asked.least, most=asked.most)
    return found, count_queue(connection, filters, least=asked.least, most=asked.most)
