"""Whose pictures does a statement rest on: "images from Vexel, a satellite company", "a clip filmed by the caretaker, Ivo Marn"?"""

import re
from collections.abc import Iterator, Mapping

from saidwho.linking.parties import Party, folded
from saidwho.text.marked_clauses import sentence_at
from saidwho.types.document import Span
from saidwho.types.statement import Report, Statement

_IMAGERY = r"(?:images?|imagery|pictures?|photo(?:graph)?s?|footage|videos?|clips?|films?|recordings?)"
_PICTURES = re.compile(rf"\b{_IMAGERY}\b", re.IGNORECASE)
# What begins with pictures tells what they show: "Satellite images taken by Vexel on Monday show four tents".
_SHOWING = re.compile(
    rf"^[^.;,\n]{{0,50}}\b{_IMAGERY}\b[^.;\n]{{0,90}}?\b(?=(?:show|reveal|suggest|indicate|confirm|prove|depict)(?:s|ed|n)?\b)",
    re.IGNORECASE,
)
# "In an image of Monday, by Vexel, there are four tents".
_IN_PICTURES = re.compile(rf"^(?:in|on) [^.;,\n]{{0,30}}?\b{_IMAGERY}\b", re.IGNORECASE)
# What links a maker to his pictures: "taken by", "from"; "pictures of Marn" show him.
_BY = re.compile(
    r"\b(?:by|from) (?:(?:the|an?|its|his|her|our|their) )?(?:[a-z][\w-]* ){0,4}?(?:, )?(?:the )?$"
    r"|\b(?:by|from) (?:an?|the) (?:[a-z][\w-]* ?){1,5}, (?:the )?$"
)
_BEFORE = re.compile(rf"^(?:['’]s?)? (?:[a-z][\w-]* ){{0,2}}{_IMAGERY}\b", re.IGNORECASE)
# "Pictures that Vexel took".
_THAT = re.compile(rf"\b{_IMAGERY} (?:that|which) (?:the )?$", re.IGNORECASE)
_TOOK = re.compile(r"^ (?:took|made|published|released|shared|provided|sold|sent)\b")
_FIRM = re.compile(
    r"\b(?:picture|satellite|imaging|imagery|mapping|geospatial|space) (?:firm|company|operator|provider|service|agency) $", re.IGNORECASE
)


def maker_of(statement: Statement, report: Report, parties: Mapping[str, Party]) -> Party | None:
    """Who made the pictures that a statement rests on, where the text names him. What is of the press shows them."""
    text = report.document.text
    told = [party for actor in report.grounding.actors if (party := parties[actor.id]).key and party.kind not in ("outlet", "state")]
    mentions = {parties[actor.id]: actor.mentions for actor in report.grounding.actors if parties[actor.id] in told}
    for words in _of_pictures(statement, text):
        for party in told:
            if any(_made(mention, words, text) for mention in mentions[party]):
                return party
        if (named := _SATELLITE.search(words.of(text))) is not None and not _is_known(named, words, report):
            return _firm(named["name"])
    return None


# A firm that no text introduces: "satellite images taken by Vexel on Friday".
_SATELLITE = re.compile(
    rf"\b[Ss]atellite {_IMAGERY}\b[^.;\n]{{0,40}}?\b(?:taken|made|captured|provided|released|published|shared|sold) (?:\w+ )?by (?:the )?"
    r"(?P<name>[A-Z][\w&-]+(?: [A-Z][\w&-]+){0,2})(?![\w&-]|['’.][A-Za-z])",
)


def _firm(name: str) -> Party:
    """A body known by its name alone."""
    return Party(key=f"body:{folded(name)}@", name=name, kind="body", role=None, country=None, owners=(), state=None, surname=None)


def _is_known(named: re.Match[str], words: Span, report: Report) -> bool:
    """Whether a name is that of a place, or of somebody whom the text has told to be an outlet, a state or whoever else."""
    start, end = words.start + named.start("name"), words.start + named.end("name")
    mentions = (mention for actor in report.grounding.actors for mention in actor.mentions)
    return any(span.start < end and start < span.end for span in (*(place.span for place in report.grounding.places), *mentions))


def _of_pictures(statement: Statement, text: str) -> Iterator[Span]:
    """Where the text tells of the pictures that a statement rests on, the surest first."""
    basis = statement.basis
    if basis is not None and basis.kind == "imagery":
        yield basis.span
    for span in (*statement.source, *statement.content[:1]):
        found = _SHOWING.match(span.of(text))
        if found is not None:
            yield Span(start=span.start, end=span.start + found.end())
    for span in statement.content[:1]:
        sentence = sentence_at(span, text)
        before = Span(start=sentence.start, end=max(span.start, sentence.start))
        if not statement.source and _SHOWING.match(before.of(text).lstrip()):
            yield before
        if _IN_PICTURES.match(sentence.of(text).lstrip()):
            yield sentence


def _made(mention: Span, words: Span, text: str) -> bool:
    if not (words.start <= mention.start and mention.end <= words.end):
        return False
    before, behind = text[words.start : mention.start], text[mention.end : words.end]
    is_behind = bool(_PICTURES.search(before)) and bool(_BY.search(before))
    is_whose = _THAT.search(before) is not None and _TOOK.match(behind) is not None
    return is_behind or is_whose or bool(_BEFORE.match(behind)) or bool(_FIRM.search(before))
