"""How places are counted."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.counts import Counts
from benchmarks.places.gold import GoldToponym
from benchmarks.places.scores import Answer, Judge, score_found, score_given
from saidwho.grounding.places.features import Feature
from saidwho.grounding.places.gazetteer import Gazetteer
from saidwho.grounding.places.index import Index, Named, write_index
from saidwho.types.document import Span


def country(number: int, name: str, code: str) -> Named:
    feature = Feature(
        geonameid=number,
        name=name,
        kind="country",
        where_prec=6,
        country=code,
        admin1=None,
        admin1_name=None,
        lat=60,
        lon=-113,
        population=1,
        fame=0,
        is_capital=False,
    )
    return Named(feature=feature, names=())


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    file: Path = tmp_path_factory.mktemp("judge") / "two.sqlite"
    write_index(file, [country(5, "Canada", "CAN"), country(6, "Cuba", "CUB")], [])
    with Gazetteer((Index(file),)) as gazetteer:
        yield Judge(gazetteer)


def gold(start: int = 0, *, lat: float | None = 48.0, number: int | None = None, page: str | None = None) -> GoldToponym:
    return GoldToponym(
        span=Span(start=start, end=start + 5),
        name="Orven",
        lat=lat,
        lon=None if lat is None else 37.0,
        geonameid=number,
        country="Canada",
        page=page,
    )


def answer(lat: float | None = 48.0, number: int | None = None, code: str | None = "CAN") -> Answer:
    return Answer(geonameid=number, country=code, lat=lat, lon=None if lat is None else 37.0)


@pytest.mark.parametrize(
    ("gold_toponym", "given", "close", "same"),
    [
        (gold(), answer(49.4), True, True),
        (gold(), answer(49.5), False, False),
        (gold(number=7), answer(60.0, 7), False, True),
        (gold(number=7), answer(60.0, 8), False, False),
        (gold(page="Canada"), answer(60.0, 5), False, True),
        (gold(page="Cuba"), answer(60.0, 5), False, False),
        (gold(), answer(None), False, False),
        (gold(lat=None), answer(), False, False),
        (gold(), None, False, False),
    ],
)
def test_a_place_is_right_by_distance_or_by_being_the_same(
    judge: Judge, gold_toponym: GoldToponym, given: Answer | None, *, close: bool, same: bool
) -> None:
    """161 km, the same id, or the same country where only its page is known."""
    assert (close, same) == (judge.is_close(gold_toponym, given), judge.is_same(gold_toponym, given))


def test_what_has_no_point_is_not_asked_for(judge: Judge) -> None:
    """A label without a point counts neither way."""
    counts = score_given([gold(), gold(lat=None)], [answer(), None], judge)
    assert Counts(right=1, predicted=1, gold=1) == counts["161 km"]
    assert Counts(right=1, predicted=1, gold=1) == counts["country"]


def test_found_places_are_matched_once(judge: Judge) -> None:
    """Two found places on one label are one match; what lies on a label without a point is left out of the right ones."""
    found = [(0, 3, answer()), (3, 5, answer()), (10, 15, answer()), (30, 35, answer())]
    counts = score_found([gold(0), gold(10, lat=None), gold(20)], found, judge)
    assert Counts(right=2, predicted=4, gold=3) == counts["found"]
    assert Counts(right=1, predicted=3, gold=2) == counts["right place"]
