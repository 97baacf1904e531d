"""Which words of a document are marked on its page, and as what?"""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from saidwho.export.lines import is_headline, lines_of
from saidwho.export.marks import Cutter, Stretch
from saidwho.export.meanings import Actors, actors_by_id, figure_line, place_line, time_line
from saidwho.types.document import Span
from saidwho.types.statement import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What words stand for. kind: place, time or figure. told: for people."""

    kind: str
    span: Span
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text with the same marks all over. classes: source, cue, content, deep, place, time, figure, on.

    statements: their numbers from 1, the innermost first; both as HTML has them. opens: those that begin here. closes: those whose
    cue ends here. meaning: what it means, where a mention begins here.
    """

    words: str
    classes: str
    statements: str
    opens: tuple[int, ...]
    closes: tuple[int, ...]
    meaning: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the text. start: of its first character."""

    is_headline: bool
    start: int
    pieces: tuple[Piece, ...]


def meanings_of(report: Report) -> list[Meaning]:
    """The places, times and figures of a report, in the order of its text; of those that overlap, the longer."""
    actors: Actors = actors_by_id(report.grounding)
    found = [Meaning(kind="place", span=place.span, told=place_line(place)) for place in report.grounding.places]
    found += [Meaning(kind="time", span=time.span, told=time_line(time)) for time in report.grounding.times]
    found += [Meaning(kind="figure", span=figure.span, told=figure_line(figure, actors)) for figure in report.grounding.figures]
    kept: list[Meaning] = []
    for meaning in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if meaning.span.start < meaning.span.end and (not kept or meaning.span.start >= kept[-1].span.end):
            kept.append(meaning)
    return kept


def marked_lines(report: Report, *, shown: int | None = None) -> Iterator[Line]:
    """The text line by line. shown: the statement, counted from 0, whose words are to stand out."""
    text = report.document.text
    cutter, meanings = Cutter(report.statements), meanings_of(report)
    starts = [meaning.span.start for meaning in meanings]
    borders = [at for meaning in meanings for at in (meaning.span.start, meaning.span.end)]  # in order, as no two overlap
    is_first = True
    for line in lines_of(text):
        stretches = [
            _piece(report, piece, stretch, meanings, starts, shown)
            for stretch in cutter.cut(line)
            for piece in _split(stretch.span, borders)
        ]
        yield Line(is_headline=is_first and is_headline(line, report.document), start=line.start, pieces=tuple(stretches))
        is_first = False


def _split(span: Span, borders: list[int]) -> Sequence[Span]:
    """The stretch cut at the borders of mentions."""
    inside = dict.fromkeys(borders[bisect_right(borders, span.start) : bisect_left(borders, span.end)])
    if not inside:
        return (span,)
    return [Span(start=start, end=end) for start, end in itertools.pairwise((span.start, *inside, span.end))]


def _piece(report: Report, span: Span, stretch: Stretch, meanings: Sequence[Meaning], starts: list[int], shown: int | None) -> Piece:
    at = bisect_right(starts, span.start) - 1
    meaning = meanings[at] if at >= 0 and span.start < meanings[at].span.end else None
    classes: list[str] = list(stretch.roles)
    if stretch.depth > 1:
        classes.append("deep")
    if meaning:
        classes.append(meaning.kind)
    if shown is not None and shown in stretch.statements:
        classes.append("on")
    return Piece(
        words=span.of(report.document.text),
        classes=" ".join(classes),
        statements=" ".join([str(number + 1) for number in stretch.statements]),
        opens=tuple([number + 1 for number in stretch.opens]) if span.start == stretch.span.start else (),
        closes=tuple([number + 1 for number in stretch.closes_cue]) if span.end == stretch.span.end else (),
        meaning=meaning.told if meaning and span.start == meaning.span.start else None,
    )
