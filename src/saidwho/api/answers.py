"""What does an answer look like: JSON with the address of the next page, CSV, JSON Lines, GeoJSON."""

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import urlencode

import orjson
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from saidwho.api.asking import Asking
from saidwho.api.views import Shape, View
from saidwho.record.find.filters import Page
from saidwho.record.record import Record
from saidwho.types.contract import VERSION, write_line

# Rows that a download asks the record for at a time. Between two questions others may read and write.
_STEP = 500

# A spreadsheet takes a cell that begins so for a formula, and reports hold what strangers wrote.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def json_answer(request: Request, shape: Shape) -> Response:
    """An object as JSON, with ok and the version."""
    whole: Shape = {"ok": True, "saidwho": VERSION} | shape
    return tagged(request, json_bytes(whole), "application/json")


def json_bytes(shape: Shape) -> bytes:
    """A shape of the contract as one line of JSON, as write_line writes it, in a tenth of the time."""
    try:
        return orjson.dumps(shape)
    except TypeError:  # half a surrogate pair in a report's words, or a number of more than 64 bits
        return write_line(shape).encode()


def tagged(request: Request, body: bytes, media_type: str) -> Response:
    """An answer with an ETag of its own bytes; 304 where the asker has it."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    known = (part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(","))
    if any(part in (tag, "*") for part in known):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)


def page_shape(request: Request, view: View, page: Page[Shape], asked: Asking, *, suffix: str = ".json") -> Shape:
    """A page of a list. next: the cursor; next_url: the address of the next page, with the same filters."""
    return {
        view.name: list(page.items),
        "next": page.next,
        "next_url": next_address(request, asked, page.next, path=f"/{view.name}{suffix}"),
    }


def next_address(request: Request, asked: Asking, cursor: str | None, *, path: str) -> str | None:
    """The address of the page after a cursor; None where there is none."""
    if cursor is None:
        return None
    given = asked.model_dump(exclude_defaults=True) | {"cursor": cursor}
    base = str(request.base_url).rstrip("/") if path.endswith(".json") else ""
    return f"{base}{path}?{address_query(given)}"


def address_query(given: dict[str, Any]) -> str:
    """Parameters as an address has them."""
    return urlencode({name: str(value).lower() if isinstance(value, bool) else value for name, value in given.items()})


def all_rows(record: Record, view: View, asked: Asking) -> Iterator[Shape]:
    """Every row that the filters let through, from the cursor on; no more than limit where the asker gave one."""
    wanted = asked.limit if "limit" in asked.model_fields_set else None
    cursor, given = asked.cursor, 0
    while True:
        size = _STEP if wanted is None else min(_STEP, wanted - given)
        step = asked.model_copy(update={"cursor": cursor, "limit": size})
        page = record.read(lambda connection: view.find(connection, step))  # noqa: B023
        yield from page.items
        given += len(page.items)
        cursor = page.next
        if cursor is None or (wanted is not None and given >= wanted):
            return


Write = Callable[[View, Iterable[Shape]], Iterator[str]]


def stream(record: Record, view: View, asked: Asking, form: str) -> Response:
    """A whole list, written while it is read. form: csv, jsonl or geojson."""
    write, media_type = FORMS[form]
    rows = all_rows(record, view, asked)
    first = next(rows, None)  # so that a filter that makes no sense is refused before the answer begins

    def told() -> Iterator[Shape]:
        if first is not None:
            yield first
            yield from rows

    headers = {"Content-Disposition": f'attachment; filename="{view.name}.{form}"', "Cache-Control": "no-cache"}
    return StreamingResponse((part.encode("utf-8", "replace") for part in write(view, told())), media_type=media_type, headers=headers)


def _csv(view: View, rows: Iterable[Shape]) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(view.columns)
    for row in rows:
        writer.writerow([_cell(_value(row, column)) for column in view.columns])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def _value(row: Any, column: str) -> Any:
    """What a column leads to; of a list, each one's."""
    for name in column.split("."):
        if isinstance(row, list):
            row = "; ".join(str(one[name]) for one in row)
        elif row is not None:
            row = row[name]
    return row


def _cell(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _json_lines(_: View, rows: Iterable[Shape]) -> Iterator[str]:
    for row in rows:
        yield f"{write_line(row)}\n"


def _geojson(view: View, rows: Iterable[Shape]) -> Iterator[str]:
    """RFC 7946, a feature for each place of a row. A country's or region's middle says so in where_prec."""
    yield '{"type":"FeatureCollection","features":['
    joint = ""
    for row in rows:
        for (lat, lon), place in view.points(row) if view.points else ():
            properties = {column: _value(row, column) for column in view.columns} | {
                "place": place["name"],
                "where_prec": place["where_prec"],
                "geonameid": place["geonameid"],
            }
            feature = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [lon, lat]}, "properties": properties}
            yield joint + json.dumps(feature, ensure_ascii=True, separators=(",", ":"))
            joint = ",\n"
    yield "]}\n"


FORMS: dict[str, tuple[Write, str]] = {
    "csv": (_csv, "text/csv; charset=utf-8"),
    "jsonl": (_json_lines, "application/x-ndjson"),
    "geojson": (_geojson, "application/geo+json"),
}
