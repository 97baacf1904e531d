"""How do other programs see a claim: one JSON object a line, in the shape of the contract."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from saidwho.types.contract import VERSION
from saidwho.types.document import Span
from saidwho.types.grounding import Place
from saidwho.types.ids import Json, pairs
from saidwho.types.linking import (
    Blame,
    Claim,
    Contradiction,
    Copy,
    Denier,
    Dispute,
    FigurePoint,
    Judgement,
    Member,
    NotOrigin,
    Origin,
    Passage,
    Utterance,
)
from saidwho.types.numbers import number_of


def claim_shape(claim: Claim) -> dict[str, Json]:
    """A claim as the contract writes it; not_origins, disputed, blamed, utterances and notes are fields of ours besides."""
    return {
        "saidwho": VERSION,
        "id": claim.id,
        "text": claim.text,
        "event": claim.event,
        "actor": list(claim.actor),
        "recipient": list(claim.recipient),
        "places": [asdict(place) | {"span": [place.span.start, place.span.end]} for place in claim.places],
        "when": claim.when,
        "statements": [_member(member) for member in claim.members],
        "documents": claim.documents,
        "outlets": claim.outlets,
        "copies": [copy_shape(copy) for copy in claim.copies],
        "origins": [_origin(origin) for origin in claim.origins],
        "not_origins": [_not_origin(other) for other in claim.not_origins],
        "independent_origins": claim.independent_origins,
        "possible_origins": claim.possible_origins,
        "denied_by": [{"actor": d.actor, "name": d.name, "statements": list(d.statements)} for d in claim.denied_by],
        "contradicts": [{"claim": found.claim, "why": found.why} for found in claim.contradicts],
        "figures": [_point(point) for point in claim.figures],
        "disputed": [_dispute(dispute) for dispute in claim.disputes],
        "blamed": [{"name": one.name, "by": list(one.by), "statements": list(one.statements)} for one in claim.blamed],
        "utterances": list(claim.utterances),
        "first_seen": claim.first_seen,
        "last_seen": claim.last_seen,
        "review": judgement_shape(claim.review) if claim.review else None,
        "notes": list(claim.notes),
    }


def retold_shape(shape: dict[str, Any], uttered: Mapping[int, str]) -> dict[str, Any]:
    """The shape of a claim where some statements are of another act of speaking. uttered: its id, by the number of the statement."""
    members = [member | {"utterance": uttered.get(number_of(member["id"]), member["utterance"])} for member in shape["statements"]]
    utterances = sorted({member["utterance"] for member in members if member["utterance"] is not None})
    return shape | {"statements": members, "utterances": utterances}


def _member(member: Member) -> dict[str, Json]:
    return {
        "id": member.statement,
        "proposition": member.proposition,
        "document": member.document,
        "key": member.key,
        "outlet": member.outlet,
        "published": member.published,
        "quote": member.quote,
        "spans": pairs(member.spans),
        "form": member.form,
        "act": member.act,
        "speaker": member.speaker,
        "chain": list(member.chain),
        "utterance": member.utterance,
    }


def copy_shape(copy: Copy) -> dict[str, Json]:
    """A copy with its passages: where they stand in it, and where in its original."""
    return {
        "document": copy.document,
        "of": copy.of,
        "share": copy.share,
        "passages": [[[p.here.start, p.here.end], [p.there.start, p.there.end]] for p in copy.passages],
        "agency": copy.agency,
        "why": copy.why,
    }


def _origin(origin: Origin) -> dict[str, Json]:
    return {
        "actor": origin.actor,
        "name": origin.name,
        "bodies": list(origin.bodies),
        "basis": origin.basis,
        "side": origin.side,
        "first_hand": origin.first_hand,
        "statements": list(origin.statements),
        "why": origin.why,
        "unnamed": list(origin.unnamed),
    }


def _not_origin(other: NotOrigin) -> dict[str, Json]:
    return {
        "actor": other.actor,
        "name": other.name,
        "statements": list(other.statements),
        "why": other.why,
        "possible": other.is_possible,
    }


def _point(point: FigurePoint) -> dict[str, Json]:
    return {
        "as_of": point.as_of,
        "low": point.low,
        "high": point.high,
        "speaker": point.speaker,
        "statement": point.statement,
        "qualifier": point.qualifier,
        "counts": point.counts,
        "unit": point.unit,
        "per": point.per,
        "over": point.over,
        "since": point.since,
        "currency": point.currency,
        "origin": point.origin,
        "change": point.change,
    }


def _dispute(dispute: Dispute) -> dict[str, Json]:
    return {
        "holders": [{"speaker": name, "figure": figure} for name, figure in dispute.holders],
        "statements": list(dispute.statements),
        "why": dispute.why,
    }


def judgement_shape(judgement: Judgement) -> dict[str, Json]:
    """What a person decided, when, and why."""
    return {
        "id": judgement.id,
        "verdict": judgement.verdict,
        "subjects": list(judgement.subjects),
        "reviewer": judgement.reviewer,
        "at": judgement.at,
        "reason": judgement.reason,
        "field": judgement.field,
        "value": judgement.value,
    }


def utterance_shape(utterance: Utterance) -> dict[str, Json]:
    """One act of speaking with the statements that report it."""
    return {
        "id": utterance.id,
        "speaker": utterance.speaker,
        "said": utterance.said,
        "statements": list(utterance.statements),
        "documents": list(utterance.documents),
        "words": utterance.words,
        "why": utterance.why,
    }


def claim_from(shape: dict[str, Any]) -> Claim:
    """The claim that a shape of claim_shape was written from. Raises KeyError for what is no such shape."""
    return Claim(
        id=shape["id"],
        text=shape["text"],
        event=shape["event"],
        actor=tuple(shape["actor"]),
        recipient=tuple(shape["recipient"]),
        places=tuple(Place(**found | {"span": _span(found["span"])}) for found in shape["places"]),
        when=shape["when"],
        members=tuple(map(_member_from, shape["statements"])),
        documents=shape["documents"],
        outlets=shape["outlets"],
        copies=tuple(map(copy_from, shape["copies"])),
        origins=tuple(map(_origin_from, shape["origins"])),
        not_origins=tuple(map(_not_origin_from, shape["not_origins"])),
        independent_origins=shape["independent_origins"],
        possible_origins=shape["possible_origins"],
        denied_by=tuple(Denier(**found | {"statements": tuple(found["statements"])}) for found in shape["denied_by"]),
        contradicts=tuple(Contradiction(**found) for found in shape["contradicts"]),
        figures=tuple(FigurePoint(**found) for found in shape["figures"]),
        disputes=tuple(map(_dispute_from, shape["disputed"])),
        blamed=tuple(Blame(name=one["name"], by=tuple(one["by"]), statements=tuple(one["statements"])) for one in shape["blamed"]),
        utterances=tuple(shape["utterances"]),
        first_seen=shape["first_seen"],
        last_seen=shape["last_seen"],
        review=judgement_from(shape["review"]) if shape["review"] else None,
        notes=tuple(shape["notes"]),
    )


def _member_from(shape: dict[str, Any]) -> Member:
    given = {name: value for name, value in shape.items() if name != "id"}
    return Member(**given | {"statement": shape["id"], "spans": tuple(map(_span, shape["spans"])), "chain": tuple(shape["chain"])})


def copy_from(shape: dict[str, Any]) -> Copy:
    """The copy that a shape of copy_shape was written from."""
    passages = tuple(Passage(here=_span(here), there=_span(there)) for here, there in shape["passages"])
    return Copy(**shape | {"passages": passages})


def _origin_from(shape: dict[str, Any]) -> Origin:
    lists = {name: tuple(shape[name]) for name in ("bodies", "statements", "unnamed")}
    return Origin(**shape | lists)


def _not_origin_from(shape: dict[str, Any]) -> NotOrigin:
    return NotOrigin(
        actor=shape["actor"],
        name=shape["name"],
        statements=tuple(shape["statements"]),
        why=shape["why"],
        is_possible=shape["possible"],
    )


def _dispute_from(shape: dict[str, Any]) -> Dispute:
    holders = tuple((found["speaker"], found["figure"]) for found in shape["holders"])
    return Dispute(holders=holders, statements=tuple(shape["statements"]), why=shape["why"])


def judgement_from(shape: dict[str, Any]) -> Judgement:
    """The judgement that a shape of judgement_shape was written from."""
    return Judgement(**shape | {"subjects": tuple(shape["subjects"])})


def _span(shape: list[int]) -> Span:
    return Span(start=shape[0], end=shape[1])
