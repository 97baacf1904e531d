"""What people decided about claims, kept for good."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.keeping import next_number
from saidwho.record.log.entries import Entry, append_entries
from saidwho.types.linking import Judgement

_MANY = 500  # ids in one query
_ANY = sa.select(tables.judgements.c.n).limit(1)


def save_judgement(connection: sa.Connection, judgement: Judgement) -> bool:
    """Keep a judgement, and tell of it in the log and among the changes. Returns whether it is new.

    Runs within one transaction that has the lock.
    """
    table = tables.judgements
    if connection.execute(sa.select(table.c.n).where(table.c.id == judgement.id)).scalar_one_or_none() is not None:
        return False
    left, *right = judgement.subjects
    row: dict[str, Any] = {
        "n": next_number(connection, table),
        "id": judgement.id,
        "kind": judgement.verdict,
        "left": left,
        "right": " ".join(right) or None,
        "field": judgement.field,
        "value": judgement.value,
        "reviewer": judgement.reviewer,
        "at": judgement.at,
        "reason": judgement.reason,
        "undoes": left if judgement.verdict == "undo" else None,
    }
    connection.execute(sa.insert(table), [row])
    told = {"what": judgement.verdict} | {name: row[name] for name in ("left", "right", "field", "value", "reviewer", "at", "reason")}
    change = tables.changes
    said = {"kind": "judged", "item": judgement.id, "note": f"{judgement.verdict}: {judgement.reason}"}
    connection.execute(sa.insert(change), [{"n": next_number(connection, change), "at": judgement.at, **said}])
    append_entries(connection, [Entry(kind="judgement", item=judgement.id, told=told)])
    return True


def judgements_in(connection: sa.Connection) -> Sequence[Judgement]:
    """All judgements, in the order they were made."""
    return [_judgement(row) for row in connection.execute(sa.select(tables.judgements).order_by(tables.judgements.c.n))]


def judgements_of(connection: sa.Connection, subjects: Sequence[str]) -> list[Judgement]:
    """The judgements whose subjects are among some claims and propositions, and what undoes them, in the order they were made."""
    table = tables.judgements
    found: dict[int, Any] = {}
    # In most records nobody has judged yet, and to ask for hundreds of ids takes a tenth of the time of a page.
    if connection.execute(_ANY).first() is None:
        return []
    for at in range(0, len(subjects), _MANY):
        part = subjects[at : at + _MANY]
        # Several ids in one column are those of a merge or a split, whose first is in the other.
        rows = connection.execute(sa.select(table).where(sa.or_(table.c.left.in_(part), table.c.right.in_(part))))
        found |= {row.n: row for row in rows}
    undone = [row.id for row in found.values()]
    for at in range(0, len(undone), _MANY):
        rows = connection.execute(sa.select(table).where(table.c.undoes.in_(undone[at : at + _MANY])))
        found |= {row.n: row for row in rows}
    return [_judgement(found[n]) for n in sorted(found)]


def _judgement(row: Any) -> Judgement:
    return Judgement(
        id=row.id,
        verdict=row.kind,
        subjects=(row.left, *(row.right or "").split()),
        reviewer=row.reviewer,
        at=row.at,
        reason=row.reason,
        field=row.field,
        value=row.value,
    )
