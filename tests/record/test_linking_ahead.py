"""What another process writes, while the next documents are linked, is what would be written here."""

import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import Any

import pytest
import sqlalchemy as sa

import saidwho.pipeline.keeping
from saidwho.pipeline.keeping import write_linked
from saidwho.record import relinking, tables
from saidwho.record.linkstore import TURN
from saidwho.record.location import Location
from saidwho.record.record import Record
from saidwho.record.relinking import Made, Outcome
from tests.record.made import keep, shape_of
from tests.record.test_linking_again import TOLD, links_in
from tests.record.test_linking_meanwhile import hurried, linked_alone

REPORTS = [shape_of(text, key=f"{key}{day}", published=f"2023-11-{day}") for key, text in TOLD.items() for day in (11, 12)]
# What happens before a part is written, by the number of the part.
Before = Callable[[int], object]


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Few documents are linked at once, by words alone; what is opened to write is closed."""
    monkeypatch.setattr(saidwho.pipeline.keeping, "clause_vectors", None)
    monkeypatch.setattr(relinking, "LINKED_AT_ONCE", 3)
    monkeypatch.setattr(relinking, "FEWEST", 2)
    yield
    for record, _ in saidwho.pipeline.keeping._written.values():
        record.close()
    saidwho.pipeline.keeping._written.clear()


class Late(Future[Outcome]):
    """Is done when somebody asks for it."""

    def __init__(self, write: Callable[[], Outcome]) -> None:
        super().__init__()
        self._write = write

    def result(self, timeout: float | None = None) -> Outcome:
        if not self.done():
            self.set_result(self._write())
        return super().result(timeout)


def writing(*, is_late: bool, before: Before = lambda _: None) -> tuple[Callable[[Location, Made], Future[Outcome]], list[Outcome]]:
    """Writes as another process does, before the next documents are linked or afterwards; and what became of each part."""
    outcomes: list[Outcome] = []

    def write(location: Location, made: Made) -> Future[Outcome]:
        sent = pickle.dumps(made)

        def now() -> Outcome:
            before(len(outcomes))
            outcomes.append(write_linked(location, pickle.loads(sent)))
            return outcomes[-1]

        found = Late(now)
        if not is_late:
            found.result()
        return found

    return write, outcomes


@pytest.mark.parametrize("is_late", [False, True])
def test_what_is_written_ahead_is_the_same(record: Record, make_location: Callable[[], Location], is_late: bool) -> None:
    """Whether it stands in the record when the next documents are linked, or not yet."""
    keep(record, *REPORTS)
    write, outcomes = writing(is_late=is_late)
    saidwho.pipeline.keeping.link_record(record, write=write)
    assert ["linked"] * 4 == outcomes
    assert linked_alone(make_location, *REPORTS) == links_in(record)


def test_of_many_documents_more_are_linked_at_once(
    record: Record, make_location: Callable[[], Location], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Few at first, so that nobody waits long for the first to be made ready."""
    monkeypatch.setattr(relinking, "MOST_AT_ONCE", 5)
    monkeypatch.setattr(relinking, "_PARTS", 1)
    keep(record, *REPORTS)
    write, outcomes = writing(is_late=True)
    saidwho.pipeline.keeping.link_record(record, write=write)
    assert ["linked"] * 3 == outcomes
    assert linked_alone(make_location, *REPORTS) == links_in(record)


@pytest.mark.parametrize("is_late", [False, True])
@pytest.mark.parametrize("part", [0, 1, 2])
def test_who_links_meanwhile_is_noticed(record: Record, make_location: Callable[[], Location], part: int, is_late: bool) -> None:
    """What was linked over what could not be written is thrown away, and all is linked in the end."""
    keep(record, *REPORTS)

    def mark(number: int) -> None:
        if number != part:
            return
        objects = tables.link_objects
        with hurried(record.location) as other:
            other.write(lambda connection: connection.execute(sa.delete(objects).where(objects.c.kind == TURN)))
            other.write(lambda connection: connection.execute(sa.insert(objects), {"kind": TURN, "n": 0, "body": b"another"}))

    write, outcomes = writing(is_late=is_late, before=mark)
    saidwho.pipeline.keeping.link_record(record, write=write)
    assert "overtaken" == outcomes[part]
    assert 1 == outcomes.count("overtaken")
    assert linked_alone(make_location, *REPORTS) == links_in(record)


@pytest.mark.parametrize("is_late", [False, True])
def test_what_goes_wrong_where_it_is_written_is_told(record: Record, make_location: Callable[[], Location], is_late: bool) -> None:
    """What was written before stays, and the rest is linked another time."""
    keep(record, *REPORTS)

    def fail(number: int) -> None:
        if number == 1:
            raise OSError("no room")

    write, _ = writing(is_late=is_late, before=fail)
    with pytest.raises(OSError, match="no room"):
        saidwho.pipeline.keeping.link_record(record, write=write)
    saidwho.pipeline.keeping.link_record(record)
    assert linked_alone(make_location, *REPORTS) == links_in(record)


def test_what_comes_meanwhile_is_linked_as_well(record: Record, make_location: Callable[[], Location]) -> None:
    """It is linked next."""
    more: list[dict[str, Any]] = [shape_of("Eve Lund said that 12 boats struck Ilven.", key="z", published="2023-11-12")]
    keep(record, *REPORTS)

    def come(number: int) -> None:
        if number == 1:
            with hurried(record.location) as other:
                keep(other, *more)

    write, _ = writing(is_late=True, before=come)
    saidwho.pipeline.keeping.link_record(record, write=write)
    assert linked_alone(make_location, *REPORTS, *more) == links_in(record)
