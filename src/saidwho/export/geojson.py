"""Placed propositions as GeoJSON (RFC 7946)."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from saidwho.export.cells import Shape
from saidwho.export.flat import rows

# One proposition of three places is three features: each is a place where it is said to be.
_PLACE = ("name", "geonameid", "country", "admin1", "where_prec", "use", "score")
_ROW = ("document_id", "outlet", "url", "published", "statement_id", "act", "quote", "speaker", "chain", "proposition_id", "words",
        "negated", "modality", "event", "mode", "actors", "recipients", "when", "date_prec", "figure", "low", "high", "counts")  # fmt: skip


def write_geojson(reports: Iterable[Shape], stream: TextIO) -> None:
    """Write a FeatureCollection: a point for each place of each proposition whose coordinates are known.

    where_prec says how exact a point is: from 3 on it stands for a district, a region, or a whole country.
    """
    stream.write('{"type":"FeatureCollection","features":[')
    for number, feature in enumerate(_features(reports)):
        stream.write((",\n" if number else "\n") + json.dumps(feature, ensure_ascii=False, separators=(",", ":"), allow_nan=False))
    stream.write("\n]}\n")


def _features(reports: Iterable[Shape]) -> Iterator[dict[str, Any]]:
    for report in reports:
        found = {row["proposition_id"]: row for row in rows([report]) if row["proposition_id"]}
        for statement in report["statements"]:
            for part in statement["propositions"]:
                for place in part["places"]:
                    if place["lat"] is not None and place["lon"] is not None:
                        yield _feature(found[part["id"]], place)


def _feature(row: dict[str, Any], place: Shape) -> dict[str, Any]:
    told = {"place" if name == "name" else name: place[name] for name in _PLACE}
    return {
        "type": "Feature",
        "id": f"{row['proposition_id']}:{place['span'][0]}",
        "geometry": {"type": "Point", "coordinates": [place["lon"], place["lat"]]},
        "properties": {**{name: row[name] for name in _ROW}, **told},
    }
