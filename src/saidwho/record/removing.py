"""How are the rows of a document taken away, before others take their place or because they are withheld?"""

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.bodies import report_in
from saidwho.record.dialects import remove_words
from saidwho.record.keys import first_part
from saidwho.record.rows import rows_of


def remove_parts(connection: sa.Connection, document: int) -> None:
    """Take away all that was made from the reading of a document that stands. The reading itself stays.

    Actors that nobody else names go too, so that no view still lists them.
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
    share = tables.document_actors
    actors = list(connection.execute(sa.select(share.c.actor).where(share.c.document == document)).scalars())
    for table in tables.BY_DOCUMENT:
        connection.execute(sa.delete(table).where(table.c.document == document))
    _forget_actors(connection, actors)


def _forget_actors(connection: sa.Connection, actors: list[int]) -> None:
    share = tables.document_actors
    for actor in actors:
        still = sa.exists().where(share.c.actor == actor)
        connection.execute(sa.delete(tables.actors).where(tables.actors.c.n == actor, ~still))
