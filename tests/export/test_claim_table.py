"""Claims go out as the contract writes them, and as a table that a spreadsheet reads."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from saidwho.cli.main import app
from saidwho.export.claim_table import CLAIM_FIELDS
from saidwho.export.formats import write_format
from saidwho.types.claims import claim_from, claim_shape
from saidwho.types.contract import write_line
from tests.export.exported import HOSTILE

REPORTS = Path(__file__).parents[2] / "examples" / "briefing" / "reports.jsonl"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight reports of one briefing."""
    folder = tmp_path_factory.mktemp("claims") / "record"
    assert CliRunner().invoke(app, ["add", str(REPORTS), "--record", str(folder)]).exit_code == 0
    return folder


def run(*words: str) -> list[str]:
    return CliRunner().invoke(app, list(words)).stdout.splitlines()


@pytest.mark.model
def test_claims_are_those_of_the_list(record: Path) -> None:
    """Line for line what claims --json --newest prints, with the same filters; each line is a claim of the contract."""
    for filters in ([], ["--about", "mines"], ["--outlet", "Corvane Evening Post"]):
        lines = run("export", "claims", *filters, "--record", str(record))
        assert lines == run("claims", "--json", "--newest", *filters, "--record", str(record))
        assert lines == [write_line(claim_shape(claim_from(json.loads(line)))) for line in lines]
    assert len(run("export", "claims", "--record", str(record))) > 1


@pytest.mark.model
def test_the_table_has_a_row_a_claim(record: Path) -> None:
    """With the counts of the claim, and the names of its origins."""
    claims = [json.loads(line) for line in run("export", "claims", "--record", str(record))]
    rows = list(csv.DictReader(run("export", "claims-csv", "--record", str(record))))
    assert [claim["id"] for claim in claims] == [row["claim_id"] for row in rows]
    for claim, row in zip(claims, rows, strict=True):
        assert [field.name for field in CLAIM_FIELDS] == list(row)
        assert (claim["text"], str(claim["independent_origins"]), str(claim["documents"])) == (
            row["text"],
            row["independent_origins"],
            row["documents"],
        )
        assert list(dict.fromkeys(origin["name"] for origin in claim["origins"])) == [name for name in row["origins"].split("; ") if name]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_in_their_cell(words: str) -> None:
    """Whatever a report says, a reader of CSV finds as many cells as there are columns."""
    nothing: dict[str, object] = dict.fromkeys(("event", "when", "first_seen", "last_seen", "review"))
    claim = nothing | {"id": "0" * 64, "text": words, "actor": [words], "recipient": [words], "places": [], "statements": []}
    claim |= {"documents": 1, "outlets": 1, "copies": [], "origins": [{"name": words}], "independent_origins": 1, "possible_origins": 1}
    claim |= {"denied_by": [{"name": words}], "contradicts": [], "disputed": []}
    stream = io.BytesIO()
    write_format("claims-csv", [claim], stream, spreadsheet=True)
    ((head, row),) = [tuple(csv.reader(io.StringIO(stream.getvalue().decode(), newline="")))]
    assert len(head) == len(row) == len(CLAIM_FIELDS)
    assert not any(cell.startswith(("=", "@")) for cell in row)
