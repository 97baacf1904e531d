"""What do the reports that we marked say, in the reader's own words and tags?"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from saidwho.reading.labels import ACTS, BASES, EVENTS, HAPPENINGS, MARKS, MODALITIES, OWN_VOICE, PARTIES, POLARITIES, ROLES, TARGETS
from saidwho.reading.reader import Reader
from saidwho.text.words import Words, split_words
from saidwho.types.document import Span
from saidwho.types.reading import Attribution
from training.corpora import IGNORE, Labelled, Labels, Link, tag_spans
from training.marked import REPORTS, Mark, Marked, marked_reports

_ROLES = {"source", "cue", "content"}


def war_reports(folder: Path = REPORTS, *, drawn: Reader | None = None) -> Iterator[Labelled]:
    """The reports of training/reports, with labels for attributions and for all that labels.TOLD names.

    drawn: a reader that learned PolNeAR alone, and draws the borders of spans by its habits, see redraw; None leaves them as marked.
    """
    for report in marked_reports(folder):
        yield label(report, drawn=drawn)


def label(report: Marked, *, drawn: Reader | None = None) -> Labelled:
    """Label the words of one marked report."""
    words = split_words(report.text)
    outer = _outermost([mark for mark in report.marks if mark.kind in _ROLES])
    attributions = list(_as_polnear(outer, report.text))
    if drawn is not None:
        attributions = redraw(attributions, drawn.read_words(words).attributions)
    spans = [(*_words_of(mark, words), mark.kind) for mark in attributions]
    return Labelled(
        key=report.key,
        words=words,
        roles=tag_spans(len(words), [span for span in spans if span[1] > span[0]], ROLES),
        links=tuple(_links(attributions, words)),
        told=_told(report.marks, words),
    )


def _words_of(mark: Mark, words: Words) -> tuple[int, int]:
    return words.touched_by(mark.start, mark.end)


def _outermost(marks: Sequence[Mark]) -> list[Mark]:
    """The marks of attributions that are in no other's content, as PolNeAR has them."""
    contents = [mark for mark in marks if mark.kind == "content"]
    return [
        mark
        for mark in marks
        if not any(
            outer.number != mark.number
            and outer.start <= mark.start
            and mark.end <= outer.end
            and (outer.end - outer.start, -outer.number) > (mark.end - mark.start, -mark.number)
            for outer in contents
        )
    ]


def _as_polnear(marks: Sequence[Mark], text: str) -> Iterator[Mark]:
    """Lines drawn as in PolNeAR: a quotation holds its marks, and of a refusal, which is cue and content at once, "declined" is the cue
    and "to comment" the content, where there is a "to"."""
    contents = {(mark.number, mark.start, mark.end): mark for mark in marks if mark.kind == "content"}
    cues = {(mark.number, mark.start, mark.end) for mark in marks if mark.kind == "cue"}
    for mark in marks:
        if (mark.number, mark.start, mark.end) not in cues & contents.keys():
            yield _with_quotation_marks(mark, text) if mark.kind == "content" else mark
            continue
        at = text.find(" to ", mark.start, mark.end)
        if mark.kind == "cue":
            yield mark if at < 0 else _part(mark, mark.start, at)
        elif at >= 0:
            yield _part(mark, at + 1, mark.end)


# A span of PolNeAR's reader is the same as a marked one from this share of common to all characters on; a cue from the first on.
_SAME = {"source": 0.5, "cue": 0.0, "content": 0.6}


def redraw(marks: Sequence[Mark], found: Sequence[Attribution]) -> list[Mark]:
    """Draw marks by the borders of what a reader that learned PolNeAR found, where one of its spans and one mark are the same.

    Which words are somebody's is learned from the marks, where they begin and end from PolNeAR: half its lessons are not undone by
    other people's habits with articles, venues and stops. A border that would run into another mark stays as marked.
    """
    spans = {role: sorted({span for one in found for span in getattr(one, role)}, key=lambda span: span.start) for role in _ROLES}
    drawn = []
    for mark in marks:
        near = [span for span in spans[mark.kind] if span.start < mark.end and mark.start < span.end]
        one = near[0] if len(near) == 1 else None
        if one is None or _common(mark, one) <= _SAME[mark.kind] or _touches(marks, mark, one):
            drawn.append(mark)
        else:
            drawn.append(_part(mark, one.start, one.end))
    return drawn


def _common(mark: Mark, span: Span) -> float:
    """What share of the characters of both is in both."""
    return (min(mark.end, span.end) - max(mark.start, span.start)) / (max(mark.end, span.end) - min(mark.start, span.start))


