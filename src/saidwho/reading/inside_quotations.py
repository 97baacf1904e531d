"""What does somebody say who is told of inside a quotation? "We left at noon. The army says the road was mined."

The whole quotation is said by whoever is quoted. The reader, where no verb outside of it tells who that is, takes it all for the words of
whom it tells of.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from saidwho.reading.silences import is_quoted
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

# Code points that may stand between the beginning of a quotation's sentence and that of its words.
_MARK = 1


def inside_quotations(text: str, attributions: tuple[Attribution, ...], sentences: tuple[Span, ...]) -> tuple[Attribution, ...]:
    """Give who speaks inside a quotation no more than the sentence in which he does. sentences: of the text, in their order."""
    starts = [sentence.start for sentence in sentences]
    return tuple(_inside(text, attribution, sentences, starts) for attribution in attributions)


def quotations_around(text: str, before: tuple[Attribution, ...], after: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The quotations that were taken for the words of whom they tell of, as said by nobody who is named, one of each line.

    before, after: attributions without and with what inside_quotations does to them.
    """
    cut = (one for one, other in zip(before, after, strict=True) if one.content != other.content)
    return tuple(Attribution(source=(), cue=(), content=(line,), score=one.score) for one in cut for line in _lines(text, one.content))


def _lines(text: str, content: tuple[Span, ...]) -> Iterator[Span]:
    """Of each line all from the first to the last word of a content, with the verb that stood between."""
    start, end = min(span.start for span in content), max(span.end for span in content)
    for line in re.finditer(r"[^\n]+", text[start:end]):
        stretch = Span(start=start + line.start(), end=start + line.end())
        held = [span for span in content if span.start < stretch.end and stretch.start < span.end]
        if held:
            yield Span(start=max(stretch.start, held[0].start), end=min(stretch.end, max(span.end for span in held)))


def _inside(text: str, attribution: Attribution, sentences: tuple[Span, ...], starts: list[int]) -> Attribution:
    if not attribution.cue or not attribution.source or not attribution.content:
        return attribution
    first = min(attribution.source[0].start, attribution.cue[0].start)
    at = bisect_right(starts, first) - 1
    if at < 0 or not all(is_quoted(text, span.start) for span in (*attribution.source, *attribution.cue)):
        return attribution
    sentence = sentences[at]
    before = [span for span in attribution.content if span.start + _MARK < sentence.start]
    if not before or not all(is_quoted(text, span.start + _MARK) for span in before):
        return attribution
    content = tuple(cut for span in attribution.content if (cut := _cut(span, sentence)) is not None)
    said = tuple(part for span in content for part in _outside(span, attribution, text))
    return replace(attribution, content=said) if said else attribution


def _cut(span: Span, sentence: Span) -> Span | None:
    """What of a span stands in a sentence."""
    start, end = max(span.start, sentence.start), min(span.end, sentence.end)
    return Span(start=start, end=end) if start < end else None


def _outside(span: Span, attribution: Attribution, text: str) -> list[Span]:
    """What of a span is neither the source nor the cue, without the marks and stops around it."""
    parts, start = [], span.start
    for taken in sorted((*attribution.source, *attribution.cue)):
        if span.start <= taken.start < span.end:
            parts.append((start, taken.start))
            start = max(start, taken.end)
    found = []
    for begin, end in (*parts, (start, span.end)):
        words = text[begin:end]
        left, right = len(words) - len(words.lstrip(' ,:"“”')), len(words.rstrip(' .,;:"“”'))
        if right > left:
            found.append(Span(start=begin + left, end=begin + right))
    return found
