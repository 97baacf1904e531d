"""How much time, room and trust does a fetch get?"""

from dataclasses import dataclass
from importlib.metadata import version

# The product token of robots.txt (RFC 9309, 2.2.1).
AGENT = "saidwho"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchOptions:
    """Times in seconds.

    connect, read: the longest silence while connecting and between two pieces of an answer. total: from asking to the end
    of the answer; what it is passed on to has its own.
    limit: bytes of the answer after its coding is taken off. ratio: decoded bytes a received byte may become.
    allow_hosts: hosts, lower case, that may lie at an address that is not public.
    pause: between two requests to one host. tries: how often one address is asked for while waiting could help.
    longest_wait: what a host may make us wait; a host that wants more is left alone.
    contact: an address or mail address that a site's owner can turn to, sent with every request.
    """

    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    limit: int = 20_000_000
    # Deflate can reach 1,032. Pages of real sites stay below 50, but for a table of equal rows.
    ratio: int = 200
    redirects: int = 5
    allow_hosts: frozenset[str] = frozenset()
    pause: float = 1.0
    tries: int = 3
    longest_wait: float = 60.0
    contact: str | None = None

    @property
    def user_agent(self) -> str:
        about = f"+{self.contact}" if self.contact else "reads news reports for a record of who claims what"
        return f"{AGENT}/{version('saidwho')} ({about})"
