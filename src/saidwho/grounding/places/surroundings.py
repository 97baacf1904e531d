"""What do the words around a toponym say of it?

That it is a town or a division ("the town of X", "X region"), that the place meant is only near it ("outside X", "30 km west
of X"), or only a part of it ("eastern X"). Only a window of fixed width is looked at, so time stays linear in the text.
"""

import re
from dataclasses import dataclass
from typing import Literal

from saidwho.types.document import Span

Sort = Literal["settlement", "division", "district", "surroundings"]

_WINDOW = 80
_KILOMETRES = {"k": 1.0, "m": 1.609344}
_BEARINGS = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0,
    "south": 180.0, "southwest": 225.0, "west": 270.0, "northwest": 315.0,
}  # fmt: skip
_COMPASS = r"(?:north|south)[- ]?(?:east|west)|north|south|east|west"

_SETTLEMENT = (
    "cit(?:y|ies)|towns?|villages?|hamlets?|settlements?|suburbs?|neighbou?rhoods?|ports?|capital|municipality|community|stronghold|"
    "commune|hometown|resort|metropolis"
)
_DISTRICT = "districts?|raions?|rayons?|count(?:y|ies)|subdistrict|borough|localit(?:y|ies)|territory"
_DIVISION = "regions?|provinces?|oblasts?|governorates?|states?|krai|prefectures?|republic|departments?|emirate|canton|division"
# "the X area", "the X front": around X, and nothing that an administration has drawn.
_AROUND = "areas?|front|frontline|direction|sector|axis|outskirts|surroundings|suburbs?|vicinity|countryside"
_THE_TOWN_OF = rf"(?:(?:the\s+)?(?:[\w-]{{1,20}}\s+){{0,3}}(?:{_SETTLEMENT})(?:\s+of)?\s+)?"

_SETTLEMENT_BEFORE = re.compile(rf"\b(?:(?:{_SETTLEMENT})(?:\s+of)?|(?:City|Town|Village|Port)\s+of)\s+$")
_DISTRICT_BEFORE = re.compile(rf"\b(?i:{_DISTRICT})\s+of\s+$")
_DIVISION_BEFORE = re.compile(rf"\b(?i:{_DIVISION})\s+of\s+$")
_AFTER = re.compile(
    rf"[ \t]+(?:(?:autonomous|federal|administrative|border)\s+)?"
    rf"(?:(?P<division>{_DIVISION})|(?P<district>{_DISTRICT})|(?P<surroundings>{_AROUND})|(?P<settlement>city|town|village))\b"
)
_WITH_SORT = re.compile(
    rf"(?P<name>\S.{{1,60}}?)\s+(?:(?P<division>{_DIVISION})|(?P<district>{_DISTRICT})|(?P<surroundings>{_AROUND})|(?P<settlement>city|town|village))",
    re.IGNORECASE,
)
_ARTICLE_BEFORE = re.compile(r"\bthe\s+$", re.IGNORECASE)
# "the Kyiv office" has the article of the office: it counts only where no noun can follow.
_ARTICLE_ENDS = re.compile(
    r"\s*(?:[.,;:!?)—–]|$)|\s+(?:for|in|on|at|and|or|but|of|was|is|were|are|has|had|have|to|by|with|from|after|as|since|during|which|that|"
    r"where|when|who|will|would|could|while|where)\b"
)
_NEAR = re.compile(
    rf"\b(?:near|nearby|outside|around|close\s+to|outskirts\s+of|vicinity\s+of|edge\s+of|suburbs?\s+of|off|(?P<compass>{_COMPASS})\s+of)\s+"
    rf"{_THE_TOWN_OF}(?:the\s+)?$",
    re.IGNORECASE,
)
_AWAY = re.compile(
    rf"\b(?:about\s+|some\s+|around\s+|roughly\s+|nearly\s+)?(?P<number>\d{{1,4}}(?:[.,]\d{{1,3}})?)[\s-]*(?P<unit>km|kilomet(?:er|re)s?|miles?|mi)\b"
    rf"(?:\s*\([^()]{{1,20}}\))?(?:\s+away)?(?:\s+(?:to\s+the\s+)?(?P<compass>{_COMPASS})(?:\s+of)?|\s+(?:from|outside))"
    rf"(?:\s+(?:of|from|outside))?\s+{_THE_TOWN_OF}(?:the\s+)?$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:(?:north|south)[- ]?(?:eastern|western)|(?:north|south)-central|northern|southern|eastern|western|central|upper|lower)\s+$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the words beside a toponym say of it.

    sort: of what sort it is called, None where nothing is said. has_article: "the" stands before it, as before no town.
    is_near: the place meant is only near it. away, bearing: kilometres and degrees from it, None where not said.
    is_part: only a part of it is meant. start: where the words of distance or part begin, else where it begins itself.
    """

    sort: Sort | None = None
    has_article: bool = False
    is_near: bool = False
    away: float | None = None
    bearing: float | None = None
    is_part: bool = False
    start: int


def surroundings_of(text: str, span: Span) -> Surroundings:
    """Look at the words before and after a toponym."""
    base = max(0, span.start - _WINDOW)
    before = text[base : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _WINDOW].partition("\n")[0]
    offset = span.start - len(before)
    away = _AWAY.search(before)
    near = _NEAR.search(before)
    part = _PART.search(before)
    told = away or near
    return Surroundings(
        sort=_sort(before, after),
        has_article=_ARTICLE_BEFORE.search(before) is not None and _ARTICLE_ENDS.match(after) is not None,
        is_near=told is not None,
        away=_distance(away) if away else None,
        bearing=_bearing(told["compass"]) if told else None,
        is_part=part is not None,
        start=offset + (away or part).start() if away or part else span.start,  # type: ignore[union-attr]
    )


def without_sort(name: str) -> tuple[str, Sort] | None:
    """A toponym that holds a word for its sort ("Karak district") without it, and the sort; None where it holds none."""
    bare = re.sub(r"^Greater ", "", name)
    found = _WITH_SORT.fullmatch(bare)
    if found:
        sort = next(sort for sort in ("division", "district", "surroundings", "settlement") if found[sort])
        return found["name"], sort  # type: ignore[return-value]
    return (bare, "surroundings") if bare != name else None


def _sort(before: str, after: str) -> Sort | None:
    follows = _AFTER.match(after)
    if follows:
        return follows.lastgroup  # type: ignore[return-value]
    if _SETTLEMENT_BEFORE.search(before):
        return "settlement"
    if _DISTRICT_BEFORE.search(before):
        return "district"
    return "division" if _DIVISION_BEFORE.search(before) else None


def _distance(away: re.Match[str]) -> float:
    return float(away["number"].replace(",", "")) * _KILOMETRES[away["unit"][0].lower()]


def _bearing(compass: str | None) -> float | None:
    return _BEARINGS[re.sub(r"[^a-z]", "", compass.lower())] if compass else None
