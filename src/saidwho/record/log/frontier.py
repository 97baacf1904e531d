"""The log's root without reading the whole log again: what a server tells every few seconds while the log grows."""

import hashlib
from collections.abc import Iterable

import sqlalchemy as sa

from saidwho.record.tables import log_entries

# RFC 6962: what is hashed before two nodes, so that none passes for a leaf.
_NODE = b"\x01"


class Frontier:
    """The roots of the perfect trees that a log is made of, from the largest to the smallest; leaves are added on the right.

    size: how many leaves there are. Method: RFC 6962, 2.1: the left part of a tree is the largest power of two below its size.
    """

    def __init__(self) -> None:
        self.size = 0
        self._roots: list[tuple[int, bytes]] = []  # leaves below each, and its hash

    def add(self, leaves: Iterable[bytes]) -> None:
        """Add the hashes of leaves."""
        for leaf in leaves:
            self.size += 1
            self._roots.append((1, leaf))
            while len(self._roots) > 1 and self._roots[-1][0] == self._roots[-2][0]:
                (_, right), (count, left) = self._roots.pop(), self._roots.pop()
                self._roots.append((2 * count, hashlib.sha256(_NODE + left + right).digest()))

    def root(self) -> str:
        """The root of all leaves, in hex."""
        if not self._roots:
            return hashlib.sha256(b"").hexdigest()
        found = self._roots[-1][1]
        for _, left in reversed(self._roots[:-1]):
            found = hashlib.sha256(_NODE + left + found).digest()
        return found.hex()

    def catch_up(self, connection: sa.Connection) -> None:
        """Add the entries that came to the log of a record since. Begins anew where the log is shorter than it was."""
        newest = connection.execute(sa.select(sa.func.coalesce(sa.func.max(log_entries.c.n), 0))).scalar_one()
        if newest < self.size:
            self.size, self._roots = 0, []
        asked = sa.select(log_entries.c.leaf).where(log_entries.c.n > self.size).order_by(log_entries.c.n)
        self.add(connection.execute(asked.execution_options(yield_per=10_000)).scalars())
