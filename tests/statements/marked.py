"""Examples with their parts marked: "<The ministry> {denied} [that its forces had shelled the town]." """

import re
from functools import cache

from saidwho.pipeline.reading import find_attributions
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Reading

_MARK = re.compile(r"[<>{}\[\]]")
_OPENING = {"<": "source", "{": "cue", "[": "content"}


def parse_marked(marked: str) -> tuple[str, Attribution]:
    """The text without the marks, and the attribution that they mark."""
    spans: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    text, at, opened = "", 0, ("", 0)
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[0] in _OPENING:
            opened = (_OPENING[mark[0]], len(text))
        else:
            spans[opened[0]].append(Span(start=opened[1], end=len(text)))
    text += marked[at:]
    return text, Attribution(score=1.0, **{part: tuple(found) for part, found in spans.items()})


@cache
def read_marked(marked: str) -> tuple[Surroundings, Attribution, Reading]:
    """A marked example, its syntax by the shipped reader."""
    text, attribution = parse_marked(marked)
    reading = find_attributions(text)
    return Surroundings(text, reading), attribution, reading
