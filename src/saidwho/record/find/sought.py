"""Which statements do filters let through, and which indexes lead to them?"""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.dialects import numbers_asked
from saidwho.record.find.filters import Filters, document_window, number_in
from saidwho.record.find.names import check_outlet, numbers_near, numbers_of_place, voices_of
from saidwho.record.find.searching import Lead, Window, can_lead, holding, lead_of, lead_of_any, one_of
from saidwho.record.find.words import lead_of_words, with_words
from saidwho.record.keys import HIGHEST, PLACES

STATEMENTS = "statements"  # what a lead's numbers are of


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Filters with their names looked up. voices, places: numbers, None where not asked for. outlet: its key."""

    dialect: str
    about: str | None
    voices: tuple[int, ...] | None
    places: tuple[int, ...] | None
    outlet: str | None
    act: str | None
    event: str | None
    documents: Window
    cursor: int | None
    limit: int

    @property
    def parts(self) -> Window:
        """The numbers that a statement, a figure or a package may have: below the cursor."""
        low, past = self.documents
        return low * PLACES, min(past * PLACES, HIGHEST if self.cursor is None else self.cursor)

    @property
    def asks_of_statements(self) -> bool:
        """Whether a filter is set that only a statement can answer."""
        return any(value is not None for value in (self.about, self.voices, self.places, self.act, self.event))


def look_up(connection: sa.Connection, filters: Filters) -> Sought:
    """Look up the names in filters. Raises FilterError for those that nobody and nothing has."""
    places = places_sought(connection, filters)
    return Sought(
        dialect=connection.dialect.name,
        about=filters.about,
        voices=tuple(voices_of(connection, filters.by)) if filters.by else None,
        places=None if places is None else tuple(places),
        outlet=check_outlet(connection, filters.outlet) if filters.outlet else None,
        act=filters.act.strip().lower() if filters.act else None,
        event=filters.event.strip().upper() if filters.event else None,
        documents=document_window(filters),
        cursor=number_in(filters.cursor) if filters.cursor else None,
        limit=filters.limit,
    )


def places_sought(connection: sa.Connection, filters: Filters) -> list[int] | None:
    """The numbers of the places that place and near allow together; None where neither is set. Raises FilterError."""
    named = list(numbers_of_place(connection, filters.place)) if filters.place else None
    if not filters.near:
        return named
    near = numbers_near(connection, filters.near)
    return near if named is None else sorted(set(named) & set(near))


def passing(
    connection: sa.Connection, sought: Sought, numbers: Sequence[int], *, settled: str = "", most: int | None = None, whole: int = 1
) -> list[int]:
    """Those of some statements that all filters let through, highest first. settled: the filter that is known to.

    most, whole: see with_words; words are asked for last, since that costs most.
    """
    found = _spoken(connection, sought, _in_places(connection, sought, numbers, settled), settled)
    table = tables.statements
    asked = sa.select(table.c.n).where(one_of(table.c.n, found), *_conditions(sought)).order_by(table.c.n.desc())
    rest = numbers_asked(connection, asked) if found else []
    if sought.about is None or settled == "about":
        return rest
    return with_words(connection, "statement_search", sought.about, rest, most=most, whole=whole)


def _in_places(connection: sa.Connection, sought: Sought, numbers: Sequence[int], settled: str) -> Sequence[int]:
    if sought.places is None or settled == "place":
        return numbers
    where = tables.statement_places
    return holding(connection, where.c.statement, where.c.place, numbers, sought.places)


def _spoken(connection: sa.Connection, sought: Sought, numbers: Sequence[int], settled: str) -> Sequence[int]:
    if sought.voices is None or settled == "by":
        return numbers
    who = tables.statement_voices
    return holding(connection, who.c.statement, who.c.voice, numbers, sought.voices)


def _conditions(sought: Sought) -> list[sa.ColumnElement[bool]]:
    """What must hold of a row of statements, but for its places, voices and words."""
    table = tables.statements
    found: list[sa.ColumnElement[bool]] = [table.c.stands]
    if sought.act:
        found.append(table.c.act == sought.act)
    if sought.outlet:
        found.append(table.c.outlet_key == sought.outlet)
    if sought.event:
        part = tables.propositions
        found.append(sa.exists().where(part.c.statement == table.c.n, part.c.event == sought.event))
    return found


def statement_leads(connection: sa.Connection, sought: Sought, *, is_part: bool = False) -> list[Lead]:
    """The indexes that lead to statements, one for each filter that has one. is_part: documents are looked for."""
    table, leads = tables.statements, []
    if sought.about and not is_part:
        leads.append(lead_of_words(connection, "statement_search", sought.about, of=STATEMENTS))
    if sought.places is not None and not is_part and (can_lead(sought.places) or not sought.places):
        where = tables.statement_places
        leads.append(lead_of_any(where.c.statement, where.c.place, sought.places or (-1,), of=STATEMENTS, settles="place"))
    if sought.voices is not None and can_lead(sought.voices):
        who = tables.statement_voices
        leads.append(lead_of_any(who.c.statement, who.c.voice, sought.voices, of=STATEMENTS, settles="by", is_part=is_part))
    if sought.event:
        part = tables.propositions
        leads.append(lead_of(part.c.statement, part.c.event == sought.event, of=STATEMENTS, is_part=is_part))
    if sought.act:
        leads.append(lead_of(table.c.n, table.c.act == sought.act, of=STATEMENTS, is_part=is_part))
    return leads
