"""Which words speak of time, and what do they say?

Each word gets a class of one character; the grammar is written in the names of the classes, and runs over the string
of them. A word that is none of these is OTHER.
"""

import re
from enum import StrEnum, unique

from saidwho.grounding.times.calendar import SEASONS


def listed(words: str) -> tuple[str, ...]:
    """The words of a list written as one line."""
    return tuple(words.split())


@unique
class WordClass(StrEnum):
    """What a word may be to the grammar of time."""

    OTHER = "."
    MONTH = "M"
    WEEKDAY = "W"
    DAY_NUMBER = "D"
    NUMBER = "N"
    NUMBER_WORD = "n"
    ARTICLE = "a"
    HALF = "h"
    VAGUE = "v"
    COUPLE = "u"
    YEAR = "Y"
    DECADE = "X"
    NTH = "O"
    ORDINAL = "o"
    FINAL = "w"
    UNIT = "U"
    UNITS = "V"
    QUARTER = "q"
    QUARTER_NAME = "Q"
    CENTURY = "c"
    WEEKEND = "e"
    DAYPART = "T"
    SEASON = "S"
    FEAST = "j"
    EVE = "J"
    NEW = "y"
    THE = "t"
    LAST = "l"
    PAST = "p"
    NEXT = "x"
    COMING = "z"
    THIS = "i"
    THAT = "H"
    THESE = "]"
    RECENT = "r"
    SAME = "s"
    PREVIOUS = "P"
    FOLLOWING = "F"
    AGO = "g"
    EARLIER = "E"
    LATER = "L"
    BEFORE = "B"
    AFTER = "A"
    EARLY = "k"
    EDGE = "d"
    EVERY = "K"
    OF = "f"
    IN = "I"
    ON = "@"
    AT = "#"
    INTO = "2"
    TO = "3"
    FROM = "G"
    BETWEEN = "C"
    AND = "&"
    OR = "|"
    MORE = "+"
    THAN = ">"
    APPROXIMATELY = "~"
    OVER = "R"
    COMMA = ","
    DASH = "-"
    APOSTROPHE = "'"
    POSSESSIVE = "´"
    CLOCK = ":"
    LETTER_O = "0"
    CLOCK_WORD = "["
    MERIDIEM = "m"
    ZONE = "9"
    LOCAL = "4"
    TIME = "5"
    PLUS = "6"
    OPEN = "("
    CLOSE = ")"
    RELATIVE_DAY = "b"
    OVERNIGHT = "7"
    OFTEN = "8"
    NOW = "="
    NAMED = "$"
    PERIOD = "{"
    SLASHED = "/"
    LONG = "_"
    WHEN = "?"
    WHOLE = "1"


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan jan.",
            "february feb feb.",
            "march mar.",
            "april apr apr.",
            "may",
            "june jun.",
            "july jul.",
            "august aug aug.",
            "september sep sept sep. sept.",
            "october oct oct.",
            "november nov nov.",
            "december dec dec.",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday", "tuesday tues", "wednesday", "thursday thurs", "friday", "saturday", "sunday"),
    )
    for name in names.split()
}
ORDINALS = {
    name: number
    for number, name in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
            "sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        start=1,
    )
} | {"twenty-first": 21, "thirtieth": 30}
NUMBERS = {
    name: number
    for number, name in enumerate(
        listed(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
            "nineteen twenty"
        ),
        start=1,
    )
} | {
    "single": 1,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
    "thousand": 1000,
}
# ISO 8601 has no decade and no fortnight, and half of all programs no quarter: each as a number of what it has.
UNITS = {
    "minute": (1, "TM"),
    "hour": (1, "TH"),
    "day": (1, "D"),
    "night": (1, "D"),
    "week": (1, "W"),
    "fortnight": (2, "W"),
    "month": (1, "M"),
    "quarter": (3, "M"),
    "year": (1, "Y"),
    "decade": (10, "Y"),
    "century": (100, "Y"),
}
PLURALS = {f"{unit}s": unit for unit in UNITS} | {"centuries": "century", "seconds": "second", "mins": "minute", "hrs": "hour"}
DAY_SHIFTS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
FEASTS = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "may day": (5, 1),
    "halloween": (10, 31),
}
PARTS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2, "close": 2}

