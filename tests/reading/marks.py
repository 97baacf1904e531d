"""Attributions of marked examples: "<The ministry> {denied} [that its forces had shelled the town]." """

import re

from saidwho.types.document import Span
from saidwho.types.reading import Attribution

_MARK = re.compile(r"[<>{}\[\]]")
_OPENING = {"<": "source", "{": "cue", "[": "content"}


def parse(marked: str) -> tuple[str, Attribution]:
    """The text without its marks, and the attribution that they mark."""
    spans: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    text, at, role, start = "", 0, "", 0
    for mark in _MARK.finditer(marked):
        text, at = text + marked[at : mark.start()], mark.end()
        if mark[0] in _OPENING:
            role, start = _OPENING[mark[0]], len(text)
        else:
            spans[role].append(Span(start=start, end=len(text)))
    text += marked[at:]
    return text, Attribution(source=tuple(spans["source"]), cue=tuple(spans["cue"]), content=tuple(spans["content"]), score=0.9)


def told(text: str, attribution: Attribution) -> tuple[str, str, str]:
    """Source, cue and content as words, pieces set apart by a bar."""
    return tuple(" | ".join(span.of(text) for span in part) for part in (attribution.source, attribution.cue, attribution.content))  # type: ignore[return-value]
