"""A cue of which it is told who speaks says something, even where no content is likely by itself.

A content is given where it is likely. Its borders may be so open that none is, while cue and source are sure; then what is said is the
likeliest that stands free. Of PolNeAR's development part, 149 right sources and 109 right cues were lost for want of a content.
Where the line ends in a colon behind them, it is the next line, with or without marks: "The ministry said in a post:".
"""

from bisect import bisect_left
from dataclasses import replace
from itertools import takewhile

from saidwho.reading.decoding import Floats, WordSpan
from saidwho.reading.links import LinkedCue, LinkWeights, link_spans
from saidwho.reading.weighing import Chances
from saidwho.text.list_labels import label_end
from saidwho.text.words import Words

# Cue and source are so likely in sum. With less, contents that are no news come too: 1.2 costs 0.1 of content, 1.4 0.1 of source.
SURE = 1.3
# A content is at least so likely, and has so many words: "In Lom" is where, not what.
LIKELY, WORDS = 0.1, 3
# As sure as it is that a line is said by whom the colon before it follows.
_BLOCK_SCORE = 0.8
# "This is what we know:" is the outlet's.
_OUTLET = frozenset({"i", "we", "you"})
_BULLETS = frozenset("-–—*•")


def tell_what(
    words: Words, spans: list[WordSpan], linked: list[LinkedCue], chances: Chances, pointers: Floats, weights: LinkWeights
) -> list[LinkedCue]:
    """The cues that have a content, in the order of the text, and those that are given one.

    spans, linked: all that were found, and their cues. pointers, weights: see links.link_spans.
    """
    linked = _with_blocks(words, spans, linked)
    told = [cue for cue in linked if cue.contents]
    lone = [cue.cue for cue in linked if _is_lone(cue)]
    if not lone:
        return told
    kept = [*(span for span in spans if span.kind != "content"), *(content for cue in told for content in cue.contents)]
    free = [span for span in chances.between(kept, "content", cost=LIKELY, near=lone) if span.past - span.first >= WORDS]
    again = link_spans(words, sorted([*kept, *free], key=lambda span: span.first), pointers, weights)
    found = [cue for cue in again if cue.cue in lone and cue.contents and all(content in free for content in cue.contents)]
    return sorted([*told, *found], key=lambda cue: cue.cue.first)


def _is_lone(cue: LinkedCue) -> bool:
    return not cue.contents and cue.source is not None and cue.cue.score + cue.source.score >= SURE


def _with_blocks(words: Words, spans: list[WordSpan], linked: list[LinkedCue]) -> list[LinkedCue]:
    """Give lone cues whose line ends in a colon the line or list behind it, where nobody else speaks; cues in it say nothing more."""
    borders = words.line_borders()
    ends = [past for _, past in borders]
    sources, cues = ([span.first for span in spans if span.kind == kind] for kind in ("source", "cue"))

    def block(cue: LinkedCue) -> tuple[WordSpan, ...]:
        if not _is_lone(cue) or cue.source is None or words.strings[cue.source.first].casefold() in _OUTLET:
            return ()
        past = max(cue.cue.past, cue.source.past)
        line = bisect_left(ends, past)
        if line + 1 == len(ends) or words.strings[ends[line] - 1] != ":" or _any_between(cues, past, ends[line]):
            return ()
        first, end = borders[line + 1]
        if _any_between(sources, past, end) or _is_labelled(words, first, end):
            return ()
        if words.strings[first] not in _BULLETS:
            return (_line_said(first, end),) if end - first >= WORDS else ()
        listed = takewhile(lambda item: words.strings[item[0]] in _BULLETS and not _any_between(sources, *item), borders[line + 1 :])
        return tuple(_line_said(first + 1, end) for first, end in listed if end > first + 1)

    found = {cue.cue: said for cue in linked if (said := block(cue))}
    lines = [line for said in found.values() for line in said]
    free = [cue for cue in linked if not any(line.first <= cue.cue.first < line.past for line in lines)]
    return [replace(cue, contents=found[cue.cue]) if cue.cue in found else cue for cue in free]


def _is_labelled(words: Words, first: int, past: int) -> bool:
    """Whether a line is a point of a numbered list ("a) Two guards were killed"): such lists are a report's own, whoever heads them."""
    start = int(words.starts[first])
    return label_end(words.text, start, int(words.ends[past - 1])) > start


def _line_said(first: int, past: int) -> WordSpan:
    return WordSpan(first=first, past=past, kind="content", score=_BLOCK_SCORE)


def _any_between(firsts: list[int], start: int, end: int) -> bool:
    return bisect_left(firsts, start) < bisect_left(firsts, end)
