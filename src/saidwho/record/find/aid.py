"""Which packages of aid does a record hold?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.find.filters import Filters, Page, cursor_from
from saidwho.record.find.names import numbers_of_actor
from saidwho.record.find.searching import Lead, Round, can_lead, lead_of, lead_of_any, one_of, search
from saidwho.record.find.sought import STATEMENTS, Sought, look_up, passing, statement_leads
from saidwho.record.keys import PLACES


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAid:
    """A package as a list shows it: as one document tells of it. donor, recipient: names. stage, date: the last told.

    low, high: of the amount, in currency (ISO 4217). shape: the package as the contract writes it, as JSON.
    """

    n: int
    id: str
    donor: str | None
    recipient: str | None
    kind: str | None
    low: float | None
    high: float | None
    currency: str | None
    stage: str | None
    date: str | None
    shape: str
    document: str
    key: str | None
    title: str | None
    url: str | None
    outlet: str | None
    published: str | None


def find_aid(connection: sa.Connection, filters: Filters) -> Page[FoundAid]:
    """Packages of the latest revisions, newest document first. All filters hold.

    by: who gives it. about, place, near, act, event: of a statement that tells of it. Raises FilterError.
    """
    sought = look_up(connection, replace(filters, by=None))
    givers = numbers_of_actor(connection, filters.by) if filters.by else None
    table = tables.aid
    conditions = [table.c.stands, *_conditions(sought, givers)]

    def fetch(matches: Round, most: int) -> Sequence[sa.Row[Any]]:
        able = (table.c.n < matches.past, *conditions)
        chosen = one_of(table.c.n, _told(connection, sought, matches, able, most))
        asked = _selected().where(chosen, *able)
        return connection.execute(asked.order_by(table.c.n.desc()).limit(most)).all()

    rows, past = search(connection, _leads(connection, sought, givers), sought.parts, fetch, limit=sought.limit, whole=PLACES)
    return Page(items=tuple(FoundAid(**row._mapping) for row in rows), next=None if past is None else cursor_from(past))


def aid_with(connection: sa.Connection, identity: str) -> FoundAid | None:
    """The package of an id."""
    row = connection.execute(_selected().where(tables.aid.c.id == identity).order_by(tables.aid.c.n.desc()).limit(1)).one_or_none()
    return FoundAid(**row._mapping) if row else None


def _conditions(sought: Sought, givers: Sequence[int] | None) -> list[sa.ColumnElement[bool]]:
    table = tables.aid
    found = []
    if sought.outlet:
        found.append(table.c.outlet_key == sought.outlet)
    if givers is not None:
        found.append(one_of(table.c.donor, givers))
    return found


def _told(connection: sa.Connection, sought: Sought, matches: Round, able: Sequence[sa.ColumnElement[bool]], most: int) -> Sequence[int]:
    """The packages of a round of which a statement tells that the filters let through.

    able: what else must hold of a package. most: so many are enough, the newest.
    """
    rest, told, table = replace(sought, outlet=None), tables.aid_statements, tables.aid
    if matches.of != STATEMENTS and not rest.asks_of_statements:
        return matches.numbers
    column = told.c.statement if matches.of == STATEMENTS else told.c.aid
    asked = sa.select(told.c.aid, told.c.statement).join(table, table.c.n == told.c.aid)
    pairs = connection.execute(asked.where(one_of(column, matches.numbers), *able)).all()
    tellers = sorted({statement for _, statement in pairs}, reverse=True)
    # Several statements may tell of one package: then there are too few, and more are asked.
    for enough in (2 * most, None):
        through = set(passing(connection, rest, tellers, settled=matches.settles, most=enough, whole=PLACES))
        found = {package for package, statement in pairs if statement in through}
        if len(found) >= most or len(through) < 2 * most:
            break
    return sorted(found)


def _leads(connection: sa.Connection, sought: Sought, givers: Sequence[int] | None) -> list[Lead]:
    table = tables.aid
    leads = statement_leads(connection, sought)
    if givers is not None and can_lead(givers):
        leads.append(lead_of_any(table.c.n, table.c.donor, givers))
    # Packages are few: looking through all of them gets further than what statements lead to.
    leads.append(lead_of(table.c.n, table.c.outlet_key == sought.outlet) if sought.outlet else lead_of(table.c.n))
    return leads


def _selected() -> sa.Select[Any]:
    table, document = tables.aid, tables.documents
    columns: list[sa.ColumnElement[Any]] = [
        table.c[name] for name in ("n", "id", "kind", "low", "high", "currency", "stage", "date", "outlet", "published")
    ]
    columns += [table.c.donor_name.label("donor"), table.c.recipient_name.label("recipient"), table.c.body.label("shape")]
    columns += [document.c.id.label("document"), document.c.key, document.c.title, document.c.url]
    return sa.select(*columns).join(document, document.c.n == table.c.document)
