"""Which places does a record know?"""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.find.filters import Filters, Page, cursor_from, cursor_parts
from saidwho.record.find.names import numbers_near, numbers_of_place
from saidwho.record.find.searching import one_of
from saidwho.record.keys import key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlace:
    """A place as a list shows it. where_prec: UCDP GED codebook, 1 to 7. documents, statements: how many speak of it."""

    n: int
    name: str
    geonameid: int | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    where_prec: int | None
    documents: int
    statements: int


def find_places(connection: sa.Connection, filters: Filters) -> Page[FoundPlace]:
    """Places in the order of their names. about: words of the name. place: all that is in it. near: a circle.

    No other filter has a meaning here: FilterError.
    """
    filters.refuse_others("about", "place", "near", what="Places")
    table = tables.places
    asked = _selected().where(*_conditions(connection, filters))
    if filters.cursor:
        key, number = cursor_parts(filters.cursor, str, int)
        asked = asked.where(sa.or_(table.c.key > key, sa.and_(table.c.key == key, table.c.n > number)), table.c.key >= key)
    rows = connection.execute(asked.order_by(table.c.key, table.c.n).limit(filters.limit + 1)).all()
    page, is_last = rows[: filters.limit], len(rows) <= filters.limit
    return Page(items=tuple(map(_place_of, page)), next=None if is_last else cursor_from(page[-1].key, page[-1].n))


def most_named_places(connection: sa.Connection, filters: Filters, *, most: int) -> list[FoundPlace]:
    """The places that most documents name, the first first; statements are not counted, and 0. Filters as of find_places."""
    filters.refuse_others("about", "place", "near", what="Places")
    table, share = tables.places, tables.document_places
    number = sa.func.count().label("documents")
    counted = sa.select(share.c.place, number).group_by(share.c.place)
    chosen = _conditions(connection, filters)
    if chosen:
        counted = counted.where(share.c.place.in_(sa.select(table.c.n).where(*chosen)))
    found = counted.order_by(number.desc(), share.c.place).limit(most).subquery()
    columns = [table.c[name] for name in ("n", "name", "geonameid", "country", "admin1", "lat", "lon", "where_prec")]
    rows = connection.execute(sa.select(*columns, found.c.documents).join(found, found.c.place == table.c.n))
    places = [FoundPlace(**row._mapping, statements=0) for row in rows]
    return sorted(places, key=lambda place: (-place.documents, place.name, place.n))


def _conditions(connection: sa.Connection, filters: Filters) -> list[sa.ColumnElement[bool]]:
    table = tables.places
    found = [table.c.key.contains(word.strip('"'), autoescape=True) for word in (key_of(filters.about) or "").split()]
    if filters.place:
        found.append(one_of(table.c.n, numbers_of_place(connection, filters.place)))
    if filters.near:
        found.append(one_of(table.c.n, numbers_near(connection, filters.near)))
    return found


def _selected() -> sa.Select[Any]:
    """Places that something in the record speaks of: the row of one stays when its last document goes."""
    table, share, said = tables.places, tables.document_places, tables.statement_places
    columns: list[sa.ColumnElement[Any]] = [
        table.c[name] for name in ("n", "name", "key", "geonameid", "country", "admin1", "lat", "lon", "where_prec")
    ]
    columns.append(sa.select(sa.func.count()).where(share.c.place == table.c.n).scalar_subquery().label("documents"))
    columns.append(sa.select(sa.func.count()).where(said.c.place == table.c.n).scalar_subquery().label("statements"))
    return sa.select(*columns).where(
        sa.or_(sa.exists().where(share.c.place == table.c.n), sa.exists().where(said.c.place == table.c.n)),
    )


def _place_of(row: sa.Row[Any]) -> FoundPlace:
    return FoundPlace(**{name: value for name, value in row._mapping.items() if name != "key"})
