"""How does a claim come from its origins to the documents that print it?"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from saidwho.web.differences import differing

Shape = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A document that prints it. through: whom it cites. copy: of which document it is one, with the reason."""

    document: str
    statement: str
    outlet: str | None
    published: str | None
    through: tuple[str, ...]
    act: str | None
    copy: Shape | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One act of speaking, with the fullest of its quotations, and who prints it, the first first."""

    speaker: str | None
    quote: str
    prints: tuple[Print, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """An origin, or somebody who is none, with what they said. origin: as the contract writes it."""

    name: str
    why: str
    shape: Shape
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The claim in one document's words. words: stretches, each with whether the clearest words lack it."""

    member: Shape
    words: list[tuple[str, bool]]
    role: str
    copy: Shape | None


def branches(claim: Shape) -> list[Branch]:
    """The origins of a claim, each with what it said and who prints it."""
    return [_branch(claim, origin) for origin in claim["origins"]]


def others(claim: Shape) -> list[Branch]:
    """Those who say or print it and are no origins, with the reasons."""
    return [_branch(claim, other) for other in claim["not_origins"]]


def _branch(claim: Shape, shape: Shape) -> Branch:
    said = set(shape["statements"])
    spoken: dict[str, list[Shape]] = defaultdict(list)
    for member in claim["statements"]:
        if member["id"] in said:
            spoken[member["utterance"] or member["id"]].append(member)
    return Branch(name=shape["name"], why=shape["why"], shape=shape, sayings=tuple(_saying(claim, told) for told in spoken.values()))


def _saying(claim: Shape, told: list[Shape]) -> Saying:
    copies = {copy["document"]: copy for copy in claim["copies"]}
    fullest = max(told, key=lambda member: (member["form"] == "direct", len(member["quote"]), member["proposition"]))
    prints: dict[str, Print] = {}
    for member in sorted(told, key=lambda member: (member["published"] or "", member["document"])):
        through = tuple(name for name in member["chain"][:-1] if name != member["outlet"])
        prints.setdefault(
            member["document"],
            Print(
                document=member["document"],
                statement=member["id"],
                outlet=member["outlet"],
                published=member["published"],
                through=through,
                act=member["act"],
                copy=copies.get(member["document"]),
            ),
        )
    return Saying(speaker=fullest["speaker"], quote=fullest["quote"], prints=tuple(prints.values()))


def versions(claim: Shape) -> list[Version]:
    """The words as each outlet gave them, oldest first, each once a document."""
    copies = {copy["document"]: copy for copy in claim["copies"]}
    of_origin = {statement for origin in claim["origins"] for statement in origin["statements"]}
    denying = {statement for denier in claim["denied_by"] for statement in denier["statements"]}
    found, seen = [], set()
    for member in sorted(claim["statements"], key=lambda member: (member["published"] or "", member["document"], member["proposition"])):
        known = (member["document"], member["quote"])
        if known in seen:
            continue
        seen.add(known)
        role = "denies" if member["id"] in denying else "origin" if member["id"] in of_origin else "relays"
        found.append(
            Version(member=member, words=differing(member["quote"], claim["text"]), role=role, copy=copies.get(member["document"]))
        )
    return found
