"""What is it that has an id?"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import sqlalchemy as sa

from saidwho.errors import FilterError
from saidwho.record import tables
from saidwho.record.find.actors import actor_with
from saidwho.record.find.aid import aid_with
from saidwho.record.find.documents import FoundDocument, revisions
from saidwho.record.find.names import is_prefix
from saidwho.record.find.shapes import Shape, aid_shapes, parts_of, plain_shape, report_of, statement_shape
from saidwho.record.find.stories import statement_heads
from saidwho.record.keys import PLACES

Kind = Literal["document", "statement", "proposition", "actor", "claim", "aid"]

# So many ids are told where a beginning is of several.
_TOLD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What an id stands for. shape: as the contract writes it; for a proposition, of the statement that holds it.

    A document's is its whole report. revisions: of a document's page, oldest first. denials: of a claim, the heads of the statements that
    deny it, by id.
    """

    kind: Kind
    id: str
    shape: Shape
    revisions: tuple[FoundDocument, ...] = ()
    denials: Mapping[str, Shape] = field(default_factory=dict)


def show(connection: sa.Connection, identity: str) -> Shown:
    """What has an id, or the only one that begins so. A claim is found by ids it had before, and by its propositions'.

    Raises FilterError where nothing has it, or several have.
    """
    wanted = identity.strip().lower()
    if (actor := actor_with(connection, wanted)) is not None:
        # Ids of the register are words ("usa"), of which no beginning will do.
        return Shown(kind="actor", id=actor.id, shape=plain_shape(actor))
    if not is_prefix(wanted):
        raise FilterError(
            f"{identity!r} is no id. Give at least 6 of the characters 0-9 and a-f that an id begins with; "
            "saidwho claims, statements, documents and actors list ids."
        )
    found = _candidates(connection, wanted)
    if not found:
        raise FilterError(f"Nothing in the record has an id that begins with {wanted!r}.")
    if len({target for _, _, target in found}) > 1:
        told = ", ".join(f"{kind} {item[:16]}" for kind, item, _ in found[:_TOLD])
        raise FilterError(
            f"More than one has an id that begins with {wanted!r}: {told}{', ...' if len(found) > _TOLD else ''}. Give more of it."
        )
    kind, item, _ = found[0]
    return _shown(connection, kind, item)


def show_document(connection: sa.Connection, identity: str) -> Shown | None:
    """The document of a whole id, without asking what else might have it. None where none has, or it may not be shown."""
    row = connection.execute(_DOCUMENT, {"document": identity}).first()
    return _document(connection, row) if row else None


# Built once: to build a question takes as long as to answer it.
_DOCUMENT = sa.select(*(tables.documents.c[name] for name in ("n", "id", "work"))).where(
    tables.documents.c.id == sa.bindparam("document"), ~tables.documents.c.is_withheld
)


def _candidates(connection: sa.Connection, wanted: str) -> list[tuple[Kind, str, str]]:
    """What has an id that begins so: kind, id, and what it leads to, once. A claim goes before its propositions."""
    found: list[tuple[Kind, str, str]] = []
    claims = tables.claims.c.id, tables.claim_aliases.c.alias, tables.claim_members.c.proposition
    owners = tables.claims.c.id, tables.claim_aliases.c.claim, tables.claim_members.c.claim
    for column, owner in zip(claims, owners, strict=True):
        rows = connection.execute(_beginning(column, wanted, owner.label("claim"))).all()
        found += [("claim", row.claim, row.claim) for row in rows]
    in_claims = set(connection.execute(_beginning(claims[2], wanted, claims[2].label("id"))).scalars())
    kinds: tuple[tuple[Kind, sa.Column[str]], ...] = (
        ("document", tables.documents.c.id),
        ("statement", tables.statements.c.id),
        ("proposition", tables.propositions.c.id),
        ("actor", tables.actors.c.id),
        ("aid", tables.aid.c.id),
    )
    for kind, column in kinds:
        asked = _beginning(column, wanted, column.label("id"))
        if kind == "document":
            asked = asked.where(~tables.documents.c.is_withheld)
        rows = connection.execute(asked).all()
        found += [(kind, row.id, row.id) for row in rows if row.id not in in_claims]
    return list({target: (kind, item, target) for kind, item, target in reversed(found)}.values())[::-1]


def _beginning(column: sa.Column[str], wanted: str, *shown: sa.ColumnElement[Any]) -> sa.Select[Any]:
    # "g" comes after every digit of an id.
    return sa.select(*shown).where(column >= wanted, column < wanted + "g").order_by(column).limit(_TOLD + 1)


def _shown(connection: sa.Connection, kind: Kind, item: str) -> Shown:
    if kind == "claim":
        body = connection.execute(sa.select(tables.claims.c.body).where(tables.claims.c.id == item)).scalar_one()
        claim = json.loads(body)
        denying = [statement for denier in claim["denied_by"] for statement in denier["statements"]]
        return Shown(kind=kind, id=item, shape=claim, denials=statement_heads(connection, denying))
    if kind == "actor":
        actor = actor_with(connection, item)
        if actor is None:
            raise FilterError(f"The actor {item} is no longer in the record.")
        return Shown(kind=kind, id=item, shape=plain_shape(actor))
    if kind == "document":
        table = tables.documents
        return _document(connection, connection.execute(sa.select(table.c.n, table.c.id, table.c.work).where(table.c.id == item)).one())
    if kind == "aid":
        package = aid_with(connection, item)
        return Shown(kind=kind, id=item, shape=aid_shapes(connection, [package] if package else [])[0])
    return Shown(kind=kind, id=item, shape=_statement(connection, kind, item))


def _document(connection: sa.Connection, row: Any) -> Shown:
    return Shown(kind="document", id=row.id, shape=report_of(connection, row.n), revisions=tuple(revisions(connection, row.work)))


def _statement(connection: sa.Connection, kind: Kind, item: str) -> Shape:
    part, table = tables.propositions, tables.statements
    asked = sa.select(table.c.n, table.c.id).where(table.c.id == item)
    if kind == "proposition":
        asked = sa.select(table.c.n, table.c.id).join(part, part.c.statement == table.c.n).where(part.c.id == item)
    found = connection.execute(asked.limit(1)).one()
    document = found.n // PLACES
    return statement_shape(parts_of(connection, [document])[document], found.id)
