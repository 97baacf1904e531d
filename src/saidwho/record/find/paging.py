"""How does one look through more than a page?"""

from collections.abc import Callable, Iterator
from typing import Protocol, Self, TypeVar

import sqlalchemy as sa

from saidwho.record.find.filters import LARGEST_PAGE, Filters, Page


class Paged(Protocol):
    """What is asked for a page at a time: Filters, or what holds them."""

    @property
    def start(self) -> str | None:
        """The cursor that the first page begins after."""

    def on_page(self, *, limit: int, cursor: str | None) -> Self:
        """The same, of another page."""


Item = TypeVar("Item")
Asked = TypeVar("Asked", bound=Paged)
Find = Callable[[sa.Connection, Filters], Page[Item]]


def pages(
    connection: sa.Connection,
    find: Callable[[sa.Connection, Asked], Page[Item]],
    asked: Asked,
    *,
    most: int | None = None,
    size: int = LARGEST_PAGE,
) -> Iterator[tuple[Item, ...]]:
    """What a find gives, page by page, without the empty ones. most: so many items at most; all where None. size: of a page."""
    left, cursor = most, asked.start
    while left is None or left > 0:
        page = find(connection, asked.on_page(limit=size if left is None else min(left, size), cursor=cursor))
        if page.items:
            yield page.items
        if left is not None:
            left -= len(page.items)
        cursor = page.next
        if cursor is None:
            return


def items(
    connection: sa.Connection,
    find: Callable[[sa.Connection, Asked], Page[Item]],
    asked: Asked,
    *,
    most: int | None = None,
    size: int = LARGEST_PAGE,
) -> Iterator[Item]:
    """What a find gives, one by one."""
    for page in pages(connection, find, asked, most=most, size=size):
        yield from page
