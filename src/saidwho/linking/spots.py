"""Do two happenings lie in the same place?"""

import math
from collections.abc import Iterable
from typing import Literal, Protocol

from saidwho.linking.facts import COUNTRY

Where = Literal["same", "inside", "other", "unknown"]

# A town and its outskirts; UCDP GED counts places within 25 km of a named one as where_prec 2.
NEAR = 25.0  # km
_EARTH = 6371.0  # km, mean radius


class Located(Protocol):
    """What of a place is compared; see saidwho.types.grounding.Place."""

    @property
    def name(self) -> str: ...
    @property
    def geonameid(self) -> int | None: ...
    @property
    def country(self) -> str | None: ...
    @property
    def admin1(self) -> str | None: ...
    @property
    def lat(self) -> float | None: ...
    @property
    def lon(self) -> float | None: ...
    @property
    def where_prec(self) -> int | None: ...


def compare_places(ones: Iterable[Located], others: Iterable[Located]) -> Where:
    """The closest that two sets of places come. inside: one is a region or country that holds the other.

    A set that names nothing narrower than a country, against one that names nothing else, is told by the country.
    """
    ones, others = _narrowest(ones), _narrowest(others)
    if not ones or not others:
        return "unknown"
    found = {_compare(one, other) for one in ones for other in others}
    closest: tuple[Where, ...] = ("same", "inside", "other")
    return next(where for where in closest if where in found)


def _narrowest(places: Iterable[Located]) -> list[Located]:
    """Without the countries, where something narrower is named."""
    found = list(places)
    narrow = [place for place in found if (place.where_prec or COUNTRY) < COUNTRY or place.geonameid is None]
    return narrow or found


def _compare(one: Located, other: Located) -> Where:
    if one.geonameid is not None and one.geonameid == other.geonameid:
        return "same"
    if one.geonameid is None or other.geonameid is None:
        return "same" if one.name.casefold() == other.name.casefold() else "other"
    if one.country and other.country and one.country != other.country:
        return "other"
    wide = sorted((one, other), key=lambda place: -(place.where_prec or 0))
    if (wide[0].where_prec or 0) >= COUNTRY:
        return "inside" if (wide[1].where_prec or 0) < COUNTRY else "same"
    if (wide[0].where_prec or 0) >= 4:  # a province
        return "inside" if one.admin1 == other.admin1 else "other"
    return "same" if distance(one, other) <= NEAR else "other"


def distance(one: Located, other: Located) -> float:
    """Great-circle distance in km; 0 where a place has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 0.0
    a, b = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))
