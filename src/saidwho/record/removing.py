"""How are the rows of a document taken away, before others take their place or because they are withheld?"""

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.bodies import report_in
from saidwho.record.dialects import remove_words
from saidwho.record.keys import first_part
from saidwho.record.rows import rows_of


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


def _hand_on_actors(connection: sa.Connection, document: int) -> None:
    """Let the rows of actors that a document gave be given by another that names them; without one they go."""
    table, share, reading = tables.actors, tables.document_actors, tables.readings
    other = sa.select(sa.func.min(share.c.document)).where(share.c.actor == table.c.n).scalar_subquery()
    owned = connection.execute(sa.select(table.c.n, other.label("other")).where(table.c.document == document)).all()
    connection.execute(sa.delete(table).where(table.c.document == document))
    wanted: dict[int, set[int]] = {}
    for row in owned:
        if row.other is not None:
            wanted.setdefault(row.other, set()).add(row.n)
    for giver, actors in wanted.items():
        body = sa.select(sa.func.coalesce(reading.c.shown, reading.c.body)).where(reading.c.document == giver, reading.c.is_current)
        given = rows_of(report_in(connection.execute(body).scalar_one()), number=giver).tables[table]
        connection.execute(sa.insert(table), [row for row in given if row["n"] in actors])
