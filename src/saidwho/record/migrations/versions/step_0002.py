"""As whom speakers speak, and every name once: what a name leads to no longer depends on how many documents have it."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from saidwho.record.bodies import report_in
from saidwho.record.dialects import insert_rows
from saidwho.record.keys import part_number
from saidwho.record.voices import voices_in

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_BATCH = 64  # readings, about 3 MB


def upgrade() -> None:
    voices = op.create_table(
        "statement_voices",
        sa.Column("voice", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("statement", _NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("voice", "statement"),
        sqlite_with_rowid=False,
    )
    op.create_index("statement_voices_by_statement", "statement_voices", ["statement"])
    op.create_table(
        "actor_names",
        sa.Column("key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sqlite_with_rowid=False,
    )
    op.drop_index("statements_by_speaker", "statements")
    op.create_index("statements_by_speaker", "statements", ["speaker", "stands"])
    op.execute("INSERT INTO actor_names (key) SELECT DISTINCT key FROM actors")
    _speak(op.get_bind(), voices)


def _speak(connection: sa.Connection, voices: sa.Table) -> None:
    """Fill in the voices of the statements that the record has, from the readings that stand."""
    asked = sa.text(
        "SELECT d.n, coalesce(r.shown, r.body) AS body FROM documents AS d JOIN readings AS r ON r.document = d.n"
        " WHERE r.is_current AND NOT d.is_withheld AND d.n > :last ORDER BY d.n LIMIT :most"
    )
    last = -1
    while rows := connection.execute(asked, {"last": last, "most": _BATCH}).all():
        insert_rows(connection, voices, [row for number, body in rows for row in _rows(number, report_in(body))])
        last = rows[-1].n


def _rows(document: int, report: dict[str, Any]) -> list[dict[str, int]]:
    voices = voices_in(report)
    return [
        {"voice": voice, "statement": part_number(document, position)}
        for position, statement in enumerate(report["statements"])
        for voice in voices.get(statement["speaker"], ())
    ]
