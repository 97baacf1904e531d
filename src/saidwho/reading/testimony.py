"""Who goes on speaking where a quotation runs over several paragraphs?

Each paragraph of it begins with a quotation mark, and only the last ends with one. The reader takes such paragraphs one by one, and
joins some to a cue far below that belongs to somebody else. All are of whoever was quoted first, and each paragraph is a statement.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from saidwho.types.document import Span
from saidwho.types.reading import Attribution

_PARAGRAPH = re.compile(r"[^\n]+")
# What stands for all that follows, and says nothing of its own: "This is what he told us."
_FOLLOWING = frozenset({"what", "this", "the following", "as follows"})


def settle_testimony(text: str, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Give the paragraphs of each long quotation to who speaks, one by one; the rest of the attributions stays."""
    for run in _runs(text):
        attributions = _settle(text, run, attributions)
    return attributions


def _runs(text: str) -> Iterator[tuple[Span, ...]]:
    """Paragraphs that one quotation goes through, two or more."""
    run: list[Span] = []
    for match in _PARAGRAPH.finditer(text):
        words = match.group().strip()
        opens = words.startswith(('"', "“"))
        if opens and (run or _is_open(words)):
            run.append(Span(start=match.start(), end=match.end()))
        else:
            # A line that does not begin with a mark ends what was open, and it was no long quotation if it stood alone.
            run = run if len(run) > 1 else []
            if run:
                yield tuple(run)
            run = []
            continue
        if not _is_open(words):
            if len(run) > 1:
                yield tuple(run)
            run = []
    if len(run) > 1:
        yield tuple(run)


def _is_open(words: str) -> bool:
    return words.count('"') % 2 == 1 or words.count("“") > words.count("”")


def _settle(text: str, run: tuple[Span, ...], attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    whole = Span(start=run[0].start, end=run[-1].end)
    touching = [a for a in attributions if any(_meets(span, whole) for span in a.content) and not _is_inside(a, whole)]
    before = [a for a in touching if a.source and a.cue and a.cue[0].start < whole.end]
    if not touching:
        return attributions
    spoken = min(before or touching, key=lambda a: abs(a.cue[0].start - whole.start) if a.cue else whole.start)
    kept: list[Attribution] = []
    for attribution in attributions:
        if attribution not in touching:
            kept.append(attribution)
            continue
        rest = tuple(span for span in attribution.content if not _meets(span, whole) and span.of(text).lower() not in _FOLLOWING)
        if rest:
            kept.append(replace(attribution, content=rest))
    return (*kept, *(replace(spoken, content=(part,)) for part in _contents(text, run, spoken)))


def _contents(text: str, run: tuple[Span, ...], spoken: Attribution) -> Iterator[Span]:
    """What is quoted of each paragraph, up to a cue that closes the last."""
    for paragraph in run:
        end = next((cue.start for cue in spoken.cue if _meets(cue, paragraph)), paragraph.end)
        words = text[paragraph.start : end]
        closing = max(words.rfind('"', 1), words.rfind("”"))
        past = closing + 1 if closing > 0 and _closes(words) else len(words.rstrip())
        yield Span(start=paragraph.start, end=paragraph.start + past)


def _closes(words: str) -> bool:
    return not _is_open(words.strip())


def _is_inside(attribution: Attribution, whole: Span) -> bool:
    """Whether somebody is quoted within the quotation: source, cue and content stand in it."""
    parts = (*attribution.source, *attribution.cue, *attribution.content)
    return bool(attribution.source) and all(whole.start <= part.start and part.end <= whole.end for part in parts)


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
