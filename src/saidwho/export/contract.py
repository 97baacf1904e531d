"""How do other programs see a report: one JSON object a line, in the shape of the contract."""

import json
import re

from saidwho.types.document import Document, Span, Unreadable
from saidwho.types.grounding import Actor, Figure, Place, Time
from saidwho.types.ids import Json, pairs
from saidwho.types.statement import Event, Link, Proposition, Report, Statement

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
        "places": [_place(place) for place in report.grounding.places],
        "times": [_time(time) for time in report.grounding.times],
        "figures": [_figure(figure) for figure in report.grounding.figures],
        "actors": [_actor(actor) for actor in report.grounding.actors],
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
        "within": statement.within,
        "form": statement.form,
        "act": statement.act,
        "content": pairs(statement.content),
        "cue": pairs(statement.cue),
        "source": pairs(statement.source),
        "chain": [_link(link) for link in statement.chain],
        "speaker": statement.speaker.actor if statement.speaker else None,
        "speaker_score": round(statement.speaker.score, 4) if statement.speaker else None,
        "speaker_why": statement.speaker.why if statement.speaker else None,
        "speaker_side": statement.speaker_side,
        "basis": {"span": _span(statement.basis.span), "kind": statement.basis.kind} if statement.basis else None,
        "spoken": _spoken(statement.spoken),
        "venue": _span(statement.venue) if statement.venue else None,
        "first_hand": None,
        "denies": {"span": _span(statement.denies.span), "target": statement.denies.target} if statement.denies else None,
        "caveats": pairs(statement.caveats),
        "propositions": [_proposition(proposition) for proposition in statement.propositions],
        "score": round(statement.score, 4),
    }


def _spoken(time: Time | None) -> Json:
    return {"edtf": time.edtf, "span": _span(time.span)} if time else None


def _link(link: Link) -> dict[str, Json]:
    return {"role": link.role, "actor": link.actor, "name": link.name, "span": _span(link.span) if link.span else None}


def _proposition(proposition: Proposition) -> dict[str, Json]:
    return {
        "id": proposition.id,
        "spans": pairs(proposition.spans),
        "negated": proposition.negated,
        "modality": proposition.modality,
        "event": _event(proposition.event),
        "actor": list(proposition.actor),
        "recipient": list(proposition.recipient),
        "conduct": [],
        "places": [_place(place) for place in proposition.places],
        "times": [_time(time) for time in proposition.times],
        "figures": [_figure(figure) for figure in proposition.figures],
        "aid": None,
    }


def _event(event: Event | None) -> Json:
    return {"type": event.type, "mode": event.mode, "span": _span(event.span), "score": round(event.score, 4)} if event else None


def _actor(actor: Actor) -> dict[str, Json]:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "role": actor.role,
        "of": actor.of,
        "country": actor.country,
        "wikidata": actor.wikidata,
        "mentions": pairs(actor.mentions),
    }


def _place(place: Place) -> dict[str, Json]:
    return {
        "span": _span(place.span),
        "name": place.name,
        "geonameid": place.geonameid,
        "country": place.country,
        "admin1": place.admin1,
        "lat": place.lat,
        "lon": place.lon,
        "where_prec": place.where_prec,
        "use": place.use,
        "score": round(place.score, 4),
    }


def _time(time: Time) -> dict[str, Json]:
    return {"span": _span(time.span), "edtf": time.edtf, "date_prec": time.date_prec, "duration": time.duration}


def _figure(figure: Figure) -> dict[str, Json]:
    return {
        "span": _span(figure.span),
        "low": figure.low,
        "high": figure.high,
        "qualifier": figure.qualifier,
        "unit": figure.unit,
        "counts": figure.counts,
        "of": figure.of,
        "victims": figure.victims,
        "per": figure.per,
        "over": figure.over,
        "cumulative": figure.cumulative,
        "since": figure.since,
        "as_of": figure.as_of,
        "part_of": _span(figure.part_of) if figure.part_of else None,
        "currency": figure.currency,
        "negated": figure.negated,
    }


def _span(span: Span) -> list[Json]:
    return [span.start, span.end]
