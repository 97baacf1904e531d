"""How is it said that something cannot be answered? One shape for programs, one page for people."""

import logging
from collections.abc import Callable
from html import escape
from http import HTTPStatus
from typing import Any

import sqlalchemy as sa
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from saidwho.errors import ArchiveError, FilterError, JudgementError, LogError, RecordError, SaidwhoError
from saidwho.export.spans import printable
from saidwho.types.contract import VERSION, write_line

Draw = Callable[[Request, int, str, str], bytes]

_LOGGER = logging.getLogger("saidwho.web")
# What programs ask for by the end of the path; everything else is for people.
_FOR_PROGRAMS = (".json", ".jsonl", ".csv", ".geojson")
_HEADS = {
    400: "That cannot be asked",
    401: "A token is needed",
    403: "That is not allowed",
    404: "There is nothing here",
    413: "That is too long",
    414: "The address is too long",
    429: "Too many requests",
    500: "Something went wrong",
    503: "The record is busy",
}
# How parameters are written that a pattern tells of to programs alone.
_DAYS = "2023-10-27, 2023-10 or 2023"
_WRITTEN = {"since": _DAYS, "until": _DAYS, "at": "latitude, longitude and kilometres: 48.14,37.75,30"}
# What was said of a request is given back to whoever made it, and no longer than can be read.
_LONGEST = 600  # characters


def refusal_bytes(path: str, accept: str, status: int, why: str) -> tuple[bytes, str]:
    """A refusal without the program's pages: JSON for programs, else a bare page. Returns it with its media type."""
    if is_for_programs(path, accept):
        return refusal_line(status, why), "application/json"
    page = (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{status}</title>'
        f"<h1>{status} {_phrase(status)}</h1><p>{escape(printable(why))}</p>"
    )
    return page.encode("utf-8", "replace"), "text/html; charset=utf-8"


def refusal_line(status: int, why: str) -> bytes:
    """The one shape of every error."""
    return write_line({"ok": False, "saidwho": VERSION, "status": status, "error": printable(why)}).encode()


def is_for_programs(path: str, accept: str) -> bool:
    """Whether somebody wants data and not a page."""
    return path.endswith(_FOR_PROGRAMS) or ("application/json" in accept and "text/html" not in accept)


def add_refusals(app: FastAPI, draw: Draw) -> None:
    """Let every error be told. draw: a page of (request, status, head, why)."""

    def refuse(request: Request, status: int, why: str, headers: dict[str, str] | None = None) -> Response:
        told = why if len(why) <= _LONGEST else f"{why[:_LONGEST]}…"
        if is_for_programs(request.url.path, request.headers.get("accept", "")):
            return Response(refusal_line(status, told), status, headers, media_type="application/json")
        return Response(draw(request, status, _phrase(status), told), status, headers, media_type="text/html; charset=utf-8")

    @app.exception_handler(HTTPException)
    def _http(request: Request, error: HTTPException) -> Response:
        given = str(error.detail)
        told = f"There is nothing at {request.url.path}." if error.status_code == 404 and given == "Not Found" else given
        return refuse(request, error.status_code, told, dict(error.headers or {}))

    @app.exception_handler(RequestValidationError)
    def _asked(request: Request, error: RequestValidationError) -> Response:
        return refuse(request, 400, "; ".join(_told(one) for one in error.errors()[:5]))

    @app.exception_handler(SaidwhoError)
    def _ours(request: Request, error: SaidwhoError) -> Response:
        cause = error.__cause__
        if isinstance(error, RecordError) and isinstance(cause, sa.exc.SQLAlchemyError):
            return _database(request, cause)
        status = _status(error)
        return refuse(request, status, str(error), {"Retry-After": "5"} if status == 503 else None)

    @app.exception_handler(sa.exc.SQLAlchemyError)
    def _database(request: Request, error: sa.exc.SQLAlchemyError) -> Response:
        status, why = _of_database(error)
        return refuse(request, status, why, {"Retry-After": "5"} if status == 503 else None)

    @app.exception_handler(Exception)
    def _unforeseen(request: Request, error: Exception) -> Response:
        _LOGGER.error("%s failed", request.url.path, exc_info=error)
        return refuse(request, 500, "This should not have happened. What went wrong is in the log of the server.")


def _status(error: SaidwhoError) -> int:
    if isinstance(error, FilterError | JudgementError | LogError):
        return 400
    if isinstance(error, ArchiveError):
        return 404
    told = str(error)
    if isinstance(error, RecordError) and ("cannot be reached" in told or "locked" in told):
        return 503
    return 500


def _of_database(error: sa.exc.SQLAlchemyError) -> tuple[int, str]:
    told = " ".join(str(getattr(error, "orig", None) or error).split())
    if "locked" in told or "busy" in told:
        return 503, "The record is locked just now: somebody writes or migrates it. Ask again in a moment; nothing is lost."
    if "no such table" in told or "no such column" in told or "does not exist" in told:
        return 503, f"The record is of another version than this program ({told}). Stop the server, and start it with the newest saidwho."
    if "malformed" in told or "not a database" in told or "disk I/O" in told:
        return 500, (
            f"The record's database is damaged ({told}). Stop the server, see with saidwho verify what is sound, and put a copy "
            "back. What was taken in is also in the record's archive, from which saidwho add reads it anew."
        )
    if (isinstance(error, sa.exc.DBAPIError) and error.connection_invalidated) or isinstance(error, sa.exc.OperationalError):
        return 503, f"The record cannot be reached just now: {told}. Ask again in a moment."
    return 500, f"The record cannot be read: {told}. See with saidwho verify what is sound."


def _told(error: dict[str, Any]) -> str:
    name = str(error["loc"][-1]) if error["loc"] else "the question"
    if error["type"] == "extra_forbidden":
        return f"There is no parameter {name!r} here"
    if error["type"] == "json_invalid":
        return "The body is no JSON"
    given = error.get("input")
    if error["type"] == "string_pattern_mismatch" and name in _WRITTEN:
        return f"{name}: {given!r} cannot be read. Write {_WRITTEN[name]}"
    return f"{name}: {error['msg']}" + (f", not {given!r}" if isinstance(given, str | int | float) else "")


def _phrase(status: int) -> str:
    """The head of a refusal, for people who do not know the numbers."""
    return _HEADS.get(status) or HTTPStatus(status).phrase
