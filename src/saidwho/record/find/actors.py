"""Which actors does a record know?"""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.find.filters import Filters, Page, cursor_from, cursor_parts
from saidwho.record.keys import key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundActor:
    """An actor as a list shows it. of: the id of whom it speaks for; of_name: that one's name.

    documents: how many name it. statements: how many are finally attributed to it, in the latest revisions.
    """

    n: int
    id: str
    name: str
    kind: str
    role: str | None
    of: str | None
    of_name: str | None
    country: str | None
    wikidata: str | None
    documents: int
    statements: int


def find_actors(connection: sa.Connection, filters: Filters) -> Page[FoundActor]:
    """Actors in the order of their names. about: words of the name. No other filter has a meaning here: FilterError."""
    filters.refuse_others("about", what="Actors")
    table, name = tables.actors, tables.actor_names
    asked = _selected().select_from(name.join(table, table.c.key == name.c.key))
    for word in (key_of(filters.about) or "").split():
        asked = asked.where(name.c.key.contains(word.strip('"'), autoescape=True))
    if filters.cursor:
        key, number = cursor_parts(filters.cursor, str, int)
        asked = asked.where(sa.or_(name.c.key > key, sa.and_(name.c.key == key, table.c.n > number)), name.c.key >= key)
    rows = connection.execute(asked.order_by(name.c.key, table.c.n).limit(filters.limit + 1)).all()
    page, is_last = rows[: filters.limit], len(rows) <= filters.limit
    return Page(items=tuple(map(_actor_of, page)), next=None if is_last else cursor_from(page[-1].key, page[-1].n))


def actor_with(connection: sa.Connection, identity: str) -> FoundActor | None:
    """The actor of an id."""
    row = connection.execute(_selected().where(tables.actors.c.id == identity)).one_or_none()
    return _actor_of(row) if row else None


def _selected() -> sa.Select[Any]:
    table, body = tables.actors, tables.actors.alias("body")
    share, said = tables.document_actors, tables.statements
    columns: list[sa.ColumnElement[Any]] = [
        table.c[name] for name in ("n", "id", "name", "key", "kind", "role", "of", "country", "wikidata")
    ]
    columns.append(sa.select(body.c.name).where(body.c.id == table.c.of).scalar_subquery().label("of_name"))
    columns.append(sa.select(sa.func.count()).where(share.c.actor == table.c.n).scalar_subquery().label("documents"))
    columns.append(sa.select(sa.func.count()).where(said.c.speaker == table.c.n, said.c.stands).scalar_subquery().label("statements"))
    return sa.select(*columns)


def _actor_of(row: sa.Row[Any]) -> FoundActor:
    return FoundActor(**{name: value for name, value in row._mapping.items() if name != "key"})
