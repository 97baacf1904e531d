"""Which claims do filters let through, in an order, without looking through the whole record?

Claims lie by number, the newest and most disputed first, and every filter has an index that gives its matches so: see claimkeys.
In another order a filter that few claims pass leads, and its matches are put in that order; where every filter passes many, the
claims are gone through in the order instead, some at a time, and the page is soon full. So the work is bounded by FEW and by ROUNDS,
whatever the filters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.dialects import words_of
from saidwho.record.find.searching import Lead, Round, Window, can_lead, lead_of, lead_of_any, one_of, search
from saidwho.record.find.sought import Sought
from saidwho.record.find.words import lead_of_words, with_words
from saidwho.record.keys import DISPUTED_AT, DISPUTED_MASK, HIGHEST, ORIGINS_AT, ORIGINS_MASK

Order = Literal["newest", "disputed", "origins"]

# Matches of a filter that are put in another order at once; it takes some 10 ms.
FEW = 20_000
# Claims that are gone through for one page, in rounds: with a filter that more than FEW pass, the first are mostly enough.
ROUNDS = (120, 480, 1_600, 4_000)
# How a claim's number says where it stands in the other orders.
_BITS = {"disputed": (DISPUTED_AT, DISPUTED_MASK), "origins": (ORIGINS_AT, ORIGINS_MASK)}
_DISPUTED = (1, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to find. sought: filters of statements. of: numbers of whom it is about, None where not asked for. party: a side.

    keys: by the name of each filter, the keys of which a claim has one; see claimkeys. members: filters that one and the same
    statement must pass, where there are more than one. window: the numbers that a claim may have, below the cursor of the order
    newest. until: the start of a day that it was printed first by. origins: so many or more.
    """

    sought: Sought
    of: tuple[int, ...] | None
    party: str | None
    keys: dict[str, tuple[int, ...]]
    window: Window
    until: str | None
    origins: int
    is_disputed: bool

    @property
    def asks_for_one_member(self) -> bool:
        """Whether more is asked of one statement than its claim's keys and words tell."""
        of_members = self.keys.keys() - {"event", "origin"}
        about = self.sought.about
        return len(of_members) + (about is not None) > 1 or (about is not None and len(words_of(about)) > 1)


def claims_found(
    connection: sa.Connection, wanted: Wanted, order: Order, *, after: tuple[int, ...] | None, most: int
) -> tuple[list[tuple[int, ...]], tuple[int, ...] | None]:
    """Up to so many claims as places in the order, which end in their numbers; from past a place on.

    Returns with it the place to go on after, None at the end.
    """
    leads = _leads(connection, wanted, order)
    if order == "newest":
        low, past = wanted.window
        rows, more = search(
            connection,
            leads or [lead_of(tables.claim_numbers.c.n)],
            (low, min(past, after[0] if after else HIGHEST)),
            lambda matches, limit: _passing(connection, wanted, matches, most=limit),
            limit=most,
        )
        return [(row.n,) for row in rows], None if more is None else (more,)
    return _in_order(connection, wanted, _few(connection, wanted, leads), order, after=after, most=most)


def _in_order(
    connection: sa.Connection, wanted: Wanted, few: Lead | None, order: Order, *, after: tuple[int, ...] | None, most: int
) -> tuple[list[tuple[int, ...]], tuple[int, ...] | None]:
    found: list[tuple[int, ...]] = []
    for size in (*ROUNDS, *([] if most <= ROUNDS[-1] else [most])):
        asked = _sorted(few, wanted.window, order) if few else _all_in(order, wanted)
        columns = list(asked.selected_columns)
        if after is not None:
            asked = asked.where(sa.tuple_(*columns) < sa.tuple_(*(sa.literal(part) for part in after)))
        rows = [tuple(row) for row in connection.execute(asked.limit(size)).all()]
        numbers = tuple(row[-1] for row in rows)
        matches = Round(numbers=numbers, border=0, past=HIGHEST, settles=few.settles if few else "")
        through = {row.n for row in _passing(connection, wanted, matches, most=size)}
        found += [row for row in rows if row[-1] in through]
        if len(found) > most:
            return found[:most], found[most - 1]
        if len(rows) < size:
            return found, None
        after = rows[-1]
    return found, after


def _all_in(order: Order, wanted: Wanted) -> sa.Select[Any]:
    """All claims in an order, but for those at its end that a filter of what it goes by leaves out."""
    table, window = tables.claim_numbers, wanted.window
    first, least = (table.c.disputed, int(wanted.is_disputed)) if order == "disputed" else (table.c.origins, wanted.origins)
    asked = sa.select(first, table.c.n).order_by(first.desc(), table.c.n.desc())
    asked = asked.where(first >= least) if least else asked
    return asked.where(table.c.n >= window[0], table.c.n < window[1]) if window != (0, HIGHEST) else asked


def _sorted(few: Lead, window: Window, order: Order) -> sa.Select[Any]:
    """All matches of a filter that has few, in an order."""
    matches = few.numbers(*window, FEW + 1).subquery()
    at, mask = _BITS[order]
    first = matches.c.n.op(">>")(sa.literal_column(str(at))).op("&")(sa.literal_column(str(mask)))
    rows = sa.select(first.label("first"), matches.c.n).subquery()
    return sa.select(rows.c.first, rows.c.n).order_by(rows.c.first.desc(), rows.c.n.desc())


