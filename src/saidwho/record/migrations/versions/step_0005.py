"""Every word is found in PostgreSQL as well, the most frequent among them, as SQLite finds it: full text is made anew there."""

from itertools import islice

import sqlalchemy as sa
from alembic import op

from saidwho.record import tables
from saidwho.record.bodies import report_in
from saidwho.record.dialects import add_words, make_word_rules
from saidwho.record.migrations.versions.step_0004 import index_all
from saidwho.record.rows import Rows, rows_of

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_SEARCHES = ("statement_search", "document_search")
_BATCH = 200  # documents, some megabytes


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    make_word_rules(connection)
    for search in _SEARCHES:
        # An index is made quicker of all rows than row by row.
        op.execute(f"DROP INDEX {search}_words")
        op.execute(f"TRUNCATE {search}")
    numbers = iter(_documents(connection))
    while some := list(islice(numbers, _BATCH)):
        for search, words in _rows(connection, some).searches.items():
            add_words(connection, search, words)
    for search in _SEARCHES:
        op.execute(f"CREATE INDEX {search}_words ON {search} USING GIN (words)")
    op.execute("TRUNCATE claim_numbers, claim_keys, claim_search")
    index_all(connection)


def _documents(connection: sa.Connection) -> list[int]:
    table = tables.documents
    return list(connection.execute(sa.select(table.c.n).where(~table.c.is_withheld).order_by(table.c.n)).scalars())


def _rows(connection: sa.Connection, documents: list[int]) -> Rows:
    reading = tables.readings
    body = sa.func.coalesce(reading.c.shown, reading.c.body)
    asked = sa.select(reading.c.document, body).where(reading.c.document.in_(documents), reading.c.is_current)
    found = Rows()
    for number, deflated in connection.execute(asked):
        found.extend(rows_of(report_in(deflated), number=number))
    return found
