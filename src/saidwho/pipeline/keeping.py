"""What is kept: the order of the stages that end in a record."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import Literal

from sqlalchemy import Connection

from saidwho.errors import JudgementError
from saidwho.intake.drafting import document_of
from saidwho.intake.drafts import IntakeOptions
from saidwho.linking.facts import facts_of
from saidwho.linking.judgements import judge
from saidwho.linking.linker import Linker, Relinked, Unclaimed
from saidwho.linking.packing import unpack
from saidwho.linking.preparing import Handy, MakeReady, Prepared, packing, prepare
from saidwho.linking.ready import Ready
from saidwho.linking.scoring import shipped_model
from saidwho.pipeline.linking import linking_version
from saidwho.pipeline.reading import clause_vectors, passage_vectors, read_documents, reader_version
from saidwho.record.archive.writing import Kept
from saidwho.record.bodies import report_in
from saidwho.record.judging import judgements_in, save_judgement
from saidwho.record.keeping import Taken
from saidwho.record.known import Known
from saidwho.record.lately import Lately
from saidwho.record.links import SUREST, claim_named
from saidwho.record.location import Location
from saidwho.record.log.mirror import mirror_log
from saidwho.record.record import Record, open_record
from saidwho.record.relinking import MOST_AT_ONCE, Link, Made, Outcome, Relinking, uncollected, write_here
from saidwho.record.rereading import unread_documents
from saidwho.record.writer import RecordWriter, key_of_original
from saidwho.types.contract import report_from, report_shape
from saidwho.types.document import Document, Unreadable
from saidwho.types.linking import Judgement, Verdict
from saidwho.types.original import Original
from saidwho.types.statement import Report
from saidwho.types.store import Store

# Originals that are archived, and reports that are saved, together: one wait for the disk each. A crash costs no more
# than the reading of so many reports.
BATCH = 16
# A slow source is not kept waiting for its batch to fill.
BATCH_SECONDS = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one original, or of what should have been one.

    place: what to call it. document: its id, None where it failed. code, why: what is wrong, empty otherwise.
    """

    place: str
    outcome: Literal["taken in", "revised", "reread", "already there", "withheld", "failed"]
    document: str | None = None
    code: str = ""
    why: str = ""


ReadAll = Callable[[Sequence[Document]], Iterable[Report | Unreadable]]


def add_originals(
    originals: Iterable[Original | Unreadable | None],
    writer: RecordWriter,
    *,
    options: IntakeOptions,
    read_all: ReadAll = read_documents,
    version: str | None = None,
) -> Iterator[Added]:
    """Take originals into a record: archive, read, save. Yields what became of each, once it is saved, in their order.

    originals: None among them asks to save what has come so far, as a source does that is about to wait.
    read_all: reads documents in their order; where other processes do, they read one batch while the one before is saved.
    version: of the reader, the shipped one's where None.
    Raises RecordError, and WeightsError. What was yielded before is in the record.
    """
    reader = version or reader_version()
    waiting: _Begun | None = None
    for batch, is_full in _batches(originals):
        begun = _begin(batch, writer, options=options, read_all=read_all, version=reader)
        # After a batch that is not full nobody knows when more comes.
        for one in (waiting, None if is_full else begun):
            if one is not None:
                yield from _finish(one, writer, version=reader)
        waiting = begun if is_full else None


def _batches(originals: Iterable[Original | Unreadable | None]) -> Iterator[tuple[list[Original | Unreadable], bool]]:
    """Batches, and whether each is full. The last is not, nor the one before the source waits; these may be empty."""
    batch: list[Original | Unreadable] = []
    begun = time.monotonic()
    for original in originals:
        if original is not None:
            batch.append(original)
        if original is None or len(batch) >= BATCH or time.monotonic() - begun > BATCH_SECONDS:
            yield batch, len(batch) >= BATCH
            batch = []
        if not batch:
            begun = time.monotonic()
    yield batch, False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """A batch whose originals are archived, and whose documents are being read. reports: in the order of unread."""

    batch: list[Original | Unreadable]
    kept: list[Kept]
    found: list[Document | Unreadable]
    sources: dict[str, tuple[tuple[str, str], ...]]
    known: dict[str, Known]
    unread: list[str]
    reports: Iterable[Report | Unreadable]


