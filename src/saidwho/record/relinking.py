"""How is a record linked beside those who add to it, judge and withhold?

Some documents at a time: they are linked as one state of the record shows them, while nobody waits, and what came of it is written in
one short transaction. What comes meanwhile is linked next. Where somebody else linked meanwhile, or withheld, what was made is thrown
away, and made anew of fewer documents; of the fewest it is made while nobody else writes, so that each who links gets on.

Where another process helps, it writes what came of some documents, finds copies and makes claims, while the next documents are linked
here: with what is being written over the record as it was, whether it stands there yet or not.
"""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Literal, NamedTuple

import sqlalchemy as sa

from saidwho.record.begun import Begun, Make
from saidwho.record.judging import judgements_in
from saidwho.record.lately import Lately
from saidwho.record.linkdraft import LinkDraft
from saidwho.record.links import Relinked, save_relinked, stale_links
from saidwho.record.linkstore import Changes, RecordStore, changed_in, changes_of, draft_of, new_turn, read_in, turn_in, write_changes
from saidwho.record.record import Record
from saidwho.record.unlinked import (
    Mark,
    Standing,
    Unlinked,
    begin_linking,
    bodies_of,
    ids_of,
    is_linked,
    mark_linked,
    mark_of,
    set_linked,
    standing,
)
from saidwho.types.linking import Judgement
from saidwho.types.store import Kind, Store

# So many documents are linked at once, about 2,500 statements: what is read for one of them is at hand for the next. Of more than so many
# such parts each is larger, until it is the most: claims are made, and pages of the database are written, fewer times.
LINKED_AT_ONCE, MOST_AT_ONCE = 500, 2000
_PARTS = 20
# So many are linked while nobody else writes, where others linked or withheld each time: it takes as long as to write a batch.
FEWEST = 16

# overtaken: somebody linked meanwhile, or withheld. cleared: all links were taken away, or another version makes them.
Outcome = Literal["linked", "overtaken", "cleared"]


