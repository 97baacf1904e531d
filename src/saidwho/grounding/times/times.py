"""When does a report say that things happen?

The words of time of a text are found by a grammar of our own and set against the day of publication, on the calendar of the
outlet, and against the times the text has told before. What these do not settle has no value.

What we decided where the words leave a choice:

- A weekday is the nearest one up to publication, that day included; the coming one where the governing verb looks ahead, after "until",
  and with "next". A month or a date without a year likewise; a date that names an event ("the May 3 attacks") only where it is near.
- In a quotation "today", "yesterday", "last night" are told from the day when it was said, where the text names that day.
- "last night" is named by the day it began on; "overnight", which may be before or after midnight, is both days.
- "earlier this month" is the interval from the first of the month to publication, for the month alone would lie partly ahead.
- "early", "mid-", "late" are thirds, with approximate ends. "since the start of" and "until the end of" are exact.
- "the past week" runs up to publication; "last week" is the calendar's, Monday to Sunday.
- "the previous day", "two days later", clock times and "the day" are told from the last day of the text; without one they have no value.
- "on a day when" is the last day the text told; uncertain ("?") where it told several.
- "since" and "until", "by", "before", "after" open an interval, unless a noun follows ("after Thursday's attack").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from saidwho.grounding.times.anchors import published_day
from saidwho.grounding.times.calendar import between
from saidwho.grounding.times.grammar import Phrase, phrases
from saidwho.grounding.times.joins import Ends, joined, open_end, shaded
from saidwho.grounding.times.lookalikes import is_time
from saidwho.grounding.times.orders import day_first
from saidwho.grounding.times.setting import Setting, Story, Value
from saidwho.grounding.times.tenses import heading
from saidwho.grounding.times.text import TimeText, time_text
from saidwho.grounding.times.values import value_of
from saidwho.text.sayings import Sayings
from saidwho.types.document import Span
from saidwho.types.grounding import Time
from saidwho.types.reading import Reading

_OPEN_PREC = 5
# Told from the day on which the words are said.
_OF_THE_DAY = frozenset({"relative_day", "day_around", "this_daypart"})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MARKS = frozenset('“"‘«„')


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outlet:
    """What is known of where and when a text was printed. quoted: quotations that were said on a day the text names, with that day."""

    published: date | None
    day_first: bool | None
    quoted: tuple[tuple[Span, date], ...] = ()

    def day_at(self, phrase: Phrase, words: TimeText) -> date | None:
        """The day that a phrase is told from: "yesterday" in a quotation from the day when that was said."""
        start = words.tokens[phrase.first].span.start
        said = (day for span, day in self.quoted if span.start <= start < span.end)
        return next(said, self.published) if phrase.rule in _OF_THE_DAY else self.published


def ground_times(text: str, reading: Reading, *, published: str | None, zone: str | None) -> tuple[Time, ...]:
    """Find the times of a text, in its order, none overlapping.

    published: a date, or RFC 3339 with its offset; without it only absolute dates have a value.
    zone: the outlet's IANA time zone, on whose calendar "today" is; the offset's own where it is None.

    A mention has no preposition ("on Thursday" is "Thursday") but for the ends of an interval ("from 3 to 5 May").
    Raises GroundingError for a publication date or a zone that is none.
    """
    outlet = _Outlet(published=published_day(published, zone), day_first=day_first(zone))
    words = time_text(text, reading)
    times = tuple(_told(words, outlet))
    quoted = tuple(_quoted(text, reading, times))
    return tuple(_told(words, replace(outlet, quoted=quoted))) if quoted else times


def _quoted(text: str, reading: Reading, times: tuple[Time, ...]) -> Iterator[tuple[Span, date]]:
    """The quotations of which the text says on which day they were spoken, with that day."""
    sayings = Sayings(text, reading, times)
    for attribution in reading.attributions:
        time = sayings.spoken(attribution)
        if time is None or time.edtf is None or not _DAY.fullmatch(time.edtf):
            continue
        for span in attribution.content:
            if not _MARKS.isdisjoint(text[max(0, span.start - 1) : span.start + 1]):
                yield span, date.fromisoformat(time.edtf)


def _told(words: TimeText, outlet: _Outlet) -> Iterator[Time]:
    """The times in the order they are told, each with what was told before it."""
    story = Story()
    for first, past in words.paragraphs:
        found = [phrase for phrase in phrases(words.classes, first=first, past=past) if is_time(phrase, words)]
        for ends in joined(found, words):
            value = shaded(_value(ends, words, outlet, story), ends, words)
            yield _time(value, ends, words)
            if value.period and not value.duration:
                is_open = open_end(value.period, ends, words) is not None
                story = replace(story, last=value.period) if is_open else story.told(value.period)


def _value(ends: Ends, words: TimeText, outlet: _Outlet, story: Story) -> Value:
    begin = value_of(_setting(ends.begin, words, outlet, story))
    if ends.end is None:
        return begin
    end = value_of(_setting(ends.end, words, outlet, story))
    return Value(period=between(begin.period, end.period) if begin.period and end.period else None)


def _setting(phrase: Phrase, words: TimeText, outlet: _Outlet, story: Story) -> Setting:
    return Setting(
        phrase=phrase,
        words=words,
        published=outlet.day_at(phrase, words),
        story=story,
        heading=partial(heading, words, phrase.first, phrase.past),
        day_first=outlet.day_first,
    )


def _time(value: Value, ends: Ends, words: TimeText) -> Time:
    span = Span(start=words.tokens[ends.first].span.start, end=words.tokens[ends.past - 1].span.end)
    if value.period is None:
        return Time(span=span, edtf=None, date_prec=None, duration=value.duration)
    opened = open_end(value.period, ends, words)
    return Time(
        span=span,
        edtf=opened or value.period.edtf,
        date_prec=_OPEN_PREC if opened else value.period.date_prec,
        duration=value.duration,
    )
