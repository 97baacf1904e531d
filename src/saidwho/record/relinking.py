"""How is a record linked beside those who add to it, judge and withhold?

Some documents at a time: they are linked as one state of the record shows them, while nobody waits, and what came of it is written in
one short transaction. What comes meanwhile is linked next. Where somebody else linked meanwhile, or withheld, what was made is thrown
away, and made anew of fewer documents; of the fewest it is made while nobody else writes, so that each who links gets on.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal, NamedTuple

import sqlalchemy as sa

from saidwho.record.begun import Begun, Make
from saidwho.record.judging import judgements_in
from saidwho.record.lately import Lately
from saidwho.record.linkdraft import LinkDraft
from saidwho.record.links import Relinked, save_relinked, stale_links
from saidwho.record.linkstore import Changes, RecordStore, changes_of, write_changes
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

# So many documents are linked at once, about 5,000 statements: what is read for one of them is at hand for the next.
LINKED_AT_ONCE = 500
# So many are linked while nobody else writes, where others linked or withheld each time: it takes as long as to write a batch.
FEWEST = 16

# overtaken: somebody linked meanwhile, or withheld. cleared: all links were taken away, or another version makes them.
Outcome = Literal["linked", "overtaken", "cleared"]


class Link(NamedTuple):
    """How documents are linked.

    make: makes readings ready. make_ahead: does so in other processes, for documents that are linked next; None where there is none.
    relink: what comes, made ready, ids of what goes, and all judgements. packing: for what comes, turns objects to bytes; unpack: back.
    """

    make: Make
    make_ahead: Make | None
    relink: Callable[[Store, Sequence[Any], Sequence[str], Sequence[Judgement]], Relinked]
    packing: Callable[[Sequence[Any]], Callable[[Kind, Any], bytes]]
    unpack: Callable[[Kind, bytes], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """What was linked, and of what. mark: of the record that it was made of. readings: those that came."""

    mark: Mark
    standing: Standing
    readings: Sequence[bytes]
    changes: Changes
    links: Relinked


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
        at, size, alone, begun = 0, LINKED_AT_ONCE, False, 0
        self._begun = Begun(self.link.make)
        while True:
            part = documents[at : at + size]
            begun = self._begin(documents, begun, at + size + LINKED_AT_ONCE)
            with uncollected():
                outcome = self._link_some(part, alone=alone)
            if outcome == "cleared":
                return False
            if outcome == "linked":
                at, size, alone = at + size, min(LINKED_AT_ONCE, 2 * size), False
                if at >= len(documents):
                    return True
            else:
                size = max(FEWEST, len(part) // 2)
                alone = size == FEWEST

    def _begin(self, documents: Sequence[int], begun: int, past: int) -> int:
        """Have the readings of documents made ready up to one of them. Returns up to which they are. begun: up to which they were.

        Those of few documents are made ready here when they are linked: other processes take longer to start.
        """
        make, past = self.link.make_ahead, min(past, len(documents))
        if make is None or len(documents) <= LINKED_AT_ONCE:
            return begun
        while begun < past:
            part = documents[begun : begun + LINKED_AT_ONCE]
            self._begun.begin(self.record.read(partial(_readings_to_link, documents=part)), make)
            begun += len(part)
        return begun

    def _link_some(self, documents: Sequence[int], *, alone: bool) -> Outcome:
        """Link some documents as they stand now. alone: while nobody else writes."""
        if alone:
            return self._ended(self.record.write(lambda connection: self._write(connection, self._make(connection, documents))))
        made = self.record.read(partial(self._make, documents=documents))
        return self._ended(self.record.write(partial(self._write, made=made)))

    def _make(self, connection: sa.Connection, documents: Sequence[int]) -> _Made:
        found = standing(connection, documents)
        draft = LinkDraft(RecordStore(connection, unpack=self.link.unpack, lately=self._lately))
        readings = bodies_of(connection, found.come)
        come = self._begun.of(readings)
        links = self.link.relink(draft, come, ids_of(connection, found.gone), judgements_in(connection))
        changes = changes_of(draft, pack=self.link.packing(come))
        return _Made(mark=mark_of(connection), standing=found, readings=readings, changes=changes, links=links)

    def _write(self, connection: sa.Connection, made: _Made) -> tuple[Outcome, _Made, bytes]:
        mark = mark_of(connection)
        if mark.version != self.version:
            return "cleared", made, b""
        if mark != made.mark:
            return "overtaken", made, b""
        turn = write_changes(connection, made.changes)
        save_relinked(connection, made.links)
        mark_linked(connection, come=made.standing.come, gone=made.standing.gone)
        return "linked", made, turn

    def _ended(self, written: tuple[Outcome, _Made, bytes]) -> Outcome:
        """A transaction is over: what it wrote is at hand from now on."""
        outcome, made, turn = written
        if outcome == "linked":
            for kind, objects in made.changes.seen.items():
                self._lately.learn(kind, objects)
            self._lately.end(turn)
            self._begun.forget(made.readings)
        return outcome

    def _end(self, found: Unlinked) -> None:
        """All is linked that had come when it began. What another version made of it, and this one does not, goes."""
        if found.is_anew:
            for gone in self.record.read(stale_links):
                self.record.write(partial(save_relinked, made=gone))
        self.record.write(partial(set_linked, entries=found.entries, version=self.version))


def _readings_to_link(connection: sa.Connection, *, documents: Sequence[int]) -> list[bytes]:
    return bodies_of(connection, standing(connection, documents).come)


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
