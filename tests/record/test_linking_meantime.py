"""What is added is linked while more of it is read, and it is as if all had been linked in the end."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

import saidwho.pipeline.keeping
import saidwho.pipeline.linking
from saidwho.batch import beside
from saidwho.batch.beside import linking_beside
from saidwho.errors import LinkingError
from saidwho.pipeline.keeping import Added
from saidwho.record.location import Location
from saidwho.record.record import Record
from saidwho.record.relinking import Relinking
from tests.record.made import keep, shape_of
from tests.record.test_linking_again import another, links_in

TEXTS = [f"Ada Vale said that {n} boats struck Ilven. Bo Karr denied that {n - 2} boats struck Ilven." for n in range(3, 13)]
REPORTS = [shape_of(text, key=f"{n}", published=f"2023-11-{n % 9 + 10}") for n, text in enumerate(TEXTS)]


@pytest.fixture(autouse=True)
def wordwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare words alone, and link three reports at a time."""
    monkeypatch.setattr(saidwho.pipeline.keeping, "clause_vectors", None)
    monkeypatch.setattr(beside, "EACH", 3)


def adding(record: Record, *, outcome: Any = "taken in") -> Iterator[Added]:
    for report in REPORTS:
        keep(record, report)
        yield Added(place="here", outcome=outcome, document=report["document"]["id"])


@pytest.fixture
def passes(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """Grows by one for each time that what came is linked."""
    found: list[None] = []
    once = Relinking.run_once

    def counted(self: Relinking) -> None:
        found.append(None)
        once(self)

    monkeypatch.setattr(Relinking, "run_once", counted)
    return found


def test_what_is_linked_meanwhile_is_what_is_linked_in_the_end(
    record: Record, make_location: Callable[[], Location], passes: list[None]
) -> None:
    """Whatever had come when it began."""
    with linking_beside(record, 2) as follow:
        assert len(REPORTS) == len(list(follow(adding(record))))
    assert passes
    saidwho.pipeline.keeping.link_record(record)
    with another(make_location) as other:
        keep(other, *REPORTS)
        saidwho.pipeline.keeping.link_record(other)
        assert links_in(other) == links_in(record)


@pytest.mark.parametrize(("processes", "outcome"), [(1, "taken in"), (2, "already there")])
def test_nothing_is_linked_where_that_is_no_gain(record: Record, passes: list[None], processes: int, outcome: str) -> None:
    """One process would read no faster, and what was there already is linked."""
    with linking_beside(record, processes) as follow:
        list(follow(adding(record, outcome=outcome)))
    assert not passes


def test_what_goes_wrong_while_it_is_linked_is_told(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once what is being added is saved."""

    def fail(self: Relinking) -> None:
        raise LinkingError("The weights are gone.")

    monkeypatch.setattr(Relinking, "run_once", fail)
    with pytest.raises(LinkingError, match="gone"), linking_beside(record, 2) as follow:
        list(follow(adding(record)))
