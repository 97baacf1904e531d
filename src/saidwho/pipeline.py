"""The order of the stages, and nothing else."""

from functools import cache

from saidwho.grounding.actors import name_actors
from saidwho.reading.reader import Reader
from saidwho.statements.statements import make_statements
from saidwho.types.document import Document
from saidwho.types.statement import Report


@cache
def shipped_reader() -> Reader:
    """The reader whose weights are in the package, loaded once a process."""
    return Reader()


def read_document(document: Document, *, reader: Reader | None = None) -> Report:
    """Read one document: who said what in it.

    reader: the shipped one where None. Raises ReadingError.
    """
    reading = (reader or shipped_reader()).read(document.text)
    return Report(
        document=document,
        statements=make_statements(document, reading),
        actors=name_actors(document, reading),
    )
