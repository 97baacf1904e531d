"""Who says what in a headline?

Headlines have three habits that reports have not. A running title stands before them ("Ukraine War: Russia Executing
Soldiers, Says White House") that is none of what was said. They turn the sentence round, with the speaker last. And they tell two
things side by side: what stands before the comma of "Nine dead in camp, agency says food exhausted" the agency did not say.
PolNeAR's train part holds no headline of that shape, so it is read here by its form.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention

# Up to five words, the first with a capital, and a colon.
_KICKER = r"(?P<kicker>[^\W\d_][^\s:]*(?: [^\s:]+){0,4}: +(?=\S))?"
_HEADLINE = re.compile(_KICKER)
_INVERTED = re.compile(
    _KICKER + r"(?P<content>[^\n]{8,200}), (?P<cue>says?|warns?|admits?|insists?) "
    r"(?P<source>(?:the )?[A-Z][^\s,.;:?!]*(?: [^\s,.;:?!]+){0,6})",
    re.IGNORECASE,
)
_FINAL = (".", "!", "?", "…", ".”", '."', "?”", '?"')

# Longer lines are paragraphs that lost their stop.
LONGEST_HEADLINE = 220

# The score of a headline that only its form gives away. Set by hand: the corpora hold too few to measure.
FORM_SCORE = 0.8


def settle_headlines(text: str, attributions: tuple[Attribution, ...], *, names: tuple[Mention, ...]) -> tuple[Attribution, ...]:
    """Put right the attributions in headlines: inverted ones are read by their form, running titles are cut off.

    A headline is a line without a final stop. Attributions elsewhere stay as they are. names: those of the text; the
    last words of an inverted headline are its speaker only if they end in one.
    """
    named = {mention.span.end for mention in names}
    ordered = sorted(attributions, key=lambda attribution: attribution.cue[0])
    starts = [attribution.cue[0].start for attribution in ordered]
    settled: list[Attribution] = []
    done = 0
    for line in _headlines(text):
        first, past = bisect_left(starts, line.start), bisect_left(starts, line.end)
        settled += [*ordered[done:first], *_settle(text, line, ordered[first:past], ends_in_name=line.end in named)]
        done = past
    return (*settled, *ordered[done:])


def _settle(text: str, line: Span, inside: list[Attribution], *, ends_in_name: bool) -> list[Attribution]:
    """The attributions of one headline, put right. inside: those whose cue stands in it."""
    cut = [_without_news_before(text, _without_kicker(text, line, attribution)) for attribution in inside]
    found = _inverted(text, line) if ends_in_name else None
    if found is None or any(found == replace(attribution, score=found.score) for attribution in cut):
        return cut
    return [*(attribution for attribution in cut if attribution.cue != found.cue), found]


def _headlines(text: str) -> Iterator[Span]:
    for match in re.finditer(r"[^\n]+", text):
        line = match.group().strip()
        if line and len(line) <= LONGEST_HEADLINE and not line.endswith(_FINAL):
            start = match.start() + match.group().index(line)
            yield Span(start=start, end=start + len(line))


def _inverted(text: str, line: Span) -> Attribution | None:
    """The attribution of a headline that ends in a verb of saying and its speaker, if it is one."""
    match = _INVERTED.fullmatch(text, line.start, line.end)
    if not match or not (match["source"][0].isupper() or match["source"].startswith("the ")):
        return None
    source, cue, content = ((Span(start=match.start(role), end=match.end(role)),) for role in ("source", "cue", "content"))
    return Attribution(source=source, cue=cue, content=content, score=FORM_SCORE)


def _without_news_before(text: str, attribution: Attribution) -> Attribution:
    """Cut off what stands before the comma in front of a speaker who says what follows his cue without another comma."""
    if not (attribution.content[1:] and attribution.source and attribution.cue):
        return attribution
    first, *others = attribution.content
    source, cue = attribution.source[0], attribution.cue[-1]
    is_before = first.end <= source.start < cue.start and text[first.end : source.start].strip() == ","
    goes_on = text[cue.end : others[0].start] == " "
    return replace(attribution, content=tuple(others)) if is_before and goes_on else attribution


def _without_kicker(text: str, line: Span, attribution: Attribution) -> Attribution:
    """Cut the running title off a content that begins its headline, where the cue comes later."""
    kicker = _HEADLINE.match(text, line.start, line.end)
    if not (kicker and kicker["kicker"] and text[line.start].isupper() and attribution.content):
        return attribution
    first, *others = attribution.content
    if first.start != line.start or not kicker.end() < first.end <= attribution.cue[0].start:
        return attribution
    return replace(attribution, content=(Span(start=kicker.end(), end=first.end), *others))
