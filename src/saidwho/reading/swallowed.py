"""Whose name stands at the end of what is said, and belongs to who says it?

"Two people died in the attack, Ilze Berzina, head of the council, said": at times the reader takes the name, or all behind it, for what is
said.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention, Token

_COMMA = re.compile(r",\s+(?P<title>(?:[A-Z][\w.-]+\s+){0,3})$")
_LONGEST_TITLE = 40  # characters
_WINDOW = 40  # words before a verb of saying among which its subject is looked for
_BETWEEN = re.compile(r",?\s*")


def with_swallowed_names(
    text: str, attributions: tuple[Attribution, ...], tokens: Sequence[Token], *, names: tuple[Mention, ...]
) -> tuple[Attribution, ...]:
    """Give names at the end of what is said to those who say it, where syntax has them there. Linear in attributions."""
    people = sorted(mention.span for mention in names if mention.kind == "person")
    starts = [token.span.start for token in tokens]
    return tuple(_given_back(text, one, tokens, starts, people) for one in attributions)


def _given_back(text: str, one: Attribution, tokens: Sequence[Token], starts: list[int], people: list[Span]) -> Attribution:
    if not one.content or not one.cue or len(one.source) > 1:
        return one
    last = one.content[-1]
    following = one.source[0] if one.source else one.cue[0]
    if following.start < last.end or not _BETWEEN.fullmatch(text, last.end, following.start):
        return one
    for name in reversed(people[bisect_left(people, last) : bisect_left(people, Span(start=last.end, end=last.end))]):
        comma = _COMMA.search(text, max(name.start - _LONGEST_TITLE, last.start), name.start)
        if comma is None or name.end > last.end:
            continue
        said = Span(start=last.start, end=comma.start())
        words = _numbers(said, starts)
        is_clause = any(tokens[number].upos in ("VERB", "AUX") for number in words)
        if is_clause and _is_speaker(name, Span(start=name.end, end=last.end), following, one, tokens, starts):
            source = Span(start=comma.start("title"), end=one.source[0].end if one.source else last.end)
            return replace(one, source=(source,), content=(*one.content[:-1], said))
    return one


def _is_speaker(name: Span, behind: Span, following: Span, one: Attribution, tokens: Sequence[Token], starts: list[int]) -> bool:
    """Whether a name is beside what the source is called by; or a verb of saying that has no subject stands behind it."""
    own = _numbers(name, starts)
    if one.source:
        source = _numbers(following, starts)
        heads = [number for number in source if tokens[number].head not in source]
        beside = len(heads) == 1 and tokens[heads[0]].relation == "appos" and tokens[heads[0]].head in own
        return behind.start == behind.end and beside
    if any(tokens[number].upos in ("VERB", "AUX") for number in _numbers(behind, starts)):
        return False
    cue = _numbers(one.cue[0], starts)
    subjects = [number for number in range(max(cue.start - _WINDOW, 0), cue.start) if tokens[number].relation.startswith("nsubj")]
    return bool(cue) and not any(tokens[number].head in cue and number not in own for number in subjects)


def _numbers(span: Span, starts: list[int]) -> range:
    """The numbers of the tokens that begin in a span."""
    return range(bisect_left(starts, span.start), bisect_left(starts, span.end))
