"""A record of the example reports, read and linked once for all tests of the doors over HTTP, and a client to ask it with.

The fixtures are those of tests/api and tests/web alike.
"""

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from saidwho.cli.main import app
from saidwho.record.location import locate
from saidwho.record.record import Record, open_record
from saidwho.web.app import ServingOptions, make_app

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


@cache
def demo_folder() -> Path:
    """A record of the briefing and of the hospital, made with the shipped reader. It stays as it is: tests that write take a copy."""
    folder = Path(tempfile.mkdtemp(prefix="saidwho-served-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    sources = [str(EXAMPLES / "briefing" / "reports.jsonl"), str(EXAMPLES / "hospital-three-outlets.jsonl")]
    done = CliRunner().invoke(app, ["add", *sources, "--record", str(folder / "demo")])
    assert done.exit_code == 0, done.output
    return folder / "demo"


@contextmanager
def opened_record(folder: Path) -> Iterator[Record]:
    """A record that is open while it is tested."""
    with open_record(locate(str(folder)), patience=1.0) as record:
        yield record


def client_of(record: Record, options: ServingOptions | None = None) -> TestClient:
    """A client that gets refusals as a browser would, and follows no redirect by itself."""
    return TestClient(make_app(record, options), raise_server_exceptions=False, follow_redirects=False)


@pytest.fixture(scope="session")
def demo() -> Iterator[Record]:
    """The example record, to read."""
    with opened_record(demo_folder()) as record:
        yield record


@pytest.fixture
def own_demo(tmp_path: Path) -> Iterator[Record]:
    """A copy of the example record, to change."""
    shutil.copytree(demo_folder(), tmp_path / "demo")
    with opened_record(tmp_path / "demo") as record:
        yield record


@pytest.fixture(scope="session")
def client(demo: Record) -> TestClient:
    """Asks the example record."""
    return client_of(demo)
