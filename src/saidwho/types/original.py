"""The bytes that a document is read from, as they were fetched or found."""

import hashlib
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What led to an original says of it: the feed that names a page. It fills only what the original leaves open."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """One page, plain text or line of JSON Lines, before anything is read from it. One document is drafted from it.

    data: the bytes, a transfer's and a content's coding taken off. media_type: as declared or known by the name of the
    file, without parameters, lower case; None where nothing says it.
    place: what to call it in a message: its address, its path, or its path and line ("news.jsonl:12").
    address: what was asked for; final_address: what answered, after redirects. Both None where it has no address.
    fetched: when it was fetched or found; UTC, aware.
    status, headers: of the HTTP answer, in its order; None and empty elsewhere. A header that speaks of a coding that was
    taken off begins with X-Archive-Orig-, as is usual in WARC files.
    line: its number in JSON Lines, from 1.
    """

    data: bytes
    media_type: str | None
    place: str
    fetched: datetime
    address: str | None = None
    final_address: str | None = None
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    line: int | None = None
    stated: Stated | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hex."""
        return hashlib.sha256(self.data).hexdigest()

    def header(self, name: str) -> str | None:
        """The first header of that name, whatever its case."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)
