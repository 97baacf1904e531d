"""Which attributions take a deed for a word?

"The army put its losses at nine" is said; "that Vinland had put 70 mines into the river" is done, and belongs to whoever tells of it.
"""

import re
from dataclasses import replace

from saidwho.types.document import Span
from saidwho.types.reading import Attribution

_PUT = re.compile(r"(?:(?:has|had|have)\s+)?put(?:s|ting)?$", re.IGNORECASE)
# What is put so is said.
_SAID = re.compile(r"\bat\b|^(?:it|forward|out)\b")
# Between who tells of the deed and its clause: ", the minister said, that".
_JOINT = re.compile(r",?\s+(?=that\s)")
# Characters of a clause's subject.
_LONGEST_SUBJECT = 80


def without_putting(text: str, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Leave out those whose cue is "put" where nothing is put at a number; whoever tells of the deed right before has its clause."""
    done = [a for a in attributions if a.cue and _PUT.fullmatch(a.cue[-1].of(text)) and not _SAID.search(_behind(text, a))]
    joined = {told: clause for a in done if (found := _told(text, a, attributions)) is not None for told, clause in [found]}
    return tuple(replace(a, content=(*a.content, joined[a])) if a in joined else a for a in attributions if a not in done)


def _behind(text: str, attribution: Attribution) -> str:
    """The sentence behind a cue."""
    return re.split(r"[.!?\n]", text[attribution.cue[-1].end :].lstrip(), maxsplit=1)[0]


def _told(text: str, done: Attribution, attributions: tuple[Attribution, ...]) -> tuple[Attribution, Span] | None:
    """Who said that it was done, with the whole clause: ", the minister said, that Vinland had put ..."."""
    if not done.source or not done.content:
        return None
    for one in attributions:
        end = max(span.end for span in (*one.source, *one.cue)) if one.cue and one is not done else None
        joint = _JOINT.match(text, end) if end is not None else None
        if joint and 0 <= done.source[0].start - joint.end() <= _LONGEST_SUBJECT and done.cue[-1].start > joint.end():
            return one, Span(start=joint.end(), end=done.content[-1].end)
    return None
