"""Does somebody tell what he himself saw, has or treats?"""

import re

from saidwho.linking.facts import Voice
from saidwho.text.holding import held

# A basis of one's own, as opposed to another's word.
OWN_BASIS = frozenset({"own knowledge", "document", "imagery", "witness", "intelligence"})
# Told in the first person, it is the speaker's own.
_SAW = re.compile(
    r"\b(?:I|we)\b(?! (?:shall|will|would|must|should|could)\b)(?: \w+){0,2} "
    r"(?:saw|see|counted|count|found|saved|dug|put out|rescued|evacuated|carried out|"
    r"brought out|heard|filmed|treated|buried|recorded|listed|washed|watched|written down|"
    r"pulled|carried|searched|intercepted|listened|photographed|examined|identified|keep)\b"
    r"|\bI was (?:\w+ing|in|at|on|under|behind|beside|inside|there|asleep)\b",
    re.IGNORECASE,
)
_REPORTED = frozenset({"count", "see", "keep"})
_FIRST_PERSON = re.compile(r"^[“\"]?(?:I|We)\b")
# Told of the source or in the third person, it is the speaker's own as well.
_AT_WORK = re.compile(
    r"\b(?:whose|who)\b(?: \w+){0,3} (?:searched|examined|counted|recovered|treated|buried|filmed|found|pulled|was there|was on duty)\b",
    re.IGNORECASE,
)
_AT_HAND = re.compile(r"\b(?:his|her|their) (?:\w+ )?(?:operating table|ward|arms|own eyes|hands)\b", re.IGNORECASE)
_TREATED = re.compile(
    r"\b(?:treat\w*|admitted|brought (?:in|to)|received|arriv\w+|operat\w+|bod(?:y|ies)|patients?|morgue|beds?|bullets?|burns|wounds?|"
    r"wounded|injured|dead|died)\b",
    re.IGNORECASE,
)
# A picture that is not the speaker's own and that the text has told of.
_SHOWN = re.compile(r"^(?:the|this|that|these|those) (?:\w+ ){0,2}(?:images?|pictures?|photo\w*|videos?|footage|film)$", re.IGNORECASE)


# "By the paper's calculation".
_RECKONED = re.compile(r"\b(?:calculations?|reckoning|tally|tallies)\b", re.IGNORECASE)


def has_own_basis(voice: Voice) -> bool:
    """Whether the text tells what the speaker itself rests on: a basis of its own, or what it saw in the first person."""
    basis = voice.statement.basis
    if basis and basis.kind in OWN_BASIS and not is_of_another(voice):
        return True
    # Whoever treats the wounded and receives the dead knows of them.
    if voice.affiliation.service == "medical" and voice.statement.form != "own voice" and _TREATED.search(voice.told):
        return True
    if _RECKONED.search(voice.cue):
        return True
    # "She says: We carried nine out" is said in her words, whatever marks there are.
    is_direct = voice.statement.form != "own voice" and _FIRST_PERSON.match(voice.told) is not None
    saw = (found for words in (*voice.quoted, *((voice.told,) if is_direct else ())) for found in _SAW.finditer(words))
    # A governor who says "we count 87 missing" tells what his offices report to him.
    is_seen = any(voice.affiliation.service != "local" or found[0].split()[-1].lower() not in _REPORTED for found in saw)
    return is_seen or bool(_AT_WORK.search(voice.source) or _AT_HAND.search(voice.told))


def saw_itself(words: str) -> bool:
    """Whether words tell in the first person what somebody saw or found."""
    return bool(_SAW.search(words))


# "The video published by Prokudin": whoever else looked at it has nothing of his own.
_SHOWN_BY = re.compile(
    r"\b(?:images?|pictures?|photo\w*|videos?|footage|clips?|films?|recordings?)\b[^,;]{0,30}?"
    r"\b(?:published|posted|shared|released|filmed|recorded) (?:\w+ )?by (?:the )?([A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)"
)


# "The four pictures that the minister showed".
_THAT_SHOWED = re.compile(
    r"^(?:the|these|those) (?:\w+ ){0,2}(?:images?|imagery|pictures?|photo\w*|videos?|footage|clips?|films?|recordings?) (?:that|which) "
    r"(?:the |an? )?(?P<who>(?!we\b|they\b|he\b|she\b|it\b|its?\b|their\b|our\b)[\w'’-]+(?: [\w'’-]+){0,4}?) (?:has |have |had )?"
    r"(?:showed|shown|shows?|presented|published|posted|shared|released)\b",
    re.IGNORECASE,
)


# "Geolocated footage published on December 3": by whom, the text leaves open, and whoever looks at it has not made it.
_CIRCULATING = re.compile(
    r"^(?:(?!our\b)[\w-]+ ){0,3}(?:images?|pictures?|photo\w*|videos?|footage|clips?|recordings?) "
    r"(?:that was |that were |which was |which were )?(?:published|posted|shared|circulat\w+|released) (?:on|online|in|over|across|to)\b",
    re.IGNORECASE,
)


def _is_shown_by_another(voice: Voice) -> bool:
    if _CIRCULATING.match(voice.basis):
        return True
    that = _THAT_SHOWED.match(voice.basis)
    if that is not None:
        return that["who"].lower() not in voice.source.lower()
    found = _SHOWN_BY.search(voice.basis)
    own = {voice.speaker.name, voice.document.outlet or ""} if voice.speaker else {voice.document.outlet or ""}
    return found is not None and not any(found[1] in name or name.startswith(found[1]) for name in own)


def is_of_another(voice: Voice) -> bool:
    """Whether a speaker rests on a picture or document that somebody else showed ("the image proved"); "the army has video" is its own."""
    basis, words = voice.statement.basis, voice.basis
    is_shown = held(words) == words and (_SHOWN.match(words) is not None or _is_shown_by_another(voice))
    return bool(basis and basis.kind in ("imagery", "document") and is_shown)
