"""By what claims are found: a list of them is read off in its order, whatever it is filtered by."""

import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from saidwho.record.claimkeys import Indexed, index_claims
from saidwho.record.dialects import make_word_rules

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_BATCH = 500  # claims, some megabytes


def upgrade() -> None:
    op.create_table(
        "claim_numbers",
        sa.Column("n", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("disputed", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("first_seen", sa.String()),
        sa.Column("facets", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("claim"),
    )
    op.create_index("claim_numbers_by_dispute", "claim_numbers", [sa.text("disputed DESC"), sa.text("n DESC")])
    op.create_index("claim_numbers_by_origins", "claim_numbers", [sa.text("origins DESC"), sa.text("n DESC")])
    op.create_table(
        "claim_keys",
        sa.Column("key", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("claim", _NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("key", "claim"),
        sqlite_with_rowid=False,
    )
    op.create_index("claim_keys_by_claim", "claim_keys", ["claim"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE TABLE claim_search (n BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)")
        op.execute("CREATE INDEX claim_search_words ON claim_search USING GIN (words)")
    else:
        # Whether a claim has a word is all that is asked, so that neither places nor lengths are kept.
        tokens = "porter unicode61 remove_diacritics 2"
        op.execute(f"CREATE VIRTUAL TABLE claim_search USING fts5(words, detail=none, columnsize=0, tokenize='{tokens}')")
    make_word_rules(op.get_bind())
    index_all(op.get_bind())
    for index in ("claims_by_count", "claims_by_day", "claims_by_dispute", "claims_by_event", "claims_by_origins"):
        op.drop_index(index, "claims")


def index_all(connection: sa.Connection) -> None:
    """Let the claims be found that the record has, in the order of their days, in which they are written quickest."""
    order = "day, disputed, independent_origins, id"
    columns = f"{order}, event, first_seen, last_seen, body"
    first = sa.text(f"SELECT {columns} FROM claims ORDER BY {order} LIMIT :most")
    further = sa.text(f"SELECT {columns} FROM claims WHERE ({order}) > (:day, :disputed, :origins, :id) ORDER BY {order} LIMIT :most")
    rows = connection.execute(first, {"most": _BATCH}).all()
    while rows:
        index_claims(connection, _claims(connection, rows))
        last = rows[-1]
        past = {"day": last.day, "disputed": last.disputed, "origins": last.independent_origins, "id": last.id}
        rows = connection.execute(further, past | {"most": _BATCH}).all()


def _claims(connection: sa.Connection, rows: Sequence[Any]) -> list[Indexed]:
    members = sa.table("claim_members", sa.column("claim"), sa.column("statement"))
    told: dict[str, set[int]] = {row.id: set() for row in rows}
    for claim, statement in connection.execute(sa.select(members).where(members.c.claim.in_(list(told)))):
        told[claim].add(statement)
    return [_indexed(row, told[row.id]) for row in rows]


def _indexed(row: Any, statements: set[int]) -> Indexed:
    claim = json.loads(row.body)
    return Indexed(
        id=row.id,
        event=row.event,
        first_seen=row.first_seen,
        last_seen=row.last_seen,
        disputed=row.disputed,
        origins=row.independent_origins,
        statements=statements,
        roots={(origin["actor"], origin["name"]) for origin in claim["origins"]},
        names={name for member in claim["statements"] for name in member["chain"]},
    )
