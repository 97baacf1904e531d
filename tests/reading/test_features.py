import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.reading.features import CASES, SIZES, describe_words
from saidwho.text.quotations import QUOTES
from saidwho.text.words import split_words


def states(text):
    words = split_words(text)
    return {word: QUOTES[row[1]] for word, row in zip(words.strings, describe_words(words), strict=True)}


@pytest.mark.parametrize(
    "text",
    ['He "ran" home', "He “ran” home", "He ''ran'' home", "He ``ran'' home", "He «ran» home"],
    ids=["straight", "curly", "two", "tex", "angle"],
)
def test_knows_what_stands_in_quotation_marks(text):
    found = states(text)
    assert ("outside", "inside", "outside") == (found["He"], found["ran"], found["home"])


def test_knows_single_marks_from_apostrophes():
    found = states("The army's 'human wave' of the '90s")
    assert ("outside", "inside single", "outside") == (found["army"], found["wave"], found["90s"])


def test_an_open_quotation_ends_with_its_line():
    found = states("“We fled.\nThey stayed")
    assert ("inside", "outside") == (found["fled"], found["stayed"])


@pytest.mark.parametrize(
    ("word", "case"),
    [("port", "lower"), ("Kirby", "title"), ("NATO", "upper"), ("A", "capital"), ("12", "digits"), (",", "none"), ("McCain", "mixed")],
)
def test_names_the_case_of_a_word(word, case):
    assert case == CASES[describe_words(split_words(word))[0, 0]]


def test_counts_from_the_start_of_the_sentence():
    steps = describe_words(split_words("It fell. It rose"))[:, 2].tolist()
    assert steps[0] == 0
    assert steps[3] == 1
    assert steps[4] == steps[1]


@given(st.text(alphabet="ab.\"'“”‘’ \n", max_size=200))
def test_any_marks_in_any_order_give_classes_in_range(text):
    table = describe_words(split_words(text))
    assert all(((0 <= table[:, i]) & (table[:, i] < size)).all() for i, size in enumerate(SIZES))
