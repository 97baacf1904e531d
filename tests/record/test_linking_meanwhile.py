"""Whoever adds, judges or withholds need not wait for linking, and what it makes is what it would make alone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa

import saidwho.pipeline.keeping
import saidwho.pipeline.linking
from saidwho.linking.linker import Linker
from saidwho.record import relinking, tables, withholding
from saidwho.record.dialects import share
from saidwho.record.linkstore import TURN
from saidwho.record.location import Location
from saidwho.record.record import Record, open_record
from saidwho.record.relinking import Relinking
from saidwho.record.withholding import withhold
from tests.record.faults import workers
from tests.record.faults.test_kills import start
from tests.record.made import keep, shape_of
from tests.record.test_linking_again import TOLD, another, links_in

REPORTS = [shape_of(text, key=key) for key, text in TOLD.items()]


@pytest.fixture(autouse=True)
def wordwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare words alone: loading the encoder of sentences takes longer than all else here."""
    monkeypatch.setattr(saidwho.pipeline.keeping, "clause_vectors", None)


@contextmanager
def hurried(location: Location) -> Iterator[Record]:
    """A record once more, as another process has it, which waits for nobody."""
    with open_record(location, patience=0.0) as found:
        share(found.engine, cache=1 << 20, wait=0.1)
        yield found


@pytest.fixture
def meanwhile(record: Record, monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Record], object]], list[int]]:
    """Lets something happen once to the record while its documents are linked the first time.

    Returns how many documents each linking was given.
    """
    link = Linker.link

    def happen(change: Callable[[Record], object]) -> list[int]:
        calls: list[int] = []

        def beside(self: Linker, *, added: Any = (), **given: Any) -> Any:
            made = link(self, added=added, **given)
            calls.append(len(added))
            if len(calls) == 1:
                with hurried(record.location) as other:
                    change(other)
            return made

        monkeypatch.setattr(Linker, "link", beside)
        return calls

    return happen


def linked_alone(make_location: Callable[[], Location], *reports: dict[str, Any]) -> list[Any]:
    """What linking makes of reports where nothing else happens."""
    with another(make_location) as other:
        keep(other, *reports)
        saidwho.pipeline.keeping.link_record(other)
        return links_in(other)


def test_reports_come_in_while_others_are_linked(
    record: Record, make_location: Callable[[], Location], meanwhile: Callable[..., list[int]]
) -> None:
    """They are linked next, and it is as if all had been there at first."""
    keep(record, *REPORTS[:3])
    calls = meanwhile(lambda other: keep(other, *REPORTS[3:]))
    saidwho.pipeline.keeping.link_record(record)
    assert [3, 2] == calls
    assert linked_alone(make_location, *REPORTS) == links_in(record)


def test_a_process_adds_while_others_are_linked(record: Record, make_location: Callable[[], Location]) -> None:
    """One report after another, while linking goes on all the time."""
    texts = [f"Ada Vale said that {n} boats struck Ilven. Bo Karr denied that {n - 2} boats struck Ilven." for n in range(3, 11)]
    reports = [shape_of(text, key=f"{n}", published=f"2023-11-{n % 9 + 10}") for n, text in enumerate(texts)]
    keep(record, *REPORTS)
    process = start(workers.keep_each, record.location, reports)
    while process.is_alive():
        saidwho.pipeline.keeping.link_record(record)
    process.join()
    assert 0 == process.exitcode
    saidwho.pipeline.keeping.link_record(record)
    assert linked_alone(make_location, *REPORTS, *reports) == links_in(record)


