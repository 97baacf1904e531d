"""How are the rows of a document taken away, before others take their place or because they are withheld?"""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.bodies import report_in
from saidwho.record.claimkeys import forget_claims
from saidwho.record.dialects import remove_words
from saidwho.record.keys import first_part
from saidwho.record.rows import rows_of

Value = TypeVar("Value")


def remove_parts(connection: sa.Connection, document: int) -> None:
    """Take away all that was made from the reading of a document that stands. The reading itself stays.

    Actors that no other document names go too, so that no view still lists them.
    """
    reading = tables.readings
    asked = sa.select(reading.c.body, reading.c.shown).where(reading.c.document == document, reading.c.is_current)
    for row in connection.execute(asked).all():
        # What was indexed must be told to the index once more: it keeps no texts of its own.
        for search, words in rows_of(report_in(row.shown or row.body), number=document).searches.items():
            remove_words(connection, search, words)
    first, past = first_part(document), first_part(document + 1)
    for table, name in tables.BY_PART:
        column = table.c[name]
        connection.execute(sa.delete(table).where(column >= first, column < past))
    for table in tables.BY_DOCUMENT:
        connection.execute(sa.delete(table).where(table.c.document == document))
    _hand_on_actors(connection, document)


def remove_quotes(connection: sa.Connection, document: Any) -> None:
    """Take away what elsewhere quotes a document: claims, copies and utterances that it is in, and what its revisions changed.

    Claims that others share are made anew when the record is linked next. document: its row.
    """
    statement, proposition, change = tables.statements, tables.propositions, tables.changes
    first, past = first_part(document.n), first_part(document.n + 1)
    ids = list(connection.execute(sa.select(statement.c.id).where(statement.c.n >= first, statement.c.n < past)).scalars())
    for part in in_parts(ids):
        connection.execute(sa.delete(change).where(change.c.before.in_(part) | change.c.item.in_(part)))
        _remove_utterances(connection, part)
    connection.execute(sa.delete(change).where(change.c.document == document.n, change.c.note.is_not(None)))
    copy = tables.copies
    connection.execute(sa.delete(copy).where((copy.c.document == document.id) | (copy.c.of == document.id)))
    members = tables.claim_members
    named = sa.select(proposition.c.id).where(proposition.c.statement >= first, proposition.c.statement < past)
    claims = list(connection.execute(sa.select(members.c.claim).where(members.c.proposition.in_(named)).distinct()).scalars())
    forget_claims(connection, claims)
    for part in in_parts(claims):
        for table, name in ((tables.claims, "id"), (members, "claim"), (tables.claim_origins, "claim")):
            connection.execute(sa.delete(table).where(table.c[name].in_(part)))


def _remove_utterances(connection: sa.Connection, statements: Sequence[str]) -> None:
    member, table = tables.utterance_members, tables.utterances
    found = list(connection.execute(sa.select(member.c.utterance).where(member.c.statement.in_(statements)).distinct()).scalars())
    connection.execute(sa.delete(table).where(table.c.id.in_(found)))
    connection.execute(sa.delete(member).where(member.c.utterance.in_(found)))


def in_parts(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """Parts of a list that both databases take in one question."""
    return (values[at : at + 500] for at in range(0, len(values), 500))


def _hand_on_actors(connection: sa.Connection, document: int) -> None:
    """Let the rows of actors that a document gave be given by another that names them; without one they go."""
    table, share, reading = tables.actors, tables.document_actors, tables.readings
    other = sa.select(sa.func.min(share.c.document)).where(share.c.actor == table.c.n).scalar_subquery()
    owned = connection.execute(sa.select(table.c.n, table.c.key, other.label("other")).where(table.c.document == document)).all()
    connection.execute(sa.delete(table).where(table.c.document == document))
    wanted: dict[int, set[int]] = {}
    for row in owned:
        if row.other is not None:
            wanted.setdefault(row.other, set()).add(row.n)
    for giver, actors in wanted.items():
        body = sa.select(sa.func.coalesce(reading.c.shown, reading.c.body)).where(reading.c.document == giver, reading.c.is_current)
        given = rows_of(report_in(connection.execute(body).scalar_one()), number=giver).tables[table]
        connection.execute(sa.insert(table), [row for row in given if row["n"] in actors])
    name = tables.actor_names
    for part in in_parts(sorted({row.key for row in owned})):
        unused = ~sa.exists().where(table.c.key == name.c.key)
        connection.execute(sa.delete(name).where(name.c.key.in_(part), unused))
