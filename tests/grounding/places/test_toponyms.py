"""Where does a text name a place?"""

import pytest

from saidwho.grounding.places.gazetteer import Gazetteer
from saidwho.grounding.places.toponyms import find_toponyms
from tests.grounding.places.readings import FewActors, reading_of


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("Shells fell on Avdiivka.", {"locations": ("Avdiivka",)}, ["Avdiivka"]),
        ("Shells fell near Avdiivka.", {}, ["Avdiivka"]),
        ("In Avdiivka, Ukraine, it was calm.", {"locations": ("Avdiivka, Ukraine",)}, ["Avdiivka", "Ukraine"]),
        ("Battles in the Donbas went on.", {"locations": ("the Donbas",)}, ["Donbas"]),
        ("Ukraine said no.", {"bodies": ("Ukraine",)}, ["Ukraine"]),
        ("KHERSON (Orven News) - It was calm.", {}, ["KHERSON"]),
        ("Fighting spread to Kherson.", {"people": ("Kherson",)}, ["Kherson"]),
        ("Mr Churchill said no.", {"people": ("Churchill",)}, []),
        ("Churchill said no.", {}, []),
        ("The Bank of Canada said no.", {"bodies": ("Bank of Canada",)}, []),
        ("It happened in March.", {}, []),
        ("They told us all.", {}, []),
        ("The US said no.", {}, ["US"]),
        ("Turkish troops left.", {}, ["Turkish"]),
        ("European leaders met.", {}, ["European"]),
        ("The White House said no.", {"locations": ("White House",)}, []),
        ("They stood outside the White House.", {"locations": ("White House",)}, ["White House"]),
        ("An IS member left.", {"locations": ("IS",)}, []),
        ("West Nile virus spread.", {"locations": ("West Nile",)}, []),
        ("The mayor of Kherson said no.", {"people": ("Kherson",)}, ["Kherson"]),
        ("Residents of Kherson left.", {}, ["Kherson"]),
        ("They bombed Kherson.", {}, ["Kherson"]),
        ("It began at 3 p.m. Kyiv time.", {"locations": ("Kyiv",)}, []),
        ("It began at 18:00 Kyiv time and ended soon.", {"locations": ("Kyiv",)}, []),
        ("It was Kyiv time and again.", {"locations": ("Kyiv",)}, ["Kyiv"]),
        ("They met in New York, NY.", {"locations": ("New York",)}, ["New York", "NY"]),
        ("A drug named Orvenil failed.", {"locations": ("Orvenil",)}, []),
        ("They fled to Orvenil.", {"locations": ("Orvenil",)}, ["Orvenil"]),
        ("They bombed Hizari positions.", {"locations": ("Hizari",)}, []),
        ("The navy fired on the bridge.", {"locations": ("bridge",)}, []),
        ("They gave 1 million U.S. dollars.", {"locations": ("U.S.",)}, []),
        ("They gave US$2 million.", {}, []),
        ("US-made bombs fell near Kherson.", {"locations": ("US",)}, ["Kherson"]),
        ("The US-backed army left.", {"locations": ("US",)}, ["US"]),
        ("", {}, []),
    ],
)
def test_finds_the_places_and_nothing_else(gazetteer: Gazetteer, text: str, names: dict[str, tuple[str, ...]], found: list[str]) -> None:
    """Locations of the reader, what it missed, demonyms; no people, no parts of names, no months, no buildings that speak."""
    toponyms = find_toponyms(text, reading_of(text, **names), gazetteer, FewActors())
    assert found == [toponym.span.of(text) for toponym in toponyms]


def test_a_demonym_tells_its_country(gazetteer: Gazetteer) -> None:
    """Apart from the places, with the country where there is one."""
    text = "Turkish and European leaders met."
    toponyms = find_toponyms(text, reading_of(text), gazetteer, FewActors())
    assert [(True, "TUR"), (True, None)] == [(toponym.is_demonym, toponym.country) for toponym in toponyms]


def test_a_country_is_no_first_name(gazetteer: Gazetteer) -> None:
    """What goes on behind it by syntax is one name with it."""
    text = "Canada Morren spoke"
    tree = {"Canada": ("PROPN", "spoke", "nsubj"), "Morren": ("PROPN", "Canada", "flat")}
    assert [] == find_toponyms(text, reading_of(text, tree=tree, locations=("Canada Morren",)), gazetteer, FewActors())


@pytest.mark.parametrize(
    ("found", "text", "tree"),
    [
        ([], "a Churchill tank burned", {"Churchill": ("PROPN", "tank", "compound")}),
        ([], "a Churchill launcher burned", {"Churchill": ("PROPN", "launcher", "compound")}),
        (["Kherson"], "a Kherson missile strike", {"Kherson": ("PROPN", "strike", "compound"), "missile": ("NOUN", "strike", "compound")}),
        (["Canada"], "a Canada tank burned", {"Canada": ("PROPN", "tank", "compound")}),
    ],
)
def test_a_name_before_a_tank_is_its_make(gazetteer: Gazetteer, found: list[str], text: str, tree: dict[str, tuple[str, str, str]]) -> None:
    """That of a state is whose it is, and a strike by missiles is somewhere."""
    name = text.split()[1]
    toponyms = find_toponyms(text, reading_of(text, tree=tree, locations=(name,)), gazetteer, FewActors())
    assert found == [toponym.span.of(text) for toponym in toponyms]
