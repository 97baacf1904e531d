"""The whole benchmark, from end to end."""

from pathlib import Path

import pytest

from benchmarks.figures.measure import measure
from saidwho.pipeline import shipped_reader


@pytest.mark.model
@pytest.mark.corpora
def test_measures_sentences_and_reports(corpora: Path):
    """Every case of both is there, and sentences are as whole as was asked."""
    measured = measure(corpora, shipped_reader())
    figures = {figure.name: figure for figure in measured.figures}
    assert 416 <= sum(case.corpus in ("written", "fresh") for case in measured.cases)
    assert 120 == sum(case.corpus == "fa_kes" for case in measured.cases)
    assert figures["figures whole"].value >= figures["figures whole"].asked
