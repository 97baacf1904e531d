"""Who speaks before a colon, without a verb of saying?

"Air force: three drones were shot down", "The mayor of Dorn, by telephone: we have no water." Live blogs, bulletins and monitors write
so, and PolNeAR hardly does. See heads for lines that only have a headline's form.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from saidwho.reading.heads import FORM_SCORE, ROLE
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention, Token

# What begins a sentence, perhaps with its hour: "12:40 - ".
_BEGINS = r"(?:^(?:[-–—•*] )?|(?<=[.!?] )|(?<=[.!?][”\"’] ))[ \t]*(?:\d{1,2}[:.]\d{2}(?: ?[A-Z]{2,4})? ?[-–—|]? )?"
_SPEAKS = re.compile(
    rf"{_BEGINS}(?P<source>[A-Z][^\n.:;!?“”\"()]{{1,89}})(?P<cue>:)[ \t]+"
    r"(?P<said>[“\"][^\n“”\"]+[”\"]|[^\s“”\"][^\n]*?(?=[.!?…](?:\s|$)|\n|\Z))",
    re.MULTILINE,
)
# Behind it a speaker is told more of: "Moskar's ambassador to Jutmark", "The mayor of Dorn, by telephone".
_MORE = re.compile(r",? (?:of|to|for|in|from|on|at|with|near|who|by|speaking) |, ")
_QUOTES = '“"'
_FIRST_PERSON = re.compile(r"\b(?:we|our|us|I|my)\b")
# Attributions that may begin before a colon and reach over it.
_LOOKED_AT = 24
# What tells of people without a verb: "three dead, 18 hurt".
_FATE = re.compile(r"\b(?:dead|killed|wounded|injured|hurt|missing|casualties)\b")


def with_speakers_before_colons(
    text: str, attributions: tuple[Attribution, ...], tokens: tuple[Token, ...], *, names: tuple[Mention, ...]
) -> tuple[Attribution, ...]:
    """Add what is said behind a colon by a role, a body or a person named before it, where no other is said to speak there."""
    found = list(_spoken(text, tokens, names))
    spoken = [said for _, _, said in found]
    attributions = tuple(_without_other_lines(text, one, spoken) for one in attributions) if spoken else attributions
    taken = sorted((span.start, span.end) for one in attributions for span in (*one.source, *one.cue, *one.content))
    told = sorted(one.content[0].start for one in attributions if one.content)
    added = [
        Attribution(source=(source,), cue=(cue,), content=(said,), score=FORM_SCORE)
        for source, cue, said in found
        if not (_is_taken(source, taken) or _is_told(said, told))
    ]
    return (*attributions, *added)


def _spoken(text: str, tokens: tuple[Token, ...], names: tuple[Mention, ...]) -> Iterator[tuple[Span, Span, Span]]:
    """Who may speak before a colon, the colon, and what is said behind it."""
    starts = [token.span.start for token in tokens]
    people = {mention.span.end: mention.span for mention in names if mention.kind == "person"}
    bodies = {mention.span for mention in names if mention.kind == "organisation"}
    people_named = set(people.values())
    for match in _SPEAKS.finditer(text):
        source, cue, said = (Span(start=match.start(role), end=match.end(role)) for role in ("source", "cue", "said"))
        inside = [list(_within(span, tokens, starts)) for span in (source, said)]
        is_said = text[said.start] in _QUOTES or any(token.upos in ("VERB", "AUX") for token in inside[1])
        is_said = is_said or (any(token.upos == "NUM" for token in inside[1]) and _FATE.search(said.of(text)) is not None)
        is_named = (source in bodies and text[said.start] in _QUOTES) or _heads(source, said, text, inside[1], bodies | people_named)
        speaks = is_named or _is_speaker(source, said, text, inside[0], people)
        if is_said and not text.startswith("?", said.end) and speaks:
            yield source, cue, said


def _without_other_lines(text: str, attribution: Attribution, spoken: list[Span]) -> Attribution:
    """An attribution without what somebody else says behind a colon in another line, which the reader took for its words too.

    spoken: what is said behind colons, in the order of the text.
    """
    if not attribution.cue:
        return attribution
    cue = attribution.cue[0]
    kept = tuple(
        span
        for span in attribution.content
        if not _is_inside(span, spoken) or "\n" not in text[min(span.end, cue.end) : max(span.start, cue.start)]
    )
    return replace(attribution, content=kept) if kept else attribution


def _is_inside(span: Span, spoken: list[Span]) -> bool:
    """Whether a span begins in one of some that do not overlap."""
    at = bisect_right(spoken, span.start, key=lambda one: one.start) - 1
    return at >= 0 and span.start < spoken[at].end


def _is_speaker(source: Span, said: Span, text: str, tokens: list[Token], people: dict[int, Span]) -> bool:
    """Whether words are a noun phrase for somebody who can speak: by its noun, or by a person's name that it ends in."""
    is_told = any(token.upos == "AUX" or (token.upos == "VERB" and token.relation not in ("acl", "amod", "compound")) for token in tokens)
    if is_told or not tokens or tokens[0].upos not in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
        return False
    words = source.of(text)
    first = _MORE.split(words, maxsplit=1)[0]
    name = people.get(source.start + len(first))
    # "Ombudsman" alone is no name, though it was read as one.
    if name is None or ROLE.fullmatch(name.of(text)):
        return bool(ROLE.search(first))
    before = text[source.start : name.start]
    # In a list a name alone is that of somebody who is told of.
    if before.strip():
        return bool(ROLE.search(before.strip()))
    return text[said.start] in _QUOTES or (" " in name.of(text) and _FIRST_PERSON.search(said.of(text)) is not None)


def _heads(source: Span, said: Span, text: str, tokens: list[Token], named: set[Span]) -> bool:
    """Whether a headline is what somebody says whose whole name stands before it: "Hamas: Israel must withdraw"; a place is no speaker."""
    is_headline = not text[: source.start].strip() and text[said.end : said.end + 1] in ("", "\n")
    return is_headline and source in named and any(token.upos in ("VERB", "AUX") for token in tokens)


def _within(span: Span, tokens: tuple[Token, ...], starts: list[int]) -> Iterator[Token]:
    yield from tokens[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _is_told(said: Span, told: list[int]) -> bool:
    """Whether another says the words behind a colon. told: where the contents of all attributions begin, in their order."""
    at = bisect_left(told, said.start - 1)
    return at < len(told) and told[at] <= said.start + 1


def _is_taken(source: Span, taken: list[tuple[int, int]]) -> bool:
    """Whether an attribution holds words before the colon. taken: the stretches of all, in their order."""
    at = bisect_right(taken, (source.end, source.end))
    return any(end > source.start for _, end in taken[max(0, at - _LOOKED_AT) : at])
