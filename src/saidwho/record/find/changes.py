"""What came into a record, was revised, withdrawn, judged or withheld, and when?"""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.find.filters import Filters, Page, cursor_from, cursor_parts, time_window
from saidwho.record.find.names import check_outlet
from saidwho.record.find.searching import one_of

# An outlet of more documents than this has one among the newest changes soon.
_FEW = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundChange:
    """One thing that happened. at: RFC 3339, UTC. kind: came, revised, reread, added, changed, withdrawn, judged, withheld.

    item: the id of the document, statement, judgement or withholding. before: the id of what it replaces. note: of the
    record. document, key, title, outlet: of the document it belongs to. words: of a statement that is still there, or of the
    one before it.
    """

    n: int
    at: str
    kind: str
    item: str
    before: str | None
    note: str | None
    document: str | None
    key: str | None
    title: str | None
    outlet: str | None
    words: str | None


def find_changes(connection: sa.Connection, filters: Filters) -> Page[FoundChange]:
    """Changes, newest first. since, until: when they happened, as days or as times with an offset. outlet: of the document.

    No other filter has a meaning here: FilterError.
    """
    filters.refuse_others("since", "until", "outlet", what="Changes")
    table = tables.changes
    since, until = time_window(filters)
    asked = _selected()
    if since:
        asked = asked.where(table.c.at >= since)
    if until:
        asked = asked.where(table.c.at < until)
    if filters.outlet:
        asked = asked.where(_printed_by(connection, check_outlet(connection, filters.outlet)))
    if filters.cursor:
        at, number = cursor_parts(filters.cursor, str, int)
        asked = asked.where(table.c.at <= at, sa.or_(table.c.at < at, table.c.n < number))
    rows = connection.execute(asked.order_by(table.c.at.desc(), table.c.n.desc()).limit(filters.limit + 1)).all()
    page, is_last = rows[: filters.limit], len(rows) <= filters.limit
    words = _words(connection, [identity for row in page for identity in (row.item, row.before) if identity])
    items = tuple(FoundChange(**row._mapping, words=words.get(row.item) or words.get(row.before or "")) for row in page)
    return Page(items=items, next=None if is_last else cursor_from(page[-1].at, page[-1].n))


def _printed_by(connection: sa.Connection, outlet: str) -> sa.ColumnElement[bool]:
    """That a change is of a document of an outlet: of few documents by their numbers, else looked up from the changes."""
    document = tables.documents
    numbers = connection.execute(sa.select(document.c.n).where(document.c.outlet_key == outlet).limit(_FEW + 1)).scalars().all()
    return one_of(tables.changes.c.document, numbers) if len(numbers) <= _FEW else document.c.outlet_key == outlet


def _selected() -> sa.Select[Any]:
    table, document = tables.changes, tables.documents
    columns: list[sa.ColumnElement[Any]] = [table.c[name] for name in ("n", "at", "kind", "item", "before", "note")]
    columns += [document.c.id.label("document"), document.c.key, document.c.title, document.c.outlet]
    joined = table.outerjoin(document, document.c.n == table.c.document)
    return sa.select(*columns).select_from(joined).where(sa.or_(document.c.n.is_(None), ~document.c.is_withheld))


def _words(connection: sa.Connection, identities: list[str]) -> dict[str, str]:
    """The words of statements that are there, by id."""
    table = tables.statements
    if not identities:
        return {}
    asked = sa.select(table.c.id, table.c.quote).where(table.c.id.in_(set(identities)))
    return {row.id: row.quote for row in connection.execute(asked)}
