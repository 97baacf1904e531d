"""How doubtful pairs are stands with their edges, numbers of what linking keeps begin with a week: all is linked once more."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_IN_DOUBT = sa.text("doubt IS NOT NULL")
_KEPT = (
    "objects", "positions", "facts", "edges", "groups", "claims", "voices", "ties", "uttered", "proofs", "asks", "deniers", "stories",
)  # fmt: skip


def upgrade() -> None:
    op.drop_table("pairings")
    for name in _KEPT:
        op.execute(f"DELETE FROM link_{name}")
    op.execute("DELETE FROM linked_documents")
    op.execute("DELETE FROM linkings")
    op.add_column("link_edges", sa.Column("doubt", sa.Integer(), nullable=True))
    op.add_column("link_edges", sa.Column("moved", _NUMBER, nullable=True))
    op.drop_index("link_edges_by_other", "link_edges")
    op.create_index("link_edges_by_other", "link_edges", ["other", "one", "joins"])
    columns = [sa.text(f"{name} DESC") for name in ("doubt", "one", "other")]
    op.create_index("link_edges_by_doubt", "link_edges", columns, sqlite_where=_IN_DOUBT, postgresql_where=_IN_DOUBT)
