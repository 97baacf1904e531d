"""What linking keeps between one document and the next, so that adding one touches only what it must."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
# Of each relation: its keys, then its other columns with their types (an asterisk: may be empty), then the columns of its indexes.
_RELATIONS = (
    ("facts", ("proposition",), ("node number", "document number", "voice integer", "start integer"), ("node", "document")),
    ("edges", ("one", "other"), ("odds double*", "joins double*", "likeness double*"), ("other",)),
    ("groups", ("node",), ("part number", "grp number", "cut integer"), ("part", "grp")),
    ("claims", ("grp",), ("claim string",), ()),
    ("voices", ("statement",), ("heard number", "document number", "voice integer"), ("heard", "document")),
    ("ties", ("one", "other"), ("strength double",), ("other",)),
    ("uttered", ("heard",), ("utterance string",), ("utterance",)),
    ("proofs", ("copy", "source"), (), ("source",)),
    ("asks", ("name", "document"), (), ("document",)),
    (
        "deniers",
        ("statement",),
        ("document number", "voice integer", "who number", "first number*", "second number*", "final number*"),
        ("document", "first", "second", "final"),
    ),
    ("stories", ("document", "mate"), (), ("mate",)),
)


def upgrade() -> None:
    op.drop_table("blocking_keys")
    op.create_index("pairings_by_other", "pairings", ["other"])
    op.create_table(
        "linked_documents",
        sa.Column("document", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("reading", _NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("document"),
    )
    op.create_table(
        "link_objects",
        sa.Column("kind", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("n", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "n"),
    )
    op.create_table(
        "link_positions",
        *(sa.Column(name, _NUMBER, autoincrement=False, nullable=False) for name in ("key", "day", "place", "item")),
        sa.PrimaryKeyConstraint("key", "day", "place", "item"),
        sqlite_with_rowid=False,
    )
    for name, keys, columns, indexes in _RELATIONS:
        _relation(f"link_{name}", keys, columns, indexes)
    # What was linked before was kept in another way: it is linked once more.
    op.execute("DELETE FROM linkings")


def _relation(table: str, keys: tuple[str, ...], columns: tuple[str, ...], indexes: tuple[str, ...]) -> None:
    numbers = [sa.Column(key, _NUMBER, autoincrement=False, nullable=False) for key in keys]
    others = [_column(*column.split()) for column in columns]
    op.create_table(table, *numbers, *others, sa.PrimaryKeyConstraint(*keys), sqlite_with_rowid=False)
    for column in indexes:
        op.create_index(f"{table}_by_{column}", table, [column])


def _column(name: str, kind: str) -> sa.Column[Any]:
    made: dict[str, Any] = {"number": _NUMBER, "integer": sa.Integer(), "double": sa.Double(), "string": sa.String()}
    return sa.Column(name, made[kind.rstrip("*")], nullable=kind.endswith("*"))
