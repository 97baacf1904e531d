"""Which words of a document are marked on its page, and as what?"""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from saidwho.export.lines import is_headline, lines_of
from saidwho.export.marks import Cutter, Stretch
from saidwho.export.meanings import Actors, actors_by_id, figure_line, place_line, time_line
from saidwho.export.spans import printable
from saidwho.types.document import Span
from saidwho.types.grounding import Time
from saidwho.types.statement import Report
from saidwho.web.wording import day_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What words stand for. kind: place, time or figure. told: for people."""

    kind: str
    span: Span
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the text. words: as they are; drawn: with their marks, as HTML."""

    is_headline: bool
    words: str
    drawn: Markup


def meanings_of(report: Report) -> list[Meaning]:
    """The places, times and figures of a report, in the order of its text; of those that overlap, the longer."""
    actors: Actors = actors_by_id(report.grounding)
    found = [Meaning(kind="place", span=place.span, told=place_line(place)) for place in report.grounding.places]
    found += [Meaning(kind="time", span=time.span, told=_when(time)) for time in report.grounding.times]
    found += [Meaning(kind="figure", span=figure.span, told=figure_line(figure, actors)) for figure in report.grounding.figures]
    kept: list[Meaning] = []
    for meaning in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if meaning.span.start < meaning.span.end and (not kept or meaning.span.start >= kept[-1].span.end):
            kept.append(meaning)
    return kept


def _when(time: Time) -> str:
    """As time_line has it, with the value in words."""
    return time_line(time).replace(time.edtf, day_words(time.edtf), 1) if time.edtf else time_line(time)


def marked_lines(report: Report, meanings: Sequence[Meaning], *, shown: int | None = None) -> Iterator[Line]:
    """The text line by line. meanings: of meanings_of. shown: the statement, counted from 0, whose words are to stand out.

    The pieces of a line are written here: a template takes five times as long for the hundreds that a report has.
    """
    text = report.document.text
    cutter, mentions = Cutter(report.statements), _Mentions(meanings)
    is_first = True
    for line in lines_of(text):
        drawn = [_drawn(stretch, text, mentions, shown) for stretch in cutter.cut(line)]
        yield Line(is_headline=is_first and is_headline(line, report.document), words=line.of(text), drawn=Markup("".join(drawn)))
        is_first = False


class _Mentions:
    """Cuts stretches at the borders of mentions, of which no two overlap."""

    def __init__(self, meanings: Sequence[Meaning]) -> None:
        self._meanings = meanings
        self._starts = [meaning.span.start for meaning in meanings]
        self._borders = [at for meaning in meanings for at in (meaning.span.start, meaning.span.end)]

    def split(self, span: Span) -> list[tuple[int, int, Meaning | None]]:
        """The pieces of a stretch: start, end, and the mention they are in."""
        inside = self._borders[bisect_right(self._borders, span.start) : bisect_left(self._borders, span.end)]
        if not inside:
            return [(span.start, span.end, self._over(span.start))]
        return [(start, end, self._over(start)) for start, end in itertools.pairwise((span.start, *dict.fromkeys(inside), span.end))]

    def _over(self, position: int) -> Meaning | None:
        at = bisect_right(self._starts, position) - 1
        return self._meanings[at] if at >= 0 and position < self._meanings[at].span.end else None


def _drawn(stretch: Stretch, text: str, mentions: _Mentions, shown: int | None) -> str:
    """A stretch as HTML, with where its statements begin and end."""
    opens = [f'<a class="anchor" id="{"here" if number == shown else f"t{number + 1}"}"></a>' for number in stretch.opens]
    numbers = f' data-s="{" ".join([str(number + 1) for number in stretch.statements])}"' if stretch.statements else ""
    before = [*stretch.roles, "deep"] if stretch.depth > 1 else list(stretch.roles)
    after = ["on"] if shown in stretch.statements else []
    pieces = []
    for start, end, meaning in mentions.split(stretch.span):
        words = escape(printable(text[start:end]))
        classes = [*before, meaning.kind, *after] if meaning else before + after
        told = f' title="{escape(printable(meaning.told))}"' if meaning and meaning.span.start == start else ""
        pieces.append(f'<span class="{" ".join(classes)}"{numbers}{told}>{words}</span>' if classes else words)
    closes = [f'<sup><a href="#s{n + 1}" aria-label="statement {n + 1}">{n + 1}</a></sup>' for n in stretch.closes_cue]
    return "".join([*opens, *pieces, *closes])
