"""Which reports does somebody take out of a record? In the order of their ids, so that the same record gives the same bytes."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.bodies import report_in
from saidwho.record.find.documents import find_documents
from saidwho.record.find.filters import Filters
from saidwho.record.find.paging import items
from saidwho.record.find.searching import one_of
from saidwho.record.find.statements import find_statements
from saidwho.record.keys import PLACES

# Reports that are read at once: what is held does not grow with the record.
_BATCH = 100
# The filters that only statements can answer; the others hold for a document as a whole.
_OF_STATEMENTS = frozenset(("about", "by", "place", "near", "act", "event"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """A report as the contract writes it. statements: the positions of those that the filters let through, None for all.

    taken: when it was taken in, RFC 3339 in UTC. revision: from 1.
    """

    number: int
    report: dict[str, Any]
    statements: frozenset[int] | None
    taken: str
    revision: int
    is_latest: bool

    def narrowed(self) -> dict[str, Any]:
        """The report with those statements alone that the filters let through."""
        if self.statements is None:
            return self.report
        kept = [found for position, found in enumerate(self.report["statements"]) if position in self.statements]
        return self.report | {"statements": kept}


def select_reports(connection: sa.Connection, filters: Filters, *, with_history: bool = False) -> Iterator[Selected]:
    """The reports that filters let through, by document id. A document is among them where one of its statements is.

    with_history: older revisions as well, where no filter asks of statements. limit and cursor have no meaning here.
    Raises FilterError.
    """
    given = filters.given()
    if not given:
        yield from _all(connection, with_history=with_history)
    elif given & _OF_STATEMENTS:
        chosen: dict[int, array[int]] = {}
        for one in items(connection, find_statements, filters):
            chosen.setdefault(one.n // PLACES, array("H")).append(one.n % PLACES)
        yield from _ordered(connection, chosen)
    else:
        yield from _ordered(connection, dict.fromkeys(one.n for one in items(connection, find_documents, filters)))


def _all(connection: sa.Connection, *, with_history: bool) -> Iterator[Selected]:
    table, last = tables.documents, ""
    asked = sa.select(table.c.n, table.c.id).where(~table.c.is_withheld).order_by(table.c.id).limit(_BATCH)
    if not with_history:
        asked = asked.where(table.c.is_latest)
    while rows := connection.execute(asked.where(table.c.id > last)).all():
        yield from _read(connection, dict.fromkeys(row.n for row in rows))
        last = rows[-1].id


def _ordered(connection: sa.Connection, chosen: "dict[int, array[int]] | dict[int, None]") -> Iterator[Selected]:
    """Read the documents of some numbers in the order of their ids."""
    table = tables.documents
    ids: list[tuple[bytes, int]] = []
    numbers = iter(chosen)
    while part := list(islice(numbers, _BATCH * 10)):
        rows = connection.execute(sa.select(table.c.id, table.c.n).where(one_of(table.c.n, part)))
        ids += [(bytes.fromhex(row.id), row.n) for row in rows]
    ids.sort()
    for at in range(0, len(ids), _BATCH):
        yield from _read(connection, {number: chosen[number] for _, number in ids[at : at + _BATCH]})


def _read(connection: sa.Connection, chosen: "dict[int, array[int] | None] | dict[int, None]") -> Iterator[Selected]:
    table, reading = tables.documents, tables.readings
    body = sa.func.coalesce(reading.c.shown, reading.c.body).label("body")
    asked = sa.select(table.c.n, table.c.taken, table.c.revision, table.c.is_latest, body)
    asked = asked.join(reading, reading.c.document == table.c.n).where(one_of(table.c.n, chosen), reading.c.is_current)
    for row in connection.execute(asked.order_by(table.c.id)).all():
        positions = chosen[row.n]
        yield Selected(
            number=row.n,
            report=report_in(row.body),
            statements=None if positions is None else frozenset(positions),
            taken=row.taken,
            revision=row.revision,
            is_latest=row.is_latest,
        )
