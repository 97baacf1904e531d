"""How do reports come into the record, so that all of each is there, or nothing?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.archive.writing import Kept
from saidwho.record.bodies import body_of, report_in
from saidwho.record.clock import now, written
from saidwho.record.dialects import Added, insert_all, insert_rows, numbers_in, plain
from saidwho.record.keys import document_number, first_part, next_document_number
from saidwho.record.known import has_text
from saidwho.record.log.entries import Appended, Entry, append_entries
from saidwho.record.redaction import anybody_withheld, redact, withheld_in
from saidwho.record.removing import remove_parts
from saidwho.record.revisions import compare_statements
from saidwho.record.rows import Row, Rows, document_row, rows_of
from saidwho.record.seals import seal_of, values_of
from saidwho.types.ids import content_id

Outcome = Literal["taken in", "revised", "reread", "already there", "withheld"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A report to keep. report: in the contract's shape. originals: (digest, target) of what it was read from."""

    report: dict[str, Any]
    originals: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What became of a report. document: its id. revision: from 1."""

    document: str
    outcome: Outcome
    revision: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was made part of the record. saved: one outcome for each report, in their order.

    seconds: originals that the record has elsewhere in the archive already. appended: what was added to the log.
    """

    saved: tuple[Saved, ...]
    seconds: tuple[Kept, ...]
    appended: Appended


def save(connection: sa.Connection, *, originals: Sequence[Kept], reports: Sequence[Taken], reader: str) -> Written:
    """Keep originals and reports with all their rows and log entries. Runs within one transaction that has the lock.

    Adding what is there changes nothing. reader: the version that made the readings.
    """
    saving = _Saving(connection, reader)
    numbers, seconds = save_originals(connection, originals, saving.entries)
    saved = tuple(saved for run in _runs(reports) for saved in saving.save(run))
    _link_originals(connection, reports, numbers, saving.numbers)
    return Written(saved=saved, seconds=tuple(seconds), appended=append_entries(connection, saving.entries))


def _runs(reports: Sequence[Taken]) -> Iterator[list[Taken]]:
    """Reports of different pages, in their order: of two revisions of one page, the later must find the earlier."""
    run: list[Taken] = []
    works: set[str] = set()
    for taken in reports:
        work = taken.report["document"]["work"]
        if work in works:
            yield run
            run, works = [], set()
        run.append(taken)
        works.add(work)
    if run:
        yield run


def save_originals(
    connection: sa.Connection, originals: Iterable[Kept], entries: list[Entry]
) -> tuple[dict[tuple[str, str], int], list[Kept]]:
    """Keep where originals lie; what tells of them in the log is added to entries.

    One that is there already stays where it is, unless its bytes were lost. Returns the numbers of all by (digest, target), and
    those that are elsewhere already.
    """
    found = {(plain(kept.digest), plain(kept.target)): kept for kept in originals}
    if not found:
        return {}, []
    known = known_originals(connection, list(found))
    number = next_number(connection, tables.originals)
    rows: list[dict[str, Any]] = []
    seconds: list[Kept] = []
    for (digest, target), kept in found.items():
        row: dict[str, Any] = {"file": kept.file, "offset": kept.offset, "length": kept.length, "is_lost": False}
        if (digest, target) in known:
            if known[digest, target].is_lost:
                connection.execute(sa.update(tables.originals).where(tables.originals.c.n == known[digest, target].n).values(**row))
            elif (known[digest, target].file, known[digest, target].offset) != (kept.file, kept.offset):
                seconds.append(kept)
            continue
        fetched = kept.fetched if isinstance(kept.fetched, str) else written(kept.fetched)
        row |= {"n": number, "digest": digest, "target": target, "size": kept.size, "media_type": kept.media_type, "fetched": fetched}
        rows.append(row)
        entries.append(Entry(kind="original", item=digest, told={"target": target, "size": kept.size, "kept": kept.sha256}))
        number += 1
    insert_rows(connection, tables.originals, rows)
    numbers = {key: row.n for key, row in known.items()}
    return numbers | {(row["digest"], row["target"]): row["n"] for row in rows}, seconds


