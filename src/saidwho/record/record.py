"""Opening a record, and the transactions in it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import sqlalchemy as sa

from saidwho.errors import RecordError
from saidwho.record.checkpoints import Checkpoints
from saidwho.record.dialects import lock_writers, make_engine, write_options
from saidwho.record.location import Location
from saidwho.record.migrating import migrate

Result = TypeVar("Result")

# How long a database may be gone before a command gives up: longer than a restart takes.
PATIENCE = 90.0  # seconds
_FIRST_WAIT, _LONGEST_WAIT = 0.2, 5.0


class Record:
    """An open record: engine for reading, transactions for writing."""

    def __init__(self, location: Location, engine: sa.Engine, *, patience: float = PATIENCE) -> None:
        self.location = location
        self.engine = engine
        self._writes = write_options(engine)
        self._patience = patience
        self._checkpoints = Checkpoints(engine) if location.is_sqlite else None

    def __enter__(self) -> "Record":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give back the connections to the database."""
        if self._checkpoints is not None:
            self._checkpoints.close()
        self.engine.dispose()

    @property
    def dialect(self) -> str:
        """sqlite or postgresql."""
        return self.engine.dialect.name

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """One consistent view of the record. Large results are streamed with the option yield_per.

        Raises RecordError where the database goes away meanwhile.
        """
        try:
            with self.engine.connect() as connection:
                yield connection
        except sa.exc.DBAPIError as error:
            raise RecordError(f"{self.location}: the database cannot be read: {_told(error)}") from error

    def read(self, ask: Callable[[sa.Connection], Result]) -> Result:
        """Ask the record something, waiting for the database where it is gone. Raises RecordError where it stays away."""
        return self.patiently(lambda: _asked(self.engine, ask))

    def write(self, change: Callable[[sa.Connection], Result]) -> Result:
        """Change the record in one transaction, while nobody else writes: all of it can be seen afterwards, or nothing.

        The change may be run again where the database went away, so it asks first what is there.
        Raises RecordError where the database stays away, or refuses.
        """

        def locked(connection: sa.Connection) -> Result:
            lock_writers(connection)
            return change(connection)

        result = self.patiently(lambda: _asked(self._writes, locked))
        if self._checkpoints is not None:
            self._checkpoints.ask()
        return result

    def patiently(self, work: Callable[[], Result]) -> Result:
        """Do something with the database, and do it again where that is gone. Raises RecordError where it stays away, or refuses."""
        end, wait = time.monotonic() + self._patience, _FIRST_WAIT
        while True:
            try:
                return work()
            except sa.exc.DBAPIError as error:
                if not _may_pass(error):
                    raise RecordError(f"{self.location}: the database refused: {_told(error)}") from error
                if time.monotonic() >= end:
                    raise RecordError(
                        f"{self.location}: the database cannot be reached: {_told(error)}. "
                        "What was taken in is kept; run the same command again when it is back."
                    ) from error
            time.sleep(max(0.0, min(wait, end - time.monotonic())))
            wait = min(wait * 2, _LONGEST_WAIT)


def open_record(location: Location, *, create: bool = False, patience: float = PATIENCE) -> Record:
    """Open a record, and bring its tables up to date. create: make it where there is none.

    Raises RecordError where there is none, or it cannot be opened.
    """
    if location.is_sqlite:
        _check_folder(location, create=create)
    record = Record(location, make_engine(location), patience=patience)
    try:
        if not create and record.read(_is_empty):
            raise RecordError(f"There is no record at {location}. Make one with: saidwho add SOURCE --record {location.folder}")
        record.read(lambda _: None)
        record.patiently(lambda: migrate(record.engine, name=str(location)))
    except BaseException:
        record.close()
        raise
    return record


def _asked(engine: sa.Engine, ask: Callable[[sa.Connection], Result]) -> Result:
    with engine.begin() as connection:
        return ask(connection)


def _check_folder(location: Location, *, create: bool) -> None:
    folder: Path = location.folder
    if not create and not location.database.exists():
        raise RecordError(f"There is no record at {folder}. Make one with: saidwho add SOURCE --record {folder}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(f"{folder} cannot be made: {error.strerror or error}.") from error


def _is_empty(connection: sa.Connection) -> bool:
    return not sa.inspect(connection).has_table("alembic_version")


def _may_pass(error: sa.exc.DBAPIError) -> bool:
    """Whether the fault may be gone in a moment: no connection, or another writer, and not a full disk or a wrong query."""
    told = _told(error).lower()
    if "full" in told or "no space" in told:
        return False
    if error.connection_invalidated or "locked" in told or "busy" in told:
        return True
    # A server that stops or starts refuses new connections with an operational error. SQLite's own are no such thing.
    is_server = "psycopg" in type(error.orig).__module__ if error.orig else False
    lasting = ("authentication", "does not exist", "permission")
    return is_server and isinstance(error, sa.exc.OperationalError) and not any(word in told for word in lasting)


def _told(error: sa.exc.DBAPIError) -> str:
    """The database's own words, on one line."""
    return " ".join(str(error.orig or error).split())
