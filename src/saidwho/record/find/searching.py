"""How is a page found without looking through the whole record?

Each filter has an index that gives its matches newest first. The filter with the fewest matches leads: its next matches
are taken a few at a time, and the other filters are asked about those alone. So the work is bounded by what is looked at
(MOST), whatever the filters; a page that is not full by then says where to go on.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from saidwho.record.dialects import as_filter, as_rows, goes_through, numbers_asked
from saidwho.record.keys import HIGHEST, PLACES

# A row whose first column is its number.
Found = TypeVar("Found", bound="sa.Row[Any]")

# Matches of the leading filter that are looked at for one page, in rounds: most pages are full after the first two.
ROUNDS = (100, 400, 1500, 4000)
MOST = sum(ROUNDS)
# Which filter leads is chosen anew until a round of this size; each that might costs a question.
CHOSEN_AGAIN = ROUNDS[1]
# Of so many actors or places each has its own stretch of the index; with more, one after the other is asked.
_BRANCHES = 40
# Rows that lie beside one another are gone through where there are no more than so many for each number that is asked about.
_BESIDE = 3

Window = tuple[int, int]
Asked = sa.Select[Any] | sa.CompoundSelect[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """A filter that can lead. numbers(low, past, limit): asks for its matches from low to before past, highest first.

    of: what the numbers are of, which whoever fetches by them must know. settles: the filter that need not be asked again.
    is_part: they are of parts of documents, while documents are looked for.
    """

    numbers: Callable[[int, int, int], Asked]
    of: str = ""
    settles: str = ""
    is_part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Matches of a leading filter, highest first, and all of them from the border on. past: of the window it was asked for.

    parts: where it leads to parts of documents, the parts that the documents of numbers have.
    """

    numbers: tuple[int, ...]
    border: int
    past: int
    of: str = ""
    settles: str = ""
    parts: tuple[int, ...] = ()


def lead_of(column: sa.ColumnElement[int], *conditions: sa.ColumnElement[bool], of: str = "", is_part: bool = False) -> Lead:
    """Lead by the rows of one table. column: the number. conditions: what the index begins with."""

    def numbers(low: int, past: int, limit: int) -> sa.Select[Any]:
        asked = sa.select(column.label("n")).where(*conditions, column >= low, column < past)
        return asked.order_by(column.desc()).limit(limit)

    return Lead(numbers=numbers, of=of, is_part=is_part)


def lead_of_any(
    column: sa.ColumnElement[int],
    key: sa.ColumnElement[Any],
    values: Sequence[int],
    *,
    of: str = "",
    settles: str = "",
    is_part: bool = False,
) -> Lead:
    """Lead by the rows whose key is one of some values: each value's rows lie in order, and so are merged."""

    def numbers(low: int, past: int, limit: int) -> Asked:
        if len(values) == 1:
            return lead_of(column, key == values[0]).numbers(low, past, limit)
        parts = [lead_of(column, key == value).numbers(low, past, limit).subquery() for value in values]
        together = sa.union_all(*(sa.select(part.c.n) for part in parts)).subquery()
        return sa.select(together.c.n).order_by(together.c.n.desc()).limit(limit)

    return Lead(numbers=numbers, of=of, settles=settles, is_part=is_part)


def holding(
    connection: sa.Connection, column: sa.ColumnElement[int], key: sa.ColumnElement[int], numbers: Sequence[int], values: Sequence[int]
) -> list[int]:
    """Which of some numbers have a row whose key is one of some values. numbers: highest first."""
    if not values or not numbers:
        return []
    found, rest = _gone_through(connection, column, key, numbers, values)
    if rest:
        dialect = connection.dialect.name
        compared, rows = as_filter(dialect, key, values), as_rows(dialect, values)
        asked = sa.select(column).where(one_of(column, rest), one_of(compared, values) if rows is None else compared.in_(rows))
        found |= set(numbers_asked(connection, asked))
    return [number for number in numbers if number in found]


def _gone_through(
    connection: sa.Connection, column: sa.ColumnElement[int], key: sa.ColumnElement[int], numbers: Sequence[int], values: Sequence[int]
) -> tuple[set[int], Sequence[int]]:
    """The rows of a few values between the first and the last of many numbers, and the numbers that are not settled by them.

    In PostgreSQL a look at one number takes as long as 30 rows that lie beside one another.
    """
    if not goes_through(connection.dialect.name, len(numbers), len(values)):
        return set(), numbers
    limit = _BESIDE * len(numbers)
    asked = lead_of_any(column, key, values).numbers(min(numbers), max(numbers) + 1, limit)
    found = numbers_asked(connection, asked)
    return set(found), [number for number in numbers if number < found[-1]] if len(found) == limit else ()


def can_lead(values: Sequence[int]) -> bool:
    """Whether lead_of_any may be asked: every value costs a look into the index."""
    return 0 < len(values) <= _BRANCHES


