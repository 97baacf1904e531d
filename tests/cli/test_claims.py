"""saidwho claims prints what reports claim together."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from saidwho.cli.main import app

REPORTS = Path(__file__).parents[2] / "examples" / "briefing" / "reports.jsonl"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Eight reports of one briefing."""
    assert CliRunner().invoke(app, ["add", str(REPORTS), "--record", str(tmp_path / "record")]).exit_code == 0
    return tmp_path / "record"


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["claims", *words])


def claims(*words: str) -> list[dict]:
    return [json.loads(line) for line in run("--json", *words).stdout.splitlines()]


@pytest.mark.model
def test_a_record_and_its_files_claim_the_same(record: Path) -> None:
    """Whether reports are kept or not, the claims are the same, most independent origins first."""
    kept, read = claims("--record", str(record)), claims(str(REPORTS))
    assert len(read) > 1
    assert sorted(json.dumps(claim) for claim in read) == sorted(json.dumps(claim) for claim in kept)
    counts = [claim["independent_origins"] for claim in kept]
    assert sorted(counts, reverse=True) == counts


@pytest.mark.model
def test_filters_are_those_of_the_other_lists(record: Path) -> None:
    """Words, who says it, where it was printed and when; what nothing matches is said."""
    whole = claims("--record", str(record))
    found = claims("--record", str(record), "--about", "mined")
    assert 0 < len(found) < len(whole)
    assert claims("--record", str(record), "--until", "2023-11-15") == []
    assert claims("--record", str(record), "--limit", "2") == whole[:2]
    assert "nothing found" in run("--record", str(record), "--since", "2030").stderr


def test_filters_without_a_record_are_misuse() -> None:
    """It says what to do: keep the files first."""
    result = run("--about", "mines", str(REPORTS))
    assert (2, True) == (result.exit_code, "saidwho add" in result.output)


@pytest.mark.parametrize("words", [["--published", "2024-03-05"], ["--published", "yesterday", str(REPORTS)]])
def test_a_date_is_of_files_and_is_one(words: list[str]) -> None:
    """What a record holds has its own."""
    result = run(*words)
    assert (2, True) == (result.exit_code, "--published" in result.output)


@pytest.mark.model
def test_a_plain_text_gets_its_date(tmp_path: Path) -> None:
    """As saidwho read gives it."""
    file = tmp_path / "a.txt"
    file.write_text("Four people were killed in Odesa on Monday, governor Oleh Dobrov said.\n", encoding="utf-8")
    (claim,) = claims("--published", "2024-03-05", str(file))
    assert "2024-03-04" == claim["when"]
