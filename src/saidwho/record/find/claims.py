"""Which claims does a record hold?"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Self

import sqlalchemy as sa

from saidwho.errors import FilterError
from saidwho.record import tables
from saidwho.record.find.claimed import Wanted, claims_found
from saidwho.record.find.filters import Filters, Page, cursor_from, cursor_parts
from saidwho.record.find.names import numbers_of_actor
from saidwho.record.find.sought import look_up

Order = Literal["newest", "disputed", "origins"]

# What rows are ordered by, the highest first. The id makes the order total.
_ORDERS: dict[str, tuple[str, ...]] = {
    "newest": ("day", "disputed", "independent_origins", "id"),
    "disputed": ("disputed", "day", "independent_origins", "id"),
    "origins": ("independent_origins", "day", "disputed", "id"),
}
_KINDS: dict[str, type] = {"day": str, "disputed": int, "independent_origins": int, "id": str}
# Facets are counted over so many claims at most, the first in their order, so that a page costs the same in any record.
COUNTED = 300
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
    return _found(connection, filters, json.loads)


def brief_claims(connection: sa.Connection, filters: ClaimFilters) -> Page[dict[str, Any]]:
    """Claims as find_claims gives them, but without their statements, copies, origins and figures, for lists of claims."""
    return _found(connection, filters, brief_claim)


def brief_claim(body: str) -> dict[str, Any]:
    """A claim as it is written, without its statements, copies, origins and figures: of a claim that hundreds tell, nearly all.

    They are cut out unread. No string in JSON has a quotation mark in it that is not escaped, so what is cut at are names.
    """
    for name, following in (("statements", "documents"), ("copies", "origins"), ("origins", "not_origins"),
                            ("not_origins", "independent_origins"), ("figures", "disputed")):  # fmt: skip
        start, end = body.find(f'"{name}":['), body.find(f'],"{following}":')
        if 0 <= start < end:
            body = f'{body[:start]}"{name}":[{body[end:]}'
    shape: dict[str, Any] = json.loads(body)
    return shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A page of claims with what stands beside it. count: how many the facets are of. is_cut: there are more."""

    page: Page[dict[str, Any]]
    facets: tuple[Facet, ...]
    count: int
    is_cut: bool


def list_claims(connection: sa.Connection, filters: ClaimFilters) -> Listing:
    """A page of brief claims, and how those divide that the filters let through: the first COUNTED, on every page alike.

    Raises FilterError.
    """
    order, limit = _ORDERS[filters.order], filters.words.limit
    rows, more = claims_found(connection, _wanted(connection, filters), order, after=None, most=max(COUNTED, limit + 1))
    if filters.words.cursor:
        page = brief_claims(connection, filters)
    else:
        rest = tuple(rows[limit - 1]) if len(rows) > limit else more
        page = _page(connection, [row.id for row in rows[:limit]], rest, brief_claim)
    ids = [row.id for row in rows[:COUNTED]]
    return Listing(page=page, facets=tuple(_facets(connection, ids)), count=len(ids), is_cut=more is not None or len(rows) > COUNTED)


def _found(connection: sa.Connection, filters: ClaimFilters, shape: Callable[[str], dict[str, Any]]) -> Page[dict[str, Any]]:
    order, cursor = _ORDERS[filters.order], filters.words.cursor
    after = tuple(cursor_parts(cursor, *(_KINDS[name] for name in order))) if cursor else None
    rows, rest = claims_found(connection, _wanted(connection, filters), order, after=after, most=filters.words.limit)
    return _page(connection, [row.id for row in rows], rest, shape)


def _page(
    connection: sa.Connection, ids: Sequence[str], rest: tuple[Any, ...] | None, shape: Callable[[str], dict[str, Any]]
) -> Page[dict[str, Any]]:
    table = tables.claims
    bodies = dict(connection.execute(sa.select(table.c.id, table.c.body).where(table.c.id.in_(ids))).all())
    return Page(items=tuple(shape(bodies[one]) for one in ids), next=None if rest is None else cursor_from(*rest))


def _facets(connection: sa.Connection, ids: Sequence[str]) -> list[Facet]:
    claim, member, origin = tables.claims, tables.claim_members, tables.claim_origins
    said, where, place = tables.statements, tables.statement_places, tables.places
    spoken = member.join(said, said.c.n == member.c.statement)
    told = member.join(where, where.c.statement == member.c.statement).join(place, place.c.n == where.c.place)
    asked: tuple[tuple[str, Any, Any, Any], ...] = (
        ("event", claim.c.id, claim.c.event, claim),
        ("origins", claim.c.id, claim.c.independent_origins, claim),
        ("origin", origin.c.claim, origin.c.name, origin),
        ("place", member.c.claim, place.c.name, told),
        ("party", member.c.claim, said.c.speaker_side, spoken),
    )
    return [_facet(connection, name, owner, value, source, ids) for name, owner, value, source in asked]


def _facet(connection: sa.Connection, name: str, owner: Any, value: Any, source: Any, ids: Sequence[str]) -> Facet:
    number = sa.func.count(sa.distinct(owner))
    asked = sa.select(value.label("value"), number.label("number")).select_from(source).where(owner.in_(ids), value.is_not(None))
    ordered = asked.group_by(value).order_by(*((value.desc(),) if name == "origins" else (number.desc(), value))).limit(_FACETS)
    return Facet(name=name, values=tuple((str(row.value), row.number) for row in connection.execute(ordered)))


def claims_of_statements(connection: sa.Connection, statements: Sequence[str]) -> dict[str, list[str]]:
    """The ids of the claims that each statement, by its id, tells of."""
    table, member = tables.statements, tables.claim_members
    found: dict[str, list[str]] = {}
    for at in range(0, len(statements), 500):
        asked = sa.select(table.c.id, member.c.claim).join(member, member.c.statement == table.c.n)
        for row in connection.execute(asked.where(table.c.id.in_(statements[at : at + 500]))):
            found.setdefault(row.id, []).append(row.claim)
    return {statement: list(dict.fromkeys(claims)) for statement, claims in found.items()}


def _wanted(connection: sa.Connection, filters: ClaimFilters) -> Wanted:
    """Filters with their names looked up. Raises FilterError for those that nobody and nothing has."""
    table, origin, words = tables.claims, tables.claim_origins, filters.words
    window = [table.c.day >= words.since] if words.since else []
    if words.until:
        window.append(sa.func.substr(table.c.first_seen, 1, len(words.until)) <= words.until)
    conditions: list[sa.ColumnElement[bool]] = []
    if words.event:
        conditions.append(table.c.event == words.event.strip().upper())
    if filters.origins:
        conditions.append(table.c.independent_origins >= filters.origins)
    if filters.is_disputed:
        conditions.append(table.c.disputed > 0)
    leads = [sa.select(table.c.id).where(condition) for condition in conditions]
    if filters.origin:
        is_it = sa.or_(origin.c.name == filters.origin, origin.c.actor == filters.origin)
        conditions.append(sa.exists().where(origin.c.claim == table.c.id, is_it))
        leads.append(sa.select(origin.c.claim).where(is_it))
    return Wanted(
        # The event and the days are the claim's, not its members'.
        sought=look_up(connection, replace(words, event=None, since=None, until=None, cursor=None)),
        of=tuple(numbers_of_actor(connection, filters.of)) if filters.of else None,
        party=filters.party,
        window=tuple(window),
        conditions=tuple(conditions),
        leads=tuple(leads),
    )
