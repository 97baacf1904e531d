"""Who says what in the lines that only have a headline's form: headings of live blogs, and reviews of what other outlets print?

In a review each line begins with an outlet ("Harbour Gazette: Talks 'dead', says envoy"): the outlet relays what the line says.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from saidwho.reading.headlines import LONGEST_HEADLINE
from saidwho.reading.heads import FORM_SCORE, halves, read_head
from saidwho.text.clauses import saying_clause
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention, Token

_FINAL = (".", "!", "?", "…", ".”", '."', "?”", '?"', ":")
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[A-Z]{2,4})? (?:[-–—|] )?")
_OUTLET = re.compile(r"(?P<outlet>[A-Z][^\n:.;]{2,40}): (?=\S)")
# Fewer lines that begin with a name and a colon are no review; and of these, so many share an outlet with another line.
_FEWEST, _TWICE = 4, 1


def settle_lines(
    text: str, attributions: tuple[Attribution, ...], tokens: tuple[Token, ...], *, names: tuple[Mention, ...]
) -> tuple[Attribution, ...]:
    """Add what headings say that the reader missed, and give the lines of a review to whoever speaks in them."""
    lines = list(_lines(text))
    outlets = _outlets(text, lines)
    starts, ends = [token.span.start for token in tokens], [token.span.end for token in tokens]
    named = frozenset(mention.span.end for mention in names)
    kept = _Kept(text, attributions)

    def tells(words: Span) -> bool:
        return any(token.upos == "VERB" for token in tokens[bisect_left(starts, words.start) : bisect_left(starts, words.end)])

    for line in lines:
        outlet = outlets.get(line.start)
        rest = line if outlet is None else Span(start=outlet.end + 2, end=line.end)
        if outlet is not None:
            kept.drop(line)
        for half in halves(text, rest):
            found = list(read_head(text, half, names=named, tells=tells))
            if outlet is not None and not found:
                numbers = range(bisect_right(ends, half.start), bisect_left(starts, half.end))
                clause = saying_clause(text, tokens, numbers)
                found = [] if clause is None else [_of(clause.source, clause.cue, Span(start=clause.said.start, end=half.end))]
            if outlet is not None:
                kept.added += [replace(attribution, relay=(outlet,)) for attribution in found]
            elif found and (not kept.has_cue(half) or (_is_at_end(text, found[0]) and not kept.speaks(half, tells))):
                # "Kiev's claims of a strike untrue — Defence Ministry": a noun before the dash says nothing.
                kept.drop(half)
                kept.cut(half)
                kept.added += found
    return kept.all()


def _is_at_end(text: str, found: Attribution) -> bool:
    """Whether who says it stands behind a dash or a colon at the end."""
    return found.content[-1].end <= found.cue[0].start < found.source[0].start and not found.cue[0].of(text)[:1].isalpha()


class _Kept:
    """The attributions of the reader as they stand, found by where their cues and contents begin, and those added behind them."""

    def __init__(self, text: str, attributions: tuple[Attribution, ...]) -> None:
        self._text = text
        self._now: list[Attribution | None] = list(attributions)
        self._cues = sorted((span.start, number) for number, attribution in enumerate(attributions) for span in attribution.cue)
        self._contents = sorted((span.start, number) for number, attribution in enumerate(attributions) for span in attribution.content)
        self.added: list[Attribution] = []

    def drop(self, line: Span) -> None:
        """Take away what is said by a cue that begins in a line."""
        for number, attribution in self._starting(self._cues, line):
            if line.start <= attribution.cue[0].start < line.end:
                self._now[number] = None

    def has_cue(self, line: Span) -> bool:
        """Whether a piece of a cue begins in a line."""
        return any(True for _ in self._starting(self._cues, line))

    def speaks(self, line: Span, tells: Callable[[Span], bool]) -> bool:
        """Whether somebody says something in a line by a verb, or by a dash or colon."""
        inside = (one for _, one in self._starting(self._cues, line))
        return any(not cue.of(self._text)[:1].isalpha() or tells(cue) for one in inside for cue in one.cue)

    def cut(self, line: Span) -> None:
        """Take the pieces of content that lie in a line, which another says, from whoever has them."""
        for number, attribution in self._starting(self._contents, line):
            self._now[number] = _without(attribution, line)

    def all(self) -> tuple[Attribution, ...]:
        return (*(attribution for attribution in self._now if attribution is not None), *self.added)

    def _starting(self, places: list[tuple[int, int]], line: Span) -> Iterator[tuple[int, Attribution]]:
        for _, number in places[bisect_left(places, (line.start,)) : bisect_left(places, (line.end,))]:
            if (attribution := self._now[number]) is not None:
                yield number, attribution


def _without(attribution: Attribution, line: Span) -> Attribution:
    """An attribution without the pieces of content that lie in a line that another says."""
    content = tuple(span for span in attribution.content if not (line.start <= span.start and span.end <= line.end))
    return replace(attribution, content=content or attribution.content)


def _of(source: Span, cue: Span, content: Span) -> Attribution:
    return Attribution(source=(source,), cue=(cue,), content=(content,), score=FORM_SCORE)


def _lines(text: str) -> Iterator[Span]:
    """Short lines without a final stop, without the time that they may begin with."""
    for match in re.finditer(r"[^\n]+", text):
        line = match[0].strip()
        if line and len(line) <= LONGEST_HEADLINE and not line.endswith(_FINAL):
            start = match.start() + match[0].index(line)
            time = _TIME.match(text, start)
            yield Span(start=time.end() if time else start, end=start + len(line))


def _outlets(text: str, lines: list[Span]) -> dict[int, Span]:
    """Where lines of a review begin, and the outlet of each; nothing where a text is no review."""
    found = {line.start: match for line in lines if (match := _OUTLET.match(text, line.start, line.end))}
    counts = Counter(match["outlet"] for match in found.values())
    if len(found) < _FEWEST or sum(count > 1 for count in counts.values()) < _TWICE:
        return {}
    return {start: Span(start=match.start("outlet"), end=match.end("outlet")) for start, match in found.items()}
