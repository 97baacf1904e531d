"""Which document does an original hold?"""

import json
import re
from dataclasses import replace
from urllib.parse import urlsplit

from saidwho.errors import IntakeError
from saidwho.intake.charset import decode_page, decode_plain, is_page, settle
from saidwho.intake.drafts import Draft, IntakeOptions, fill, freeze, override
from saidwho.intake.jsonl import LineError, draft_line
from saidwho.types.document import Document, Unreadable
from saidwho.types.original import Original, Stated

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_HEADER_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE | re.ASCII)


def document_of(original: Original, options: IntakeOptions) -> Document | Unreadable:
    """Draft the document of an original and freeze it. One that holds none gives an Unreadable that says why."""
    try:
        draft = _draft(original, options)
    except LineError as error:
        return Unreadable(key=error.key or original.place, code=error.code, message=f"Line {original.line}: {error}")
    except IntakeError as error:
        return Unreadable(key=original.place, code=error.code, message=str(error))
    try:
        return freeze(draft)
    except IntakeError as error:
        return Unreadable(key=draft.key or original.place, code=error.code, message=str(error))


def _draft(original: Original, options: IntakeOptions) -> Draft:
    """What the original says of itself, what led to it says of it, and what the user says. Raises IntakeError."""
    if original.line is not None:
        return fill(draft_line(original.data, number=original.line), options)
    draft = _supplement(_text(original), original.stated or Stated())
    return override(replace(draft, url=_address(original, draft.url)), options)


def _text(original: Original) -> Draft:
    charset = _charset(original)
    # What a server calls a page is one, however it begins; a file may only be called so.
    is_served = original.status is not None and original.media_type in _PAGES
    if not is_served and not is_page(original.data):
        _refuse_json_lines(original.data)
        return Draft(text=settle(decode_plain(original.data, header=charset)))
    # Imported here since only pages need it: 0.2 s, which a plain report does not pay.
    from saidwho.intake.article import read_article  # noqa: PLC0415

    return read_article(decode_page(original.data, header=charset))


def _refuse_json_lines(data: bytes) -> None:
    """Documents in JSON, read as a text, would be quotation marks and names of fields. Raises IntakeError."""
    start = data[:1]
    if start == b"{" and _holds_text(data.partition(b"\n")[0]):
        message = "This is JSON Lines, not a text. Add --jsonl for standard input, or give the file a name that ends in .jsonl."
        raise IntakeError(message, code="json_lines")
    if start in (b"{", b"[") and _holds_text(data):
        raise IntakeError("This is JSON, not a text. Write one object a line, in a file whose name ends in .jsonl.", code="json_lines")


def _holds_text(data: bytes) -> bool:
    """Whether data is JSON, an object with a "text" or a list of such."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return False
    one = value[0] if isinstance(value, list) and value else value
    return isinstance(one, dict) and isinstance(one.get("text"), str)


def _charset(original: Original) -> str | None:
    found = _HEADER_CHARSET.search(original.header("content-type") or "")
    return found[1] if found else None


def _supplement(draft: Draft, stated: Stated) -> Draft:
    return replace(
        draft,
        title=draft.title or stated.title,
        outlet=draft.outlet or stated.outlet,
        published=draft.published or stated.published,
    )


def _address(original: Original, own: str | None) -> str | None:
    """The address of the document. A page may name a better one of its own, but not one of somebody else's site."""
    fetched = original.final_address or original.address
    if fetched is None:
        return own if own and _site(own) else None
    return own if own and _site(own) == _site(fetched) else fetched


def _site(address: str) -> str | None:
    """The host of an address without its www, None where it is no http address."""
    try:
        parts = urlsplit(address)
        return (parts.hostname or "").removeprefix("www.") or None if parts.scheme in ("http", "https") else None
    except ValueError:
        return None
