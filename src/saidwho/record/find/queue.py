"""Which pairs of propositions is linking unsure of, and has nobody judged yet?"""

import json
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.find.filters import Filters, Page, cursor_from, cursor_parts
from saidwho.record.links import DOUBTFUL
from saidwho.record.removing import in_parts
from saidwho.record.tables import Number
from saidwho.types.numbers import DIGITS, written

# Verdicts that settle a pair, as long as nobody undoes them.
_SETTLING = ("same", "different", "unsure")

# Nobody judges more in a week.
WAITING = 1_000
# Pairs are looked at so many at a time.
_AT_ONCE = 400
# The doubt of a pair that could be either.
_EITHER = 100
# Scores are told to so many digits.
_DIGITS = 4


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """least, most: bounds of the score. event: that both must be of, None for any."""

    least: float
    most: float
    event: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waiting:
    """A pair that waits. place: by which it is found again. one, other: propositions, by id."""

    place: tuple[int, int, int]
    one: str
    other: str
    score: float
    moved: int


def find_queue(
    connection: sa.Connection,
    filters: Filters,
    *,
    reasons: Callable[[int], tuple[str, ...]],
    least: float = 0.0,
    most: float = 1.0,
) -> Page[Pair]:
    """Pairs that nobody judged, the most doubtful first, by hundredths, then the newest. event: of both. least, most: of the score.

    reasons: what the number means that linking left with a pair; see saidwho.linking.scoring.reasons_in.
    """
    filters.refuse_others("event", what="Pairs")
    place = cursor_parts(filters.cursor, int, int, int) if filters.cursor else None
    found = list(islice(_waiting(connection, _asked(filters, least, most), place), filters.limit + 1))
    page = found[: filters.limit]
    sides = _sides(connection, [identity for pair in page for identity in (pair.one, pair.other)])
    more = cursor_from(*page[-1].place) if len(found) > filters.limit else None
    return Page(items=tuple(_pair(pair, sides, reasons) for pair in page if pair.one in sides and pair.other in sides), next=more)


def count_queue(connection: sa.Connection, filters: Filters, *, least: float = 0.0, most: float = 1.0) -> int:
    """How many pairs wait; counted to WAITING."""
    return sum(1 for _ in islice(_waiting(connection, _asked(filters, least, most), None), WAITING))


def _asked(filters: Filters, least: float, most: float) -> _Asked:
    return _Asked(least=least, most=most, event=filters.event.strip().upper() if filters.event else None)


def _waiting(connection: sa.Connection, asked: _Asked, place: Sequence[str | int] | None) -> Iterator[_Waiting]:
    """Pairs that wait, from a place on, in their order."""
    while True:
        rows = connection.execute(_rows(asked, place)).all()
        names = _names(connection, {n for row in rows for n in (row.one, row.other)}, asked.event)
        judged = _judged(connection, names.values())
        for row in rows:
            one, other = sorted((names.get(row.one, ""), names.get(row.other, "")))
            if not one:
                continue
            score = _score(row.odds)
            if (one, other) not in judged and asked.least <= score <= asked.most:
                yield _Waiting(place=(row.doubt, row.other, row.one), one=one, other=other, score=score, moved=row.moved or 0)
        if len(rows) < _AT_ONCE:
            return
        place = (rows[-1].doubt, rows[-1].other, rows[-1].one)


def _rows(asked: _Asked, place: Sequence[str | int] | None) -> sa.Select[Any]:
    """Edges in doubt, as far as what is asked is told by how doubtful they are."""
    edge = tables.LINK_RELATIONS["edges"].c
    order = (edge.doubt, edge.other, edge.one)
    doubts = [_doubt(asked.least), _doubt(asked.most)]
    highest = _EITHER if asked.least <= 0.5 <= asked.most else max(doubts)
    found = sa.select(*order, edge.odds, edge.moved).where(edge.doubt.is_not(None), edge.doubt.between(max(DOUBTFUL, min(doubts)), highest))
    if asked.least > 0.5:
        found = found.where(edge.odds > 0)
    if asked.most < 0.5:
        found = found.where(edge.odds < 0)
    if place is not None:
        found = found.where(sa.tuple_(*order) < sa.tuple_(*(sa.literal(part, Number) for part in place)))
    return found.order_by(*(column.desc() for column in order)).limit(_AT_ONCE)


