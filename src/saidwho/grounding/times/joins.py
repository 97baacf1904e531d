"""What do the words around a time add to it?

"from 30 April to 3 May" is one time of two ends. "since", "until", "by" open an end; "about" and "perhaps" put it in doubt.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from saidwho.grounding.times.calendar import Period, marked
from saidwho.grounding.times.grammar import Phrase
from saidwho.grounding.times.setting import Value
from saidwho.grounding.times.text import TimeText
from saidwho.grounding.times.words import WordClass, listed

_JOINED = frozenset({"weekday", "relative_day", "date", "month", "season", "year", "iso", "decade", "quarter"})
_DAYS = frozenset({"weekday", "date", "relative_day", "iso"})
_YEARLESS = frozenset({"date", "month", "season", "days"})
_TO = frozenset({WordClass.TO.value, WordClass.DASH.value})
_LINKS = _TO | {WordClass.AND.value, WordClass.COMMA.value, WordClass.OR.value}

_FROM_THERE = frozenset({"since", "after"})
_UP_TO_THERE = frozenset({"until", "till", "by", "before"})
_APPROXIMATE = frozenset(listed("about around circa approximately roughly"))
_PREPOSITIONS = frozenset({"in", "on", "at", "by", "since", "from", "during"})
_UNCERTAIN = frozenset(listed("perhaps possibly probably maybe presumably"))
_HOURS = frozenset(kind.value for kind in (WordClass.CLOCK, WordClass.MERIDIEM, WordClass.LETTER_O, WordClass.ZONE))
# "before dawn" is on the day of that dawn, and "before dawn on Wednesday" on Wednesday.
_WITHIN_A_DAY = frozenset({"clock", "the_daypart", "this_daypart"})
_OPEN = ".."
_BEGINNINGS, _ENDS = frozenset({"beginning", "start"}), frozenset({"end", "close"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """One time: a phrase, or the two of "from ... to ...". first, past: numbers of words, those that join among them."""

    first: int
    past: int
    begin: Phrase
    end: Phrase | None = None


def joined(phrases: list[Phrase], words: TimeText) -> Iterator[Ends]:
    """Join the phrases that are ends of one time; each begins with the year it shares with the next."""
    shared = _with_years(phrases, words)
    number = 0
    while number < len(shared):
        phrase = shared[number]
        following = shared[number + 1] if number + 1 < len(shared) else None
        first = _interval_start(phrase, following, words) if following else None
        if following and first is not None:
            yield Ends(first=first, past=following.past, begin=phrase, end=following)
        else:
            yield Ends(first=phrase.first, past=phrase.past, begin=phrase)
        number += 2 if first is not None else 1


def _with_years(phrases: list[Phrase], words: TimeText) -> list[Phrase]:
    """ "between March and June 2022": a month takes the year of the time it is joined to."""
    shared: list[Phrase] = []
    following: Phrase | None = None
    for phrase in reversed(phrases):
        following = _with_year(phrase, following, words) if following else phrase
        shared.append(following)
    return shared[::-1]


def _with_year(phrase: Phrase, following: Phrase, words: TimeText) -> Phrase:
    given = following.groups.get("year")
    lacks = phrase.rule in _YEARLESS and not phrase.groups.keys() & {"year", "of_which", "which"}
    if given and lacks and following.rule in _YEARLESS and _link(phrase, following, words) in _LINKS:
        return replace(phrase, groups=phrase.groups | {"year": given})
    return phrase


def _link(phrase: Phrase, following: Phrase, words: TimeText) -> str:
    """The class of the one word between two phrases; empty where there are more or none."""
    return words.kind(phrase.past) if following.first == phrase.past + 1 else ""


def _interval_start(phrase: Phrase, following: Phrase, words: TimeText) -> int | None:
    """The first word of the interval that two phrases are the ends of; None where they are two times."""
    if phrase.rule not in _JOINED or following.rule not in _JOINED:
        return None
    link, led = _link(phrase, following, words), words.kind(phrase.first - 1)
    is_led = led in (WordClass.FROM.value, WordClass.BETWEEN.value)
    if link in _TO and (is_led or (phrase.rule in _DAYS and following.rule in _DAYS) or link == WordClass.DASH.value):
        return phrase.first - 1 if is_led else phrase.first
    return phrase.first - 1 if link == WordClass.AND.value and led == WordClass.BETWEEN.value else None


def shaded(value: Value, ends: Ends, words: TimeText) -> Value:
    """A value with what the words before it add: an open end, or doubt."""
    if value.period is None or ends.end or value.duration:
        return value
    if words.word(ends.first - 1) in _APPROXIMATE and not _begins_with_hour(ends, words):
        return replace(value, period=marked(value.period, "~"))
    before = ends.first - 2 if words.upos(ends.first - 1) == "ADP" or words.word(ends.first - 1) in _PREPOSITIONS else ends.first - 1
    if words.word(before) in _UNCERTAIN:
        return replace(value, period=marked(value.period, "?"))
    return value


def _begins_with_hour(ends: Ends, words: TimeText) -> bool:
    """Whether what is "around" is the hour ("around 3 p.m. on Monday"), so that the day is not in doubt."""
    kinds = {words.kind(ends.first), words.kind(ends.first + 1)}
    return ends.begin.rule == "clock" or bool(kinds & _HOURS)


def open_end(period: Period, ends: Ends, words: TimeText) -> str | None:
    """The interval that "since" or "until" makes of a time; None where nothing opens it.

    "after Thursday's attack" is after the attack, on Thursday: there the time belongs to the noun.
    """
    is_of_noun = words.upos(ends.past) in ("NOUN", "PROPN", "ADJ", "PART") or words.word(ends.past) in ("'s", "’s")
    if is_of_noun or ends.end or ends.begin.rule in _WITHIN_A_DAY or "{" in period.edtf:
        return None
    before = words.word(ends.first - 1)
    if before == "before" and ends.begin.groups.get("dayparted", (0, 0))[0] == ends.first:
        return None
    if before in _FROM_THERE:
        begin = period.first.isoformat() if _edge(ends, words) in _BEGINNINGS else period.edtf.split("/")[0]
        return f"{begin}/{_OPEN}"
    if before in _UP_TO_THERE:
        end = period.last.isoformat() if _edge(ends, words) in _ENDS else period.edtf.split("/")[-1]
        return f"{_OPEN}/{end}"
    return None


def _edge(ends: Ends, words: TimeText) -> str:
    """The word in "the end of": since a beginning and until an end are exact."""
    first, past = ends.begin.groups.get("edge", (0, 0))
    return words.word(first) if past else ""
