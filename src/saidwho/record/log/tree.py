"""The log as a Merkle tree (RFC 6962): its root, and proofs that do not need the record."""

from collections.abc import Iterable

import sqlalchemy as sa
from pymerkle.core import BaseMerkleTree, InvalidChallenge

from saidwho.errors import LogError
from saidwho.record.log.entries import size_of
from saidwho.record.tables import document_originals, documents, log_entries, originals, readings
from saidwho.types.ids import Json


class LogTree(BaseMerkleTree):  # type: ignore[misc]
    """The tree over the leaves that a database holds. Entries are added by append_entries, with what they tell of.

    connection: of a transaction that sees one state of the log.
    """

    def __init__(self, connection: sa.Connection) -> None:
        super().__init__("sha256")
        self._connection = connection
        self._size = size_of(connection)

    def _encode_entry(self, data: bytes) -> bytes:
        raise NotImplementedError("Entries are added with what they tell of.")

    def _store_leaf(self, data: bytes, digest: bytes) -> int:
        raise NotImplementedError("Entries are added with what they tell of.")

    def _get_leaf(self, index: int) -> bytes:
        return next(iter(self._get_leaves(index - 1, 1)))

    def _get_leaves(self, offset: int, width: int) -> Iterable[bytes]:
        asked = sa.select(log_entries.c.leaf).where(log_entries.c.n > offset, log_entries.c.n <= offset + width).order_by(log_entries.c.n)
        leaves = list(self._connection.execute(asked).scalars())
        if len(leaves) != width:
            raise LogError(f"The log has gaps between its entries {offset + 1:,} and {offset + width:,}. Run saidwho verify.")
        return leaves

    def _get_size(self) -> int:
        return self._size


def root_of(connection: sa.Connection, size: int | None = None) -> tuple[int, str]:
    """The size of the log and its root in hex, at the size it has or had. Raises LogError for a size it never had."""
    tree = LogTree(connection)
    if size is not None and not 0 <= size <= tree.get_size():
        raise LogError(f"The log has {tree.get_size():,} entries, it never had {size:,}.")
    found = tree.get_size() if size is None else size
    return found, tree.get_root(found).hex()


def prove_entry(connection: sa.Connection, number: int, size: int | None = None) -> dict[str, Json]:
    """That an entry is in the log: what log check reads."""
    tree = LogTree(connection)
    body = connection.execute(sa.select(log_entries.c.body).where(log_entries.c.n == number)).scalar_one()
    try:
        proof = tree.prove_inclusion(number, size)
    except InvalidChallenge as error:
        raise LogError(f"Entry {number:,} is not in a log of {size or tree.get_size():,} entries.") from error
    return {
        "saidwho": 1,
        "kind": "inclusion",
        "entry": body,
        "number": number,
        "size": proof.size,
        "root": tree.get_root(proof.size).hex(),
        "proof": proof.serialize(),
    }


def prove_growth(connection: sa.Connection, before: int, after: int | None = None) -> dict[str, Json]:
    """That the log at one size is the beginning of the log at a later size: what log check reads."""
    tree = LogTree(connection)
    try:
        proof = tree.prove_consistency(before, after)
    except InvalidChallenge as error:
        raise LogError(f"The log has {tree.get_size():,} entries. Give sizes from 1 to that, the earlier first.") from error
    return {
        "saidwho": 1,
        "kind": "consistency",
        "prior_size": before,
        "prior_root": tree.get_root(before).hex(),
        "size": proof.size,
        "root": tree.get_root(proof.size).hex(),
        "proof": proof.serialize(),
    }


def entries_about(connection: sa.Connection, identity: str) -> list[int]:
    """The numbers of the entries that tell of a thing: its original, its readings, judgements, withholdings.

    identity: the id of anything in the record, a document's included; its beginning will do.
    """
    if len(identity) < 8 or not set(identity) <= set("0123456789abcdef"):
        raise LogError(f"{identity!r} is no id. Give at least 8 of its characters.")
    column = log_entries.c.item
    named = sa.select(log_entries.c.n).where(column >= identity, column < identity + "g")
    numbers = set(connection.execute(named).scalars())
    numbers |= _of_document(connection, identity)
    if not numbers:
        raise LogError(f"The log tells of nothing with an id that begins with {identity!r}.")
    return sorted(numbers)


def _of_document(connection: sa.Connection, identity: str) -> set[int]:
    """The entries of a document's readings and of what they were read from."""
    chosen = sa.select(documents.c.n).where(documents.c.id >= identity, documents.c.id < identity + "g")
    read = sa.select(readings.c.id).where(readings.c.document.in_(chosen))
    link = document_originals
    bytes_of = sa.select(originals.c.digest).join(link, link.c.original == originals.c.n).where(link.c.document.in_(chosen))
    items = list(connection.execute(read).scalars()) + list(connection.execute(bytes_of).scalars())
    return set(connection.execute(sa.select(log_entries.c.n).where(log_entries.c.item.in_(items))).scalars())
