"""Which phrases only look like times?

"in 2000 villages" counts villages, "17 years old" is an age, "14:2" a score. What remains in doubt is left out.
"""

from collections.abc import Callable

from saidwho.grounding.times.grammar import Phrase
from saidwho.grounding.times.text import TimeText
from saidwho.grounding.times.words import WordClass, listed

_BEFORE_YEARS = frozenset(
    listed(
        "in since until till by of from to during before after through between late early mid and for about around "
        "fiscal late- spring summer autumn winter circa"
    )
)
# Of these, the ones that stand before numbers as often: what a noun follows is then counted.
_BEFORE_COUNTS = frozenset(listed("to by of from for and about around between"))
_DETERMINERS = frozenset(listed("the a an its his her their our this that 's ’s"))
_COUNTED = frozenset(
    listed(
        "people soldiers troops men women children civilians fighters militants rebels refugees prisoners hostages "
        "villages towns homes houses tanks shells rockets missiles drones vehicles km kilometres kilometers miles "
        "metres meters tonnes tons dollars euros pounds percent casualties dead wounded killed injured deaths members "
        "others residents families police officers protesters workers jobs"
    )
)
_FIRST_PLAUSIBLE, _LAST_PLAUSIBLE = 1900, 2100
# What papers of one weekday are known by ("the Sunday Times"), in the lower case of the grammar; not all that a paper may be called.
_PAPERS = frozenset(listed("times telegraph mirror herald mail express post tribune world independent"))
_BEFORE_CLOCKS = frozenset(listed("at about around by until till from after before since between to and"))
_BEFORE_DAYPARTS = frozenset(listed("in at by until till during since before after around from to towards toward early late"))
_BEFORE_ONE_DAY = frozenset(listed("for in after over within of than only just least last past took takes take lasted"))
_BEFORE_SOME = frozenset(listed("just only mere for in over after within of took takes take lasted spent during last past"))


def is_time(phrase: Phrase, words: TimeText) -> bool:
    """Whether a phrase that the grammar found is one of time."""
    check = _CHECKS.get(phrase.rule)
    return check is None or check(phrase, words)


def _is_year(phrase: Phrase, words: TimeText) -> bool:
    """A year stands where times stand, and counts nothing."""
    if phrase.past - phrase.first > 1:
        return words.kind(phrase.past - 2) != WordClass.UNIT or words.word(phrase.past - 2) == "year"
    year, before, after = int(words.word(phrase.first)), words.word(phrase.first - 1), words.word(phrase.past)
    is_plausible = _FIRST_PLAUSIBLE <= year <= _LAST_PLAUSIBLE
    if after in _COUNTED or _is_joined(phrase, words):
        return False
    if before in _BEFORE_YEARS:
        is_count = before in _BEFORE_COUNTS or year % 100 == 0 or not is_plausible
        return not (is_count and words.upos(phrase.past) in ("NOUN", "ADJ"))
    return is_plausible and (before in _DETERMINERS or _stands_alone(phrase, words))


def _is_joined(phrase: Phrase, words: TimeText) -> bool:
    """A number written to a letter or sign: MiG-2000, 2014%."""
    start, end = words.tokens[phrase.first].span.start, words.tokens[phrase.past - 1].span.end
    before, after = words.text[max(0, start - 1) : start], words.text[end : end + 1]
    return before in ("-", "–", "/", "_", "+") or after in ("%", "-", "°", "_")


def _stands_alone(phrase: Phrase, words: TimeText) -> bool:
    """(2014); 2014 was a hard year; the World Cup 2022."""
    before, after = words.word(phrase.first - 1), words.word(phrase.past)
    ends = not words.follows(phrase.past)
    if before == "(" and after in (")", ",", ";"):
        return True
    if before == "." or not words.follows(phrase.first):
        return after == "," or words.upos(phrase.past) in ("AUX", "VERB")
    is_named = words.upos(phrase.first - 1) == "PROPN"
    return is_named and (ends or words.upos(phrase.past) not in ("NOUN", "PROPN", "NUM"))


