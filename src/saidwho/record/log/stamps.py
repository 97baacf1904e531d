"""When did the log have a root? A time-stamping server (RFC 3161) says so under its signature.

This is one of the few modules that open a connection, and only to the server that the user names. What is sent is the
hash of the root and of the log's size, nothing else.
"""

import hashlib
import os
from typing import Any

import httpx
import sqlalchemy as sa

from saidwho.errors import LogError
from saidwho.record.clock import now
from saidwho.record.keeping import next_number
from saidwho.record.log.tree import root_of
from saidwho.record.record import Record
from saidwho.record.tables import stamps

SETTING = "SAIDWHO_TSA"
_TIMEOUT = 30.0  # seconds; servers answer within one
_LARGEST = 1 << 20  # bytes; an answer with its certificates has about 6 kB


def server_asked() -> str | None:
    """The address of the server that the user configured."""
    return os.environ.get(SETTING) or None


def stamped_text(*, size: int, root: str) -> bytes:
    """What is stamped: the text whose SHA-256 stands in the token."""
    return f"saidwho log {size} {root}\n".encode("ascii")


def stamp_root(record: Record, server: str) -> tuple[int, str]:
    """Ask a server to stamp the root that the log has, and keep its answer. Returns the size and the root.

    Nothing is asked where the newest root is stamped already. Raises LogError where the server does not stamp.
    """
    size, root = record.read(root_of)
    same = sa.select(stamps.c.n).where(stamps.c.size == size, stamps.c.root == root, stamps.c.server == server)
    if size == 0 or record.read(lambda connection: connection.execute(same).first()) is not None:
        return size, root
    token = request_stamp(server, stamped_text(size=size, root=root))
    row = {"size": size, "root": root, "server": server, "at": now(), "token": token}
    record.write(lambda connection: connection.execute(sa.insert(stamps), row | {"n": next_number(connection, stamps)}))
    return size, root


def request_stamp(server: str, text: bytes) -> bytes:
    """The answer of a server about a text, in DER, as openssl ts reads it.

    Raises LogError where it does not answer, refuses, or stamps something else.
    """
    client = _client()
    request = client.TimestampRequestBuilder().data(text).hash_algorithm(client.HashAlgorithm.SHA256).nonce(nonce=True).build()
    headers = {"Content-Type": "application/timestamp-query"}
    try:
        answer = httpx.post(server, content=request.as_bytes(), headers=headers, timeout=_TIMEOUT)
        answer.raise_for_status()
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise LogError(f"The time-stamping server {server} did not answer: {error}. The log is complete without the stamp.") from error
    token = answer.content
    if len(token) > _LARGEST:
        raise LogError(f"The time-stamping server {server} answered with {len(token):,} bytes, which is no stamp.")
    _check(client, token, text, nonce=request.nonce, server=server)
    return token


def _check(client: Any, token: bytes, text: bytes, *, nonce: int | None, server: str) -> None:
    """That a token is about a text and answers this request. Whose signature it bears is for its reader to judge."""
    try:
        answer = client.decode_timestamp_response(token)
        is_granted = answer.status in (0, 1)  # granted, granted with modifications
        told = answer.tst_info if is_granted else None
    except ValueError as error:
        raise LogError(f"The time-stamping server {server} answered with something that is no stamp ({error}).") from error
    if told is None:
        raise LogError(f"The time-stamping server {server} refused to stamp (status {answer.status}: {answer.status_string}).")
    if bytes(told.message_imprint.message) != hashlib.sha256(text).digest() or told.nonce != nonce:
        raise LogError(f"The time-stamping server {server} stamped something else than it was asked to.")


def _client() -> Any:
    # Imported here: it is an extra.
    try:
        import rfc3161_client  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise LogError("Time stamps need one more package: pip install 'saidwho[timestamps]'.") from error
    return rfc3161_client
