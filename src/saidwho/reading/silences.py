"""Who gives no answer, where the reader takes that for no statement?

"The army has not responded" and "Her office did not return our calls" are statements too: somebody was asked, and declines. PolNeAR
marks only what is said, so the reader leaves out most of them; their wording hardly varies.
"""

import re
from bisect import bisect_right

from saidwho.types.document import Span
from saidwho.types.reading import Attribution

_BEGINS = r"(?:(?<=[.!?;:\n\"”] )|(?<=[;\n])|^|(?<=\d ))[^\S\n]*"
# Whoever is silent, with one phrase between commas at most.
_WHO = r"(?P<who>[A-Z“][^\n.;:,\"]{1,80}?)(?:,[^\n.;:,]{1,80},)?"
_NOT = r"(?:(?:so[ ]far|yet|immediately|also)[ ])*(?:not|never|n[’']t)[ ](?:(?:yet|immediately|so[ ]far)[ ])*"
_SILENT = (
    r"(?:(?:has|have|had|did|does|do)[ ]" + _NOT + r"(?:respond(?:ed)?|repl(?:y|ied)|comment(?:ed)?|answer(?:ed)?|return(?:ed)?"
    r"(?=[ ](?:our|a|any|several|repeated|phone|telephone|calls?|messages?)\b))"
    r"|could[ ]" + _NOT + r"be[ ](?:immediately[ ])?(?:reached|contacted)"
    r"|was[ ](?:not|un)[ ]?(?:immediately[ ])?(?:available|reachable)[ ]for[ ]comment)"
)
_NO_ANSWER = re.compile(_BEGINS + _WHO + r"[ ](?P<said>" + _SILENT + r"\b[^\n.;,\"]*)(?=[.;,\n]|$)", re.MULTILINE)
_UNANSWERED = re.compile(
    _BEGINS + r"(?:[A-Z][\w-]*[ ])?(?:\w+[ ]){0,3}?(?:requests?|calls?|questions?|e-?mails?|messages?|letters?)[ ](?:for[ ]\w+[ ])?"
    r"(?:sent[ ]|put[ ])?to[ ](?P<who>[^\n.;:,\"]{2,80}?)[ ](?:\w+ly[ ])?(?P<said>(?:went|were[ ]left|was[ ]left|remained)[ ]unanswered\b)",
    re.MULTILINE,
)
# As sure as the wording is.
_SCORE = 0.8


def with_silences(text: str, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Add one attribution for each refusal to answer that no attribution holds; its words are the cue and what is said."""
    taken = sorted(span for attribution in attributions for span in (*attribution.cue, *attribution.content))
    starts = [span.start for span in taken]
    added = []
    for pattern in (_NO_ANSWER, _UNANSWERED):
        for match in pattern.finditer(text):
            who, said = (Span(start=match.start(role), end=match.end(role)) for role in ("who", "said"))
            near = taken[max(bisect_right(starts, said.end) - 4, 0) : bisect_right(starts, said.end)]
            if not any(span.start < said.end and who.start < span.end for span in near) and not _is_quoted(text, who.start):
                added.append(Attribution(source=(who,), cue=(said,), content=(said,), score=_SCORE))
    return tuple(sorted((*attributions, *added), key=lambda one: (one.cue or one.content)[0])) if added else attributions


def _is_quoted(text: str, at: int) -> bool:
    """Whether a place stands inside quotation marks of its own line."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return line.count('"') % 2 == 1 or line.count("“") > line.count("”")
