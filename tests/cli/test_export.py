"""saidwho export writes what a record holds in the formats of other programs."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from saidwho.cli.export import FormatName
from saidwho.cli.main import app
from saidwho.export.formats import CLAIM_FORMATS, FORMATS
from saidwho.record.location import locate
from saidwho.record.record import open_record
from saidwho.types.contract import write_line
from tests.record.made import keep, shape_of

REPORTS = [
    shape_of("Ada Vale said that 12 boats struck Ilven. Bo Karr denied that it burned.", key="a", published="2023-11-14"),
    shape_of("Bo Karr said that 40 trucks were pledged to Corvane.", key="b"),
]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "record"
    with open_record(locate(str(folder)), create=True) as found:
        keep(found, *REPORTS)
    return folder


def export(*words: str | Path, record: Path) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, words), "--record", str(record)])


def test_every_format_has_a_name() -> None:
    """WACZ is made of originals, all others of reports or claims."""
    assert {*FORMATS, *CLAIM_FORMATS, "wacz"} == set(FormatName)


@pytest.mark.parametrize("form", list(FormatName))
def test_every_format_goes_to_a_file_and_to_a_pipe(form: str, record: Path, tmp_path: Path) -> None:
    """The same bytes, and again the same."""
    out = tmp_path / f"found.{form}"
    assert 0 == export(form, "--out", out, record=record).exit_code
    assert export(form, record=record).stdout_bytes == out.read_bytes()
    assert [] == list(tmp_path.glob("*.part"))


def test_an_unknown_format_is_told(record: Path) -> None:
    """With those that there are."""
    result = export("xlsx", record=record)
    assert (2, True) == (result.exit_code, "'xlsx' is none of jsonl, csv" in " ".join(result.stderr.split()))


def test_jsonl_is_what_read_prints(record: Path) -> None:
    """In the order of document ids."""
    lines = [write_line(report) for report in sorted(REPORTS, key=lambda report: report["document"]["id"])]
    assert lines == export("jsonl", record=record).stdout.splitlines()


def test_history_comes_only_when_asked_for(record: Path) -> None:
    """When a report was taken in, and which revision it is."""
    for line in export("jsonl", "--with-history", record=record).stdout.splitlines():
        assert {"taken", "revision", "is_latest"} == set(json.loads(line)["record"])


def test_filters_choose_statements(record: Path) -> None:
    """A table holds those alone that they let through."""
    rows = list(csv.DictReader(export("csv", "--act", "deny", record=record).stdout.splitlines()))
    assert ["it burned"] == [row["quote"] for row in rows]


def test_a_table_brings_its_codebook(record: Path, tmp_path: Path) -> None:
    """Beside the file, or by itself."""
    export("csv", "--out", tmp_path / "found.csv", record=record)
    told = json.loads((tmp_path / "found.csv.codebook.json").read_text(encoding="utf-8"))
    assert told == json.loads(export("csv", "--codebook", record=record / "none").stdout)
    assert "document_id" == told["schema"]["fields"][0]["name"]


def test_the_table_of_claims_has_a_codebook_of_its_own(record: Path, tmp_path: Path) -> None:
    """Its columns are those of the table."""
    export("claims-csv", "--out", tmp_path / "claims.csv", record=record)
    told = json.loads((tmp_path / "claims.csv.codebook.json").read_text(encoding="utf-8"))
    head = (tmp_path / "claims.csv").read_text(encoding="utf-8").splitlines()[0]
    assert head.split(",") == [field["name"] for field in told["schema"]["fields"]]


@pytest.mark.parametrize(
    "wrong", [["jsonl", "--codebook"], ["csv", "--vague-numbers", "acled"], ["csv", "--with-history"], ["ftm", "--spreadsheet"], ["xml"]]
)
def test_an_option_without_a_meaning_is_misuse(wrong: list[str], record: Path) -> None:
    """Rather than passed over."""
    assert 2 == export(*wrong, record=record).exit_code


def test_a_file_that_cannot_be_written_is_told(record: Path, tmp_path: Path) -> None:
    """In one line."""
    result = export("csv", "--out", tmp_path / "none" / "found.csv", record=record)
    assert (2, True) == (result.exit_code, "cannot be written" in result.stderr)


def test_an_unknown_name_leaves_no_file(record: Path, tmp_path: Path) -> None:
    """Nor a half one."""
    result = export("csv", "--by", "Bo Kar", "--out", tmp_path / "found.csv", record=record)
    assert (1, []) == (result.exit_code, list(tmp_path.iterdir()))


def test_a_missing_extra_is_told_with_what_to_type(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parquet needs pyarrow, which the core does without."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = export("parquet", "--out", record.parent / "x.parquet", record=record)
    assert (1, "saidwho: Parquet needs pyarrow. Install it with: pip install 'saidwho[parquet]'\n") == (result.exit_code, result.stderr)


def test_a_closed_pipe_is_no_error(record: Path) -> None:
    """As in `saidwho export csv | head -1`."""
    words = ["saidwho", "export", "csv", "--record", str(record)]
    program = f"import sys; from saidwho.cli.main import main; sys.argv = {words!r}; main()"
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ))
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert (0, b"") == (process.wait(60), process.stderr.read())
    process.stderr.close()