@pytest.mark.parametrize("erase", [False, True])
def test_what_is_withheld_while_it_is_linked_is_not_linked(
    record: Record,
    make_location: Callable[[], Location],
    meanwhile: Callable[..., list[int]],
    erase: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was made of it by then is thrown away."""
    # It waits until nobody reads what was before, so it cannot end while linking waits for it, as here.
    monkeypatch.setattr(withholding, "scrub", lambda _: None)
    keep(record, *REPORTS)
    meanwhile(lambda other: withhold(other, REPORTS[0]["document"]["id"], reason="asked for", erase=erase))
    saidwho.pipeline.keeping.link_record(record)
    assert linked_alone(make_location, *REPORTS[1:]) == links_in(record)


def test_a_judgement_comes_while_documents_are_linked(record: Record, meanwhile: Callable[..., list[int]]) -> None:
    """It is kept to before linking ends."""
    keep(record, *REPORTS)
    saidwho.pipeline.keeping.link_record(record)
    first, second = (row[0] for row in links_in(record)[0][:2])
    keep(record, shape_of("Eve Lund said that a ferry sank near Corvane.", key="z"))
    said = {"reviewer": "Ada", "at": "2024-01-01T00:00:00Z", "reason": "It is plain."}
    calls = meanwhile(lambda other: saidwho.pipeline.keeping.keep_judgement(other, "same", [first, second], **said))
    saidwho.pipeline.keeping.link_record(record)
    assert [1, 0] == calls
    claims = {row[0]: row[1] for row in links_in(record)[1]}
    assert claims[first] == claims[second]


def test_two_link_at_once(record: Record, make_location: Callable[[], Location], meanwhile: Callable[..., list[int]]) -> None:
    """Whoever is first has linked; the other finds nothing left to link."""
    keep(record, *REPORTS)
    calls = meanwhile(saidwho.pipeline.keeping.link_record)
    saidwho.pipeline.keeping.link_record(record)
    assert [5, 5, 0] == calls
    assert linked_alone(make_location, *REPORTS) == links_in(record)


def test_who_is_overtaken_each_time_gets_on(record: Record, make_location: Callable[[], Location], monkeypatch: pytest.MonkeyPatch) -> None:
    """With few documents, and while nobody else writes."""
    keep(record, *REPORTS)
    tried: list[tuple[int, bool]] = []
    link_some, objects = Relinking._link_some, tables.link_objects

    def overtaken(self: Relinking, documents: Any, *, alone: bool) -> Any:
        tried.append((len(documents), alone))
        return link_some(self, documents, alone=alone)

    link = Linker.link

    def beside(self: Linker, **given: Any) -> Any:
        if not tried[-1][1]:
            with hurried(record.location) as other:
                other.write(lambda connection: connection.execute(sa.delete(objects).where(objects.c.kind == TURN)))
                mark = {"kind": TURN, "n": 0, "body": b"%d" % len(tried)}
                other.write(lambda connection: connection.execute(sa.insert(objects), mark))
        return link(self, **given)

    monkeypatch.setattr(relinking, "FEWEST", 2)
    monkeypatch.setattr(Relinking, "_link_some", overtaken)
    monkeypatch.setattr(Linker, "link", beside)
    saidwho.pipeline.keeping.link_record(record)
    assert [(5, False), (2, True), (3, False), (2, True), (1, False), (1, True)] == tried
    monkeypatch.undo()
    monkeypatch.setattr(saidwho.pipeline.keeping, "clause_vectors", None)
    assert linked_alone(make_location, *REPORTS) == links_in(record)


def test_what_another_version_made_goes(record: Record, make_location: Callable[[], Location], monkeypatch: pytest.MonkeyPatch) -> None:
    """Claims, copies and utterances that this version does not make are in no list any more."""
    keep(record, *REPORTS)
    monkeypatch.setattr(saidwho.pipeline.linking, "reader_version", lambda: "0.0.1+fedcba")
    saidwho.pipeline.keeping.link_record(record)
    left = [
        {"id": "ff01", "text": "", "independent_origins": 1, "possible_origins": 1, "documents": 1, "day": "", "disputed": 0, "body": "{}"},
        {"document": "ff02", "of": "ff03", "share": 0.9, "body": "{}"},
        {"id": "ff04", "body": "{}"},
    ]
    for table, row in zip((tables.claims, tables.copies, tables.utterances), left, strict=True):
        record.write(lambda connection, table=table, row=row: connection.execute(sa.insert(table), row))
    monkeypatch.setattr(saidwho.pipeline.linking, "reader_version", lambda: "0.0.2+fedcba")
    saidwho.pipeline.keeping.link_record(record)
    assert linked_alone(make_location, *REPORTS) == links_in(record)
