"""A record is opened as what it is, or not at all."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from saidwho.errors import RecordError
from saidwho.record import tables
from saidwho.record.dialects import SEARCHES
from saidwho.record.location import Location, locate
from saidwho.record.record import Record, open_record


def test_the_steps_make_the_tables(record: Record) -> None:
    """A migrated record has exactly the tables of the program."""
    with record.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        found = compare_metadata(context, tables.metadata)
    # SQLite does not tell the direction of an index, and both databases have tables of their own for full text.
    ours = [change for change in found if "index" not in change[0] and not change[1].name.startswith(tuple(SEARCHES))]
    assert [] == ours


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
