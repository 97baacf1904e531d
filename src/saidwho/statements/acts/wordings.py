"""Which wordings tell what somebody does, whatever the grammar around them?"""

import re

_NEAR = 200  # characters into a content
_SILENT = re.compile(
    r"\W*(?:to |that (?:it|he|she|they) )?(?:would )?(?:remain(?:s|ed)?|stay(?:s|ed)?|keep|kept|"
    r"preferr?(?:ed)?) (?:to remain )?(?:silent|quiet|mum)\b"
    r"|\bsilent (?:on|about) (?:the )?(?:report|claim|allegation|question|accusation)"
    r"|\b(?:never|do not|does not|don't|doesn't|not going to|am not prepared to|will not|won't|would not|"
    r"cannot) (?:comments?|discuss|speculate|go into)\b",
    re.IGNORECASE,
)
# Threats that name no blow: what will be if others do not obey, and what the speaker could do.
_MENACE = re.compile(
    r"\b(?:nobody|no one|none of (?:them|you)|not one of (?:them|you)) (?:\w+ ){0,2}?(?:alive|survives?|gets? out|escapes?)\b"
    r"|\bwithin (?:reach|range|the range|the reach) of (?:our|its|their|\w+) (?:guns|artillery|missiles|rockets|drones|fire|"
    r"shells|weapons)\b"
    r"|\b(?:nobody|no one|nothing|none) (?:will|would) (?:be hurt|be harmed|happen)\b[^.]{0,40}\bif\b"
    r"|\b(?:will|shall|'ll) (?:do it|strike|hit|happen|come) again\b|\bor else\b"
    r"|\b(?:will|shall|'ll|would) (?:finish (?:this|it|them|the job)|come for|never be safe|not be spared|teach (?:them|you)|"
    r"make (?:them|you) pay)\b"
    r"|\b(?:is|are|become|becomes|will be|would be|remain) (?:now |all )?(?:an? )?(?:legitimate |fair |"
    r"military )?(?:targets?|game)\b|\ball options (?:are|were|remain) (?:\w+ )?(?:on the table|open)\b"
    r"|\bor (?:face|be (?:killed|shot|destroyed|treated as)|(?:we|they|you) (?:will|shall))\b|(?<!not )\bknow where (?:you|"
    r"they|your|their) (?:live|families|homes|houses|are)\b"
    r"|\b(?:be )?treated as (?:an )?(?:enem(?:y|ies)|hostile|traitors?|targets?|combatants?)\b|\byou have (?:until|"
    r"\w+ (?:hours?|minutes|days))\b"
    r"|\bnot (?:go|be left|remain|pass) (?:un(?:punished|answered)|[\"“]?without (?:an? )?(?:punishment|response|retaliation|answer))\b"
    r"|\bif they want to (?:stop|fight|try) \w+ they can\b|\bthey know where\b|\byour turn\b"
    r"|\b(?:will|shall|'ll) (?:answer|repay|avenge|punish) (?:every|each|any|all)\b",
    re.IGNORECASE,
)
_SORRY = re.compile(
    r"\b(?:apologi[sz]e[sd]?|(?:we|i|it|they) (?:deeply |sincerely )?regret(?:s|ted)? (?:the|that|any|this|these)|by mistake|"
    r"in error|mistakenly|"
    r"(?:is|was) a sorrow to us|(?:we|they|it|i) (?:\w+ )?(?:fired|shot|struck|attacked|opened fire) first)\b",
    re.IGNORECASE,
)
_TRULY = re.compile(
    r"\b(?:true|real|actual|correct|right) (?:number|figure|toll|count|total|cost|losses)\b[^.;]{0,12}?\b(?:is|was|are|were|"
    r"stands at)\b",
    re.I,
)
_OTHERWISE = re.compile(r"\W*(?:\w+ ){0,2}(?:higher|lower|larger|smaller|more|less|greater)\b", re.IGNORECASE)
_COUNT = re.compile(
    r"\W*(?:\w+ ){0,3}?(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|dozens|hundreds|fewer|"
    r"no more)",
    re.I,
)
_AMOUNT = re.compile(
    r"\b(?:aid|assistance|package|loan|grant|funding|funds|donation|contribution|pledge|share)\b.*?(?:\d|million|billion)|"
    r"(?:\d|million|billion).*?\b(?:aid|assistance|package|loan|grant|funding|donation|contribution)\b",
    re.IGNORECASE,
)
_UNDERTAKEN = re.compile(
    r"[^.;:]{0,80}?\b(?:will|would|'ll|is to|are to) (?:\w+ly )?(?:also )?(?:send|give|provide|supply|deliver|donate|contribute|"
    r"deploy|withdraw|pay|fund|finance|release|reopen|resume|lift|train|host|evacuate)\b",
    re.IGNORECASE,
)
_HOPED = re.compile(
    r"\W*(?:that )?(?:he|she|it|they|we|i) (?:(?:is|are|was|were|am|remain|remains|remained|has been) )(?:still |very |cautiously )?"
    r"(?:hopeful|confident|optimistic|pessimistic|afraid|fearful|worried)\b",
    re.IGNORECASE,
)
_INNER = re.compile(r":\s*[\"“‘']")
_NEVER_SAID = re.compile(r"\bnever (?:said|claimed|wrote|told|made|called|used|stated|suggested|promised|ordered)\b", re.IGNORECASE)
_STANDING_FIRM = re.compile(r"\bstand(?:s|ing)? (?:firmly )?by\b|\bstood by\b", re.IGNORECASE)


def keeps_silent(said: str) -> bool:
    """ "To remain silent", "never comments on leaks"."""
    return bool(_SILENT.search(_beginning(said)))


def is_menace(said: str) -> bool:
    """ "Nobody leaves alive", "we will do it again"."""
    return bool(_MENACE.search(_beginning(said)))


def is_sorry(said: str) -> bool:
    """ "We regret the deaths", "it was hit by mistake"."""
    return bool(_SORRY.search(_beginning(said)))


def corrects_a_figure(said: str) -> bool:
    """ "The true number is nine", which calls another number false."""
    match = _TRULY.search(said[:_NEAR])
    return match is not None and bool(_COUNT.match(said, match.end()))


def doubts_a_figure(said: str) -> bool:
    """ "The true toll is far higher"."""
    match = _TRULY.search(said[:_NEAR])
    return match is not None and bool(_OTHERWISE.match(said, match.end()))


def is_offer(said: str) -> bool:
    """An amount of aid, which is promised by being announced."""
    return bool(_AMOUNT.search(said[:_NEAR]))


def is_undertaking(said: str) -> bool:
    """ "The Federation will send generators": what an official announces that his side gives or does."""
    return bool(_UNDERTAKEN.match(said[:_NEAR]))


def is_hope(said: str) -> bool:
    """ "They remained hopeful that talks would resume"."""
    return bool(_HOPED.match(said[:_NEAR]))


def never_said(cue: str) -> bool:
    """ "We never said so": whoever is said to have said something denies it."""
    return bool(_NEVER_SAID.search(cue))


def stands_firm(cue: str) -> bool:
    """ "Stands by the claim"."""
    return bool(_STANDING_FIRM.search(cue))


def without_inner(said: str) -> str:
    """What is said without what somebody else says in it, behind a colon: "a guard told him: ..."."""
    return _INNER.split(said, maxsplit=1)[0]


def _beginning(said: str) -> str:
    return said[:_NEAR].replace("’", "'")
