"""What linking made, kept and looked up: claims, copies, utterances."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.claimkeys import Indexed, forget_claims, index_claims
from saidwho.record.dialects import insert_rows
from saidwho.record.linkstore import KINDS
from saidwho.types.claims import claim_shape, copy_shape, retold_shape, utterance_shape
from saidwho.types.contract import write_line
from saidwho.types.linking import Claim, Copy, Utterance
from saidwho.types.numbers import number

# Rows and ids in one query: SQLite takes 32,766 values in one.
_MANY = 500
# A pair of which linking is surer than 9 to 1 is not put before a person.
SUREST = 0.9
DOUBTFUL = round(200 * (1 - SUREST))  # hundredths


class Relinked(Protocol):
    """What is new or other than before, and ids of what is no more."""

    @property
    def claims(self) -> Sequence[Claim]: ...
    @property
    def gone_claims(self) -> Collection[str]: ...
    @property
    def copies(self) -> Sequence[Copy]: ...
    @property
    def gone_copies(self) -> Collection[str]: ...
    @property
    def utterances(self) -> Sequence[Utterance]: ...
    @property
    def gone_utterances(self) -> Collection[str]: ...
    @property
    def retold(self) -> Collection[str]: ...
    @property
    def uttered(self) -> Mapping[int, str]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """Ids of what is no more, where nothing comes in its place."""

    gone_claims: Collection[str] = ()
    gone_copies: Collection[str] = ()
    gone_utterances: Collection[str] = ()
    claims: Sequence[Claim] = ()
    copies: Sequence[Copy] = ()
    utterances: Sequence[Utterance] = ()
    retold: Collection[str] = ()
    uttered: Mapping[int, str] = field(default_factory=dict)


def save_relinked(connection: sa.Connection, made: Relinked) -> None:
    """Put what was linked in the place of what was before. Ids that a claim had lead to where its proposition is now.

    Runs within one transaction that has the lock.
    """
    _save_claims(connection, made)
    _retell_claims(connection, made)
    _save_copies(connection, made)
    _save_utterances(connection, made)


def stale_links(connection: sa.Connection) -> list[Gone]:
    """What linking made and keeps nothing of, some at a time: another version made it."""
    made = (
        (tables.claims.c.id, tables.LINK_RELATIONS["claims"].c.claim),
        (tables.utterances.c.id, tables.LINK_RELATIONS["uttered"].c.utterance),
    )
    claims, utterances = (sorted(connection.execute(sa.except_(sa.select(one), sa.select(kept))).scalars()) for one, kept in made)
    kept = tables.link_objects
    numbers = set(connection.execute(sa.select(kept.c.n).where(kept.c.kind == KINDS["copy"])).scalars())
    found = connection.execute(sa.select(tables.copies.c.document).distinct()).scalars()
    copies = sorted(document for document in found if number("document", document) not in numbers)
    return [
        *(Gone(gone_claims=part) for part in _parts(claims)),
        *(Gone(gone_utterances=part) for part in _parts(utterances)),
        *(Gone(gone_copies=part) for part in _parts(copies)),
    ]


def has_unlinked_judgements(connection: sa.Connection) -> bool:
    """Whether a judgement came since the links were made, so that no claim knows of it yet.

    Judgements come into the log in the order of their numbers, so the newest alone is looked for there: the entries since are
    many where reports were added and not linked.
    """
    entry, judged = tables.log_entries, tables.judgements
    made = sa.select(sa.func.coalesce(sa.func.max(tables.linkings.c.entries), 0)).scalar_subquery()
    newest = sa.select(judged.c.id).order_by(judged.c.n.desc()).limit(1).scalar_subquery()
    asked = sa.select(entry.c.n).where(entry.c.item == newest, entry.c.kind == "judgement", entry.c.n > made).limit(1)
    return connection.execute(asked).first() is not None


def _save_claims(connection: sa.Connection, made: Relinked) -> None:
    ids = {claim.id for claim in made.claims} | set(made.gone_claims)
    forget_claims(connection, ids)
    for table, name in ((tables.claims, "id"), (tables.claim_members, "claim"), (tables.claim_origins, "claim")):
        _delete(connection, table.c[name], ids)
    numbers = _numbers(connection, {member.statement for claim in made.claims for member in claim.members})
    rows, members, origins = [], {}, []
    for claim in made.claims:
        rows.append(_claim_row(claim))
        for member in claim.members:
            if member.statement in numbers:
                row = {"proposition": member.proposition, "claim": claim.id, "statement": numbers[member.statement]}
                members[member.proposition] = row
        origins += [
            {"claim": claim.id, "position": position, "actor": origin.actor, "name": origin.name, "body": write_line({"why": origin.why})}
            for position, origin in enumerate(claim.origins)
        ]
    _delete(connection, tables.claim_members.c.proposition, members)
    insert_rows(connection, tables.claims, rows)
    insert_rows(connection, tables.claim_members, list(members.values()))
    insert_rows(connection, tables.claim_origins, origins)
    index_claims(connection, [_indexed(claim, numbers) for claim in made.claims])
    _lead_on(connection, ids, gone=set(made.gone_claims))


def _retell_claims(connection: sa.Connection, made: Relinked) -> None:
    """Claims of which nothing else is other than before: what they are found by stays."""
    table = tables.claims
    for part in _parts(sorted(made.retold)):
        found = connection.execute(sa.select(table.c.id, table.c.body).where(table.c.id.in_(part))).all()
        told = [{"claim": row.id, "told": write_line(retold_shape(json.loads(row.body), made.uttered))} for row in found]
        connection.execute(sa.update(table).where(table.c.id == sa.bindparam("claim")).values(body=sa.bindparam("told")), told)


def _indexed(claim: Claim, numbers: Mapping[str, int]) -> Indexed:
    return Indexed(
        id=claim.id,
        event=claim.event,
        first_seen=claim.first_seen,
        last_seen=claim.last_seen,
        disputed=_disputed(claim),
        origins=claim.independent_origins,
        statements={numbers[member.statement] for member in claim.members if member.statement in numbers},
        roots={(origin.actor, origin.name) for origin in claim.origins},
        names=dict.fromkeys(name for member in claim.members for name in member.chain).keys(),
    )


def _disputed(claim: Claim) -> int:
    return 2 if claim.denied_by else 1 if claim.contradicts or claim.disputes or claim.blamed else 0


def _claim_row(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "text": claim.text,
        "event": claim.event,
        "independent_origins": claim.independent_origins,
        "possible_origins": claim.possible_origins,
        "documents": claim.documents,
        "first_seen": claim.first_seen,
        "last_seen": claim.last_seen,
        "day": (claim.last_seen or "")[:10],
        "disputed": _disputed(claim),
        "body": write_line(claim_shape(claim)),
    }


def _numbers(connection: sa.Connection, statements: set[str]) -> dict[str, int]:
    """The numbers of statements by their ids."""
    table = tables.statements
    found: dict[str, int] = {}
    for part in _parts(sorted(statements)):
        found.update(connection.execute(sa.select(table.c.id, table.c.n).where(table.c.id.in_(part))).all())
    return found


def _save_copies(connection: sa.Connection, made: Relinked) -> None:
    _delete(connection, tables.copies.c.document, {copy.document for copy in made.copies} | set(made.gone_copies))
    rows = [{"document": c.document, "of": c.of, "share": c.share, "body": write_line(copy_shape(c))} for c in made.copies]
    insert_rows(connection, tables.copies, rows)


def _save_utterances(connection: sa.Connection, made: Relinked) -> None:
    ids = {utterance.id for utterance in made.utterances} | set(made.gone_utterances)
    members = {statement: utterance.id for utterance in made.utterances for statement in utterance.statements}
    # An act of speaking that is told once more has hundreds of statements, and one that is new.
    table = tables.utterance_members
    asked = sa.select(table.c.statement, table.c.utterance)
    there = {s: u for part in _parts(sorted(ids)) for s, u in connection.execute(asked.where(table.c.utterance.in_(part)))}
    fresh = {statement: utterance for statement, utterance in members.items() if there.get(statement) != utterance}
    _delete(connection, tables.utterances.c.id, ids)
    _delete(connection, table.c.statement, (there.keys() - members.keys()) | fresh.keys())
    rows = [{"id": u.id, "speaker": u.speaker, "day": u.said, "body": write_line(utterance_shape(u))} for u in made.utterances]
    insert_rows(connection, tables.utterances, rows)
    insert_rows(connection, table, [{"statement": s, "utterance": u} for s, u in sorted(fresh.items())])


def _delete(connection: sa.Connection, column: sa.Column[Any], values: Iterable[str]) -> None:
    for part in _parts(sorted(values)):
        connection.execute(sa.delete(column.table).where(column.in_(part)))


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(ids), _MANY):
        yield ids[at : at + _MANY]


def _lead_on(connection: sa.Connection, touched: set[str], *, gone: set[str]) -> None:
    """Let each id that a claim had lead to the claim that now holds the proposition of that id.

    The id of a claim is a proposition's, so what it is a member of now is where it leads; what no longer is read leads nowhere.
    """
    table, member = tables.claim_aliases, tables.claim_members
    aliases = set(gone)
    for part in _parts(sorted(touched)):
        aliases |= set(connection.execute(sa.select(table.c.alias).where(table.c.claim.in_(part))).scalars())
        aliases |= set(connection.execute(sa.select(table.c.alias).where(table.c.alias.in_(part))).scalars())
    _delete(connection, table.c.alias, aliases)
    for part in _parts(sorted(aliases)):
        rows = connection.execute(sa.select(member.c.proposition, member.c.claim).where(member.c.proposition.in_(part))).all()
        insert_rows(connection, table, [{"alias": row.proposition, "claim": row.claim} for row in rows if row.proposition != row.claim])


def claim_named(connection: sa.Connection, name: str) -> dict[str, Any] | None:
    """The claim of an id: its own, one that it had, or one of a member. Beginnings of ids do where one claim alone has it."""
    table = tables.claims
    found = _body(connection, name)
    if found is None:
        for lookup, key in ((tables.claim_aliases, "alias"), (tables.claim_members, "proposition")):
            claim = connection.execute(sa.select(lookup.c.claim).where(lookup.c[key] == name)).scalar_one_or_none()
            found = found or (_body(connection, claim) if claim else None)
    if found is None and name:
        ids = connection.execute(sa.select(table.c.id).where(table.c.id.startswith(name, autoescape=True)).limit(2)).scalars().all()
        found = _body(connection, ids[0]) if len(ids) == 1 else None
    return found


# Built once: to build a question takes as long as to answer it.
_BODY = sa.select(tables.claims.c.body).where(tables.claims.c.id == sa.bindparam("claim"))


def _body(connection: sa.Connection, identity: str) -> dict[str, Any] | None:
    body = connection.execute(_BODY, {"claim": identity}).scalar_one_or_none()
    return json.loads(body) if body is not None else None
