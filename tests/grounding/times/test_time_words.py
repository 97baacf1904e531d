"""Words of time, one by one."""

import pytest

from saidwho.grounding.times.words import WordClass, class_of, number_of


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("october", WordClass.MONTH),
        ("oct.", WordClass.MONTH),
        ("31", WordClass.DAY_NUMBER),
        ("32", WordClass.NUMBER),
        ("2022", WordClass.YEAR),
        ("2,022", WordClass.NUMBER),
        ("0999", WordClass.NUMBER),
        ("3022", WordClass.NUMBER),
        ("7th", WordClass.NTH),
        ("1990s", WordClass.DECADE),
        ("90s", WordClass.DECADE),
        ("1995s", WordClass.OTHER),
        ("10/30/2023", WordClass.SLASHED),
        ("18:40", WordClass.CLOCK),
        ("6pm", WordClass.CLOCK),
        ("9" * 300, WordClass.OTHER),
        ("١٢", WordClass.OTHER),
        ("port", WordClass.OTHER),
    ],
)
def test_a_word_has_its_class(word, kind):
    """By itself, whatever stands around it."""
    assert kind == class_of(word)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("two", 2),
        ("24", 24),
        ("1,000", 1000),
        ("2.5", 2.5),
        ("twenty - four", 24),
        ("two and a half", 2.5),
        ("half a", 0.5),
        ("a", 1),
        ("two hundred and fifty", 250),
        ("a hundred", 100),
        ("three thousand", 3000),
        ("", None),
    ],
)
def test_numbers_have_their_value(words, number):
    """In figures and in words."""
    assert number == number_of(words.split())
