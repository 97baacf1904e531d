"""The order of the stages, and nothing else."""

from collections.abc import Iterable, Iterator
from functools import cache

from saidwho.errors import ReadingError, WeightsError
from saidwho.grounding.grounding import World, ground, open_world
from saidwho.linking.links import link
from saidwho.reading.reader import Reader
from saidwho.reading.settle import settle_attributions
from saidwho.reading.vectors import SentenceEncoder
from saidwho.statements.citing import settle_citing
from saidwho.statements.nesting import add_inner
from saidwho.statements.statements import make_statements
from saidwho.types.document import Document, Unreadable
from saidwho.types.linking import Judgement, Links
from saidwho.types.reading import Reading
from saidwho.types.statement import Report


@cache
def shipped_reader() -> Reader:
    """The reader whose weights are in the package, loaded once a process."""
    return Reader()


@cache
def shipped_world() -> World:
    """The register and the gazetteer that come with the package, opened once a process."""
    return open_world()


def find_attributions(text: str, *, reader: Reader | None = None) -> Reading:
    """Read one text, and put its attributions right. reader: the shipped one where None. Raises ReadingError."""
    return settle_attributions(text, (reader or shipped_reader()).read(text))


def read_document(document: Document, *, reader: Reader | None = None, world: World | None = None) -> Report:
    """Read one document: who said what in it.

    reader, world: the shipped ones where None. Raises ReadingError.
    """
    reading = find_attributions(document.text, reader=reader)
    grounding = ground(document, reading, world or shipped_world())
    reading, grounding = add_inner(document, *settle_citing(document, reading, grounding))
    return Report(document=document, statements=make_statements(document, reading, grounding), grounding=grounding)


def read_documents(
    documents: Iterable[Document | Unreadable], *, reader: Reader | None = None, world: World | None = None
) -> Iterator[Report | Unreadable]:
    """Read documents one at a time, in their order. One that cannot be read gives an Unreadable in its place.

    Raises WeightsError, which no document is to blame for.
    """
    for document in documents:
        yield document if isinstance(document, Unreadable) else _read_or_report(document, reader, world)


def _read_or_report(document: Document, reader: Reader | None, world: World | None) -> Report | Unreadable:
    try:
        return read_document(document, reader=reader, world=world)
    except WeightsError:
        raise
    except ReadingError as error:
        return Unreadable(key=document.key or document.url or document.id, code="reading", message=str(error))


@cache
def shipped_sentence_encoder() -> SentenceEncoder:
    """The encoder of sentences whose weights are in the package, loaded once a process."""
    return SentenceEncoder()


def link_reports(reports: Iterable[Report], judgements: Iterable[Judgement] = ()) -> Links:
    """Link reports with all that comes with the package: what they say together, and from how many origins.

    Raises LinkingError or WeightsError where the package is not whole.
    """
    return link(reports, judgements, vectors=shipped_sentence_encoder().vectors)
