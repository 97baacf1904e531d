"""Which of several places does a name stand for?"""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.grounding.places.gazetteer import Gazetteer
from saidwho.grounding.places.places import SURE_ENOUGH
from saidwho.grounding.places.resolve import Choice, resolve_toponyms
from saidwho.types.document import Span
from tests.grounding.places.readings import span_of


def chosen(gazetteer: Gazetteer, text: str, *names: str, implied: tuple[str, ...] = (), outlet: str | None = None) -> list[int | None]:
    spans = [span_of(text, name) for name in names]
    choices = resolve_toponyms(text, spans, gazetteer, implied=[(0, country) for country in implied], outlet_country=outlet)
    return [choice.feature.geonameid if choice else None for choice in choices]


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        ("Shells fell on Donetsk.", "Donetsk", 20),
        ("Shells fell on Donetsk, Russia.", "Donetsk", 21),
        ("Shells fell in the Donetsk region.", "Donetsk", 10),
        ("They fought in the Donetsk for weeks.", "Donetsk", 10),
        ("They reached the city of Donetsk.", "Donetsk", 20),
        ("He flew to New York.", "New York", 13),
        ("He flew to the city of New York.", "New York", 26),
        ("Bears walk through Churchill, Man.", "Churchill", 27),
        ("Bears walk through Churchill.", "Churchill", 28),
        ("Bears walk through Churchill in Canada.", "Churchill", 27),
        ("Shells fell on Nowhere.", "Nowhere", None),
    ],
)
def test_chooses_by_what_the_text_says(gazetteer: Gazetteer, text: str, name: str, number: int | None) -> None:
    """Size alone where nothing is said; containment, the sort of place and the country named before it."""
    names = [name, *(other for other in ("Russia", "Canada", "Man") if other in text and other != name)]
    assert number == chosen(gazetteer, text, *names)[0]


def test_containment_holds_for_later_mentions(gazetteer: Gazetteer) -> None:
    """A report says once where a town lies."""
    text = "A bear came to Churchill, Manitoba. London talked of it. Churchill was calm."
    spans = [span_of(text, "Churchill"), span_of(text, "Manitoba"), Span(start=text.rindex("Churchill"), end=text.rindex("Churchill") + 9)]
    choices = resolve_toponyms(text, spans, gazetteer)
    assert [27, 12, 27] == [choice.feature.geonameid for choice in choices if choice]


def test_a_demonym_points_to_the_country(gazetteer: Gazetteer) -> None:
    """ "Canadian" is enough to tell the two towns apart."""
    assert [27] == chosen(gazetteer, "Canadian police were in Churchill.", "Churchill", implied=("CAN",))


def test_a_misprint_is_read_in_a_country_of_the_report(gazetteer: Gazetteer) -> None:
    """ "Adviika" is Avdiivka where the report names Donetsk, and nothing where it names no country."""
    assert [22, 10] == chosen(gazetteer, "In Adviika, in the Donetsk region, it was calm.", "Adviika", "Donetsk")
    assert [None] == chosen(gazetteer, "In Adviika it was calm.", "Adviika")


def test_near_places_are_preferred(gazetteer: Gazetteer) -> None:
    """Of two towns of one name, the one close to another place of the report."""
    assert [20, 22] == chosen(gazetteer, "From Donetsk they went on to Avdiivka.", "Donetsk", "Avdiivka")


def test_a_name_that_ninety_countries_have_is_not_sure(gazetteer: Gazetteer) -> None:
    """One is chosen, and the score says how little that means."""
    (choice,) = resolve_toponyms("He came from Springfield.", [Span(start=13, end=24)], gazetteer)
    assert isinstance(choice, Choice)
    assert choice.score < 0.1


def test_a_named_country_settles_ninety(gazetteer: Gazetteer) -> None:
    """The same name with its country is settled."""
    text = "He came from Springfield."
    (choice,) = resolve_toponyms(text, [span_of(text, "Springfield")], gazetteer, implied=[(0, "X42"), (5, "X42")])
    assert choice is not None
    assert "X42" == choice.feature.country


def test_time_grows_with_the_number_of_names_only(gazetteer: Gazetteer) -> None:
    """Five thousand mentions of a name that ninety places have take no longer than the rest of reading would."""
    text = "Springfield and Donetsk. " * 5000
    spans = [Span(start=n * 25, end=n * 25 + 11) for n in range(5000)]
    began = time.process_time()
    resolve_toponyms(text, spans, gazetteer)
    assert time.process_time() - began < 3


@given(st.data())
def test_any_spans_give_as_many_answers(gazetteer: Gazetteer, data: st.DataObject) -> None:
    """One answer a span, the same ones each time, scores between 0 and 1."""
    text = data.draw(st.text(alphabet="Donetsk, Avdiv.\nUS 3", max_size=60))
    ends = st.integers(0, len(text))
    spans = [Span(start=min(a, b), end=max(a, b)) for a, b in data.draw(st.lists(st.tuples(ends, ends), max_size=5))]
    choices = resolve_toponyms(text, spans, gazetteer)
    assert len(spans) == len(choices)
    assert choices == resolve_toponyms(text, spans, gazetteer)
    assert all(0 <= choice.score <= 1 for choice in choices if choice)


def test_a_town_does_not_lie_in_the_country_it_is_reached_from(gazetteer: Gazetteer) -> None:
    """ "Crossed into Donetsk from Ukraine": the one in Russia; "took Donetsk from Ukraine" says nothing of the kind."""
    assert [21, 1] == chosen(gazetteer, "Trucks crossed into Donetsk from Ukraine.", "Donetsk", "Ukraine")
    assert [20, 1] == chosen(gazetteer, "Troops took Donetsk from Ukraine.", "Donetsk", "Ukraine")


def test_no_town_of_the_name_in_the_division_leaves_the_name_open(gazetteer: Gazetteer) -> None:
    """Churchill lies in no oblast: neither behind a comma with the word for it, nor with "in"."""
    for text in ("Shells hit Churchill, Kherson region.", "Shells hit Churchill in the Kherson region."):
        spans = [span_of(text, "Churchill"), span_of(text, "Kherson")]
        churchill, kherson = resolve_toponyms(text, spans, gazetteer)
        assert churchill is not None
        assert kherson is not None
        assert churchill.score < SURE_ENOUGH < kherson.score


def test_a_misprint_lies_in_the_division_that_is_named(gazetteer: Gazetteer) -> None:
    """ "Adviika" in the Kherson region is no Avdiivka."""
    text = "In Adviika, in the Kherson region, it was calm."
    adviika, _ = resolve_toponyms(text, [span_of(text, "Adviika"), span_of(text, "Kherson")], gazetteer)
    assert adviika is None or adviika.score < SURE_ENOUGH
