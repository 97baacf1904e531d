"""Where is a record: a folder, or a PostgreSQL database with a folder for its originals?"""

import os
from dataclasses import dataclass
from pathlib import Path

from saidwho.errors import RecordError

DEFAULT = "saidwho-record"

# SQLAlchemy's own choice for both would be psycopg2, which is not the driver of the extra.
_POSTGRES = ("postgresql://", "postgres://", "postgresql+psycopg://")
_DRIVER = "postgresql+psycopg://"


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where a record is.

    folder: holds archive/ and log, and record.sqlite where url leads to no other database. url: SQLAlchemy's.
    """

    folder: Path
    url: str

    @property
    def is_sqlite(self) -> bool:
        return self.url.startswith("sqlite")

    @property
    def database(self) -> Path:
        """The file of the SQLite database."""
        return self.folder / "record.sqlite"

    @property
    def archive(self) -> Path:
        return self.folder / "archive"

    @property
    def log(self) -> Path:
        return self.folder / "log"

    def __str__(self) -> str:
        """As a person knows it; never the password of a database."""
        return str(self.folder) if self.is_sqlite else f"{self.url.rpartition('@')[2].removeprefix(_DRIVER)} with {self.folder}"


def locate(record: str | None = None, *, archive: str | None = None) -> Location:
    """Find a record by what the user says: record, else SAIDWHO_RECORD, else ./saidwho-record.

    archive: the folder of originals of a PostgreSQL record; else SAIDWHO_ARCHIVE. Raises RecordError without one.
    """
    name = record or os.environ.get("SAIDWHO_RECORD") or DEFAULT
    if "://" not in name:
        return _in_folder(Path(name))
    scheme = next((scheme for scheme in _POSTGRES if name.startswith(scheme)), None)
    if scheme is None:
        raise RecordError(f"{name.partition('://')[0]}:// is no record. Give a folder, or postgresql://user@host/database.")
    folder = archive or os.environ.get("SAIDWHO_ARCHIVE")
    if not folder:
        raise RecordError("A record in PostgreSQL keeps its originals in a folder. Give one with --archive or SAIDWHO_ARCHIVE.")
    return Location(folder=Path(folder), url=_DRIVER + name.removeprefix(scheme))


def _in_folder(folder: Path) -> Location:
    if folder.suffix == ".sqlite" or folder.is_file():
        raise RecordError(f"{folder} is a file. A record is a folder that holds record.sqlite: give the folder.")
    return Location(folder=folder, url=f"sqlite:///{folder / 'record.sqlite'}")
