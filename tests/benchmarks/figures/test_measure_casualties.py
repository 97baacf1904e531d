"""The whole benchmark, from end to end."""

from pathlib import Path

import pytest

from benchmarks.figures import measure as measuring
from benchmarks.figures.fa_kes import reports_of
from benchmarks.figures.measure import FA_KES, measure
from benchmarks.figures.sentences import FRESH, WRITTEN, sentences_of
from saidwho.pipeline.weights import shipped_reader

# Lines of each file that are enough to go through all of it; the benchmark itself, with its floors, goes through them all.
LINES = 12


def beginning(file: Path, folder: Path) -> Path:
    """A copy of a file's first lines, under its name."""
    copy = folder / file.name
    copy.write_text("".join(file.read_text(encoding="utf-8").splitlines(keepends=True)[:LINES]), encoding="utf-8")
    return copy


@pytest.mark.model
@pytest.mark.corpora
def test_measures_sentences_and_reports(corpora: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every case of what it is given is there, and sentences are as whole as was asked."""
    written, fresh = beginning(WRITTEN, tmp_path), beginning(FRESH, tmp_path)
    monkeypatch.setattr(measuring, "WRITTEN", written)
    monkeypatch.setattr(measuring, "FRESH", fresh)
    (tmp_path / "fa_kes").mkdir()
    reports = beginning(corpora / FA_KES, tmp_path / "fa_kes")
    measured = measure(tmp_path, shipped_reader())
    figures = {figure.name: figure for figure in measured.figures}
    sentences = [sentence.key for file in (written, fresh) for sentence in sentences_of(file)]
    assert sentences == [case.name for case in measured.cases if case.corpus in ("written", "fresh")]
    assert [report.key for report in reports_of(reports)] == [case.name for case in measured.cases if case.corpus == "fa_kes"]
    assert len(sentences) > LINES
    assert figures["figures whole"].value >= (figures["figures whole"].asked or 100)


@pytest.mark.corpora
def test_all_that_was_labelled_is_measured(corpora: Path) -> None:
    """As many sentences and reports as the benchmark had when it was made, or more."""
    assert 416 <= len(sentences_of(WRITTEN)) + len(sentences_of(FRESH))
    assert 120 == len(reports_of(corpora / FA_KES))
