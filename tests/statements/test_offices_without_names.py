"""An office is what somebody without a name is called by, and no people or state stands by it."""

import pytest

from saidwho.statements.offices import office_of


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        (("central", None), "The army"),
        (("central", None), "an army spokesman"),
        (("central", None), "The health ministry"),
        (("central", None), "an official of the peace ministry"),
        (("central", None), "The finance minister, acting for Henry,"),
        (("central", None), "The Prime Minister's office"),
        (("local", None), "Prosecutors"),
        (("local", None), "spokeswoman for the regional administration"),
        (("local", "North Kivu"), "the governor of North Kivu"),
        (("local", "Kharkiv"), "Kharkiv's governor"),
        (("local", "Kyiv"), "Two officials in Kyiv"),
        (("rebel", None), "a rebel spokesman"),
        (("rebel", None), "the separatists' army"),
        (("rebel", None), "the rebels' chief of foreign relations"),
        (("local", None), "the national police director"),
        (("central", None), "a presidential adviser"),
        (("central", None), "a drone operator of the 82nd Air Assault Brigade"),
    ],
)
def test_an_office_is_of_a_kind_and_perhaps_of_a_place(expected: tuple[str, str | None], words: str) -> None:
    """Local ones only the state at home has, central ones every state; rebels have none."""
    assert expected == office_of(words)


@pytest.mark.parametrize(
    "words", ["a farmer", "A spokesman", "Officials", "the ministry", "Western officials in Kyiv", "Army spokesman Ivo Marek", ""]
)
def test_other_words_name_no_office(words: str) -> None:
    """People, names, and what only takes up another word ("the ministry")."""
    assert office_of(words) is None


def test_long_words_take_no_long_time() -> None:
    """Only the beginning is read."""
    assert office_of("the " * 50_000) is None
