"""What is a party to a conflict?"""

import re
from dataclasses import dataclass
from functools import cache

_OFFICIAL = (
    r"(?:officials?|authorit(?:y|ies)|government|military|army|armed|forces|troops|soldiers?|servicem[ae]n|servicemembers?|commanders?|commanding|officers?|generals?|"
    r"ministers?|ministr(?:y|ies)|presidents?|presidency|presidential|premier|prime|officialdom|spokes(?:man|men|woman|person|people)|diplomats?|negotiators?|leaders?|leadership|"
    r"intelligence|navy|air|police|security|defen[cs]e|foreign|fighters?|militants?|militia\w*|rebels?|insurgents?|gunmen|governors?|ambassadors?|envoys?|"
    r"delegation|side|state|regime|junta|administration|administrators?|border|general|top|senior|separatists?|prosecutors?|warplanes|sources?|"
    r"brigades?|battalions?|regiments?|divisions?|corps|units?|squadrons?|marines?|paratroopers?|pilots?|[Bb]rigade|[Bb]attalion|[Rr]egiment|[Dd]ivision|[Cc]orps)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One line of the table: a side of a conflict.

    starts, ends: published dates compare with them; ends is empty where it goes on. words: what stands before an office of its own,
    "Ukrainian" officials.
    """

    conflict: str
    starts: str
    ends: str
    theatre: frozenset[str]
    side: str
    members: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def officials(self) -> re.Pattern[str] | None:
        """How its officials are called: one of its words, and that of an office or force right behind. None where it has no words."""
        return _officials(self.words) if self.words else None

    def is_at_war(self, published: str) -> bool:
        """Whether the conflict runs on a day. published: begins with a date; a year or month is compared as far as it goes."""
        day = published[:10]
        width = min(len(day), len(self.starts))
        past = min(len(day), len(self.ends))
        return self.starts[:width] <= day[:width] and (not self.ends or day[:past] <= self.ends[:past])


@cache
def _officials(words: tuple[str, ...]) -> re.Pattern[str]:
    """Made when a conflict is first asked for: a report is about one or two of over a hundred."""
    options = "|".join(re.escape(word) for word in words)
    return re.compile(rf"(?<![\w-])(?:{options})(?:['’]s)?[ -](?:[\w-]{{1,20}}[ ]){{0,2}}{_OFFICIAL}\b")
