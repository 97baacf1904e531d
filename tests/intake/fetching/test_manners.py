"""A host is asked no more often than it bears."""

from dataclasses import dataclass

import pytest

from saidwho.intake.fetching.failures import FetchError
from saidwho.intake.fetching.manners import Manners


@dataclass
class Clock:
    now: float = 1000.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def manners(clock: Clock) -> Manners:
    return Manners(pause=1.0, longest_wait=60.0, clock=clock, wait=clock.sleep)


def test_there_is_a_pause_between_two_requests_to_one_host() -> None:
    """And none before another host is asked; a site may want a longer one."""
    clock = Clock()
    made = manners(clock)
    for host, delay in [("a", None), ("b", None), ("a", None), ("a", 5.0)]:
        made.await_turn(host, delay=delay)
        made.note_answer(host)
    assert 1000.0 + 1.0 + 5.0 == clock.now


def test_a_host_that_asks_for_it_is_left_alone() -> None:
    """For as long as it says: waited for where that is short, told where it is long."""
    clock = Clock()
    made = manners(clock)
    made.note_failure("a", asked=30.0)
    made.await_turn("a")
    assert 1030.0 == clock.now
    made.note_failure("a", asked=3600.0)
    with pytest.raises(FetchError, match="another 3,600 seconds") as caught:
        made.await_turn("a")
    assert (1030.0, 3600.0, True) == (clock.now, caught.value.wait, caught.value.may_pass)


def test_a_failing_host_is_asked_less_and_less_often() -> None:
    """2, 4, 8 ... seconds, an hour at most; one good answer ends it."""
    clock = Clock()
    made = manners(clock)
    waits = []
    for _ in range(4):
        made.note_failure("a", asked=None)
        began = clock.now
        made.await_turn("a")
        waits.append(clock.now - began)
    assert [2.0, 4.0, 8.0, 16.0] == waits
    for _ in range(2000):
        made.note_failure("a", asked=None)
    clock.now += 3600.0
    began = clock.now
    made.await_turn("a")
    made.note_answer("a")
    made.note_failure("a", asked=None)
    made.await_turn("a")
    assert 2.0 == clock.now - began


def test_nobody_can_close_a_host_for_ever() -> None:
    """A day is the most."""
    clock = Clock()
    made = manners(clock)
    made.note_failure("a", asked=1e12)
    clock.now += 86_400.0
    made.await_turn("a")
    assert 87_400.0 == clock.now
