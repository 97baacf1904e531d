"""Where in a line does the outlet begin to assert, and which lines are none of its report?"""

import re

from saidwho.text.list_labels import label_end
from saidwho.text.talk import presenting_end
from saidwho.types.document import Span

# "Read more:", "(With inputs from agencies)", "Reporting by ...", "Press release, 18 November 2021".
_BOILERPLATE = re.compile(
    r"\W*(?:with (?:additional )?(?:inputs?|reporting|files|material|contributions?) (?:from|by)|"
    r"(?:additional |further )?(?:reporting|editing|"
    r"writing|compiled|translated|translation|photographs?|photos?|pictures?) (?:by|at|from)|read (?:more|also|next)|also read|related|"
    r"follow (?:us|our)|subscribe|sign up|click|share this|copyright|©|all rights|"
    r"press release|for immediate release|questions?:|"
    r"contact|notes? to editors|about (?:us|the author)|source:|credit|image|caption|advertisement|last updated|updated|published|"
    r"transcript|this (?:story|article|report|page|live blog|blog|post) |that is all|good (?:morning|afternoon|evening)|"
    r"(?:elsewhere|also) in (?:this|our) (?:issue|edition|programme|bulletin|number)|"
    r"(?:the |our )?(?:consular|office|opening|visiting) hours|"
    r"(?:the|our) (?:office|counter|switchboard|consular section) (?:is|are|will be|remains) "
    r"(?:open|closed)(?=[.!]|$| (?:on|from|until|to|for|at|in)\b)|"
    r"we (?:are|will be) (?:closing|back)|the main points|agencies|morning digest|corrections?|clarification|"
    # "Ada Vale in Kesh and Tom Hask contributed to this report."
    r"[^.\n]{2,140} contributed (?:to this (?:report|story|article|post)|(?:reporting )?from [^.\n]{2,40}(?=\.?$)))\b",
    re.IGNORECASE,
)
# "KYIV, Aug 9 (Norrpress) –", "Valdis –": a town, perhaps a date and an agency, and a dash.
_DATELINE = re.compile(
    r"[A-Z][\w.'’/ -]{1,40}(?:,[ \t]?[\w.'’ -]{2,40}){0,2}(?:[ \t]?\([^()\n]{2,40}\))?[ \t]?(?:[–—]|-{1,2}(?=[ \t]))[ \t]*"
)
_TIME = re.compile(
    r"[ \t]*\(?\d{1,2}[:.h]\d{2}(?:[ \t]?(?:[ap]\.?m\.?|GMT|CET|UTC|local time))?\)?[ \t]*[-–—:|]?[ \t]*(?:BREAKING:[ \t]*)?"
)
# Up to five words and a colon.
_KICKER = re.compile(r"[^\W\d_][^\s:]*(?: [^\s:]+){0,4}:[ \t]+(?=\S)")
# "Sanctions bite – minister": whoever stands behind the dash at the end says it.
_SAID_BEHIND = re.compile(r"[ \t][–—-][ \t][^–—\n]{2,40}$")
# Longer lines are paragraphs that lost their stop.
_LONGEST_HEADLINE = 220
_STOPS = (".", "!", "?", "…", '"', "”", "'", "’", ")")


def is_boilerplate(words: str) -> bool:
    return bool(_BOILERPLATE.match(words))


def is_headline(words: str) -> bool:
    """Whether a line has no final stop and is no longer than headlines are."""
    bare = words.strip()
    return 0 < len(bare) <= _LONGEST_HEADLINE and not bare.endswith(_STOPS)


def is_said_behind(words: str) -> bool:
    """Whether a headline names at its end who says it."""
    return bool(_SAID_BEHIND.search(words))


def label_before(text: str, line: Span, start: int) -> int:
    """Where the words before a colon begin that a sentence stands behind at the head of its line; the start of the sentence without any."""
    label = _KICKER.match(text, line.start, line.end)
    return line.start if label and label.end() == start else start


def lead_of(text: str, line: Span) -> Span:
    """What stands before the first assertion of a line: an hour, the label of a point in a list, a dateline, a headline's running title."""
    at = line.start
    time = _TIME.match(text, at, line.end)
    at = time.end() if time else max(label_end(text, at, line.end), presenting_end(text, at, line.end))
    dateline = _DATELINE.match(text, at, min(line.end, at + 140))
    if dateline and not is_headline(text[line.start : line.end]):
        return Span(start=line.start, end=dateline.end())
    kicker = _KICKER.match(text, at, line.end)
    if kicker and (is_headline(text[line.start : line.end]) or kicker[0].lower().startswith("key takeaway")):
        at = kicker.end()
    return Span(start=line.start, end=at)
