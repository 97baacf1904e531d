"""How far is a long run?"""

import sys
import time

# A short run needs no progress line, and a line that changes faster than this cannot be read.
_FIRST = 2.0  # seconds
_EVERY = 0.5


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
