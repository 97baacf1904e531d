"""The cores of groups stand beside them. All is linked anew by a newer version, which makes them."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("link_groups", sa.Column("core", _NUMBER, nullable=True))