def _few(connection: sa.Connection, wanted: Wanted, leads: Sequence[Lead]) -> Lead | None:
    """The filter with the fewest matches, where it has no more than FEW."""
    best: tuple[int, Lead] | None = None
    for lead in leads:
        most = FEW + 1 if best is None else best[0]
        count = connection.execute(sa.select(sa.func.count()).select_from(lead.numbers(*wanted.window, most).subquery())).scalar_one()
        if count < most:
            best = count, lead
    return best[1] if best else None


def _leads(connection: sa.Connection, wanted: Wanted, order: Order) -> list[Lead]:
    """The indexes that lead to claims, one for each filter that has one, and that the order does not begin with."""
    key, table = tables.claim_keys, tables.claim_numbers
    leads = []
    if wanted.sought.about is not None:
        leads.append(lead_of_words(connection, "claim_search", wanted.sought.about))
    for name, keys in wanted.keys.items():
        if can_lead(keys):
            leads.append(lead_of_any(key.c.claim, key.c.key, keys, settles=name))
        else:
            leads += _lead_of_few(connection, key.c.claim, one_of(key.c.key, keys), settles=name)
    if wanted.is_disputed and order != "disputed":
        leads.append(lead_of_any(table.c.n, table.c.disputed, _DISPUTED))
    if wanted.origins and order != "origins":
        leads += _lead_of_few(connection, table.c.n, table.c.origins >= wanted.origins)
    return leads


def _lead_of_few(
    connection: sa.Connection, column: sa.ColumnElement[int], condition: sa.ColumnElement[bool], *, settles: str = ""
) -> Iterator[Lead]:
    """Lead by rows that lie in no order, where they are few enough to be put in one."""
    counted = sa.select(sa.func.count()).select_from(sa.select(column).where(condition).limit(FEW + 1).subquery())
    if connection.execute(counted).scalar_one() > FEW:
        return

    def numbers(low: int, past: int, limit: int) -> sa.Select[Any]:
        # Told apart from a range of numbers, which the database would go through instead.
        few = sa.select(column.label("n")).where(condition).distinct().cte("few", nesting=True)
        few = few.prefix_with("MATERIALIZED", dialect="postgresql")
        return sa.select(few.c.n).where(few.c.n >= low, few.c.n < past).order_by(few.c.n.desc()).limit(limit)

    yield Lead(numbers=numbers, settles=settles)


def _passing(connection: sa.Connection, wanted: Wanted, matches: Round, *, most: int) -> Sequence[sa.Row[Any]]:
    """Those of some claims that all filters let through, highest first."""
    table, key = tables.claim_numbers, tables.claim_keys
    conditions: list[sa.ColumnElement[bool]] = [
        sa.exists().where(key.c.claim == table.c.n, one_of(key.c.key, keys))
        for name, keys in wanted.keys.items()
        if name != matches.settles
    ]
    if wanted.until:
        conditions.append(sa.func.substr(table.c.first_seen, 1, len(wanted.until)) <= wanted.until)
    if wanted.origins:
        conditions.append(table.c.origins >= wanted.origins)
    if wanted.is_disputed:
        conditions.append(table.c.disputed > 0)
    numbers: Sequence[int] = sorted(matches.numbers, reverse=True)
    asked = sa.select(table.c.n).order_by(table.c.n.desc())
    if conditions:
        numbers = connection.execute(asked.where(one_of(table.c.n, numbers), *conditions)).scalars().all()
    if wanted.sought.about is not None and matches.settles != "about":
        numbers = with_words(connection, "claim_search", wanted.sought.about, numbers, most=most)
    if wanted.asks_for_one_member:
        numbers = _of_one_member(connection, wanted, numbers)
    return connection.execute(asked.where(one_of(table.c.n, numbers)).limit(most)).all()


def _of_one_member(connection: sa.Connection, wanted: Wanted, numbers: Sequence[int]) -> list[int]:
    """Those of some claims of which one statement passes all that is asked of statements."""
    table, member, said = tables.claim_numbers, tables.claim_members, tables.statements
    asked = sa.select(table.c.n, member.c.statement).join(member, member.c.claim == table.c.claim)
    conditions = list(_of_member(wanted))
    if conditions:
        asked = asked.join(said, said.c.n == member.c.statement).where(*conditions)
    pairs = connection.execute(asked.where(one_of(table.c.n, numbers))).all()
    about = wanted.sought.about
    if about is None:
        return [row.n for row in pairs]
    statements = sorted({row.statement for row in pairs}, reverse=True)
    through = set(with_words(connection, "statement_search", about, statements))
    return [row.n for row in pairs if row.statement in through]


def _of_member(wanted: Wanted) -> Iterator[sa.ColumnElement[bool]]:
    """What must hold of a statement, but for its words."""
    said, where, who, voice, sought = (
        tables.statements, tables.statement_places, tables.statement_actors, tables.statement_voices, wanted.sought,
    )  # fmt: skip
    if sought.act:
        yield said.c.act == sought.act
    if sought.outlet:
        yield said.c.outlet_key == sought.outlet
    if wanted.party is not None:
        yield said.c.speaker_side == wanted.party
    if sought.voices is not None:
        yield sa.exists().where(voice.c.statement == said.c.n, one_of(voice.c.voice, sought.voices))
    if sought.places is not None:
        yield sa.exists().where(where.c.statement == said.c.n, one_of(where.c.place, sought.places))
    if wanted.of is not None:
        them = one_of(who.c.actor, wanted.of)
        yield sa.exists().where(who.c.statement == said.c.n, who.c.role.in_(("actor", "recipient")), them)