def _begin(batch: list[Original | Unreadable], writer: RecordWriter, *, options: IntakeOptions, read_all: ReadAll, version: str) -> _Begun:
    kept = writer.archive([item for item in batch if isinstance(item, Original)])
    found = [document_of(item, options) if isinstance(item, Original) else item for item in batch]
    sources = _sources(batch, found)
    known = writer.known([one for one in found if isinstance(one, Document)], reader=version)
    is_settled = {identity: one.is_read or one.is_withheld for identity, one in known.items()}
    # By id: the same document twice in one batch is read once.
    unread = {one.id: one for one in found if isinstance(one, Document) and not is_settled.get(one.id)}
    reports = read_all(list(unread.values()))
    return _Begun(batch=batch, kept=kept, found=found, sources=sources, known=known, unread=list(unread), reports=reports)


def _finish(begun: _Begun, writer: RecordWriter, *, version: str) -> list[Added]:
    reports = dict(zip(begun.unread, begun.reports, strict=True))
    taken = [
        Taken(report=report_shape(report), originals=begun.sources[identity])
        for identity, report in reports.items()
        if isinstance(report, Report)
    ]
    saved = {one.document: one.outcome for one in writer.save(originals=begun.kept, reports=taken, reader=version)}
    added = []
    for item, one in zip(begun.batch, begun.found, strict=True):
        place = item.place if isinstance(item, Original) else item.key or "a document"
        failure = one if isinstance(one, Unreadable) else reports.get(one.id)
        if isinstance(failure, Unreadable):
            added.append(Added(place=place, outcome="failed", code=failure.code, why=failure.message))
        elif isinstance(one, Document):
            known = begun.known.get(one.id)
            outcome = saved.pop(one.id, "withheld" if known and known.is_withheld else "already there")
            added.append(Added(place=place, outcome=outcome, document=known.document if known else one.id))
    return added


def _sources(batch: list[Original | Unreadable], found: list[Document | Unreadable]) -> dict[str, tuple[tuple[str, str], ...]]:
    """From which originals each document of a batch was drafted, by its id."""
    sources: dict[str, tuple[tuple[str, str], ...]] = {}
    for item, one in zip(batch, found, strict=True):
        if isinstance(item, Original) and isinstance(one, Document):
            sources[one.id] = (*sources.get(one.id, ()), key_of_original(item))
    return sources


def reread(writer: RecordWriter, *, read_all: ReadAll = read_documents, version: str | None = None, again: bool = False) -> Iterator[Added]:
    """Read the documents of a record anew that its present reader did not read. Older readings stay.

    again: also those that it did read, for a reader that changed without a new version. Yields what became of each.
    """
    reader = version or reader_version()
    for documents in unread_documents(writer.record, reader=reader, again=again, size=BATCH):
        reports = list(read_all(documents))
        taken = [Taken(report=report_shape(report)) for report in reports if isinstance(report, Report)]
        saved = {one.document: one for one in writer.save(originals=[], reports=taken, reader=reader)}
        for document, report in zip(documents, reports, strict=True):
            place = document.key or document.url or document.id
            if isinstance(report, Unreadable):
                yield Added(place=place, outcome="failed", code=report.code, why=report.message)
            else:
                yield Added(place=place, outcome=saved[document.id].outcome, document=document.id)


def make_ready(bodies: Sequence[bytes]) -> Iterator[Ready]:
    """Make readings ready for linking one at a time, in this process. bodies: as a record keeps them."""
    for body in bodies:
        yield Ready(facts=facts_of(report_from(report_in(body))))


def prepare_reading(body: bytes) -> Prepared:
    """Make a reading ready for linking in another process."""
    with uncollected():
        return prepare(report_from(report_in(body)), _handy)


# Writes what was linked in another process.
Write = Callable[[Location, Made], Future[Outcome]]


def link_record(record: Record, *, ready: MakeReady | None = None, write: Write | None = None) -> None:
    """Link what came to a record, and what people decided, with all that stands in it. Raises LinkingError and RecordError.

    Only what depends on it is made anew. Where nothing came since the record was linked by this version, nothing is done. A stop
    loses no more than the documents in hand. Others may write to the record meanwhile; what they bring is linked as well. ready: makes
    readings ready in other processes for the next documents while some are linked; few documents are made ready here. write: has what was
    linked written in another process while the next documents are linked.
    """
    linking_of(record, ready=ready, write=write).run()


