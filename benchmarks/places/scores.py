"""When is a place right?

Within 161 kilometres (100 miles, the measure of the literature) of the labelled point, or the same GeoNames id. Points
that stand for whole countries and continents are conventions that lie further apart than that; so for these, where the
corpus has no ids, the same country or continent is right too ("same place"), and the plain measure is given beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.counts import Counts
from benchmarks.places.gold import GoldToponym
from saidwho.grounding.places.distance import kilometres
from saidwho.grounding.places.gazetteer import Gazetteer

CLOSE = 161.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A place as we found it."""

    geonameid: int | None
    country: str | None
    lat: float | None
    lon: float | None


class Judge:
    """Tells right places from wrong ones. gazetteer: for what the labels name in words."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def is_close(self, gold: GoldToponym, answer: Answer | None) -> bool:
        """Within 161 km."""
        if answer is None or answer.lat is None or answer.lon is None or gold.lat is None or gold.lon is None:
            return False
        return kilometres(gold.lat, gold.lon, answer.lat, answer.lon) <= CLOSE

    def is_same(self, gold: GoldToponym, answer: Answer | None) -> bool:
        """Within 161 km, the same GeoNames id, or the same country or continent."""
        if answer is None:
            return False
        if gold.geonameid is not None and gold.geonameid == answer.geonameid:
            return True
        return self.is_close(gold, answer) or (answer.geonameid is not None and answer.geonameid in self._wide(gold))

    def is_country_right(self, gold: GoldToponym, answer: Answer | None) -> bool:
        if answer is None or answer.country is None or gold.country is None:
            return False
        return any(c.feature.country == answer.country for c in self._gazetteer.candidates(gold.country) if c.feature.kind == "country")

    def _wide(self, gold: GoldToponym) -> set[int | None]:
        """The ids of the country or continent that the label's page is of."""
        candidates = self._gazetteer.candidates(gold.page) if gold.page else ()
        return {c.feature.geonameid for c in candidates if c.feature.kind in ("country", "continent")}


def score_given(golds: Sequence[GoldToponym], answers: Sequence[Answer | None], judge: Judge) -> dict[str, Counts]:
    """Count answers to given toponyms. All counts are out of those that the corpus gives what is asked for."""
    placed = [(gold, answer) for gold, answer in zip(golds, answers, strict=True) if gold.lat is not None]
    with_id = [(gold, answer) for gold, answer in placed if gold.geonameid is not None]
    with_country = [(gold, answer) for gold, answer in placed if gold.country is not None]
    return {
        "161 km": _share([judge.is_close(gold, answer) for gold, answer in placed]),
        "same place": _share([judge.is_same(gold, answer) for gold, answer in placed]),
        "id": _share([answer is not None and gold.geonameid == answer.geonameid for gold, answer in with_id]),
        "country": _share([judge.is_country_right(gold, answer) for gold, answer in with_country]),
    }


def _share(rights: Sequence[bool]) -> Counts:
    return Counts(right=sum(rights), predicted=len(rights), gold=len(rights))


def score_found(golds: Sequence[GoldToponym], found: Sequence[tuple[int, int, Answer]], judge: Judge) -> dict[str, Counts]:
    """Count what was found in a text: as (start, end, place). One is right if it shares characters with a label and is the same place.

    Labels without a point, and what was found there, are left out of "right place" and count in "found".
    """
    matched: dict[int, int] = {}
    for number, (start, end, _) in enumerate(found):
        for at, gold in enumerate(golds):
            if at not in matched and start < gold.span.end and gold.span.start < end:
                matched[at] = number
                break
    placed = {at for at, gold in enumerate(golds) if gold.lat is not None}
    right = sum(judge.is_same(golds[at], found[number][2]) for at, number in matched.items() if at in placed)
    unplaced = sum(at not in placed for at in matched)
    return {
        "found": Counts(right=len(matched), predicted=len(found), gold=len(golds)),
        "right place": Counts(right=right, predicted=len(found) - unplaced, gold=len(placed)),
    }
