"""What goes with a claim or a document on its page: the heads of others, copies, denials, judgements."""

import json
from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.find.shapes import Shape
from saidwho.record.judging import judgements_of
from saidwho.types.claims import judgement_shape

_MANY = 500
_documents, _statements, _copies = tables.documents, tables.statements, tables.copies
_ids: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
# Built once: to build a question takes as long as to answer it.
_HEADS = sa.select(*(_documents.c[name] for name in ("id", "outlet", "title", "published"))).where(
    _documents.c.id.in_(_ids), ~_documents.c.is_withheld
)
_WORDS = (
    sa.select(
        _statements.c.id, _statements.c.quote, _statements.c.speaker_name, _statements.c.outlet, _statements.c.published,
        _documents.c.id.label("document"),
    ).join(_documents, _documents.c.n == _statements.c.document).where(_statements.c.id.in_(_ids))
)  # fmt: skip
_COPIED = sa.select(_copies.c.body).where(_copies.c.document == sa.bindparam("document")).order_by(_copies.c.of)
_COPIES = sa.select(_copies.c.body).where(_copies.c.of == sa.bindparam("document")).order_by(_copies.c.document).limit(sa.bindparam("most"))
_COUNT = sa.select(sa.func.count()).where(_copies.c.of == sa.bindparam("document"))


def heads_of_documents(connection: sa.Connection, ids: Collection[str]) -> dict[str, Shape]:
    """The outlet, title and day of documents, by id; of those that may be shown."""
    return {row.id: dict(row._mapping) for part in _parts(ids) for row in connection.execute(_HEADS, {"ids": part})}


def statement_heads(connection: sa.Connection, ids: Collection[str]) -> dict[str, Shape]:
    """The words of statements with the head of their document, by id."""
    return {
        row.id: {
            "quote": row.quote,
            "speaker": row.speaker_name,
            "document": {"id": row.document, "outlet": row.outlet, "published": row.published},
        }
        for part in _parts(ids)
        for row in connection.execute(_WORDS, {"ids": part})
    }


def texts_of_claims(connection: sa.Connection, ids: Collection[str]) -> dict[str, str]:
    """The words of claims, by id."""
    table = tables.claims
    return {
        row.id: row.text
        for part in _parts(ids)
        for row in connection.execute(sa.select(table.c.id, table.c.text).where(table.c.id.in_(part)))
    }


def copies_of(connection: sa.Connection, document: str, *, most: int) -> tuple[list[Shape], int]:
    """What a document copies, then so many that copy it at most, as linking wrote them; and how many more do."""
    own = connection.execute(_COPIED, {"document": document}).scalars().all()
    others = connection.execute(_COPIES, {"document": document, "most": most}).scalars().all()
    count = connection.execute(_COUNT, {"document": document}).scalar_one() if len(others) == most else len(others)
    return [json.loads(body) for body in (*own, *others)], count - len(others)


def judgements_about(connection: sa.Connection, subjects: Sequence[str]) -> list[Shape]:
    """What people decided about some claims and propositions, the newest first; undone: whether somebody took it back."""
    found = judgements_of(connection, subjects)
    taken_back = {one.subjects[0] for one in found if one.verdict == "undo"}
    return [judgement_shape(one) | {"undone": one.id in taken_back} for one in reversed(found)]


def _parts(ids: Collection[str]) -> Sequence[Any]:
    ordered = sorted(ids)
    return [ordered[at : at + _MANY] for at in range(0, len(ordered), _MANY)]
