"""In which of two states that exclude each other does a proposition leave what it tells of?

"They captured the town" and "they recaptured the town" share nearly all their words, the place, and those who fight there, and are two
happenings. So are a crossing that is closed and one that reopens, people who are detained and people who are freed. Words alone tell them.
"""

import re
from functools import lru_cache
from typing import Any

from saidwho.linking.facts import Fact

# "Took part", "took two days", "took off" take no ground and nobody.
_TAKE = r"t(?:ake|akes|ook|aken|aking) (?:control|over|the|it|them|(?-i:[A-Z])\w+)"
_TAKEN = rf"captur(?:e|es|ed|ing)|seiz(?:e|es|ed|ing|ure)|{_TAKE}|(?:been|were|was) taken|overr[au]n|overrunning|f[ae]ll(?:en|s)? to"
_RETAKEN = r"recaptur\w+|ret(?:ake|akes|ook|aken|aking)|regain\w*|reclaim\w*|(?:won|wins?|t(?:ake|ook|aken)) (?:\w+ ){0,5}back"
_REPELLED = r"repel\w*|repuls\w+|(?:beat|beaten|fend(?:ed)?|fought|hold|held) (?:\w+ ){0,5}(?:back|off)|thwart\w*|foil\w*"
_CLOSED = r"clos(?:e|es|ed|ing|ure)|shut(?:s|ting)?(?: down)?|block(?:s|ed|ing|ade|aded)|sealed off"
_OPEN = r"re-?open\w*|unblock\w*|opened(?! fire)|(?:is|are|was|were|been) open"
_HELD = (
    r"(?:taken|took|hold|held|holding|holds) (?:\w+ ){0,3}(?:prisoners?|captives?|hostages?)"
    r"|detain\w*|detention|arrest\w*|abduct\w*|kidnap\w*|seiz(?:e|es|ed|ing)|captur(?:e|es|ed|ing)|jail\w*|imprison\w*"
)
_FREED = r"releas\w*|fre(?:e|es|ed|eing)|let (?:\w+ ){0,3}go|hand(?:s|ed|ing)? over|swap\w*|exchang\w*"
_TRUCE = r"(?:cease-?fire|truce|armistice|cessation of hostilities)"
_KEPT = (
    rf"{_TRUCE} (?:\w+ ){{0,8}}(?:holds?|held|holding|respected|observed|in force|intact)"
    rf"|(?:respect|observ|honou?r)\w* (?:\w+ ){{0,4}}{_TRUCE}"
)
_BROKEN = (
    rf"{_TRUCE} (?:\w+ ){{0,8}}(?:break\w*|broken?|violat\w+|breach\w*|collaps\w+)"
    rf"|(?:break\w*|broken?) (?:\w+ ){{0,4}}{_TRUCE}|violat\w+|breach\w*"
)
_STOPPED = (
    r"suspend\w*|halt(?:s|ed|ing)?|paus(?:e|es|ed|ing)|cut (?:off|\w+ (?:off|supply|supplies))|shut(?:s|ting)? off"
    r"|(?:been|was|were|has|have) cut|sever(?:s|ed|ing)|without (?:power|water|electricity)"
)
_RESUMED = (
    r"resum\w+|restor\w+|restart\w*|reconnect\w*|(?:turned|switched) (?:\w+ ){0,5}(?:back )?on"
    r"|(?:flow|work|runn?|operat)\w* (?:\w+ ){0,4}again"
)
_IMPOSED = r"impos(?:e|es|ed|ing)|besieg\w+|encircl\w+|blockad(?:e|es|ed|ing)"
_LIFTED = r"lift(?:s|ed|ing)?|eas(?:e|es|ed|ing)|(?:broken?|end(?:s|ed)?) (?:\w+ ){0,3}(?:siege|blockade|encirclement)"
_OURS = r"(?:our|its|their) (?:own )?(?:troops|forces|soldiers|men|units|fighters|defenders)"
_HOLD = (
    rf"{_OURS} (?:\w+ ){{0,3}}(?:holds?|held|holding|control\w*|in (?:\w+ )?control)|(?:is|are|remains?) ours|(?:our|its|their) control"
    r"|(?:holds?|held|holding|keeps?|kept) (?:our|its|their) (?:positions|ground|lines?)|(?:has|have|had|did) not f[ae]ll(?:en)?"
)
_DEAD = r"killed|kill(?:ing)?|died|dead|death|slain|executed|assassinated|perished"
# Who was pulled out alive, or was alive then, gainsays nobody's death.
_ALIVE = r"(?:is|are) (?:still |very much )?alive|alive and well|(?:is|are) (?:\w+ )?in good health"
# Words of one state, and of that which excludes it: first where the one may follow on the other, then where who tells the other says that
# the one never was. The last keeps nothing apart: one's own also hold what they took.
_FOLLOWING = ((_TAKEN, _RETAKEN), (_CLOSED, _OPEN), (_HELD, _FREED), (_STOPPED, _RESUMED), (_IMPOSED, _LIFTED))
_GAINSAYING = ((_TAKEN, _REPELLED), (_BROKEN, _KEPT), (_DEAD, _ALIVE), (_TAKEN, _HOLD))
_STATES = (*_FOLLOWING, *_GAINSAYING)
_WORDS = tuple(tuple(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in pair) for pair in _STATES)
# The lower bit of each two that keep apart, and of those of which the second gainsays the first.
_APART = sum(1 << 2 * at for at in range(len(_STATES) - 1))
_GAINSAID = sum(1 << 2 * at for at in range(len(_FOLLOWING), len(_STATES)))
# A place was taken: that one's own hold it gainsays this, where it is not said by who took it.
LOST = 1 << 2 * (len(_STATES) - 1)
# Somebody died: that another is alive gainsays nothing of it.
DIED = LOST >> 2


@lru_cache(maxsize=1 << 14)
def outcomes_of(words: str) -> int:
    """The states that words tell, as bits: of each two that exclude each other the lower for the one, the higher for the other.

    Words that tell both ("freed the two whom they had seized") tell neither.
    """
    found = 0
    for at, (one, other) in enumerate(_WORDS):
        told = bool(one.search(words)), bool(other.search(words))
        found |= (told == (True, False)) << 2 * at | (told == (False, True)) << 2 * at + 1
    return found


def outcomes_in(fact: Fact) -> int:
    """The states that a proposition leaves things in; none where it says that they are not so."""
    return outcomes_of(fact.text) if not fact.negated else 0


def are_opposed(one: Any, other: Any) -> Any:
    """Whether two leave something in opposite states: of single numbers as of columns of them."""
    return ((one & other >> 1 | one >> 1 & other) & _APART) != 0


def tells_otherwise(one: int, other: int) -> bool:
    """Whether of some two states that exclude each other the other tells the one that the first does not, and that one alone."""
    return ((one & other >> 1 | one >> 1 & other) & ~(one & other | (one & other) >> 1) & _APART) != 0


def gainsaid_by(words: str) -> int:
    """The states that words gainsay, as bits: "repelled the assault" that a place was taken, "the truce holds" that it was broken."""
    return outcomes_of(words) >> 1 & _GAINSAID
