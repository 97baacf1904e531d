"""Which figures does a record hold, and who gives them?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.dialects import numbers_asked
from saidwho.record.find.filters import Filters, Page, cursor_from
from saidwho.record.find.searching import Round, lead_of, one_of, search
from saidwho.record.find.sought import STATEMENTS, look_up, passing, statement_leads
from saidwho.record.keys import PLACES


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFigure:
    """A figure as a list shows it; the fields of types.grounding.Figure, but words in the place of its span.

    of: the name of whose they are. statement, proposition: ids of the innermost that says it, None outside statements.
    quote, speaker: of that statement. document, key, title, url, outlet, published: of its document.
    """

    n: int
    words: str
    low: float | None
    high: float | None
    qualifier: str | None
    unit: str | None
    counts: str | None
    of: str | None
    victims: str | None
    per: str | None
    over: str | None
    cumulative: bool
    since: str | None
    as_of: str | None
    currency: str | None
    negated: bool
    statement: str | None
    proposition: str | None
    quote: str | None
    speaker: str | None
    document: str
    key: str | None
    title: str | None
    url: str | None
    outlet: str | None
    published: str | None


_SAME = ("n", "words", "low", "high", "qualifier", "unit", "counts", "victims", "per", "over", "cumulative", "since", "as_of", "currency",
         "negated", "proposition", "outlet", "published")  # fmt: skip


def find_figures(connection: sa.Connection, filters: Filters) -> Page[FoundFigure]:
    """Figures of the latest revisions, newest document first. All filters hold.

    about, by, place, near, act, event: of the statement that gives it, so that with them figures outside statements are
    not found. Raises FilterError.
    """
    sought = look_up(connection, filters)
    table = tables.figures
    leads = statement_leads(connection, sought)
    if sought.outlet:
        leads.append(lead_of(table.c.n, table.c.outlet_key == sought.outlet))
    else:
        leads.append(lead_of(table.c.n))
    conditions: list[sa.ColumnElement[bool]] = [table.c.stands]
    if sought.outlet:
        conditions.append(table.c.outlet_key == sought.outlet)

    def fetch(matches: Round, most: int) -> Sequence[sa.Row[Any]]:
        chosen = one_of(table.c.n, matches.numbers)
        if sought.asks_of_statements:
            tellers = _tellers(connection, matches)
            passed = passing(connection, sought, tellers, settled=matches.settles, most=most, whole=PLACES)
            chosen = one_of(table.c.statement, passed)
        asked = _selected().where(chosen, table.c.n < matches.past, table.c.n >= matches.border, *conditions)
        return connection.execute(asked.order_by(table.c.n.desc()).limit(most)).all()

    rows, past = search(connection, leads, sought.parts, fetch, limit=sought.limit, whole=PLACES)
    return Page(items=tuple(FoundFigure(**row._mapping) for row in rows), next=None if past is None else cursor_from(past))


def _tellers(connection: sa.Connection, matches: Round) -> Sequence[int]:
    """The statements of a round that give figures."""
    table = tables.figures
    column = table.c.statement if matches.of == STATEMENTS else table.c.n
    asked = sa.select(table.c.statement).where(one_of(column, matches.numbers), table.c.statement.is_not(None))
    return numbers_asked(connection, asked.distinct())


def _selected() -> sa.Select[Any]:
    table, said, document, owner = tables.figures, tables.statements, tables.documents, tables.actors
    columns: list[sa.ColumnElement[Any]] = [table.c[name] for name in _SAME]
    columns += [owner.c.name.label("of"), said.c.id.label("statement"), said.c.quote, said.c.speaker_name.label("speaker")]
    columns += [document.c.id.label("document"), document.c.key, document.c.title, document.c.url]
    joined = table.join(document, document.c.n == table.c.document).outerjoin(said, said.c.n == table.c.statement)
    return sa.select(*columns).select_from(joined.outerjoin(owner, owner.c.n == table.c.of))
