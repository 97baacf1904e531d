"""What a document copies, and what copies it, few or many."""

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.find.stories import copies_of
from saidwho.record.record import Record

ORIGINAL = "d" * 64


def test_of_many_copies_some_are_named_and_the_rest_counted(record: Record) -> None:
    """What a document copies comes first; of those that copy it so many, in the order of their ids."""
    rows = [(ORIGINAL, "e" * 64), *((f"{number:064x}", ORIGINAL) for number in range(20))]

    def add(connection: sa.Connection) -> None:
        told = [{"document": one, "of": other, "share": 1.0, "body": f'{{"document":"{one}","of":"{other}"}}'} for one, other in rows]
        connection.execute(sa.insert(tables.copies), told)

    record.write(add)
    found, more = record.read(lambda connection: copies_of(connection, ORIGINAL, most=8))
    assert rows[:9] == [(one["document"], one["of"]) for one in found]
    assert 12 == more
    every, none = record.read(lambda connection: copies_of(connection, ORIGINAL, most=30))
    assert rows == [(one["document"], one["of"]) for one in every]
    assert 0 == none
