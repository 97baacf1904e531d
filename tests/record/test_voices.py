"""Whoever speaks for somebody speaks with their voice, under whatever id."""

from typing import Any

import pytest
import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.find import names
from saidwho.record.find.filters import Filters
from saidwho.record.find.statements import find_statements
from saidwho.record.keys import name_number, number_of
from saidwho.record.location import Location
from saidwho.record.record import Record, open_record
from saidwho.record.voices import voices_in
from tests.record.made import keep, shape_of

TEXT = "Ada Vale said that 12 boats struck Ilven. Bo Karr denied that the port burned."


def actor(identity: str, of: str | None = None) -> dict[str, Any]:
    return {"id": identity, "name": identity.title(), "of": of}


def test_a_spokesman_speaks_as_his_ministry_and_his_state() -> None:
    """By their ids and by their names; nobody speaks as those who belong to them."""
    voices = voices_in({"actors": [actor("ada", "ministry"), actor("ministry", "state"), actor("state")]})
    assert {part for name in ("ada", "ministry", "state") for part in (number_of(name), name_number(name))} == set(voices["ada"])
    assert {number_of("state"), name_number("STATE")} == set(voices["state"])


def test_bodies_that_belong_to_one_another_have_an_end() -> None:
    """A register that says so by mistake stops nothing."""
    voices = voices_in({"actors": [actor("one", "other"), actor("other", "one")]})
    assert set(voices["one"]) == set(voices["other"])


def of_its_own(report: dict[str, Any]) -> dict[str, Any]:
    """A report whose people have ids of their own, as those have who are in no register."""
    ids = {person["id"]: f"{report['document']['id'][:8]}{person['id'][8:]}" for person in report["actors"]}
    statements = [
        statement
        | {"speaker": ids[statement["speaker"]], "chain": [link | {"actor": ids.get(link["actor"])} for link in statement["chain"]]}
        for statement in report["statements"]
    ]
    return report | {"actors": [person | {"id": ids[person["id"]]} for person in report["actors"]], "statements": statements}


def test_a_name_is_found_in_however_many_documents(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """Although each document has an id of its own for the person: more of them than a query may hold."""
    monkeypatch.setattr(names, "_MOST", 2)
    keep(record, *(of_its_own(shape_of(f"{TEXT}\nIt was day {number}.", key=f"{number}")) for number in range(5)))
    with record.reading() as connection:
        assert 5 == connection.execute(sa.select(sa.func.count()).where(tables.actors.c.name == "Ada Vale")).scalar_one()
        assert 5 == len(find_statements(connection, Filters(by="ada vale")).items)
        assert 5 == len(find_statements(connection, Filters(by="Vale", act="assert")).items)
        (one, *_) = find_statements(connection, Filters(by="Ada Vale")).items
        identity = connection.execute(sa.select(tables.actors.c.id).where(tables.actors.c.name == "Ada Vale").limit(1)).scalar_one()
        assert 1 == len(find_statements(connection, Filters(by=identity[:12])).items)
    assert "Ada Vale" == one.speaker


def test_an_older_record_learns_its_voices(record: Record, location: Location) -> None:
    """What the first tables did not have is filled in from the readings when the record is opened."""
    keep(record, shape_of(TEXT, key="1"), shape_of("Cato Mell said that all was quiet.", key="2"))
    expected = _held(record)
    record.write(_first_tables)
    with open_record(location) as opened:
        assert expected == _held(opened)
    assert all(expected)


def _held(record: Record) -> list[list[Any]]:
    with record.reading() as connection:
        return [list(connection.execute(sa.select(table).order_by(*table.c))) for table in (tables.statement_voices, tables.actor_names)]


# Indexes that a later step takes away.
_DROPPED = {
    "statements": ("statements_by_side",),
    "figures": ("figures_by_count", "figures_by_unit", "figures_by_whose"),
    "aid": ("aid_by_recipient", "aid_by_stage"),
    "actors": ("actors_by_country",),
    "changes": ("changes_by_item",),
}


def _first_tables(connection: sa.Connection) -> None:
    since = (tables.linked_documents, tables.link_objects, tables.link_positions, *tables.LINK_RELATIONS.values())
    for words in (
        *(f"DROP TABLE {table.name}" for table in since),
        "CREATE TABLE pairings (one VARCHAR, other VARCHAR, score DOUBLE PRECISION, doubt INTEGER, body TEXT, PRIMARY KEY (one, other))",
        *(f"CREATE INDEX {name} ON {table} (n)" for table, found in _DROPPED.items() for name in found),
        "ALTER TABLE statement_actors RENAME TO later",
        "CREATE TABLE statement_actors (actor BIGINT, statement BIGINT, role VARCHAR, PRIMARY KEY (actor, statement, role))",
        "INSERT INTO statement_actors SELECT actor, statement, role FROM later",
        "DROP TABLE later",
        "CREATE TABLE blocking_keys (kind VARCHAR, key VARCHAR, item VARCHAR, PRIMARY KEY (kind, key, item))",
        *(f"DROP TABLE {name}" for name in ("claim_numbers", "claim_keys", "claim_search")),
        *(f"CREATE INDEX claims_by_{name} ON claims (id)" for name in ("count", "day", "dispute", "event", "origins")),
        "DROP TABLE statement_voices",
        "DROP TABLE actor_names",
        "DROP INDEX statements_by_speaker",
        "CREATE INDEX statements_by_speaker ON statements (speaker, n DESC)",
        "UPDATE alembic_version SET version_num = '0001'",
    ):
        connection.exec_driver_sql(words)
