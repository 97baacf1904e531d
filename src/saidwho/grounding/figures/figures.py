"""Which figures does a text give, of what, of whom, and in what time?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from saidwho.grounding.figures.candidates import Candidate, candidates
from saidwho.grounding.figures.owners import Owners, actor_at, names_of, of_words, state_at
from saidwho.grounding.figures.periods import Clock, Period, period_of
from saidwho.grounding.figures.qualifiers import bounds
from saidwho.grounding.figures.relations import qualifier_words, related
from saidwho.grounding.figures.syntax import Syntax
from saidwho.types.document import Span
from saidwho.types.grounding import Actor, Figure, Time
from saidwho.types.reading import Reading

# four "foreign" fighters are foreign fighters.
_MARKS = re.compile('["“”]')


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A figure, and the words that say whose they are, whether an actor is known by them or not."""

    figure: Figure
    of_words: Span | None


def ground_figures(
    text: str, reading: Reading, *, actors: tuple[Actor, ...], times: tuple[Time, ...], states: Mapping[Span, str] | None = None
) -> tuple[Figure, ...]:
    """Find the figures of a text, in its order.

    states: the ids of states by the words for who is of them ("Ukrainian").

    span: qualifier, number, noun, and the rate or length of time that follows without a gap; a word for what befell them only where it
    stands in the noun's place ("12 dead"). "Another" and verbs stay outside.
    low, high: "more than 100" leaves high open, "up to" and "as many as" leave low open, "nearly" and "about" leave both as written.
    Fractions and vague words leave both open. "No casualties" and "nobody was hurt" are 0; "no reports of casualties" is no figure.
    counts: soldiers "lost" are killed, "losses" are casualties, "killed or wounded" are casualties.
    victims: an elliptical number has those of the number it is set against ("not 400 but 40").
    of: for things, those whose they are: who lost or launched them, or whose name stands before them.
    unit: distances, lengths of time, ages and clock times are no figures; areas and weights are ("square kilometres", "tonnes").
    currency: "$" is USD where nothing says else; "Rs", "pounds", "dinars" and the like without a country stay None.
    A part ("including three children") has the time, owner and, where it has none of its own, the fate of its whole.
    """
    return tuple(found.figure for found in find_figures(text, reading, actors=actors, times=times, states=states))


def find_figures(
    text: str, reading: Reading, *, actors: tuple[Actor, ...], times: tuple[Time, ...], states: Mapping[Span, str] | None = None
) -> Iterator[Found]:
    """As ground_figures, with the words that say whose they are."""
    s = Syntax.of(text, reading)
    kept = related(s, [c for c in candidates(s) if not _is_of_date(s, c, times)])
    names, owners, clock = names_of(reading), Owners.of(actors), Clock.of(times)
    details: dict[int, _Detail] = {}
    shown = [i for i, c in enumerate(kept) if c.unit is not None or c.is_open]
    for i in shown:
        period = period_of(s, kept[i], clock, borders=_borders(kept, i, len(s)))
        details[i] = _Detail(period=period, whose=of_words(s, kept[i], names))
    for i in shown:
        whole = kept[i].whole
        detail = _of_whole(details[i], details[whole]) if whole in details else details[i]
        told = kept[whole if whole is not None and details[i].whose is None else i]
        owner = actor_at(s, detail.whose, owners, counted=told.phrase.head) or state_at(s, detail.whose, states or {})
        yield _found(s, kept[i], detail, owner, whole=_words_of(s, kept, details, whole))


def _is_of_date(s: Syntax, c: Candidate, times: Sequence[Time]) -> bool:
    """Whether a number is one of a date's ("on November 28 and 29")."""
    number = s.span(c.number.first, c.number.past)
    dates = (time.span for time in times if time.edtf is not None and time.duration is None)
    return any(date.start <= number.start and number.end <= date.end for date in dates)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Detail:
    """What the sentence around a figure says of it: in what time, and whose."""

    period: Period
    whose: tuple[int, int] | None


def _of_whole(part: _Detail, whole: _Detail) -> _Detail:
    return _Detail(period=_with_whole(part.period, whole.period), whose=part.whose or whole.whose)


def _words_of(s: Syntax, kept: list[Candidate], details: dict[int, _Detail], i: int | None) -> Span | None:
    return s.span(kept[i].first, details[i].period.past) if i is not None and i in details else None


def _with_whole(part: Period, whole: Period) -> Period:
    """A part is counted in the time in which its whole is."""
    return replace(
        part,
        over=part.over or whole.over,
        cumulative=part.cumulative or whole.cumulative,
        since=part.since or whole.since,
        as_of=part.as_of or whole.as_of,
    )


def _borders(kept: list[Candidate], i: int, end: int) -> tuple[int, int]:
    return (kept[i - 1].past if i else 0), (kept[i + 1].first if i + 1 < len(kept) else end)


def _found(s: Syntax, c: Candidate, detail: _Detail, owner: str | None, *, whole: Span | None) -> Found:
    low, high = bounds(c.number, c.qualifier.effect if c.qualifier else None)
    period, whose = detail.period, detail.whose
    figure = Figure(
        span=s.span(c.first, period.past),
        low=low,
        high=high,
        qualifier=qualifier_words(s, c.qualifier) if c.qualifier else None,
        unit=c.unit,
        counts=c.counts,
        of=owner,
        victims=_MARKS.sub("", s.span(*c.victims).of(s.text)) if c.victims else None,
        per=period.per,
        over=period.over,
        cumulative=period.cumulative,
        since=period.since,
        as_of=period.as_of,
        part_of=whole,
        currency=c.money.code if c.money else None,
        negated=c.negated,
    )
    return Found(figure=figure, of_words=s.span(*whose) if whose else None)