def _is_month(phrase: Phrase, words: TimeText) -> bool:
    """Not the month of "Black September", which is none."""
    return words.word(phrase.first - 1) not in ("black", "red", "bloody")


def _is_clock(phrase: Phrase, words: TimeText) -> bool:
    """A clock time by its "p.m." or zone, or by the word before it."""
    kinds = set(words.classes[phrase.first : phrase.past])
    marks = {WordClass.MERIDIEM.value, WordClass.ZONE.value, WordClass.CLOCK_WORD.value, WordClass.LOCAL.value}
    written = words.word(phrase.first)
    return bool(kinds & marks) or written.endswith(("am", "pm")) or words.word(phrase.first - 1) in _BEFORE_CLOCKS


def _is_length(phrase: Phrase, words: TimeText) -> bool:
    """No age: 17-year-old, 17 years old, 17 years of age; and not the "one day" of a hope."""
    if words.lower[phrase.first : phrase.past] == ["one", "day"] and words.word(phrase.first - 1) not in _BEFORE_ONE_DAY:
        return False
    after = [words.word(number) for number in range(phrase.past, phrase.past + 2)]
    return after[0] not in ("old", "older", "younger") and after not in (["-", "old"], ["of", "age"], ["–", "old"])


def _is_some(phrase: Phrase, words: TimeText) -> bool:
    """For years; not the years that a report names by other words."""
    is_led = words.word(phrase.first - 1) in _BEFORE_SOME
    return is_led or phrase.past - phrase.first > 1 or words.word(phrase.first) == "decades"


def _is_daypart(phrase: Phrase, words: TimeText) -> bool:
    """At night, in the morning; not the night vision of a device."""
    return words.word(phrase.first - 1) in _BEFORE_DAYPARTS and words.upos(phrase.past) != "NOUN"


def _is_short_year(phrase: Phrase, words: TimeText) -> bool:
    """'82, written together, after a word that years have."""
    is_whole = words.tokens[phrase.first].span.end == words.tokens[phrase.first + 1].span.start
    return is_whole and len(words.word(phrase.first + 1)) == len("82") and words.word(phrase.first - 1) in _BEFORE_YEARS


def _is_decade(phrase: Phrase, words: TimeText) -> bool:
    """Not somebody in her 30s."""
    return words.word(phrase.first - 1) not in ("his", "her", "their", "my", "your", "$", "€", "£")


def _is_deictic(phrase: Phrase, words: TimeText) -> bool:
    """Not the last minute."""
    first, _ = phrase.groups["unit"]
    return words.word(first) not in ("minute", "hour", "second") or words.word(first - 1) == "past"


def _is_weekday(phrase: Phrase, words: TimeText) -> bool:
    """Not a paper or programme of that day that the reader did not know for a name."""
    is_paper = words.word(phrase.past) in _PAPERS and words.is_large(phrase.past)
    is_programme = words.word(phrase.first - 1) == "news" and words.is_large(phrase.first - 1)
    return not (is_paper or is_programme)


def _is_relative_day(phrase: Phrase, words: TimeText) -> bool:
    """Not a paper or programme of that name: written large, it begins a sentence."""
    first, _ = phrase.groups["day"]
    return not (words.is_large(first) and words.upos(first - 1) == "PROPN" and words.follows(first))


_CHECKS: dict[str, Callable[[Phrase, TimeText], bool]] = {
    "year": _is_year,
    "month": _is_month,
    "clock": _is_clock,
    "length": _is_length,
    "one": _is_length,
    "weekday": _is_weekday,
    "relative_day": _is_relative_day,
    "some": _is_some,
    "short_year": _is_short_year,
    "the_daypart": _is_daypart,
    "decade": _is_decade,
    "deictic": _is_deictic,
}
