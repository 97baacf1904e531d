"""How long is meant, and what lies so far off?"""

from datetime import date
from typing import TypeGuard

from saidwho.grounding.times import deictics
from saidwho.grounding.times.calendar import Period, marked, week_of
from saidwho.grounding.times.deictics import away, running
from saidwho.grounding.times.setting import Setting, Value, way
from saidwho.grounding.times.words import NUMBERS, PLURALS, UNITS, WordClass, number_of

# More than this of anything lies outside the calendar, and is no length that news speaks of.
_MOST = 1_000_000
_VAGUE = "X"
_DEICTIC = ("last", "past", "next", "coming", "upcoming")
# Of a unit, by its letter in ISO 8601, the days that an exact "later" may start from.
_DAYS_OF = {"M": 31, "Y": 366}
_TENS = 20
_DASHES = ("-", "–", "—", "‐", "‑")
_FIGURES = frozenset(kind.value for kind in (WordClass.DAY_NUMBER, WordClass.NUMBER, WordClass.YEAR))
_QUANTITIES = frozenset(
    kind.value
    for kind in (WordClass.DAY_NUMBER, WordClass.NUMBER, WordClass.YEAR, WordClass.NUMBER_WORD, WordClass.HALF, WordClass.ARTICLE)
)


def unit_named(s: Setting) -> str:
    unit = s.said("unit")
    return PLURALS.get(unit, unit)


def quantity(s: Setting) -> float | None:
    """How many units; None for "several", for "a couple of" and for a choice ("five or six days")."""
    if s.has("one"):
        return 1.5 if s.has("half") else 1
    if s.has("vague") or s.has("couple"):
        return None
    end = s.phrase.groups["unit"][0]
    if end == s.phrase.first:
        # week-long, decades-long
        return None if s.said("unit") in PLURALS else 1
    heard = s.words.lower[s.phrase.first : end]
    kinds = s.words.classes[s.phrase.first : end]
    if _is_choice(heard, kinds):
        return None
    return number_of([w for w, kind in zip(heard, kinds, strict=True) if kind in _QUANTITIES])


def _is_choice(heard: list[str], kinds: str) -> bool:
    """60-90 days, between five and six days; not two hundred and fifty, and not twenty-four."""
    figures = sum(kind in _FIGURES for kind in kinds)
    if figures > 1 or {"to", "or"} & set(heard):
        return True
    for before, word, after in zip(heard, heard[1:], heard[2:], strict=False):
        if word == "and" and after != "a" and before not in ("hundred", "thousand"):
            return True
        if word in _DASHES and NUMBERS.get(before, 0) < _TENS and before in NUMBERS:
            return True
    return False


def duration(count: float | None, unit: str) -> str | None:
    """ISO 8601; X for a number that the words leave open."""
    if unit not in UNITS or (count is not None and not 0 < count < _MOST):
        return None
    size, letter = UNITS[unit]
    many = _VAGUE if count is None else _digits(count * size)
    return f"PT{many}{letter[1:]}" if letter.startswith("T") else f"P{many}{letter}"


def _digits(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:g}"


def length(s: Setting) -> Value:
    return Value(duration=duration(quantity(s), unit_named(s)))


def one(s: Setting) -> Value:
    """A day: a length, but for how much comes in each ("400 casualties a day")."""
    before = s.phrase.first - 1
    is_rate = s.words.upos(before) in ("NOUN", "NUM", "SYM") or s.words.kind(before) in _QUANTITIES
    return Value() if is_rate else length(s)


def some(s: Setting) -> Value:
    """For years."""
    return Value(duration=duration(None, unit_named(s)))


def span(s: Setting) -> Value:
    """The past nine days, the next four years: a length, and the stretch up to publication or from there."""
    count, unit = _count_in(s), unit_named(s)
    which = s.said("which")
    if s.published is None or not _is_whole(count) or which not in _DEICTIC:
        return Value(duration=duration(count, unit))
    return Value(period=running(unit, int(count), s.published, way(which)), duration=duration(count, unit))


def _is_whole(count: float | None) -> TypeGuard[float]:
    return count is not None and count == int(count) and 0 < count < _MOST


def _count_in(s: Setting) -> float | None:
    """The number inside "the past nine days"; None where there is none."""
    if s.has("vague") or s.has("couple"):
        return None
    first, past = s.phrase.groups["which"][1], s.phrase.groups["unit"][0]
    return number_of(s.words.lower[first:past]) if past > first else None


def deictic(s: Setting) -> Value:
    """Last week, and the past week, which is a length as well."""
    is_length = deictics.runs(s) and s.said("unit") in UNITS
    return Value(period=deictics.deictic(s), duration=duration(1, s.said("unit")) if is_length else None)


def ago(s: Setting) -> Value:
    return Value(period=_off(s, s.published, -1))


def after_that(s: Setting) -> Value:
    """Three weeks later: than the last time told, where that is no longer than the unit."""
    last, unit = s.story.last, UNITS.get(unit_named(s))
    is_fine = last is not None and unit is not None and last.days <= _DAYS_OF.get(unit[1], 1)
    return Value(period=_off(s, last.first, -1 if s.has("earlier") else 1) if last and is_fine else None)


def _off(s: Setting, here: date | None, direction: int) -> Period | None:
    """So far off, no more exactly than the unit: a day for days, the day's whereabouts for weeks, a month, a year."""
    count, unit = quantity(s), unit_named(s)
    if here is None or not _is_whole(count) or unit not in UNITS:
        return None
    if unit in ("minute", "hour"):
        return running(unit, int(count), here, direction)
    found = away(unit, direction * int(count), here)
    if found and unit in ("week", "fortnight"):
        week = week_of(found.first)
        return week and Period(edtf=f"{found.edtf}~", first=week.first, last=week.last)
    return marked(found, "~") if found and unit in ("decade", "century") else found
