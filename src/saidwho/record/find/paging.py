"""How does one look through more than a page?"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

import sqlalchemy as sa

from saidwho.record.find.filters import LARGEST_PAGE, Filters, Page

Item = TypeVar("Item")
Find = Callable[[sa.Connection, Filters], Page[Item]]


def pages(connection: sa.Connection, find: Find[Item], filters: Filters, *, most: int | None = None) -> Iterator[tuple[Item, ...]]:
    """What a find gives, page by page, without the empty ones. most: so many items at most; all where None."""
    left, cursor = most, filters.cursor
    while left is None or left > 0:
        size = LARGEST_PAGE if left is None else min(left, LARGEST_PAGE)
        page = find(connection, replace(filters, limit=size, cursor=cursor))
        if page.items:
            yield page.items
        if left is not None:
            left -= len(page.items)
        cursor = page.next
        if cursor is None:
            return


def items(connection: sa.Connection, find: Find[Item], filters: Filters, *, most: int | None = None) -> Iterator[Item]:
    """What a find gives, one by one."""
    for page in pages(connection, find, filters, most=most):
        yield from page
