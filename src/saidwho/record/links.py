"""What linking made, kept and looked up: claims, copies, utterances."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.bodies import report_in
from saidwho.types.claims import claim_shape, copy_shape, utterance_shape
from saidwho.types.contract import report_from, write_line
from saidwho.types.linking import Claim, Links
from saidwho.types.statement import Report

# Rows and ids in one query: SQLite takes 32,766 values in one.
_MANY = 500
# A pair of which linking is surer than 9 to 1 is not put before a person.
_DOUBT = 200_000  # millionths


def reports_of(connection: sa.Connection, documents: Sequence[str] | None = None) -> Iterator[Report]:
    """The readings that stand, of the latest revisions that nobody withheld, as views may show them; by document id.

    documents: those of these ids; all where None.
    """
    table, reading = tables.documents, tables.readings
    asked = (
        sa.select(sa.func.coalesce(reading.c.shown, reading.c.body).label("body"))
        .join(reading, reading.c.document == table.c.n)
        .where(reading.c.is_current, reading.c.erased.is_(None), table.c.is_latest, ~table.c.is_withheld)
        .order_by(table.c.id)
    )
    for part in _parts(sorted(set(documents))) if documents is not None else (None,):
        rows = connection.execute(asked.where(table.c.id.in_(part)) if part is not None else asked)
        for row in rows:
            yield report_from(report_in(row.body))


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(ids), _MANY):
        yield ids[at : at + _MANY]


def entries_in(connection: sa.Connection) -> int:
    """How many entries the log has: readings, judgements and withholdings among them, so all that links are made from."""
    return int(connection.execute(sa.select(sa.func.coalesce(sa.func.max(tables.log_entries.c.n), 0))).scalar_one())


def is_linked(connection: sa.Connection, *, version: str) -> bool:
    """Whether the links were made by this version from all that the log holds."""
    made = connection.execute(sa.select(tables.linkings.c.entries, tables.linkings.c.version)).first()
    return made is not None and tuple(made) == (entries_in(connection), version)


def count_unlinked_judgements(connection: sa.Connection) -> int:
    """How many judgements came since the links were made, so that no claim knows of them yet."""
    entry = tables.log_entries
    made = sa.select(sa.func.coalesce(sa.func.max(tables.linkings.c.entries), 0)).scalar_subquery()
    asked = sa.select(sa.func.count()).select_from(entry).where(entry.c.n > made, entry.c.kind == "judgement")
    return int(connection.execute(asked).scalar_one())


def save_links(connection: sa.Connection, links: Links, *, entries: int, version: str) -> None:
    """Put what was linked in the place of all that was. Ids that a claim had before lead to it from now on.

    entries: how many entries the log had when the reports were read. Runs within one transaction that has the lock.
    """
    before = dict(connection.execute(sa.select(tables.claim_members.c.proposition, tables.claim_members.c.claim)).all())
    for table in (tables.claims, tables.claim_members, tables.claim_origins, tables.copies, tables.utterances, tables.utterance_members,
                  tables.pairings):  # fmt: skip
        connection.execute(sa.delete(table))
    _save_claims(connection, links.claims)
    _save_others(connection, links)
    _keep_aliases(connection, before, links.claims)
    connection.execute(sa.delete(tables.linkings))
    connection.execute(sa.insert(tables.linkings), {"n": 1, "entries": entries, "version": version})


def _save_claims(connection: sa.Connection, claims: Iterable[Claim]) -> None:
    rows, members, origins = [], [], []
    numbers = _numbers(connection, {member.statement for claim in claims for member in claim.members})
    for claim in claims:
        rows.append(_claim_row(claim))
        members += [
            {"proposition": member.proposition, "claim": claim.id, "statement": numbers[member.statement]}
            for member in claim.members
            if member.statement in numbers
        ]
        origins += [
            {"claim": claim.id, "position": position, "actor": origin.actor, "name": origin.name, "body": write_line({"why": origin.why})}
            for position, origin in enumerate(claim.origins)
        ]
    _insert(connection, tables.claims, rows)
    _insert(connection, tables.claim_members, list({row["proposition"]: row for row in members}.values()))
    _insert(connection, tables.claim_origins, origins)


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
        "disputed": 2 if claim.denied_by else 1 if claim.contradicts or claim.disputes else 0,
        "body": write_line(claim_shape(claim)),
    }


def _numbers(connection: sa.Connection, statements: set[str]) -> dict[str, int]:
    """The numbers of statements by their ids."""
    table = tables.statements
    found: dict[str, int] = {}
    for part in _parts(sorted(statements)):
        found.update(connection.execute(sa.select(table.c.id, table.c.n).where(table.c.id.in_(part))).all())
    return found


def _save_others(connection: sa.Connection, links: Links) -> None:
    _insert(
        connection,
        tables.copies,
        [{"document": c.document, "of": c.of, "share": c.share, "body": write_line(copy_shape(c))} for c in links.copies],
    )
    _insert(connection, tables.pairings, list({(row["one"], row["other"]): row for row in _pairing_rows(links)}.values()))
    _insert(
        connection,
        tables.utterances,
        [{"id": u.id, "speaker": u.speaker, "day": u.said, "body": write_line(utterance_shape(u))} for u in links.utterances],
    )
    _insert(
        connection,
        tables.utterance_members,
        [{"statement": statement, "utterance": u.id} for u in links.utterances for statement in u.statements],
    )


def _pairing_rows(links: Links) -> Iterator[dict[str, Any]]:
    """Those that a person can help with: linking has a view of them, and may be wrong."""
    for pairing in links.pairings:
        doubt = round(1_000_000 * (1 - abs(2 * pairing.score - 1)))
        if doubt >= _DOUBT:
            body = write_line({"reasons": list(pairing.reasons)})
            yield {"one": pairing.one, "other": pairing.other, "score": pairing.score, "doubt": doubt, "body": body}


def _insert(connection: sa.Connection, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    for at in range(0, len(rows), _MANY):
        connection.execute(sa.insert(table), list(rows[at : at + _MANY]))


def _keep_aliases(connection: sa.Connection, before: dict[str, str], claims: Iterable[Claim]) -> None:
    """Let each id that a claim had lead to the claim that now holds the proposition of that id.

    The id of a claim is a proposition's, so what it is a member of now is where it leads; what no longer is read leads nowhere.
    """
    now = {member.proposition: claim.id for claim in claims for member in claim.members}
    table = tables.claim_aliases
    old = set(before.values()) | set(connection.execute(sa.select(table.c.alias)).scalars())
    connection.execute(sa.delete(table))
    rows = [{"alias": alias, "claim": now[alias]} for alias in sorted(old) if alias in now and now[alias] != alias]
    _insert(connection, table, rows)


def claim_named(connection: sa.Connection, name: str) -> dict[str, Any] | None:
    """The claim of an id: its own, one that it had, or one of a member. Beginnings of ids do where one claim alone has it."""
    table = tables.claims
    found = _body(connection, table.c.id == name)
    if found is None:
        for lookup, key in ((tables.claim_aliases, "alias"), (tables.claim_members, "proposition")):
            claim = connection.execute(sa.select(lookup.c.claim).where(lookup.c[key] == name)).scalar_one_or_none()
            found = found or (_body(connection, table.c.id == claim) if claim else None)
    if found is None and name:
        ids = connection.execute(sa.select(table.c.id).where(table.c.id.startswith(name, autoescape=True)).limit(2)).scalars().all()
        found = _body(connection, table.c.id == ids[0]) if len(ids) == 1 else None
    return found


def _body(connection: sa.Connection, where: sa.ColumnElement[bool]) -> dict[str, Any] | None:
    body = connection.execute(sa.select(tables.claims.c.body).where(where)).scalar_one_or_none()
    return json.loads(body) if body is not None else None
