"""Whatever has an id is shown by it, or by as much of it as no other has."""

import json
from typing import Any

import pytest
import sqlalchemy as sa

from saidwho.errors import FilterError
from saidwho.record import tables
from saidwho.record.find.showing import Shown, show
from saidwho.record.record import Record
from saidwho.record.withholding import withhold
from tests.record.made import keep, shape_of

REPORT = shape_of("Bo Karr said that 40 trucks were pledged to Corvane.", key="c", published="2023-11-18T07:00:00+02:00")
STATEMENT = REPORT["statements"][0]
PROPOSITION = STATEMENT["propositions"][0]["id"]


def shown(record: Record, identity: str) -> Shown:
    with record.reading() as connection:
        return show(connection, identity)


@pytest.mark.parametrize(
    ("kind", "identity"),
    [
        ("document", REPORT["document"]["id"]),
        ("statement", STATEMENT["id"]),
        ("proposition", PROPOSITION),
        ("actor", STATEMENT["speaker"]),
        ("aid", REPORT["aid"][0]["id"]),
    ],
)
def test_everything_is_shown(stocked: Record, kind: str, identity: str) -> None:
    """By its id, and by its beginning, in capitals or not."""
    whole = shown(stocked, identity)
    assert (kind, identity) == (whole.kind, whole.id)
    assert whole == shown(stocked, identity[:12].upper())


def test_an_actor_of_the_register_is_shown(filled: Record) -> None:
    """Its id is a word, as lists print it."""
    with filled.engine.begin() as connection:
        connection.execute(
            sa.insert(tables.actors), {"n": 1, "id": "cor", "name": "Corvane", "key": "corvane", "kind": "state", "document": 1}
        )
    found = shown(filled, "COR")
    assert ("actor", "cor", "Corvane") == (found.kind, found.id, found.shape["name"])


def test_a_document_is_its_whole_report(stocked: Record) -> None:
    """In the shape of the contract, with its revisions."""
    found = shown(stocked, REPORT["document"]["id"])
    assert REPORT == found.shape
    assert [1] == [one.revision for one in found.revisions]


def test_a_claim_is_shown_by_what_leads_to_it(filled: Record) -> None:
    """Its own id, one it had before, and that of a proposition in it."""
    claim: dict[str, Any] = {"id": "f" * 64, "text": "40 trucks", "denied_by": []}
    with filled.engine.begin() as connection:
        empty = {column.name: 0 if isinstance(column.type, sa.Integer) else "" for column in tables.claims.columns if not column.nullable}
        connection.execute(sa.insert(tables.claims), empty | {"id": claim["id"], "body": json.dumps(claim)})
        connection.execute(sa.insert(tables.claim_aliases), {"alias": "e" * 64, "claim": claim["id"]})
        connection.execute(sa.insert(tables.claim_members), {"proposition": PROPOSITION, "claim": claim["id"], "statement": 1})
    for identity in ("f" * 64, "f" * 8, "e" * 64, PROPOSITION):
        assert Shown(kind="claim", id=claim["id"], shape=claim) == shown(filled, identity)


@pytest.mark.parametrize("identity", ["", "abc", "not an id", "0" * 64, "g" * 64, "é" * 8])
def test_what_nothing_has_is_told(stocked: Record, identity: str) -> None:
    """In one line."""
    with pytest.raises(FilterError, match=r"no id|Nothing in the record"):
        shown(stocked, identity)


def test_a_beginning_of_several_is_told(filled: Record) -> None:
    """With what begins so."""
    with filled.engine.begin() as connection:
        row = {"name": "x", "key": "x", "kind": "person", "document": 1}
        connection.execute(sa.insert(tables.actors), [{"n": n, "id": f"abcdef{n}" + "0" * 57, **row} for n in (1, 2)])
    with pytest.raises(
        FilterError, match="More than one has an id that begins with 'abcdef': actor abcdef1000000000, actor abcdef2000000000"
    ):
        shown(filled, "abcdef")


def test_what_is_withheld_is_not_shown(filled: Record) -> None:
    """The document, its statements, and whoever only it names."""
    keep(filled, shape_of("Ezra Poll said that it was so.", key="z"))
    report = shape_of("Ezra Poll said that it was so.", key="z")
    withhold(filled, report["document"]["id"], reason="asked for")
    for identity in (report["document"]["id"], report["statements"][0]["id"], report["statements"][0]["speaker"]):
        with pytest.raises(FilterError, match="Nothing in the record"):
            shown(filled, identity)