def _doubt(score: float) -> int:
    """How doubtful a pair of a score is, as edges tell it."""
    return math.floor(round(_EITHER * (1 - abs(2 * score - 1)), _DIGITS))


def _score(odds: float) -> float:
    """The probability that two are the same."""
    return round(1 / (1 + math.exp(-odds)), _DIGITS)


def _names(connection: sa.Connection, nodes: set[int], event: str | None) -> dict[int, str]:
    """The propositions that stand for nodes, by id, where they are of a claim: a denial is attached to what it denies, and not judged.

    The one of the smallest id stands for a node, and ids begin with their numbers.
    """
    fact, part = tables.LINK_RELATIONS["facts"], tables.propositions
    found: dict[int, str] = {}
    for some in in_parts(sorted(nodes)):
        first = sa.select(fact.c.node, sa.func.min(fact.c.proposition)).where(fact.c.node.in_(some)).group_by(fact.c.node)
        numbers = {written(number): node for node, number in connection.execute(first)}
        members = _members(connection, list(numbers))
        if event:
            members = connection.execute(sa.select(part.c.id).where(part.c.id.in_(members), part.c.event == event)).scalars()
        found |= {numbers[identity[:DIGITS]]: identity for identity in members}
    return found


def _members(connection: sa.Connection, begins: Sequence[str]) -> Iterable[str]:
    """The propositions of claims whose ids begin in one of these ways. After the digits of ids comes "g"."""
    is_sqlite = connection.dialect.name == "sqlite"
    given = "SELECT value AS begins FROM json_each(?)" if is_sqlite else "SELECT unnest(CAST(%s AS TEXT[])) AS begins"
    asked = f"SELECT proposition FROM ({given}) AS given JOIN claim_members ON proposition BETWEEN begins AND begins || 'g'"
    return connection.exec_driver_sql(asked, (json.dumps(begins) if is_sqlite else list(begins),)).scalars().all()


def _judged(connection: sa.Connection, propositions: Iterable[str]) -> set[tuple[str, str]]:
    """The pairs of some propositions that somebody judged, and nobody undid."""
    judged, undone = tables.judgements, tables.judgements.alias("undone")
    found: set[tuple[str, str]] = set()
    for some in in_parts(sorted(propositions)):
        asked = sa.select(judged.c.left, judged.c.right).where(judged.c.left.in_(some), judged.c.kind.in_(_SETTLING))
        for left, right in connection.execute(asked.where(~sa.exists().where(undone.c.undoes == judged.c.id))):
            if right is not None:
                found.add((min(left, right), max(left, right)))
    return found


def _sides(connection: sa.Connection, propositions: list[str]) -> dict[str, Side]:
    part, said, document, member = tables.propositions, tables.statements, tables.documents, tables.claim_members
    columns: list[Any] = [part.c.id.label("proposition"), part.c.words, part.c.event, said.c.id.label("statement"), said.c.quote]
    columns += [said.c.speaker_name.label("speaker"), document.c.id.label("document"), document.c.title, said.c.outlet, said.c.published]
    columns.append(member.c.claim)
    asked = sa.select(*columns).join(said, said.c.n == part.c.statement).join(document, document.c.n == said.c.document)
    asked = asked.join(member, member.c.proposition == part.c.id).where(part.c.id.in_(propositions))
    return {row.proposition: Side(**row._mapping) for row in connection.execute(asked)}


def _pair(waiting: _Waiting, sides: dict[str, Side], reasons: Callable[[int], tuple[str, ...]]) -> Pair:
    one, other = sides[waiting.one], sides[waiting.other]
    return Pair(
        one=one,
        other=other,
        score=waiting.score,
        reasons=reasons(waiting.moved),
        is_joined=one.claim is not None and one.claim == other.claim,
    )
