"""Doubt is told in hundredths, pairs in doubt lie in the order of time, and edges that tell what may be denied have an index."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_IN_DOUBT, _LIKED = sa.text("doubt IS NOT NULL"), sa.text("likeness IS NOT NULL")


def upgrade() -> None:
    op.drop_index("link_edges_by_doubt", "link_edges")
    op.execute("UPDATE link_edges SET doubt = doubt / 10000 WHERE doubt IS NOT NULL")
    columns = [sa.text(f"{name} DESC") for name in ("doubt", "other", "one")]
    op.create_index("link_edges_by_doubt", "link_edges", columns, sqlite_where=_IN_DOUBT, postgresql_where=_IN_DOUBT)
    op.create_index("link_edges_by_likeness", "link_edges", ["other", "one"], sqlite_where=_LIKED, postgresql_where=_LIKED)
