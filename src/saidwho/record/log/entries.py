"""What does the log tell, and how is it written?"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from saidwho.record.dialects import insert_rows
from saidwho.record.tables import log_entries
from saidwho.types.ids import Json

LEAF = b"\x00"  # RFC 6962, section 2.1: what is hashed before an entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that came into the record. kind: original, reading, judgement, withholding. item: its id.

    told: what else the log says of it; with both it is the text whose hash is a leaf.
    """

    kind: str
    item: str
    told: dict[str, Json]

    @property
    def body(self) -> str:
        """Canonical JSON: sorted keys, no spaces."""
        return json.dumps({"kind": self.kind, "id": self.item, **self.told}, sort_keys=True, ensure_ascii=True, separators=(",", ":"))


def leaf_hash(body: str) -> bytes:
    """The leaf of an entry (RFC 6962)."""
    return hashlib.sha256(LEAF + body.encode("ascii", "surrogatepass")).digest()


# An entry as the log has it: its number, from 1, and its body.
Line = tuple[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appended:
    """What was added to the log, and the entry before it, None where there is none."""

    before: Line | None
    lines: tuple[Line, ...]


def append_entries(connection: sa.Connection, entries: Sequence[Entry]) -> Appended:
    """Add entries, in order. The caller holds the lock of writers, so the numbers have no gaps."""
    if not entries:
        return Appended(before=None, lines=())
    last = connection.execute(_LAST).first()
    first = last.n + 1 if last else 1
    lines = [(number, entry.body) for number, entry in enumerate(entries, start=first)]
    rows = [
        {"n": number, "kind": entry.kind, "item": entry.item, "body": body, "leaf": leaf_hash(body)}
        for (number, body), entry in zip(lines, entries, strict=True)
    ]
    insert_rows(connection, log_entries, rows)
    return Appended(before=(last.n, last.body) if last else None, lines=tuple(lines))


_LAST = sa.select(log_entries.c.n, log_entries.c.body).order_by(log_entries.c.n.desc()).limit(1)


def size_of(connection: sa.Connection) -> int:
    """How many entries the log has."""
    return connection.execute(sa.select(sa.func.max(log_entries.c.n))).scalar_one() or 0
