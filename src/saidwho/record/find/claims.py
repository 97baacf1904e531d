"""Which claims does a record hold?"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Self

import sqlalchemy as sa

from saidwho.errors import FilterError
from saidwho.record import tables
from saidwho.record.find.filters import Filters, Page, cursor_from, cursor_parts
from saidwho.record.find.names import check_outlet, numbers_of_actor, voices_of
from saidwho.record.find.searching import one_of
from saidwho.record.find.sought import places_sought
from saidwho.record.find.words import holds_words

Order = Literal["newest", "disputed", "origins"]

# What rows are ordered by, the highest first. The id makes the order total.
_ORDERS: dict[str, tuple[str, ...]] = {
    "newest": ("day", "disputed", "independent_origins", "id"),
    "disputed": ("disputed", "day", "independent_origins", "id"),
    "origins": ("independent_origins", "day", "disputed", "id"),
}
_KINDS: dict[str, type] = {"day": str, "disputed": int, "independent_origins": int, "id": str}
# Facets are counted over so many claims at most, the first in their order, so that a page costs the same in any record.
COUNTED = 5_000
_FACETS = 12  # values of one facet


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilters:
    """What claims to find; all that is given must hold, of one and the same member where it is of members.

    words: see Filters, all of which count here; by is who says it, act what is done by saying it, event the claim's.
    of: an actor whom it is about, as doer or as the other side. origin: a name of an origin, or its id. party: a side of
    the conflict whose words it is.
    origins: so many independent origins or more. is_disputed: denied, or at odds with others. order: see Order.
    """

    words: Filters = field(default_factory=Filters)
    of: str | None = None
    origin: str | None = None
    party: str | None = None
    origins: int = 0
    is_disputed: bool = False
    order: Order = "newest"

    def __post_init__(self) -> None:
        if self.order not in _ORDERS:
            raise FilterError(f"{self.order!r} is no order of claims; {', '.join(_ORDERS)} are.")
        if not 0 <= self.origins < 1 << 31:
            raise FilterError(f"origins is a number from 0, not {self.origins}.")

    @property
    def start(self) -> str | None:
        """The cursor that the first page begins after."""
        return self.words.cursor

    def on_page(self, *, limit: int, cursor: str | None) -> Self:
        """The same filters, for another page."""
        return replace(self, words=self.words.on_page(limit=limit, cursor=cursor))


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """The values of one property over the claims found, the most frequent first: (value, claims)."""

    name: str
    values: tuple[tuple[str, int], ...]


def find_claims(connection: sa.Connection, filters: ClaimFilters) -> Page[dict[str, Any]]:
    """Claims in the shape of the contract, in the order asked for. Raises FilterError."""
    table, order, limit = tables.claims, _ORDERS[filters.order], filters.words.limit
    columns = [table.c[name] for name in order]
    asked = sa.select(table.c.body, *columns).where(*_conditions(connection, filters))
    if filters.words.cursor:
        parts = cursor_parts(filters.words.cursor, *(_KINDS[name] for name in order))
        asked = asked.where(sa.tuple_(*columns) < sa.tuple_(*(sa.literal(part) for part in parts)))
    rows = connection.execute(asked.order_by(*(column.desc() for column in columns)).limit(limit + 1)).all()
    more = cursor_from(*rows[limit - 1][1:]) if len(rows) > limit else None
    return Page(items=tuple(json.loads(row.body) for row in rows[:limit]), next=more)


def facets_of_claims(connection: sa.Connection, filters: ClaimFilters) -> tuple[list[Facet], int]:
    """How the claims found divide by event, origin, place, party and origins; and how many they are, COUNTED at most."""
    table = tables.claims
    order = [table.c[name].desc() for name in _ORDERS[filters.order]]
    found = sa.select(table.c.id, table.c.event, table.c.independent_origins.label("origins"))
    chosen = found.where(*_conditions(connection, filters)).order_by(*order).limit(COUNTED).cte("chosen")
    count = connection.execute(sa.select(sa.func.count()).select_from(chosen)).scalar_one()
    members, origins = tables.claim_members, tables.claim_origins
    of_member = chosen.join(members, members.c.claim == chosen.c.id)
    spoken = of_member.join(tables.statements, tables.statements.c.n == members.c.statement)
    told = of_member.join(tables.statement_places, tables.statement_places.c.statement == members.c.statement)
    places = told.join(tables.places, tables.places.c.n == tables.statement_places.c.place)
    asked: tuple[tuple[str, Any, Any], ...] = (
        ("event", chosen.c.event, chosen),
        ("origins", chosen.c.origins, chosen),
        ("origin", origins.c.name, chosen.join(origins, origins.c.claim == chosen.c.id)),
        ("place", tables.places.c.name, places),
        ("party", tables.statements.c.speaker_side, spoken),
    )
    return [_facet(connection, name, value, source, chosen) for name, value, source in asked], count


def _facet(connection: sa.Connection, name: str, value: Any, source: Any, chosen: Any) -> Facet:
    number = sa.func.count(sa.distinct(chosen.c.id))
    asked = sa.select(value.label("value"), number.label("number")).select_from(source).where(value.is_not(None)).group_by(value)
    ordered = asked.order_by(value.desc()) if name == "origins" else asked.order_by(number.desc(), value)
    return Facet(name=name, values=tuple((str(row.value), row.number) for row in connection.execute(ordered.limit(_FACETS))))


def count_claims(connection: sa.Connection) -> int:
    """How many claims the record holds."""
    return int(connection.execute(sa.select(sa.func.count()).select_from(tables.claims)).scalar_one())


def claims_of_statements(connection: sa.Connection, statements: Sequence[str]) -> dict[str, list[str]]:
    """The ids of the claims that each statement, by its id, tells of."""
    table, member = tables.statements, tables.claim_members
    found: dict[str, list[str]] = {}
    for at in range(0, len(statements), 500):
        asked = sa.select(table.c.id, member.c.claim).join(member, member.c.statement == table.c.n)
        for row in connection.execute(asked.where(table.c.id.in_(statements[at : at + 500]))):
            found.setdefault(row.id, []).append(row.claim)
    return {statement: list(dict.fromkeys(claims)) for statement, claims in found.items()}


def _conditions(connection: sa.Connection, filters: ClaimFilters) -> list[sa.ColumnElement[bool]]:
    table, words = tables.claims, filters.words
    found = [_of_members(connection, filters)]
    if words.event:
        found.append(table.c.event == words.event.strip().upper())
    if words.since:
        found.append(table.c.day >= words.since)
    if words.until:
        found.append(sa.and_(sa.func.substr(table.c.first_seen, 1, len(words.until)) <= words.until))
    if filters.origins:
        found.append(table.c.independent_origins >= filters.origins)
    if filters.is_disputed:
        found.append(table.c.disputed > 0)
    if filters.origin:
        origin = tables.claim_origins
        is_it = sa.or_(origin.c.name == filters.origin, origin.c.actor == filters.origin)
        found.append(sa.exists().where(origin.c.claim == table.c.id, is_it))
    return [condition for condition in found if condition is not None]


def _of_members(connection: sa.Connection, filters: ClaimFilters) -> Any:
    """What must hold of one member; None where nothing is asked of members."""
    words, said, member = filters.words, tables.statements, tables.claim_members
    asked: list[Any] = []
    if words.about:
        asked.append(holds_words(connection.dialect.name, "statement_search", words.about, said.c.n))
    if words.by:
        who = tables.statement_voices
        asked.append(said.c.n.in_(sa.select(who.c.statement).where(one_of(who.c.voice, voices_of(connection, words.by)))))
    if words.outlet:
        asked.append(said.c.outlet_key == check_outlet(connection, words.outlet))
    if words.act:
        asked.append(said.c.act == words.act.strip().lower())
    if filters.party:
        asked.append(said.c.speaker_side == filters.party)
    places = places_sought(connection, words)
    if places is not None:
        where = tables.statement_places
        asked.append(sa.exists().where(where.c.statement == said.c.n, one_of(where.c.place, places)))
    if filters.of:
        named = tables.statement_actors
        told = one_of(named.c.actor, numbers_of_actor(connection, filters.of))
        asked.append(sa.exists().where(named.c.statement == said.c.n, named.c.role.in_(("actor", "recipient")), told))
    if not asked:
        return None
    return tables.claims.c.id.in_(sa.select(member.c.claim).join(said, said.c.n == member.c.statement).where(*asked))
