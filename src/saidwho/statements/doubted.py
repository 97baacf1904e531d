"""Which statements is a caveat of the outlet about?"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

# The claims of both sides, which often stand in paragraphs of their own.
_BOTH = re.compile(r"\b(?:neither|either|both|versions|competing|conflicting|rival)\b", re.IGNORECASE)
# The claims of all who have spoken so far: "the accounts", and not "these claims" or "its claims".
_ALL = re.compile(
    r"\b(?:the|either|neither|both|all|any|most|many)"
    r"(?: (?:sides?|part(?:y|ies)|countr(?:y|ies)|arm(?:y|ies)|governments?)(?:['’]s|['’])?)? (?:of the )?"
    r"(?:claims|accounts|reports|allegations|statements|assertions|accusations)\b",
    re.IGNORECASE,
)
# A sentence that begins so doubts what was said before it, and not what follows: "The claim could not be verified, but a resident said".
_TAKES_UP = re.compile(
    r"(?:this|that|(?:the|that|this|his|her|their|its) (?:claim|account|report|figure|toll|number|statement|version|allegation)s?) "
    r"(?:is|was|could|can|has|have|had|were|are)\b",
    re.IGNORECASE,
)
# Statements back to the toll of which a live blog says that it could not be confirmed.
_FAR = 16
_NUMBERS = re.compile(r"\b(?:figures?|numbers?|tolls?|counts?|estimates?|totals?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caveat:
    """Words of the outlet against statements. many: they are about more than one."""

    span: Span
    many: bool


def about(
    around: Surroundings,
    caveat: Caveat,
    starts: list[tuple[int, int]],
    attributions: tuple[Attribution, ...],
    *,
    claims: frozenset[int],
    silent: frozenset[int],
) -> list[int]:
    """The numbers of the attributions that a caveat is about.

    starts: where attributions begin that it can be about, each with its number, in order. claims: those that say that something is so or is
    not, by number. silent: the paragraphs in which somebody declines to answer, over which a caveat reaches back.
    """
    at = bisect_left(starts, (caveat.span.start, -1))
    sentence = around.sentence(caveat.span.start)
    paragraph = around.paragraph(caveat.span.start)
    starts = [(start, i) for start, i in starts[max(0, at - _FAR) : at + 2] if not _holds(caveat, attributions[i])]
    at = bisect_left(starts, (caveat.span.start, -1))
    before = _last_paragraph(around, starts, at, paragraph, silent)
    same = [i for start, i in starts[max(0, at - 8) : at] if start >= sentence.start]
    after = [i for start, i in starts[at : at + 2] if start < sentence.end]
    told = [i for _, i in starts[:at] if i in claims]
    if told and _ALL.search(around.text, sentence.start, caveat.span.end):
        return told
    if caveat.many and before:
        return _of_many(around, caveat, before, starts[:at], attributions)
    if same and not caveat.many:
        return same[-1:]
    if after and not caveat.many and not (before and _TAKES_UP.match(around.text, sentence.start)):
        return after[:1]
    if not before:
        return after[:1]
    return _with_number(around, caveat, starts[:at], attributions) or before[-1:]


def _with_number(around: Surroundings, caveat: Caveat, before: list[tuple[int, int]], attributions: tuple[Attribution, ...]) -> list[int]:
    """The last statement that holds a number, where a caveat opens its sentence with one figure: "The toll could not be confirmed"."""
    sentence = around.sentence(caveat.span.start)
    words = around.text[sentence.start : caveat.span.end]
    if not _NUMBERS.search(words) or caveat.many:
        return []
    return [i for _, i in before if _has_number(around.text, attributions[i])][-1:]


def _of_many(
    around: Surroundings, caveat: Caveat, near: list[int], before: list[tuple[int, int]], attributions: tuple[Attribution, ...]
) -> list[int]:
    """The statements that a caveat on several is about: those of the paragraph before it and, where it speaks of both sides or of
    figures and stands apart, the first of the paragraph before that; of figures only what holds a number."""
    words = caveat.span.of(around.text)
    both, of_numbers = bool(_BOTH.search(words)), bool(_NUMBERS.search(words))
    paragraphs = {around.paragraph(start_of(attributions[i])) for i in near}
    two = [i for _, i in before if _has_number(around.text, attributions[i])][-2:]
    if both and of_numbers and around.paragraph(caveat.span.start) not in paragraphs and len(two) > 1:
        return two  # "Neither toll could be confirmed"
    if both and len(near) > 1 and around.paragraph(caveat.span.start) in paragraphs:
        return near[-2:]
    numbered = [i for i in near if _has_number(around.text, attributions[i])]
    found = numbered if of_numbers and not both and numbered else near
    wants_more = both or (of_numbers and len(found) == 1)
    other = next((i for start, i in before if around.paragraph(start) == min(paragraphs) - 1), None)
    return [other, *found] if wants_more and len(paragraphs) == 1 and other is not None else found


def _has_number(text: str, attribution: Attribution) -> bool:
    return any(character.isdigit() for span in attribution.content for character in span.of(text))


def _holds(caveat: Caveat, attribution: Attribution) -> bool:
    """Whether an attribution is made of a caveat's own words."""
    return any(span.start < caveat.span.end and caveat.span.start < span.end for span in attribution.cue)


def _last_paragraph(around: Surroundings, starts: list[tuple[int, int]], at: int, paragraph: int, silent: frozenset[int]) -> list[int]:
    """The statements before a caveat in its paragraph, or else in the one before; no more than a caveat can be about."""
    near = [(around.paragraph(start), i) for start, i in starts[max(0, at - 8) : at]]
    first = paragraph - 1
    while first in silent and not any(number == first for number, _ in near):
        first -= 1
    for wanted in (paragraph, first):
        found = [i for number, i in near if number == wanted]
        if found:
            return found if len(found) > 1 or wanted < paragraph else [i for number, i in near if number == first][-1:] + found
    return []


def start_of(attribution: Attribution) -> int:
    return min(span.start for span in (*attribution.source, *attribution.cue, *attribution.content))
