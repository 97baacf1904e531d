"""Does a statement deny, surely or perhaps?

By its verb, by calling false what somebody said, by disowning it, or by telling in the negative what whoever speaks has done.
"""

import re
from functools import lru_cache

from saidwho.linking.affiliation import affiliation_of
from saidwho.linking.facts import Voice
from saidwho.linking.falsehood import FALSE, SAID_BEFORE, calls_false
from saidwho.linking.issuers import whose_press
from saidwho.linking.outcomes import gainsaid_by
from saidwho.text.issuing import is_body

_FALSE = re.compile(
    rf"\b(?:{FALSE}|(?:takes?|took|mistakes?|mistook|mistaken) for|confus\w+ \w+ with|no part in|nothing (?:\w+ ){{0,2}}to do with|"
    r"nowhere near|distanced (?:itself|himself|herself|themselves)|rejects?|rejected|dismiss\w*|denie[sd]|den(?:y|ying))\b",
    re.IGNORECASE,
)
# What is shown was made for it, or is another thing: "these are labourers dressed up".
_STAGED = re.compile(
    r"\b(?:stag(?:ed|ing)|simulated|in a studio|facsimiles?|montage|doctored|dressed (?:up|in|as)|"
    r"(?:old|earlier) (?:footage|film|clip|pictures?|videos?)|fruit of (?:\w+ ){0,2}imagination|exist\w* only in)\b",
    re.IGNORECASE,
)
_REJECTED = re.compile(
    rf"\b(?:reject(?:s|ed)|den(?:y|ies|ied)|dismiss(?:es|ed)|disput(?:es|ed)|refut(?:es|ed))\b(?: \w+){{0,2}} {SAID_BEFORE}\b",
    re.IGNORECASE,
)
# By such a verb alone it is sure that somebody denies; whoever says in the negative what happened may tell just that.
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|reject\w*|dismiss\w*|disput\w*|refut\w*|contradict\w*|rebut\w*|repudiat\w*|disown\w*|disavow\w*|"
    r"contest(?:s|ed)|gainsa(?:y|ys|id))\b",
    re.IGNORECASE,
)
# Whoever is accused and speaks of its own in the negative denies ("no gun of its own", "Our army left no grave").
_NOTHING = re.compile(r"^\W*(?:that )?(?:nothing|nobody|no one|none|there (?:is|was|are|were) (?:no|not))\b", re.IGNORECASE)
_OWN_NEGATED = re.compile(
    r"\b(?:we|they|it|he|she|i)\b (?:\w+ ){0,2}(?:not|never|no|nothing)\b"
    r"|\b(?:its|our|their|his|her) (?:own )?\w+ (?:\w+ ){0,2}(?:not|never|no|none)\b"
    r"|\bno (?:\w+ ){1,2}of (?:its|our|their) own\b|\b(?:we|they|it|he|she|i) \w+n['’]t\b",
    re.IGNORECASE,
)
# A body that tells on its own page what it did not do.
_DID_NOT = re.compile(
    r"\b(?:did|do|does|had|has|have|was|were|is|are) (?:not|never)\b|\bat no time\b|\bnever\b|\bnot (?:a single|one)\b|"
    r"^\W*no (?:\w+ ){1,6}(?:was|were|had|has|have|did|took|left|fired|entered)\b",
    re.IGNORECASE,
)
# Where its own were instead, whoever is accused tells as a denial ("Its planes had been grounded", "forty miles away").
_ALIBI = re.compile(
    r"\b(?:silent|grounded|on leave|intact|as usual|according to plan|elsewhere|every last (?:man|one))\b"
    r"|\b(?:miles|kilomet(?:re|er)s|km) (?:away|from)\b|\bat (?:its|his|her|their|my) (?:posts?|desk)\b",
    re.IGNORECASE,
)
_ACCUSES = re.compile(r"(?:\w+ ){0,2}(?:accus|blam)", re.IGNORECASE)
# Whoever cannot tell denies nothing.
_UNSURE = re.compile(
    r"\b(?:could|can|would|did|does|do|was|were|is|are)(?: not|n['’]t|not) (?:\w+ )?"
    r"(?:say|tell|confirm|verify|comment|know|speculate|rule out|understand|imagine|expect)\b"
    r"|\bno (?:\w+ ){0,3}(?:pictures|images|information|knowledge|access|observers)\b"
    r"|\b(?:not|n['’]t) (?:\w+ ){0,2}(?:given|granted|allowed|had|received|gained) (?:\w+ ){0,2}(?:access|permission|information)\b",
    re.IGNORECASE,
)
# Whoever says what should not be, asks others not to do it or says that something is no danger denies nothing either.
_ASKS_NOT = re.compile(
    r"^\W*(?:please )?(?:do not|don['’]t|let no(?:body| one))\b"
    r"|\b(?:no|nobody|none|neither) (?:\w+ ){0,6}?(?:should|must|ought)\b|\b(?:should|must|ought)(?: not|n['’]t| never)\b(?! have\b)"
    r"|(?:\b(?:no|not|never)|n['’]t) (?:\w+ ){0,4}?(?:threat|danger|risk) (?:to|for)\b",
    re.IGNORECASE,
)
# Whoever takes a denial back denies nothing by it.
_TAKEN_BACK = re.compile(
    r"\b(?:withdr[ae]w\w*|retract\w*|revers(?:e|es|ed|ing)|abandon\w*|dropp(?:ed|ing)|drops?|recant\w*|t(?:ake|akes|ook|aken) back) "
    r"(?:\w+ ){0,3}denials?\b",
    re.IGNORECASE,
)
_DISOWNED = re.compile(
    r"\b(?:nothing (?:\w+ ){0,2}to do with|no part in|no hand in|not behind|"
    r"distanced (?:itself|himself|herself|themselves))\b",
    re.IGNORECASE,
)


