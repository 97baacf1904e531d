"""What does a user's own GeoNames dump hold?

A file as GeoNames offers them for a country ("SD.txt", "SD.zip") or for the world: one place a line, 19 columns parted by
tabs (https://download.geonames.org/export/dump/readme.txt).
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from saidwho.errors import GazetteerError
from saidwho.grounding.places.build import is_name
from saidwho.grounding.places.features import PRECISION, Feature, Kind
from saidwho.grounding.places.index import Named
from saidwho.grounding.places.transliteration import preferred_name

_COLUMNS = 19
# GeoNames' feature classes and codes that our kinds stand for. Countries are not taken: ours are there already.
_BY_CODE: dict[str, Kind] = {"ADM1": "province", "ADM2": "district", "ADM3": "district", "ADM4": "district"}
_BY_CLASS: dict[str, Kind] = {"P": "town", "H": "water", "L": "area", "T": "area", "V": "area", "S": "site", "R": "area"}


def read_dump(file: Path, alpha3: dict[str, str], provinces: dict[tuple[str, str], str]) -> Iterator[Named]:
    """The places of a dump, in its order.

    alpha3: ISO 3166-1 alpha-3 codes by alpha-2. provinces: names of first-level divisions by country (alpha-3) and code.
    Raises GazetteerError with file and line where it is no such dump.
    """
    with _opened(file) as stream:
        number = 0
        try:
            for number, line in enumerate(stream, start=1):
                if line.strip():
                    named = _named(line.rstrip("\r\n").split("\t"), f"{file}:{number}", alpha3, provinces)
                    if named is not None:
                        yield named
        except (UnicodeDecodeError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
            raise GazetteerError(f"{file}:{number + 1}: cannot be read ({error}). A GeoNames dump is text in UTF-8.") from error
    if not number:
        raise GazetteerError(f"{file}: is empty. Expected a GeoNames dump: one place a line, {_COLUMNS} columns parted by tabs.")


@contextmanager
def _opened(file: Path) -> Iterator[TextIO]:
    try:
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as archive, archive.open(_member(file, archive)) as raw:
                yield io.TextIOWrapper(raw, encoding="utf-8")
        else:
            with file.open(encoding="utf-8") as stream:
                yield stream
    except OSError as error:
        raise GazetteerError(f"{file}: cannot be opened ({error.strerror or error}). Name a GeoNames dump.") from error


def _member(file: Path, archive: zipfile.ZipFile) -> str:
    """The file in an archive that holds the places; GeoNames puts a readme beside it."""
    members = [name for name in archive.namelist() if name.endswith(".txt") and "readme" not in name.lower()]
    if len(members) != 1:
        raise GazetteerError(f"{file}: holds {len(members)} text files beside a readme, expected one. Unpack it and name the right one.")
    return members[0]


def _named(cells: list[str], where: str, alpha3: dict[str, str], provinces: dict[tuple[str, str], str]) -> Named | None:
    """A line as a place; None for a kind that we do not take."""
    if len(cells) != _COLUMNS:
        raise GazetteerError(f"{where}: {len(cells)} columns, expected {_COLUMNS} parted by tabs, as in a GeoNames dump.")
    kind = _BY_CODE.get(cells[7]) if cells[6] == "A" else _BY_CLASS.get(cells[6])
    if kind is None:
        return None
    country = alpha3.get(cells[8])
    if country is None and cells[8]:
        raise GazetteerError(f"{where}: no country has the code {cells[8]!r}.")
    others = cells[3].split(",") if cells[3] else []
    feature = Feature(
        geonameid=_whole(cells[0], "geonameid", where),
        name=preferred_name(cells[1], others) if country == "UKR" else cells[1],
        kind=kind,
        where_prec=PRECISION[kind],
        country=country,
        admin1=cells[10] or None,
        admin1_name=provinces.get((country or "", cells[10])),
        lat=_degrees(cells[4], 90, "latitude", where),
        lon=_degrees(cells[5], 180, "longitude", where),
        population=_whole(cells[14] or "0", "population", where),
        fame=len(others),
        is_capital=cells[7] == "PPLC",
    )
    return Named(feature=feature, names=(cells[1], cells[2], *filter(is_name, others)))


def _whole(cell: str, what: str, where: str) -> int:
    # 18 digits are more than any id or population has, and as many as a database keeps exactly.
    if not (cell.isascii() and cell.isdigit() and len(cell) <= 18):
        raise GazetteerError(f"{where}: the {what} is {cell[:40]!r}, expected a whole number.")
    return int(cell)


def _degrees(cell: str, limit: int, what: str, where: str) -> float:
    try:
        value = float(cell)
    except ValueError as error:
        raise GazetteerError(f"{where}: the {what} is {cell[:40]!r}, expected degrees.") from error
    if not -limit <= value <= limit:
        raise GazetteerError(f"{where}: the {what} is {cell[:40]}, expected degrees from -{limit} to {limit}.")
    return value
