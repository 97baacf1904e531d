"""A small gazetteer of real places, written by hand, and readings made without a model."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from saidwho.grounding.places.features import PRECISION, Feature, Kind
from saidwho.grounding.places.gazetteer import Gazetteer
from saidwho.grounding.places.index import Index, Named, write_index

CODES = (("UA", "UKR"), ("RU", "RUS"), ("US", "USA"), ("CA", "CAN"), ("GB", "GBR"), ("TR", "TUR"), ("SD", "SDN"))


def place(
    number: int | None,
    name: str,
    kind: Kind,
    country: str | None,
    *,
    at: tuple[float, float],
    admin1: tuple[str, str] | None = None,
    people: int = 0,
    fame: int = 0,
    names: tuple[str, ...] = (),
    adjectives: tuple[str, ...] = (),
    is_capital: bool = False,
    where_prec: int | None = None,
) -> Named:
    """One place for an index. admin1: code and name."""
    feature = Feature(
        geonameid=number,
        name=name,
        kind=kind,
        where_prec=where_prec or PRECISION[kind],
        country=country,
        admin1=admin1[0] if admin1 else None,
        admin1_name=admin1[1] if admin1 else None,
        lat=at[0],
        lon=at[1],
        population=people,
        fame=fame,
        is_capital=is_capital,
    )
    return Named(feature=feature, names=names, adjectives=adjectives)


DONETSK, CHERNIHIV, KHERSON = ("05", "Donetsk Oblast"), ("02", "Chernihiv Oblast"), ("08", "Kherson Oblast")
PLACES = (
    place(1, "Ukraine", "country", "UKR", at=(49, 32), people=40_000_000),
    place(2, "Russia", "country", "RUS", at=(60, 100), people=140_000_000),
    place(3, "United States", "country", "USA", at=(39.8, -98.5), people=320_000_000, names=("US", "U.S.", "America")),
    place(4, "Turkey", "country", "TUR", at=(39, 35), people=80_000_000),
    place(5, "Canada", "country", "CAN", at=(60, -113), people=38_000_000),
    place(6, "United Kingdom", "country", "GBR", at=(54, -2), people=66_000_000, names=("UK",)),
    place(10, "Donetsk Oblast", "province", "UKR", at=(48, 37.5), admin1=DONETSK, people=6_600_000),
    place(11, "Kherson Oblast", "province", "UKR", at=(46.6, 33.4), admin1=KHERSON, people=590_000),
    place(12, "Manitoba", "province", "CAN", at=(55, -97), admin1=("03", "Manitoba"), people=1_200_000, names=("Man.", "MB")),
    place(13, "New York", "province", "USA", at=(43, -75.5), admin1=("NY", "New York"), people=19_000_000, names=("N.Y.", "NY")),
    place(20, "Donetsk", "town", "UKR", at=(48.02, 37.8), admin1=DONETSK, people=900_000, fame=80),
    place(21, "Donetsk", "town", "RUS", at=(48.3, 40), admin1=("61", "Rostov"), people=50_000, fame=20),
    place(22, "Avdiivka", "town", "UKR", at=(48.14, 37.75), admin1=DONETSK, people=35_000, fame=20, names=("Avdeevka",)),
    place(23, "Avdiivka", "town", "UKR", at=(51.8, 32.8), admin1=CHERNIHIV, people=2_000, fame=5),
    place(24, "Kyiv", "town", "UKR", at=(50.45, 30.5), admin1=("12", "Kyiv"), people=2_900_000, fame=200, names=("Kiev",), is_capital=True),
    place(25, "Kherson", "town", "UKR", at=(46.64, 32.6), admin1=KHERSON, people=280_000, fame=60),
    place(26, "New York City", "town", "USA", at=(40.7, -74), admin1=("NY", "New York"), people=8_000_000, fame=300, names=("New York",)),
    place(27, "Churchill", "town", "CAN", at=(58.8, -94.2), admin1=("03", "Manitoba"), people=900, fame=9),
    place(28, "Churchill", "town", "GBR", at=(51.3, -2.8), admin1=("ENG", "England"), people=2_200, fame=20),
    place(29, "Al Fashir", "town", "SDN", at=(13.6, 25.3), people=250_000, fame=30, names=("El Fasher",)),
    place(30, "March", "town", "GBR", at=(52.5, 0.1), admin1=("ENG", "England"), people=22_000, fame=5),
    place(31, "Ankara", "town", "TUR", at=(39.9, 32.9), people=3_500_000, fame=150, is_capital=True),
    place(None, "Donbas", "area", "UKR", at=(48.3, 38)),
    place(None, "Sahel", "area", None, at=(15, 2), where_prec=7),
    place(40, "Europe", "continent", None, at=(48.7, 9.1), adjectives=("European",)),
    place(None, "White House", "site", "USA", at=(38.9, -77)),
    *(place(1000 + n, "Springfield", "town", f"X{n:02d}", at=(n / 2, n), people=1000 + n) for n in range(90)),
)


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    """The places above."""
    file: Path = tmp_path_factory.mktemp("gazetteer") / "small.sqlite"
    write_index(file, PLACES, CODES)
    with Gazetteer((Index(file),)) as opened:
        yield opened
