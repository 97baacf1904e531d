"""Which claims do filters let through, in an order, without looking through the whole record?

A filter that few statements or claims pass leads: its matches are taken all, and put in order. Where every filter passes
many, the claims are gone through in their order instead, some at a time, and the page is soon full. So the work is bounded
by FEW and by ROUNDS, whatever the filters.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.dialects import found_numbers, words_number
from saidwho.record.find.searching import Lead, can_lead, lead_of, lead_of_any, one_of
from saidwho.record.find.sought import Sought, statement_leads
from saidwho.record.keys import HIGHEST

# Matches of a filter that are put in order at once; it takes some 20 ms.
FEW = 4_000
# Claims that are gone through for one page, in rounds: with a filter that more than FEW pass, the first are mostly enough.
ROUNDS = (120, 480, 1_600, 4_000)
# To look for words in one row costs as much as to list them in some hundreds.
_PROBED = 400
_MANY = 500  # ids in one query

Parts = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to find. sought: filters of statements. of: numbers of whom it is about, None where not asked for. party: a side.

    window: what must hold of a claim's days. conditions: what else must hold of its row. leads: the claims that one of these
    conditions leaves.
    """

    sought: Sought
    of: tuple[int, ...] | None
    party: str | None
    window: tuple[sa.ColumnElement[bool], ...]
    conditions: tuple[sa.ColumnElement[bool], ...]
    leads: tuple[sa.Select[Any], ...]

    @property
    def asks_of_members(self) -> bool:
        """Whether a filter is set that a member must pass."""
        return self.sought.asks_of_statements or any(value is not None for value in (self.sought.outlet, self.of, self.party))


def claims_found(
    connection: sa.Connection, wanted: Wanted, order: Sequence[str], *, after: Parts | None, most: int
) -> tuple[list[sa.Row[Any]], Parts | None]:
    """Up to so many claims as rows of their order and id, from past a place on; and the place to go on after, None at the end."""
    columns = [tables.claims.c[name] for name in order]
    asked = sa.select(*columns).where(*wanted.window).order_by(*(column.desc() for column in columns))
    few = _few(connection, wanted)
    if few is not None:
        chosen = asked.where(*wanted.conditions, *_past(columns, after))
        rows = [row for part in _parts(few) for row in connection.execute(chosen.where(tables.claims.c.id.in_(part)).limit(most + 1))]
        rows = sorted(rows, key=tuple, reverse=True)
        return rows[:most], tuple(rows[most - 1]) if len(rows) > most else None
    if not wanted.asks_of_members and not wanted.conditions:
        rows = list(connection.execute(asked.where(*_past(columns, after)).limit(most + 1)))
        return rows[:most], tuple(rows[most - 1]) if len(rows) > most else None
    return _gone_through(connection, wanted, asked, columns, after=after, most=most)


def _past(columns: Sequence[sa.ColumnElement[Any]], after: Parts | None) -> list[sa.ColumnElement[bool]]:
    return [] if after is None else [sa.tuple_(*columns) < sa.tuple_(*(sa.literal(part) for part in after))]


def _gone_through(
    connection: sa.Connection, wanted: Wanted, asked: Any, columns: Sequence[Any], *, after: Parts | None, most: int
) -> tuple[list[sa.Row[Any]], Parts | None]:
    found: list[sa.Row[Any]] = []
    for size in (*ROUNDS, *([] if most <= FEW else [most])):
        rows = list(connection.execute(asked.where(*_past(columns, after)).limit(size)))
        through = _through(connection, wanted, [row.id for row in rows])
        found += [row for row in rows if row.id in through]
        if len(found) > most:
            return found[:most], tuple(found[most - 1])
        if len(rows) < size:
            return found, None
        after = tuple(rows[-1])
    return found, after


def _through(connection: sa.Connection, wanted: Wanted, ids: Sequence[str]) -> set[str]:
    """Those of some claims that all filters let through."""
    table = tables.claims
    if wanted.conditions:
        asked = sa.select(table.c.id).where(*wanted.conditions)
        ids = [row.id for part in _parts(ids) for row in connection.execute(asked.where(table.c.id.in_(part)))]
    return set(_with_members(connection, wanted, ids)) if wanted.asks_of_members else set(ids)


