"""Which statements does a record hold?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.find.filters import Filters, Page, cursor_from
from saidwho.record.find.searching import Round, lead_of, one_of, search
from saidwho.record.find.sought import STATEMENTS, look_up, passing, statement_leads

# Facets are counted over so many statements at most, the newest, so that a page costs the same in any record.
COUNTED = 300
_FACETS = 12  # values of one facet


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStatement:
    """A statement as a list shows it. n: its number. quote, source, cue: the words. speaker: the name.

    document, key, title, url, outlet, published: of its document. basis: a kind. spoken: EDTF.
    """

    n: int
    id: str
    within: str | None
    form: str
    act: str | None
    quote: str
    source: str
    cue: str
    speaker: str | None
    speaker_side: str | None
    basis: str | None
    spoken: str | None
    first_hand: bool
    score: float
    document: str
    key: str | None
    title: str | None
    url: str | None
    outlet: str | None
    published: str | None


def find_statements(connection: sa.Connection, filters: Filters) -> Page[FoundStatement]:
    """Statements of the latest revisions, newest document first, within it the last first. All filters hold.

    by: who it is finally attributed to. place, near, event: of one of its propositions. Raises FilterError.
    """
    rows, past = _rows(connection, filters)
    return Page(items=tuple(map(statement_of, rows)), next=None if past is None else cursor_from(past))


def _rows(connection: sa.Connection, filters: Filters) -> tuple[list[sa.Row[Any]], int | None]:
    """Rows of selected, and the number to go on below."""
    sought = look_up(connection, filters)
    table = tables.statements
    leads = statement_leads(connection, sought)
    if sought.outlet:
        leads.append(lead_of(table.c.n, table.c.outlet_key == sought.outlet, of=STATEMENTS))
    if not leads:
        leads.append(lead_of(table.c.n, of=STATEMENTS))

    def fetch(matches: Round, most: int) -> Sequence[sa.Row[Any]]:
        passed = passing(connection, sought, matches.numbers, settled=matches.settles, most=most)
        return connection.execute(selected().where(one_of(table.c.n, passed[:most])).order_by(table.c.n.desc())).all()

    return search(connection, leads, sought.parts, fetch, limit=sought.limit)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementListing:
    """A page of statements with what stands beside it. facets: values of a property, the most frequent first, with how many.

    count: how many the facets are of. is_cut: there are more.
    """

    page: Page[FoundStatement]
    facets: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    count: int
    is_cut: bool


def list_statements(connection: sa.Connection, filters: Filters) -> StatementListing:
    """A page of statements, and how the first COUNTED divide that the filters let through. Raises FilterError."""
    rows, past = _rows(connection, replace(filters, cursor=None, limit=COUNTED))
    is_cut = past is not None
    if filters.cursor:
        page = find_statements(connection, filters)
    else:
        shown = rows[: filters.limit]
        past = shown[-1].n if len(rows) > len(shown) else past
        page = Page(items=tuple(map(statement_of, shown)), next=None if past is None else cursor_from(past))
    counted = (Counter(filter(None, map(attrgetter(name), rows))) for name in ("act", "speaker", "outlet"))
    part = tables.propositions
    asked = sa.select(part.c.event, sa.func.count(sa.distinct(part.c.statement)))
    asked = asked.where(one_of(part.c.statement, [row.n for row in rows]), part.c.event.is_not(None))
    events = Counter({row[0]: row[1] for row in connection.execute(asked.group_by(part.c.event))})
    named = zip(("event", "act", "by", "outlet"), (events, *counted), strict=True)
    facets = tuple((name, _most(counter)) for name, counter in named)
    return StatementListing(page=page, facets=facets, count=len(rows), is_cut=is_cut)


def _most(counter: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:_FACETS])


def selected() -> sa.Select[Any]:
    """Statements with what a list shows of their documents."""
    table, document = tables.statements, tables.documents
    return sa.select(
        table.c.n, table.c.id, table.c.within, table.c.form, table.c.act, table.c.quote, table.c.source, table.c.cue,
        table.c.speaker_name.label("speaker"), table.c.speaker_side, table.c.basis, table.c.spoken, table.c.first_hand, table.c.score,
        document.c.id.label("document"), document.c.key, document.c.title, document.c.url, table.c.outlet, table.c.published,
    ).join(document, document.c.n == table.c.document)  # fmt: skip


def statement_of(row: sa.Row[Any]) -> FoundStatement:
    """A row of selected."""
    return FoundStatement(**row._mapping)
