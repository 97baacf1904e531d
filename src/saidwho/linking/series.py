"""Which figures does each speaker give for one thing, and which cannot both hold?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

from saidwho.linking.days import Days, day_of, days_of, edtf_of
from saidwho.linking.facts import Fact
from saidwho.linking.quantities import Agreement, Quantity, compare
from saidwho.text.figures import figure_words
from saidwho.text.listing import and_listed
from saidwho.types.linking import Dispute, FigurePoint

# Tolls grow: a later figure that is larger revises, a smaller or an equally old one contradicts.
_GROWING = frozenset({"killed", "wounded", "casualties", "missing", "displaced", "detained", "captured", "executed"})

# So many figures are no longer both.
_MORE_THAN_BOTH = 3
# Of money, a bare number that is less counts something else: portions, families.
_SUM = 100_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Point:
    """is_former: another number of the same words has taken its place."""

    point: FigurePoint
    quantity: Quantity
    holder: str
    day: int
    is_former: bool = False


def figure_points(facts: Iterable[Fact], speakers: Mapping[str, tuple[str, str]]) -> tuple[tuple[FigurePoint, ...], tuple[Dispute, ...]]:
    """Every figure of a claim by speaker and date, and the disputes among them.

    speakers: of each statement, the root of who stands behind it and the speaker's name.
    """
    told = sorted(facts, key=lambda f: f.id)
    spoken = _days_spoken(told, speakers)
    kinds = Counter(q.kind for fact in told for q in fact.quantities)
    main = min((q for fact in told for q in fact.quantities), key=lambda q: (-kinds[q.kind], q.kind, q.figure.span.start), default=None)
    given: dict[tuple[str, int, int], tuple[Fact, Quantity]] = {}
    for fact in told:
        for q in (*fact.quantities, *_of_the_claim(fact.around, main, set(kinds))):
            given.setdefault((fact.voice.document.id, q.figure.span.start, q.figure.span.end), (fact, q))
    beside = Counter((fact.voice.id, q.kind) for fact, q in given.values())
    found = [
        (fact, _point(fact, q, speakers, spoken, is_former=q.is_former and beside[fact.voice.id, q.kind] > 1)) for fact, q in given.values()
    ]
    ordered = sorted(_relayed(found), key=lambda p: (p.quantity.kind, p.holder, p.day, not p.is_former, p.point.statement))
    return tuple(_changes(ordered)), tuple(_disputes(ordered))


def _of_the_claim(around: Iterable[Quantity], main: Quantity | None, kinds: set[str]) -> Iterable[Quantity]:
    """Figures in the sentences around that count what the claim counts; a bare number counts what most of its figures do."""
    for q in around:
        if not _is_bare(q):
            if q.kind in kinds:
                yield q
        elif main is None:
            yield q
        elif main.figure.currency is None or max(q.low or 0, q.high or 0) >= _SUM:
            of = main.figure
            yield replace(q, kind=main.kind, figure=replace(q.figure, unit=of.unit, counts=of.counts, currency=of.currency))


def _is_bare(q: Quantity) -> bool:
    """Whether nothing says what a figure counts."""
    return q.figure.unit is None and q.figure.counts is None and q.figure.currency is None


def _days_spoken(facts: Iterable[Fact], speakers: Mapping[str, tuple[str, str]]) -> dict[tuple[str, str], Days]:
    """When somebody spoke, by document and name, where one statement of a text tells it: his others there are of that day too; and by
    the root of who stands behind him, where all of theirs are of one day: "the army announced on Wednesday", "its colonel said"."""
    found: dict[tuple[str, str], Days] = {}
    of_roots: dict[tuple[str, str], set[Days]] = defaultdict(set)
    for fact in facts:
        voice = fact.voice
        if voice.speaker and voice.spoken and not voice.spoken.is_open:
            found.setdefault((voice.document.id, voice.speaker.name), voice.spoken)
            of_roots[voice.document.id, speakers.get(voice.id, ("", ""))[0]].add(voice.spoken)
    return {key: next(iter(days)) for key, days in of_roots.items() if key[1] and len(days) == 1} | found


def _point(
    fact: Fact, q: Quantity, speakers: Mapping[str, tuple[str, str]], spoken: Mapping[tuple[str, str], Days], *, is_former: bool
) -> _Point:
    root, name = speakers.get(fact.voice.id, ("", ""))
    figure = q.figure
    as_of = _as_of(fact, q, root, spoken)
    day = as_of.last if as_of and not as_of.is_open else day_of(fact.voice.document.published)
    told = edtf_of(as_of) if as_of else (fact.voice.document.published or "")[:10] or None
    return _Point(
        point=FigurePoint(
            as_of=None if is_former and not days_of(figure.as_of) else told,
            low=figure.low,
            high=figure.high,
            speaker=name or None,
            statement=fact.voice.id,
            qualifier=figure.qualifier,
            counts=figure.counts,
            unit=figure.unit,
            per=figure.per,
            over=figure.over,
            since=figure.since,
            currency=figure.currency,
            origin=root or None,
        ),
        quantity=q,
        holder=root,
        day=day or 0,
        is_former=is_former,
    )


def _as_of(fact: Fact, q: Quantity, root: str, spoken: Mapping[tuple[str, str], Days]) -> Days | None:
    """The day on which a figure was given, as far as the text tells; None where it is that of the report."""
    voice = fact.voice
    told = days_of(q.figure.as_of)
    if told:
        return Days(first=told.last, last=told.last) if _is_until(told) else told
    # "We saw nine burnt lorries on Friday."
    is_past = fact.days is not None and fact.days.length == 1 and (voice.day is None or fact.days.last <= voice.day)
    if voice.statement.first_hand and is_past:
        return fact.days
    same = (spoken.get((voice.document.id, name)) for name in (voice.speaker.name, root)) if voice.speaker else ()
    said = voice.spoken or next((days for days in same if days is not None), None)
    # "For the third time this week": of the week the report's day is the one known.
    is_now = said is not None and said.length > 1 and voice.day is not None and said.first <= voice.day <= said.last
    return None if is_now else said


def _is_until(days: Days) -> bool:
    """Whether days end on one that is known and begin on none: "by Tuesday"."""
    return days.is_open and not Days(first=days.last, last=days.last).is_open


def _relayed(found: Sequence[tuple[Fact, _Point]]) -> Iterable[_Point]:
    """Each point; what is relayed ("the Herald has 25, citing doctors") without a day is of that on which its holder gave it first."""
    first: dict[tuple[object, ...], _Point] = {}
    for _, one in sorted(found, key=lambda told: (told[1].day, told[1].point.statement)):
        first.setdefault((one.holder, one.quantity.kind, one.point.low, one.point.high), one)
    for fact, one in found:
        before = first[one.holder, one.quantity.kind, one.point.low, one.point.high]
        is_of_report = one.point.as_of == (fact.voice.document.published or "")[:10]
        if one.holder and fact.voice.relays and is_of_report and before.day:
            yield replace(one, day=before.day, point=replace(one.point, as_of=before.point.as_of))
        else:
            yield one


def _changes(ordered: Sequence[_Point]) -> Iterable[FigurePoint]:
    """Each point with how it stands to the one before it of the same speaker and thing; a part is none of its whole."""
    before: dict[object, _Point] = {}
    for one in ordered:
        thing = (one.holder, _counted(one))
        last = before.get(thing)
        before[thing] = one
        if last is None:
            yield one.point
        else:
            # "From eight" does not say whether it was "at least eight".
            is_same = last.point.low == one.point.low and (one.is_former or last.point.high == one.point.high)
            yield replace(one.point, change="same" if is_same else "revised")


def _disputes(ordered: Sequence[_Point]) -> Iterable[Dispute]:
    """For each thing counted, those whose latest figures cannot both hold.

    Of a part ("35 of them guards") no whole is told; and whose figures hold beside another's in one number counts two things in two.
    """
    kinds: dict[object, list[_Point]] = defaultdict(list)
    for one in ordered:
        if one.holder and not one.is_former and not _is_vague(one):
            kinds[_counted(one)].append(one)
    for points in kinds.values():
        last = {one.holder: one.day for one in points}  # of each holder, in time
        latest = [one for one in points if one.day == last[one.holder]]
        # Many holders give one figure on one day: each two figures are compared once.
        figures: dict[object, _Point] = {}
        told = [(one, figures.setdefault(_figure(one), one)) for one in latest]
        compared = cache(_compared)
        pairs = [(a, b, compared(one, other)) for (a, one), (b, other) in combinations(told, 2) if a.holder != b.holder]
        agreed = {frozenset((a.holder, b.holder)) for a, b, found in pairs if found in ("same", "agree")}
        at_odds = [(a, b) for a, b, found in pairs if found == "disagree" and frozenset((a.holder, b.holder)) not in agreed]
        if at_odds:
            yield _dispute(at_odds)


def _counted(one: _Point) -> object:
    """What a figure counts: a part, by whom it counts, is another thing than its whole."""
    q = one.quantity
    return q.kind if q.figure.part_of is None else (q.kind, q.victims)


def _is_vague(one: _Point) -> bool:
    """Whether no number is told, or nothing says what it counts: people of whom no more is told are passengers, guards or guests."""
    figure = one.quantity.figure
    is_open = figure.low is None and figure.high is None
    is_of_anybody = figure.unit == "people" and figure.counts is None
    return is_open or _is_bare(one.quantity) or is_of_anybody or (figure.part_of is not None and not one.quantity.victims)


def _figure(one: _Point) -> tuple[object, ...]:
    """All that tells whether a figure is at odds with another."""
    q = one.quantity
    return (q.nation, q.low, q.high, q.daily, q.victims, one.day, one.point.low, one.point.high)


def _compared(one: _Point, other: _Point) -> Agreement:
    """How two figures stand to each other: those of other victims are apart, and a toll that grew later agrees."""
    found = compare(one.quantity, other.quantity)
    if found != "disagree":
        return found
    victims = one.quantity.victims, other.quantity.victims
    if all(victims) and victims[0].isdisjoint(victims[1]):
        return "apart"
    first, last = sorted((one, other), key=lambda p: p.day)
    has_grown = last.day > first.day and (last.point.low or 0) > (first.point.low or first.point.high or 0)
    return "agree" if has_grown and one.quantity.kind in _GROWING else found


def _dispute(at_odds: Sequence[tuple[_Point, _Point]]) -> Dispute:
    involved = {p.point.statement: p for pair in at_odds for p in pair}
    ordered = sorted(involved.values(), key=lambda p: (p.point.speaker or "", p.point.statement))
    holders = tuple((p.point.speaker or "", written(p.quantity)) for p in ordered)
    why = "both cannot hold" if len({figure for _, figure in holders}) < _MORE_THAN_BOTH else "not all of these can hold"
    return Dispute(holders=holders, statements=tuple(p.point.statement for p in ordered), why=f"{_told(holders)}: {why}.")


def _told(holders: Sequence[tuple[str, str]]) -> str:
    """Who says what, those of one figure together: "Osk and the minister say 70 mines, Newsdeck says 44 mines"."""
    saying: dict[str, dict[str, None]] = defaultdict(dict)
    for name, figure in holders:
        saying[figure][name] = None
    return ", ".join(f"{and_listed(tuple(names))} {'say' if len(names) > 1 else 'says'} {figure}" for figure, names in saying.items())


def written(q: Quantity) -> str:
    """A figure for people: "at least 125 vehicles", "400 people a day"."""
    figure = q.figure
    return figure_words(
        figure.low, figure.high, qualifier=figure.qualifier, unit=figure.currency or figure.unit, per=figure.per, over=figure.over
    )
