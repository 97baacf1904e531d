"""How do other programs see a report: one JSON object a line, in the shape of the contract."""

import json
import re

from saidwho.types.document import Document, Unreadable
from saidwho.types.ids import Json, pairs
from saidwho.types.statement import Actor, Report, Statement

VERSION = 1

_SURROGATE = re.compile("[\ud800-\udfff]")


def json_line(report: Report | Unreadable) -> str:
    """Write a report, or the error in its place, as one line of JSON without its line feed.

    A lone surrogate, which is no character and cannot be UTF-8, is written as its escape; reading the line gives it
    back.
    """
    shape = _error(report) if isinstance(report, Unreadable) else _report(report)
    line = json.dumps(shape, ensure_ascii=False, separators=(",", ":"))
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def _error(unreadable: Unreadable) -> dict[str, Json]:
    return {
        "saidwho": VERSION,
        "document": {"key": unreadable.key},
        "error": {"code": unreadable.code, "message": unreadable.message},
    }


def _report(report: Report) -> dict[str, Json]:
    return {
        "saidwho": VERSION,
        "document": _document(report.document),
        "statements": [_statement(statement) for statement in report.statements],
        "places": [],
        "times": [],
        "figures": [],
        "actors": [_actor(actor) for actor in report.actors],
        "aid": [],
    }


def _document(document: Document) -> dict[str, Json]:
    return {
        "id": document.id,
        "key": document.key,
        "work": document.work,
        "outlet": document.outlet,
        "url": document.url,
        "title": document.title,
        "byline": document.byline,
        "published": document.published,
        "zone": document.zone,
        "language": document.language,
        "text": document.text,
    }


def _statement(statement: Statement) -> dict[str, Json]:
    """What is not worked out yet is null or empty, never a guess."""
    return {
        "id": statement.id,
        "within": None,
        "form": statement.form,
        "act": None,
        "content": pairs(statement.content),
        "cue": pairs(statement.cue),
        "source": pairs(statement.source),
        "chain": [],
        "speaker": None,
        "speaker_side": None,
        "basis": None,
        "spoken": None,
        "venue": None,
        "first_hand": None,
        "denies": None,
        "caveats": [],
        "propositions": [],
        "score": round(statement.score, 4),
    }


def _actor(actor: Actor) -> dict[str, Json]:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "role": None,
        "of": None,
        "country": None,
        "wikidata": None,
        "mentions": pairs(actor.mentions),
    }
