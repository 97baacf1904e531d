"""How is a report made ready for linking in one process, and taken over by another?"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from saidwho.linking.blocking import kept
from saidwho.linking.copies import bands_of
from saidwho.linking.denying import denials_in
from saidwho.linking.facts import Fact, Facts, facts_of
from saidwho.linking.judgements import NOTHING_DECIDED
from saidwho.linking.nodes import node, node_number, telling
from saidwho.linking.packing import pack, unpack
from saidwho.linking.ready import Alone, Bands, Denial, Ready
from saidwho.linking.shingles import Digests
from saidwho.linking.sketches import sketch
from saidwho.types.statement import Report
from saidwho.types.store import Kind

# Makes readings ready, in their order; where other processes do, they begin at once. A reading: as a record keeps it.
MakeReady = Callable[[Sequence[bytes]], Iterable[Ready]]


class Prepared(NamedTuple):
    """A report made ready, as it goes from process to process. alone: in the order of the report's propositions."""

    written: bytes
    bands: Bands
    shingles: Digests
    alone: tuple[Alone, ...]
    denials: tuple[Denial, ...]


def prepare(report: Report, handy: "Handy | None" = None) -> Prepared:
    """Make all of a report that needs nothing else. handy: where its facts stay at hand."""
    facts = facts_of(report)
    bands, shingles = bands_of(report.document)
    prepared = Prepared(
        written=pack("document", facts),
        bands=bands,
        shingles=shingles,
        alone=tuple(map(_alone, facts.facts)),
        denials=denials_in(facts),
    )
    if handy is not None:
        handy.keep(prepared.written, facts)
    return prepared


class Handy:
    """Facts that this process made ready lately, by how they are written: where it writes them to a record, it need not read them back.

    room: of how many reports, the last.
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._facts: dict[bytes, Facts] = {}

    def keep(self, written: bytes, facts: Facts) -> None:
        self._facts[written] = facts
        if len(self._facts) > self._room:
            del self._facts[next(iter(self._facts))]

    def unpack(self, kind: Kind, written: bytes) -> Any:
        """The object that was packed. Facts at hand are asked for once."""
        facts = self._facts.pop(written, None) if kind == "document" else None
        return facts if facts is not None else unpack(kind, written)


def take(prepared: Prepared) -> Ready:
    """What another process prepared."""
    facts = unpack("document", prepared.written)
    return Ready(
        facts=facts,
        written=prepared.written,
        bands=prepared.bands,
        shingles=prepared.shingles,
        alone={fact.id: alone for fact, alone in zip(facts.facts, prepared.alone, strict=True)},
        denials=prepared.denials,
    )


def packing(ready: Iterable[Ready]) -> Callable[[Kind, Any], bytes]:
    """Packs the objects of a store; what is written of some reports is not written again."""
    written = {id(one.facts): one.written for one in ready if one.written is not None}

    def packed(kind: Kind, value: Any) -> bytes:
        return (written.get(id(value)) if kind == "document" else None) or pack(kind, value)

    return packed


def _alone(fact: Fact) -> Alone:
    one = node(fact, [telling(fact)])
    return Alone(node=node_number(fact, NOTHING_DECIDED), kept=kept(one), sketch=sketch(one))
