"""Of which body is somebody without a name whose words name it: "a lawyer of Lantern", "the Front's leader", "a Lantern volunteer"?"""

import re
from collections.abc import Mapping

from saidwho.linking.parties import Party
from saidwho.types.document import Span
from saidwho.types.statement import Report, Statement

_KIND = r"(?:company|firm|group|movement|charity|organi[sz]ation|union|agency|party|alliance|network|militia|operator)"
_OF = re.compile(rf"\b(?:of|from|for|with) (?:the |an? )?(?:(?:[a-z][\w-]* ){{0,2}}{_KIND} )?$", re.IGNORECASE)
# The name ends the phrase: who "saw the hand of the Front in it" or comes "from Front territory" is not of the Front.
_ENDS = re.compile(r"^(?:[,(]|$| (?:in|at|on|near|who|which|that|speaking|reached|based)\b)")
# "The Front's leader", "a Lantern volunteer".
_WHOSE = re.compile(r"^(?:['’]s?)?(?: [a-z][\w-]*){1,3}(?:[,(]|$| (?:in|at|on|near|who)\b)")
_OPENING = re.compile(r"^(?:(?:the|an?|one|two|some|another) )?(?:[a-z]+ )?$", re.IGNORECASE)
_BODIES = frozenset({"body", "group", "force"})


def body_behind(statement: Statement, report: Report, parties: Mapping[str, Party]) -> Party | None:
    """The one body with a name that the words for a source tell him to be of; None where they name none, or two."""
    if not statement.source:
        return None
    source, text = statement.source[0], report.document.text
    found: dict[str, Party] = {}
    for actor in report.grounding.actors:
        party = parties[actor.id]
        if party.key and party.kind in _BODIES and any(_is_behind(mention, source, text) for mention in actor.mentions):
            found.setdefault(party.key, party)
    return next(iter(found.values())) if len(found) == 1 else None


def _is_behind(mention: Span, source: Span, text: str) -> bool:
    if not (source.start <= mention.start and mention.end <= source.end) or mention == source:
        return False
    before, behind = text[source.start : mention.start], text[mention.end : source.end]
    if _OF.search(before):
        return _ENDS.match(behind) is not None
    return _OPENING.match(before) is not None and _WHOSE.match(behind) is not None
