"""What a gazetteer knows of one place."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["town", "country", "province", "district", "area", "water", "site", "continent"]
Match = Literal["name", "other name", "adjective", "misprint"]

# What UCDP's codebook gives to each kind, where our tables say nothing else: 1 a point, 3 and 4 second and first-level
# divisions, 5 a fuzzy region or a line, 6 a country, 7 what is larger than one or belongs to none.
PRECISION: dict[Kind, int] = {
    "town": 1,
    "site": 1,
    "district": 3,
    "province": 4,
    "area": 5,
    "water": 5,
    "country": 6,
    "continent": 7,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One place of a gazetteer.

    country: ISO 3166-1 alpha-3, None where it lies in several or none. admin1: GeoNames' first-level code, and its name.
    lat, lon: degrees, WGS 84; of what is no point, a point that stands for it. where_prec: UCDP GED codebook.
    population: 0 where unknown; of a division, that of its towns. fame: how many names and spellings it has, in all scripts.
    """

    geonameid: int | None
    name: str
    kind: Kind
    where_prec: int
    country: str | None
    admin1: str | None
    admin1_name: str | None
    lat: float
    lon: float
    population: int
    fame: int
    is_capital: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a name may stand for. match: how the name fits. edits: letters that differ, 0 but for a misprint."""

    feature: Feature
    match: Match
    edits: int = 0
