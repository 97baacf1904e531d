"""Happenings in the columns of UCDP GED. A view of what is said, not GED data: one row a proposition, nothing coded by hand."""

import math
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from saidwho.export.cells import Shape
from saidwho.export.countries import country_of
from saidwho.export.csv import write_table
from saidwho.export.happenings import Happening, happenings
from saidwho.export.vague import vague_number

# Columns: UCDP GED Codebook, versions 21.1 to 24.1.
COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name",
    "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id",
    "side_b", "number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original",
    "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid",
    "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip


def write_ged(reports: Iterable[Shape], stream: TextIO, *, vague_numbers: str | None = None, spreadsheet: bool = False) -> None:
    """Write happenings as CSV in GED's columns; what the text does not tell is empty.

    low, high: what the words allow. best: where they allow one number only. vague_numbers: a rule of vague.RULES for words
    without a number, which gives best. source_original: who says it.
    """
    write_table(_rows(reports, vague_numbers), COLUMNS, stream, spreadsheet=spreadsheet)


def _rows(reports: Iterable[Shape], rule: str | None) -> Iterator[dict[str, Any]]:
    for found in happenings(reports, ("ASSAULT",)):
        document = found.document
        row: dict[str, Any] = {"id": found.part["id"], "year": found.year, "number_of_sources": 1}
        row |= {"side_a": "; ".join(found.people("actor")), "side_b": "; ".join(found.people("recipient"))}
        row |= {"source_article": document["url"] or document["key"], "source_office": document["outlet"]}
        row |= {"source_date": (document["published"] or "")[:10], "source_headline": document["title"], "source_original": found.speaker}
        row |= {"date_start": found.start, "date_end": found.end, "date_prec": found.time["date_prec"] if found.time else None}
        yield row | _where(found) | _deaths(found, rule)


def _where(found: Happening) -> dict[str, Any]:
    place = found.place
    if place is None:
        return {}
    country = country_of(place["country"])
    row: dict[str, Any] = {"where_prec": place["where_prec"], "where_coordinates": place["name"], "adm_1": place["admin1"]}
    row |= {"country": country.name if country else None, "where_description": found.words([place["span"]])}
    lat, lon = place["lat"], place["lon"]
    if lat is None or lon is None:
        return row
    return row | {"latitude": lat, "longitude": lon, "geom_wkt": f"POINT ({lon} {lat})", "priogrid_gid": _cell(lat, lon)}


def _cell(lat: float, lon: float) -> int:
    """The cell of PRIO-GRID: half degrees, counted from 1 at the south-west corner, 720 to a row."""
    row, column = min(math.floor((lat + 90) * 2), 359), min(math.floor((lon + 180) * 2), 719)
    return row * 720 + column + 1


def _deaths(found: Happening, rule: str | None) -> dict[str, Any]:
    figure = found.killed
    if figure is None:
        return {}
    low, high = figure["low"], figure["high"]
    best = low if low is not None and low == high else None
    if low is None and high is None:
        best = vague_number(found.words([figure["span"]]), rule)
    row = {"low": low, "high": high, "best": best}
    return row | {"deaths_civilians": best} if "civilian" in (figure["victims"] or "").lower() else row
