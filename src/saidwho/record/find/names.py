"""Whom and where does somebody mean by a name?"""

import math
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

import sqlalchemy as sa
from rapidfuzz import fuzz, process

from saidwho.errors import FilterError
from saidwho.record import tables
from saidwho.record.find.filters import Near
from saidwho.record.keys import key_of, name_number
from saidwho.record.voices import RANKS

# A name that stands for more people than this is a word, not a name.
_MOST = 2000
_SHORTEST = 6  # characters of an id that may stand for it
_NEAREST = 3
_ALIKE = 60  # of 100: below it a name is no misspelling
_EARTH = 6371.0088  # km, mean radius
_DEGREE = 111.2  # km that a degree of latitude has, rounded up
COUNTRY, REGION = 6, 4  # where_prec of a place that is a whole country, a whole region


def voices_of(connection: sa.Connection, name: str) -> list[int]:
    """The numbers of the voices of those a name stands for: see voices. Whoever speaks for them speaks with theirs.

    name: an id or its beginning, a name, or words of a name. Raises FilterError with the nearest names where nobody has it.
    """
    identity = _with_id(connection, name)
    if identity is not None:
        return [identity.n]
    return [name_number(key) for key in keys_of(connection, name) or _nobody(connection, name)]


def keys_of(connection: sa.Connection, name: str) -> list[str]:
    """The names in the record that somebody means: the whole one, or where nobody has it those that have all its words."""
    table = tables.actor_names
    key = key_of(name) or ""
    if connection.execute(sa.select(table.c.key).where(table.c.key == key)).first() is not None:
        return [key]
    words = sa.and_(*((sa.literal(" ") + table.c.key + " ").contains(f" {word} ", autoescape=True) for word in key.split()))
    return list(connection.execute(sa.select(table.c.key).where(words).order_by(table.c.key).limit(_MOST)).scalars())


def numbers_of_actor(connection: sa.Connection, name: str) -> list[int]:
    """The numbers of actors that a name stands for, and of those who speak for them; of both together _MOST at most.

    name: as for voices_of. Raises FilterError.
    """
    identity, table = _with_id(connection, name), tables.actors
    if identity is not None:
        return _with_their_own(connection, {identity.id: identity.n})
    keys = keys_of(connection, name) or _nobody(connection, name)
    asked = sa.select(table.c.id, table.c.n).where(table.c.key.in_(keys)).order_by(table.c.n).limit(_MOST)
    return _with_their_own(connection, {row.id: row.n for row in connection.execute(asked)})


def _with_id(connection: sa.Connection, text: str) -> Any | None:
    """The only actor whose id is, or begins with, a text. The ids of the register are names, and are meant as a whole."""
    table = tables.actors
    if not is_prefix(text):
        return connection.execute(sa.select(table.c.id, table.c.n).where(table.c.id == text)).first()
    asked = sa.select(table.c.id, table.c.n).where(table.c.id >= text, table.c.id < text + "g").limit(2)
    rows = connection.execute(asked).all()
    return rows[0] if len(rows) == 1 else None


def _nobody(connection: sa.Connection, name: str) -> NoReturn:
    actor = tables.actors
    near = _alike(connection.execute(sa.select(tables.actor_names.c.key)).scalars(), key_of(name) or "")
    spelled = [connection.execute(sa.select(actor.c.name).where(actor.c.key == key).limit(1)).scalar_one_or_none() for key in near]
    raise FilterError(f"Nobody in the record is called {name!r}{_told(spelled)}.")


def _with_their_own(connection: sa.Connection, found: dict[str, int]) -> list[int]:
    """Also those who speak for them: a ministry and its spokesman for a state."""
    table = tables.actors
    numbers, bodies = dict.fromkeys(found.values()), list(found)
    for _ in range(RANKS):
        if not bodies or len(numbers) >= _MOST:
            break
        rows = connection.execute(sa.select(table.c.id, table.c.n).where(table.c.of.in_(bodies)).order_by(table.c.n).limit(_MOST)).all()
        bodies = [row.id for row in rows if row.n not in numbers]
        numbers |= dict.fromkeys(row.n for row in rows)
    return list(numbers)


