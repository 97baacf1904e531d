"""Which runs of words are mentions of time?

The grammar is written in the names of WordClass and of PARTS below (both upper case); groups in angle brackets are what a
phrase means by. Blanks mean nothing. Every repetition is bounded, so a text is run over in linear time.
At each place the rule that fits the most words is taken, of equal ones the first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from saidwho.grounding.times.words import WordClass

PARTS = {
    # 3 p.m. / 18:40 UTC / 6:40 p.m. (GMT +8) / six o'clock / 3 p.m. local time
    "AREA": "(?: ZONE | LOCAL TIME | OPEN ZONE (?: PLUS DAY_NUMBER )? CLOSE )",
    "OCLOCK": "(?: LETTER_O APOSTROPHE CLOCK_WORD )",
    "HOUR": "(?: (?: CLOCK | (?: DAY_NUMBER | NUMBER_WORD ) (?= MERIDIEM | OCLOCK ) | [ NUMBER YEAR ] (?= ZONE ) )"
    " (?: MERIDIEM | OCLOCK )? AREA? )",
    "HOURS": "(?: (?: FROM | BETWEEN )? HOUR (?: (?: TO | AND | DASH ) HOUR )? )",
    # What may stand before a day: "early on", "3 p.m. on", "the morning of", "later"
    "BEFORE_DAY": "(?: HOURS (?: ON | OF )? )? (?: EARLIER ON? | LATER ON? | (?<early> EARLY ) (?: DASH | ON )?"
    " | THE? EARLY? (?<dayparted> DAYPART ) (?: OF | ON ) )?",
    "AFTER_DAY": "(?: EARLY? (?<daypart> DAYPART ) )? (?: AT APPROXIMATELY? HOURS )?",
    "COUNT": "(?: [ DAY_NUMBER NTH ] )",
    "OF_YEAR": "(?: (?: COMMA | OF )? (?<year> YEAR ) (?! DASH DAY_NUMBER ) )",
    "AROUND": "(?: LAST | PAST | NEXT | COMING )",
    "BEFORE_YEAR": "(?: (?: OF | IN )? THE? (?: LAST | PREVIOUS ) )",
    "OF_UNIT": "(?: (?: OF THE? (?<of_which> SAME | PREVIOUS | FOLLOWING ) | (?: OF THE? )? (?<of_which> THIS | LAST | NEXT ) ) UNIT )",
    # 15 April last year / 15 April of this year
    "OF_THAT_YEAR": "(?: OF? (?<of_which> THIS | LAST | NEXT ) (?<of_unit> UNIT ) )",
    "FIGURE": "(?: [ DAY_NUMBER NUMBER YEAR ] )",
    "QUANTITY": "(?: FIGURE (?: AND ARTICLE HALF )? | NUMBER_WORD (?: DASH? NUMBER_WORD ){0,3} (?: AND ARTICLE HALF )?"
    " | HALF ARTICLE | ARTICLE? (?<vague> VAGUE ) | (?<couple> ARTICLE COUPLE OF ) )",
    "ABOUT": "(?: APPROXIMATELY | OVER | MORE THAN )",
    "SO_LONG": "(?: ABOUT? (?: QUANTITY (?<unit> UNITS | UNIT ) | (?<one> ARTICLE ) (?<unit> UNIT ) ) )",
    # early / late / mid- / the beginning of
    "PART": "(?: THE? (?<part> EARLY ) (?: DASH | IN THE? )? | THE? (?<edge> EDGE ) OF )",
}

_RULES = (
    # 2023-10-27 / 27/10/2023 / 27-10-2023
    ("iso", "(?<year> YEAR ) DASH (?<month> DAY_NUMBER ) DASH (?<day> DAY_NUMBER )"),
    ("slashed", "(?<date> SLASHED | DAY_NUMBER DASH DAY_NUMBER DASH YEAR )"),
    # on a day when
    ("a_day_when", "ARTICLE (?<unit> UNIT ) (?= WHEN )"),
    # from 3 to 5 May 2023 / between May 3 and 5 / 3 and 5 May
    (
        "days",
        (
            "(?<from> FROM | BETWEEN )? (?<day> COUNT ) (?<join> TO | DASH | AND ) (?: THE )? (?<day2> COUNT ) OF? (?<month> MONTH )"
            " (?: OF_YEAR | OF_THAT_YEAR )?"
        ),
    ),
    (
        "days",
        (
            "(?<from> FROM | BETWEEN )? (?<month> MONTH ) (?<day> COUNT ) (?<join> TO | DASH | AND ) (?<day2> COUNT ) (?! OF? MONTH )"
            " (?: OF_YEAR | OF_THAT_YEAR )?"
        ),
    ),
    # Thursday, 26 October 2023, at 3 p.m. / the 7th of October / late on 7 October
    (
        "date",
        (
            "BEFORE_DAY (?: WEEKDAY COMMA? )? THE? (?: (?<day> COUNT ) OF? | (?<ordinal> ORDINAL ) OF ) (?<month> MONTH )"
            " (?: OF_YEAR | OF_THAT_YEAR )? AFTER_DAY"
        ),
    ),
    (
        "date",
        "BEFORE_DAY (?: WEEKDAY COMMA? )? (?<month> MONTH ) THE? (?<day> COUNT ) (?! CLOCK ) (?: OF_YEAR | OF_THAT_YEAR )? AFTER_DAY",
    ),
    # the day before yesterday
    ("day_around", "THE UNIT (?<side> BEFORE | AFTER ) (?<day> RELATIVE_DAY )"),
    # overnight / overnight on Thursday / overnight into Friday
    ("overnight", "OVERNIGHT (?: (?<into> INTO | TO )? ON? (?<weekday> WEEKDAY ) )?"),
    # last Thursday / late on Monday / Friday morning / Thursday last week
    ("weekday", "BEFORE_DAY (?<which> LAST | NEXT | THIS | COMING | PAST )? (?<weekday> WEEKDAY ) OF_UNIT? AFTER_DAY"),
    ("relative_day", "BEFORE_DAY (?<day> RELATIVE_DAY ) AFTER_DAY"),
    ("this_daypart", "EARLY? (?<which> THIS | LAST | NEXT ) (?<daypart> DAYPART ) (?: AT HOURS )?"),
    # the third quarter of 2023 / the last quarter / our third-quarter results
    ("quarter", "THE? (?: (?<ordinal> ORDINAL ) | (?<final> FINAL ) ) DASH? QUARTER (?: OF? OF_YEAR | OF_UNIT )?"),
    ("quarter", "(?<name> QUARTER_NAME ) OF? (?: OF_YEAR | OF_UNIT )?"),
    ("deictic_quarter", "THE? (?<which> THIS | LAST | NEXT | PREVIOUS ) QUARTER"),
    ("half", "THE? (?<ordinal> ORDINAL ) HALF OF THE? (?: (?<year> YEAR ) | (?<which> THIS | LAST | NEXT ) UNIT )"),
    # the first week of March
    (
        "week_of_month",
        "THE? (?: (?<ordinal> ORDINAL ) | (?<final> FINAL | LAST ) ) (?<unit> UNIT | WEEKEND ) OF (?<month> MONTH ) OF_YEAR?",
    ),
    # in early 2022 / mid-March / October of next year / March
    ("month", "PART? (?<month> MONTH ) (?: OF_YEAR | OF_UNIT )?"),
    ("month", "(?<which> THIS | LAST | NEXT | COMING | PAST ) (?<month> MONTH )"),
    ("season", "PART? THE? (?<which> THIS | LAST | NEXT | COMING | PAST | PREVIOUS )? (?<season> SEASON ) (?: OF_YEAR | OF_UNIT )?"),
    ("decade", "PART? THE? APOSTROPHE? (?<decade> DECADE )"),
    ("century", "PART? THE? (?: (?<nth> NTH ) | (?: (?<tens> NUMBER_WORD ) DASH )? (?<ordinal> ORDINAL ) ) DASH? CENTURY"),
    ("this_century", "THE? (?<which> THIS | LAST | NEXT ) CENTURY"),
    # from 2014 to 2016 / early 2022 / 2014
    ("years", "(?<from> FROM | BETWEEN ) (?<year> YEAR ) (?: TO | AND | DASH ) (?<year2> YEAR )"),
    ("years", "(?<year> YEAR ) (?: DASH | TO ) (?<year2> YEAR )"),
    ("year", "PART? (?: THE UNIT )? (?<year> YEAR )"),
    # the end of last year / earlier this month / this week
    (
        "deictic",
        "(?: (?<side> EARLIER | LATER ) IN? | PART )? (?: THE (?= AROUND ) )? (?<which> THIS | AROUND ) (?<unit> UNIT )",
    ),
    # the past 24 hours / over the next four years / the last few days
    (
        "span",
        "THE? (?<which> AROUND | PREVIOUS | FOLLOWING ) (?: ABOUT? QUANTITY DASH? )? (?: WHOLE | RECENT )? (?<unit> UNITS )",
    ),
    ("recent", "RECENT UNITS"),
    ("weekend", "(?: THE | (?<which> THIS | LAST | NEXT | COMING | PAST ) )? WEEKEND"),
    # two days ago / three weeks later / a day earlier
    ("ago", "SO_LONG AGO"),
    ("often", "UNITS AGO"),
    ("after_that", "SO_LONG (?: (?<earlier> EARLIER ) | LATER ) (?! THAN | ON )"),
    # the previous day / the same day / the year before
    ("anaphor", "THE (?<which> PREVIOUS | FOLLOWING | SAME | NEXT ) (?<unit> UNIT | DAYPART )"),
    ("anaphor", "THAT (?<same> SAME )? (?<unit> UNIT | DAYPART )"),
    ("anaphor", "THE (?<unit> UNIT | DAYPART ) (?<which> BEFORE | AFTER | PREVIOUS | EARLIER | LATER )"),
    ("feast", "(?<feast> FEAST POSSESSIVE? UNIT? EVE? | NEW UNIT POSSESSIVE (?: EVE | UNIT ) )"),
    # every day / daily
    ("often", "EVERY (?: QUANTITY? (?: UNITS | UNIT ) | WEEKDAY | DAYPART | WEEKEND )"),
    ("often", "OFTEN"),
    # at 6:40 p.m.
    ("clock", "HOURS"),
    # 27-year / a year and a half / nearly five months / two consecutive days
    ("length", "(?: FIGURE | NUMBER_WORD (?: DASH NUMBER_WORD )? ) DASH (?<unit> UNIT | UNITS ) (?: DASH LONG )?"),
    ("length", "ABOUT? (?<one> ARTICLE ) (?<unit> UNIT ) (?<half> AND ARTICLE HALF )"),
    ("length", "ABOUT? (?: QUANTITY (?: TO | DASH | OR | AND ) )? QUANTITY (?: WHOLE )? (?<unit> UNITS | UNIT )"),
    ("length", "(?<unit> UNIT | UNITS ) DASH LONG"),
    ("length", "ABOUT (?<one> ARTICLE ) WHOLE? (?<unit> UNIT )"),
    ("one", "(?<one> ARTICLE ) WHOLE? (?<unit> UNIT ) (?! DASH )"),
    ("some", "(?: OVER THE )? (?<unit> UNITS )"),
    # the end of the year / the day
    ("the_unit", "(?: PART | (?<side> EARLIER | LATER ) IN )? THE WHOLE? (?<unit> UNIT )"),
    ("the_daypart", "(?: THE EARLY? )? (?<daypart> DAYPART ) UNITS?"),
    ("now", "MORE? NOW | THESE UNITS"),
    # Black Monday
    ("named_day", "NAMED WEEKDAY"),
    # since '82
    ("short_year", "APOSTROPHE (?<year> DAY_NUMBER | NUMBER ) (?! APOSTROPHE )"),
    # the same period last year
    (
        "same_last_year",
        "THE SAME (?: UNIT | QUARTER | PERIOD ) (?: ARTICLE (?<unit> UNIT ) (?: AGO | EARLIER ) | BEFORE_YEAR (?<unit> UNIT ) )",
    ),
)

_GROUP = re.compile(r"\(\?<([a-z_0-9]+)>")


def _classes(pattern: str) -> str:
    """A rule in characters of classes instead of names."""
    while any(re.search(rf"\b{name}\b", pattern) for name in PARTS):
        pattern = re.sub(r"\b[A-Z_]+\b", lambda m: PARTS.get(m[0], m[0]), pattern)
    spelt = re.sub(r"\b[A-Z_]{2,}\b", lambda m: re.escape(WordClass[m[0]].value), pattern)
    # Alternatives may name their groups alike, which Python's re does not allow: each gets a number.
    numbers = count()
    return _GROUP.sub(lambda m: f"(?P<{m[1]}__{next(numbers)}>", "".join(spelt.split()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that a rule of the grammar fits.

    first, past: numbers of words in the text. groups: what the rule names, as numbers of words, first and just past.
    """

    rule: str
    first: int
    past: int
    groups: dict[str, tuple[int, int]]


_COMPILED = tuple((name, re.compile(_classes(pattern))) for name, pattern in _RULES)


def phrases(classes: str, *, first: int, past: int) -> Iterator[Phrase]:
    """The phrases of one paragraph, from left to right, none overlapping.

    classes: one character a word of the text. first, past: the words of the paragraph.
    """
    at = first
    while at < past:
        phrase = _longest(classes, at, past) if classes[at] != WordClass.OTHER.value else None
        if phrase:
            yield phrase
        at = phrase.past if phrase else at + 1


def _longest(classes: str, at: int, past: int) -> Phrase | None:
    best: tuple[int, str, re.Match[str]] | None = None
    for name, pattern in _COMPILED:
        found = pattern.match(classes, at, past)
        if found and (best is None or found.end() > best[0]):
            best = found.end(), name, found
    if best is None:
        return None
    end, name, match = best
    groups = {group.partition("__")[0]: match.span(group) for group, held in match.groupdict().items() if held is not None}
    return Phrase(rule=name, first=at, past=end, groups=groups)
