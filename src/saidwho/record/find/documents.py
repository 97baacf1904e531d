"""Which documents does a record hold?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.find.filters import Filters, Page, cursor_from
from saidwho.record.find.searching import Lead, Round, can_lead, holding, lead_of, lead_of_any, one_of, search
from saidwho.record.find.sought import Sought, look_up, passing, statement_leads
from saidwho.record.find.words import lead_of_words, with_words
from saidwho.record.keys import PLACES


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDocument:
    """A document as a list shows it. n: its number. characters: of its text. statements: how many.

    revision: from 1 within a work. taken: when it was taken in, RFC 3339 in UTC.
    """

    n: int
    id: str
    work: str
    key: str | None
    outlet: str | None
    url: str | None
    title: str | None
    byline: str | None
    published: str | None
    zone: str | None
    language: str | None
    characters: int
    statements: int
    revision: int
    is_latest: bool
    taken: str


_COLUMNS = tuple(FoundDocument.__dataclass_fields__)


def find_documents(connection: sa.Connection, filters: Filters) -> Page[FoundDocument]:
    """Documents in their latest revision, newest first. All filters hold.

    about: words of title and text. place, near: anywhere in it. by, act, event: of one and the same statement in it.
    Raises FilterError.
    """
    sought = look_up(connection, filters)
    table = tables.documents
    where = tables.document_places

    def fetch(matches: Round, most: int) -> Sequence[sa.Row[Any]]:
        numbers: Sequence[int] = matches.numbers
        if matches.parts:
            # Which of these statements pass is quickly told; whether a document has any that does, is not.
            said = replace(sought, about=None, places=None, outlet=None)
            passed = passing(connection, said, matches.parts, settled=matches.settles)
            numbers = tuple(dict.fromkeys(number // PLACES for number in passed))
        if sought.places is not None and matches.settles != "place":
            numbers = holding(connection, where.c.document, where.c.place, numbers, sought.places)
        conditions = [
            one_of(table.c.n, numbers),
            ~table.c.is_withheld,
            table.c.is_latest,
            *_conditions(sought, is_said=bool(matches.parts)),
        ]
        if sought.about and matches.settles != "about":
            rest = connection.execute(sa.select(table.c.n).where(*conditions).order_by(table.c.n.desc())).scalars().all()
            conditions = [one_of(table.c.n, with_words(connection, "document_search", sought.about, rest, most=most))]
        return connection.execute(selected().where(*conditions).order_by(table.c.n.desc()).limit(most)).all()

    low, past = sought.documents
    window = low, past if sought.cursor is None else min(past, sought.cursor)
    rows, rest = search(connection, _leads(connection, sought), window, fetch, limit=sought.limit)
    return Page(items=tuple(map(document_of, rows)), next=None if rest is None else cursor_from(rest))


def revisions(connection: sa.Connection, work: str) -> list[FoundDocument]:
    """All revisions of one page that may be shown, oldest first."""
    return [document_of(row) for row in connection.execute(_REVISIONS, {"work": work})]


def selected() -> sa.Select[Any]:
    """Documents with what a list shows of them."""
    return sa.select(*(tables.documents.c[name] for name in _COLUMNS))


# Built once: to build a question takes as long as to answer it.
_REVISIONS = (
    selected().where(tables.documents.c.work == sa.bindparam("work"), ~tables.documents.c.is_withheld).order_by(tables.documents.c.revision)
)


def document_of(row: sa.Row[Any]) -> FoundDocument:
    """A row of selected."""
    return FoundDocument(**row._mapping)


def _conditions(sought: Sought, *, is_said: bool) -> list[sa.ColumnElement[bool]]:
    """What must hold of a document. is_said: one of its statements is known to pass."""
    table, found = tables.documents, []
    if sought.outlet:
        found.append(table.c.outlet_key == sought.outlet)
    if not is_said and (sought.act or sought.event or sought.voices is not None):
        found.append(sa.exists().where(*_said_in(table.c.n, sought)))
    return found


def _said_in(document: sa.ColumnElement[int], sought: Sought) -> list[sa.ColumnElement[bool]]:
    """What must hold of one statement of a document."""
    table, part = tables.statements, tables.propositions
    found = [table.c.n >= document * PLACES, table.c.n < (document + 1) * PLACES]
    if sought.act:
        found.append(table.c.act == sought.act)
    if sought.voices is not None:
        who = tables.statement_voices
        found.append(sa.exists().where(who.c.statement == table.c.n, one_of(who.c.voice, sought.voices)))
    if sought.event:
        found.append(sa.exists().where(part.c.statement == table.c.n, part.c.event == sought.event))
    return found


def _leads(connection: sa.Connection, sought: Sought) -> list[Lead]:
    table, where = tables.documents, tables.document_places
    leads = statement_leads(connection, sought, is_part=True)
    if sought.about:
        leads.append(lead_of_words(connection, "document_search", sought.about))
    if sought.places is not None and (can_lead(sought.places) or not sought.places):
        leads.append(lead_of_any(where.c.document, where.c.place, sought.places or (-1,), settles="place"))
    if sought.outlet:
        leads.append(lead_of(table.c.n, table.c.outlet_key == sought.outlet))
    return leads or [lead_of(table.c.n)]
