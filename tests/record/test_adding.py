"""While one batch is saved the next is being read, and nothing comes of it but speed."""

from collections.abc import Iterator, Sequence

import pytest

from saidwho.intake.drafts import IntakeOptions
from saidwho.pipeline import keeping
from saidwho.pipeline.keeping import Added, add_originals
from saidwho.record.archive.reading import stretches
from saidwho.record.archive.writing import archive_files
from saidwho.record.record import Record
from saidwho.record.verification.verifying import verify
from saidwho.record.writer import RecordWriter
from saidwho.types.document import Document
from saidwho.types.original import Original
from saidwho.types.statement import Report
from tests.record.made import READER, original_of, read, shape_of

OPTIONS = IntakeOptions(outlet="The Harbour Courier", published="2023-11-16")


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "BATCH", 2)


def original(number: int) -> Original:
    return original_of(shape_of(f"Ada Vale said that {number} people were struck at Ilven.", key=f"{number}.txt"))


class Told:
    """Tells in which order documents are asked to be read, and outcomes come."""

    def __init__(self) -> None:
        self.events: list[str] = []

    def read_all(self, documents: Sequence[Document]) -> Iterator[Report]:
        self.events += [f"read {document.text.split()[4]}" for document in documents]
        return iter([read(document) for document in documents])

    def add(self, record: Record, *originals: Original | None) -> list[Added]:
        with RecordWriter(record) as writer:
            found = []
            for one in add_originals(originals, writer, options=OPTIONS, read_all=self.read_all, version=READER):
                self.events.append(f"saved {one.place.partition('.')[0]}")
                found.append(one)
            return found


def test_the_next_batch_is_being_read_while_one_is_saved(record: Record) -> None:
    """It is handed out first; what became of each comes in its order."""
    told = Told()
    told.add(record, *(original(number) for number in range(5)))
    assert ["read 0", "read 1", "read 2", "read 3", "saved 0", "saved 1", "read 4", "saved 2", "saved 3", "saved 4"] == told.events


def test_what_came_is_saved_before_the_source_waits(record: Record) -> None:
    """Nobody knows when more comes."""
    told = Told()
    told.add(record, original(0), original(1), original(2), None, original(3))
    assert ["read 0", "read 1", "read 2", "saved 0", "saved 1", "saved 2", "read 3", "saved 3"] == told.events
    told = Told()
    told.add(record, original(4), original(5), None, original(6))
    assert ["read 4", "read 5", "saved 4", "saved 5", "read 6", "saved 6"] == told.events


def test_the_same_in_two_batches_is_kept_once(record: Record) -> None:
    """Although the second is archived before the first is saved."""
    added = Told().add(record, *(original(number) for number in (0, 1, 0, 1, 2)))
    assert ["taken in", "taken in", "already there", "already there", "taken in"] == [one.outcome for one in added]
    members = [found.member for path in archive_files(record.location.archive) for found in stretches(path)]
    assert 3 == sum(member is not None and member.kind == "resource" for member in members)
    assert [] == list(verify(record))
