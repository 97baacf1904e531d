"""What do our own tables say of countries, provinces, districts and regions?

Text beside this module: lines that begin with # are remarks, the first other line names the columns, parted by tabs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from saidwho.errors import GazetteerError
from saidwho.grounding.places.features import PRECISION, Kind

FOLDER = Path(__file__).parent
TABLES = ("countries.tsv", "provinces.tsv", "districts.tsv", "regions.tsv")
# The finer kinds of regions.tsv are for people; the program asks only for these.
_WATERS: dict[str, Kind] = dict.fromkeys(("sea", "strait", "lake", "river", "canal"), "water")
_KINDS: dict[str, Kind] = _WATERS | {
    "area": "area",
    "linear": "area",
    "continent": "continent",
    "district": "district",
    "province": "province",
    "site": "site",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table, as a place.

    names: the first is its own. adjectives: words for who or what is of it. code: the first-level code that it has or lies in.
    """

    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    kind: Kind
    where_prec: int
    country: str | None
    code: str | None
    geonameid: int | None
    lat: float
    lon: float


def country_points() -> dict[str, tuple[float, float, tuple[str, ...]]]:
    """By ISO 3166-1 alpha-3: latitude, longitude and names beside the common one."""
    return {cells["iso3"]: (*_point(cells, where), _parted(cells["other_names"])) for cells, where in read_table("countries.tsv")}


def division_rows() -> Iterator[Row]:
    """First- and second-level divisions."""
    files: tuple[tuple[str, Kind], ...] = (("provinces.tsv", "province"), ("districts.tsv", "district"))
    for file, kind in files:
        for cells, where in read_table(file):
            yield _row(cells, where, kind, country=cells["country"], code=cells["code"])


def region_rows() -> Iterator[Row]:
    """Regions, waters and sites."""
    for cells, where in read_table("regions.tsv"):
        if cells["kind"] not in _KINDS:
            raise GazetteerError(f"{where}: no such kind: {cells['kind']!r}. Kinds are {', '.join(sorted(_KINDS))}.")
        yield _row(cells, where, _KINDS[cells["kind"]], country=cells["country"] or None, code=None)


def _row(cells: dict[str, str], where: str, kind: Kind, *, country: str | None, code: str | None) -> Row:
    lat, lon = _point(cells, where)
    return Row(
        names=(cells["name"], *_parted(cells.get("other_names", ""))),
        adjectives=_parted(cells.get("adjectives", "")),
        kind=kind,
        where_prec=_whole(cells.get("where_prec", ""), where) or PRECISION[kind],
        country=country,
        code=code,
        geonameid=_whole(cells.get("geonameid", ""), where),
        lat=lat,
        lon=lon,
    )


def read_table(file: str) -> Iterator[tuple[dict[str, str], str]]:
    """The lines of a table as cells by column, each with the words that point people to it."""
    columns: list[str] = []
    for number, line in enumerate((FOLDER / file).read_text(encoding="utf-8").splitlines(), start=1):
        cells = line.split("\t")
        if line.startswith("#") or not line:
            continue
        if not columns:
            columns = cells
            continue
        if len(cells) != len(columns):
            raise GazetteerError(f"{FOLDER / file}:{number}: {len(cells)} columns, expected {len(columns)} ({', '.join(columns)}).")
        yield dict(zip(columns, cells, strict=True)), f"{FOLDER / file}:{number}"


def _parted(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


def _point(cells: dict[str, str], where: str) -> tuple[float, float]:
    try:
        lat, lon = float(cells["lat"]), float(cells["lon"])
    except ValueError as error:
        raise GazetteerError(f"{where}: lat and lon are degrees, not {cells['lat']!r} and {cells['lon']!r}.") from error
    return lat, lon


def _whole(cell: str, where: str) -> int | None:
    if not cell:
        return None
    try:
        return int(cell)
    except ValueError as error:
        raise GazetteerError(f"{where}: {cell!r} is no whole number.") from error