def _with_members(connection: sa.Connection, wanted: Wanted, ids: Sequence[str]) -> list[str]:
    """Those of some claims of which one member passes what is asked of members."""
    member, said = tables.claim_members, tables.statements
    if wanted.sought.about is None:
        asked = sa.select(member.c.claim).distinct().join(said, said.c.n == member.c.statement).where(*_of_member(wanted))
        return [claim for part in _parts(ids) for claim in connection.execute(asked.where(member.c.claim.in_(part))).scalars()]
    of = sa.select(member.c.claim, member.c.statement)
    pairs = [tuple(row) for part in _parts(ids) for row in connection.execute(of.where(member.c.claim.in_(part)))]
    through = set(_passing(connection, wanted, sorted({statement for _, statement in pairs})))
    return list(dict.fromkeys(claim for claim, statement in pairs if statement in through))


def _of_member(wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    """What must hold of a member and its statement, but for the words."""
    said, where, who, sought = tables.statements, tables.statement_places, tables.statement_actors, wanted.sought
    found: list[sa.ColumnElement[bool]] = [said.c.stands]
    if sought.act:
        found.append(said.c.act == sought.act)
    if sought.outlet:
        found.append(said.c.outlet_key == sought.outlet)
    if wanted.party is not None:
        found.append(said.c.speaker_side == wanted.party)
    if sought.voices is not None:
        voice = tables.statement_voices
        found.append(sa.exists().where(voice.c.statement == said.c.n, one_of(voice.c.voice, sought.voices)))
    if sought.places is not None:
        found.append(sa.exists().where(where.c.statement == said.c.n, one_of(where.c.place, sought.places)))
    if wanted.of is not None:
        them = one_of(who.c.actor, wanted.of)
        found.append(sa.exists().where(who.c.statement == said.c.n, who.c.role.in_(("actor", "recipient")), them))
    return found


def _few(connection: sa.Connection, wanted: Wanted) -> list[str] | None:
    """The claims that pass what is asked of members, where one filter leaves few; None where each leaves many."""
    member = tables.claim_members
    best: tuple[list[int], str] | None = None
    for lead in _leads(connection, wanted) if wanted.asks_of_members else ():
        numbers = list(connection.execute(lead.numbers(0, HIGHEST, FEW + 1)).scalars())
        if len(numbers) <= FEW and (best is None or len(numbers) < len(best[0])):
            best = numbers, lead.settles
        if best is not None and not best[0]:
            return []
    if best is not None:
        numbers = _passing(connection, wanted, sorted(set(best[0])), settled=best[1])
        return list(connection.execute(sa.select(member.c.claim).where(one_of(member.c.statement, numbers)).distinct()).scalars())
    for asked in wanted.leads:
        ids = list(dict.fromkeys(connection.execute(asked.limit(FEW + 1)).scalars()))
        if len(ids) <= FEW:
            return _with_members(connection, wanted, ids) if wanted.asks_of_members else ids
    return None


def _leads(connection: sa.Connection, wanted: Wanted) -> list[Lead]:
    said, who = tables.statements, tables.statement_actors
    leads = statement_leads(connection, wanted.sought)
    if wanted.sought.outlet:
        leads.append(lead_of(said.c.n, said.c.outlet_key == wanted.sought.outlet))
    if wanted.party is not None:
        leads.append(lead_of(said.c.n, said.c.speaker_side == wanted.party))
    if wanted.of is not None and (can_lead(wanted.of) or not wanted.of):
        leads.append(lead_of_any(who.c.statement, who.c.actor, wanted.of or (-1,)))
    return leads


def _passing(connection: sa.Connection, wanted: Wanted, numbers: Sequence[int], *, settled: str = "") -> list[int]:
    """Those of some statements, in order, that pass all that is asked of members. settled: the filter that is known to."""
    sought, said = wanted.sought, tables.statements
    if not numbers:
        return []
    if sought.about and settled != "about":
        numbers = _with_words(connection, sought, numbers)
    return list(connection.execute(sa.select(said.c.n).where(one_of(said.c.n, numbers), *_of_member(wanted))).scalars())


def _with_words(connection: sa.Connection, sought: Sought, numbers: Sequence[int]) -> list[int]:
    """Those of some statements, in order, that hold the words."""
    number = words_number(sought.dialect)
    listed = found_numbers(sought.dialect, "statement_search", sought.about or "")
    if len(numbers) <= _PROBED:
        return list(connection.execute(listed.where(one_of(number, numbers))).scalars())
    found = set(connection.execute(listed.where(number >= numbers[0], number <= numbers[-1])).scalars())
    return [one for one in numbers if one in found]


def _parts(ids: Sequence[str]) -> list[Sequence[str]]:
    return [ids[at : at + _MANY] for at in range(0, len(ids), _MANY)]
