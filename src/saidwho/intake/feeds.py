"""Which pages does a feed name? RSS and Atom in all their versions, and JSON Feed."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any
from urllib.parse import urljoin

from saidwho.errors import IntakeError
from saidwho.intake.charset import settle
from saidwho.intake.dates import is_published
from saidwho.intake.markup import refuse_entities
from saidwho.types.original import Stated

# Feeds of news sites hold some hundred entries and stay below 3 MB; feedparser takes 0.1 ms a tag.
LIMIT = 8 << 20  # bytes
_MOST_TAGS = 200_000

_HEAD = 1024
_ROOT = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<\?xml-stylesheet[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*>\s*)*<(?:\w+:)?(rss|feed|rdf)\b", re.I | re.S
)
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org')
_MARKED_UP = ("text/html", "application/xhtml+xml")
_TAG = re.compile(r"<[^<>]*>")
_SPACE = re.compile(r"\s+")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[Tt ]|$)", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page that a feed names.

    key: what the feed calls it, to know it again. version: changes when the feed says another thing of it.
    address: of the page, None where the feed gives none. stated: what the feed says of it.
    """

    key: str
    version: str
    address: str | None
    stated: Stated


def is_feed(data: bytes) -> bool:
    """Whether bytes begin as a feed does."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip(b"\xff\xfe")
    return bool(_ROOT.match(head)) or (head.lstrip().startswith(b"{") and bool(_JSON_FEED.search(head)))


def read_feed(data: bytes, *, address: str | None = None) -> list[Entry]:
    """The entries of a feed, in its order, each once. Nothing is fetched.

    address: of the feed, against which its links are resolved. Raises IntakeError (not_a_feed, too_large).
    """
    if len(data) > LIMIT or data.count(b"<") > _MOST_TAGS:
        raise IntakeError(
            f"The feed is larger than {LIMIT >> 20} MiB or {_MOST_TAGS:,} tags. Ask the outlet for a shorter one.", code="too_large"
        )
    is_json = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    entries = _json_entries(data, address) if is_json else _xml_entries(data, address)
    found: dict[str, Entry] = {}
    for entry in entries:
        found.setdefault(entry.key, entry)
    return list(found.values())


def _xml_entries(data: bytes, base: str | None) -> Iterator[Entry]:
    refuse_entities(data)
    # Imported here since only feeds need it: 0.3 s.
    import feedparser  # noqa: PLC0415

    try:
        # A stream: a string might be taken for an address, and fetched. What we read of it is cleaned where it is shown.
        found = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
        version = found.version
    except Exception as error:  # a stranger's feed may break any of its parsers
        raise _no_feed(f"it cannot be parsed, {type(error).__name__}") from error
    if not version:
        raise _no_feed("it is neither RSS, nor Atom, nor JSON Feed")
    for entry in found.entries:
        yield _entry(
            key=_text(entry.get("id")),
            link=_text(entry.get("link")),
            title=_title(entry),
            published=_text(entry.get("published")),
            # Not entry.get, which puts the date of publication in the place of a missing one.
            updated=_text(dict.get(entry, "updated")),
            base=base,
        )


def _title(entry: Any) -> str | None:
    """The words of a title, which Atom and many RSS feeds write in HTML."""
    title = entry.get("title")
    if isinstance(title, str) and entry.get("title_detail", {}).get("type") in _MARKED_UP:
        title = unescape(_TAG.sub("", title))
    return _text(title)


def _json_entries(data: bytes, base: str | None) -> Iterator[Entry]:
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _no_feed("it is not JSON") from error
    items = value.get("items") if isinstance(value, dict) else None
    if not isinstance(items, list) or "jsonfeed.org" not in str(value.get("version")):
        raise _no_feed("it is JSON, but no JSON Feed")
    for item in items:
        fields: dict[str, Any] = item if isinstance(item, dict) else {}
        yield _entry(
            key=_text(fields.get("id")),
            link=_text(fields.get("url")) or _text(fields.get("external_url")),
            title=_text(fields.get("title")),
            published=_text(fields.get("date_published")),
            updated=_text(fields.get("date_modified")),
            base=base,
        )


def _entry(*, key: str | None, link: str | None, title: str | None, published: str | None, updated: str | None, base: str | None) -> Entry:
    address = _joined(base, link)
    return Entry(
        key=key or address or title or "",
        version=json.dumps([address, title, published, updated], ensure_ascii=True),
        address=address,
        stated=Stated(title=title, published=_date(published)),
    )


def _joined(base: str | None, link: str | None) -> str | None:
    try:
        return urljoin(base or "", link) if link else None
    except ValueError:
        return link


def _text(value: object) -> str | None:
    """A field as one line; what is no string is nothing."""
    return settle(_SPACE.sub(" ", value).strip()) or None if isinstance(value, str) else None


def _date(value: str | None) -> str | None:
    """A date as we write it, as fine as it is stated. A time without its offset gives its day only."""
    if value is None or is_published(value):
        return value
    day = _DAY.match(value)
    if day:
        return day[1] if is_published(day[1]) else None
    try:
        then = parsedate_to_datetime(value)
        # "-0000" and a zone that nobody knows say that the offset is not known (RFC 5322, 3.3).
        stated = then.date().isoformat() if then.tzinfo is None else then.isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    stated = stated.removesuffix("+00:00") + "Z" if then.tzinfo is UTC else stated
    return stated if is_published(stated) else None


def _no_feed(why: str) -> IntakeError:
    return IntakeError(f"This is no feed: {why}. Give the address of an RSS, Atom or JSON feed.", code="not_a_feed")