def known_originals(connection: sa.Connection, wanted: Sequence[tuple[str, str]]) -> dict[tuple[str, str], Any]:
    """Which originals the record has: rows with n and is_lost, by (digest, target)."""
    if not wanted:
        return {}
    table = tables.originals
    asked = sa.select(table.c.n, table.c.digest, table.c.target, table.c.is_lost, table.c.file, table.c.offset)
    rows = connection.execute(asked.where(table.c.digest.in_({digest for digest, _ in wanted})))
    sought = set(wanted)
    return {(row.digest, row.target): row for row in rows if (row.digest, row.target) in sought}


def next_number(connection: sa.Connection, table: sa.Table) -> int:
    """The next number of a table that is counted. The caller holds the lock of writers."""
    return (connection.execute(sa.select(sa.func.max(table.c.n))).scalar_one() or 0) + 1


def _link_originals(
    connection: sa.Connection, reports: Sequence[Taken], known: dict[tuple[str, str], int], documents: dict[str, int]
) -> None:
    """Say which originals each document was read from, those that were kept earlier among them.

    known: the numbers of originals that were kept now. documents: the numbers of documents that are there, by id.
    """
    missing = [key for taken in reports for key in taken.originals if key not in known]
    numbers = known | {key: row.n for key, row in known_originals(connection, missing).items()}
    pairs = {(taken.report["document"]["id"], numbers[key]) for taken in reports for key in taken.originals if key in numbers}
    rows = [{"document": documents[document], "original": original} for document, original in sorted(pairs) if document in documents]
    insert_rows(connection, tables.document_originals, rows, new=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _There:
    """What the record has already of some reports. by_id: their documents. newest: of each page, by work. numbers: that are taken.

    hides: whether anybody's data is withheld at all.
    """

    by_id: dict[str, Any]
    newest: dict[str, Any]
    numbers: set[int]
    hides: bool

    @classmethod
    def of(cls, connection: sa.Connection, reports: Sequence[Taken]) -> "_There":
        documents = [taken.report["document"] for taken in reports]
        ids = {document["id"] for document in documents}
        works = {plain(document["work"]) for document in documents}
        numbers = {document_number(document["id"], document["published"]) for document in documents}
        # One question, as each takes as long to come and go as to be answered. By revision: of a page the last is kept.
        rows = connection.execute(_THERE, {"ids": list(ids), "works": list(works), "numbers": list(numbers)}).all()
        return cls(
            by_id={row.id: row for row in rows if row.id in ids},
            newest={row.work: row for row in rows if row.work in works},
            numbers={row.n for row in rows},
            hides=anybody_withheld(connection),
        )


_KNOWN = tables.documents.c
_THERE = (
    sa.select(_KNOWN.n, _KNOWN.id, _KNOWN.work, _KNOWN.revision, _KNOWN.is_latest, _KNOWN.is_withheld)
    .where(
        sa.or_(
            _KNOWN.id.in_(sa.bindparam("ids", expanding=True)),
            _KNOWN.work.in_(sa.bindparam("works", expanding=True)),
            _KNOWN.n.in_(sa.bindparam("numbers", expanding=True)),
        )
    )
    .order_by(_KNOWN.revision)
)
_COUNTED = sa.select(*(sa.select(sa.func.max(table.c.n)).scalar_subquery() for table in (tables.readings, tables.changes)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unsealed:
    """A reading whose entry in the log waits for the hash of its rows: who gives the row of an actor shows when all are written."""

    entry: Entry
    deflated: bytes
    document: Row
    rows: dict[sa.Table, list[Row]]


@dataclass(slots=True)
class _Saving:
    """Gathers the rows of a batch, so that each table is written once."""

    connection: sa.Connection
    reader: str
    at: str = field(default_factory=now)
    entries: list[Entry] = field(default_factory=list)
    rows: Rows = field(default_factory=Rows)
    taken_numbers: set[int] = field(default_factory=set)
    unsealed: list[_Unsealed] = field(default_factory=list)
    # The documents that are in the record by now, by id.
    numbers: dict[str, int] = field(default_factory=dict)
    next_reading: int = 0
    next_change: int = 0

    def __post_init__(self) -> None:
        readings, changes = self.connection.execute(_COUNTED).one()
        self.next_reading, self.next_change = (readings or 0) + 1, (changes or 0) + 1

    def save(self, reports: Sequence[Taken]) -> list[Saved]:
        """Save reports of different pages."""
        there = _There.of(self.connection, reports)
        self.numbers |= {identity: row.n for identity, row in there.by_id.items()}
        saved = [self._save(taken, there) for taken in reports]
        self._flush()
        return saved

    def _save(self, taken: Taken, there: _There) -> Saved:
        known = there.by_id.get(taken.report["document"]["id"])
        return self._take_in(taken, there) if known is None else self._read_again(known, taken, there)

    def _flush(self) -> None:
        """Write the rows that were gathered. Rows in the order of their numbers go where the last ones went."""
        self._seal()
        added: list[Added] = []
        for table, rows in self.rows.tables.items():
            if table in (tables.actors, tables.places, tables.actor_names):
                key = next(iter(table.primary_key.columns)).name
                once = {row[key]: row for row in reversed(rows)}
                added.append((table, [once[n] for n in sorted(once)], True))
            else:
                added.append((table, rows, False))
        insert_all(self.connection, added, self.rows.searches)
        self.rows = Rows()

    def _seal(self) -> None:
        """Put the hashes of what was made of readings into the log, before any of it is written."""
        actors = tables.actors
        given = numbers_in(self.connection, actors, [row["n"] for row in self.rows.tables.get(actors, ())])
        for one in self.unsealed:
            own = {row["n"]: row for row in one.rows.get(actors, ()) if row["n"] not in given}
            given.update(own)
            rows = {**one.rows, tables.documents: [one.document], actors: list(own.values())}
            one.entry.told["kept"] = seal_of(one.deflated, values_of(rows))
        self.unsealed = []

    def change(self, kind: str, item: str, *, document: int, before: str | None = None, note: str | None = None) -> None:
        row = {"n": self.next_change, "at": self.at, "kind": kind, "item": item, "document": document, "before": before, "note": note}
        self.rows.add(tables.changes, row)
        self.next_change += 1

    def _take_in(self, taken: Taken, there: _There) -> Saved:
        document = taken.report["document"]
        before = there.newest.get(plain(document["work"]))
        if before is not None and has_text(self.connection, before.n, document["text"]):
            # Another date, in a feed say, makes no revision: only another text does.
            return Saved(document=document["id"], outcome="withheld" if before.is_withheld else "already there", revision=before.revision)
        number = self._free_number(document, there)
        self.numbers[document["id"]] = number
        revision = before.revision + 1 if before else 1
        shown, row = self._keep_reading(taken, number, there)
        self.rows.add(tables.documents, row | {"revision": revision, "is_latest": True, "is_withheld": False, "taken": self.at})
        if before is None:
            self.change("came", document["id"], document=number)
            return Saved(document=document["id"], outcome="taken in")
        self._supersede(before, shown, number)
        return Saved(document=document["id"], outcome="revised", revision=revision)

    def _free_number(self, document: dict[str, Any], there: _There) -> int:
        number = document_number(document["id"], document["published"])
        table = tables.documents
        is_taken = number in there.numbers or number in self.taken_numbers
        while is_taken:
            number = next_document_number(number)
            is_taken = number in self.taken_numbers or (
                self.connection.execute(sa.select(table.c.n).where(table.c.n == number)).scalar_one_or_none() is not None
            )
        self.taken_numbers.add(number)
        return number

    def _supersede(self, before: Any, report: dict[str, Any], number: int) -> None:
        """Let the newer revision stand in the place of the older, and say what became of each statement."""
        table = tables.documents
        self.connection.execute(sa.update(table).where(table.c.n == before.n).values(is_latest=False))
        for part in (tables.statements, tables.figures, tables.aid):
            first, past = first_part(before.n), first_part(before.n + 1)
            self.connection.execute(sa.update(part).where(part.c.n >= first, part.c.n < past).values(stands=False))
        self.change("revised", report["document"]["id"], document=number, before=before.id)
        if before.is_withheld:
            return
        reading = tables.readings
        body = sa.func.coalesce(reading.c.shown, reading.c.body)
        old = report_in(self.connection.execute(sa.select(body).where(reading.c.document == before.n, reading.c.is_current)).scalar_one())
        for compared in compare_statements(old, report):
            # A statement that is kept has a new id as well, since its document has: what leads from one to the other.
            item = compared.after or compared.before or ""
            self.change(compared.fate, item, document=number, before=compared.before, note=compared.note or None)

    def _read_again(self, known: Any, taken: Taken, there: _There) -> Saved:
        if known.is_withheld:
            return Saved(document=known.id, outcome="withheld", revision=known.revision)
        reading = tables.readings
        body = body_of(taken.report)
        identity = self._reading_id(taken.report, body.sha256)
        if self.connection.execute(sa.select(reading.c.n).where(reading.c.id == identity)).scalar_one_or_none() is not None:
            return Saved(document=known.id, outcome="already there", revision=known.revision)
        remove_parts(self.connection, known.n)
        self.connection.execute(sa.update(reading).where(reading.c.document == known.n).values(is_current=False))
        shown, _ = self._keep_reading(taken, known.n, there, stands=known.is_latest)
        row = {"statements": len(shown["statements"])}
        self.connection.execute(sa.update(tables.documents).where(tables.documents.c.n == known.n).values(**row))
        self.change("reread", known.id, document=known.n, note=self.reader)
        return Saved(document=known.id, outcome="reread", revision=known.revision)

    def _reading_id(self, report: dict[str, Any], sha256: str) -> str:
        return content_id([report["document"]["id"], self.reader, sha256])

    def _keep_reading(self, taken: Taken, number: int, there: _There, *, stands: bool = True) -> tuple[dict[str, Any], Row]:
        """Keep a reading and what it is found by. Returns the report as views show it, and its document's row."""
        body = body_of(taken.report)
        document = taken.report["document"]["id"]
        identity = self._reading_id(taken.report, body.sha256)
        hidden = withheld_in(self.connection, taken.report) if there.hides else frozenset()
        shown = redact(taken.report, hidden) if hidden else None
        shown_body = body_of(shown) if shown else None
        row = {"n": self.next_reading, "id": identity, "document": number, "reader": self.reader, "sha256": body.sha256, "made": self.at}
        kept = {"body": body.deflated, "shown": shown_body.deflated if shown_body else None}
        self.rows.tables.setdefault(tables.readings, []).append(row | {"is_current": True} | kept)
        self.next_reading += 1
        told = {"document": document, "reader": self.reader, "sha256": body.sha256, "originals": sorted({d for d, _ in taken.originals})}
        self.entries.append(Entry(kind="reading", item=identity, told=told))
        rows = rows_of(shown or taken.report, number=number, stands=stands, is_plain=(shown_body or body).is_plain)
        self.rows.extend(rows)
        row = document_row(shown or taken.report, number=number)
        if shown is None:  # else it depends on what is withheld, and is made anew to be checked
            self.unsealed.append(_Unsealed(entry=self.entries[-1], deflated=body.deflated, document=row, rows=rows.tables))
        return shown or taken.report, row
