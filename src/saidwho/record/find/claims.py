"""Which claims does a record hold?"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, Self, TypeVar

import sqlalchemy as sa

from saidwho.errors import FilterError
from saidwho.record import tables
from saidwho.record.claimkeys import Kind, claim_key, region_value
from saidwho.record.find.claimed import Order, Wanted, claims_found
from saidwho.record.find.filters import Filters, Page, cursor_from, cursor_parts, document_window
from saidwho.record.find.names import Area, numbers_of_actor, places_named
from saidwho.record.find.searching import one_of
from saidwho.record.find.sought import Sought, look_up
from saidwho.record.keys import HIGHEST, day_of_document, first_claim_of_day, first_part

Key = TypeVar("Key", int, str)

# What a cursor is made of: the place in the order, which ends in the claim's number.
_PLACES: dict[str, int] = {"newest": 1, "disputed": 2, "origins": 2}
# Facets are counted over so many claims at most, the first in their order, so that a page costs the same in any record.
COUNTED = 300
_FACETS = ("event", "origins", "origin", "place", "party")
_VALUES = 12  # of one facet


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
        if self.order not in _PLACES:
            raise FilterError(f"{self.order!r} is no order of claims; {', '.join(_PLACES)} are.")
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
    return _found(connection, filters, _whole_claim)


def _whole_claim(body: str, facets: str) -> dict[str, Any]:
    del facets  # they are for lists of brief ones
    shape: dict[str, Any] = json.loads(body)
    return shape


def brief_claims(connection: sa.Connection, filters: ClaimFilters) -> Page[dict[str, Any]]:
    """Claims as find_claims gives them, but without their statements, copies, origins and figures, for lists of claims."""
    return _found(connection, filters, brief_claim)


def brief_claim(body: str, facets: str) -> dict[str, Any]:
    """A claim as it is written, without its statements, copies, origins and figures: of a claim that hundreds tell, nearly all.

    They are cut out unread. No string in JSON has a quotation mark in it that is not escaped, so what is cut at are names.
    Besides, origin_names: the names of its origins, which stand in what it divides into.
    """
    for name, following in (("statements", "documents"), ("copies", "origins"), ("origins", "not_origins"),
                            ("not_origins", "independent_origins"), ("figures", "disputed")):  # fmt: skip
        start, end = body.find(f'"{name}":['), body.find(f'],"{following}":')
        if 0 <= start < end:
            body = f'{body[:start]}"{name}":[{body[end:]}'
    shape: dict[str, Any] = json.loads(body)
    return shape | {"origin_names": json.loads(facets)["origin"]}


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
    limit = filters.words.limit
    rows, more = claims_found(connection, _wanted(connection, filters), filters.order, after=None, most=max(COUNTED, limit + 1))
    counted = [row[-1] for row in rows[:COUNTED]]
    if filters.words.cursor:
        page = brief_claims(connection, filters)
    else:
        page = _page(connection, rows[:limit], rows[limit - 1] if len(rows) > limit else more, brief_claim)
    is_cut = more is not None or len(rows) > COUNTED
    return Listing(page=page, facets=tuple(_facets(connection, counted)), count=len(counted), is_cut=is_cut)


def _found(connection: sa.Connection, filters: ClaimFilters, shape: Callable[[str, str], dict[str, Any]]) -> Page[dict[str, Any]]:
    cursor = filters.words.cursor
    after = tuple(map(int, cursor_parts(cursor, *[int] * _PLACES[filters.order]))) if cursor else None
    rows, rest = claims_found(connection, _wanted(connection, filters), filters.order, after=after, most=filters.words.limit)
    return _page(connection, rows, rest, shape)


def _page(
    connection: sa.Connection, rows: Sequence[tuple[int, ...]], rest: tuple[int, ...] | None, shape: Callable[[str, str], dict[str, Any]]
) -> Page[dict[str, Any]]:
    table, number = tables.claims, tables.claim_numbers
    asked = sa.select(number.c.n, table.c.body, number.c.facets).join(table, table.c.id == number.c.claim)
    found = {row.n: (row.body, row.facets) for row in connection.execute(asked.where(one_of(number.c.n, [row[-1] for row in rows])))}
    items = tuple(shape(*found[row[-1]]) for row in rows)
    return Page(items=items, next=None if rest is None else cursor_from(*rest))


def _facets(connection: sa.Connection, numbers: Sequence[int]) -> list[Facet]:
    """How some claims divide."""
    table = tables.claim_numbers
    rows = connection.execute(sa.select(table.c.facets).where(one_of(table.c.n, numbers))).scalars().all()
    told = json.loads(f"[{','.join(rows)}]")  # in one go, which takes half as long
    return [Facet(name=name, values=_values(name, Counter(chain.from_iterable(one[name] for one in told)))) for name in _FACETS]


def _values(name: str, counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    if name == "origins":  # so many or more, as the filter has it
        most = sorted(counted, key=int, reverse=True)[:_VALUES]
        return tuple((value, sum(number for other, number in counted.items() if int(other) >= int(value))) for value in most)
    return tuple(sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:_VALUES])


def claims_of_statements(connection: sa.Connection, numbers: Sequence[int]) -> dict[int, list[str]]:
    """The ids of the claims that each statement tells of, by the number of the statement."""
    member = tables.claim_members
    rows = connection.execute(sa.select(member.c.statement, member.c.claim).where(one_of(member.c.statement, numbers)))
    return _listed((row[0], row[1]) for row in rows)


def claims_of_document(connection: sa.Connection, document: int) -> dict[str, list[str]]:
    """The ids of the claims that each statement of a document tells of, by the id of the statement."""
    rows = connection.execute(_OF_DOCUMENT, {"first": first_part(document), "past": first_part(document + 1)})
    return _listed((row[0], row[1]) for row in rows)


# The statements of a document lie beside one another, while each would be looked for by its id. Built once: to build a question
# takes as long as to answer it.
_OF_DOCUMENT = (
    sa.select(tables.statements.c.id, tables.claim_members.c.claim)
    .join(tables.claim_members, tables.claim_members.c.statement == tables.statements.c.n)
    .where(tables.statements.c.n >= sa.bindparam("first"), tables.statements.c.n < sa.bindparam("past"))
)


def _listed(rows: Iterable[tuple[Key, str]]) -> dict[Key, list[str]]:
    """The claims of each statement, each once."""
    found: dict[Key, dict[str, None]] = {}
    for statement, claim in rows:
        found.setdefault(statement, {})[claim] = None
    return {statement: list(claims) for statement, claims in found.items()}


def _wanted(connection: sa.Connection, filters: ClaimFilters) -> Wanted:
    """Filters with their names looked up. Raises FilterError for those that nobody and nothing has."""
    words = filters.words
    # The event and the days are the claim's, not its members'.
    sought = look_up(connection, replace(words, event=None, since=None, until=None, cursor=None))
    of = tuple(numbers_of_actor(connection, filters.of)) if filters.of else None
    low, _ = document_window(replace(words, until=None))
    return Wanted(
        sought=sought,
        of=of,
        party=filters.party,
        keys=_keys(connection, filters, sought, of),
        window=(first_claim_of_day(day_of_document(low)), HIGHEST),
        until=words.until,
        origins=filters.origins,
        is_disputed=filters.is_disputed,
    )


def _keys(connection: sa.Connection, filters: ClaimFilters, sought: Sought, of: tuple[int, ...] | None) -> dict[str, tuple[int, ...]]:
    """By the name of each filter, the keys of which a claim has one."""
    found: dict[str, tuple[int, ...]] = {}
    texts: tuple[tuple[Kind, str | None], ...] = (
        ("outlet", sought.outlet), ("act", sought.act), ("party", filters.party), ("origin", filters.origin),
    )  # fmt: skip
    for kind, value in texts:
        if value is not None:
            found[kind] = (claim_key(kind, value),)
    if filters.words.event:
        found["event"] = (claim_key("event", filters.words.event.strip().upper()),)
    if sought.voices is not None:
        found["by"] = tuple(claim_key("voice", voice) for voice in sought.voices)
    if of is not None:
        found["of"] = tuple(claim_key("of", actor) for actor in of)
    if sought.places is not None:
        found["place"] = _place_keys(connection, filters.words, sought.places)
    return found


def _place_keys(connection: sa.Connection, words: Filters, numbers: Sequence[int]) -> tuple[int, ...]:
    """A country or a region is one key, where a circle is one for each place in it."""
    areas: Sequence[Area] = ()
    if words.place and not words.near:
        numbers, areas = places_named(connection, words.place)
    keys = [claim_key("place", number) for number in numbers]
    for country, admin1 in areas:
        keys.append(claim_key("region", region_value(country, admin1)) if admin1 else claim_key("country", country))
    return tuple(keys)
