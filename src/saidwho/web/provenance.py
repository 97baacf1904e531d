"""How does a claim come from its origins to the documents that print it?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from saidwho.web.differences import differing

Shape = dict[str, Any]

# Documents that the tree of a claim has room for; of one saying; sayings of one branch; and branches without an origin.
_PRINTS, _OF_ONE, _SAYINGS = 240, 12, 12
OTHERS = 60


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
    """One act of speaking, with the fullest of its quotations, and who prints it, the first first. more: others that do."""

    speaker: str | None
    quote: str
    prints: tuple[Print, ...]
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """An origin, or somebody who is none, with what they said. shape: as the contract writes it. more: sayings left out."""

    name: str
    why: str
    shape: Shape
    sayings: tuple[Saying, ...]
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The claim in one document's words. words: stretches, each with whether the clearest words lack it."""

    member: Shape
    words: list[tuple[str, bool]]
    role: str
    copy: Shape | None


class Room:
    """How many documents a page has room for: of a claim that a thousand print, a page with all would be a megabyte.

    Whoever is an origin, or none, is named however many there are; of what each said, the first are shown.
    """

    def __init__(self) -> None:
        self._left = _PRINTS

    def take(self, wanted: int, most: int) -> int:
        """How many of so many there is room for; one at least, since an origin without its words would be no proof."""
        given = max(1, min(wanted, most, self._left))
        self._left -= given
        return given


def branches(claim: Shape, room: Room) -> list[Branch]:
    """The origins of a claim, each with what it said and who prints it."""
    return _branches(claim, claim["origins"], room)


def others(claim: Shape, room: Room) -> list[Branch]:
    """Those who say or print it and are no origins, with the reasons; OTHERS at most."""
    return _branches(claim, claim["not_origins"][:OTHERS], room)


def _branches(claim: Shape, shapes: Sequence[Shape], room: Room) -> list[Branch]:
    members = {member["id"]: member for member in claim["statements"]}
    copies = {copy["document"]: copy for copy in claim["copies"]}
    return [_branch(members, copies, shape, room) for shape in shapes]


def _branch(members: dict[str, Shape], copies: dict[str, Shape], shape: Shape, room: Room) -> Branch:
    spoken: dict[str, list[Shape]] = defaultdict(list)
    for member in (members[one] for one in shape["statements"] if one in members):
        spoken[member["utterance"] or member["id"]].append(member)
    told = list(spoken.values())
    shown = told[: room.take(len(told), _SAYINGS)] if told else []
    sayings = tuple(_saying(one, copies, room) for one in shown)
    return Branch(name=shape["name"], why=shape["why"], shape=shape, sayings=sayings, more=len(told) - len(shown))


def _saying(told: list[Shape], copies: dict[str, Shape], room: Room) -> Saying:
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
    shown = list(prints.values())[: room.take(len(prints), _OF_ONE)]
    return Saying(speaker=fullest["speaker"], quote=fullest["quote"], prints=tuple(shown), more=len(prints) - len(shown))


def versions(claim: Shape) -> list[Shape]:
    """The members of a claim, oldest first, each wording once a document."""
    ordered = sorted(claim["statements"], key=lambda member: (member["published"] or "", member["document"], member["proposition"]))
    return list({(member["document"], member["quote"]): member for member in reversed(ordered)}.values())[::-1]


def compared(claim: Shape, members: Sequence[Shape]) -> list[Version]:
    """Some members of a claim, each with where its words differ from the clearest."""
    copies = {copy["document"]: copy for copy in claim["copies"]}
    of_origin = {statement for origin in claim["origins"] for statement in origin["statements"]}
    denying = {statement for denier in claim["denied_by"] for statement in denier["statements"]}
    return [
        Version(
            member=member,
            words=differing(member["quote"], claim["text"]),
            role="denies" if member["id"] in denying else "origin" if member["id"] in of_origin else "relays",
            copy=copies.get(member["document"]),
        )
        for member in members
    ]