class _Numbers(sa.types.UserDefinedType[Any]):
    """Numbers as one value. SQLAlchemy's own way to write many takes 5 microseconds for each."""

    cache_ok = True

    def literal_processor(self, dialect: sa.Dialect) -> Callable[[Any], str]:
        """Write them as a list of SQL, in SQLite."""
        del dialect
        return lambda numbers: f"({','.join(map(str, numbers))})"

    def bind_processor(self, dialect: sa.Dialect) -> Callable[[Any], str]:
        """Send them as an array of PostgreSQL."""
        del dialect
        return lambda numbers: f"{{{','.join(map(str, numbers))}}}"


class _OneOf(FunctionElement[bool]):
    """Whether a column is one of many numbers."""

    inherit_cache = True
    type = sa.Boolean()

    def self_group(self, against: Any = None) -> "_OneOf":
        """It is a condition as it stands. SQLAlchemy would compare it with 1 in SQLite, which then uses no index for it."""
        del against
        return self


@compiles(_OneOf)
def _written_out(element: _OneOf, compiler: SQLCompiler, **options: Any) -> str:
    column, numbers = element.clauses
    # A query of SQLite holds only so many parameters.
    return f"{compiler.process(column, **options)} IN {compiler.process(numbers, **options | {'literal_execute': True})}"


@compiles(_OneOf, "postgresql")
def _as_array(element: _OneOf, compiler: SQLCompiler, **options: Any) -> str:
    column, numbers = element.clauses
    # The words of the query stay the same, so that the server need not read thousands of numbers as SQL and plan anew.
    return f"{compiler.process(column, **options)} = ANY ({compiler.process(numbers, **options)}::bigint[])"


def one_of(column: sa.ColumnElement[Any], values: Iterable[int]) -> sa.ColumnElement[bool]:
    """A column is one of many numbers."""
    found = sorted(set(map(int, values)))
    if not found:
        return sa.false()
    return _OneOf(column, sa.bindparam(None, found, unique=True, type_=_Numbers()))


def search(
    connection: sa.Connection,
    leads: Sequence[Lead],
    window: Window,
    fetch: Callable[[Round, int], Sequence[Found]],
    *,
    limit: int,
    whole: int = 1,
) -> tuple[list[Found], int | None]:
    """Up to limit items, and the number to go on below; None where there is no more.

    fetch(round, most): the items among the matches of a round that all filters let through, highest first; their first
    column is their number. whole: all matches of a multiple of it are in one round: those of a whole document.
    """
    found: list[Found] = []
    low, past = window
    for size in ROUNDS:
        if len(leads) > 1 and size <= CHOSEN_AGAIN:
            matches, chosen = _next_round(connection, leads, (low, past), size=size, whole=whole)
            leads = leads if size < CHOSEN_AGAIN else [chosen]
        else:
            matches = _ask(connection, leads[0], (low, past), size=size, whole=whole)
        if matches.numbers:
            found += fetch(matches, limit + 1 - len(found))
        if len(found) > limit:
            return found[:limit], int(found[limit - 1][0])
        if matches.border <= low:
            return found, None
        past = matches.border
    return found, past


def _next_round(connection: sa.Connection, leads: Sequence[Lead], window: Window, *, size: int, whole: int) -> tuple[Round, Lead]:
    """The next matches of the filter that has the fewest, and that filter: of all a few are looked at, and of that one all."""
    best, chosen = Round(numbers=(), border=window[1], past=window[1]), leads[0]
    for lead in leads:
        found = _ask(connection, lead, window, size=min(size, ROUNDS[0]), whole=whole)
        if found.border < best.border or (found.border == best.border and len(found.numbers) < len(best.numbers)):
            best, chosen = found, lead
        if best.border == window[0] and not best.numbers:
            break
    if best.past != best.border and (size <= ROUNDS[0] or best.border <= window[0]):
        return best, chosen
    return _ask(connection, chosen, window, size=size, whole=whole), chosen


def _ask(connection: sa.Connection, lead: Lead, window: Window, *, size: int, whole: int) -> Round:
    step = PLACES if lead.is_part else whole
    scale = PLACES if lead.is_part else 1
    low, past = window[0] * scale, min(-(-window[1] * scale // step) * step, HIGHEST)
    numbers = numbers_asked(connection, lead.numbers(low, past, size))
    border = low
    if len(numbers) == size:
        border = numbers[-1] // step * step
        if border < numbers[-1]:
            numbers += numbers_asked(connection, lead.numbers(border, numbers[-1], step))
    parts = tuple(numbers) if lead.is_part else ()
    if lead.is_part:
        numbers, border = [number // PLACES for number in numbers], border // PLACES
    return Round(numbers=tuple(dict.fromkeys(numbers)), border=border, past=window[1], of=lead.of, settles=lead.settles, parts=parts)
