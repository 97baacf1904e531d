"""Reports as entities of FollowTheMoney: one JSON object a line, as its tools and Aleph read them.

An actor of several reports is several lines of one id, which those tools merge.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from saidwho.export.cells import Shape, names_of, plain, words_of
from saidwho.export.countries import country_of
from saidwho.types.contract import write_line
from saidwho.types.ids import content_id

Entity = dict[str, Any]

_SCHEMA = {"person": "Person", "outlet": "Organization", "state": "PublicBody", "government": "PublicBody", "body": "Organization",
           "force": "Organization", "group": "Organization", "people": "LegalEntity"}  # fmt: skip
# FollowTheMoney's dates: a year, a month, a day, or a time; nothing else of EDTF.
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2})?)?)?")


def write_ftm(reports: Iterable[Shape], stream: TextIO) -> None:
    """Write an Article a report, an Event a proposition that has one, the actors, their Mentions, and what documents what."""
    for report in reports:
        for entity in _entities(report):
            stream.write(write_line(entity) + "\n")


def _entities(report: Shape) -> Iterator[Entity]:
    document, names = report["document"], names_of(report)
    yield _article(document)
    for actor in report["actors"]:
        yield _actor(actor)
        told = {"name": sorted({document["text"][start:end] for start, end in actor["mentions"]})}
        identity = content_id(["mention", document["id"], actor["id"]])
        yield _entity(
            identity, "Mention", told | {"document": document["id"], "resolved": actor["id"], "detectedSchema": _SCHEMA[actor["kind"]]}
        )
    for statement in report["statements"]:
        for part in statement["propositions"]:
            if part["event"]:
                yield _event(statement, part, document, names)
                identity = content_id(["documentation", document["id"], part["id"]])
                role = statement["act"] or "says"
                yield _entity(identity, "Documentation", {"document": document["id"], "entity": part["id"], "role": role})


def _entity(identity: str, schema: str, values: dict[str, Any]) -> Entity:
    """An entity, every property a list of texts; empty ones are left out."""
    lists = {name: [value] if isinstance(value, str) else list(value or ()) for name, value in values.items()}
    found = {name: [plain(value) for value in values if value] for name, values in lists.items()}
    return {"id": identity, "schema": schema, "properties": {name: values for name, values in found.items() if values}}


def _article(document: Shape) -> Entity:
    published = document["published"] or ""
    return _entity(
        document["id"],
        "Article",
        {
            "title": document["title"],
            "publisher": document["outlet"],
            "author": document["byline"],
            "publishedAt": published[:10] if _DATE.fullmatch(published[:10]) else None,
            "sourceUrl": document["url"] if (document["url"] or "").startswith(("http://", "https://")) else None,
            "language": "eng" if (document["language"] or "").startswith("en") else None,
            "bodyText": document["text"],
        },
    )


def _actor(actor: Shape) -> Entity:
    country = country_of(actor["country"])
    values = {"name": actor["name"], "country": country.alpha2.lower() if country else None, "wikidataId": actor["wikidata"]}
    if actor["kind"] == "person":
        values["position"] = actor["role"]
    return _entity(actor["id"], _SCHEMA[actor["kind"]], values)


def _event(statement: Shape, part: Shape, document: Shape, names: dict[str, str]) -> Entity:
    countries = [country_of(place["country"]) for place in part["places"]]
    start, end = _dates(part)
    speaker = names.get(statement["speaker"]) or words_of(document["text"], statement["source"])
    return _entity(
        part["id"],
        "Event",
        {
            "name": words_of(document["text"], part["spans"]),
            "description": words_of(document["text"], statement["content"]),
            "summary": f"{speaker}: {statement['act'] or 'says'}" if speaker else None,
            "startDate": start,
            "endDate": end,
            "location": dict.fromkeys(place["name"] for place in part["places"]),
            "country": dict.fromkeys(country.alpha2.lower() for country in countries if country),
            "involved": dict.fromkeys([*part["actor"], *part["recipient"]]),
            "keywords": part["event"]["type"],
            "proof": document["id"],
        },
    )


def _dates(part: Shape) -> tuple[str | None, str | None]:
    edtf = next((time["edtf"] for time in part["times"] if time["edtf"]), "")
    start, _, end = edtf.partition("/")
    found = [date if _DATE.fullmatch(date) else None for date in (start, end or start)]
    return found[0], found[1]
