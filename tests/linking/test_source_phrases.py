"""What the words that name a source tell by themselves."""

import pytest

from saidwho.linking.standing.descriptions import (
    are_people,
    is_body_of_its_members,
    is_of_somebody,
    is_one_of_its_kind,
    is_onlooker,
    is_report,
    is_thing,
    is_unnamed_official,
    points_back,
    side_of,
    staff_of,
)
from saidwho.linking.standing.phrases import phrase_of
from saidwho.text.tables import rows_of


def test_the_table_names_each_kind_once_and_each_noun_in_the_singular() -> None:
    """A noun in the plural would never be met."""
    rows = rows_of("nouns.tsv", package="saidwho.linking.standing", columns=2)
    kinds = [kind for kind, _ in rows]
    assert len(kinds) == len(set(kinds))
    for kind, nouns in rows:
        assert nouns == nouns.lower(), kind
        assert len(nouns.split()) == len(set(nouns.split())), kind


@pytest.mark.parametrize(
    ("words", "opening", "noun", "owner", "behind"),
    [
        ("Two senior Karlian officials", "two", "official", "", ""),
        ("Karlia's deputy envoy to the Union", "", "envoy", "Karlia", "to the Union"),
        ("the drivers' lawyer, who fled", "the", "lawyer", "drivers", ", who fled"),
        ("Satellite images taken by Vexel", "", "image", "", "taken by Vexel"),
        ("a source close to the general", "a", "source", "", "close to the general"),
        ("both", "both", "", "", ""),
    ],
)
def test_a_phrase_ends_where_its_noun_has_come(words: str, opening: str, noun: str, owner: str, behind: str) -> None:
    """At a preposition, a clause, or what was done to it."""
    phrase = phrase_of(words)
    assert (opening, noun, owner, behind) == (phrase.opening, phrase.noun, phrase.owner, phrase.behind)


@pytest.mark.parametrize(
    ("words", "title", "name"),
    [
        ("military analyst Ivo Varn", "analyst", "Ivo Varn"),
        ("Professor Ivo Varn", "professor", "Professor Ivo Varn"),
        ("the Harbour Tribune", "", "Harbour Tribune"),
        ("Officials", "", ""),
        ("the Union of Nations monitors", "", ""),
    ],
)
def test_a_name_is_the_head_of_its_phrase(words: str, title: str, name: str) -> None:
    """With the noun before it; a noun that begins a sentence is no name."""
    phrase = phrase_of(words)
    assert (title, name) == (phrase.title, phrase.name)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("one of the officers", True),
        ("Soldiers at the gate", True),
        ("a person at the official exchange", False),
        ("Colonel Ivo Varn", False),
        ("a captured officer", False),
    ],
)
def test_an_official_without_a_name_is_told_by_the_noun_alone(words: str, expected: bool) -> None:
    """Not by a word that stands beside it."""
    assert expected == is_unnamed_official(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("leaked internal e-mails", (True, False)),
        ("a foreign service cable from Vexel", (True, True)),
        ("Karlia's satellite pictures", (True, True)),
        ("the photographer of the paper", (False, False)),
    ],
)
def test_a_picture_or_a_paper_may_be_somebodys(words: str, expected: tuple[bool, bool]) -> None:
    """Whatever stands before the noun for it."""
    assert expected == (is_thing(words), is_of_somebody(words))


def test_staff_are_of_the_body_that_words_name() -> None:
    """Before them or behind "of"; not what somebody is in between."""
    words = ("Union of Nations monitors", "two Red Lantern volunteers", "the radio of the Southern Covenant", "Red Lantern's rival")
    assert ["Union of Nations", "Red Lantern", "Southern Covenant", ""] == [staff_of(one) for one in words]


def test_people_are_told_by_their_number() -> None:
    """Several residents, or one of them, are a source; "the shepherd" was told before."""
    assert [True, True, False] == [are_people(words) for words in ("the residents", "one of the residents", "the shepherd")]


def test_what_points_back_is_told_by_its_opening() -> None:
    """One of those who were told by what they are is told nowhere else."""
    assert [True, True, False, False] == [points_back(words) for words in ("the pair", "another", "one of the bakers", "a baker")]


def test_other_kinds() -> None:
    """An agency with a name is no report, a body once told by what it does is one, a professor judges from outside."""
    assert [True, False] == [is_report(words) for words in ("local media", "the UNA agency")]
    assert [True, False] == [is_one_of_its_kind(words) for words in ("the rebels' own council", "the council")]
    assert [True, False] == [is_onlooker(words) for words in ("Ivo Varn, a lecturer in law", "Ivo Varn, who expected it")]


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("the rebels", "rebels"),
        ("Separatists", "separatists"),
        ("the rebels' leader, a former colonel", "rebels"),
        ("two rebels", ""),
        ("captured rebels", ""),
        ("a rebel sniper", ""),
        ("rebel leader Ivo Varn", ""),
    ],
)
def test_all_who_fight_are_one_side(words: str, side: str) -> None:
    """Some of them are not, and who has a name speaks by it."""
    assert side == side_of(words)


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("a drivers' union", True),
        ("an association of grain dealers", True),
        ("the teachers' federation", True),
        ("a local union", False),
        ("a union", False),
        ("a local group", False),
    ],
)
def test_a_body_is_told_by_its_members(words: str, is_so: bool) -> None:
    """Its own name is not needed to know which it is."""
    assert is_so == is_body_of_its_members(words)


@pytest.mark.parametrize(("words", "is_so"), [("a commander of a mortar company", True), ("the commandant of Lorn", False)])
def test_one_commander_of_many_is_an_official_without_a_name(words: str, is_so: bool) -> None:
    assert is_so == is_unnamed_official(words)


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("a rebel spokesman", "rebels"),
        ("a spokeswoman for the insurgents", ""),
        ("Rebel radio", "rebels"),
        ("the guerrillas' radio", "guerrillas"),
        ("a rebel commander", ""),
        ("a captured rebel spokesman", ""),
    ],
)
def test_a_sides_spokesman_and_its_radio_speak_for_it(words: str, side: str) -> None:
    """Its commanders are some of it."""
    assert side == side_of(words)


@pytest.mark.parametrize("words", ["officials there", "people here", "soldiers nearby", "traders abroad"])
def test_where_somebody_is_is_no_noun(words: str) -> None:
    """ "Officials there" are officials."""
    assert words.split(maxsplit=1)[0] == f"{phrase_of(words).noun}s" or words.startswith("people")
