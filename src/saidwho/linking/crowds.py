"""How do many pairs of nodes compare, at once?

The same as features.features and constraints.forbidden say of one pair, for columns of pairs: a test holds the two against each
other. Every step is one of single numbers, so that a pair compares the same whatever pairs stand beside it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from saidwho.linking import sketches as of
from saidwho.linking.columns import Bools, Columns, Floats, Ints
from saidwho.linking.constraints import AGAIN, APART, ATTACK, LONG, PRINTED_APART, SURE
from saidwho.linking.features import DAY_SLACK, FAR, FEW, FORTNIGHT, MANY, NEAR, ONE_STORY, steps_apart, told_near
from saidwho.linking.outcomes import are_opposed
from saidwho.linking.quantities import are_of_others, compare, is_same_thing
from saidwho.linking.sketches import Amount, Spot, word_number
from saidwho.linking.spots import compare_places

# So many pairs of values are remembered, 30 MB.
_REMEMBERED = 1 << 18
_WHERE = ("unknown", "same", "inside", "other")
_FIGURES = ("apart", "figure same", "figure agrees", "figure other", "counted other")


@dataclass(frozen=True, kw_only=True, eq=False)
class Crowd:
    """Pairs of rows of columns. closeness: cosines of their sentence vectors, None where there are none."""

    columns: Columns
    one: Ints
    other: Ints
    closeness: Floats | None = None

    def take(self, which: Bools | Ints) -> "Crowd":
        """Some of the pairs, whose cosines are not known yet."""
        return Crowd(columns=self.columns, one=self.one[which], other=self.other[which])

    def both(self, column: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
        return column[self.one], column[self.other]

    def marked(self, bit: int) -> tuple[Bools, Bools]:
        return self.both(self.columns.marked(bit))

    def differ(self, bit: int) -> Bools:
        one, other = self.marked(bit)
        found: Bools = one != other
        return found

    @cached_property
    def stems(self) -> Ints:
        """How many stems they share."""
        return self.columns.stems.shared(self.one, self.other)

    @cached_property
    def is_one_text(self) -> Bools:
        return self.columns.documents.shared(self.one, self.other) > 0

    @cached_property
    def is_one_statement(self) -> Bools:
        return self.columns.statements.shared(self.one, self.other) > 0

    @cached_property
    def gap(self) -> tuple[Bools, Ints]:
        """Whether both were said or printed on known days, and how many days apart."""
        one, other = self.both(self.columns.is_dated)
        days = np.abs(self.columns.day[self.one] - self.columns.day[self.other])
        return one & other, days

    @cached_property
    def apart(self) -> tuple[Bools, Ints]:
        """Whether both tell when, and the days between."""
        columns = self.columns
        one, other = self.both(columns.is_timed)
        first, last = self.both(columns.first), self.both(columns.last)
        days = np.maximum(0, np.maximum(first[0] - last[1], first[1] - last[0]))
        night = self.marked(of.LAST_NIGHT)
        return one & other, np.where(night[0] & night[1], np.abs(last[0] - last[1]), days)

    @cached_property
    def slack(self) -> Ints:
        """How many days apart one happening may be told; see features.day_slack."""
        loose, night = self.marked(of.LOOSE), self.marked(of.LAST_NIGHT)
        return np.where((loose[0] | loose[1]) & ~(night[0] & night[1]), DAY_SLACK, 0)

    @cached_property
    def is_open(self) -> Bools:
        one, other = self.both(self.columns.is_open)
        found: Bools = one | other
        return found

    @cached_property
    def where(self) -> Ints:
        """How their places compare, as numbers of _WHERE."""
        return _by_kind(*self.both(self.columns.spots[0]), self.columns.spots[1], _places)

    @cached_property
    def there(self) -> Ints:
        """How the places of their parts of the texts compare, as numbers of _WHERE."""
        return _by_kind(*self.both(self.columns.there[0]), self.columns.there[1], _places)

    @cached_property
    def then(self) -> tuple[Bools, Ints]:
        """Whether the days of their parts of the texts are known, and how many are between."""
        known, first, last = map(self.both, self.columns.then)
        return known[0] & known[1], np.maximum(0, np.maximum(first[0] - last[1], first[1] - last[0]))

    @cached_property
    def figures(self) -> Ints:
        """How their figures compare, as numbers of _FIGURES; 0 where one has none."""
        return _by_kind(*self.both(self.columns.amounts[0]), self.columns.amounts[1], _figures)

    @cached_property
    def counts_of_others(self) -> Bools:
        """In which pairs both count things of one kind that are of two owners; see quantities.are_of_others."""
        return _by_kind(*self.both(self.columns.amounts[0]), self.columns.amounts[1], _of_others).astype(np.bool_)

    @cached_property
    def counts(self) -> tuple[Bools, Bools]:
        """Which of the two have figures."""
        has = np.fromiter((bool(one) for one in self.columns.amounts[1]), dtype=np.bool_, count=len(self.columns.amounts[1]))
        one, other = self.both(self.columns.amounts[0])
        return has[one], has[other]

    @cached_property
    def alike(self) -> Floats:
        """How surely two texts are of one story; see features.story_of."""
        is_known, day = self.columns.printed
        dated, days = is_known[self.one] & is_known[self.other], np.abs(day[self.one] - day[self.other])
        found: Floats = self.same_names * np.where(dated, np.maximum(0.0, 1 - days / FAR), 1.0)
        return found

    @cached_property
    def paragraphs(self) -> Floats:
        """Whether their paragraphs are each other's nearest in their texts, where these are two; see paragraphs.nearest."""
        text, paragraph, parted = self.columns.paragraphs
        found, of_two = np.zeros(len(self.one)), np.flatnonzero(~self.is_one_text)
        one, other = self.one[of_two], self.other[of_two]
        found[of_two] = parted.nearest((text[one], paragraph[one]), (text[other], paragraph[other]))
        return found

    @cached_property
    def same_names(self) -> Floats:
        """How surely two texts are of one story by the names in them alone; see features.same_names."""
        text, names = self.columns.texts
        one, other = self.both(text)
        found: Floats = np.minimum(1.0, 2 * names.shared(one, other) / np.maximum(names.sizes[one] + names.sizes[other], 1) / ONE_STORY)
        return found


