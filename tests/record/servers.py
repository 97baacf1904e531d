"""A throwaway PostgreSQL server, and databases on it."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa

# Debian keeps the server's own programs out of the way of PATH.
_DEBIAN = Path("/usr/lib/postgresql")

_databases = 0


def new_database(server: str) -> str:
    """The address of a new, empty database of a server."""
    global _databases  # noqa: PLW0603
    _databases += 1
    _command(server, f"CREATE DATABASE test_{_databases}")
    return f"{server}/test_{_databases}"


def copy_database(server: str, name: str, *, like: str) -> None:
    """Put a copy of a database in the place of another."""
    _command(server, f"DROP DATABASE {name}")
    _command(server, f"CREATE DATABASE {name} TEMPLATE {like}")


def _command(server: str, words: str) -> None:
    engine = sa.create_engine(f"{server}/postgres".replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(words)
    engine.dispose()


def programs_of_server() -> Path | None:
    """The folder of the newest server's programs."""
    found = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]) if path.parts[-3].isdigit() else 0)
    if found:
        return found[-1].parent
    elsewhere = shutil.which("initdb")
    return Path(elsewhere).parent if elsewhere else None


def serve(programs: Path, folder: Path) -> Iterator[str]:
    """Run a server with its data in a folder. Yields its address, without a database name."""
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
        # At once: a clean end would first write all the databases of the tests to the disk.
        server.send_signal(signal.SIGQUIT)
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
