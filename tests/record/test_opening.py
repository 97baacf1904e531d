"""A record is opened as what it is, or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from saidwho.errors import RecordError
from saidwho.record import dialects, tables
from saidwho.record.dialects import SEARCHES, make_engine
from saidwho.record.location import Location, locate
from saidwho.record.record import Record, open_record


def test_the_steps_make_the_tables(record: Record, make_location: Callable[[], Location]) -> None:
    """A migrated record has the tables, keys and indexes of the program, in the words in which a database keeps them."""
    location = make_location()
    location.folder.mkdir(parents=True, exist_ok=True)
    made = make_engine(location)
    with made.begin() as connection:
        tables.metadata.create_all(connection)
        expected = structure(connection)
    made.dispose()
    with record.reading() as connection:
        found = structure(connection)
    assert len(expected) > len(tables.metadata.tables)
    assert expected == found


def structure(connection: sa.Connection) -> list[str]:
    """The columns, keys and indexes of a database, sorted; but for those of Alembic and of full text."""
    columns = "table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '')"
    asked = {
        "sqlite": ("SELECT name || ' ' || sql FROM sqlite_master WHERE sql IS NOT NULL",),
        "postgresql": (
            f"SELECT {columns} FROM information_schema.columns WHERE table_schema = 'public'",
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
        ),
    }[connection.dialect.name]
    rows = [" ".join(row.split()) for query in asked for row in connection.exec_driver_sql(query).scalars()]
    others = ("alembic_version", *SEARCHES)
    return sorted(row for row in rows if not any(name in row for name in others))


def test_what_is_not_there_is_not_made_by_reading(location: Location) -> None:
    """Only adding makes a record."""
    with pytest.raises(RecordError, match="There is no record"):
        open_record(location, patience=0)


def test_a_newer_record_is_refused(record: Record, location: Location) -> None:
    """The message says what to do, and nothing is changed."""
    record.write(lambda connection: connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'")))
    with pytest.raises(RecordError, match="Install the newer saidwho"):
        open_record(location, create=True)


def test_the_folder_is_found_where_the_user_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The option wins over SAIDWHO_RECORD, and that over the folder of that name here."""
    monkeypatch.setenv("SAIDWHO_RECORD", str(tmp_path / "set"))
    assert [tmp_path / "set", tmp_path / "given"] == [locate().folder, locate(str(tmp_path / "given")).folder]
    monkeypatch.delenv("SAIDWHO_RECORD")
    assert Path("saidwho-record") == locate().folder


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("mysql://host/x", "is no record"),
        ("postgresql://host/x", "--archive"),
        ("news/record.sqlite", "give the folder"),
        (__file__, "give the folder"),
    ],
)
def test_what_is_no_record_is_refused(name: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to give instead."""
    monkeypatch.delenv("SAIDWHO_ARCHIVE", raising=False)
    with pytest.raises(RecordError, match=told):
        locate(name)


def test_a_password_is_in_no_message() -> None:
    """Messages end up in logs."""
    assert "secret" not in str(locate("postgresql://me:secret@host/x", archive="archive"))


def test_a_connection_that_was_cut_is_made_anew(record: Record, location: Location, monkeypatch: pytest.MonkeyPatch) -> None:
    """While nobody used it: the server was started anew, say. Whoever reads then does not notice."""
    if record.dialect != "postgresql":
        pytest.skip("SQLite has no server that cuts connections")
    monkeypatch.setattr(dialects, "_IDLE", 0.0)
    record.read(lambda connection: connection.exec_driver_sql("SELECT 1"))
    other = make_engine(location)
    with other.begin() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    other.dispose()
    with record.reading() as connection:
        assert 1 == connection.exec_driver_sql("SELECT 1").scalar_one()
