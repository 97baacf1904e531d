"""Which pages do feeds name that they did not name before? Asked again and again."""

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from saidwho.errors import IntakeError
from saidwho.intake.feeds import Entry, read_feed
from saidwho.intake.fetching.fetcher import Fetcher, Validators, validators_of
from saidwho.intake.memory import FeedState, Memory
from saidwho.intake.sources import original_of_entry
from saidwho.types.document import Unreadable
from saidwho.types.original import Original

Take = Callable[[Iterator[Original | Unreadable]], None]

# What may be had another time is tried in so many rounds. After that a dead link is let be.
_TRIES = 5
_MAY_PASS = frozenset({"unreachable", "answer"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What became of one round. unchanged: feeds that say nothing new. failed: feeds that could not be read."""

    number: int
    feeds: int
    unchanged: int
    failed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Watcher:
    """Watches feeds, one after the other, round by round.

    take: takes in the pages of one feed. It draws all of them, and when it returns they are kept.
    tell: is given a line for people. wait: sleeps so many seconds, or less on a stop. clock: seconds that never jump.
    """

    feeds: Sequence[str]
    fetcher: Fetcher
    memory: Memory
    take: Take
    tell: Callable[[str], None]
    is_stopped: Callable[[], bool]
    wait: Callable[[float], object]
    clock: Callable[[], float] = field(default=time.monotonic)

    def watch(self, *, every: float) -> Iterator[Round]:
        """Visit the feeds now and every so many seconds, until stopped. Yields what became of each round.

        A round that takes longer than that is followed by the next that is due; none is made up for.
        Raises what take raises.
        """
        began = self.clock()
        number = 0
        while not self.is_stopped():
            number += 1
            yield self._round(number)
            missed = int((self.clock() - began) // every)
            # A wait may end early, as that of a clock a moment behind.
            while not self.is_stopped() and (left := began + (missed + 1) * every - self.clock()) > 0:
                self.wait(left)

    def _round(self, number: int) -> Round:
        outcomes = [self._visit(feed) for feed in self.feeds if not self.is_stopped()]
        return Round(number=number, feeds=len(outcomes), unchanged=outcomes.count("unchanged"), failed=outcomes.count("failed"))

    def _visit(self, feed: str) -> str:
        """Take in what a feed names anew. One that cannot be had is told, and stops no other."""
        state = self.memory.recall(feed)
        try:
            answer = self.fetcher.fetch_changed(feed, state.validators)
            if answer is None:
                return "unchanged"
            entries = read_feed(answer.data, address=answer.final_address)
        except IntakeError as error:
            if error.code != "stopped":
                self.tell(f"{feed}: {error}")
            return "failed"
        new = [entry for entry in entries if state.seen.get(entry.key) != _short(entry.version)]
        done: dict[str, str] = {}
        failed: dict[str, int] = {}
        self.take(self._pages(feed, new, state, done, failed))
        is_all = len(done) == len(new)
        self._remember(
            feed,
            FeedState(
                # While a page is still to be had, the feed must be read again to find it.
                validators=validators_of(answer) if is_all else Validators(),
                seen={**{key: version for key, version in state.seen.items() if key not in done}, **done},
                tries=failed,
            ),
        )
        return "changed" if new else "unchanged"

    def _pages(
        self, feed: str, new: Sequence[Entry], state: FeedState, done: dict[str, str], failed: dict[str, int]
    ) -> Iterator[Original | Unreadable]:
        """The pages of new entries, until a stop. done, failed: are filled with those dealt with and those to try again."""
        for entry in new:
            if self.is_stopped():
                return
            found = original_of_entry(entry, feed, self.fetcher)
            if isinstance(found, Unreadable) and found.code == "stopped":
                return
            yield found
            tries = state.tries.get(entry.key, 0) + 1
            if isinstance(found, Unreadable) and found.code in _MAY_PASS and tries < _TRIES:
                failed[entry.key] = tries
            else:
                done[entry.key] = _short(entry.version)

    def _remember(self, feed: str, state: FeedState) -> None:
        try:
            self.memory.keep(feed, state)
        except OSError as error:
            # What was taken in is in the record; it will be found there when it is fetched once more.
            self.tell(f"{feed}: what was seen cannot be noted ({error.strerror or error}). Its pages will be fetched again.")


def _short(version: str) -> str:
    return hashlib.sha256(version.encode()).hexdigest()[:16]
