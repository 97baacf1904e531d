"""What does the package find in a text, as the benchmark compares it?"""

import sys
from collections.abc import Mapping

from benchmarks.attribution.gold import Attributed
from saidwho.errors import SaidwhoError
from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline import read_document
from saidwho.reading.reader import Reader
from saidwho.types.statement import Report

Predictions = Mapping[str, list[Attributed]]


def predict(texts: Mapping[str, str], reader: Reader) -> Predictions:
    """Read texts, given by key, through the package's intake and pipeline."""
    return {key: _read(key, text, reader) for key, text in texts.items()}


def _read(key: str, text: str, reader: Reader) -> list[Attributed]:
    """A text that the package refuses is reported, and counts as one in which it finds nothing."""
    try:
        return attributed(read_document(freeze(Draft(key=key, text=text)), reader=reader))
    except SaidwhoError as error:
        print(f"{key}: not read: {error}", file=sys.stderr)
        return []


def attributed(report: Report) -> list[Attributed]:
    """A report's attributions. What the outlet says in its own voice is none."""
    return [Attributed(source=s.source, cue=s.cue, content=s.content) for s in report.statements if s.form != "own voice" and s.cue]
