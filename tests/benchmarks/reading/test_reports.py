"""Generated reports."""

import json
from pathlib import Path

from benchmarks.reading.reports import generate_reports, write_json_lines


def test_the_same_seed_gives_the_same_reports() -> None:
    """Timings of two days are over the same text."""
    assert list(generate_reports(5, words=100)) == list(generate_reports(5, words=100))
    assert list(generate_reports(5, words=100, seed=1)) != list(generate_reports(5, words=100, seed=2))


def test_reports_are_about_as_long_as_asked() -> None:
    """Half to one and a half times, and a paragraph more at most."""
    sizes = [len(report.text.split()) for report in generate_reports(50, words=200)]
    assert 100 <= min(sizes)
    assert max(sizes) <= 300 + 3 * 30


def test_no_slot_is_left_unfilled() -> None:
    """No brace of a template reaches a report."""
    assert not any(set("{}") & set(report.text) for report in generate_reports(100, words=200))


def test_writes_documents_as_the_contract_has_them(tmp_path: Path) -> None:
    """One object a line, each with a text and an id of its own."""
    write_json_lines(tmp_path / "reports.jsonl", generate_reports(20, words=50))
    documents = [json.loads(line) for line in (tmp_path / "reports.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len({document["id"] for document in documents}) == 20
    assert all(document["text"] and document["published"].startswith("2023-") for document in documents)