# What will not be, or was not to be, gainsays nothing that happened.
_TO_COME = frozenset({"planned", "ordered", "conditional"})


# Each is asked for several times while its report is made ready, with each of its propositions.
_lately = lru_cache(maxsize=256)


@_lately
def is_denial(voice: Voice) -> bool:
    """Whether a statement denies by its verb. What it says is no part of any claim but of what it denies."""
    if voice.statement.act == "deny" or voice.is_belied or _REJECTED.search(voice.between):
        return True
    # A headline that only tells of it: "Kremlin rejects claim of executions".
    return voice.statement.form == "own voice" and bool(_REJECTED.search(voice.told))


def _takes_back(voice: Voice) -> bool:
    """Whether it takes a denial back."""
    return _TAKEN_BACK.search(f"{voice.cue} {voice.told}") is not None


@_lately
def is_surely_denial(voice: Voice) -> bool:
    """Whether it denies by its verb, calls a thing said before it false ("the accusation absurd"), or disowns it."""
    if _takes_back(voice):
        return False
    if is_denial(voice):
        return True
    statement = voice.statement
    told = f"{voice.cue} {voice.told}"
    is_false = statement.form != "own voice" and statement.act != "decline" and calls_false(told)
    return is_false or bool(_DISOWNED.search(told))


@_lately
def may_deny(voice: Voice) -> bool:
    """Whether a statement that is no denial by its verb may be one by what it says: all negated, calling something false, or
    another account."""
    statement = voice.statement
    if is_surely_denial(voice):
        return True
    if (statement.form == "own voice" and not is_organ(voice)) or statement.act not in ("assert", "judge", "doubt", None):
        return False
    told = f"{voice.told} {voice.cue}"
    if _UNSURE.search(told) or _takes_back(voice) or _ASKS_NOT.search(voice.told):
        return False
    return (
        any(p.negated and p.modality not in _TO_COME for p in statement.propositions)
        or speaks_for_itself(voice)
        or bool(_FALSE.search(told) or _NOTHING.search(told) or _ALIBI.search(told) or _STAGED.search(told))
        or gives_counter_account(voice)
    )


def gives_counter_account(voice: Voice) -> bool:
    """Whether a statement tells what cannot be true beside another's word, without a no: "our troops beat back the assault"."""
    return not is_surely_denial(voice) and gainsaid_by(voice.told) != 0


def is_organ(voice: Voice) -> bool:
    """Whether an outlet speaks for itself or its side there, as a ministry or a state's agency does on its own page."""
    return voice.prints_as != "paper" or _is_organ_by_name(voice.document.outlet or "")


@lru_cache(maxsize=1 << 12)
def _is_organ_by_name(outlet: str) -> bool:
    return bool(affiliation_of(outlet).organ) or is_body(outlet) or whose_press(outlet) is not None


def speaks_for_itself(voice: Voice) -> bool:
    """Whether somebody says in the negative what it or its own have done, or a body on its own page what was not."""
    if voice.statement.form == "own voice" and is_organ(voice):
        return bool(_OWN_NEGATED.search(voice.told) or _DID_NOT.search(voice.told))
    return negates_its_own(voice)


def negates_its_own(voice: Voice) -> bool:
    """Whether somebody says in the negative what it or its own have done."""
    return bool(_OWN_NEGATED.search(voice.told))


def denies_by_verb(voice: Voice) -> bool:
    """Whether a verb of denying stands between who speaks and what is said; "denied it and accused the army of ..." accuses."""
    return bool(_DENIES.search(f"{voice.cue} {voice.between}")) and not _ACCUSES.match(voice.cue)


def tells_of_falsehood(voice: Voice) -> bool:
    """Whether what surely denies does so by calling something false or disowning it, and not by its verb."""
    if denies_by_verb(voice) or not is_surely_denial(voice):
        return False
    return voice.statement.act != "deny" or bool(_FALSE.search(f"{voice.cue} {voice.told}"))
