"""Do words call false what somebody said?"""

import re

SAID_BEFORE = (
    r"(?:accusations?|allegations?|claims?|charges?|statements?|reports?|figures?|numbers?|tolls?|count|revelations?|films?|videos?|footage|"
    r"pictures?|tales?|stor(?:y|ies)|rumou?rs?|talk|assertions?|suggestions?|insinuations?|lists?|papers?|inventions?|fairy tales?|lies?|"
    r"word|it|that|this|them)"
)
_FALSELY = (
    r"(?:false|untrue|lies?|invent\w*|inventions?|fabricat\w*|fantas\w*|fairy tales?|hoax\w*|fakes?|absurd|nonsense|baseless|ridiculous|"
    r"propaganda|provocations?|arithmetic|forger(?:y|ies)|slander\w*|disinformation|theat(?:re|er)|fever dreams?|stag(?:ed|ing)|fictions?|"
    r"myths?|farce|charade|(?:old )?clip|refuted|exaggerat\w*|insult|yarn|novel|no basis|without foundation|unfounded|malicious)"
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
    rf"^\W*(?:(?:the|these|those|all|any|such) )?(?:(?:\w+ ){{0,2}}(?:assertions?|reports?|claims?|accusations?|allegations?|"
    rf"insinuations?|tales?|stor(?:y|ies)|talk|rumou?rs?|inventions?|fairy tales?|lies?|figures?|numbers?))\b.*?"
    rf"\b(?:is|are|was|were|has|have|had)\b (?:not |no |an? |the |all |pure |crude |malicious )*(?:\w+ ){{0,2}}?"
    rf"(?:{_FALSELY}|rejected|denied|dismissed|answered|worth an answer|aimed at)\b"
    rf"|^\W*it is (?:untrue|false|not true|a lie|nonsense)\b",
    re.IGNORECASE,
)


def is_called_false(sentence: str) -> bool:
    """Whether a whole sentence opens with what somebody said and calls it false, or rejects it."""
    return bool(_OPENING.search(sentence))


def calls_false(words: str) -> bool:
    """Whether words call a thing said before false ("called the accusation absurd", "the film is a fake")."""
    return bool(_FALSE.search(words))
