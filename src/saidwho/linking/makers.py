"""Whose pictures does a statement rest on: "images from Vexel, a satellite company", "a clip filmed by the caretaker, Ivo Marn"?"""

import re
from collections.abc import Mapping

from saidwho.linking.parties import Party
from saidwho.types.document import Span
from saidwho.types.statement import Report, Statement

_IMAGERY = r"(?:images?|imagery|pictures?|photo(?:graph)?s?|footage|videos?|clips?|films?|recordings?)"
_PICTURES = re.compile(rf"\b{_IMAGERY}\b", re.IGNORECASE)
# What begins with pictures tells what they show: "Satellite images taken by Vexel on Monday show four tents".
_SHOWING = re.compile(
    rf"^[^.;,\n]{{0,50}}\b{_IMAGERY}\b[^.;\n]{{0,90}}?\b(?=(?:show|reveal|suggest|indicate|confirm|prove|depict)(?:s|ed|n)?\b)",
    re.IGNORECASE,
)
# What links a maker to his pictures: "taken by", "from"; "pictures of Marn" show him.
_BY = re.compile(
    r"\b(?:by|from) (?:(?:the|an?|its|his|her|our|their) )?(?:[a-z][\w-]* ){0,4}?(?:, )?(?:the )?$"
    r"|\b(?:by|from) (?:an?|the) (?:[a-z][\w-]* ?){1,5}, (?:the )?$"
)
_BEFORE = re.compile(rf"^(?:['’]s?)? (?:[a-z][\w-]* ){{0,2}}{_IMAGERY}\b", re.IGNORECASE)
_FIRM = re.compile(
    r"\b(?:picture|satellite|imaging|imagery|mapping|geospatial|space) (?:firm|company|operator|provider|service|agency) $", re.IGNORECASE
)


def maker_of(statement: Statement, report: Report, parties: Mapping[str, Party]) -> Party | None:
    """Who made the pictures that a statement rests on, where the text names him. What is of the press shows them."""
    words = _of_pictures(statement, report.document.text)
    if words is None:
        return None
    text = report.document.text
    for actor in report.grounding.actors:
        party = parties[actor.id]
        if party.key is None or party.kind in ("outlet", "state"):
            continue
        if any(_made(mention, words, text) for mention in actor.mentions):
            return party
    return None


def _of_pictures(statement: Statement, text: str) -> Span | None:
    """Where the text tells of the pictures that a statement rests on."""
    basis = statement.basis
    if basis is not None and basis.kind == "imagery":
        return basis.span
    for span in (*statement.source, *statement.content[:1]):
        found = _SHOWING.match(span.of(text))
        if found is not None:
            return Span(start=span.start, end=span.start + found.end())
    return None


def _made(mention: Span, words: Span, text: str) -> bool:
    if not (words.start <= mention.start and mention.end <= words.end):
        return False
    before, behind = text[words.start : mention.start], text[mention.end : words.end]
    is_behind = bool(_PICTURES.search(before)) and bool(_BY.search(before))
    return is_behind or bool(_BEFORE.match(behind)) or bool(_FIRM.search(before))
