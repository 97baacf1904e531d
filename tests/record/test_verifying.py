"""verify finds whatever was altered, taken away or slipped in."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from saidwho.errors import ArchiveError
from saidwho.record import tables
from saidwho.record.archive.writing import archive_files
from saidwho.record.bodies import body_of
from saidwho.record.record import Record
from saidwho.record.verification import verifying
from saidwho.record.verification.verifying import verify
from tests.record.made import keep, shape_of

FIRST = "Ada Vale said that 17 people were struck at Ilven.\nPell Orsk denied that the bridge was gone."
SECOND = "Pell Orsk said that 40 trucks were pledged to Corvane. Ada Vale said that 17 people were struck."


def kept(record: Record) -> Record:
    """A record with two documents, one of them in two revisions and two readings."""
    keep(record, shape_of(FIRST, key="1"), shape_of(SECOND, key="2"))
    keep(record, shape_of(FIRST + "\nAda Vale said nothing.", key="1"))
    keep(record, shape_of(SECOND, key="2"), reader="reader 2")
    return record


def faults(record: Record) -> list[str]:
    return [str(fault) for fault in verify(record)]


def test_what_was_kept_is_sound(record: Record) -> None:
    """Nothing is told of a record that nobody touched."""
    assert [] == faults(kept(record))


def test_an_empty_record_is_sound(record: Record) -> None:
    """It has nothing to be wrong."""
    assert [] == faults(record)


def test_several_processes_find_the_same(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the same order, whoever checks which documents."""
    keep(record, *(shape_of(f"{FIRST}\nIt was day {number}.", key=f"{number}", published=f"2023-11-{number + 10}") for number in range(6)))
    monkeypatch.setattr(verifying, "_SHARE", 2)
    assert [] == list(verify(record, jobs=2))
    record.write(lambda connection: connection.execute(sa.text("UPDATE statements SET quote = 'something else' WHERE act = 'deny'")))
    found = faults(record)
    assert (6, found) == (len(found), [str(fault) for fault in verify(record, jobs=2)])


ALTERATIONS = [
    ("the words of a statement", "UPDATE statements SET quote = 'something else' WHERE act = 'deny'", "altered", "rows of statements"),
    ("who said it", "UPDATE statements SET speaker_name = 'Somebody'", "altered", "rows of statements"),
    ("an outlet", "UPDATE documents SET outlet = 'Another' WHERE revision = 1", "altered", "its outlet"),
    ("a figure", "UPDATE figures SET low = 18 WHERE low = 17", "altered", "rows of figures"),
    ("a name", "UPDATE actors SET name = 'Somebody' WHERE name = 'Ada Vale'", "altered", "rows of actors"),
    (
        "a voice",
        "DELETE FROM statement_voices WHERE voice IN (SELECT MIN(voice) FROM statement_voices)",
        "missing",
        "rows of statement_voices",
    ),
    ("a name nobody has", "INSERT INTO actor_names (key) VALUES ('somebody')", "extra", "name somebody"),
    ("a name that is gone", "DELETE FROM actor_names WHERE key = 'ada vale'", "missing", "name of actor"),
    ("a place", "UPDATE places SET lat = 1 WHERE name = 'Ilven'", "altered", "place Ilven"),
    ("a row that is gone", "DELETE FROM statements WHERE act = 'deny'", "missing", "rows of statements"),
    ("a package", "DELETE FROM aid", "missing", "rows of aid"),
    ("a reader", "UPDATE readings SET reader = 'another' WHERE is_current", "altered", "reading "),
    ("a reading that is gone", "DELETE FROM readings WHERE is_current", "missing", "reading "),
    ("a document that is gone", "DELETE FROM documents WHERE revision = 2", "extra", "there is no document"),
    ("an original that is gone", "DELETE FROM originals WHERE n = 1", "missing", "original "),
    ("an original's size", "UPDATE originals SET size = 1", "altered", "its size is 1"),
    ("an entry of the log", "UPDATE log_entries SET body = REPLACE(body, 'reader', 'writer') WHERE n = 3", "altered", "log entry 3"),
    ("an entry that is gone", "DELETE FROM log_entries WHERE n = 2", "missing", "log entry 2"),
    ("the last entry that is gone", "DELETE FROM log_entries WHERE n = 7", "missing", "log entry 7"),
    ("entries in another order", "UPDATE log_entries SET n = 100 WHERE n = 2", "missing", "log entry 2"),
]


