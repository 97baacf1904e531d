"""Where are things said to happen: a map drawn from the gazetteer's towns, that shows how exactly a place is known.

Coordinates are drawn in the projection of web maps (EPSG:3857), so that shapes look as people know them.
"""

import math
import weakref
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Annotated
from weakref import WeakKeyDictionary

from fastapi import APIRouter, Query
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from saidwho.api.answers import address_query, json_answer
from saidwho.api.asking import AskingPlaces
from saidwho.api.renewed import Renewed
from saidwho.api.views import Shape
from saidwho.record.find.places import most_named_places
from saidwho.record.find.shapes import plain_shape
from saidwho.record.record import Record
from saidwho.web.answering import page_answer
from saidwho.web.drawing import draw_part
from saidwho.web.towns import Town, towns_in

WIDTH, HEIGHT = 760, 460
_EARTH = 40_075.017  # km around the equator
_NARROWEST = 0.0008  # of the world's width that a map shows at least: 30 km
_WIDEST = 0.8
_TOWNS = 28  # names on one map
_MOST_TOWNS = 140
_EDGE = 180  # points from the right edge, within which a place's name stands before it
# Places that a map is made of, that it draws, and that the list below it names.
_MOST, _DRAWN, _LISTED = 2_000, 250, 150
# To count what a million statements name takes a tenth of a second.
_STAYS, _LONGEST = 20.0, 60.0  # seconds
_kept: WeakKeyDictionary[Record, Renewed["Named"]] = WeakKeyDictionary()
# How far off a place may be that is known no better than to its district, region, line or country (UCDP where_prec).
_RADIUS = {2: 25.0, 3: 40.0, 4: 90.0, 5: 60.0, 6: 250.0, 7: 500.0}  # km


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of the record. weight: how much is said of it. where: its address."""

    name: str
    lat: float
    lon: float
    where_prec: int | None
    weight: int
    told: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A part of the world. x, y: of its middle, across: its width, all in widths of the world."""

    x: float
    y: float
    across: float

    @property
    def tall(self) -> float:
        return self.across * HEIGHT / WIDTH

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a point is drawn."""
        x, y = project(lat, lon)
        scale = WIDTH / self.across
        return round((x - self.x) * scale + WIDTH / 2, 1), round((y - self.y) * scale + HEIGHT / 2, 1)


def maps_router(record: Record) -> APIRouter:
    """/map, and the towns for its script."""
    router = APIRouter()

    @router.get("/map")
    def _map(request: Request, asked: Annotated[AskingMap, Query()]) -> Response:
        places = AskingPlaces.model_validate({name: value for name, value in asked.given().items() if name != "at"})
        found = _most_named(record, places)
        return page_answer(request, "map.html", {"asked": asked, "map": _map_part(found, places, asked.at), "places": found.listed})

    @router.get("/map/towns.json")
    def _towns(
        request: Request,
        west: Annotated[float, Query(ge=-180, le=180)],
        south: Annotated[float, Query(ge=-90, le=90)],
        east: Annotated[float, Query(ge=-180, le=180)],
        north: Annotated[float, Query(ge=-90, le=90)],
    ) -> Response:
        found = towns_in(west=west, south=south, east=east, north=north, most=_MOST_TOWNS)
        return json_answer(request, {"towns": [[town.name, town.lat, town.lon, town.people] for town in found]})

    return router


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The places that most documents name. whole: the map around all of them, drawn. listed: the table of the first, drawn."""

    spots: list[Spot]
    whole: Markup | None
    listed: Markup


def _map_part(found: Named, asked: AskingPlaces, at: str | None) -> Markup | None:
    """The map of some places; a map that somebody moved is drawn for him alone."""
    return draw_part("map_part.html", map=map_of(found.spots, at=at, given=asked.given())) if at else found.whole


def _most_named(record: Record, asked: AskingPlaces) -> Named:
    """The places that most documents name. Those of the whole record change slowly, and are kept for some seconds."""

    if asked.given():
        return _named(record, asked)
    found = _kept.get(record)
    if found is None:
        found = _kept.setdefault(record, Renewed(partial(_named, weakref.proxy(record), asked), stays=_STAYS, longest=_LONGEST))
    return found.get()


