"""Which attributions say nothing that is a statement?

"Citing a leaked annex" names what somebody rests on, "which the bill will ban" leaves a pronoun to say, "was named after a horse" tells
of a name and not of words, "offered no proof" is the outlet's doubt, and a question in an interview asserts nothing.
"""

import re

from saidwho.statements.surroundings import Surroundings
from saidwho.types.reading import Attribution

_CITING = re.compile(r"(?:citing|quoting)$", re.IGNORECASE)
# "contradicting witnesses": whoever writes the sentence sets words against others', and nobody says them.
_SETS_AGAINST = re.compile(r"(?:contradicting|belying)$", re.IGNORECASE)
_VERBAL = ("nsubj", "nsubj:pass", "ccomp", "cop")
# Tokens of a content in which a clause would have begun.
_PHRASE = 14
_PRONOUNS = frozenset({"which", "what", "who", "whom", "how", "where", "why"})
_PASSIVE = re.compile(
    r"(?:\w+ )*(?:is|are|was|were|been|be) (?:\w+ly )?(?:known|named|signed|heard|shown)(?: for| after| as)?$", re.IGNORECASE
)
_UNPROVEN = re.compile(
    r"(?:(?:has |have |had )?(?:gave|gives?|given|offered|offers?|provided|provides?|presented|presents?|produced|cited|cites)"
    r"|(?:did|does|do|would|could|has|have)(?: not|n't|n’t) (?:give|provide|present|offer|produce|cite|given|provided|presented|offered))$",
    re.IGNORECASE,
)
_EVIDENCE = re.compile(r"(?:no |any )?(?:[\w-]+ ){0,3}?(?:proof|evidence|sources?)\b", re.IGNORECASE)


def says_nothing(around: Surroundings, attribution: Attribution) -> bool:
    """Whether an attribution is none by its cue and the words that it leaves to say."""
    if not attribution.cue or len(attribution.content) != 1:
        return False
    cue, said = attribution.cue[-1].of(around.text), attribution.content[0].of(around.text)
    if _PASSIVE.fullmatch(cue) or _SETS_AGAINST.fullmatch(cue) or said.casefold() in _PRONOUNS:
        return True
    if _CITING.fullmatch(cue):
        numbers = around.touched(attribution.content[0])[:_PHRASE]
        return not any(around.tokens[i].relation in _VERBAL for i in numbers)
    if _UNPROVEN.fullmatch(cue):
        return bool(_EVIDENCE.match(said))
    return cue == ":" and said.endswith("?")