@pytest.mark.parametrize(("statement", "kind", "told"), [case[1:] for case in ALTERATIONS], ids=[case[0] for case in ALTERATIONS])
def test_an_altered_row_is_told(record: Record, statement: str, kind: str, told: str) -> None:
    """Whatever table it is in."""
    kept(record).write(lambda connection: connection.execute(sa.text(statement)))
    found = faults(record)
    assert any(line.startswith(f"{kind}: ") and told in line for line in found), found


def test_a_reading_that_is_altered_with_its_hash_is_told(record: Record) -> None:
    """The log has the hash as well."""
    report = shape_of(FIRST, key="3")
    keep(record, report)
    report["statements"] = report["statements"][:1]
    body = body_of(report)
    change = sa.update(tables.readings).values(body=body.deflated, sha256=body.sha256)
    record.write(lambda connection: connection.execute(change))
    assert any(line.startswith("altered: reading ") for line in faults(record))


def test_a_reading_that_nobody_logged_is_told(record: Record) -> None:
    """It was slipped in."""
    kept(record)
    number = "(SELECT MAX(n) + 1 FROM readings)"
    columns = "document, reader, sha256, made, erased, body, shown"
    slip = f"INSERT INTO readings (n, id, is_current, {columns}) SELECT {number}, 'ff00', FALSE, {columns} FROM readings WHERE n = 1"
    record.write(lambda connection: connection.execute(sa.text(slip)))
    assert any(line.startswith("extra: reading ff00: the log does not tell of it") for line in faults(record))


def flip(path: Path, offset: int) -> None:
    """Alter one byte."""
    with path.open("r+b") as stream:
        stream.seek(offset)
        byte = stream.read(1)[0]
        stream.seek(offset)
        stream.write(bytes([byte ^ 0xFF]))


DAMAGES: list[tuple[str, Callable[[Path], None], str]] = [
    ("a flipped byte", lambda path: flip(path, path.stat().st_size - 40), "altered: original "),
    ("a truncated file", lambda path: os.truncate(path, path.stat().st_size - 40), "missing: original "),
    ("bytes at the end", lambda path: path.write_bytes(path.read_bytes() + b"more"), "extra: saidwho-"),
    ("a file that is gone", lambda path: path.unlink(), "missing: original "),
    ("a file that nobody wrote", lambda path: (path.parent / "other.warc.gz").write_bytes(b"x"), "extra: other.warc.gz"),
]


@pytest.mark.parametrize(("damage", "told"), [case[1:] for case in DAMAGES], ids=[case[0] for case in DAMAGES])
def test_damage_to_the_archive_is_told(record: Record, damage: Callable[[Path], None], told: str) -> None:
    """With the original it befell."""
    kept(record)
    damage(archive_files(record.location.archive)[0])
    found = faults(record)
    assert any(line.startswith(told) for line in found), found


def test_any_flipped_byte_of_the_archive_is_told(record: Record) -> None:
    """Every byte of every original counts, those included that gzip itself does not look at."""
    keep(record, shape_of(FIRST, key="1"))
    (path,) = archive_files(record.location.archive)
    with record.reading() as connection:
        row = connection.execute(sa.select(tables.originals)).one()
    unseen = []
    for offset in [*range(row.offset, row.offset + 12), *range(row.offset + 12, row.offset + row.length, 11)]:
        flip(path, offset)
        if not faults(record):
            unseen.append(offset)
        flip(path, offset)
    assert [] == unseen


def test_the_file_of_the_log_is_compared(record: Record) -> None:
    """Whoever alters one of the two is found."""
    kept(record)
    text = record.location.log.read_text(encoding="ascii")
    record.location.log.write_text(text.replace("reader 1", "reader 9", 1), encoding="ascii")
    assert any("tell different things" in line for line in faults(record))


def test_a_file_that_cannot_be_read_is_told(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """As an error of ours: what could not be checked is not sound."""
    kept(record)

    def refused(*_: object) -> list[Path]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("saidwho.record.verification.archived.archive_files", refused)
    with pytest.raises(ArchiveError, match="cannot be checked to the end: Permission denied"):
        faults(record)
