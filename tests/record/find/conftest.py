"""A record with a few reports in it, on SQLite and on PostgreSQL."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from saidwho.record.location import locate
from saidwho.record.record import Record, open_record
from tests.record.made import keep, shape_of

COURIER, POST = "The Harbour Courier", "The Corvane Post"


@pytest.fixture
def filled(record: Record) -> Record:
    """Four reports of two outlets, of three days and one undated; for tests that change it."""
    return _fill(record)


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def stocked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The same, for tests that only look."""
    folder = str(tmp_path_factory.mktemp("stocked") / "record")
    server = request.getfixturevalue("postgres") if request.param == "postgres" else None
    location = locate(_database_of(server), archive=folder) if server else locate(folder)
    with open_record(location, create=True, patience=5.0) as found:
        yield _fill(found)


def _fill(record: Record) -> Record:
    keep(
        record,
        shape_of("Ada Vale said that 12 boats struck Ilven. Bo Karr denied that the port burned.", key="a", published="2023-11-14"),
        shape_of("Ada Vale said that the bridge at Ilven was struck. Cato Mell said that all was quiet.", key="b", outlet=POST),
        shape_of("Bo Karr said that 40 trucks were pledged to Corvane.", key="c", published="2023-11-18T07:00:00+02:00"),
        shape_of("Dora Finn said that nothing happened.", key="d", outlet=None, published=None),
    )
    return record


def _database_of(server: str) -> str:
    """The address of a database that no other test uses."""
    engine = sa.create_engine(f"{server}/postgres".replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE DATABASE stocked")
    engine.dispose()
    return f"{server}/stocked"
