"""Which noun that tells of what somebody said does a sentence call false?

"Reports by the ministry that the battery was hit are an invention" holds two statements: what the ministry reports, and that it is
not so, which whoever writes the sentence says.
"""

from dataclasses import replace

from saidwho.statements.acts.answers import FALSE, TOLD
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

_SUBJECTS = ("nsubj", "nsubj:pass")
_BEING = ("cop", "aux:pass")


def verdict_of(around: Surroundings, attribution: Attribution) -> int | None:
    """The word that calls false what a cue tells of, or that the cue itself calls false without a source; None where none does."""
    for i in around.touched_by(attribution.cue):
        token = around.tokens[i]
        if around.words[i] in TOLD and token.relation in _SUBJECTS and _calls_false(around, token.head):
            return token.head
        if not attribution.source and _calls_false(around, i) and around.child(i, "nsubj") is not None:
            return i
    return None


def without_verdict(around: Surroundings, attribution: Attribution) -> Attribution:
    """A report without what the sentence says of it."""
    verdict = verdict_of(around, attribution)
    being = None if verdict is None else around.child(verdict, *_BEING)
    if being is None:
        return attribution
    end = around.tokens[being - 1].span.end
    pieces = tuple(Span(start=piece.start, end=min(piece.end, end)) for piece in attribution.content if piece.start < end)
    return replace(attribution, content=pieces) if pieces else attribution


def _calls_false(around: Surroundings, word: int) -> bool:
    being = around.child(word, *_BEING)
    denied = any(around.words[i] in ("not", "n't", "never", "no") for i in around.children(word))
    return around.words[word] in FALSE and being is not None and 0 < being < word and not denied
