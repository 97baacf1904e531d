"""When may a host be asked again?"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from saidwho.intake.fetching.failures import FetchError

# A host that fails again and again is asked less and less often, but once an hour at least.
_FIRST_BACK_OFF = 2.0  # seconds
_LONGEST_BACK_OFF = 3600.0
# A page that asks us to come back in a year means no.
_LONGEST_ASKED = 86_400.0


@dataclass(slots=True)
class _Host:
    free_at: float = 0.0
    closed_until: float = 0.0
    failures: int = 0


@dataclass(slots=True, kw_only=True)
class Manners:
    """Keeps a pause between two requests to one host, and leaves a host alone that asks for it.

    pause, longest_wait: seconds. clock: seconds that never jump. wait: sleeps, and may return early on a stop.
    """

    pause: float
    longest_wait: float
    clock: Callable[[], float] = time.monotonic
    wait: Callable[[float], object] = time.sleep
    _hosts: dict[str, _Host] = field(default_factory=dict)

    def await_turn(self, host: str, *, delay: float | None = None) -> None:
        """Wait until a host may be asked. delay: what the site wants between two requests.

        Raises FetchError (unreachable) where that is longer than longest_wait.
        """
        known = self._hosts.setdefault(host, _Host())
        now = self.clock()
        left = max(known.free_at + max(0.0, (delay or 0.0) - self.pause), known.closed_until) - now
        if left > self.longest_wait:
            raise FetchError(
                f"{host} wants to be left alone for another {left:,.0f} seconds. Try again later.",
                code="unreachable",
                may_pass=True,
                wait=left,
            )
        if left > 0:
            self.wait(left)

    def note_answer(self, host: str) -> None:
        """A host has answered as it should."""
        known = self._hosts.setdefault(host, _Host())
        known.free_at = self.clock() + self.pause
        known.failures = 0

    def note_failure(self, host: str, *, asked: float | None) -> None:
        """A host has failed, or asked to be left alone for so many seconds."""
        known = self._hosts.setdefault(host, _Host())
        known.failures += 1
        back_off = min(_FIRST_BACK_OFF * 2.0 ** min(known.failures - 1, 20), _LONGEST_BACK_OFF)
        # A first silence may be chance; the pause is longer anyway.
        known.free_at = self.clock() + self.pause
        known.closed_until = self.clock() + (min(asked, _LONGEST_ASKED) if asked is not None else back_off)
