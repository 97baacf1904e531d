"""The order of the stages, and nothing else."""

from collections.abc import Iterable, Iterator
from functools import cache

from saidwho.errors import ReadingError, WeightsError
from saidwho.grounding.actors import name_actors
from saidwho.reading.reader import Reader
from saidwho.statements.statements import make_statements
from saidwho.types.document import Document, Unreadable
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


def read_documents(documents: Iterable[Document | Unreadable], *, reader: Reader | None = None) -> Iterator[Report | Unreadable]:
    """Read documents one at a time, in their order. One that cannot be read gives an Unreadable in its place.

    Raises WeightsError, which no document is to blame for.
    """
    for document in documents:
        yield document if isinstance(document, Unreadable) else _read_or_report(document, reader)


def _read_or_report(document: Document, reader: Reader | None) -> Report | Unreadable:
    try:
        return read_document(document, reader=reader)
    except WeightsError:
        raise
    except ReadingError as error:
        return Unreadable(key=document.key or document.url or document.id, code="reading", message=str(error))