def linking_of(record: Record, *, ready: MakeReady | None = None, write: Write | None = None) -> Relinking:
    """What links a record, once or again and again; see link_record."""
    ahead = partial(write, record.location) if write is not None else None
    return Relinking(record=record, version=linking_version(), link=how_to_link(ready, ahead))


def how_to_link(ready: MakeReady | None = None, write: Callable[[Made], Future[Outcome]] | None = None) -> Link:
    """How documents are linked here; see Link."""
    return Link(
        make=make_ready,
        make_ahead=ready,
        link=_link,
        claim=_claim,
        sent=Unclaimed.as_sent,
        packing=packing,
        unpack=unpack,
        write_ahead=write,
    )


def _link(store: Store, come: Sequence[Ready], gone: Sequence[str], judgements: Sequence[Judgement]) -> Unclaimed:
    return _linker(store).link(added=come, removed=gone, judgements=judgements)


def _claim(store: Store, linked: Unclaimed) -> Relinked:
    return _linker(store).claim(linked)


def _linker(store: Store) -> Linker:
    return Linker(store=store, model=shipped_model(), vectors=clause_vectors, passages=passage_vectors, surest=SUREST)


# The records that this process writes for another, each with what it read of it lately.
_written: dict[Location, tuple[Record, Lately]] = {}
# What it made ready for another and may have to write: it is two batches ahead at most.
_handy = Handy(3 * MOST_AT_ONCE)


def write_linked(location: Location, made: Made) -> Outcome:
    """Write what another process linked; see link_record. The record stays open for what comes next."""
    if location not in _written:
        _written[location] = open_record(location), Lately()
    record, lately = _written[location]
    return write_here(record, made, link=how_to_link()._replace(unpack=_handy.unpack), lately=lately)


def review_record(
    record: Record,
    verdict: Verdict,
    subjects: Sequence[str],
    *,
    reviewer: str,
    at: str,
    reason: str,
    field: str | None = None,
    value: str | None = None,
) -> Judgement:
    """Keep what a person decided, and link anew under it; see keep_judgement."""
    judgement = keep_judgement(record, verdict, subjects, reviewer=reviewer, at=at, reason=reason, field=field, value=value)
    link_record(record)
    return judgement


def keep_judgement(
    record: Record,
    verdict: Verdict,
    subjects: Sequence[str],
    *,
    reviewer: str,
    at: str,
    reason: str,
    field: str | None = None,
    value: str | None = None,
) -> Judgement:
    """Keep what a person decided. The claims know of it when they are linked next.

    subjects: ids of claims or propositions, or of a judgement to undo. at: RFC 3339, UTC.
    Raises JudgementError where an id leads nowhere or the judgement says what cannot be.
    """
    named = subjects if verdict == "undo" else [record.read(partial(_subject, name=name)) for name in subjects]
    if verdict == "undo" and not set(subjects) <= {one.id for one in record.read(judgements_in)}:
        raise JudgementError(f"{subjects[0]}: the record has no such judgement to undo.")
    judgement = judge(verdict, named, reviewer=reviewer, at=at, reason=reason, field=field, value=value)
    record.write(lambda connection: save_judgement(connection, judgement))
    mirror_log(record)
    return judgement


def keep_pairs(
    record: Record, verdict: Verdict, pairs: Sequence[tuple[str, str]], *, reviewer: str, at: str, reason: str
) -> list[Judgement]:
    """Keep one verdict on many pairs, all of them or none. pairs: ids of claims or propositions. Raises JudgementError."""
    found = [
        judge(verdict, [record.read(partial(_subject, name=name)) for name in pair], reviewer=reviewer, at=at, reason=reason)
        for pair in pairs
    ]
    record.write(lambda connection: [save_judgement(connection, judgement) for judgement in found])
    mirror_log(record)
    return found


def _subject(connection: Connection, name: str) -> str:
    """The proposition that an id of a claim or proposition leads to. Raises JudgementError."""
    claim = claim_named(connection, name)
    if claim is None:
        raise JudgementError(f"{name}: the record has no claim or proposition of this id. saidwho claims lists them.")
    held = {statement["proposition"] for statement in claim["statements"]}
    return name if name in held else str(claim["id"])
