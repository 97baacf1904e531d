"""Which attributions say nothing that is a statement?

"Citing a leaked annex" names what somebody rests on, "which the bill will ban" leaves a pronoun to say
(but "which the army denies" denies it), "was named after a horse" tells
of a name and not of words, "offered no proof" is the outlet's doubt, and a question in an interview asserts nothing.
"""

import re

from saidwho.statements.acts.cues import meaning_of
from saidwho.statements.surroundings import Surroundings
from saidwho.text.tables import word_set
from saidwho.types.reading import Attribution

_CITING = re.compile(r"(?:citing|quoting)$", re.IGNORECASE)
# "contradicting witnesses": whoever writes the sentence sets words against others', and nobody says them.
_CONTRADICTS, _TAKING_UP = re.compile(r"(?:\w+ )?contradict(?:s|ed)$", re.IGNORECASE), frozenset(("this", "that", "it", "which"))
_SETS_AGAINST = re.compile(r"(?:contradicting|belying)$", re.IGNORECASE)
_VERBAL = ("nsubj", "nsubj:pass", "ccomp", "cop")
# Tokens of a content in which a clause would have begun.
_PHRASE = 14
_PRONOUNS = frozenset({"which", "what", "who", "whom", "how", "where", "why"})
# "A charge which Moscow denies" says what it denies in what stands before.
_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|disput(?:es|ed)|contest(?:s|ed)|dismiss(?:es|ed)|refut(?:es|ed))$", re.IGNORECASE
)
_PASSIVE = re.compile(
    r"(?!.*\blets? it be known)(?:\w+ )*"
    r"(?:is|are|was|were|been|be) (?:\w+ly )?(?:known|named|signed|heard|shown)(?: for| after| as)?$",
    re.IGNORECASE,
)
_UNPROVEN = re.compile(
    r"(?:(?:has |have |had )?(?:gave|gives?|given|offered|offers?|provided|provides?|presented|presents?|produced|cited|cites)"
    r"|(?:did|does|do|would|could|has|have)(?: not|n't|n’t) (?:give|provide|present|offer|produce|cite|given|provided|presented|offered))$",
    re.IGNORECASE,
)
_REMOVING = re.compile(r"\b(?:dismiss(?:es|ed)?|remov(?:es|ed)|suspend(?:s|ed)|sack(?:s|ed))$", re.IGNORECASE)
_OFFICES = word_set(
    "minister ministers governor governors mayor commander commanders general generals chief chiefs ambassador president premier judge "
    "judges director head officer officers official officials prosecutor commissioner envoy secretary"
)
_QUOTED = '"“”'
# Whoever would not do something refuses, and whoever is not persuaded by something or does not quarrel with it judges it.
_ATTITUDE = word_set("would will could can may must should is are was were been with by to for of in on")
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
_CLAIMED = re.compile(r"\b(?:claimed|taken responsibility|took responsibility)$", re.IGNORECASE)
_NOBODY = frozenset(("no", "nobody", "none", "neither"))
_EVIDENCE = re.compile(r"(?:no |any )?(?:[\w-]+ ){0,3}?(?:proof|evidence|sources?)\b", re.IGNORECASE)


def says_nothing(around: Surroundings, attribution: Attribution) -> bool:
    """Whether an attribution is none by its cue and the words that it leaves to say."""
    if not attribution.cue or len(attribution.content) != 1:
        return False
    cue, said = attribution.cue[-1].of(around.text), attribution.content[0].of(around.text)
    if _PASSIVE.fullmatch(cue) or said.casefold() in _PRONOUNS:
        # "Shells fell on the market, which the army denies."
        return said.casefold() != "which" or not _DENYING.search(cue)
    if (
        _is_set_against(around, attribution, cue)
        or _leaves_undone(around, attribution, said)
        or _claims_for_nobody(around, attribution, cue)
    ):
        return True
    if _CITING.fullmatch(cue):
        numbers = around.touched(attribution.content[0])[:_PHRASE]
        return not any(around.tokens[i].relation in _VERBAL for i in numbers)
    if _UNPROVEN.fullmatch(cue):
        return bool(_EVIDENCE.match(said))
    return (cue == ":" and said.endswith("?")) or _removes(around, attribution, cue)


def _removes(around: Surroundings, attribution: Attribution, cue: str) -> bool:
    """Whether somebody is removed from office: "dismissed | the security minister", and not "dismissed the minister's account"."""
    if not _REMOVING.search(cue):
        return False
    top = around.top(around.touched(attribution.content[0]))
    return top is not None and around.words[top] in _OFFICES and around.words[top + 1 : top + 2] != ("as",)


def _is_set_against(around: Surroundings, attribution: Attribution, cue: str) -> bool:
    """Whether whoever writes the sentence sets words against others': "contradicting witnesses", "This contradicts the report"."""
    source = attribution.source[0].of(around.text).casefold() if attribution.source else ""
    return bool(_SETS_AGAINST.fullmatch(cue)) or (source in _TAKING_UP and bool(_CONTRADICTS.fullmatch(cue)))


def _leaves_undone(around: Surroundings, attribution: Attribution, said: str) -> bool:
    """Whether a cue is a deed that is not done, and nothing is said with it: "has not used | her position"."""
    meaning = meaning_of(around, attribution)
    cue = [around.words[i] for i in around.touched_by(attribution.cue)]
    is_deed = not meaning.kind and meaning.phrase.startswith("not ") and not _ATTITUDE.intersection(cue)
    if not is_deed or any(mark in said for mark in _QUOTED):
        return False
    top = around.top(around.touched(attribution.content[0]))
    return top is not None and around.tokens[top].upos in _NOMINAL and around.child(top, "nsubj", "cop") is None


def _claims_for_nobody(around: Surroundings, attribution: Attribution, cue: str) -> bool:
    """Whether nobody is told to have claimed something: "no one immediately claimed the attack"."""
    if not _CLAIMED.search(cue):
        return False
    verb = around.top(around.touched_by(attribution.cue))
    subject = None if verb is None else around.child(verb, "nsubj")
    return subject is not None and bool({around.words[i] for i in (subject, *around.children(subject))} & _NOBODY)
