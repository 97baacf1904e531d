"""What does somebody deny, and how far: that it happened, that it was he, a figure, or that he meant to?

The reader marks the words that are denied, and says of each word how far it leans to be denied. Where it marks none, the wording tells.
"""

import re
from typing import get_args

import numpy as np

from saidwho.statements.acts.clauses import main_clause
from saidwho.statements.denied import called_false, denied_by_wording, without_allegation
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Attribution
from saidwho.types.statement import Denial, DenialTarget

# How much surer, as log odds, the reader must be of another target than of the one that is meant where the wording tells none. Of 87
# targets of training/reports/dev 61 are right from 2 to 3.5.
_OCCURRENCE = 3.0
_LEAST = 1e-4  # the reader is never so sure of a target as to rule the others out
_TARGETS: tuple[DenialTarget, ...] = get_args(DenialTarget)
# What is meant or taken part in belongs to what is denied, also where the reader marks only what follows: "any intention of | leaving".
_LEADING = re.compile(
    r"\b(?:(?:any|no|all|an?|its|his|her|their|having) )?"
    r"(?:intentions?|intent|plans?|wish|role|part|hand|involvement|complicity) (?:of|to|in) $",
    re.IGNORECASE,
)
_COMPARING = ("as", "than")
_READ = 300  # characters of a denial that its target is read from
_INTENT = re.compile(
    r"\b(?:deliberate(?:ly)?|intentional(?:ly)?|on purpose|intend(?:s|ed|ing)?|intent(?:ion|ions)?|plans?\b|planned|"
    r"planning|plotting|preparing|"
    r"aims?|aimed|ambitions?|designs? on|wants? to|wanted to|(?:seek(?:s|ing)?|sought) to|would (?:attack|invade|strike)|considering|"
    r"sending|meant|meaning to|aim|seeking|will (?:be )?(?:attack|invade|send|strike))",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\b(?:figures?|numbers?|toll|tally|counts?|losses|estimates?|statistics|exaggerat\w+|inflated|overstated|understated|"
    r"as (?:many|high|few) as|scale of|extent of|so many|that many)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:\d[\d,.]*|hundreds|thousands|dozens|scores)\b(?:\s+\w+){0,4}?\s+(?:had|were|was|have|has|died|killed|lost|"
    r"dead)\b",
    re.IGNORECASE,
)
_RESPONSIBILITY = re.compile(
    r"\b(?:responsib\w+|involve\w*|role in|any part in|behind|guilty|fault|charges?|blame|complicit\w*|complicity|"
    r"links? (?:to|with)|ties (?:to|with)|hand in|connection (?:to|with)|"
    r"anything to do with|nothing to do with|perpetrat\w+|guilt|culpability|ordering|ordered|arming|supplying|backing|"
    r"supporting|funding|harbouring|harboring|wrongdoing)\b",
    re.IGNORECASE,
)
_OWN_DOER = re.compile(
    r"\b(?:its|our|his|their|her|any of its|any of our)\s+(?:own\s+)?(?:\w+\s+){0,2}?(?:forces?|troops|soldiers|army|"
    r"military|fighters|men|units?|jets?|planes?|aircraft|warplanes|"
    r"pilots?|artillery|missiles?|rockets?|drones?|police|gunners|navy|government|guns|snipers?|commanders?|members|"
    r"positions|gunners|country|side)\b"
    r"(?! (?:(?:had been|was|were|have been) \w+ed|(?:(?:had|have) )?(?:died|deserted|been (?:killed|lost))|(?:was|were) lost)\b)",
    re.IGNORECASE,
)


def denial(around: Surroundings, attribution: Attribution) -> Denial | None:
    """What a statement whose act is deny denies; None where it has no content."""
    if not attribution.content:
        return None
    span = without_allegation(around.text, _marked(around, attribution) or denied_by_wording(around, attribution))
    return Denial(span=span, target=_target(around, attribution, span))


def _marked(around: Surroundings, attribution: Attribution) -> Span | None:
    """The words of a content that the reader marked as denied, the longest of them, with those that lead in to them."""
    found = ((mark, piece) for piece in attribution.content for mark in around.marked("denied", piece))
    longest = max(found, key=lambda one: one[0].end - one[0].start, default=None)
    if longest is None:
        return None
    mark, piece = longest
    false = called_false(mark.of(around.text))
    if false:
        return Span(start=mark.start, end=mark.start + false)
    mark = _led_in(around, mark, piece)
    leading = _LEADING.search(around.text[piece.start : mark.start])
    return Span(start=piece.start + leading.start(), end=mark.end) if leading else mark


def _led_in(around: Surroundings, mark: Span, piece: Span) -> Span:
    """Marked words with a "that" right before them, and with what they are compared to: "losses were as high | as the rebels claimed"."""
    marked, inside = around.touched(mark), around.touched(piece)
    first, past = marked.start, marked.stop
    if first > inside.start and around.words[first - 1] == "that" and around.tokens[first - 1].upos == "SCONJ":
        mark = Span(start=around.tokens[first - 1].span.start, end=mark.end)
    compares = past < inside.stop and around.words[past] in _COMPARING and around.tokens[past].head > past
    if compares and (around.words[past] == "than" or not {"as", "so"}.isdisjoint(around.words[first:past])):
        return Span(start=mark.start, end=min(piece.end, around.tokens[around.tokens[past].head].span.end))
    return mark


def _target(around: Surroundings, attribution: Attribution, denied: Span) -> DenialTarget:
    """How far a denial goes: as the wording tells, else as the reader leans."""
    by_wording = _by_wording(around, attribution, denied)
    leaning = around.leaning("targets", [denied])
    if by_wording != "occurrence" or leaning is None:
        return by_wording
    odds = np.log(np.maximum(leaning, _LEAST))
    odds[_TARGETS.index("occurrence")] += _OCCURRENCE
    return _TARGETS[int(odds.argmax())]


def _by_wording(around: Surroundings, attribution: Attribution, denied: Span) -> DenialTarget:
    """What one meant and how many are asked first: "deliberately hitting", "400 dead"."""
    words = denied.of(around.text)[:_READ].replace("’", "'")
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
