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


def append_entries(connection: sa.Connection, entries: Sequence[Entry]) -> None:
    """Add entries, in order. The caller holds the lock of writers, so the numbers have no gaps."""
    if not entries:
        return
    first = size_of(connection) + 1
    rows = [
        {"n": number, "kind": entry.kind, "item": entry.item, "body": entry.body, "leaf": leaf_hash(entry.body)}
        for number, entry in enumerate(entries, start=first)
    ]
    insert_rows(connection, log_entries, rows)


def size_of(connection: sa.Connection) -> int:
    """How many entries the log has."""
    return connection.execute(sa.select(sa.func.max(log_entries.c.n))).scalar_one() or 0