class _OfTwo:
    """What a function says of two values, remembered by numbers for them: to look for values themselves takes many times as long."""

    def __init__(self, of_two: Callable[[Any, Any], int]) -> None:
        self._of_two = of_two
        self._numbers: dict[Any, int] = {}
        self._told: dict[tuple[int, int], int] = {}

    def tell(self, values: list[Any], pairs: Iterable[tuple[int, int]]) -> list[int]:
        """What it says of pairs of places among values."""
        if len(self._told) > _REMEMBERED:
            self._numbers, self._told = {}, {}
        numbers = [self._numbers.setdefault(value, len(self._numbers)) for value in values]
        told = []
        for one, other in pairs:
            both = numbers[one], numbers[other]
            if both not in self._told:
                self._told[both] = self._of_two(values[one], values[other])
            told.append(self._told[both])
        return told


def _by_kind(one: Ints, other: Ints, values: list[Any], of_two: _OfTwo) -> Ints:
    """What is said of the values of two codes. It is asked once for each pair of codes, the smaller first."""
    low, high = np.minimum(one, other), np.maximum(one, other)
    kinds, found = np.unique(low * len(values) + high, return_inverse=True)
    asked = zip(*(part.tolist() for part in np.divmod(kinds, max(1, len(values)))), strict=True)
    return np.array(of_two.tell(values, asked), dtype=np.int64)[found]


def _where(one: tuple[Spot, ...], other: tuple[Spot, ...]) -> int:
    return _WHERE.index(compare_places(one, other))


def _agreeing(one: tuple[Amount, ...], other: tuple[Amount, ...]) -> int:
    if not one or not other:
        return 0
    outcomes = {compare(x, y) for x in one for y in other}
    for outcome, name in (("same", "figure same"), ("agree", "figure agrees"), ("disagree", "figure other")):
        if outcome in outcomes:
            return _FIGURES.index(name)
    alike = any(is_same_thing(x, y) and x.kind == y.kind for x in one for y in other)
    return 0 if alike else _FIGURES.index("counted other")


_places, _figures, _of_others = _OfTwo(_where), _OfTwo(_agreeing), _OfTwo(are_of_others)


def barred(crowd: Crowd) -> Bools:
    """Which pairs can never be one claim, whatever each affirms or negates; see constraints.forbidden."""
    columns = crowd.columns
    event, score = crowd.both(columns.event), crowd.both(columns.score)
    other_event = (event[0] > 0) & (event[1] > 0) & (event[0] != event[1]) & (np.minimum(*score) >= SURE)
    timed, days = crowd.apart
    length = np.maximum(*crowd.both(columns.last - columns.first + 1))
    day = crowd.both((columns.last == columns.first) | columns.marked(of.LAST_NIGHT))
    attacks = (event[0] == word_number(ATTACK)) & (event[0] == event[1]) & (np.minimum(*score) >= SURE) & day[0] & day[1]
    other_time = timed & ~crowd.is_open & (length <= LONG) & (days > np.where(attacks, crowd.slack, APART))
    dated, gap = crowd.gap
    found: Bools = other_event | other_time
    at = np.flatnonzero(~found & dated & (gap > PRINTED_APART) & (~timed | (days > APART)))
    found[at] = crowd.take(at).same_names < AGAIN
    left = np.flatnonzero(~found)
    rest = crowd.take(left)
    found[left] = rest.counts_of_others
    left = left[~found[left]]
    found[left] = _elsewhere(crowd.take(left))
    return found


