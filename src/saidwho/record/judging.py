"""What people decided about claims, kept for good."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.keeping import next_number
from saidwho.record.log.entries import Entry, append_entries
from saidwho.types.linking import Judgement


def save_judgement(connection: sa.Connection, judgement: Judgement) -> bool:
    """Keep a judgement and tell of it in the log. Returns whether it is new. Runs within one transaction that has the lock."""
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
    append_entries(connection, [Entry(kind="judgement", item=judgement.id, told=told)])
    return True


def judgements_in(connection: sa.Connection) -> Sequence[Judgement]:
    """All judgements, in the order they were made."""
    rows = connection.execute(sa.select(tables.judgements).order_by(tables.judgements.c.n))
    return [
        Judgement(
            id=row.id,
            verdict=row.kind,
            subjects=(row.left, *(row.right or "").split()),
            reviewer=row.reviewer,
            at=row.at,
            reason=row.reason,
            field=row.field,
            value=row.value,
        )
        for row in rows
    ]
