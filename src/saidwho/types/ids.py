"""Ids that come from content: the same input gives the same id, on every machine."""

import hashlib
import json
import re
from typing import Union

from saidwho.types.document import Span

_CONTENT_ID = re.compile(r"[0-9a-f]{64}")

Json = Union[str, int, float, bool, None, "list[Json]", "dict[str, Json]"]


def content_id(value: Json) -> str:
    """SHA-256, in hex, over canonical JSON: sorted keys, UTF-8, no spaces."""
    canonical = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def document_id(*, key: str | None, url: str | None, outlet: str | None, published: str | None, text: str) -> str:
    return content_id([key or url, outlet, published, text])


def statement_id(*, document: str, content: tuple[Span, ...], cue: tuple[Span, ...], source: tuple[Span, ...]) -> str:
    return content_id([document, pairs(content), pairs(cue), pairs(source)])


def pairs(spans: tuple[Span, ...]) -> list[Json]:
    """Spans as the contract writes them: [[start, end], ...]."""
    return [[span.start, span.end] for span in spans]


def is_content_id(identity: str) -> bool:
    """Whether an id was made from content. The register's are words."""
    return _CONTENT_ID.fullmatch(identity) is not None
