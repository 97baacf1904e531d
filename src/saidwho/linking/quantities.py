"""What does a figure say, and can two figures both hold?

"400 a day" and "2,500 in six days" are compared as the rates they are. Figures of one day agree where they are within a tenth
of one another, or where a qualifier leaves room ("at least 17" and 20).
"""

import math
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal, Protocol

from saidwho.linking.stems import stem
from saidwho.types.grounding import Figure

# Bodies that count the same thing differ by so much without contradicting each other; the tolerance that we state.
TOLERANCE = 0.1
_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_DURATION = re.compile(r"^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?.*)?$")
# Before a number that another has taken the place of: "rose to 11 from eight", "up from an earlier toll of 14".
_FROM = re.compile(
    r"\bfrom[ \t]+(?:(?:an?|the)[ \t]+)?(?:(?:earlier|previous|initial|preliminary)[ \t]+)?"
    r"(?:(?:toll|count|figure|tally|total)[ \t]+of[ \t]+)?$",
    re.IGNORECASE,
)
# Characters before a number among which "from" stands.
_BEFORE = 48
# "Casualties" are killed and wounded: at least as many as were killed.
_WIDER = {"casualties": {"killed", "wounded", "casualties"}}
# Whoever was executed was killed.
_SAME = {"executed": "killed"}

_HARMED = frozenset({
    "killed", "wounded", "casualties", "missing", "captured", "detained", "displaced", "people", "person", "soldier", "thing",
})  # fmt: skip

Agreement = Literal["same", "agree", "disagree", "apart"]


class Countable(Protocol):
    """What of a quantity is compared; see Quantity."""

    @property
    def kind(self) -> str: ...
    @property
    def nation(self) -> str | None: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...
    @property
    def daily(self) -> tuple[float | None, float | None] | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure made comparable.

    kind: what is counted ("killed", a unit's stem, a currency). nation: whose they are. low, high: as Figure has them.
    daily: the rate a day, where it is one: low and high. is_former: whether its words say that another has taken its place.
    """

    kind: str
    nation: str | None
    victims: frozenset[str]
    low: float | None
    high: float | None
    daily: tuple[float | None, float | None] | None
    since: str | None
    as_of: str | None
    cumulative: bool
    figure: Figure
    is_former: bool = False


def quantity(figure: Figure, nation: str | None, *, text: str = "") -> Quantity:
    """nation: the country of the actor that figure.of names. text: that in which the figure stands."""
    counted = _SAME.get(figure.counts or "", figure.counts)
    kind = figure.currency or counted or stem((figure.unit or "thing").lower().split()[-1])
    return Quantity(
        kind=kind,
        nation=nation,
        victims=frozenset(stem(word) for word in (figure.victims or "").lower().split()),
        low=figure.low,
        high=figure.high,
        daily=_daily(figure),
        since=figure.since,
        as_of=figure.as_of,
        cumulative=figure.cumulative,
        figure=figure,
        is_former=_FROM.search(text[max(figure.span.start - _BEFORE, 0) : figure.span.start]) is not None,
    )


def days_in(duration: str | None) -> float | None:
    """Length in days of an ISO 8601 duration; None where it has no number ("PXW")."""
    found = _DURATION.match(duration or "")
    if not found or not any(found.groups()):
        return None
    years, months, weeks, days, hours = (int(part or 0) for part in found.groups())
    return years * 365.25 + months * 30.44 + weeks * 7 + days + hours / 24 or None


def _daily(figure: Figure) -> tuple[float | None, float | None] | None:
    length = _DAYS.get(figure.per or "") or days_in(figure.over)
    if not length:
        return None
    low, high = (None if side is None else side / length for side in (figure.low, figure.high))
    return low, high


def is_same_thing(one: Countable, other: Countable) -> bool:
    """Whether both count the same: what befell them, and of whom where both tell."""
    kinds = one.kind == other.kind or other.kind in _WIDER.get(one.kind, ()) or one.kind in _WIDER.get(other.kind, ())
    nations = one.nation is None or other.nation is None or one.nation == other.nation
    return kinds and nations


def are_of_others(ones: Iterable[Countable], others: Collection[Countable]) -> bool:
    """Whether both count things of one kind, and whose they are tells them apart: 44 Russian and 60 Ukrainian drones.

    Those harmed are left out: of one fight the dead of both sides are told.
    """
    alike = [(x, y) for x in ones for y in others if x.kind == y.kind and x.kind not in _HARMED]
    return bool(alike) and not any(is_same_thing(x, y) for x, y in alike)


def compare(one: Countable, other: Countable) -> Agreement:
    """same: the same number. agree: both can hold. disagree: they cannot. apart: they count different things.

    A rate and a total have nothing to compare unless the total tells over how long.
    """
    if not is_same_thing(one, other) or one.kind != other.kind or (one.daily is None) != (other.daily is None):
        return "apart"
    a = one.daily or (one.low, one.high)
    b = other.daily or (other.low, other.high)
    if a == b and a != (None, None):
        return "same"
    slack = TOLERANCE
    return "agree" if _can_both_hold(a, b, slack) else "disagree"


def _can_both_hold(a: tuple[float | None, float | None], b: tuple[float | None, float | None], slack: float) -> bool:
    """Whether two ranges, each widened by the tolerance, share a number."""
    low = max(_floor(a) * (1 - slack), _floor(b) * (1 - slack))
    high = min(_ceiling(a) * (1 + slack), _ceiling(b) * (1 + slack))
    return low <= high


def _floor(side: tuple[float | None, float | None]) -> float:
    return 0.0 if side[0] is None else float(side[0])


def _ceiling(side: tuple[float | None, float | None]) -> float:
    return math.inf if side[1] is None else float(side[1])
