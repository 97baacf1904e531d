"""Readings are made ready once, and are at hand until they are linked."""

from collections.abc import Iterator, Sequence

import pytest

from saidwho.record.begun import Begun


class Maker:
    """Makes readings ready, and tells which."""

    def __init__(self) -> None:
        self.made: list[bytes] = []

    def __call__(self, readings: Sequence[bytes]) -> Iterator[str]:
        for reading in readings:
            self.made.append(reading)
            yield reading.decode()


def test_readings_begun_are_made_where_they_were_begun() -> None:
    """And one that nobody began is made when it is asked for."""
    here, elsewhere = Maker(), Maker()
    begun = Begun(here)
    begun.begin([b"a", b"b"], elsewhere)
    assert ["c", "a"] == begun.of([b"c", b"a"])
    assert [b"a", b"b"] == elsewhere.made
    assert [b"c"] == here.made


def test_what_is_linked_once_more_is_not_made_once_more() -> None:
    """All or some of it, with more that was begun."""
    here, elsewhere = Maker(), Maker()
    begun = Begun(here)
    begun.begin([b"a", b"b"], elsewhere)
    begun.begin([b"c", b"d"], elsewhere)
    assert ["a", "b"] == begun.of([b"a", b"b"])
    assert ["a"] == begun.of([b"a"])
    begun.forget([b"a"])
    assert ["b", "c"] == begun.of([b"b", b"c"])
    assert [b"a", b"b", b"c", b"d"] == elsewhere.made
    assert [] == here.made


def test_those_begun_next_are_not_waited_for() -> None:
    """As long as nothing of them is asked for."""
    elsewhere = Maker()
    begun = Begun(Maker())
    begun.begin([b"a"], elsewhere)
    begun.begin([b"b"], elsewhere)
    assert ["a"] == begun.of([b"a"])
    assert [b"a"] == elsewhere.made


def test_what_is_linked_is_forgotten() -> None:
    """Memory is that of what is in hand."""
    here = Maker()
    begun = Begun(here)
    begun.of([b"a"])
    begun.forget([b"a"])
    begun.of([b"a"])
    assert [b"a", b"a"] == here.made


def test_a_maker_that_loses_readings_is_an_error() -> None:
    """A reading is never taken for that of another."""
    begun = Begun(Maker())
    begun.begin([b"a", b"b"], lambda _: ["a"])
    with pytest.raises(ValueError, match="shorter"):
        begun.of([b"b"])
