"""Labelled mentions of happenings in the reports of others, and which of them are of one happening."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.times.documents import published as day_of
from saidwho.types.document import Document, Span
from saidwho.types.ids import content_id

ECB_PLUS, NEWSWCL50, MEANTIME, FA_KES = "ecb_plus/dev.jsonl", "newswcl50/all.jsonl", "meantime/cross_doc.jsonl", "fa_kes/dev.jsonl"
# Chains of NewsWCL50 that are happenings; the others are actors, countries and things.
_HAPPENINGS = ("_ACTION", "_EVENT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that tell of a happening. chain: the same for all mentions of one happening, in all documents."""

    span: Span
    chain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One document.

    topic: documents of other topics have nothing in common. is_one: the whole document is one mention, of its topic.
    """

    document: Document
    topic: str
    mentions: tuple[Mention, ...] = ()
    is_one: bool = False


def ecb_plus(data: Path) -> Iterator[Labelled]:
    """Events of validated sentences; those that are told once are chains of their own."""
    for row in _rows(data / ECB_PLUS):
        kept = set(row["validated_sentences"])
        found = [m for m in row["mentions"] if m["kind"] == "event" and m["sentence"] in kept]
        mentions = tuple(_mention(m["spans"], m.get("chain") or f"{row['id']} {m['id']}") for m in found)
        yield Labelled(document=_document(row), topic=row["topic"], mentions=mentions)


def newswcl50(data: Path) -> Iterator[Labelled]:
    """Actions and events alone."""
    for row in _rows(data / NEWSWCL50):
        found = [m for m in row["mentions"] if m["chain"].endswith(_HAPPENINGS)]
        mentions = tuple(_mention([[m["begin"], m["end"]]], m["chain"]) for m in found)
        yield Labelled(document=_document(row), topic=row["event"], mentions=mentions)


def meantime(data: Path) -> Iterator[Labelled]:
    """Events with an instance that all documents share."""
    for row in _rows(data / MEANTIME):
        instance = {event["id"]: event["instance"] for event in row["events"]}
        found = [m for m in row["event_mentions"] if m.get("event") in instance]
        mentions = tuple(_mention(m["spans"], str(instance[m["event"]])) for m in found)
        yield Labelled(document=_document(row, published=day_of(row["dct"])), topic=row["topic"], mentions=mentions)


def fa_kes(data: Path) -> Iterator[Labelled]:
    """Reports of one day and place: not proven to be of one event. The topic is the pair of them."""
    for row in _rows(data / FA_KES):
        document = _document(row, published=row["date"], outlet=row["outlet"])
        yield Labelled(document=document, topic=f"{row['date']} {row['location']}", is_one=True)


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    yield from (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())


def _mention(spans: list[list[int]], chain: str) -> Mention:
    return Mention(span=Span(start=spans[0][0], end=spans[-1][1]), chain=chain)


def _document(row: dict[str, Any], *, published: str | None = None, outlet: str | None = None) -> Document:
    identity = content_id([row["id"], outlet, published, row["text"]])
    return Document(
        id=identity,
        key=row["id"],
        work=identity,
        outlet=outlet,
        url=None,
        title=None,
        byline=None,
        published=published,
        zone=None,
        language="en",
        text=row["text"],
    )
