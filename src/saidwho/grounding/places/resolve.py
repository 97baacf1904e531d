"""Which place does each toponym of a report stand for?

Every candidate gets points for reasons (see weights), twice: the second time, the places that the first round found near
it count too. One spelling is one place throughout a report, unless the words beside it say otherwise.
"""

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from saidwho.grounding.places import weights
from saidwho.grounding.places.distance import kilometres
from saidwho.grounding.places.features import Candidate, Feature, Kind
from saidwho.grounding.places.gazetteer import Gazetteer
from saidwho.grounding.places.spelling import key_of
from saidwho.grounding.places.surroundings import Sort, Surroundings, surroundings_of, without_sort
from saidwho.types.document import Span

# Of places that exist in ninety countries, the likeliest few are compared; these are they before context counts.
MOST_CANDIDATES = 60
# The places of a report that nearness is measured to: the most often named.
MOST_ANCHORS = 30
# A misprint is thought of only so near to another place of the report, in kilometres.
FAR = 500.0
# How many characters away a country still counts as named close by.
_CLOSE = 160
_MENTIONS_LOOKED_AROUND = 20
# Names as short as this may be cut short, with a point behind them.
_SHORT = 5
_INSIDE = re.compile(
    r"(?: (?:village|town|city|community|district|county|territory|area|neighbou?rhood|settlement))?"
    r"(?:, (?:in )?(?:the )?| in (?:the )?| of (?:the )?)| \(|, a "
)
_AREAS: tuple[Kind, ...] = ("country", "province", "district", "area")
_TOWARDS = re.compile(r"\b(?:into|to|at|on|onto|towards?|enter(?:ed|ing|s)?|reach(?:ed|ing|es)?)\s+$")
_FROM = (" from ", " from the ")
_OF_SORT: dict[Sort, tuple[Kind, ...]] = {
    "settlement": ("town",),
    "division": ("province", "area"),
    "district": ("district",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The place that a toponym stands for. score: how sure, 0 to 1, against all others and against one that is unknown."""

    feature: Feature
    match: str
    score: float


# What mentions share that are one place: the spelling, of what sort the words call it, whether it has an article.
Key = tuple[str, Sort | None, bool]


@dataclass(frozen=True, slots=False, kw_only=True, eq=False)
class Toponym:
    """One mention of a place by name, with what may be meant. cities: the ids of those towns among it that are also called "X City"."""

    span: Span
    name: str
    around: Surroundings
    candidates: tuple[Candidate, ...]
    cities: frozenset[int | None] = frozenset()

    @cached_property
    def key(self) -> Key:
        return key_of(self.name), self.around.sort, self.around.has_article


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a report says of where it plays.

    countries: how often each is named or implied, by alpha-3; at: the same with positions, in order. provinces: (country, code)
    of first-level divisions named. within: for a spelling, the places that it is said to lie in; surely: where nothing else can be
    meant; apart: the countries that it is reached from. outlet: its country.
    anchors: places that an earlier round is sure of, each with how often it is named and the keys that name it.
    """

    countries: Mapping[str, float]
    at: Sequence[tuple[int, str]]
    provinces: frozenset[tuple[str, str]]
    within: Mapping[str, frozenset[tuple[str, str | None]]]
    outlet: str | None = None
    surely: Mapping[str, frozenset[Feature]]
    apart: Mapping[str, frozenset[str]]
    anchors: tuple["Anchor", ...] = ()

    def share(self, country: str, key: "Key") -> float:
        """The part of all words that name or imply a country which is this one's, those of the key itself left out."""
        others = [anchor for anchor in self.anchors if anchor.key != key]
        total = sum(self.countries.values()) + sum(anchor.mentions for anchor in others)
        own = self.countries.get(country, 0) + sum(anchor.mentions for anchor in others if anchor.feature.country == country)
        return own / total if total else 0.0

    def names_division(self, feature: Feature, key: "Key") -> bool:
        """Whether its first-level division is named, or a town in it."""
        return (feature.country, feature.admin1) in self.provinces or any(
            anchor.key != key and (anchor.feature.country, anchor.feature.admin1) == (feature.country, feature.admin1)
            for anchor in self.anchors
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A place that a report surely names. mentions: how often."""

    feature: Feature
    key: "Key"
    mentions: int


def resolve_toponyms(
    text: str,
    spans: Sequence[Span],
    gazetteer: Gazetteer,
    *,
    implied: Sequence[tuple[int, str]] = (),
    outlet_country: str | None = None,
) -> tuple[Choice | None, ...]:
    """Choose a place for each span; None where the gazetteer has none of that name, nor a near spelling in the right country.

    implied: countries that words imply ("Turkish"), with where the words begin. outlet_country: alpha-3.
    """
    toponyms = [_toponym(text, span, gazetteer) for span in spans]
    evidence = _evidence(text, toponyms, implied, outlet_country)
    toponyms = [toponym if toponym.candidates else _respelt(toponym, evidence, gazetteer) for toponym in toponyms]
    first = _choose(toponyms, evidence)
    anchored = replace(evidence, anchors=_anchors(toponyms, first))
    chosen = _choose(toponyms, anchored)
    return tuple(chosen.get(toponym.key) for toponym in toponyms)


def _toponym(text: str, span: Span, gazetteer: Gazetteer) -> Toponym:
    name, around = span.of(text), surroundings_of(text, span)
    candidates = gazetteer.candidates(_with_point(text, span))
    bare = None if candidates else without_sort(name)
    if bare is not None:
        name, around = bare[0], replace(around, sort=bare[1])
        candidates = gazetteer.candidates(name)
    cities = frozenset(c.feature.geonameid for c in gazetteer.candidates(f"{name} City") if _has_larger(c.feature, candidates))
    return Toponym(span=span, name=name, around=around, candidates=candidates, cities=cities)


def _with_point(text: str, span: Span) -> str:
    """A short name with the point behind it, which may belong to it ("Winnipeg, Man.") or end the sentence."""
    name = span.of(text)
    return f"{name}." if len(name) <= _SHORT and text.startswith(".", span.end) else name


def _has_larger(town: Feature, candidates: Iterable[Candidate]) -> bool:
    """Whether the name is also that of the town's country, or, where it is no capital, of its division."""
    return any(
        candidate.feature.country == town.country
        and (candidate.feature.kind == "country" or (candidate.feature.kind == "province" and not town.is_capital))
        for candidate in candidates
    )


def _respelt(toponym: Toponym, evidence: Evidence, gazetteer: Gazetteer) -> Toponym:
    """A toponym that no gazetteer holds, as a misprint of a place in one of the countries that the report is about."""
    countries = [country for country, _ in Counter(dict(evidence.countries)).most_common(3)]
    near = tuple(candidate for country in countries for candidate in gazetteer.similar(toponym.name, country))
    return replace(toponym, candidates=near, cities=frozenset())


def _evidence(text: str, toponyms: Sequence[Toponym], implied: Sequence[tuple[int, str]], outlet: str | None) -> Evidence:
    at = sorted([*implied, *_named_countries(toponyms)])
    return Evidence(
        countries=Counter(country for _, country in at),
        at=at,
        provinces=frozenset(_named_provinces(toponyms)),
        within={key: frozenset(_areas(features)) for key, features in _within(text, toponyms, only_sure=False).items()},
        surely=_within(text, toponyms, only_sure=True),
        apart=_apart(text, toponyms),
        outlet=outlet,
    )


def _named_countries(toponyms: Iterable[Toponym]) -> Iterable[tuple[int, str]]:
    """Countries that are named, or whose division or region is, where the name can mean no other country's."""
    for toponym in toponyms:
        sure = {candidate.feature.country for candidate in toponym.candidates if candidate.feature.kind not in ("town", "district")}
        if len(sure) == 1 and (country := next(iter(sure))) is not None:
            yield toponym.span.start, country


def _named_provinces(toponyms: Iterable[Toponym]) -> Iterable[tuple[str, str]]:
    for toponym in toponyms:
        for candidate in toponym.candidates:
            feature = candidate.feature
            if feature.kind == "province" and feature.country and feature.admin1:
                yield feature.country, feature.admin1


def _within(text: str, toponyms: Sequence[Toponym], *, only_sure: bool) -> dict[str, frozenset[Feature]]:
    """For each spelling, the countries and divisions that some mention of it is said to lie in.

    only_sure: where a comma alone says so ("X, Y"), which also stands in lists, Y has to be called a division ("X, Y region").
    """
    ordered = sorted(toponyms, key=lambda toponym: toponym.span)
    found: dict[str, set[Feature]] = {}
    for outer, inner in pairwise(ordered[::-1]):
        joint = _INSIDE.fullmatch(text, inner.span.end, outer.span.start)
        if joint and not (only_sure and " in " not in joint[0] and outer.around.sort not in ("division", "district")):
            areas = (
                {c.feature for c in outer.candidates if c.feature.kind in _AREAS} if outer.candidates else found.get(outer.key[0], set())
            )
            found.setdefault(inner.key[0], set()).update(areas)
    return {key: frozenset(areas) for key, areas in found.items()}


def _apart(text: str, toponyms: Sequence[Toponym]) -> dict[str, frozenset[str]]:
    """For each spelling, the countries that some mention of it is reached from, and so does not lie in.

    "Crossed into X from Y", "fired at X from Y"; not "took X from Y".
    """
    ordered = sorted(toponyms, key=lambda toponym: toponym.span)
    found: dict[str, set[str]] = {}
    for there, here in pairwise(ordered):
        if text[there.span.end : here.span.start] in _FROM and _TOWARDS.search(text, max(0, there.span.start - 20), there.span.start):
            countries = {c.feature.country for c in here.candidates if c.feature.kind == "country" and c.feature.country}
            found.setdefault(there.key[0], set()).update(countries)
    return {key: frozenset(countries) for key, countries in found.items()}


def _areas(features: Iterable[Feature]) -> Iterable[tuple[str, str | None]]:
    return ((feature.country, feature.admin1) for feature in features if feature.country)


def _anchors(toponyms: Iterable[Toponym], chosen: Mapping[Key, Choice | None]) -> tuple[Anchor, ...]:
    """The towns and divisions that the first round is sure of, the most often named first."""
    named = Counter(toponym.key for toponym in toponyms)
    sure = [(key, choice.feature) for key, choice in chosen.items() if choice and choice.score > 0.5 and choice.feature.where_prec <= 4]
    anchors = [Anchor(feature=feature, key=key, mentions=named[key]) for key, feature in sure]
    return tuple(sorted(anchors, key=lambda anchor: -anchor.mentions)[:MOST_ANCHORS])


def _choose(toponyms: Sequence[Toponym], evidence: Evidence) -> dict[Key, Choice | None]:
    """One choice for all mentions of a key, the key named most often first."""
    groups: dict[Key, list[Toponym]] = {}
    for toponym in toponyms:
        groups.setdefault(toponym.key, []).append(toponym)
    ordered = sorted(groups.items(), key=lambda item: -len(item[1]))
    return {key: _best(mentions, evidence) for key, mentions in ordered}


def _best(mentions: Sequence[Toponym], evidence: Evidence) -> Choice | None:
    candidates = mentions[0].candidates
    if not candidates:
        return None
    towns = {
        (c.feature.country, c.feature.admin1)
        for c in candidates
        if c.feature.kind == "town" and c.feature.geonameid not in mentions[0].cities
    }
    close = _close_countries(mentions, evidence)
    prior = {candidate: _prior(candidate, towns, mentions[0]) for candidate in candidates}
    points = {candidate: prior[candidate] + _context(candidate, mentions[0], evidence, close) for candidate in candidates}
    kept = sorted(points, key=lambda candidate: -points[candidate])[:MOST_CANDIDATES]
    if evidence.anchors:
        points = {candidate: points[candidate] + _nearness(candidate, evidence, mentions[0].key) for candidate in kept}
    best = max(kept, key=lambda candidate: points[candidate])
    total = sum(math.exp(points[candidate] - points[best]) for candidate in kept)
    unknown = weights.UNKNOWN + weights.UNKNOWN_HERE * bool(evidence.countries)
    score = 1 / (total + math.exp(unknown - points[best]))
    return Choice(feature=best.feature, match=best.match, score=score)


def _close_countries(mentions: Sequence[Toponym], evidence: Evidence) -> frozenset[str]:
    """The countries that are named near one of the first mentions."""
    near: set[str] = set()
    for toponym in mentions[:_MENTIONS_LOOKED_AROUND]:
        start = toponym.span.start
        first = bisect_left(evidence.at, (start - _CLOSE, ""))
        past = bisect_left(evidence.at, (start + _CLOSE, ""))
        near.update(country for at, country in evidence.at[first:past] if at != start)
    return frozenset(near)


def _prior(candidate: Candidate, towns: set[tuple[str | None, str | None]], toponym: Toponym) -> float:
    """Points for what it is, and for what the words beside the toponym call it."""
    feature, around = candidate.feature, toponym.around
    points = weights.KIND[feature.kind] + weights.PEOPLE.get(feature.kind, 0.0) * math.log10(feature.population + 1)
    points += weights.FAME * math.log1p(feature.fame) + weights.ADJECTIVE * (candidate.match == "adjective")
    points += weights.CAPITAL * feature.is_capital + weights.OWN_NAME * (candidate.match == "name") + weights.EDIT * candidate.edits
    if around.sort is not None:
        points += _sort_points(feature.kind, around.sort)
    elif around.has_article:
        points += weights.ARTICLE * (feature.kind in ("province", "area", "water"))
    if feature.kind == "town" and feature.geonameid in toponym.cities and around.sort is None:
        points += weights.X_CITY
    is_called_larger = around.sort == "division" or around.has_article
    if feature.kind in ("province", "district") and not is_called_larger and (feature.country, feature.admin1) in towns:
        points += weights.SEAT
    return points


def _sort_points(kind: Kind, sort: Sort) -> float:
    if sort == "surroundings":
        return 0.0
    if kind in _OF_SORT[sort]:
        return weights.SORT
    # A district that no table holds is mostly called after its town.
    return 0.0 if sort == "district" and kind in ("town", "province") else weights.OTHER_SORT


def _context(candidate: Candidate, toponym: Toponym, evidence: Evidence, close: frozenset[str]) -> float:
    """Points for what else the report says."""
    feature, points = candidate.feature, 0.0
    if feature.country is None:
        return points
    points += weights.COUNTRY * math.sqrt(evidence.share(feature.country, toponym.key))
    points += weights.COUNTRY_NEAR * (feature.country in close)
    within = evidence.within.get(toponym.key[0], frozenset())
    if feature.kind != "country" and ((feature.country, None) in within or (feature.country, feature.admin1) in within):
        points += weights.CONTAINED
    divisions = {area for area in within if area[1] is not None}
    points += weights.ELSEWHERE * (candidate.edits > 0 and bool(divisions) and (feature.country, feature.admin1) not in divisions)
    points += weights.ELSEWHERE * _is_elsewhere(feature, evidence.surely.get(toponym.key[0], frozenset()))
    points += weights.ELSEWHERE * (feature.country in evidence.apart.get(toponym.key[0], frozenset()))
    if feature.admin1 and feature.kind != "province":
        points += weights.PROVINCE * evidence.names_division(feature, toponym.key)
    return points + weights.OUTLET * (feature.country == evidence.outlet)


def _is_reached(feature: Feature, evidence: Evidence, key: Key) -> bool:
    """Whether some other place of the report is not too far off for a misprint to be thought of."""
    others = [anchor.feature for anchor in evidence.anchors if anchor.key != key]
    return not others or any(kilometres(feature.lat, feature.lon, other.lat, other.lon) <= FAR for other in others)


def _is_elsewhere(feature: Feature, areas: frozenset[Feature]) -> bool:
    """Whether a town lies in none of the areas that it is said to lie in, nor near one, as divisions are drawn anew.

    Capitals stand for governments: "Moscow in Syria".
    """
    if not areas or feature.kind not in ("town", "district") or feature.is_capital:
        return False
    return not any(_holds(area, feature) for area in areas)


def _holds(area: Feature, feature: Feature) -> bool:
    if area.kind in ("country", "area"):
        return area.country in (None, feature.country)
    is_same = (area.country, area.admin1) == (feature.country, feature.admin1)
    return is_same or kilometres(area.lat, area.lon, feature.lat, feature.lon) <= FAR


def _nearness(candidate: Candidate, evidence: Evidence, key: Key) -> float:
    """Points for another place of the report that lies close, none for itself and for whole countries; against a misprint far from all."""
    feature = candidate.feature
    if candidate.edits and feature.where_prec <= 4 and not _is_reached(feature, evidence, key):
        return weights.ELSEWHERE
    if feature.where_prec > 4:
        return 0.0
    distances = (
        kilometres(feature.lat, feature.lon, anchor.feature.lat, anchor.feature.lon)
        for anchor in evidence.anchors
        if anchor.key != key and anchor.feature.geonameid != feature.geonameid
    )
    return weights.NEARNESS * math.exp(-min(distances, default=math.inf) / weights.REACH)
