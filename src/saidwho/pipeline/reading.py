"""What is read of a document: the order of the stages from its text to its report. No record, no linking."""

import importlib.metadata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from saidwho.errors import GazetteerError, RegisterError, SaidwhoError, WeightsError, own_mistake
from saidwho.grounding.grounding import World, ground, open_world, state_of_country, state_of_seat
from saidwho.pipeline.weights import shipped_clause_encoder, shipped_passage_encoder, shipped_reader
from saidwho.reading.encoder import WEIGHTS
from saidwho.reading.furniture.furniture import without_furniture
from saidwho.reading.reader import Reader
from saidwho.reading.remembering import RememberedVectors
from saidwho.reading.settle import settle_attributions
from saidwho.reading.vectors import Floats
from saidwho.statements.aid.aid import gather_aid
from saidwho.statements.aid.drafts import Draft
from saidwho.statements.aid.worth import Worth
from saidwho.statements.citing import settle_citing
from saidwho.statements.nesting import add_inner
from saidwho.statements.parting import part_statements
from saidwho.statements.statements import make_statements
from saidwho.types.document import Document, Unreadable
from saidwho.types.reading import Reading
from saidwho.types.statement import Report


@cache
def remembered_vectors() -> RememberedVectors:
    """The vectors of clauses that this process has made or been told, by the shipped encoder of clauses."""
    return RememberedVectors(lambda clauses: shipped_clause_encoder().vectors(clauses))


def clause_vectors(clauses: Sequence[str]) -> Floats:
    """Vectors of clauses by the shipped encoder, which is loaded when the first are asked for: (clauses, width).

    clauses: with marks; see saidwho.text.marked_clauses. Reading asks for them first, to tell events, and linking again; the last are kept.
    """
    return remembered_vectors().vectors(clauses)


def passage_vectors(clauses: Sequence[str]) -> Floats:
    """Vectors of clauses in their passages by the shipped encoder of passages, loaded when the first are asked for: (clauses, width)."""
    return shipped_passage_encoder().vectors(clauses)


@cache
def shipped_world() -> World:
    """The register and the gazetteer that come with the package, opened once a process."""
    return open_world()


def find_attributions(text: str, *, reader: Reader | None = None) -> Reading:
    """Read one text, and put its attributions right. reader: the shipped one where None. Raises ReadingError."""
    return settle_attributions(text, (reader or shipped_reader()).read(text))


def read_document(
    document: Document,
    *,
    reader: Reader | None = None,
    world: World | None = None,
    is_aid: Callable[[Worth, Draft], bool] = Worth.is_aid,
) -> Report:
    """Read one document: who said what in it.

    reader, world: the shipped ones where None. is_aid: which of those that may be aid are. Raises ReadingError.
    """
    world = world or shipped_world()
    page, document = document, replace(document, text=without_furniture(document.text))
    reading = find_attributions(document.text, reader=reader)
    grounding = ground(document, reading, world)
    reading, grounding = settle_citing(document, reading, grounding)
    reading, grounding = add_inner(document, part_statements(document, reading), grounding)
    statements = make_statements(document, reading, grounding, vectors=clause_vectors)
    states = {"state_of_seat": partial(state_of_seat, world), "state_of_country": partial(state_of_country, world)}
    statements, aid, grounding = gather_aid(document, reading, grounding, statements, **states, is_aid=is_aid)
    return Report(document=page, statements=statements, grounding=grounding, aid=aid)


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
    except (WeightsError, RegisterError, GazetteerError):
        raise
    except SaidwhoError as error:
        message = str(error)
    except Exception as error:  # a mistake of ours; thousands of others wait to be read
        message = own_mistake(error)
    return Unreadable(key=document.key or document.url or document.id, code="reading", message=message)


@cache
def reader_version() -> str:
    """What a reading is made by: the program's version, and the beginning of the digest of its weights."""
    digest = (WEIGHTS / "reader.onnx.sha256").read_text(encoding="utf-8")
    return f"{importlib.metadata.version('saidwho')}+{digest[:12]}"
