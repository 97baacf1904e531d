"""How much does a record hold?"""

from dataclasses import dataclass

import sqlalchemy as sa

from saidwho.record import tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Documents and statements are those of the latest revisions; readers: versions with the documents each read."""

    documents: int
    statements: int
    claims: int
    disputed: int
    utterances: int
    copies: int
    originals: int
    judgements: int
    withholdings: int
    readers: tuple[tuple[str, int], ...]
    first_day: str | None
    last_day: str | None


def counts(connection: sa.Connection) -> Counts:
    """Count what is shown: an index is read, never a table's texts."""

    def number(table: sa.Table, *conditions: sa.ColumnElement[bool]) -> int:
        return int(connection.execute(sa.select(sa.func.count()).select_from(table).where(*conditions)).scalar_one())

    # Of claims their numbers are counted: the claims themselves lie between their bodies, which are a gigabyte of a million statements.
    document, reading, claim = tables.documents, tables.readings, tables.claim_numbers
    # Each document tells how many statements it has: to ask a million statements whether they stand takes a second.
    columns = (
        sa.func.count(),
        sa.func.coalesce(sa.func.sum(document.c.statements), 0),
        sa.func.min(document.c.day),
        sa.func.max(document.c.day),
    )
    latest = connection.execute(sa.select(*columns).where(document.c.is_latest, ~document.c.is_withheld)).one()
    readers = connection.execute(
        sa.select(reading.c.reader, sa.func.count()).where(reading.c.is_current).group_by(reading.c.reader).order_by(reading.c.reader)
    )
    return Counts(
        documents=int(latest[0]),
        statements=int(latest[1]),
        claims=number(claim),
        disputed=number(claim, claim.c.disputed > 0),
        utterances=number(tables.utterances),
        copies=number(tables.copies),
        originals=number(tables.originals),
        judgements=number(tables.judgements),
        withholdings=number(tables.withholdings),
        readers=tuple((row[0], row[1]) for row in readers),
        first_day=latest[2],
        last_day=latest[3],
    )
