"""Which towns lie in a part of the world? The gazetteer's, so that a map needs nothing from elsewhere."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from saidwho.grounding.places.towns import read_towns

# Smaller ones are not read: with them a map of any size is full, and what is kept stays under 5 MB.
_SMALLEST = 3_000  # people


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town of the gazetteer. people: how many live there."""

    name: str
    lat: float
    lon: float
    people: int


@cache
def _towns() -> tuple[list[str], Any, Any, Any]:
    """Names, latitudes, longitudes and inhabitants, the largest first. Read once a process: a second or two."""
    found = [
        (town["population"], town["latitude"], town["longitude"], town["name"]) for town in read_towns() if town["population"] >= _SMALLEST
    ]
    found.sort(key=lambda one: -one[0])
    people, lats, lons = (np.array([one[at] for one in found], dtype=np.float32) for at in range(3))
    return [one[3] for one in found], lats, lons, people


def towns_in(*, west: float, south: float, east: float, north: float, most: int) -> list[Town]:
    """The largest towns in a part of the world, in degrees."""
    names, lats, lons, people = _towns()
    inside = np.flatnonzero((lats >= south) & (lats <= north) & (lons >= west) & (lons <= east))[:most]
    return [Town(name=names[at], lat=round(float(lats[at]), 4), lon=round(float(lons[at]), 4), people=int(people[at])) for at in inside]


def warm_up() -> None:
    """Read the towns before somebody waits for them."""
    _towns()
