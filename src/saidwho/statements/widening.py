"""How far does a basis reach, by the words that the reader marked as one?

Rules find where a basis begins and of what kind it is; a tree that hangs "hit" of "residents of the villages hit" on another word cuts it
short. The reader marks noun phrases whole, and what is listed piece by piece: "the testimony of 110 witnesses, | on aerial photographs".
"""

import re

from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.statement import Basis

# Between two pieces of one basis: "witnesses, | and on | photographs", "residents | and examined | photographs".
_LOOKED_AT = r"(?:examined|reviewed|analy[sz]ed|studied|inspected|checked|collected|read|watched|visited|spoke (?:to|with)|interviewed)\s"
_JOINED = re.compile(
    rf",?\s(?:(?:and|as well as|or)\s)?(?:also\s)?(?:(?:up)?on\s|by\s|from\s|with\s)?(?:{_LOOKED_AT})?"
    rf"|(?:\s[\w'’-]+){{1,2}},?\sand\s{_LOOKED_AT}"
)
# A list parts at these, so that what is marked behind one is no more of the same.
_PARTS = 8


def widened(around: Surroundings, basis: Basis) -> Basis:
    """A basis up to the end of the marks that it touches in its sentence, and of those listed behind them. What the speaker perceived
    himself ends where the rule ends it."""
    if basis.kind == "own knowledge":
        return basis
    start, end = basis.span.start, basis.span.end
    sentence = around.sentence(start)
    behind = [span for span in around.marked("basis", sentence) if span.end > start][:_PARTS]
    for span in behind:
        is_joined = span.start >= end and _JOINED.fullmatch(around.text, end, span.start) is not None
        if span.start < end or is_joined:
            end = max(end, span.end)
    return Basis(span=Span(start=start, end=end), kind=basis.kind)