def _touches(marks: Sequence[Mark], mark: Mark, span: Span) -> bool:
    """Whether a span has words of another mark, other than one that the mark has words of as well."""
    return any(
        span.start < other.end and other.start < span.end and not (mark.start < other.end and other.start < mark.end)
        for other in marks
        if other is not mark
    )


_OPENING, _CLOSING = '“"‘«„', re.compile(r"[.,!?…]*[”\"’»“]")


def _with_quotation_marks(mark: Mark, text: str) -> Mark:
    """The words with the quotation marks and the stop around them."""
    if mark.start == 0 or text[mark.start - 1] not in _OPENING:
        return mark
    closing = _CLOSING.match(text, mark.end)
    return _part(mark, mark.start - 1, closing.end() if closing else mark.end)


def _part(mark: Mark, start: int, end: int) -> Mark:
    return Mark(kind=mark.kind, number=mark.number, value=mark.value, start=start, end=end)


def _links(marks: Sequence[Mark], words: Words) -> Iterator[Link]:
    by_number: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_number[mark.number].append(mark)
    for of in by_number.values():
        cues = [_words_of(mark, words) for mark in of if mark.kind == "cue"]
        for mark in of:
            if mark.kind != "cue" and cues:
                yield Link(role=mark.kind, child=_words_of(mark, words), cue=cues[0])


def _told(marks: Sequence[Mark], words: Words) -> dict[str, Labels]:
    return {
        "happenings": _spans(marks, words, {"proposition": HAPPENINGS[0]}, HAPPENINGS),
        "own_voice": _spans(marks, words, {"own voice": OWN_VOICE[0]}, OWN_VOICE),
        "parties": _inside(_spans(marks, words, {kind: kind for kind in PARTIES}, PARTIES), marks, words),
        "marks": _spans(marks, words, {kind: kind for kind in MARKS}, MARKS),
        "acts": _acts(marks, words),
        "events": _painted(marks, words, "proposition", 0, EVENTS, other={"-": "none"}),
        "modalities": _painted(marks, words, "proposition", 1, MODALITIES),
        "polarities": _polarities(marks, words),
        "bases": _painted(marks, words, "basis", 0, BASES),
        "targets": _painted(marks, words, "denied", 0, TARGETS),
    }


def _spans(marks: Sequence[Mark], words: Words, kinds: dict[str, str], types: tuple[str, ...]) -> Labels:
    found = [(*_words_of(mark, words), kinds[mark.kind]) for mark in marks if mark.kind in kinds]
    return tag_spans(len(words), [span for span in found if span[1] > span[0]], types)


def _inside(labels: Labels, marks: Sequence[Mark], words: Words) -> Labels:
    """Labels for the words of propositions; parties are marked nowhere else."""
    inside = np.zeros(len(words), dtype=bool)
    for mark in marks:
        if mark.kind == "proposition":
            first, past = _words_of(mark, words)
            inside[first:past] = True
    return np.where(inside, labels, IGNORE)


def _values(marks: Sequence[Mark], kind: str) -> dict[int, tuple[str, ...]]:
    """What each numbered mark says, in whichever of its pieces."""
    return {mark.number: mark.value for mark in marks if mark.kind == kind and mark.number and mark.value}


def _painted(
    marks: Sequence[Mark], words: Words, kind: str, at: int, labels: Sequence[str], *, other: dict[str, str] | None = None
) -> Labels:
    """The label of each word of such marks; inner ones are laid over outer ones."""
    known = _values(marks, kind)
    painted = np.full(len(words), IGNORE, dtype=np.int64)
    for mark in marks:
        value = mark.value or known.get(mark.number, ())
        if mark.kind == kind and len(value) > at:
            first, past = _words_of(mark, words)
            painted[first:past] = labels.index((other or {}).get(value[at], value[at]))
    return painted


def _polarities(marks: Sequence[Mark], words: Words) -> Labels:
    painted = np.full(len(words), IGNORE, dtype=np.int64)
    for mark in marks:
        if mark.kind == "proposition" and mark.value:
            first, past = _words_of(mark, words)
            painted[first:past] = POLARITIES.index("negated" if "no" in mark.value else "affirmed")
    return painted


def _acts(marks: Sequence[Mark], words: Words) -> Labels:
    """The act of each word of a cue, content or own voice; inner statements are laid over outer ones."""
    acts: dict[int, str] = {}
    for mark in marks:
        if mark.kind in ("cue", "content", "own voice"):
            acts.setdefault(mark.number, "assert" if mark.kind == "own voice" else "")
            acts[mark.number] = mark.value[0] if mark.value else acts[mark.number]
    painted = np.full(len(words), IGNORE, dtype=np.int64)
    for mark in marks:
        if mark.kind in ("cue", "content", "own voice"):
            first, past = _words_of(mark, words)
            painted[first:past] = ACTS.index(acts[mark.number])
    return painted
