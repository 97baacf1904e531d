"""Which media does a text tell of by their kind alone? "An officer told a Turkish channel", "two envoys reached by news agencies"."""

import re
from typing import Literal

from saidwho.types.document import Span

_SMALL = r"(?!(?:of|in|by|to|that|which|who|the|and|or|for|from|with|on|at|as|is|was|were|said)\b)"
_HOW_MANY = (
    r"(?:an?|one|another|some|several|many|various|certain|two|three|four|five|six|a number of|a few|other|foreign|local|state|national|"
    r"international|public|private|breakfast|news)"
)
_KIND = (
    r"(?:(?:news|press|wire)[ -]agenc(?:y|ies)|agenc(?:y|ies)(?= )|wire services?|broadcasters?|"
    r"(?<!police )(?<!power )(?:(?:TV|radio|television) )?stations?|"
    r"(?:channels?|networks?)|(?:news)?papers?|dail(?:y|ies)|weekl(?:y|ies)|magazines?|tabloids?|(?:news )?websites?|news sites?|portals?|"
    r"radio|television|TV|podcasts?|newsletters?|(?:news|media) outlets?|media|(?:phone-in|radio|television) programmes?)"
)
# "Aid agencies" and "a UN agency" are no media, nor are those of whom it is one: "a newspaper editor".
_OTHER = (
    r"(?:aid|relief|UN|U\.N\.|US|U\.S\.|government|federal|refugee|intelligence|security|space|weather|rights|police|fire|power|social|"
    r"diplomatic|back|secure|unofficial|communications?|military)"
)
_PEOPLE = (
    r"(?:journalists?|reporters?|correspondents?|editors?|presenters?|owners?|crews?|teams?|writers?|workers?|staff|blackout|directors?|"
    r"managers?|of)"
)
_NAMELESS = re.compile(rf"\b{_HOW_MANY} (?:{_SMALL}(?!{_OTHER}\b)[\w’'-]+ ){{0,3}}?{_KIND}\b(?!-|['’]|[ \t]+(?:[A-Z]|{_PEOPLE}\b))")
# Who is told, and by whom somebody is asked or quoted.
_TO = re.compile(
    r"\b(?:(?:told|tells|telling|informed|telephoned|phoned|e-?mailed|replied to|remarked to|"
    r"(?:interviewed|reached|contacted|asked|joined)(?: on \w+day| by (?:tele)?phone)? by|"
    r"(?:spoke|spoken|speaking|talking|talked) (?:to|with)|(?:interviews?|conversations?|comments?|remarks) (?:with|to|for)))$",
    re.I,
)
_BY = re.compile(r"\b(?:(?:quoted|cited) by|through|as quoted by|as saying by|as telling)$", re.I)
_BEFORE = 40


def nameless_media(text: str) -> tuple[tuple[Span, Literal["by", "to"]], ...]:
    """The media without names that are told or quote, in the order of the text, and which of the two they do."""
    return tuple(
        (Span(start=match.start(), end=match.end()), role) for match in _NAMELESS.finditer(text) if (role := _role(text, match.start()))
    )


def _role(text: str, at: int) -> Literal["by", "to"] | None:
    before = text[max(at - _BEFORE, 0) : at].rstrip(" ")
    if _TO.search(before):
        return "to"
    return "by" if _BY.search(before) else None
