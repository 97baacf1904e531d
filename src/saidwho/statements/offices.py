"""Is somebody whom a report calls by his office alone of the state where the war is fought, or of its rebels?

"The army", "a military spokesman", "prosecutors", "the governor": no name says whose they are. In a report on one war at home they
are of that state, where nobody else's army or government is spoken of; what only a state at home has (its police, governors,
councils) is so beside foreign armies too. Rebels are of a group where the report names just one.
"""

import re
from typing import Literal

Office = Literal["local", "central", "rebel"]

_SPEAKING = (
    r"spokes(?:man|woman|person|men|people)|officials?|officers?|commanders?|sources?|aides?|negotiators?|prosecutors?|leaders?|generals?|"
    r"soldiers?|troops|delegates?|statement|communiqu[eé]|heads?|chiefs?|directors?|commissioners?"
)
_LOCAL = (
    r"police(?:men|man)?|prosecutors?|investigators?|(?:deputy )?governors?|mayors?|coast ?guards?|border guards?|"
    r"(?:regional|provincial|district|municipal|city|town|local) (?:\w+ )?"
    rf"(?:officials?|administrations?|authorit(?:y|ies)|councils?|governments?|prosecutors?|police|governors?|leaders?|councillors?|{_SPEAKING})"
)
_CENTRAL = (
    r"army|military|armed forces|air force|navy|general staff|joint staff|high command|government|cabinet|junta|"
    r"president|presidency|prime minister|presidential (?:advis[eo]rs?|aides?|office)|"
    r"(?!(?:the|an?|its|their|this|that)[ ])[\w-]+ (?:ministry|minister|ministers|ministries)"
)
_REBEL = r"rebels?|insurgents?|guerrillas?|separatists?|militants?|jihadists?|gunmen"
_FILLERS = (
    r"(?:(?:the|a|an|one|two|three|four|several|some|another|other|senior|top|unnamed|interim|acting|deputy|chief|head|of|in|for|its|their|"
    r"regional|local|national|member|members)[ ])*"
)
_KINDS: tuple[tuple[Office, re.Pattern[str]], ...] = (
    # "the rebels' chief of foreign relations": whatever is theirs is of them.
    (
        "rebel",
        re.compile(rf"{_FILLERS}(?:{_REBEL})(?:['’]s? .+|(?: (?:[\w-]+ )?(?:{_SPEAKING}|forces|fighters|army|command))?['’]?)$", re.I),
    ),
    (
        "local",
        re.compile(rf"{_FILLERS}(?:(?:{_SPEAKING})[ ](?:of|for|from|in)[ ])?{_FILLERS}(?:{_LOCAL})(?:['’]s?)?(?: (?:{_SPEAKING}))?$", re.I),
    ),
    (
        "central",
        re.compile(
            rf"{_FILLERS}(?:(?:{_SPEAKING})[ ](?:of|for|from|in|to)[ ])?{_FILLERS}(?:{_CENTRAL})(?:['’]s?)?"
            rf"(?: (?:[\w-]+ ){{0,2}}(?:{_SPEAKING}|office))?$",
            re.I,
        ),
    ),
)
# What follows the office and says more of him: "the finance minister, acting for Henry", "the governor of North Kivu".
_BEHIND = re.compile(r",.*$|\s+(?:who|which|that|whose)\b.*$", re.S)
_AT = re.compile(
    r"\s+(?:of|in|for|from|at)\s+(?:the\s+)?(?P<place>[A-Z][\w'’-]*(?:\s+(?:and\s+)?[A-Z][\w'’-]*){0,3})(?:\s+(?:region|province|district|state))?$"
)
_BEFORE = re.compile(
    r"^(?P<article>(?:(?i:the|an?|two|three|several|some|senior)[ ])*)(?P<place>[A-Z][\w-]*(?:[ ][A-Z][\w-]*){0,2})(?:['’]s?)?[ ](?=[a-z])"
)
# Titles that are written like names.
_TITLES = re.compile(
    r"\b(?:Prime Minister|President|Governor|Police|Army|Ministry|Government|Cabinet|Navy|Air Force|General Staff|Minister)\b"
)
# "A drone operator of the 82nd Assault Brigade": units with a number are armies'.
_UNIT = re.compile(
    r"\b(?:of|in|from|with|the)[ ](?:the[ ])?\d+(?:st|nd|rd|th)[ ](?:[\w-]+[ ]){0,4}(?:Brigade|Battalion|Regiment|Division|Corps)\b"
)
_OFFICIALS = re.compile(rf"{_FILLERS}(?:officials?|authorities)", re.I)
_LONGEST = 120  # characters


def office_of(words: str) -> tuple[Office, str | None] | None:
    """What kind of office words name without a name of whose it is, and the place that it is of where they say one.

    None where they name no office, or one of somebody who is named.
    """
    if _UNIT.search(words[:_LONGEST]):
        return "central", None
    bare = _TITLES.sub(lambda title: title[0].lower(), _BEHIND.sub("", words[:_LONGEST].strip()))
    bare = bare[:1].lower() + bare[1:] if _kind(bare) else bare
    place, at = None, _AT.search(bare)
    if at:
        place, bare = at["place"], bare[: at.start()]
    before = None if _kind(bare) else _BEFORE.search(bare)
    if before and place is None:
        place, bare = before["place"], before["article"] + bare[before.end() :]
    if any(word[:1].isupper() for word in bare.split()[1:]) and not bare.isupper():
        return None
    kind = _kind(bare) or ("local" if place is not None and _OFFICIALS.fullmatch(bare) else None)
    return None if kind is None else (kind, place)


def _kind(words: str) -> Office | None:
    return next((kind for kind, pattern in _KINDS if pattern.match(words)), None)