def _named(record: Record, asked: AskingPlaces) -> Named:
    places = record.read(lambda connection: most_named_places(connection, asked.filters(), most=_MOST))
    found = [plain_shape(place) for place in places]
    spots = spots_of([place for place in found if place["lat"] is not None])
    whole = draw_part("map_part.html", map=map_of(spots, given=asked.given())) if spots else None
    return Named(spots=spots, whole=whole, listed=draw_part("map_places.html", places=found[:_LISTED], is_cut=len(found) > _LISTED))


class AskingMap(AskingPlaces):
    """What the map shows, and from where. at: LAT,LON,KM: the middle and the width."""

    at: Annotated[str | None, Query(max_length=60, pattern=r"^-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?,\d{1,5}(\.\d+)?$")] = None


def spots_of(places: Sequence[Shape]) -> list[Spot]:
    """Places with coordinates as they are drawn, the heaviest first."""
    found = [
        Spot(
            name=place["name"],
            lat=place["lat"],
            lon=place["lon"],
            where_prec=place["where_prec"],
            weight=place.get("documents") or 1,
            told=", ".join(part for part in (place["name"], place["admin1"], place["country"]) if part),
            where="/claims?" + address_query({"place": place["name"]}),
        )
        for place in places
    ]
    once = {(spot.name, spot.lat, spot.lon): spot for spot in found}
    return sorted(once.values(), key=lambda spot: (-spot.weight, spot.name))


def project(lat: float, lon: float) -> tuple[float, float]:
    """Web Mercator, in widths of the world from its north-west corner."""
    sine = math.sin(math.radians(max(-85.0, min(85.0, lat))))
    return (lon + 180) / 360, 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


def unproject(x: float, y: float) -> tuple[float, float]:
    """Latitude and longitude of project."""
    return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y)))), x * 360 - 180


def map_of(spots: Sequence[Spot], *, at: str | None = None, given: Shape | None = None) -> Shape:
    """A map around some places, or at a place. given: filters that the addresses of its tools keep."""
    window = _at(at) if at else _around(spots)
    towns = _towns_of(window)
    shown = [spot for spot in spots if _is_inside(window, spot.lat, spot.lon)][:_DRAWN]
    heaviest = max((spot.weight for spot in shown), default=1)
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "spots": [_drawn(spot, window, heaviest) for spot in shown],
        "towns": towns,
        "x": window.x,
        "y": window.y,
        "across": window.across,
        "tools": _tools(window, given or {}) if given is not None else [],
        "names": _names_of(shown, window, towns, heaviest),
        "scale": _scale(window),
    }


# The same few towns are told of by many claims; a map is some 8 kB.
@lru_cache(maxsize=512)
def small_map(spots: tuple[Spot, ...]) -> Markup:
    """The map around some places, drawn."""
    return draw_part("map_part.html", map=map_of(spots))


def _at(at: str) -> Window:
    lat, lon, km = map(float, at.split(","))
    x, y = project(max(-85, min(85, lat)), max(-180, min(180, lon)))
    return Window(x=x, y=y, across=_bounded(km / (_EARTH * max(math.cos(math.radians(lat)), 0.05))))


def _around(spots: Sequence[Spot]) -> Window:
    """The heaviest places, with room about them. A place that is known no better than to a country does not widen it."""
    points = [project(spot.lat, spot.lon) for spot in spots if (spot.where_prec or 1) < 6] or [
        project(spot.lat, spot.lon) for spot in spots
    ]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    north, south = min(y for _, y in points), max(y for _, y in points)
    across = max((east - west) * 1.4, (south - north) * 1.4 * WIDTH / HEIGHT, 0.006)
    return Window(x=(west + east) / 2, y=(north + south) / 2, across=_bounded(across))


def _bounded(across: float) -> float:
    return min(max(across, _NARROWEST), _WIDEST)


def _is_inside(window: Window, lat: float, lon: float) -> bool:
    x, y = window.at(lat, lon)
    return -200 < x < WIDTH + 200 and -200 < y < HEIGHT + 200


