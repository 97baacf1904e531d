"""SQLite's full text no longer puts its parts together by itself: whoever adds to it does, a little each time.

Left to itself it writes some 300 pages at once with every dozenth report, which took 30 ms.
"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for name in ("statement_search", "document_search"):
            op.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('automerge', 0)")
