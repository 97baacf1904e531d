"""A report that another process made ready is linked as one that is made ready here."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from benchmarks.linking.generated import reports
from saidwho.linking.facts import Facts, facts_of
from saidwho.linking.judgements import judge
from saidwho.linking.linker import Linker
from saidwho.linking.memory import MemoryStore
from saidwho.linking.packing import pack
from saidwho.linking.preparing import Handy, packing, prepare, take
from saidwho.linking.ready import Ready
from saidwho.linking.scoring import shipped_model
from saidwho.types.linking import Judgement
from saidwho.types.statement import Report


def linked(parts: Sequence[Sequence[Facts | Ready]], told: Sequence[Report], judgements: tuple[Judgement, ...]) -> list[Any]:
    """What comes of each part, and what is kept of nodes at the end."""
    store = MemoryStore(report.document for report in told)
    linker = Linker(store=store, model=shipped_model())
    made = [linker.relink(added=part, judgements=judgements) for part in parts]
    nodes = sorted({n for one in made for row in one.redrawn.drawn for n in row[:2]})
    kept = [store.objects(kind, nodes) for kind in ("node", "sketch")]
    return [*((one.claims, one.copies, one.utterances, one.redrawn.drawn) for one in made), *kept]


@pytest.mark.parametrize("is_judged", [False, True])
def test_prepared_reports_are_linked_as_others(is_judged: bool) -> None:
    """Copies among them, which fold into nodes of others, and propositions that people judged, which stand alone."""
    told = list(reports(200, seed=3, days=3))
    facts = [facts_of(report) for report in told]
    subjects = [facts[0].facts[0].id, facts[1].facts[0].id]
    judgements = (judge("same", subjects, reviewer="Ada", at="2024-01-01T00:00:00Z", reason="It is plain."),) if is_judged else ()
    prepared = [take(prepare(report)) for report in told]
    expected = linked([facts[:25], facts[25:]], told, judgements)
    assert expected == linked([prepared[:25], prepared[25:]], told, judgements)


def test_what_was_written_is_not_written_again() -> None:
    """The store gets the bytes that the other process made, and its own of all else."""
    report = next(reports(5))
    ready = take(prepare(report))
    marked = replace(ready, written=b"made elsewhere")
    assert b"made elsewhere" == packing([marked])("document", marked.facts)
    assert pack("document", ready.facts) == packing([])("document", ready.facts)
    node = ready.alone[ready.facts.facts[0].id].kept
    assert pack("node", node) == packing([marked])("node", node)


def test_who_made_a_report_ready_need_not_read_it_back() -> None:
    """Of the last ones; what it did not make, or made long ago, is read as ever."""
    handy = Handy(2)
    written = [prepare(report, handy).written for report in reports(15)]
    for made in written:
        assert made == pack("document", handy.unpack("document", made))
    kept = [prepare(report, handy).written for report in reports(10)]
    assert kept == written[:2]
    facts = [handy._facts[made] for made in kept]
    assert facts == [handy.unpack("document", made) for made in kept]
    assert facts[0] is not handy.unpack("document", kept[0])
