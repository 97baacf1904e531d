"""Which attributions say nothing?

"Asked whether a truce was near", "a source who asked not to be named": somebody asks, and nobody tells anything.
"""

import re

from saidwho.types.reading import Attribution

_ASKED = re.compile(r"(?:when |once |if |was |were |being )?asked(?: (?:about|by|for|on|if|whether))?$", re.IGNORECASE)
_WAS_ASKED = re.compile(
    r"(?:(?:has|have|had) (?:\w+ )?been|was|were|is|are|being) (?:\w+ )?asked(?: by [^\n]+)?(?P<about> (?:about|on|whether|if))?",
    re.IGNORECASE,
)
_WHETHER = re.compile(r"(?:about|if|whether|why|how|what|when|where|who)\b")
_UNNAMED = re.compile(
    r"(?:not )?to be (?:named|identified|quoted|cited|called)\b|(?:that )?(?:his|her|their|its) (?:full |last |real |sur)?names? (?:not )?"
    r"(?:be|is|are|was)\b|(?:for |on )?(?:condition of )?anonymity\b|(?:not )?to (?:remain|stay) anonymous\b"
    r"|to give (?:his|her|their) name",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|request(?:s|ed|ing)?|declin(?:es|ed|ing)|refus(?:es|ed|ing)|wish(?:es|ed|ing)?|insist(?:s|ed|ing)?|"
    r"want(?:s|ed)?|prefer(?:s|red)?)\b",
    re.IGNORECASE,
)


_THANKS = re.compile(r"\b(?:thank(?:s|ed|ing)?|(?:express(?:es|ed)?|voiced?s?) (?:\w+ )?(?:gratitude|thanks))$", re.IGNORECASE)
_UNSAID = re.compile(r"without (?:saying|specifying|disclosing|explaining|naming|mentioning|elaborating|telling)\b", re.IGNORECASE)


def without_askings(text: str, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Leave out those in which somebody is asked something, asks not to be named, gives thanks, or is told not to have said something."""
    return tuple(a for a in attributions if not (_is_asked(text, a) or _hides(text, a) or _tells_nothing(text, a)))


def _is_asked(text: str, attribution: Attribution) -> bool:
    """Whether a cue is the participle of a question: "Asked if a truce was near, the envoy said ..." """
    cue = attribution.cue[-1]
    was_asked = _WAS_ASKED.fullmatch(cue.of(text))
    if was_asked and was_asked["about"]:
        return True
    if not _ASKED.fullmatch(cue.of(text)):
        return False
    if not attribution.source:
        return was_asked is None or not attribution.content[0].of(text).startswith(("to ", "not to "))
    if was_asked and _WHETHER.match(attribution.content[0].of(text)):
        return True
    # "Asked if a truce was near, | the envoy said": who is asked stands behind.
    if cue.start < attribution.source[0].start:
        return cue.of(text)[:1].isupper() and _WHETHER.match(attribution.content[0].of(text)) is not None
    # "a diplomat, asked about tanks, said": the comma makes it a participle.
    return text[max(cue.start - 2, 0) : cue.start] == ", " and attribution.source[-1].end <= cue.start


def _hides(text: str, attribution: Attribution) -> bool:
    last = attribution.content[-1].of(text)
    return bool(_ASKING.search(attribution.cue[-1].of(text)) and _UNNAMED.match(last)) and len(attribution.content) <= 2


def _tells_nothing(text: str, attribution: Attribution) -> bool:
    """ "Thanked the gunners", "without saying who did it"; and a headline in capitals: "NYSA: CLASHES IN THE PORT"."""
    cue = attribution.cue[-1].of(text)
    if cue.casefold() == "adding up" or _THANKS.search(cue) or _UNSAID.match(cue):
        return True
    said = attribution.content[0].of(text)
    return cue == ":" and bool(attribution.source) and attribution.source[0].of(text).isupper() and said.isupper() and '"' not in said
