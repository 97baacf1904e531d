"""Records to test with: each test that asks for one runs on SQLite and on a real PostgreSQL, where one is installed."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from saidwho.record.location import Location, locate
from saidwho.record.record import Record, open_record
from tests.record.servers import copy_database, new_database, programs_of_server, serve


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a throwaway PostgreSQL server, without a database name; the tests are skipped where none is installed."""
    programs = programs_of_server()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (Debian: apt install postgresql), so the record is tested on SQLite alone")
    folder = Path(tempfile.mkdtemp(prefix="saidwho-postgres-"))
    try:
        yield from serve(programs, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgres"])
def make_location(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Location]:
    """A way to places where an empty record may be made."""
    numbers = count()
    server = request.getfixturevalue("postgres") if request.param == "postgres" else None

    def make() -> Location:
        folder = str(tmp_path / f"record-{next(numbers)}")
        return locate(new_database(server), archive=folder) if server else locate(folder)

    return make


@pytest.fixture
def location(make_location: Callable[[], Location]) -> Location:
    """Where an empty record may be made."""
    return make_location()


@pytest.fixture
def record(request: pytest.FixtureRequest, location: Location) -> Iterator[Record]:
    """An empty record. Its tables are copied and not made anew, which would take most of a test's time."""
    if location.is_sqlite:
        location.folder.mkdir(parents=True)
        shutil.copy(request.getfixturevalue("empty_sqlite"), location.database)
    else:
        server, _, name = location.url.replace("+psycopg", "").rpartition("/")
        copy_database(server, name, like=request.getfixturevalue("empty_postgres"))
    with open_record(location, create=True, patience=5.0) as found:
        yield found


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of an empty record."""
    location = locate(str(tmp_path_factory.mktemp("empty") / "record"))
    open_record(location, create=True).close()
    return location.database


@pytest.fixture(scope="session")
def empty_postgres(postgres: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of the database of an empty record."""
    url = new_database(postgres)
    open_record(locate(url, archive=str(tmp_path_factory.mktemp("empty"))), create=True).close()
    return url.rpartition("/")[2]
