"""How is a gazetteer kept on disk?

One SQLite file that nobody writes to once it stands: it is built under another name and moved into place whole, and opened
as immutable, so that any number of processes read it without locks.
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from saidwho.errors import GazetteerError
from saidwho.grounding.places.features import Candidate, Feature, Match
from saidwho.grounding.places.spelling import is_latin, key_of, without_article, without_division

# Changed whenever the tables below or what goes into them change, so that an older file is never read.
FORMAT = 2

_TABLES = """
CREATE TABLE place (id INTEGER PRIMARY KEY, geonameid INTEGER, name TEXT NOT NULL, kind TEXT NOT NULL, where_prec INTEGER NOT NULL,
                    country TEXT, admin1 TEXT, admin1_name TEXT, lat REAL NOT NULL, lon REAL NOT NULL, population INTEGER NOT NULL,
                    fame INTEGER NOT NULL, is_capital INTEGER NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, country TEXT, fits INTEGER NOT NULL,
                   PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE code (iso2 TEXT PRIMARY KEY, iso3 TEXT NOT NULL) WITHOUT ROWID;
CREATE TEMP TABLE unsorted (key TEXT, place INTEGER, country TEXT, fits INTEGER);
"""
_SORT = """
BEGIN;
INSERT INTO name SELECT key, place, country, max(fits) FROM unsorted GROUP BY key, place ORDER BY key, place;
CREATE INDEX place_geonameid ON place (geonameid) WHERE geonameid IS NOT NULL;
CREATE INDEX place_country ON place (id) WHERE kind = 'country';
DROP TABLE unsorted;
COMMIT;
"""
_FOUND = """
SELECT p.geonameid, p.name, p.kind, p.where_prec, p.country, p.admin1, p.admin1_name, p.lat, p.lon, p.population, p.fame,
       p.is_capital, n.fits
FROM name n JOIN place p ON p.id = n.place WHERE n.key = ? ORDER BY p.id
"""
_BY_ID = """
SELECT geonameid, name, kind, where_prec, country, admin1, admin1_name, lat, lon, population, fame, is_capital
FROM place WHERE geonameid = ? ORDER BY id LIMIT 1
"""
_COUNTRIES = """
SELECT geonameid, name, kind, where_prec, country, admin1, admin1_name, lat, lon, population, fame, is_capital
FROM place WHERE kind = 'country' ORDER BY id
"""
# How a key fits its place, as kept in the column of that name.
_FITS: tuple[Match, ...] = ("adjective", "other name", "name")
_KEYS = "SELECT DISTINCT key FROM name WHERE key >= ? AND key < ? AND country = ? AND fits = 2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A feature on its way into an index. names: beside its own. adjectives: of who is of it."""

    feature: Feature
    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()


def write_index(file: Path, features: Iterable[Named], codes: Iterable[tuple[str, str]]) -> None:
    """Write an index whole, or not at all.

    codes: ISO 3166-1 alpha-2 and alpha-3. Raises GazetteerError where the folder cannot be written.
    """
    try:
        handle, draft = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    except OSError as error:
        raise GazetteerError(f"{file.parent}: the gazetteer cannot be written there ({error}).") from error
    os.close(handle)
    try:
        with closing(sqlite3.connect(draft, isolation_level=None)) as database:
            _fill(database, features, codes)
        Path(draft).replace(file)
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(f"{file}: the gazetteer cannot be written ({error}).") from error
    finally:
        Path(draft).unlink(missing_ok=True)


def _fill(database: sqlite3.Connection, features: Iterable[Named], codes: Iterable[tuple[str, str]]) -> None:
    # A draft that a crash leaves behind is thrown away, so nothing need reach the disk before the end.
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192;" + _TABLES + "BEGIN;")
    for number, named in enumerate(features, start=1):
        database.execute(f"INSERT INTO place VALUES ({', '.join('?' * 13)})", (number, *_cells(named.feature)))
        database.executemany("INSERT INTO unsorted VALUES (?, ?, ?, ?)", _name_rows(number, named))
    database.executemany("INSERT OR IGNORE INTO code VALUES (?, ?)", codes)
    database.executescript(_SORT)


def _cells(feature: Feature) -> tuple[object, ...]:
    return (
        feature.geonameid,
        feature.name,
        feature.kind,
        feature.where_prec,
        feature.country,
        feature.admin1,
        feature.admin1_name,
        feature.lat,
        feature.lon,
        feature.population,
        feature.fame,
        int(feature.is_capital),
    )


def _name_rows(number: int, named: Named) -> Iterator[tuple[str, int, str | None, int]]:
    own = key_of(named.feature.name)
    keys = {own, *(key_of(name) for name in named.names if is_latin(name))}
    if named.feature.kind in ("province", "district"):
        own_short = without_division(own)
        keys |= {without_division(key) for key in keys}
    else:
        own_short = own
    keys |= {without_article(key) for key in keys}
    for key in keys:
        if len(key) > 1:
            fits: Match = "name" if key in (own, own_short, without_article(own)) else "other name"
            yield key, number, named.feature.country, _FITS.index(fits)
    for adjective in named.adjectives:
        yield key_of(adjective), number, named.feature.country, _FITS.index("adjective")


class Index:
    """An index on disk, open for reading."""

    def __init__(self, file: Path) -> None:
        """Open it. Raises GazetteerError where it is missing or no index."""
        self.file = file
        try:
            self._database = sqlite3.connect(f"file:{quote(str(file))}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            self._database.execute("SELECT 1 FROM name LIMIT 1").fetchone()
        except sqlite3.Error as error:
            raise GazetteerError(f"{file}: is no gazetteer of saidwho ({error}). Delete it; it is built anew when it is needed.") from error

    def find(self, key: str) -> list[Candidate]:
        """Every place of that key, in the order they were written in."""
        return [Candidate(feature=_feature(row), match=_FITS[int(str(row[-1]))]) for row in self._rows(_FOUND, key)]

    def by_id(self, geonameid: int) -> Feature | None:
        rows = self._rows(_BY_ID, geonameid)
        return _feature(rows[0]) if rows else None

    def countries(self) -> list[Feature]:
        return [_feature(row) for row in self._rows(_COUNTRIES)]

    def keys_in(self, country: str, initial: str) -> list[str]:
        """The keys of the own names of a country's places that begin with a letter."""
        return [str(row[0]) for row in self._rows(_KEYS, initial, initial + "\uffff", country)]

    def codes(self) -> dict[str, str]:
        """Alpha-3 codes of countries by their alpha-2 codes."""
        return {str(iso2): str(iso3) for iso2, iso3 in self._rows("SELECT iso2, iso3 FROM code")}

    def close(self) -> None:
        self._database.close()

    def _rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        try:
            return self._database.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise GazetteerError(f"{self.file}: cannot be read ({error}). Delete it; it is built anew when it is needed.") from error


def _feature(row: tuple[object, ...]) -> Feature:
    fields = ("geonameid", "name", "kind", "where_prec", "country", "admin1", "admin1_name", "lat", "lon", "population", "fame")
    return Feature(**dict(zip(fields, row[:11], strict=True)), is_capital=bool(row[11]))  # type: ignore[arg-type]