def numbers_of_place(connection: sa.Connection, name: str) -> list[int]:
    """The numbers of the places a name stands for; of all places in it where it is a region or a country.

    name: as a gazetteer spells it, ISO 3166-1 alpha-3, or a GeoNames number. Raises FilterError with the nearest names.
    """
    table = tables.places
    numbers, areas = places_named(connection, name)
    inside = [
        sa.and_(table.c.country == country, table.c.admin1 == admin1) if admin1 else table.c.country == country for country, admin1 in areas
    ]
    found = set(connection.execute(sa.select(table.c.n).where(sa.or_(*inside))).scalars()) if inside else set()
    return sorted({*numbers, *found})


# A country by its code, or one region of it.
Area = tuple[str, str | None]


def places_named(connection: sa.Connection, name: str) -> tuple[list[int], list[Area]]:
    """The numbers of the places of a name, and the regions and countries among them. name: as for numbers_of_place.

    Raises FilterError with the nearest names.
    """
    table = tables.places
    asked = sa.select(table.c.n, table.c.name, table.c.country, table.c.where_prec)
    if name.isascii() and name.isdigit() and len(name) < 19:
        rows = connection.execute(asked.where(table.c.geonameid == int(name))).all()
    else:
        rows = connection.execute(asked.where(table.c.key == key_of(name))).all()
    areas: list[Area] = [
        (row.country, None if row.where_prec == COUNTRY else row.name)
        for row in rows
        if row.country and row.where_prec in (COUNTRY, REGION)
    ]
    is_code = not rows and len(name) == 3 and name.isupper()
    if is_code and connection.execute(sa.select(table.c.n).where(table.c.country == name).limit(1)).first() is not None:
        areas = [(name, None)]
    if not rows and not areas:
        raise FilterError(f"No place in the record is called {name!r}{_told(_alike(_spellings(connection, table), name))}.")
    return sorted(row.n for row in rows), list(dict.fromkeys(areas))


def numbers_near(connection: sa.Connection, near: Near) -> list[int]:
    """The numbers of the places in a circle. Those that stand for a whole region or country are in none."""
    table = tables.places
    lat = near.km / _DEGREE
    asked = sa.select(table.c.n, table.c.lat, table.c.lon).where(table.c.lat.between(near.lat - lat, near.lat + lat))
    asked = asked.where(sa.or_(table.c.where_prec.is_(None), table.c.where_prec < REGION))
    south, north = int(near.lat - lat + 90), int(near.lat + lat + 90)
    asked = asked.where(table.c.cell.between(max(south, 0) * 1000, min(north, 180) * 1000 + 999))
    return sorted(row.n for row in connection.execute(asked) if kilometres(near.lat, near.lon, row.lat, row.lon) <= near.km)


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """How far two points are from one another along the earth (haversine)."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))


def check_outlet(connection: sa.Connection, name: str) -> str:
    """The key of an outlet. Raises FilterError with the nearest names where none is called so."""
    table = tables.documents
    key = key_of(name) or ""
    if connection.execute(sa.select(table.c.n).where(table.c.outlet_key == key).limit(1)).first() is None:
        names = connection.execute(
            sa.select(sa.func.min(table.c.outlet)).where(~table.c.is_withheld).group_by(table.c.outlet_key)
        ).scalars()
        raise FilterError(f"No outlet in the record is called {name!r}{_told(_alike(names, key))}.")
    return key


def is_prefix(text: str) -> bool:
    """Whether a text may be an id or its beginning."""
    return len(text) >= _SHORTEST and len(text) <= 64 and set(text) <= set("0123456789abcdef")


def _spellings(connection: sa.Connection, table: sa.Table) -> Iterable[str]:
    return connection.execute(sa.select(table.c.name).distinct().execution_options(yield_per=10_000)).scalars()


def _alike(names: Iterable[str | None], wanted: str) -> list[str]:
    """The names most like one, the nearest first."""
    choices: Sequence[str] = [name for name in names if name]
    folded = [key_of(name) or "" for name in choices]
    found = process.extract(key_of(wanted) or "", folded, scorer=fuzz.WRatio, limit=_NEAREST, score_cutoff=_ALIKE)
    return [choices[at] for _, _, at in found]


def _told(names: Sequence[str | None]) -> str:
    """Names as the end of a message."""
    found = [name for name in names if name]
    return f". Nearest: {', '.join(found)}" if found else ""
