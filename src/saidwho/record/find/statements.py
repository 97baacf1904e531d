"""Which statements does a record hold?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.find.filters import Filters, Page, cursor_from
from saidwho.record.find.searching import Round, lead_of, one_of, search
from saidwho.record.find.sought import STATEMENTS, look_up, passing, statement_leads


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

    rows, past = search(connection, leads, sought.parts, fetch, limit=sought.limit)
    return Page(items=tuple(map(statement_of, rows)), next=None if past is None else cursor_from(past))


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
