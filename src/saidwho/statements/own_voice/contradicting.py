"""Which clauses of the outlet's own say that something told is not so?

"That was wrong", "Reports of a landing are inventions": the outlet takes back or rejects what was said. "We possess no mortars": whoever
prints its own word answers what is laid on it. Neither need tell a happening or a figure.
"""

import re

from saidwho.statements.acts.answers import is_denial
from saidwho.statements.acts.clauses import main_clause
from saidwho.statements.own_voice.free import Free
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

# A verdict on what was said right before: "That was wrong", "False", "Not true".
_VERDICT = re.compile(
    r"\W*(?:(?:that|this|it|both|all this|the reports?|the claims?) (?:is|was|are|were|has been|have been) (?:\w+ly |simply |quite )?)?"
    r"(?:false|wrong|untrue|not true|not so|incorrect|a mistake|an error|in error|retracted|withdrawn|denied|rejected)\b[^,;:]{0,40}\W*",
    re.IGNORECASE,
)
# "We take the report back", "We have printed no such report", "had no hand in this".
_TAKEN_BACK = re.compile(
    r"\b(?:we|this (?:paper|newspaper|agency|station)) (?:\w+ ){0,2}?(?:retracts?|retracted|withdraws?|apologi[sz]es?|"
    r"takes? (?:\w+ ){1,3}back|(?:printed|published|broadcast|wrote|made) no such)\b"
    r"|\b(?:no|neither) (?:hand|part) in\b|\b(?<!may have had )nothing (?:\w+ ){0,2}to do with\b",
    re.IGNORECASE,
)
# What was taken for somebody's act of saying, and tells what he did not do.
_DISOWNED = re.compile(
    r"(?:ha[sd]|have|having|took|takes?|played|plays?) (?:no (?:hand|part) in|nothing (?:\w+ ){0,2}to do with)", re.IGNORECASE
)
_NOT_ONE = re.compile(r"\W*(?:not (?:a single|one)|at no time)\b", re.IGNORECASE)
_OURS = ("we", "i", "us", "ours", "our")
_NEGATIONS = ("not", "n't", "never", "no", "none", "nothing", "nobody", "neither")
# What whoever speaks of itself does not know or say is no answer to anybody.
_KNOWING = frozenset(("know", "say", "tell", "comment", "speak", "want", "wish", "think", "believe", "understand", "see", "hear", "forget"))


class Contradicting:
    """Asks it of the clauses of one text. is_issuer: whether those who print it speak for themselves."""

    def __init__(self, around: Surroundings, *, is_issuer: bool) -> None:
        self._around, self._is_issuer = around, is_issuer

    def denies(self, span: Span) -> bool:
        """Whether words call false what was told, take it back, or deny what is alleged nearby."""
        words = span.of(self._around.text)
        if _VERDICT.fullmatch(words) or _TAKEN_BACK.search(words):
            return True
        attribution = Attribution(source=(), cue=(), content=(span,), score=1.0)
        clause = main_clause(self._around, attribution)
        return clause is not None and is_denial(self._around, attribution, clause, verb="", is_told=not self._is_issuer)

    def disowns(self, attribution: Attribution) -> bool:
        """Whether a cue says nothing but that somebody has no part in something: "the Guard | had no hand in | this"."""
        return any(_DISOWNED.fullmatch(cue.of(self._around.text)) for cue in attribution.cue[:1])

    def negates(self, clause: Free) -> bool:
        """Whether a clause says in the negative what those who print it do or have, or that not one did."""
        around, head = self._around, clause.head
        if _NOT_ONE.match(around.span(clause.first, clause.past).of(around.text)):
            return True
        subject = around.child(head, "nsubj")
        near = {around.words[i] for child in around.children(head) for i in (child, *around.children(child))} | {around.words[clause.first]}
        if subject is None or around.words[head] in _KNOWING or not near.intersection(_NEGATIONS):
            return False
        return any(around.words[i] in _OURS for i in (subject, *self._below(subject)))

    def _below(self, noun: int) -> tuple[int, ...]:
        """What hangs on a noun, and on that: "no unit of ours"."""
        first = self._around.children(noun)
        return (*first, *(i for child in first for i in self._around.children(child)))