class Link(NamedTuple):
    """How documents are linked.

    make: makes readings ready. make_ahead: does so in other processes, for documents that are linked next; None where there is none.
    link: what comes, made ready, ids of what goes, and all judgements; gives all but copies and claims, which claim makes. sent: this
    as it is sent to another process. packing: for what comes, turns objects to bytes; unpack: back. write_ahead: writes what was linked in
    another process; None where there is none.
    """

    make: Make
    make_ahead: Make | None
    link: Callable[[Store, Sequence[Any], Sequence[str], Sequence[Judgement]], Any]
    claim: Callable[[Store, Any], Relinked]
    sent: Callable[[Any], Any]
    packing: Callable[[Sequence[Any]], Callable[[Kind, Any], bytes]]
    unpack: Callable[[Kind, bytes], Any]
    write_ahead: "Callable[[Made], Future[Outcome]] | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was linked, and of what. mark: of the record that it was made of. turn: the mark that it leaves there. version: by which all is
    linked. readings: those that came. links: Relinked where the claims are made, else what Link.link gave.
    """

    mark: Mark
    turn: bytes
    version: str
    standing: Standing
    readings: Sequence[bytes]
    changes: Changes
    links: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ahead:
    """What another process writes. draft: its changes. at: where its documents begin among all."""

    made: Made
    draft: LinkDraft
    at: int
    outcome: Future[Outcome]


def write_here(record: Record, made: Made, *, link: Link, lately: Lately) -> Outcome:
    """Make the claims that come of what another process linked, and write both. lately: what this process read when it last did so."""
    with uncollected():
        claimed = record.read(partial(_claimed, made=made, link=link, lately=lately))
        outcome = record.write(partial(_write_claimed, made=made, claimed=claimed))
    if outcome == "linked" and claimed is not None:
        lately.forget(changed_in(made.changes))
        for seen in (claimed.read, claimed.changes.seen):
            for kind, objects in seen.items():
                lately.learn(kind, objects)
        lately.end(made.turn)
    return outcome


class _Claimed(NamedTuple):
    """changes: those of what was linked that come of its claims. links: all of them. read: what was read of that which another process
    linked.
    """

    changes: Changes
    links: Relinked
    read: Mapping[Kind, Mapping[int, Any]]


def _claimed(connection: sa.Connection, *, made: Made, link: Link, lately: Lately) -> _Claimed | None:
    """Make the claims, over what is to be written; None where it may not be written any more."""
    if _standing_of(connection, made) != "linked":
        return None
    kept = RecordStore(connection, unpack=link.unpack, lately=lately)
    linked = draft_of(made.changes, kept, unpack=link.unpack)
    draft = LinkDraft(linked)
    links = link.claim(draft, made.links)
    return _Claimed(changes_of(draft, pack=link.packing(())), links, read_in(linked))


def _write_claimed(connection: sa.Connection, *, made: Made, claimed: _Claimed | None) -> Outcome:
    outcome = _standing_of(connection, made)
    if outcome == "linked" and claimed is not None:
        for changes in (made.changes, claimed.changes):
            write_changes(connection, changes, turn=made.turn)
        save_relinked(connection, claimed.links)
        mark_linked(connection, come=made.standing.come, gone=made.standing.gone)
    return outcome if claimed is not None or outcome != "linked" else "overtaken"


def _standing_of(connection: sa.Connection, made: Made) -> Outcome:
    """Whether what was linked may be written."""
    mark = mark_of(connection)
    return "cleared" if mark.version != made.version else "overtaken" if mark != made.mark else "linked"


@dataclass(slots=True, kw_only=True, eq=False)
class Relinking:
    """Links what came to a record, and what people decided, with all that stands in it. version: by which all is linked."""

    record: Record
    version: str
    link: Link
    _lately: Lately = field(default_factory=Lately)
    _begun: Begun = field(init=False)

    def __post_init__(self) -> None:
        self._begun = Begun(self.link.make)

    def run(self) -> None:
        """Link until nothing is left to be linked. Raises RecordError, and what linking raises."""
        while not self.record.read(partial(is_linked, version=self.version)):
            self.run_once()

    def run_once(self) -> None:
        """Link what has come by now, and leave what comes meanwhile."""
        found = begin_linking(self.record, version=self.version)
        if self._link_all(found.documents):
            self._end(found)

    def _link_all(self, documents: Sequence[int]) -> bool:
        """Link documents, and apply what people decided. Returns whether all are linked."""
        at, size, alone, begun, most = 0, LINKED_AT_ONCE, False, 0, _at_once(documents)
        self._begun = Begun(self.link.make)
        while True:
            if self.link.write_ahead is not None and size >= LINKED_AT_ONCE < len(documents) - at and not alone:
                at, begun, outcome = self._link_ahead(documents, at, begun, self.link.write_ahead)
                part = documents[at : at + size]
            else:
                part = documents[at : at + size]
                begun = self._begin(documents, begun, at + size + min(most, 2 * size))
                with uncollected():
                    outcome = self._link_some(part, alone=alone)
                at += len(part) if outcome == "linked" else 0
            if outcome == "cleared":
                return False
            if outcome == "linked":
                size, alone = min(most, 2 * size), False
                if at >= len(documents):
                    return True
            else:
                size = max(FEWEST, len(part) // 2)
                alone = size == FEWEST

    def _link_ahead(
        self, documents: Sequence[int], at: int, begun: int, write: Callable[[Made], Future[Outcome]]
    ) -> tuple[int, int, Outcome]:
        """Link documents from one on, while another process writes what came of those before. Returns up to which one all are linked, up to
        which readings are made ready, and what became of those after.
        """
        ahead: _Ahead | None = None
        size, most = LINKED_AT_ONCE, _at_once(documents)
        while True:
            part, size = documents[at : at + size], min(most, 2 * size)
            begun = self._begin(documents, begun, at + len(part) + size)
            made = None
            try:
                with uncollected():
                    made = self.record.read(partial(self._draft, documents=part, ahead=ahead)) if part else None
            finally:
                outcome = ahead.outcome.result() if ahead is not None else "linked"
            if ahead is not None:
                if outcome != "linked":
                    self._lately.begin(None)
                    return ahead.at, begun, outcome
                self._begun.forget(ahead.made.readings)
            if made is None:
                # What the other process wrote besides is not known here.
                self._lately.begin(None)
                return at, begun, "overtaken" if part else "linked"
            draft, done = made
            sent = replace(done, readings=(), changes=done.changes.as_written(), links=self.link.sent(done.links))
            ahead = _Ahead(made=done, draft=draft, at=at, outcome=write(sent))
            # As if it were written: if it is not, all is forgotten.
            self._learn(done)
            at += len(part)

    def _draft(self, connection: sa.Connection, *, documents: Sequence[int], ahead: _Ahead | None) -> tuple[LinkDraft, Made] | None:
        """Link documents over what is being written; None where somebody else linked meanwhile."""
        if ahead is None:
            draft = LinkDraft(RecordStore(connection, unpack=self.link.unpack, lately=self._lately))
            return draft, self._linked(connection, draft, documents)
        if turn_in(connection) not in (ahead.made.mark.turn, ahead.made.turn):
            return None
        draft = LinkDraft(ahead.draft.over(RecordStore(connection, unpack=self.link.unpack, lately=self._lately, turn=ahead.made.turn)))
        made = self._linked(connection, draft, documents)
        return draft, replace(made, mark=replace(made.mark, turn=ahead.made.turn))

    def _begin(self, documents: Sequence[int], begun: int, past: int) -> int:
        """Have the readings of documents made ready up to one of them. Returns up to which they are. begun: up to which they were.

        Those of few documents are made ready here when they are linked: other processes take longer to start.
        """
        make, past = self.link.make_ahead, min(past, len(documents))
        if make is None or len(documents) <= LINKED_AT_ONCE:
            return begun
        while begun < past:
            part = documents[begun : begun + LINKED_AT_ONCE]
            self._begun.begin(self.record.read(partial(self._found, documents=part))[1], make)
            begun += len(part)
        return begun

    def _link_some(self, documents: Sequence[int], *, alone: bool) -> Outcome:
        """Link some documents as they stand now. alone: while nobody else writes."""
        if alone:
            return self._ended(self.record.write(lambda connection: self._write(connection, self._make(connection, documents))))
        made = self.record.read(partial(self._make, documents=documents))
        return self._ended(self.record.write(partial(self._write, made=made)))

    def _make(self, connection: sa.Connection, documents: Sequence[int]) -> Made:
        draft = LinkDraft(RecordStore(connection, unpack=self.link.unpack, lately=self._lately))
        return self._linked(connection, draft, documents, is_claimed=True)

    def _linked(self, connection: sa.Connection, draft: LinkDraft, documents: Sequence[int], *, is_claimed: bool = False) -> Made:
        """Link documents in a draft. is_claimed: whether claims are made as well."""
        found, readings = self._found(connection, documents)
        come = self._begun.of(readings)
        links = self.link.link(draft, come, ids_of(connection, found.gone), judgements_in(connection))
        if is_claimed:
            links = self.link.claim(draft, links)
        changes = changes_of(draft, pack=self.link.packing(come))
        mark, turn = mark_of(connection), new_turn()
        return Made(mark=mark, turn=turn, version=self.version, standing=found, readings=readings, changes=changes, links=links)

    def _found(self, connection: sa.Connection, documents: Sequence[int]) -> tuple[Standing, Sequence[bytes]]:
        """What of some documents stands now, and the readings that come."""
        found = standing(connection, documents)
        return found, bodies_of(connection, found.come)

    def _write(self, connection: sa.Connection, made: Made) -> tuple[Outcome, Made]:
        outcome = _standing_of(connection, made)
        if outcome == "linked":
            write_changes(connection, made.changes, turn=made.turn)
            save_relinked(connection, made.links)
            mark_linked(connection, come=made.standing.come, gone=made.standing.gone)
        return outcome, made

    def _ended(self, written: tuple[Outcome, Made]) -> Outcome:
        """A transaction is over: what it wrote is at hand from now on."""
        outcome, made = written
        if outcome == "linked":
            self._learn(made)
            self._begun.forget(made.readings)
        return outcome

    def _learn(self, made: Made) -> None:
        for kind, objects in made.changes.seen.items():
            self._lately.learn(kind, objects)
        self._lately.end(made.turn)

    def _end(self, found: Unlinked) -> None:
        """All is linked that had come when it began. What another version made of it, and this one does not, goes."""
        if found.is_anew:
            for gone in self.record.read(stale_links):
                self.record.write(partial(save_relinked, made=gone))
        self.record.write(partial(set_linked, entries=found.entries, version=self.version))


def _at_once(documents: Sequence[int]) -> int:
    """How many of so many documents are linked at once, at most."""
    return min(MOST_AT_ONCE, max(LINKED_AT_ONCE, len(documents) // _PARTS))


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile. Linking makes millions of small values that refer to each other in no circle: looking through them
    again and again is a seventh of its time. What it made goes among the oldest objects, where Python looks last: to look through all of
    it once more would take as long as a report does.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