def _drawn(spot: Spot, window: Window, heaviest: int) -> Shape:
    x, y = window.at(spot.lat, spot.lon)
    km = _RADIUS.get(spot.where_prec or 0)
    is_wide = km is not None and (spot.where_prec or 0) > 1
    per_km = WIDTH / (window.across * _EARTH * max(math.cos(math.radians(spot.lat)), 0.05))
    radius = max((km or 0) * per_km, 9) if is_wide else 5 + 7 * math.sqrt(spot.weight / heaviest)
    return {"x": x, "y": y, "r": round(min(radius, 400), 1), "wide": is_wide, "name": spot.name, "told": spot.told, "where": spot.where,
            "prec": spot.where_prec, "lat": spot.lat, "lon": spot.lon, "km": km if is_wide else None}  # fmt: skip


def _towns_of(window: Window) -> list[Shape]:
    north, west = unproject(window.x - window.across / 2, window.y - window.tall / 2)
    south, east = unproject(window.x + window.across / 2, window.y + window.tall / 2)
    found = towns_in(west=max(west, -180), south=south, east=min(east, 180), north=north, most=_MOST_TOWNS)
    drawn, taken, large = [], list[tuple[float, float]](), list[tuple[float, float]]()
    for town in found:
        x, y = window.at(town.lat, town.lon)
        is_named = (
            len(taken) < _TOWNS
            and 0 < x < WIDTH - 70
            and 12 < y < HEIGHT - 30
            and all(abs(x - a) > 80 or abs(y - b) > 16 for a, b in taken)
        )
        # On a phone the words are twice as large, so that fewer have room.
        is_minor = any(abs(x - a) < 170 and abs(y - b) < 34 for a, b in large) or x > WIDTH - 150
        taken += [(x, y)] if is_named else []
        large += [(x, y)] if is_named and not is_minor else []
        drawn.append({"x": x, "y": y, "r": _dot(town), "name": town.name if is_named else None, "minor": is_minor})
    return drawn


def _dot(town: Town) -> float:
    return 1.2 if town.people < 20_000 else 1.8 if town.people < 200_000 else 2.6


def _names_of(spots: Sequence[Spot], window: Window, towns: list[Shape], heaviest: int) -> list[Shape]:
    """Names of the record's places where they have room; a town's name gives way."""
    names: list[Shape] = []
    for spot in spots:
        x, y = window.at(spot.lat, spot.lon)
        if 0 < x < WIDTH and 0 < y < HEIGHT and len(names) < 40 and all(abs(x - one["x"]) > 90 or abs(y - one["y"]) > 18 for one in names):
            gap, is_before = _label_gap(spot, heaviest), x > WIDTH - _EDGE
            names.append({"x": x - gap if is_before else x + gap, "y": y, "name": spot.name, "before": is_before})
    for town in towns:
        if any(abs(town["x"] - one["x"]) < 90 and abs(town["y"] - one["y"]) < 18 for one in names):
            town["name"] = None
        town["minor"] |= any(abs(town["x"] - one["x"]) < 200 and abs(town["y"] - one["y"]) < 38 for one in names)
    return names


def _label_gap(spot: Spot, heaviest: int) -> float:
    """From a place's middle to its name: past the dot; from the middle of a ring, which may be wider than the map."""
    return 10.0 if (spot.where_prec or 0) > 1 else round(10 + 7 * math.sqrt(spot.weight / heaviest), 1)


def _tools(window: Window, given: Shape) -> list[tuple[str, str, str]]:
    """Sign, what it does, address: a map without scripts is moved by links."""
    third, moved = window.across / 3, []
    for sign, label, x, y, factor in (
        ("+", "Closer", 0, 0, 0.5), ("−", "Further away", 0, 0, 2), ("←", "West", -third, 0, 1), ("→", "East", third, 0, 1),
        ("↑", "North", 0, -third, 1), ("↓", "South", 0, third, 1),
    ):  # fmt: skip
        lat, lon = unproject(min(max(window.x + x, 0), 1), min(max(window.y + y, 0), 1))
        km = _bounded(window.across * factor) * _EARTH * max(math.cos(math.radians(lat)), 0.05)
        moved.append((sign, label, "/map?" + address_query(given | {"at": f"{lat:.4f},{lon:.4f},{km:.1f}"})))
    return moved


def _scale(window: Window) -> Shape:
    """A bar of a round number of kilometres."""
    lat, _ = unproject(window.x, window.y)
    per_km = WIDTH / (window.across * _EARTH * max(math.cos(math.radians(lat)), 0.05))
    km = next((size for size in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000) if size * per_km > 60), 5000)
    return {"km": km, "length": round(km * per_km, 1)}
