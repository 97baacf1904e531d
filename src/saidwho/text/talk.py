"""Which turns of a printed talk are the outlet's own: those of whoever presents and reports, not of whoever only asks?"""

import re

# A correspondent who is asked answers as others do; a host and an interviewer ask.
PRESENTING = frozenset({"PRESENTER", "REPORTER", "ANCHOR", "NEWSREADER", "NEWSCASTER", "ANNOUNCER", "VOICE-OVER", "VOICEOVER"})
_LABEL = re.compile(rf"[ \t]*(?:{'|'.join(sorted(PRESENTING))})(?:[ \t]\([^()\n]{{1,40}}\))?:[ \t]+")


def presenting_end(text: str, start: int, end: int) -> int:
    """Past the label of a turn of the outlet's that a line begins with; start where there is none. start, end: of the line."""
    label = _LABEL.match(text, start, end)
    return label.end() if label else start
