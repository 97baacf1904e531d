"""Which rows hold the words of a text?"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from saidwho.record.dialects import are_few, found_numbers, looks_are_cheap, numbers_asked, words_number
from saidwho.record.find.searching import Lead, one_of

# Numbers that are asked about at once; where looks are cheap, twice as many each time until so many.
_BLOCK, _LARGEST = 100, 1600
# In SQLite a look at one number takes as long as going past so many matches, 140 and 1 microseconds. Fewer are gone past than
# that, since they are in vain where the numbers lie far apart.
_LOOK = 30


def lead_of_words(connection: sa.Connection, search: str, text: str, *, of: str = "") -> Lead:
    """Lead by full text."""
    number = words_number(connection.dialect.name)
    found = found_numbers(connection.dialect.name, search, text)
    is_few = are_few(connection, search, text)

    def numbers(low: int, past: int, limit: int) -> sa.Select[Any]:
        asked = found.where(number >= low, number < past)
        if is_few:
            first = asked.cte("found", nesting=True).prefix_with("MATERIALIZED", dialect="postgresql")
            return sa.select(first.c.n).order_by(first.c.n.desc()).limit(limit)
        return asked.order_by(number.desc()).limit(limit)

    return Lead(numbers=numbers, of=of, settles="about")


def with_words(
    connection: sa.Connection, search: str, text: str, numbers: Sequence[int], *, most: int | None = None, whole: int = 1
) -> list[int]:
    """Those of some numbers whose row holds the words of a text. numbers: highest first, as what is returned.

    most: so many are enough, but then all that have the same multiple of whole as the last of them, those of one document.
    """
    asked = found_numbers(connection.dialect.name, search, text)
    goes_past = not looks_are_cheap(connection.dialect.name)
    found: list[int] = []
    at, size = 0, _BLOCK
    while at < len(numbers):
        block = numbers[at : at + size]
        at, size = at + size, min(2 * size, _LARGEST) if looks_are_cheap(connection.dialect.name) else size
        if most is not None and len(found) >= most and block[0] // whole != found[-1] // whole:
            break
        held, settled = _gone_past(connection, asked, block) if goes_past else (set(), 0)
        goes_past = 2 * settled > len(block)
        held |= _looked_at(connection, asked, block[settled:])
        found += [number for number in block if number in held]
    return found


def _gone_past(connection: sa.Connection, asked: sa.Select[int], block: Sequence[int]) -> tuple[set[int], int]:
    """The matches from the first of a block on, and how many of the block they settle."""
    number = words_number(connection.dialect.name)
    limit = _LOOK * len(block)
    found = numbers_asked(connection, asked.where(number <= block[0], number >= block[-1]).order_by(number.desc()).limit(limit))
    if len(found) < limit:
        return set(found), len(block)
    return set(found), sum(one >= found[-1] for one in block)


def _looked_at(connection: sa.Connection, asked: sa.Select[int], block: Sequence[int]) -> set[int]:
    number = words_number(connection.dialect.name)
    return set(numbers_asked(connection, asked.where(one_of(number, block)))) if block else set()
