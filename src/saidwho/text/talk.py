"""Which turns of a printed talk are the outlet's own: those of whoever presents and reports, not of whoever only asks?"""

import re
from functools import lru_cache

# A correspondent who is asked answers as others do; a host and an interviewer ask.
_STUDIO = frozenset({"PRESENTER", "ANCHOR", "NEWSREADER", "NEWSCASTER", "ANNOUNCER", "VOICE-OVER", "VOICEOVER"})
_REPORTER = "REPORTER"
_PLACE = r"(?:[ \t]\([^()\n]{1,40}\))?:[ \t]+"
_ROLES = "|".join(sorted({*_STUDIO, _REPORTER}))
# Of a name with one of these broadcasters say that its bearer presents or reports: "ADA VALE, HOST:".
_NAMED = rf"[A-Z][A-Z.'’-]+(?:[ \t][A-Z][A-Z.'’-]*){{0,3}},[ \t](?:HOST|BYLINE|{_ROLES})"
_LABEL = re.compile(rf"[ \t]*(?:(?P<who>{_ROLES})|{_NAMED}){_PLACE}")
_IN_STUDIO = re.compile(rf"^[ \t]*(?:{'|'.join(sorted(_STUDIO))}){_PLACE}", re.MULTILINE)


@lru_cache(maxsize=8)
def presenting(text: str) -> frozenset[str]:
    """The labels under which a text's outlet speaks itself: a reporter's beside a presenter's alone, since at a briefing reporters ask."""
    return _STUDIO | {_REPORTER} if _IN_STUDIO.search(text) else _STUDIO


def presenting_end(text: str, start: int, end: int) -> int:
    """Past the label of a turn of the outlet's that a line begins with; start where there is none. start, end: of the line."""
    label = _LABEL.match(text, start, end)
    return label.end() if label and (label["who"] is None or label["who"] in presenting(text)) else start


def is_label(words: str) -> bool:
    """Whether words begin with the label of somebody who presents, reports or asks, with where he is."""
    return _LABEL.match(words) is not None
