"""A record is linked anew when something came to it, and only as far as that goes."""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa

import saidwho.pipeline.keeping
import saidwho.pipeline.linking
from saidwho.linking.linker import Linker
from saidwho.linking.preparing import take
from saidwho.linking.ready import Ready
from saidwho.record import relinking, tables
from saidwho.record.location import Location
from saidwho.record.record import Record, open_record
from saidwho.record.withholding import withhold
from tests.record.made import keep, shape_of

TOLD = {
    "a": "Ada Vale said that 12 boats struck Ilven. Bo Karr denied that 12 boats struck Ilven.",
    "b": "Bo Karr said that 12 boats struck Ilven. Ada Vale said that the harbour of Ilven burned.",
    "c": "Cy Moor said that the harbour of Ilven burned. Ada Vale denied that Corvane fell.",
    "d": "Di Holt said that Corvane fell. Cy Moor said that 14 boats struck Ilven.",
    "e": "Ada Vale said that Corvane fell.",
}
MADE = (
    tables.claims,
    tables.claim_members,
    tables.claim_origins,
    tables.copies,
    tables.utterances,
    tables.utterance_members,
)


@pytest.fixture(autouse=True)
def wordwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare words alone: loading the encoder of sentences takes longer than all else here."""
    monkeypatch.setattr(saidwho.pipeline.keeping, "clause_vectors", None)


@pytest.fixture
def linked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """How many documents each linking was given, and how many claims it made."""
    calls: list[tuple[int, int]] = []
    link, claim = Linker.link, Linker.claim

    def linking(self: Linker, *, added: Any = (), **given: Any) -> Any:
        calls.append((len(added), 0))
        return link(self, added=added, **given)

    def claiming(self: Linker, unclaimed: Any) -> Any:
        made = claim(self, unclaimed)
        calls[-1] = calls[-1][0], len(made.claims)
        return made

    monkeypatch.setattr(Linker, "link", linking)
    monkeypatch.setattr(Linker, "claim", claiming)
    return calls


def links_in(record: Record) -> list[list[tuple[Any, ...]]]:
    """All that linking made of a record, sorted."""
    with record.reading() as connection:
        return [sorted(tuple(row) for row in connection.execute(sa.select(table))) for table in MADE]


@contextmanager
def another(make_location: Callable[[], Location]) -> Iterator[Record]:
    """One more empty record."""
    with open_record(make_location(), create=True, patience=5.0) as found:
        yield found


def test_what_is_linked_is_not_linked_again(record: Record, linked: list[tuple[int, int]]) -> None:
    """Until another report comes, and then that one alone."""
    keep(record, shape_of(TOLD["a"], key="a"))
    for _ in range(3):
        saidwho.pipeline.keeping.link_record(record)
    assert [1] == [documents for documents, _ in linked]
    keep(record, shape_of(TOLD["b"], key="b"))
    saidwho.pipeline.keeping.link_record(record)
    assert [1, 1] == [documents for documents, _ in linked]


def test_what_has_nothing_to_do_with_a_report_is_left_alone(record: Record, linked: list[tuple[int, int]]) -> None:
    """No claim of another matter is made anew."""
    keep(record, shape_of(TOLD["a"], key="a"), shape_of(TOLD["b"], key="b"))
    saidwho.pipeline.keeping.link_record(record)
    keep(record, shape_of("Eve Lund said that a ferry sank near Corvane.", key="z", published="2024-05-01"))
    saidwho.pipeline.keeping.link_record(record)
    assert (1, 1) == linked[-1]


def test_another_version_links_all_again(record: Record, linked: list[tuple[int, int]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Its claims may be others."""
    keep(record, shape_of(TOLD["a"], key="a"), shape_of(TOLD["b"], key="b"))
    saidwho.pipeline.keeping.link_record(record)
    before = links_in(record)
    monkeypatch.setattr(saidwho.pipeline.linking, "reader_version", lambda: "0.2.0+fedcba")
    saidwho.pipeline.keeping.link_record(record)
    assert [2, 2] == [documents for documents, _ in linked]
    assert before == links_in(record)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_documents_does_not_matter(
    record: Record, make_location: Callable[[], Location], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One at a time in any order, few in one transaction, or all at once: the same rows."""
    reports = [shape_of(text, key=key, published=f"2023-11-1{n}") for n, (key, text) in enumerate(TOLD.items())]
    keep(record, *reports)
    saidwho.pipeline.keeping.link_record(record)
    chance = random.Random(seed)
    chance.shuffle(reports)
    monkeypatch.setattr(relinking, "LINKED_AT_ONCE", 2)
    with another(make_location) as other:
        while reports:
            size = chance.choice((1, 3))
            keep(other, *reports[:size])
            saidwho.pipeline.keeping.link_record(other)
            reports = reports[size:]
        assert links_in(record) == links_in(other)


def test_readings_made_ready_elsewhere_are_linked_the_same(
    record: Record, make_location: Callable[[], Location], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another process prepares while other documents are linked gives the same rows."""
    reports = [shape_of(text, key=key, published=f"2023-11-1{n}") for n, (key, text) in enumerate(TOLD.items())]
    keep(record, *reports)
    saidwho.pipeline.keeping.link_record(record)
    monkeypatch.setattr(relinking, "LINKED_AT_ONCE", 2)
    prepared: list[int] = []

    def elsewhere(readings: Sequence[bytes]) -> Iterator[Ready]:
        prepared.append(len(readings))
        return map(take, map(saidwho.pipeline.keeping.prepare_reading, readings))

    with another(make_location) as other:
        keep(other, *reports)
        saidwho.pipeline.keeping.link_record(other, ready=elsewhere)
        assert links_in(record) == links_in(other)
    assert sum(prepared) == len(reports)


def test_a_revision_takes_the_place_of_the_older(record: Record, make_location: Callable[[], Location]) -> None:
    """As if the older had never been linked, but that its claims still lead on."""
    page = {"url": "https://news.example/a", "key": None}
    keep(record, shape_of(TOLD["a"], **page), shape_of(TOLD["b"], key="b"))
    saidwho.pipeline.keeping.link_record(record)
    keep(record, shape_of(TOLD["c"], **page))
    saidwho.pipeline.keeping.link_record(record)
    with another(make_location) as other:
        keep(other, shape_of(TOLD["c"], **page), shape_of(TOLD["b"], key="b"))
        saidwho.pipeline.keeping.link_record(other)
        claims = [[row[:-1] for row in rows if "n" not in row] for rows in (links_in(record)[0], links_in(other)[0])]
        assert len(claims[0]) == len(claims[1])
        assert [row[0] for row in claims[0]] == [row[0] for row in claims[1]]


@pytest.mark.parametrize("erase", [False, True])
def test_what_is_withheld_is_linked_no_more(record: Record, make_location: Callable[[], Location], erase: bool) -> None:
    """Nor does anything that linking keeps still hold it."""
    reports = {key: shape_of(text, key=key) for key, text in TOLD.items()}
    keep(record, *reports.values())
    saidwho.pipeline.keeping.link_record(record)
    withhold(record, reports["a"]["document"]["id"], reason="asked for", erase=erase)
    saidwho.pipeline.keeping.link_record(record)
    with another(make_location) as other:
        keep(other, *(report for key, report in reports.items() if key != "a"))
        saidwho.pipeline.keeping.link_record(other)
        assert links_in(record)[0] == links_in(other)[0]


def test_a_judgement_is_kept_to_at_once_and_can_be_undone(record: Record) -> None:
    """Reviewing makes anew what it is about; undone, all is as it was."""
    keep(record, *(shape_of(text, key=key) for key, text in TOLD.items()))
    saidwho.pipeline.keeping.link_record(record)
    before = links_in(record)
    first, second = (row[0] for row in before[0][:2])
    said = {"reviewer": "Ada", "reason": "It is plain."}
    judged = saidwho.pipeline.keeping.review_record(record, "same", [first, second], at="2024-01-01T00:00:00Z", **said)
    claims = {row[0]: row[1] for row in links_in(record)[1]}
    assert claims[first] == claims[second]
    saidwho.pipeline.keeping.review_record(record, "undo", [judged.id], at="2024-01-02T00:00:00Z", **said)
    assert before == links_in(record)
