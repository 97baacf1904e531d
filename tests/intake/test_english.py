"""Words are counted for English and against it, and names are left out."""

import pytest

from saidwho.intake.english import WordWeight, weigh_words


@pytest.mark.parametrize(
    ("english", "other", "words", "text"),
    [
        (3, 0, 5, "Mayor says bridge was struck"),
        (0, 0, 3, "Azimi greets Anton Velikov, Mirna Dobrić warmly"),
        (1, 0, 2, "Sava wounded, Dobrov"),
        (0, 0, 0, ""),
        (0, 0, 0, "née"),
    ],
)
def test_counts_words_of_english(english: int, other: int, words: int, text: str) -> None:
    """Only what English alone writes counts; names are no words that could tell."""
    assert WordWeight(english=english, other=other, words=words) == weigh_words(text)


@pytest.mark.parametrize(
    ("other", "text"),
    [
        (3, "Tre sårede i Torno"),
        (2, "Explosion à Torno, selon Velikov"),
        (1, "Torno : l'armée avance"),
        (1, "Torno: niente tregua"),
        (0, "Torno: café struck en route"),
        (0, "Luiz da Silva, Ursula von der Mark, Anna de la Cruz"),
        (1, "Alarm de la ciudad"),
        (0, "UN: SA-9 SHOT DOWN"),
        (2, "TROIS MORTS: TORNO"),
        (0, "Dan Velikov shot"),
        (1, "Una ciudad"),
        (0, "He isn't here, they'll wait"),
    ],
)
def test_counts_words_against_it(other: int, text: str) -> None:
    """Small words, letters and elisions of other languages count; particles of names and borrowed words do not."""
    assert other == weigh_words(text).other


@pytest.mark.parametrize("text", ["Storm over Torno on Monday", "Velikov meets Russian envoy"])
def test_days_and_peoples_count_with_a_capital(text: str) -> None:
    """They are written so in English alone, and are no names."""
    assert 0 < weigh_words(text).english


def test_a_line_begins_anew() -> None:
    """The first word of a line is no name because of its capital."""
    assert 2 == weigh_words("Killed at Torno\nWounded at Torno").english


def test_a_headline_in_title_case_has_words() -> None:
    """Where all long words have a capital, none is a name because of it."""
    assert 2 <= weigh_words("Torno Hospital Struck Again By Drones").english