def _elsewhere(crowd: Crowd) -> Bools:
    lent = crowd.marked(of.LENT)
    found: Bools = (crowd.where == _WHERE.index("other")) & ~(lent[0] | lent[1])
    return found


def opposed(crowd: Crowd) -> Bools:
    """Which pairs leave things in opposite states; see outcomes.are_opposed."""
    one, other = crowd.both(crowd.columns.marks >> of.OUTCOMES)
    found: Bools = are_opposed(one, other)
    return found


def answered(crowd: Crowd) -> Bools:
    """In which pairs one answers the other, right behind it in a text of both; see features.answers."""
    answering = crowd.marked(of.ANSWERS)
    found: Bools = crowd.is_one_text & (answering[0] != answering[1])
    rows = crowd.columns.sketches
    for at in np.flatnonzero(found):
        here, there = rows[crowd.one[at]].places, rows[crowd.other[at]].places
        steps = [(a - b) if answering[0][at] else (b - a) for text, a in here for other, b in there if text == other]
        found[at] = 1 in steps
    return found


@dataclass(frozen=True, kw_only=True, eq=False)
class Found:
    """The features of pairs, each made when it is asked for."""

    crowd: Crowd
    _made: dict[str, Floats] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Floats:
        if name not in self._made:
            for makes in _MAKERS[name](self.crowd).items():
                self._made[makes[0]] = np.asarray(makes[1], dtype=np.float64)
        return self._made[name]


def _words(crowd: Crowd) -> Mapping[str, NDArray[Any]]:
    one, other = crowd.both(crowd.columns.stems.sizes)
    shortest = np.minimum(one, other)
    return {
        "words": 2 * crowd.stems / np.maximum(one + other, 1),
        "contained": np.where(shortest > 2, crowd.stems / np.maximum(shortest, 1), 0.0),
        "short": shortest <= FEW,
        "length": np.minimum(shortest, MANY) / MANY,
    }


def _meaning(crowd: Crowd) -> Mapping[str, NDArray[Any]]:
    return {"meaning": np.maximum(0.0, crowd.closeness) if crowd.closeness is not None else np.zeros(len(crowd.one))}


def _event(crowd: Crowd) -> Mapping[str, NDArray[Any]]:
    one, other = crowd.both(crowd.columns.event)
    both = (one > 0) & (other > 0)
    negated, deny = crowd.differ(of.NEGATED), crowd.marked(of.DENY)
    return {
        "event same": both & (one == other),
        "event other": both & (one != other),
        **_matter(crowd),
        "event open": (one > 0) != (other > 0),
        "act other": crowd.differ(of.TELLS),
        "polarity other": negated & ~(deny[0] | deny[1]),
        "modality other": crowd.differ(of.UNTOLD),
        "conduct same": crowd.columns.conduct.shared(crowd.one, crowd.other) > 0,
    }


def _matter(crowd: Crowd) -> Mapping[str, Bools]:
    one, other = crowd.both(crowd.columns.matter)
    both = (one > 0) & (other > 0)
    return {"matter same": both & (one == other), "matter other": both & (one != other)}


def _doers(crowd: Crowd) -> Mapping[str, NDArray[Any]]:
    found = {}
    sides = (("doer", crowd.columns.doers, of.DOING_NATION), ("sufferer", crowd.columns.receivers, of.SUFFERING_NATION))
    for what, keys, nation in sides:
        one, other = crowd.both(keys.sizes)
        same = keys.shared(crowd.one, crowd.other) > 0
        nations = crowd.marked(nation)
        found[f"{what} same"] = same
        found[f"{what} other"] = (one > 0) & (other > 0) & ~same & nations[0] & nations[1]
    return found


