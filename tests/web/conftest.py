"""Clients of the example record, and a browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from saidwho.record.record import Record
from tests.served import client_of, demo_folder, opened_record


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
