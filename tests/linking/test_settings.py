"""When and where parts of texts are."""

from datetime import date

import pytest

from saidwho.linking.days import Days
from saidwho.linking.settings import Told
from saidwho.types.document import Span


def on(day: int) -> Days:
    told = date(2024, 5, day).toordinal()
    return Days(first=told, last=told)


# A text of two paragraphs of a hundred characters, which tells of a day at 20 and at 150.
TEXT = Told([20, 150], [on(1), on(2)])
FIRST, SECOND = Span(start=0, end=100), Span(start=101, end=200)


@pytest.mark.parametrize(
    ("expected", "start", "end", "paragraph"),
    [
        (on(1), 60, 80, FIRST),
        (on(1), 10, 30, FIRST),
        (on(2), 160, 180, SECOND),
        (on(2), 110, 130, SECOND),
        (on(1), 110, 130, Span(start=101, end=140)),
    ],
)
def test_a_part_of_a_text_is_when_it_was_told_last(expected: Days, start: int, end: int, paragraph: Span) -> None:
    """Its own paragraph goes before what stands above it, even where that tells the day only later."""
    assert expected == TEXT.near(start, end, paragraph)


def test_a_text_that_tells_no_day_has_none() -> None:
    """Nothing is guessed."""
    empty: Told[Days] = Told([], [])
    assert empty.near(0, 10, FIRST) is None
