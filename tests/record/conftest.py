"""Records to test with: each test that asks for one runs on SQLite and on a real PostgreSQL, where one is installed."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from saidwho.record.location import Location, locate
from saidwho.record.record import Record, open_record

# Debian keeps the server's own programs out of the way of PATH.
_DEBIAN = Path("/usr/lib/postgresql")


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a throwaway PostgreSQL server, without a database name; the tests are skipped where none is installed."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (Debian: apt install postgresql), so the record is tested on SQLite alone")
    folder = Path(tempfile.mkdtemp(prefix="saidwho-postgres-"))
    try:
        yield from _serve(programs, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgres"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> Location:
    """Where an empty record may be made."""
    if request.param == "sqlite":
        return locate(str(tmp_path / "record"))
    server = request.getfixturevalue("postgres")
    return locate(new_database(server), archive=str(tmp_path / "record"))


@pytest.fixture
def record(request: pytest.FixtureRequest, location: Location) -> Iterator[Record]:
    """An empty record. Its tables are copied and not made anew, which would take most of a test's time."""
    if location.is_sqlite:
        location.folder.mkdir(parents=True)
        shutil.copy(request.getfixturevalue("empty_sqlite"), location.database)
    else:
        server, _, name = location.url.replace("+psycopg", "").rpartition("/")
        _copy_database(server, name, like=request.getfixturevalue("empty_postgres"))
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


_databases = 0


def new_database(server: str) -> str:
    """The address of a new, empty database of a server."""
    global _databases  # noqa: PLW0603
    _databases += 1
    _command(server, f"CREATE DATABASE test_{_databases}")
    return f"{server}/test_{_databases}"


def _copy_database(server: str, name: str, *, like: str) -> None:
    _command(server, f"DROP DATABASE {name}")
    _command(server, f"CREATE DATABASE {name} TEMPLATE {like}")


def _command(server: str, words: str) -> None:
    engine = sa.create_engine(f"{server}/postgres".replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(words)
    engine.dispose()


def _programs() -> Path | None:
    """The folder of the newest server's programs."""
    found = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]) if path.parts[-3].isdigit() else 0)
    if found:
        return found[-1].parent
    elsewhere = shutil.which("initdb")
    return Path(elsewhere).parent if elsewhere else None


def _serve(programs: Path, folder: Path) -> Iterator[str]:
    data = folder / "data"
    # The server refuses to run as root, so its files belong to the user that Debian makes for it.
    user = "postgres" if os.name == "posix" and os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    _run([programs / "initdb", "-D", data, "-U", "saidwho", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"], user)
    port = _free_port()
    server = subprocess.Popen(
        [
            programs / "postgres", "-D", data, "-h", "127.0.0.1", "-p", str(port), "-k", folder,
            "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=50",
        ],
        user=user, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder,
    )  # fmt: skip
    try:
        _run([programs / "pg_isready", "-h", "127.0.0.1", "-p", str(port), "-q"], user, tries=150)
        yield f"postgresql://saidwho@127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(30)


def _run(command: list[str | Path], user: str | None, *, tries: int = 1) -> None:
    """Run a program of the server. tries: how often, a fifth of a second apart, until it succeeds."""
    for _ in range(tries):
        done = subprocess.run(command, user=user, capture_output=True, text=True, check=False, cwd="/")
        if done.returncode == 0:
            return
        if tries > 1:
            time.sleep(0.2)
    raise RuntimeError(f"{Path(command[0]).name} failed: {done.stderr}")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
