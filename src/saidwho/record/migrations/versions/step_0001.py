"""The tables of the first release.

Until then this step follows tables.py. From then on it is written out and not edited any more, and each change of the
tables is a step of its own.
"""

from alembic import op

from saidwho.record.dialects import create_searches
from saidwho.record.tables import metadata

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    connection = op.get_bind()
    metadata.create_all(connection)
    create_searches(connection)
