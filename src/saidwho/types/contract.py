"""How do other programs see a report: one JSON object a line, in the shape of the contract, and back from it."""

import json
import re
from typing import Any

from saidwho.types.document import Document, Span, Unreadable
from saidwho.types.grounding import Actor, Figure, Grounding, Place, Speaker, Time
from saidwho.types.ids import Json, pairs
from saidwho.types.statement import AidItem, AidPackage, AidStage, Basis, Conduct, Denial, Event, Link, Proposition, Report, Statement

VERSION = 1

_SURROGATE = re.compile("[\ud800-\udfff]")


def json_line(report: Report | Unreadable) -> str:
    """Write a report, or the error in its place, as one line of JSON without its line feed.

    A lone surrogate, which is no character and cannot be UTF-8, is written as its escape; reading the line gives it
    back.
    """
    return write_line(_error(report) if isinstance(report, Unreadable) else report_shape(report))


def write_line(shape: Json) -> str:
    """Write a shape of the contract as one line of JSON without its line feed; see json_line."""
    line = json.dumps(shape, ensure_ascii=False, separators=(",", ":"))
    return line if line.isascii() else _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def _error(unreadable: Unreadable) -> dict[str, Json]:
    return {
        "saidwho": VERSION,
        "document": {"key": unreadable.key},
        "error": {"code": unreadable.code, "message": unreadable.message},
    }


def report_shape(report: Report) -> dict[str, Json]:
    """A report as the contract writes it."""
    return {
        "saidwho": VERSION,
        "document": _document(report.document),
        "statements": [_statement(statement) for statement in report.statements],
        "places": [_place(place) for place in report.grounding.places],
        "times": [_time(time) for time in report.grounding.times],
        "figures": [figure_shape(figure) for figure in report.grounding.figures],
        "actors": [_actor(actor) for actor in report.grounding.actors],
        "aid": [_aid(package) for package in report.aid],
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
        "first_hand": statement.first_hand,
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
        "conduct": [{"tag": conduct.tag, "provision": conduct.provision} for conduct in proposition.conduct],
        "places": [_place(place) for place in proposition.places],
        "times": [_time(time) for time in proposition.times],
        "figures": [figure_shape(figure) for figure in proposition.figures],
        "aid": proposition.aid,
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


def figure_shape(figure: Figure) -> dict[str, Json]:
    """A figure as the contract writes it."""
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


def _aid(package: AidPackage) -> dict[str, Json]:
    return {
        "id": package.id,
        "donor": package.donor,
        "recipient": package.recipient,
        "kind": package.kind,
        "amount": figure_shape(package.amount) if package.amount else None,
        "funding": pairs(package.funding),
        "items": [{"span": _span(item.span), "name": item.name, "count": item.count} for item in package.items],
        "history": [_stage(stage) for stage in package.history],
    }


def _stage(stage: AidStage) -> dict[str, Json]:
    return {
        "stage": stage.stage,
        "amount": figure_shape(stage.amount) if stage.amount else None,
        "date": stage.date,
        "statement": stage.statement,
    }


def report_from(shape: dict[str, Any]) -> Report:
    """The report that a shape of report_shape was written from, scores rounded as written there.

    Grounding holds the speakers of the statements that name one. Raises KeyError for what is no such shape.
    """
    statements = tuple(_statement_from(found) for found in shape["statements"])
    return Report(
        document=Document(**shape["document"]),
        statements=statements,
        grounding=Grounding(
            actors=tuple(Actor(**found | {"mentions": _spans_from(found["mentions"])}) for found in shape["actors"]),
            speakers=tuple({s.source: s.speaker for s in statements if s.speaker}.values()),
            places=tuple(map(_place_from, shape["places"])),
            times=tuple(map(_time_from, shape["times"])),
            figures=tuple(map(_figure_from, shape["figures"])),
        ),
        aid=tuple(map(_aid_from, shape["aid"])),
    )


def _statement_from(shape: dict[str, Any]) -> Statement:
    source = _spans_from(shape["source"])
    told = shape["speaker_why"]
    speaker = None
    if told is not None:
        speaker = Speaker(source=source, actor=shape["speaker"], score=shape["speaker_score"], why=told)
    return Statement(
        id=shape["id"],
        form=shape["form"],
        content=_spans_from(shape["content"]),
        cue=_spans_from(shape["cue"]),
        source=source,
        score=shape["score"],
        speaker=speaker,
        spoken=_spoken_from(shape["spoken"]),
        act=shape["act"],
        within=shape["within"],
        chain=tuple(Link(**found | {"span": _maybe_span(found["span"])}) for found in shape["chain"]),
        speaker_side=shape["speaker_side"],
        basis=Basis(**shape["basis"] | {"span": _span_from(shape["basis"]["span"])}) if shape["basis"] else None,
        venue=_maybe_span(shape["venue"]),
        denies=Denial(**shape["denies"] | {"span": _span_from(shape["denies"]["span"])}) if shape["denies"] else None,
        caveats=_spans_from(shape["caveats"]),
        propositions=tuple(map(_proposition_from, shape["propositions"])),
        first_hand=shape["first_hand"],
    )


def _spoken_from(shape: dict[str, Any] | None) -> Time | None:
    """When words were said; the contract keeps no precision of it."""
    return Time(span=_span_from(shape["span"]), edtf=shape["edtf"], date_prec=None) if shape else None


def _proposition_from(shape: dict[str, Any]) -> Proposition:
    event = shape["event"]
    return Proposition(
        id=shape["id"],
        spans=_spans_from(shape["spans"]),
        negated=shape["negated"],
        modality=shape["modality"],
        event=Event(**event | {"span": _span_from(event["span"])}) if event else None,
        actor=tuple(shape["actor"]),
        recipient=tuple(shape["recipient"]),
        places=tuple(map(_place_from, shape["places"])),
        times=tuple(map(_time_from, shape["times"])),
        figures=tuple(map(_figure_from, shape["figures"])),
        conduct=tuple(Conduct(**found) for found in shape["conduct"]),
        aid=shape["aid"],
    )


def _aid_from(shape: dict[str, Any]) -> AidPackage:
    return AidPackage(
        id=shape["id"],
        donor=shape["donor"],
        recipient=shape["recipient"],
        kind=shape["kind"],
        amount=_maybe_figure(shape["amount"]),
        funding=_spans_from(shape["funding"]),
        items=tuple(AidItem(**found | {"span": _span_from(found["span"])}) for found in shape["items"]),
        history=tuple(
            AidStage(**found | {"amount": _figure_from(found["amount"]) if found["amount"] else None}) for found in shape["history"]
        ),
    )


def _place_from(shape: dict[str, Any]) -> Place:
    return Place(**shape | {"span": _span_from(shape["span"])})


def _time_from(shape: dict[str, Any]) -> Time:
    return Time(**shape | {"span": _span_from(shape["span"])})


def _maybe_figure(shape: dict[str, Any] | None) -> Figure | None:
    return _figure_from(shape) if shape else None


def _figure_from(shape: dict[str, Any]) -> Figure:
    return Figure(**shape | {"span": _span_from(shape["span"]), "part_of": _maybe_span(shape["part_of"])})


def _spans_from(shape: list[list[int]]) -> tuple[Span, ...]:
    return tuple(map(_span_from, shape))


def _maybe_span(shape: list[int] | None) -> Span | None:
    return _span_from(shape) if shape else None


def _span_from(shape: list[int]) -> Span:
    start, end = shape
    return Span(start=start, end=end)
