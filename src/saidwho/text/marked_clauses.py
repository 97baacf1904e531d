"""Which words tell what is said, and in which sentence and passage do they stand?"""

import re
from collections.abc import Sequence

from saidwho.types.document import Span

# What stands between these is what is said; no text that is taken in shows them.
OPENS, CLOSES = "\x02", "\x03"
_MARKS = str.maketrans("", "", OPENS + CLOSES)
_STOP = re.compile(r"[.!?][”\"’]?\s")
_BLANK = re.compile(r"\s")
# So far around its words a sentence is looked at, in characters.
_REACH = 400
# Pieces that stand farther apart are told by the sentence of the first.
_TOGETHER = 600
# A passage is so long, in characters: about what an encoder takes at once. One begins at each so many, and words stand in the last that has
# so many before them.
_PASSAGE, _STRIDE, _BEFORE = 1700, 1000, 500
# No word that tells anything is longer.
_WORD = 100


def sentence_at(span: Span, text: str) -> Span:
    """The sentence or sentences that a span stands in, by the stops in its paragraph."""
    stops = (at.end() for at in _STOP.finditer(text, max(0, span.start - _REACH), span.start))
    start = max(text.rfind("\n", 0, span.start) + 1, *stops, 0)
    stop = _STOP.search(text, max(span.start, span.end - 1))
    end = text.find("\n", span.end)
    return Span(start=start, end=min(stop.start() + 1 if stop else len(text), end if end >= 0 else len(text), span.end + _REACH))


def clause_in(spans: Sequence[Span], text: str) -> str:
    """The sentence that some words stand in, with the words between marks; white space is as one blank.

    spans: of the words, in their order.
    """
    near = _near(spans)
    start = max(sentence_at(near[0], text).start, near[0].start - _REACH)
    return " ".join(_marked(near, text, Span(start=start, end=sentence_at(near[-1], text).end)).split())


def without_marks(words: str) -> str:
    """Words as clause_in and passage_in give them, without the marks."""
    return words.translate(_MARKS)


def passage_in(spans: Sequence[Span], text: str) -> str:
    """The part of a text that some words stand in, with the words between marks; white space is as one blank.

    A text is parted by its length alone, so that all words of a part have the same text around them: the whole, where it is short. Of
    words that reach beyond their part the rest is left out. spans: of the words, in their order.
    """
    first = max(0, (spans[0].start - _BEFORE) // _STRIDE) if len(text) > _PASSAGE else 0
    passage = Span(start=_gap(text, first * _STRIDE), end=_gap(text, first * _STRIDE + _PASSAGE))
    near = [Span(start=span.start, end=min(span.end, passage.end)) for span in _near(spans) if span.start < passage.end]
    return " ".join(_marked(near, text, passage).split())


def _near(spans: Sequence[Span]) -> list[Span]:
    """The pieces that stand close to the first; of one that is longer than a sentence should be its beginning."""
    near = [span for span in spans if span.end - spans[0].start <= _TOGETHER]
    return near or [Span(start=spans[0].start, end=spans[0].start + _TOGETHER)]


def _gap(text: str, at: int) -> int:
    """The first blank from a place on, so that no word is cut; that place where none is near, the end where the text is over."""
    blank = _BLANK.search(text, at, at + _WORD) if at > 0 else None
    return blank.start() if blank else min(at, len(text))


def _marked(spans: Sequence[Span], text: str, around: Span) -> str:
    """A part of a text with marks around some spans, and no others."""
    parts, at = [], around.start
    for span in spans:
        parts += [text[at : span.start].translate(_MARKS), OPENS, text[span.start : span.end].translate(_MARKS), CLOSES]
        at = span.end
    return "".join([*parts, text[at : around.end].translate(_MARKS)])
