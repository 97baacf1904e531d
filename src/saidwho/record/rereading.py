"""Which documents did the present reader not read yet?"""

from collections.abc import Iterator

import sqlalchemy as sa

from saidwho.record.bodies import report_in
from saidwho.record.record import Record
from saidwho.record.tables import documents, readings
from saidwho.types.document import Document


def unread_documents(record: Record, *, reader: str, again: bool = False, size: int) -> Iterator[list[Document]]:
    """Documents whose current reading another reader made, in lists of at most size, in the order of their numbers.

    again: every document. Withheld ones are left out.
    """
    last = -1
    while found := record.read(lambda connection: _after(connection, last, reader, again, size)):  # noqa: B023
        last = found[-1][0]
        yield [document for _, document in found]


def _after(connection: sa.Connection, last: int, reader: str, again: bool, size: int) -> list[tuple[int, Document]]:
    asked = (
        sa.select(documents.c.n, readings.c.body)
        .join(readings, readings.c.document == documents.c.n)
        .where(documents.c.n > last, readings.c.is_current, ~documents.c.is_withheld, readings.c.erased.is_(None))
        .order_by(documents.c.n)
        .limit(size)
    )
    if not again:
        asked = asked.where(readings.c.reader != reader)
    return [(row.n, Document(**report_in(row.body)["document"])) for row in connection.execute(asked)]
