"""Which part of what somebody says does another say?

"The ministry said that it had acted on the word of the council, whose head spoke on Monday of 40 shells": the reader passes over what
stands between, and gives both parts to the ministry.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from saidwho.reading.subjects import Subjects
from saidwho.text.quotations import MARKS
from saidwho.text.tables import word_set
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Token

_SPEAKING = word_set(
    "spoke speaks spoken said says told tells claims claimed reports reported warns warned alleges alleged announces announced "
    "estimates estimated declares declared counted counts"
)
# What stands between two parts is one clause, of so many characters at most.
_LONGEST = 160
_SENTENCE_END = re.compile(r"[.!?\n\"“”]")
# As sure as the outer one, and as the rule is right.
_SHARE = 0.8


def with_parts_of_others(text: str, attributions: tuple[Attribution, ...], tokens: tuple[Token, ...]) -> tuple[Attribution, ...]:
    """Give each part of a content to whoever says it: the subject of a verb of saying that stands before it and behind the part before.

    Parts in quotation marks stay as they are. Needs the syntax of the text.
    """
    if all(len(attribution.content) < 2 for attribution in attributions):
        return attributions
    subjects = Subjects(text, tokens)
    return tuple(part for attribution in attributions for part in _parted(text, attribution, subjects, tokens))


def _parted(text: str, attribution: Attribution, subjects: Subjects, tokens: tuple[Token, ...]) -> Iterator[Attribution]:
    kept = attribution.content[:1]
    others = []
    for part in attribution.content[1:]:
        other = _other(text, attribution, Span(start=kept[-1].end, end=part.start), subjects, tokens)
        if other is None:
            kept = (*kept, part)
        else:
            score = round(attribution.score * _SHARE, 4)
            others.append(Attribution(source=(other[0],), cue=(other[1],), content=(part,), score=score))
    yield replace(attribution, content=kept) if others else attribution
    yield from others


def _other(text: str, attribution: Attribution, gap: Span, subjects: Subjects, tokens: tuple[Token, ...]) -> tuple[Span, Span] | None:
    """Who speaks in the words between two parts, and the verb; None where the one who speaks already does, or nobody."""
    words = gap.of(text)
    if not 0 < len(words) <= _LONGEST or _SENTENCE_END.search(words) or text[gap.end] in MARKS:
        return None
    if any(gap.start <= span.start < gap.end for span in (*attribution.source, *attribution.cue)):
        return None
    for number in reversed(subjects.trees.touched(gap)):
        verb = tokens[number].span
        if tokens[number].upos == "VERB" and verb.of(text) in _SPEAKING:
            who = subjects.of(verb)
            return (who, verb) if who is not None and gap.start <= who.start else None
    return None
