"""Who says what in the lines that only have a headline's form: headings of live blogs, and reviews of what other outlets print?

In a review each line begins with an outlet ("Harbour Gazette: Talks 'dead', says envoy"): the outlet relays what the line says.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
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
    kept = list(attributions)
    for line in lines:
        outlet = outlets.get(line.start)
        rest = line if outlet is None else Span(start=outlet.end + 2, end=line.end)
        if outlet is not None:
            kept = [attribution for attribution in kept if not line.start <= attribution.cue[0].start < line.end]
        for half in halves(text, rest):
            found = list(read_head(text, half, names=named))
            if outlet is not None and not found:
                numbers = range(bisect_right(ends, half.start), bisect_left(starts, half.end))
                clause = saying_clause(text, tokens, numbers)
                found = [] if clause is None else [_of(clause.source, clause.cue, Span(start=clause.said.start, end=half.end))]
            if outlet is not None:
                kept += [replace(attribution, relay=(outlet,)) for attribution in found]
            elif not any(half.start <= span.start < half.end for a in kept for span in a.cue):
                kept = [_without(attribution, half) for attribution in kept] if found else kept
                kept += found
    return tuple(kept)


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
