"""How do figures over time become a chart: lines that the page itself draws, and a Vega-Lite specification for scripts.

Speakers are told apart by the shape of their marks as well as by colour.
"""

import json
import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from saidwho.export.spans import printable
from saidwho.text.figures import number_words
from saidwho.web.wording import day_words, figure_of

Shape = dict[str, Any]

WIDTH, HEIGHT = 760, 320
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 740, 16, 280
# Lines that can still be told apart; the speakers with the fewest figures are left to the table.
_SPEAKERS = 6
_ROOM = 74  # points between two dates, so that their words do not touch


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One figure. shape, bar: paths; bar from its lower to its upper bound. words: for whoever points at it."""

    shape: str
    bar: str | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The figures of one speaker. key: the path of its mark in the key."""

    speaker: str
    path: str | None
    marks: tuple[Mark, ...]
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """at: points from the left, or the top."""

    at: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A chart. spec: the same as Vega-Lite, as JSON. Sizes in points of the drawing."""

    name: str
    title: str
    lines: tuple[Line, ...]
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    spec: str
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = _RIGHT
    bottom: int = _BOTTOM


@dataclass(frozen=True, slots=True, kw_only=True)
class _Point:
    day: date
    low: float
    high: float
    is_open: bool
    speaker: str
    words: str


def series_of(figures: Sequence[Shape], *, name: str) -> Series | None:
    """A chart of those figures that count the same thing, the most there are; None where none has a number and a day."""
    groups: dict[tuple[Any, ...], list[_Point]] = defaultdict(list)
    for figure in figures:
        point = _point(figure)
        if point:
            kind = figure.get("counts"), figure.get("currency") or figure.get("unit"), figure.get("per"), figure.get("over")
            groups[kind].append(point)
    if not groups:
        return None
    kind, points = max(groups.items(), key=lambda item: (len(item[1]), str(item[0])))
    what = " ".join(str(word) for word in (kind[1], kind[0], f"a {kind[2]}" if kind[2] else None) if word)
    return _series(sorted(points, key=lambda one: (one.day, one.speaker)), name=name, what=printable(what) or "number")


def _point(figure: Shape) -> _Point | None:
    low, high = figure.get("low"), figure.get("high")
    day = _day(figure.get("as_of")) or _day(figure.get("published"))
    values = [float(value) for value in (low, high) if value is not None and abs(value) < 1e15]
    if day is None or not values:
        return None
    speaker = printable(figure.get("speaker") or "nobody named")
    words = f"{speaker}, {day_words(day.isoformat())}: {printable(figure_of(figure))}"
    return _Point(day=day, low=min(values), high=max(values), is_open=len(values) == 1, speaker=speaker, words=words)


def _day(edtf: str | None) -> date | None:
    """The first day that EDTF allows; None where it does not begin with a year."""
    first = (edtf or "").partition("/")[0].strip("~?%")
    parts = first[:10].split("-")
    try:
        numbers = [int(part) for part in parts if part]
        return date(*([*numbers, 1, 1])[:3]) if numbers and len(parts[0]) == 4 else None
    except (ValueError, TypeError):
        return None


def _series(points: Sequence[_Point], *, name: str, what: str) -> Series:
    by_speaker: dict[str, list[_Point]] = defaultdict(list)
    for point in points:
        by_speaker[point.speaker].append(point)
    chosen = sorted(by_speaker.items(), key=lambda item: (-len(item[1]), item[0]))[:_SPEAKERS]
    shown = [point for _, of_one in chosen for point in of_one]
    first, last = min(point.day for point in shown), max(point.day for point in shown)
    margin = max((last - first).days * 0.04, 1)
    start, days = first.toordinal() - margin, (last - first).days + 2 * margin
    top, step = _scale(max(point.high for point in shown))

    def x(day: date) -> float:
        return round(_LEFT + (day.toordinal() - start) / days * (_RIGHT - _LEFT), 1)

    def y(value: float) -> float:
        return round(_BOTTOM - max(value, 0) / top * (_BOTTOM - _TOP), 1)

    lines = []
    for number, (speaker, of_one) in enumerate(chosen):
        path = "M" + "L".join(f"{x(point.day)},{y(point.low)}" for point in of_one) if len(of_one) > 1 else None
        marks = tuple(
            Mark(
                shape=_mark(number, x(point.day), y(point.low)),
                bar=f"M{x(point.day)},{y(point.low)}V{y(point.high)}" if point.high > point.low else None,
                words=point.words,
            )
            for point in of_one
        )
        lines.append(Line(speaker=speaker, path=path, marks=marks, key=_mark(number, 7, 7)))
    ticks = _ticked(first, last, x)
    frame = _Frame(speakers=tuple(speaker for speaker, _ in chosen), first=first - timedelta(days=math.ceil(margin)),
                   last=last + timedelta(days=math.ceil(margin)), top=top, ticks=ticks)  # fmt: skip
    return Series(
        name=name,
        title=f"{what[:1].upper()}{what[1:]}, by speaker, {_between(first, last)}",
        lines=tuple(lines),
        x_ticks=tuple(Tick(at=x(day), words=_tick_words(day, ticks[0])) for day in ticks),
        y_ticks=tuple(Tick(at=y(value), words=number_words(value)) for value in _steps(top, step)),
        spec=json.dumps(_spec(shown, what, frame), ensure_ascii=True),
    )


def _between(first: date, last: date) -> str:
    one, other = day_words(first.isoformat()), day_words(last.isoformat())
    return one if one == other else f"{one} to {other}"


def _scale(highest: float) -> tuple[float, float]:
    """A round number that is no lower than the highest, and the step of the grid."""
    raw = max(highest, 1) / 4
    size = 10 ** math.floor(math.log10(raw))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= raw)
    step = max(step, 1)
    return math.ceil(max(highest, 1) / step) * step, step


def _steps(top: float, step: float) -> list[float]:
    return [step * number for number in range(round(top / step) + 1)]


def _ticked(first: date, last: date, x: Callable[[date], float]) -> tuple[date, ...]:
    """Up to eight days, evenly apart, whose words do not touch."""
    days = (last - first).days
    count = min(days, 7)
    ticks: list[date] = []
    for number in range(count + 1):
        day = first + timedelta(days=round(days * number / count)) if count else first
        if not ticks or x(day) - x(ticks[-1]) >= _ROOM:
            ticks.append(day)
    return tuple(ticks)


def _tick_words(day: date, first: date) -> str:
    return f"{day.day} {day:%b}" + (f" {day.year}" if day == first or day.year != first.year else "")


def _mark(number: int, x: float, y: float) -> str:
    """A circle, square, triangle, diamond, cross or triangle on its head, about a point."""
    r = 5
    shapes = (
        f"M{x - r},{y}a{r},{r} 0 1,0 {2 * r},0a{r},{r} 0 1,0 {-2 * r},0z",
        f"M{x - r},{y - r}h{2 * r}v{2 * r}h{-2 * r}z",
        f"M{x},{y - r - 1}l{r + 1},{2 * r}h{-2 * r - 2}z",
        f"M{x},{y - r - 1}l{r + 1},{r + 1}l{-r - 1},{r + 1}l{-r - 1},{-r - 1}z",
        f"M{x - 2},{y - r}h4v3h3v4h-3v3h-4v-3h-3v-4h3z",
        f"M{x},{y + r + 1}l{r + 1},{-2 * r}h{-2 * r - 2}z",
    )
    return shapes[number % len(shapes)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """What both drawings share. top: of the scale. ticks: the days that are named."""

    speakers: tuple[str, ...]
    first: date
    last: date
    top: float
    ticks: tuple[date, ...]


def _vega_day(day: date) -> Shape:
    return {"year": day.year, "month": day.month, "date": day.day}


def _spec(points: Sequence[_Point], what: str, frame: _Frame) -> Shape:
    """The same chart for Vega-Lite 6; colours, type and key are the page's."""
    values = [
        {"day": f"{point.day.isoformat()}T00:00:00", "low": point.low, "high": point.high, "speaker": point.speaker, "words": point.words}
        for point in points
    ]
    axis: Shape = {"format": "%-d %b %Y", "values": [_vega_day(one) for one in frame.ticks], "grid": False, "labelOverlap": True}
    domain = [_vega_day(frame.first), _vega_day(frame.last)]
    day: Shape = {"field": "day", "type": "temporal", "title": None, "axis": axis, "scale": {"domain": domain}}
    low: Shape = {"field": "low", "type": "quantitative", "title": what, "scale": {"domain": [0, frame.top]}, "axis": {"tickCount": 5}}
    speaker: Shape = {"field": "speaker", "type": "nominal", "legend": None, "scale": {"domain": list(frame.speakers)}}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": values},
        "width": "container",
        "height": 280,
        "encoding": {"x": day, "color": speaker},
        "layer": [
            {"mark": {"type": "line", "strokeWidth": 1.75}, "encoding": {"y": low}},
            {"mark": {"type": "rule", "strokeWidth": 1.5}, "encoding": {"y": low, "y2": {"field": "high"}}},
            {
                "mark": {"type": "point", "filled": True, "size": 90},
                "encoding": {"y": low, "shape": speaker, "tooltip": {"field": "words", "type": "nominal"}},
            },
        ],
    }
