"""saidwho show prints whatever has an id."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from saidwho.cli.main import app
from saidwho.record.location import locate
from saidwho.record.record import open_record
from tests.record.made import keep, shape_of

REPORT = shape_of("Ada Vale said that 12 boats struck Ilven. Bo Karr said that 40 trucks were pledged to Corvane.", key="a")
STATEMENT = REPORT["statements"][0]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("show") / "record"
    with open_record(locate(str(folder)), create=True) as found:
        keep(found, REPORT)
        keep(found, shape_of("Ada Vale said that 14 boats struck Ilven.", key="a"))
    return folder


def show(*words: str, record: Path) -> Result:
    return CliRunner().invoke(app, ["show", *words, "--record", str(record)])


@pytest.mark.parametrize(
    ("identity", "told"),
    [
        (REPORT["document"]["id"], ["12 boats struck Ilven", "Revision 1", "Revision 2"]),
        (STATEMENT["id"], ["12 boats struck Ilven", "Ada Vale ‹ The Harbour Courier", "ASSAULT; Ilven"]),
        (STATEMENT["propositions"][0]["id"], ["12 boats struck Ilven", STATEMENT["propositions"][0]["id"]]),
        (STATEMENT["speaker"], ["Ada Vale", "named in 2 documents"]),
        (REPORT["aid"][0]["id"], ["Bo Karr", "pledged  2023-11"]),
    ],
)
def test_everything_is_printed(identity: str, told: list[str], record: Path) -> None:
    """By the beginning of its id; as JSON too."""
    printed = show(identity[:16], record=record).stdout
    assert [] == [words for words in told if words not in printed]
    assert 1 == json.loads(show(identity, "--json", record=record).stdout)["saidwho"]


def test_an_unknown_id_is_told(record: Path) -> None:
    """In one line, with status 1."""
    result = show("0" * 20, record=record)
    assert (1, f"saidwho: Nothing in the record has an id that begins with '{'0' * 20}'.\n") == (result.exit_code, result.stderr)