_SPOKEN = {
    WordClass.MONTH: " ".join(MONTHS),
    WordClass.WEEKDAY: " ".join(WEEKDAYS),
    WordClass.NUMBER_WORD: " ".join(NUMBERS),
    WordClass.ARTICLE: "a an",
    WordClass.HALF: "half",
    WordClass.VAGUE: "several many few some",
    WordClass.COUPLE: "couple",
    WordClass.ORDINAL: " ".join(ORDINALS),
    WordClass.FINAL: "final",
    WordClass.UNIT: "minute hour day week fortnight month year decade",
    WordClass.UNITS: " ".join(PLURALS),
    WordClass.QUARTER: "quarter",
    WordClass.QUARTER_NAME: "q1 q2 q3 q4",
    WordClass.CENTURY: "century",
    WordClass.WEEKEND: "weekend",
    WordClass.DAYPART: "morning afternoon evening night dawn dusk noon midday midnight lunchtime daybreak sunrise sunset nightfall",
    WordClass.SEASON: " ".join(SEASONS),
    WordClass.FEAST: "christmas boxing valentine halloween",
    WordClass.EVE: "eve",
    WordClass.NEW: "new",
    WordClass.THE: "the",
    WordClass.LAST: "last",
    WordClass.PAST: "past",
    WordClass.NEXT: "next",
    WordClass.COMING: "coming upcoming",
    WordClass.THIS: "this",
    WordClass.THAT: "that",
    WordClass.THESE: "these",
    WordClass.RECENT: "recent",
    WordClass.SAME: "same",
    WordClass.PREVIOUS: "previous preceding prior",
    WordClass.FOLLOWING: "following",
    WordClass.AGO: "ago",
    WordClass.EARLIER: "earlier",
    WordClass.LATER: "later",
    WordClass.BEFORE: "before",
    WordClass.AFTER: "after",
    WordClass.EARLY: "early late mid",
    WordClass.EDGE: "beginning start end middle close",
    WordClass.EVERY: "every each",
    WordClass.OF: "of",
    WordClass.IN: "in",
    WordClass.ON: "on",
    WordClass.AT: "at",
    WordClass.INTO: "into",
    WordClass.TO: "to until till through",
    WordClass.FROM: "from",
    WordClass.BETWEEN: "between",
    WordClass.AND: "and",
    WordClass.OR: "or",
    WordClass.MORE: "more less fewer",
    WordClass.THAN: "than",
    WordClass.APPROXIMATELY: "about around nearly almost roughly approximately",
    WordClass.OVER: "over under",
    WordClass.COMMA: ",",
    WordClass.DASH: "- – — ‐ ‑",
    WordClass.APOSTROPHE: "' ’ ‘ `",
    WordClass.POSSESSIVE: "'s ’s",
    WordClass.LETTER_O: "o",
    WordClass.CLOCK_WORD: "clock",
    WordClass.MERIDIEM: "a.m. p.m. am pm a.m p.m",
    WordClass.ZONE: "utc gmt est edt cst cdt pst pdt cet cest eet eest msk bst ist",
    WordClass.LOCAL: "local",
    WordClass.TIME: "time",
    WordClass.PLUS: "+",
    WordClass.OPEN: "(",
    WordClass.CLOSE: ")",
    WordClass.RELATIVE_DAY: " ".join(DAY_SHIFTS),
    WordClass.OVERNIGHT: "overnight",
    WordClass.OFTEN: "daily weekly monthly yearly annual annually hourly nightly fortnightly biweekly",
    WordClass.NOW: "now currently recently",
    WordClass.NAMED: "black bloody good easter palm ash maundy shrove holy",
    WordClass.PERIOD: "period",
    WordClass.LONG: "long",
    WordClass.WHEN: "when",
    WordClass.WHOLE: "whole entire full straight consecutive",
}
_CLASSES: dict[str, str] = {word: kind.value for kind, words in _SPOKEN.items() for word in words.split()}

_FIGURE = re.compile(
    r"""(?P<year>1\d{3}|20\d\d|2100)
      | (?P<day>0?[1-9]|[12]\d|3[01])
      | (?P<nth>\d{1,2}(?:st|nd|rd|th))
      | (?P<decade>(?:1\d|20)?\d0s)
      | (?P<slashed>\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)|\d{4}/\d{1,2}/\d{1,2})
      | (?P<clock>\d{1,2}:\d\d(?::\d\d)?|\d{1,2}(?::\d\d)?(?:am|pm))
      | (?P<number>\d{1,9}|\d{1,3}(?:,\d{3}){1,3}|\d{1,4}\.\d{1,2})""",
    re.VERBOSE | re.ASCII,
)
_FIGURES = {
    "year": WordClass.YEAR,
    "day": WordClass.DAY_NUMBER,
    "nth": WordClass.NTH,
    "decade": WordClass.DECADE,
    "slashed": WordClass.SLASHED,
    "clock": WordClass.CLOCK,
    "number": WordClass.NUMBER,
}


def class_of(word: str) -> str:
    """The class of a word in lower case, by itself: what stands around it is looked at later."""
    known = _CLASSES.get(word)
    if known:
        return known
    figure = _FIGURE.fullmatch(word) if word[:1].isdigit() else None
    return _FIGURES[figure.lastgroup].value if figure and figure.lastgroup else WordClass.OTHER.value


def number_of(words: list[str]) -> float | None:
    """The value of a number in figures or words ("two and a half", "twenty - four"); None where it has none."""
    total, part = 0.0, 0.0
    for word in words:
        if word == "half":
            total, part = total + part, 0.5
        elif word in ("hundred", "thousand"):
            part = (part or 1) * NUMBERS[word]
        elif word not in _JOINING:
            part += _single(word, alone=len(words) == 1)
    return total + part or None


_JOINING = ("and", "of", "-", "–", "—", "‐", "‑", "or", "couple")


def _single(word: str, *, alone: bool) -> float:
    if word in ("a", "an"):
        return 1.0 if alone else 0.0
    if word[:1].isdigit() and len(word) < 12:
        return float(word.replace(",", ""))
    return float(NUMBERS.get(word, 0))
