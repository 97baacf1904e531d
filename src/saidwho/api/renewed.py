"""What takes long to count is counted beside those who ask: they are told what was counted last, seconds ago."""

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from saidwho.errors import SaidwhoError

Value = TypeVar("Value")


class Renewed(Generic[Value]):
    """A value that is worked out anew after so many seconds.

    Whoever asks then is told the last one, while a thread works out the next; only where that is older than longest, or there
    is none, whoever asks waits for it.
    """

    def __init__(self, ask: Callable[[], Value], *, stays: float, longest: float) -> None:
        self._ask = ask
        self._stays, self._longest = stays, longest
        self._kept: tuple[float, Value] | None = None
        self._lock = threading.Lock()
        self._is_asking = False

    def get(self) -> Value:
        """The value. Raises what working it out raises, where nothing is kept."""
        kept = self._kept
        if kept is None or time.monotonic() - kept[0] > self._longest:
            with self._lock:
                if self._kept is kept:
                    self._kept = time.monotonic(), self._ask()
                return self._kept[1] if self._kept else self._ask()
        if time.monotonic() - kept[0] > self._stays and not self._is_asking:
            self._is_asking = True
            threading.Thread(target=self._renew, daemon=True).start()
        return kept[1]

    def forget(self) -> None:
        """Work it out anew when it is asked for next: something changed."""
        self._kept = None

    def _renew(self) -> None:
        kept = self._kept
        try:
            value = self._ask()
            if self._kept is kept:  # else it was forgotten meanwhile, since it changed
                self._kept = time.monotonic(), value
        except (SaidwhoError, ReferenceError):  # whoever asks when it is too old is told; or nobody will, the record is closed
            return
        finally:
            self._is_asking = False
