"""What does the package find in a text, as the benchmark compares it?"""

from collections.abc import Mapping

from benchmarks.attribution.gold import Attributed
from saidwho.pipeline import read_document
from saidwho.reading.reader import Reader
from saidwho.types.document import Document
from saidwho.types.ids import document_id
from saidwho.types.statement import Report

Predictions = Mapping[str, list[Attributed]]


def predict(texts: Mapping[str, str], reader: Reader) -> Predictions:
    """Read texts, given by key, through the package's pipeline."""
    return {key: attributed(read_document(document_of(key, text), reader=reader)) for key, text in texts.items()}


def attributed(report: Report) -> list[Attributed]:
    """A report's attributions. What the outlet says in its own voice is none."""
    return [Attributed(source=s.source, cue=s.cue, content=s.content) for s in report.statements if s.form != "own voice" and s.cue]


def document_of(key: str, text: str) -> Document:
    made = document_id(key=key, url=None, outlet=None, published=None, text=text)
    return Document(
        id=made,
        key=key,
        work=made,
        outlet=None,
        url=None,
        title=None,
        byline=None,
        published=None,
        zone=None,
        language="en",
        text=text,
    )