def _setting(crowd: Crowd) -> Mapping[str, NDArray[Any]]:
    timed, days = crowd.apart
    told = timed & ~crowd.is_open
    dated, gap = crowd.gap
    speaker = crowd.both(crowd.columns.speaker)
    return {
        **{f"place {where}": crowd.where == _WHERE.index(where) for where in _WHERE[1:]},
        "day same": told & (days <= crowd.slack),
        "day other": told & (days > crowd.slack),
        "printed near": dated & (gap <= NEAR),
        "printed far": np.where(dated, np.minimum(1.0, gap / FAR), 0.0),
        "speaker same": (speaker[0] > 0) & (speaker[0] == speaker[1]),
    }


def _part_of_text(crowd: Crowd) -> Mapping[str, NDArray[Any]]:
    known, days = crowd.then
    return {
        **{f"there {where}": crowd.there == _WHERE.index(where) for where in _WHERE[1:]},
        "then same": known & (days <= DAY_SLACK),
        "then other": known & (days > DAY_SLACK),
        "then far": np.where(known, np.minimum(1.0, days / FORTNIGHT), 0.0),
    }


def _counting(crowd: Crowd) -> Mapping[str, NDArray[Any]]:
    one, other = crowd.counts
    toll = crowd.marked(of.TOLL)
    alone = one != other
    is_toll = (one & toll[0]) | (other & toll[1])
    found = {name: crowd.figures == _FIGURES.index(name) for name in _FIGURES[1:]}
    return found | {"one toll": alone & is_toll, "one count": alone & ~is_toll, "one rate": crowd.differ(of.RATE)}


def _text(crowd: Crowd) -> Mapping[str, NDArray[Any]]:
    together, text = crowd.is_one_statement, crowd.is_one_text
    told = text & ~together
    return {
        "told together": together,
        "toll together": together & crowd.differ(of.TOLL),
        "text same": told,
        **_told_near(crowd, told),
    }


def _told_near(crowd: Crowd, told: Bools) -> Mapping[str, Floats]:
    """What the statements between two of one text tell; see features.told_near."""
    found = {name: np.zeros(len(told)) for name in ("told after", "told soon after", "told far off")}
    rows = crowd.columns.sketches
    for at in np.flatnonzero(told):
        steps = steps_apart(rows[crowd.one[at]].places, rows[crowd.other[at]].places)
        for name, value in told_near(steps).items():
            found[name][at] = value
    return found


def _topic(crowd: Crowd) -> Mapping[str, NDArray[Any]]:
    one, other = crowd.both(crowd.columns.names.sizes)
    shared = crowd.columns.names.shared(crowd.one, crowd.other)
    alike = np.where(crowd.is_one_text, 1.0, crowd.alike)
    heads, deep, own = crowd.marked(of.HEADS), crowd.marked(of.FOLLOWS), crowd.marked(of.OWN_VOICE)
    harm, refers = crowd.marked(of.HARM), crowd.marked(of.REFERS)
    return {
        "names": 2 * shared / np.maximum(one + other, 1),
        "names other": (np.minimum(one, other) > 0) & (shared == 0),
        "texts alike": np.where(crowd.is_one_text, 0.0, alike),
        "paragraphs": crowd.paragraphs,
        "leads": alike * (heads[0] & heads[1]),
        "one leads": alike * (heads[0] != heads[1]),
        "both follow": alike * (deep[0] & deep[1]),
        "own voices": own[0] & own[1],
        "tolls": alike * (harm[0] & harm[1]),
        "refers back": alike * (refers[0] | refers[1]),
    }


_TOPIC = ("names", "names other", "texts alike", "paragraphs", "leads", "one leads", "both follow", "own voices", "tolls", "refers back")
_MAKERS: Mapping[str, Callable[[Crowd], Mapping[str, NDArray[Any]]]] = {
    **dict.fromkeys(("words", "contained", "short", "length"), _words),
    "meaning": _meaning,
    **dict.fromkeys(("matter same", "matter other"), _event),
    **dict.fromkeys(("event same", "event other", "event open", "act other", "polarity other", "modality other", "conduct same"), _event),
    **dict.fromkeys(("doer same", "doer other", "sufferer same", "sufferer other"), _doers),
    **dict.fromkeys(("place same", "place inside", "place other", "day same", "day other"), _setting),
    **dict.fromkeys(("there same", "there inside", "there other", "then same", "then other", "then far"), _part_of_text),
    **dict.fromkeys(("printed near", "printed far", "speaker same"), _setting),
    **dict.fromkeys(("figure same", "figure agrees", "figure other", "counted other", "one toll", "one count", "one rate"), _counting),
    **dict.fromkeys(("told together", "toll together", "text same", "told after", "told soon after", "told far off"), _text),
    **dict.fromkeys(_TOPIC, _topic),
}
