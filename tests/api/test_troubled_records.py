"""Records that are locked, damaged or of another version: always JSON or a page that says what happened."""

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from saidwho.record.record import Record
from tests.served import client_of

pytestmark = pytest.mark.model


def test_a_record_that_is_being_written_can_be_read(own_demo: Record) -> None:
    """A writer that holds the lock keeps no reader waiting."""
    other = sqlite3.connect(own_demo.location.database, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        assert 200 == client_of(own_demo).get("/claims.json").status_code
    finally:
        other.close()


@pytest.mark.parametrize("path", ["/claims.json", "/claims"])
def test_a_locked_record_is_503_and_says_to_ask_again(own_demo: Record, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    """A database that nobody else may touch just now is no fault of the asker."""

    def locked(*_: object) -> None:
        raise sa.exc.OperationalError("SELECT", {}, sqlite3.OperationalError("database is locked"))

    asking = client_of(own_demo)
    monkeypatch.setattr(own_demo, "_patience", 0.1)
    monkeypatch.setattr("saidwho.record.find.claims._conditions", locked)
    answer = asking.get(path)
    assert 503 == answer.status_code
    assert answer.headers["retry-after"]
    assert "locked" in answer.text


@pytest.mark.parametrize("path", ["/claims.json", "/claims", "/documents.csv", "/about"])
def test_a_damaged_record_says_so(own_demo: Record, path: str) -> None:
    """Bytes that are no database any more are told with what to do, and no traceback."""
    own_demo.engine.dispose()
    database: Path = own_demo.location.database
    for name in (f"{database}-wal", f"{database}-shm"):
        Path(name).unlink(missing_ok=True)
    size = database.stat().st_size
    database.write_bytes(b"SQLite format 3\x00" + b"\xde\xad" * (size // 2))
    answer = client_of(own_demo).get(path)
    assert answer.status_code in (500, 503)
    assert "Traceback" not in answer.text
    assert "saidwho verify" in answer.text or "cannot be read" in answer.text or "refused" in answer.text


def test_a_record_of_another_version_says_so(own_demo: Record) -> None:
    """A table that is not there is a question of versions."""
    with sqlite3.connect(own_demo.location.database) as other:
        other.execute("ALTER TABLE claims RENAME TO claims_of_old")
    other.close()
    answer = client_of(own_demo).get("/claims.json")
    assert answer.status_code in (500, 503)
    assert not answer.json()["ok"]
