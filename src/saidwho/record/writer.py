"""One process that adds to a record: archive first, then the database, then the file of the log."""

from collections.abc import Sequence
from types import TracebackType

import sqlalchemy as sa

from saidwho.errors import ArchiveError
from saidwho.record import tables
from saidwho.record.archive.members import target_of
from saidwho.record.archive.repair import Repaired, repair
from saidwho.record.archive.writing import ArchiveWriter, Kept
from saidwho.record.dialects import take_stock
from saidwho.record.keeping import Saved, Taken, known_originals, save, save_originals
from saidwho.record.known import Known, known_documents
from saidwho.record.log.entries import Entry, append_entries
from saidwho.record.log.mirror import mirror_log
from saidwho.record.record import Record
from saidwho.record.withholding import finish_erasures
from saidwho.types.document import Document
from saidwho.types.original import Original


class RecordWriter:
    """Adds to a record. On opening, what a stopped writer left is put in order; repaired tells what that was.

    Raises RecordError, ArchiveError and LogError.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self.repaired = _repair(record)
        finish_erasures(record)
        mirror_log(record)
        self._unsaved: set[tuple[str, str]] = set()
        self._has_saved = False
        self._archive = ArchiveWriter(record.location.archive, whole=self.repaired.whole)
        self._give_up_seconds(self.repaired.adopted)

    def __enter__(self) -> "RecordWriter":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._archive.close()
        if kind is None and self._has_saved:
            self.record.write(take_stock)

    def archive(self, originals: Sequence[Original]) -> list[Kept]:
        """Put originals on disk; returns those that were not there. To be called before anything is read from them."""
        keys = [key_of_original(original) for original in originals]
        known = self.record.read(lambda connection: known_originals(connection, keys))
        new = {key: original for key, original in zip(keys, originals, strict=True) if key not in known or known[key].is_lost}
        kept = self._archive.add([original for key, original in new.items() if key not in self._unsaved])
        self._unsaved.update((one.digest, one.target) for one in kept)
        return kept

    def known(self, documents: Sequence[Document], *, reader: str) -> dict[str, Known]:
        """Which documents the record has, by id; see known_documents."""
        return self.record.read(lambda connection: known_documents(connection, documents, reader=reader))

    def save(self, *, originals: Sequence[Kept], reports: Sequence[Taken], reader: str) -> list[Saved]:
        """Make originals and reports part of the record, all in one transaction."""
        if not originals and not reports:
            return []
        written = self.record.write(lambda connection: save(connection, originals=originals, reports=reports, reader=reader))
        self._has_saved = True
        self._unsaved.difference_update((one.digest, one.target) for one in originals)
        for one in written.seconds:
            # Another writer kept it first: of two copies only one would be erased when that is due.
            self._archive.empty(one)
        mirror_log(self.record, written.appended)
        return list(written.saved)

    def _give_up_seconds(self, originals: Sequence[Kept]) -> None:
        """Empty the places of originals that another writer kept first: of two copies only one would be erased when that is due."""
        keys = [(one.digest, one.target) for one in originals]
        known = self.record.read(lambda connection: known_originals(connection, keys)) if keys else {}
        for key, one in zip(keys, originals, strict=True):
            if key in known and (known[key].file, known[key].offset) != (one.file, one.offset):
                self._archive.empty(one)


def key_of_original(original: Original) -> tuple[str, str]:
    """What an original is known by: its digest and its target."""
    return original.digest, target_of(original)


def _repair(record: Record) -> Repaired:
    """Put in order what lies in the archive past what the database knows."""
    table = tables.originals
    asked = sa.select(table.c.file, sa.func.max(table.c.offset + table.c.length)).group_by(table.c.file)
    if not record.location.archive.is_dir():
        return Repaired(adopted=(), aside=(), cut=(), whole=())
    ends = dict(record.read(lambda connection: connection.execute(asked).all()))
    try:
        repaired = repair(record.location.archive, ends=ends)
    except OSError as error:
        raise ArchiveError(f"{record.location.archive} cannot be put in order: {error.strerror or error}.") from error
    if repaired.adopted or repaired.cut:
        record.write(lambda connection: _adopt(connection, repaired))
    return repaired


def _adopt(connection: sa.Connection, repaired: Repaired) -> None:
    entries: list[Entry] = []
    save_originals(connection, repaired.adopted, entries)
    append_entries(connection, entries)
    table = tables.originals
    for name, size in repaired.cut:
        lost = sa.update(table).where(table.c.file == name, table.c.offset + table.c.length > size)
        connection.execute(lost.values(is_lost=True))
