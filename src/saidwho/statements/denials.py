"""What does somebody deny, and how far: that it happened, that it was he, a figure, or that he meant to?"""

import re

from saidwho.statements.acts.clauses import main_clause
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Attribution
from saidwho.types.statement import Denial, DenialTarget

_READ = 300  # characters of a denial that its target is read from
_INTENT = re.compile(
    r"\b(?:deliberate(?:ly)?|intentional(?:ly)?|on purpose|intend(?:s|ed|ing)?|intent(?:ion|ions)?|plans?\b|planned|"
    r"planning|plotting|preparing|"
    r"aims?|aimed|ambitions?|designs? on|wants? to|wanted to|seek(?:s|ing)? to|would (?:attack|invade|strike)|considering|"
    r"sending|meant|meaning to|aim|will (?:be )?(?:attack|invade|send|strike))",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\b(?:figures?|numbers?|toll|tally|counts?|losses|estimates?|statistics|exaggerat\w+|inflated|overstated|understated|"
    r"as (?:many|high|few) as|scale of|extent of|so many|that many)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:\d[\d,.]*|hundreds|thousands|dozens|scores)\b(?:\s+\w+){0,4}?\s+(?:had|were|was|have|has|died|killed|lost|dead)\b", re.IGNORECASE
)
_RESPONSIBILITY = re.compile(
    r"\b(?:responsib\w+|involve\w*|role in|any part in|behind|guilty|fault|charges?|blame|complicit\w*|complicity|"
    r"links? (?:to|with)|ties (?:to|with)|hand in|connection (?:to|with)|"
    r"anything to do with|nothing to do with|perpetrat\w+|guilt|culpability|ordering|ordered|arming|supplying|backing|"
    r"supporting|funding|harbouring|harboring)\b",
    re.IGNORECASE,
)
_OWN_DOER = re.compile(
    r"\b(?:its|our|his|their|her|any of its|any of our)\s+(?:own\s+)?(?:\w+\s+){0,2}?(?:forces?|troops|soldiers|army|"
    r"military|fighters|men|units?|jets?|planes?|aircraft|warplanes|"
    r"pilots?|artillery|missiles?|rockets?|drones?|police|gunners|navy|government|guns|snipers?|commanders?|members|"
    r"positions|gunners|country|side)\b(?! (?:had been|was|were|have been) \w+ed\b)",
    re.IGNORECASE,
)
_CALLING = re.compile(r"\b(?:call|describ|label|brand|dub|term|portray|characteri)", re.IGNORECASE)
_SAYS_NO = re.compile(r"\b(?:no|not|never|none|false|untrue|lies?)\b|n['’]t\b", re.IGNORECASE)
_CALLED_FALSE = re.compile(
    r"(?P<what>(?:(?:the|a|an|those|these|that|this|its|his|all|such)\s+)?[\w'’-]+(?:\s+(?!as\b|a\b|"
    r"an\b)[\w'’-]+){0,6}?)\s+(?:as\s+)?(?:an?\s+|[\"“‘'])*[\w'’-]+[^\w]*"
)
_ABSURD = re.compile(r",?\s+(?:as|to be|calling|describing|saying|insisting|and said|and called)\b.*", re.IGNORECASE | re.DOTALL)


def denial(around: Surroundings, attribution: Attribution) -> Denial | None:
    """What a statement whose act is deny denies; None where it has no content."""
    if not attribution.content:
        return None
    span = _denied(around.text, attribution)
    return Denial(span=span, target=_target(around, attribution, span.of(around.text)[:_READ].replace("’", "'")))


def _denied(text: str, attribution: Attribution) -> Span:
    """The content without the speaker's opinion of it: "the claim" of "rejected the claim as absurd"."""
    span = _denying_piece(text, attribution)
    words = span.of(text)
    called = _CALLED_FALSE.fullmatch(words[:_READ])
    if called and _CALLING.search(" ".join(part.of(text) for part in attribution.cue)):
        return Span(start=span.start, end=span.start + called.end("what"))
    cut = _ABSURD.search(words[:_READ])
    if cut and cut.start() > 0 and words[0] not in "\"“'‘" and not words.startswith("that "):
        return Span(start=span.start, end=span.start + cut.start())
    return span


def _denying_piece(text: str, attribution: Attribution) -> Span:
    """The first piece of a content where it is split around what is called false, else the first that says no."""
    pieces = attribution.content[:3]
    if _CALLING.search(" ".join(part.of(text) for part in attribution.cue)):
        return pieces[0]
    saying_no = (part for part in pieces if _SAYS_NO.search(part.of(text)[:_READ]))
    return next(saying_no, max(pieces, key=lambda part: part.end - part.start))


def _target(around: Surroundings, attribution: Attribution, words: str) -> DenialTarget:
    """How far a denial goes. What one meant and how many are asked first: "deliberately hitting", "400 dead"."""
    if _INTENT.search(words):
        return "intent"
    if _FIGURE.search(words) or (_NUMBERED.search(words) and not _OWN_DOER.search(words)):
        return "figure"
    if _RESPONSIBILITY.search(words) or _OWN_DOER.search(words) or _denies_doing(around, attribution):
        return "responsibility"
    return "occurrence"


def _denies_doing(around: Surroundings, attribution: Attribution) -> bool:
    """ "Denied shelling the town", "denied it had struck": the doer is the speaker, and what he did was to somebody."""
    clause = main_clause(around, attribution)
    if clause is None or clause.passive:
        return False
    gerund = clause.subject is None and _first(clause.words).endswith("ing")
    return gerund or (clause.own and not clause.quoted and around.tokens[clause.top].upos == "VERB")


def _first(words: tuple[str, ...]) -> str:
    return next((word for word in words if word[0].isalnum()), "")
