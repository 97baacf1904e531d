"""Do words call false what somebody said?"""

import re
from functools import lru_cache

# What was said before, as a noun.
_A_SAYING = (
    r"(?:accusations?|allegations?|claims?|charges?|statements?|reports?|figures?|numbers?|tolls?|count|revelations?|films?|videos?|footage|"
    r"pictures?|tales?|stor(?:y|ies)|rumou?rs?|talk|assertions?|suggestions?|insinuations?|lists?|papers?|inventions?|fairy tales?|lies?|"
    r"word)"
)
SAID_BEFORE = rf"(?:{_A_SAYING}|it|that|this|them)"
# What lies in a river is no lie.
_A_LIE = (
    r"(?:(?:an?|the|another|big|old|outright|blatant|pure) lie|(?:are|were|as|of|all|such|these|those|pure|tell\w*|spread\w*|more) lies)"
)
# Words that call false by themselves, wherever they stand.
_PLAINLY = (
    r"(?:false|untrue|not true|invent\w*|fabricat\w*|fantas\w*|fairy tales?|hoax\w*|fakes?|absurd|nonsense|baseless|forger(?:y|ies)|forged|"
    r"slander\w*|disinformation)"
)
FALSE = rf"(?:{_PLAINLY}|{_A_LIE})"
# Words that call false what they are said of. A launch is a provocation too.
_FALSELY = (
    rf"(?:{_PLAINLY}|lies?|ridiculous|propaganda|arithmetic|theat(?:re|er)|fever dreams?|stag(?:ed|ing)|fictions?|myths?|farce|charade|"
    r"(?:old )?clip|mirage|illusion|delusion|figment|fable|"
    r"refuted|provocations?|exaggerat\w*|insult|yarn|novel|no basis|without foundation|unfounded|malicious)"
)
_FALSE = re.compile(
    rf"\b(?:call\w*|describ\w*|dismiss\w*|brand\w*|label\w*|reject\w*|as)\b.{{0,40}}\b{SAID_BEFORE}\b.{{0,30}}\b{_FALSELY}\b"
    rf"|\b(?:call\w*|dismiss\w*|brand\w*|label\w*) (?:it|this|that|them)\b.{{0,30}}\b{_FALSELY}\b"
    rf"|\b(?:dismiss|reject|denounc|describ)\w* as (?:an? )?(?:\w+ )?{_FALSELY}\b"
    rf"|\b{SAID_BEFORE}\b(?: \w+){{0,3}} (?:are|is|was|were|ha[sd]|have) (?:\w+ ){{0,2}}{_FALSELY}\b"
    r"|\bif (?:these|those|the|that|this) (?:\w+ )?(?:numbers?|figures?|claims?|reports?|tolls?) (?:was|were) (?:right|true|correct)\b",
    re.IGNORECASE,
)
# What opens a sentence as something said, and is called false before it ends: "Reports of a return of inhabitants are inventions".
_OPENING = re.compile(
    rf"^\W*(?:(?:the|these|those|all|any|such) )?(?:\w+ ){{0,2}}{_A_SAYING}\b.*?"
    rf"(?:\b(?:is|are|was|were|has|have|had)\b (?:not |no |an? |the |all |pure |crude |malicious )*(?:\w+ ){{0,2}}?{_FALSELY}\b"
    # "The toll rises, the state has rejected calls" rejects no toll, and a convoy that is "denied entry" is denied by nobody.
    rf"|\b(?:is|are|was|were|been) (?:not )?(?:\w+ ){{0,2}}?(?:(?:rejected|dismissed|answered|worth an answer|aimed at)\b|"
    rf"denied(?=\W*$|[,.;:]| (?:by|as|and|in|there|here)\b)))"
    rf"|^\W*it is (?:untrue|false|not true|a lie|nonsense)\b",
    re.IGNORECASE,
)


def is_called_false(sentence: str) -> bool:
    """Whether a whole sentence opens with what somebody said and calls it false, or rejects it."""
    return bool(_OPENING.search(sentence))


# A statement is asked about whenever what it may deny changes.
@lru_cache(maxsize=1 << 14)
def calls_false(words: str) -> bool:
    """Whether words call a thing said before false ("called the accusation absurd", "the film is a fake")."""
    return bool(_FALSE.search(words))
