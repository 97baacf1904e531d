"""How far is a long run?"""

import re
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.status import Status

# A short run needs no progress line, and a line that changes faster than this cannot be read.
_FIRST = 2.0  # seconds
_EVERY = 0.5
# Where lines are kept, as in the journal of a service, one a minute says enough.
_PLAIN = 60.0


_LINE = re.compile(r"Line (\d+): ")


def complaint(place: str, why: str) -> str:
    """What standard error says of a document that failed; the number of its line once, where the place has it too."""
    line = _LINE.match(why)
    return f"saidwho: {place}: {why[line.end() :] if line and place.endswith(f':{line[1]}') else why}"


class Progress:
    """Counts documents, and tells the count on standard error where a person waits for it.

    failed: how many could not be read so far. The line is shown on a terminal only, and only where the documents
    themselves go elsewhere, since both on one screen would mix.
    """

    def __init__(self) -> None:
        self.failed = 0
        self._all = 0
        self._line = _Line() if sys.stderr.isatty() and not sys.stdout.isatty() else None

    def count(self, *, failed: bool) -> None:
        """Count one more document."""
        self._all += 1
        self.failed += failed
        if self._line is not None and self._line.is_due():
            self._line.show(self._told())

    def finish(self) -> None:
        """End the line, and say how many documents could not be read, if there are more than it."""
        if self._line is not None and self._line.close():
            sys.stderr.write(f"{self._told()}\n")
        elif self.failed and self._all > 1:
            sys.stderr.write(f"saidwho: {self.failed:,} of {self._all:,} documents could not be read\n")

    def _told(self) -> str:
        return f"{self._all - self.failed:,} documents read, {self.failed:,} could not be read"


class Tally:
    """Counts what became of documents, tells failures as they happen and the sum at the end; all on standard error.

    On a terminal a line counts along; elsewhere a plain line a minute says that the work goes on.
    always: outcomes that are told even where there was none.
    """

    def __init__(self, *, always: tuple[str, ...] = ("taken in", "already there", "revised")) -> None:
        self._always = always
        self._counts: dict[str, int] = {}
        self._failures: dict[str, int] = {}
        self._line = _Line() if sys.stderr.isatty() else None
        self._due = time.monotonic() + _PLAIN

    @property
    def failed(self) -> int:
        return self._counts.get("failed", 0)

    def count(self, outcome: str, *, place: str = "", code: str = "", why: str = "") -> None:
        """Count one more. place, code, why: of a failure, which is told at once."""
        self._counts[outcome] = self._counts.get(outcome, 0) + 1
        if outcome == "failed":
            self._failures[code] = self._failures.get(code, 0) + 1
            sys.stderr.write(f"{complaint(place, why)}\n")
        if self._line is not None and self._line.is_due():
            self._line.show(self.told())
        elif self._line is None and time.monotonic() >= self._due:
            self._due = time.monotonic() + _PLAIN
            sys.stderr.write(f"saidwho: {self.told()}\n")
            sys.stderr.flush()

    def finish(self) -> None:
        """Say what became of all."""
        self.close()
        why = ", ".join(f"{count:,} {code}" for code, count in sorted(self._failures.items()))
        sys.stderr.write(f"saidwho: {self.told()}{f' ({why})' if why else ''}\n")

    def close(self) -> None:
        """Take the line away."""
        if self._line is not None:
            self._line.close()

    def told(self) -> str:
        """The counts in words: "12 taken in, 3 already there, 1 revised, 0 failed"."""
        names = [*self._always, *sorted(set(self._counts) - {*self._always, "failed"}), "failed"]
        return ", ".join(f"{self._counts.get(name, 0):,} {name}" for name in names)


class _Line:
    """The last line of a terminal, which moves while the work goes on; what else is written meanwhile stands above it."""

    def __init__(self) -> None:
        self._status: Status | None = None
        self._due = time.monotonic() + _FIRST

    def is_due(self) -> bool:
        return time.monotonic() >= self._due

    def show(self, words: str) -> None:
        self._due = time.monotonic() + _EVERY
        if self._status is None:
            # Imported here, where a run has taken seconds: it takes a tenth of one.
            from rich.console import Console  # noqa: PLC0415
            from rich.status import Status  # noqa: PLC0415

            self._status = Status(words, console=Console(stderr=True))
            self._status.start()
        else:
            self._status.update(words)

    def close(self) -> bool:
        """Take the line away. Returns whether there was one."""
        had, self._status = self._status, None
        if had is not None:
            had.stop()
        self._due = time.monotonic() + _FIRST
        return had is not None
