"""Words are asked for in whichever way costs less, and the answer is the same."""

import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from saidwho.record.dialects import add_words
from saidwho.record.find import words
from saidwho.record.find.words import with_words
from saidwho.record.record import Record

# Some rows hold a word that nearly all hold, others one that few hold.
ROWS = 3_000
NUMBERS = st.sets(st.integers(0, ROWS - 1), min_size=1, max_size=400)
WORDS = st.sampled_from(["ship", "mine", "grain mine", "port"])


def told(number: int) -> str:
    return f"grain {'ship ' if number % 7 else ''}{'mine' if number % 301 == 0 else ''}"


def test_those_that_hold_the_words_are_found(record: Record) -> None:
    """Whether the numbers lie close together or far apart, for a frequent word and a rare one, all of them or the first few."""
    record.write(lambda connection: add_words(connection, "statement_search", [(number, told(number), "") for number in range(ROWS)]))
    with record.reading() as connection:
        check(connection)


def check(connection: sa.Connection) -> None:
    @given(
        st.sets(st.integers(0, ROWS - 1), min_size=1, max_size=400),
        st.sampled_from(["ship", "mine", "grain mine", "port"]),
        st.integers(1, 60),
    )
    def same(numbers: set[int], text: str, most: int) -> None:
        asked = sorted(numbers, reverse=True)
        expected = [number for number in asked if all(word in told(number).split() for word in text.split())]
        assert expected == with_words(connection, "statement_search", text, asked)
        some = with_words(connection, "statement_search", text, asked, most=most, whole=10)
        assert expected[: len(some)] == some
        assert len(some) == len(expected) or len(some) >= most
        # A document is there as a whole, or not at all.
        assert not some or len(some) == len(expected) or expected[len(some)] // 10 != some[-1] // 10

    same()
    before = words._LOOK
    try:
        words._LOOK = 1  # nothing is gone past for long
        same()
    finally:
        words._LOOK = before
