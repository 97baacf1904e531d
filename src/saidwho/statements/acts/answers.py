"""Does a statement answer what others say, by what stands around it?

Only what neither the words of the statement nor those of its cue tell by themselves: a negation denies where something is alleged, and
a verdict denies where it is passed on what somebody said.
"""

import re

from saidwho.statements.acts.cues import CueMeaning
from saidwho.statements.acts.tables import word_set
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

# Cues by which something is called something.
_VERDICTS = frozenset(("call", "describe", "judge", "deny"))
_TOLD = word_set(
    "claim claims charge charges figure figures number numbers toll count report reports talk allegation allegations accusation accusations"
    " rumour rumours rumor rumors story stories suggestion suggestions version account accounts lie lies recording footage video film"
    " letter letters"
    " idea notion assertion assertions estimate estimates"
)
_FIRST = 5  # words of a content that name what the verdict is on
_NEGATION = re.compile(r"\b(?:not|no|never|none|nothing|nobody|neither)\b|n['’]t\b", re.IGNORECASE)
# What will or may not be is pledged or foreseen.
_TO_COME = re.compile(r"\b(?:will|would|can|could|must|should|may|might|cannot)\b|\bwon['’]t\b|['’]ll\b", re.IGNORECASE)
_BEGINNING = 80  # characters of a content in which its main clause says no
_OWN = re.compile(r"\b(?:we|our|us|i|my|it|its|they|their|he|his|she|her)\b", re.IGNORECASE)
_ALLEGED = re.compile(
    r"\b(?:accus|alleg|blam|denie|dismiss|reject|refut|disput|rumou?r|implicat|charg(?:e|es|ed)\b|claim(?:s|ed|ing)?\b|"
    r"report(?:s|edly)\b|suggestions?\b|asked (?:about|whether|if)\b|said .{0,80}\bhad\b)",
    re.IGNORECASE,
)
# An allegation is answered nearby: in this paragraph or the one before, and no more than so many characters back.
_BACK = 500
_LONG, _ALIKE = 4, 5  # letters of a telling word, and of those that two forms of it begin with


def is_verdict_on_words(around: Surroundings, attribution: Attribution, meaning: CueMeaning) -> bool:
    """ "Called the charge ridiculous", "dismissed the report as cheap fiction"."""
    if meaning.kind not in _VERDICTS:
        return False
    first = around.touched_by(attribution.content[:1])[:_FIRST]
    return any(around.words[i] in _TOLD for i in first)


def contradicts(around: Surroundings, attribution: Attribution) -> bool:
    """Whether the content says no where something is alleged before, of the speaker or in the same words."""
    said = " ".join(span.of(around.text)[:_BEGINNING] for span in attribution.content[:1])
    if not _NEGATION.search(said) or _TO_COME.search(said) or said[:3].lower() == "if ":
        return False
    before = _before(around, attribution)
    if not _ALLEGED.search(before):
        return False
    return bool(_OWN.search(said)) or not _stems(said).isdisjoint(_stems(before))


def _before(around: Surroundings, attribution: Attribution) -> str:
    """The text before a statement in which an allegation may stand."""
    start = min(span.start for span in (*attribution.source, *attribution.cue, *attribution.content))
    paragraph = around.paragraph(start)
    first = around.paragraphs[max(paragraph - 1, 0)].start if paragraph >= 0 else 0
    return Span(start=max(first, start - _BACK, 0), end=start).of(around.text) if start > first else ""


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_ALIKE].lower() for word in re.findall(rf"[^\W\d_]{{{_LONG},}}", text))
