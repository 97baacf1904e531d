"""How far is a long run?"""

import sys
import time

# A short run needs no progress line, and a line that changes faster than this cannot be read.
_FIRST = 2.0  # seconds
_EVERY = 0.5
# Where lines are kept, as in the journal of a service, one a minute says enough.
_PLAIN = 60.0


class Progress:
    """Counts documents, and tells the count on standard error where a person waits for it.

    failed: how many could not be read so far. The line is shown on a terminal only, and only where the documents
    themselves go elsewhere, since both on one screen would mix.
    """

    def __init__(self) -> None:
        self.failed = 0
        self._all = 0
        self._is_shown = sys.stderr.isatty() and not sys.stdout.isatty()
        self._due = time.monotonic() + _FIRST
        self._has_line = False

    def count(self, *, failed: bool) -> None:
        """Count one more document."""
        self._all += 1
        self.failed += failed
        if self._is_shown and time.monotonic() >= self._due:
            self._due = time.monotonic() + _EVERY
            self._has_line = True
            sys.stderr.write(f"\r{self._told()}")
            sys.stderr.flush()

    def finish(self) -> None:
        """End the line, and say how many documents could not be read, if there are more than it."""
        if self._has_line:
            sys.stderr.write(f"\r{self._told()}\n")
        elif self.failed and self._all > 1:
            sys.stderr.write(f"saidwho: {self.failed:,} of {self._all:,} documents could not be read\n")

    def _told(self) -> str:
        return f"{self._all - self.failed:,} documents read, {self.failed:,} could not be read"


class Tally:
    """Counts what became of documents, tells failures as they happen and the sum at the end; all on standard error.

    On a terminal a line counts along; elsewhere a plain line a minute says that the work goes on.
    """

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._failures: dict[str, int] = {}
        self._is_terminal = sys.stderr.isatty()
        self._due = time.monotonic() + (_FIRST if self._is_terminal else _PLAIN)
        self._has_line = False

    @property
    def failed(self) -> int:
        return self._counts.get("failed", 0)

    def count(self, outcome: str, *, place: str = "", code: str = "", why: str = "") -> None:
        """Count one more. place, code, why: of a failure, which is told at once."""
        self._counts[outcome] = self._counts.get(outcome, 0) + 1
        if outcome == "failed":
            self._failures[code] = self._failures.get(code, 0) + 1
            self._clear()
            sys.stderr.write(f"saidwho: {place}: {why}\n")
        if time.monotonic() >= self._due:
            self._due = time.monotonic() + (_EVERY if self._is_terminal else _PLAIN)
            self._has_line = self._is_terminal
            sys.stderr.write(f"\r{self.told()}" if self._is_terminal else f"saidwho: {self.told()}\n")
            sys.stderr.flush()

    def finish(self) -> None:
        """Say what became of all."""
        self._clear()
        why = ", ".join(f"{count:,} {code}" for code, count in sorted(self._failures.items()))
        sys.stderr.write(f"saidwho: {self.told()}{f' ({why})' if why else ''}\n")

    def told(self) -> str:
        """The counts in words: "12 taken in, 3 already there, 1 revised, 0 failed"."""
        always = ("taken in", "already there", "revised", "failed")
        names = [*always[:3], *sorted(set(self._counts) - set(always)), "failed"]
        return ", ".join(f"{self._counts.get(name, 0):,} {name}" for name in names)

    def _clear(self) -> None:
        if self._has_line:
            sys.stderr.write("\r\033[K")
            self._has_line = False
