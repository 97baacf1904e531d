import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.grounding.register.entries import Entry
from saidwho.grounding.register.names import LONGEST_NAME, NameIndex, fold


def bears(words, name):
    """Whether an entry of that name is found by these words."""
    index = NameIndex(common=frozenset({"health", "ministry"}))
    index.add((name,), Entry(key="it", name=name, kind="body"))
    return bool(index.bearers(words))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the White House", "White House"),
        ("THE WHITE HOUSE", "White House"),
        ("Cote d’Ivoire", "Côte d'Ivoire"),
        ("U.S.", "US"),
        ("Nato", "NATO"),
        ("DPA", "dpa"),
        ("al Qaeda", "al-Qaeda"),
        ("Sanaa", "Sana'a"),
        ("Lomna health ministry", "Lomna Health Ministry"),
        ("Bosnia & Herzegovina", "Bosnia and Herzegovina"),
        ("Lomna\u00a0Post", "Lomna Post"),
    ],
)
def test_a_name_is_found_however_it_is_spelt(words, name):
    """Articles, accents, signs, capitals of acronyms and of common words do not matter."""
    assert bears(words, name)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("us", "US"),
        ("Us", "US"),
        ("Who", "WHO"),
        ("polish", "Polish"),
        ("white house", "White House"),
        ("health ministry", "Health Ministry"),
        ("US army", "US"),
        ("", "US"),
    ],
)
def test_other_words_are_not_the_name(words, name):
    """A pronoun is no state, a verb no people, and part of a phrase is not the phrase."""
    assert not bears(words, name)


def test_a_name_longer_than_any_is_not_looked_up():
    assert [] == NameIndex().bearers("US " * LONGEST_NAME)


@given(st.text(max_size=80))
def test_folding_twice_is_folding_once(words):
    once = fold(words)
    assert once == fold(once) or once.startswith("the ")
