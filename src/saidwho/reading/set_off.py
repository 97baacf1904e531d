"""What does somebody go on to say behind "said:", without quotation marks?

Ministries print so: "The minister said:", and then his words, in the same line or in paragraphs of their own. The reader ends them with
their first sentence. The rest of the line is his where it speaks of "we" or "I", as behind a name in a transcript, and so are the
paragraphs behind it that do. An outlet seldom speaks of itself right behind somebody else's words.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from saidwho.types.document import Span
from saidwho.types.reading import Attribution

_FIRST_PERSON = re.compile(r"\b(?:I|my|we|us|our|ours)\b", re.IGNORECASE)
_MARKS = re.compile(r"[\"“”]|''|``")
# By these somebody sets off his own words.
_SAYS = re.compile(r"\b(?:said|says|adds?|added|wr(?:ote|ites)|states?|stated|announced|commented|declared|continued|concluded):?$")
_PARAGRAPH = re.compile(r"\s*(?P<words>\S[^\n]{0,2000})(?=\n|$)")
# From the last letter of a cue, which may be the colon, to what is said.
_LEADS = re.compile(r"(?::|\S\s*:)\s*")
# What is left of a line; a longer one is no paragraph, and time stays linear.
_REST = re.compile(r"[^\n]{0,2000}(?=\n|$)")
# "Notes to editors: ...", or a heading.
_LABEL = re.compile(r"[^\n.!?:]{1,60}(?::|$)")
# Paragraphs behind the first; as sure as the rule is.
_MOST, _SHARE = 12, 0.9


def with_what_is_set_off(text: str, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Give those who speak behind a colon all that they say there. Linear in attributions.

    Where another begins to speak, by a source and cue of his own that are not "we" or "I", it ends.
    """
    others = sorted(span for one in attributions for span in one.source if not _FIRST_PERSON.fullmatch(span.of(text)))
    return tuple(_with_more(text, one, others) for one in attributions)


def _with_more(text: str, one: Attribution, others: list[Span]) -> Attribution:
    if len(one.content) != 1 or not one.source or not one.cue or max(one.source[-1], one.cue[-1]).end > one.content[0].start:
        return one
    said, last = one.content[0], one.cue[-1]
    if not _LEADS.fullmatch(text, last.end - 1, said.start) or _MARKS.search(said.of(text)):
        return one
    end, says = said.end, _SAYS.search(last.of(text)) is not None
    if not says and last.of(text) != ":":
        return one
    for more in _paragraphs(text, said, with_others=says):
        at = bisect_left(others, Span(start=end, end=end))
        is_anothers = at < len(others) and others[at].start < more.end
        if is_anothers or _MARKS.search(more.of(text)) or not _FIRST_PERSON.search(more.of(text)):
            break
        end = more.end
    return one if end == said.end else replace(one, content=(Span(start=said.start, end=end),), score=round(one.score * _SHARE, 4))


def _paragraphs(text: str, said: Span, *, with_others: bool) -> Iterator[Span]:
    """The rest of the line in which somebody speaks, where there is any, and the other paragraphs behind it where these are wanted."""
    rest = _REST.match(text, said.end)
    if rest is None:
        return
    if rest[0].strip(" .!?"):
        yield Span(start=said.end, end=rest.end())
    at = rest.end()
    for _ in range(_MOST if with_others else 0):
        match = _PARAGRAPH.match(text, at)
        if match is None or _LABEL.match(match["words"]):
            return
        yield Span(start=match.start("words"), end=match.end("words"))
        at = match.end("words")
