"""The order in which a record is checked."""

from collections.abc import Iterator

from saidwho.errors import ArchiveError
from saidwho.record.record import Record
from saidwho.record.verification.archived import check_archive
from saidwho.record.verification.faults import Fault
from saidwho.record.verification.logged import check_log
from saidwho.record.verification.rows import check_rows


def verify(record: Record) -> Iterator[Fault]:
    """Every altered, missing or extra item, as it is found: the log, what it tells of, rows, then the archive's bytes.

    Holds a batch of items at a time. One state of the record is checked, whatever is added meanwhile. What full text
    finds, and the list of changes, are not checked: neither is evidence, and the first can be made anew.
    Raises RecordError where the database or a file cannot be read at all.
    """
    try:
        with record.reading() as connection:
            yield from check_log(connection, record.location.log)
            yield from check_rows(connection)
            yield from check_archive(connection, record.location.archive)
    except OSError as error:
        raise ArchiveError(f"{record.location} cannot be checked to the end: {error.strerror or error}.") from error
