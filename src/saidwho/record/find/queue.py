"""Which pairs of propositions is linking unsure of, and has nobody judged yet?"""

import json
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.find.filters import Filters, Page, cursor_from, cursor_parts

# Verdicts that settle a pair, as long as nobody undoes them.
_SETTLING = ("same", "different", "unsure")

# Nobody judges more in a week, and whether a pair waits costs some questions each: 15 ms for all of them.
WAITING = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One proposition of a pair. words: its own. quote: of its statement. claim: the id of the claim that holds it."""

    proposition: str
    words: str
    event: str | None
    statement: str
    quote: str
    speaker: str | None
    document: str
    title: str | None
    outlet: str | None
    published: str | None
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two propositions that may say the same. score: probability that they do. is_joined: they are in one claim."""

    one: Side
    other: Side
    score: float
    reasons: tuple[str, ...]
    is_joined: bool


def find_queue(connection: sa.Connection, filters: Filters, *, least: float = 0.0, most: float = 1.0) -> Page[Pair]:
    """Pairs that nobody judged, the most doubtful first. event: of both. least, most: bounds of the score."""
    filters.refuse_others("event", what="Pairs")
    table = tables.pairings
    order = (table.c.doubt, table.c.one, table.c.other)
    asked = sa.select(table).where(*_waiting(filters, least=least, most=most))
    if filters.cursor:
        parts = cursor_parts(filters.cursor, int, str, str)
        asked = asked.where(sa.tuple_(*order) < sa.tuple_(*(sa.literal(part) for part in parts)))
    rows = connection.execute(asked.order_by(*(column.desc() for column in order)).limit(filters.limit + 1)).all()
    page = rows[: filters.limit]
    sides = _sides(connection, [identity for row in page for identity in (row.one, row.other)])
    more = cursor_from(page[-1].doubt, page[-1].one, page[-1].other) if len(rows) > filters.limit else None
    return Page(items=tuple(_pair(row, sides) for row in page if row.one in sides and row.other in sides), next=more)


def count_queue(connection: sa.Connection, filters: Filters, *, least: float = 0.0, most: float = 1.0) -> int:
    """How many pairs wait; counted to WAITING."""
    asked = sa.select(tables.pairings.c.one).where(*_waiting(filters, least=least, most=most)).limit(WAITING)
    return int(connection.execute(sa.select(sa.func.count()).select_from(asked.subquery())).scalar_one())


def _waiting(filters: Filters, *, least: float, most: float) -> list[sa.ColumnElement[bool]]:
    member = tables.claim_members
    table, judged, undone = tables.pairings, tables.judgements, tables.judgements.alias("undone")
    is_it = sa.or_(
        sa.and_(judged.c.left == table.c.one, judged.c.right == table.c.other),
        sa.and_(judged.c.left == table.c.other, judged.c.right == table.c.one),
    )
    is_undone = sa.exists().where(undone.c.undoes == judged.c.id)
    found = [~sa.exists().where(is_it, judged.c.kind.in_(_SETTLING), ~is_undone), table.c.score >= least, table.c.score <= most]
    # A denial is of no claim: it is attached to what it denies, and not judged as a pair.
    found += [sa.exists().where(member.c.proposition == side) for side in (table.c.one, table.c.other)]
    if filters.event:
        part = tables.propositions
        for side in (table.c.one, table.c.other):
            found.append(sa.exists().where(part.c.id == side, part.c.event == filters.event.strip().upper()))
    return found


def _sides(connection: sa.Connection, propositions: list[str]) -> dict[str, Side]:
    part, said, document, member = tables.propositions, tables.statements, tables.documents, tables.claim_members
    columns: list[Any] = [part.c.id.label("proposition"), part.c.words, part.c.event, said.c.id.label("statement"), said.c.quote]
    columns += [said.c.speaker_name.label("speaker"), document.c.id.label("document"), document.c.title, said.c.outlet, said.c.published]
    columns.append(member.c.claim)
    asked = sa.select(*columns).join(said, said.c.n == part.c.statement).join(document, document.c.n == said.c.document)
    asked = asked.join(member, member.c.proposition == part.c.id).where(part.c.id.in_(propositions))
    return {row.proposition: Side(**row._mapping) for row in connection.execute(asked)}


def _pair(row: Any, sides: dict[str, Side]) -> Pair:
    one, other = sides[row.one], sides[row.other]
    return Pair(
        one=one,
        other=other,
        score=row.score,
        reasons=tuple(json.loads(row.body)["reasons"]),
        is_joined=one.claim is not None and one.claim == other.claim,
    )
