"""Records that are written, migrated, locked, damaged or of another version: always JSON or a page that says what happened.

Nothing is pretended: another connection holds the lock, and the bytes on disk are spoilt.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import pytest

from saidwho.record.dialects import share
from saidwho.record.record import Record
from saidwho.record.tokens import new_token
from tests.served import client_of

pytestmark = pytest.mark.model

PATHS = ["/claims.json", "/claims", "/documents.csv", "/about"]


@contextmanager
def held(record: Record, *statements: str) -> Iterator[sqlite3.Connection]:
    """Another program that did something to a record, and has not ended its transaction."""
    with closing(sqlite3.connect(record.location.database, isolation_level=None)) as other:
        for statement in statements:
            other.execute(statement)
        yield other


def told(answer: httpx.Response) -> str:
    """What an answer says, having seen that it is a refusal as every other: JSON of the one shape, or a page of ours."""
    assert "Traceback" not in answer.text
    if answer.headers["content-type"] == "application/json":
        assert {"ok", "saidwho", "status", "error"} == answer.json().keys()
        return str(answer.json()["error"])
    assert "<h1>" in answer.text
    return answer.text


@pytest.mark.parametrize("path", PATHS)
def test_a_record_that_is_being_written_can_be_read(own_demo: Record, path: str) -> None:
    """A writer in the midst of its work keeps no reader waiting, and nobody sees the half of it."""
    before = client_of(own_demo).get("/claims.json").json()
    with held(own_demo, "BEGIN IMMEDIATE", "DELETE FROM claims"):
        assert 200 == client_of(own_demo).get(path).status_code
        assert before == client_of(own_demo).get("/claims.json").json()


@pytest.mark.parametrize("path", PATHS)
def test_a_record_that_is_being_migrated_can_be_read(own_demo: Record, path: str) -> None:
    """While tables are changed, readers see them as they were."""
    with held(own_demo, "BEGIN IMMEDIATE", "ALTER TABLE claims ADD COLUMN later TEXT", "UPDATE claims SET later = 'x'"):
        assert 200 == client_of(own_demo).get(path).status_code


@pytest.mark.parametrize("path", PATHS)
def test_a_locked_record_is_503_and_says_to_ask_again(own_demo: Record, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    """A database that somebody has for himself is no fault of the asker, who is not kept waiting."""
    monkeypatch.setattr(own_demo, "_patience", 0.1)
    share(own_demo.engine, cache=1_000_000, wait=0.1)
    with held(own_demo, "PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE", "UPDATE claims SET text = 'x'"):
        began = time.monotonic()
        answer = client_of(own_demo).get(path)
        assert time.monotonic() - began < 30  # half of what a writer waits; the rest is for slow machines
        assert 503 == answer.status_code
        assert "5" == answer.headers["retry-after"]
        assert "locked just now" in told(answer)
    assert 200 == client_of(own_demo).get(path).status_code


def test_a_judgement_on_a_record_that_somebody_writes_is_refused_with_the_reason(own_demo: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not taken for kept where it cannot be."""
    monkeypatch.setattr(own_demo, "_patience", 0.1)
    share(own_demo.engine, cache=1_000_000, wait=0.1)
    asking = client_of(own_demo)
    _, secret = new_token(own_demo.location, "Ida Brook", ["review"])
    pair = asking.get("/review.json?limit=1").json()["pairs"][0]
    judging = {"verdict": "different", "subjects": [pair["one"]["proposition"], pair["other"]["proposition"]], "reason": "two days"}
    with held(own_demo, "BEGIN IMMEDIATE"):
        answer = asking.post("/review.json", json=judging, headers={"authorization": f"Bearer {secret}"})
        assert 503 == answer.status_code
        assert "locked just now" in told(answer)
    assert 200 == asking.post("/review.json", json=judging, headers={"authorization": f"Bearer {secret}"}).status_code


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("harm", ["no database", "cut off", "a page overwritten"])
def test_a_damaged_record_says_so(own_demo: Record, path: str, harm: str) -> None:
    """Bytes that are no database any more are told with what to do, and no traceback."""
    own_demo.engine.dispose()
    database: Path = own_demo.location.database
    with closing(sqlite3.connect(database)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for name in (f"{database}-wal", f"{database}-shm"):
        Path(name).unlink(missing_ok=True)
    data = database.read_bytes()
    if harm == "no database":
        database.write_bytes(b"SQLite format 3\x00" + b"\xde\xad" * (len(data) // 2))
    elif harm == "cut off":
        database.write_bytes(data[: len(data) // 16 // 4096 * 4096])
    else:
        # All but the first page, which tells of the tables.
        database.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    answer = client_of(own_demo).get(path)
    assert 500 == answer.status_code
    assert "damaged" in told(answer)
    assert "saidwho verify" in told(answer)


@pytest.mark.parametrize("path", ["/claims.json", "/claims"])
def test_a_record_of_another_version_says_so(own_demo: Record, path: str) -> None:
    """A table that is not there is a question of versions."""
    with held(own_demo, "ALTER TABLE claims RENAME TO claims_of_old"):
        answer = client_of(own_demo).get(path)
    assert 503 == answer.status_code
    assert "another version" in told(answer)


def test_a_damaged_list_of_tokens_says_so(own_demo: Record) -> None:
    """Nobody is let in on the word of a file that cannot be read, and what to do is told."""
    (own_demo.location.folder / "tokens.json").write_text("[{", encoding="utf-8")
    answer = client_of(own_demo).post("/review.json", json={}, headers={"authorization": "Bearer x"})
    assert 500 == answer.status_code
    assert "make the tokens anew" in told(answer)


def test_an_original_that_is_gone_says_so(own_demo: Record) -> None:
    """A file of the archive that somebody removed is told as missing, and the rest goes on."""
    asking = client_of(own_demo)
    row = asking.get("/documents.json?limit=1").json()["documents"][0]
    original = asking.get(f"/documents/{row['id']}.json").json()["originals"][0]
    for file in own_demo.location.archive.iterdir():
        file.unlink()
    answer = asking.get(f"/documents/{row['id']}/originals/{original['sha256']}")
    assert 404 == answer.status_code
    assert told(answer)
    assert 200 == asking.get(f"/documents/{row['id']}").status_code
