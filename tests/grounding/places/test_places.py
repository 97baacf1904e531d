"""The places of a report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.grounding.places.gazetteer import Gazetteer
from saidwho.grounding.places.places import ground_places
from saidwho.types.grounding import Place
from tests.grounding.places.readings import FewActors, reading_of


def places_of(gazetteer: Gazetteer, text: str, *locations: str) -> list[Place]:
    return list(ground_places(text, reading_of(text, locations=locations), gazetteer, FewActors()))


@pytest.mark.parametrize(
    ("text", "name", "where_prec"),
    [
        ("Shells fell on Kherson.", "Kherson", 1),
        ("Shells fell near Kherson.", "Kherson", 2),
        ("Shells fell 20 km east of Kherson.", "Kherson", 2),
        ("Shells fell 60 km east of Kherson.", "Kherson", 5),
        ("Losses on the Kherson front grew.", "Kherson", 2),
        ("Shells fell in Kherson region.", "Kherson Oblast", 4),
        ("Shells fell in Kherson district.", "Kherson", 3),
        ("Shells fell in the Donbas.", "Donbas", 5),
        ("Shells fell in Ukraine.", "Ukraine", 6),
        ("Shells fell in eastern Ukraine.", "Ukraine", 5),
        ("Shells fell in the Sahel.", "Sahel", 7),
    ],
)
def test_codes_precision_as_ucdp_does(gazetteer: Gazetteer, text: str, name: str, where_prec: int) -> None:
    """A town is 1, near it 2, a district 3, a province 4, something vaguer 5, a country 6, more than one 7."""
    toponym = next(word for word in ("Kherson", "Donbas", "Ukraine", "Sahel") if word in text)
    (place,) = places_of(gazetteer, text, toponym)
    assert (name, where_prec) == (place.name, place.where_prec)


def test_a_region_is_never_passed_off_as_a_town(gazetteer: Gazetteer) -> None:
    """A district that is only known by its town has no town's id."""
    (place,) = places_of(gazetteer, "Shells fell in Kherson district.", "Kherson")
    assert (None, 3) == (place.geonameid, place.where_prec)


def test_a_part_of_a_country_is_not_pinned_at_its_middle(gazetteer: Gazetteer) -> None:
    """The words are kept, the point is not known."""
    text = "Shells fell in eastern Ukraine."
    (place,) = places_of(gazetteer, text, "Ukraine")
    assert ("eastern Ukraine", "UKR", None, None) == (place.span.of(text), place.country, place.lat, place.lon)


def test_a_distance_keeps_its_words_and_moves_the_point(gazetteer: Gazetteer) -> None:
    """Sixty kilometres east of Kherson is not Kherson."""
    text = "Shells fell 60 km east of Kherson."
    (place,) = places_of(gazetteer, text, "Kherson")
    assert "60 km east of Kherson" == place.span.of(text)
    assert place.lat == pytest.approx(46.64, abs=0.01)
    assert place.lon == pytest.approx(33.38, abs=0.02)


def test_a_distance_without_a_direction_has_no_point(gazetteer: Gazetteer) -> None:
    """Sixty kilometres from Kherson may be anywhere around it."""
    (place,) = places_of(gazetteer, "Shells fell 60 km from Kherson.", "Kherson")
    assert (None, None, 5) == (place.lat, place.lon, place.where_prec)


def test_a_misprint_gets_the_name_it_stands_for(gazetteer: Gazetteer) -> None:
    """The town within the region that the text names."""
    text = "It was calm in eastern city of Adviika, in the Donetsk region."
    town, region = places_of(gazetteer, text, "Adviika", "Donetsk")
    assert ("Avdiivka", "Donetsk Oblast", 22, "Adviika") == (town.name, town.admin1, town.geonameid, town.span.of(text))
    assert ("Donetsk Oblast", 4) == (region.name, region.where_prec)


def test_a_place_in_no_gazetteer_keeps_its_name_and_nothing_else(gazetteer: Gazetteer) -> None:
    """What is unknown is empty."""
    (place,) = places_of(gazetteer, "They fled to Orvenil.", "Orvenil")
    assert ("Orvenil", None, None, None, None, None) == (
        place.name,
        place.geonameid,
        place.country,
        place.lat,
        place.lon,
        place.where_prec,
    )


def test_one_of_ninety_is_left_open(gazetteer: Gazetteer) -> None:
    """A name that tells nothing is kept as a name."""
    (place,) = places_of(gazetteer, "They fled to Springfield.", "Springfield")
    assert (None, None) == (place.geonameid, place.country)
    assert 0 < place.score < 0.1


def test_a_demonym_is_its_country(gazetteer: Gazetteer) -> None:
    """Only the country, and only as a word for who is of it."""
    (place,) = places_of(gazetteer, "Turkish troops left.")
    assert ("Turkey", "TUR", 6, "demonym") == (place.name, place.country, place.where_prec, place.use)


@given(st.data())
def test_spans_are_exact_and_in_order(gazetteer: Gazetteer, data: st.DataObject) -> None:
    """Every place is a stretch of the text, in order, and the same text gives the same places."""
    words = [
        "Kherson",
        "near",
        "the",
        "Donetsk",
        "region",
        "30",
        "km",
        "west",
        "of",
        "Ukraine",
        "Turkish",
        ",",
        "\n",
        "eastern",
        "’s",
        "US",
    ]
    text = " ".join(data.draw(st.lists(st.sampled_from(words), max_size=25)))
    reading = reading_of(text)
    places = ground_places(text, reading, gazetteer, FewActors())
    assert all(0 <= place.span.start < place.span.end <= len(text) for place in places)
    assert sorted(places, key=lambda place: place.span.end) == list(places)
    assert places == ground_places(text, reading, gazetteer, FewActors())
