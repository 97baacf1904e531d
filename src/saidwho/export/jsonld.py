"""Statements as schema.org Claims, in JSON-LD."""

from collections.abc import Iterable
from typing import Any, TextIO

from saidwho.export.cells import Shape, plain, words_of
from saidwho.types.contract import write_line

_TYPES = {"person": "Person", "state": "GovernmentOrganization", "government": "GovernmentOrganization"}


def write_jsonld(reports: Iterable[Shape], stream: TextIO) -> None:
    """Write one Claim a statement: its words, its author, and the NewsArticle it appears in.

    No rating: whether a claim holds is not for this program to say.
    """
    stream.write('{"@context":"https://schema.org","@graph":[')
    number = 0
    for report in reports:
        for statement in report["statements"]:
            stream.write((",\n" if number else "\n") + write_line(_claim(report, statement)))
            number += 1
    stream.write("\n]}\n")


def urn(kind: str, identity: str) -> str:
    """The name of a thing that has no address, from its id."""
    return f"urn:saidwho:{kind}:{identity}"


def is_address(url: str | None) -> bool:
    """Whether a document's address is one that may be linked to: no script, no file."""
    return (url or "").startswith(("http://", "https://"))


def _claim(report: Shape, statement: Shape) -> dict[str, Any]:
    document = report["document"]
    claim = {
        "@type": "Claim",
        "@id": urn("statement", statement["id"]),
        "text": plain(words_of(document["text"], statement["content"])),
        "author": _author(report, statement),
        "appearance": _article(document),
        "dateCreated": statement["spoken"]["edtf"] if statement["spoken"] else None,
        "isPartOf": {"@id": urn("statement", statement["within"])} if statement["within"] else None,
        "keywords": statement["act"],
        "contentLocation": _places(statement),
    }
    return {name: value for name, value in claim.items() if value}


def _author(report: Shape, statement: Shape) -> dict[str, Any] | None:
    actor = next((one for one in report["actors"] if one["id"] == statement["speaker"]), None)
    if actor is None:
        words = plain(words_of(report["document"]["text"], statement["source"]))
        return {"@type": "Organization" if statement["form"] == "own voice" else "Thing", "name": words} if words else None
    found = {"@type": _TYPES.get(actor["kind"], "Organization"), "@id": urn("actor", actor["id"]), "name": plain(actor["name"])}
    if actor["wikidata"]:
        found["sameAs"] = f"https://www.wikidata.org/entity/{actor['wikidata']}"
    return found


def _article(document: Shape) -> dict[str, Any]:
    article = {
        "@type": "NewsArticle",
        "@id": urn("document", document["id"]),
        "headline": plain(document["title"] or ""),
        "url": document["url"] if is_address(document["url"]) else None,
        "datePublished": document["published"],
        "inLanguage": document["language"],
        "publisher": {"@type": "Organization", "name": plain(document["outlet"])} if document["outlet"] else None,
    }
    return {name: value for name, value in article.items() if value}


def _places(statement: Shape) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for part in statement["propositions"]:
        for place in part["places"]:
            one: dict[str, Any] = {"@type": "Place", "name": plain(place["name"])}
            if place["geonameid"]:
                one["sameAs"] = f"https://sws.geonames.org/{place['geonameid']}/"
            if place["lat"] is not None and place["lon"] is not None:
                one["geo"] = {"@type": "GeoCoordinates", "latitude": place["lat"], "longitude": place["lon"]}
            found.setdefault(write_line(one), one)
    return list(found.values())
