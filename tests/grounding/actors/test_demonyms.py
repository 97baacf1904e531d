"""Words for whoever is of a country are told by their endings."""

import pytest

from saidwho.grounding.actors.demonyms import is_demonym_of, may_be_demonym


@pytest.mark.parametrize(
    ("word", "name"),
    [("Kastrian", "Kastria"), ("Arlander", "Arland"), ("Velmoran", "Velmora"), ("Ketish", "Ketia"), ("Tamari", "Tamar")],
)
def test_a_demonym_is_the_name_with_an_ending(word: str, name: str) -> None:
    assert is_demonym_of(word, name)


@pytest.mark.parametrize(("word", "name"), [("Kastria", "Kastria"), ("Kastria", "Kastrian"), ("Merchant", "Mer"), ("Arlington", "Arland")])
def test_other_words_are_none(word: str, name: str) -> None:
    assert not is_demonym_of(word, name)


@pytest.mark.parametrize(
    ("word", "is_one"), [("Tarvian", True), ("Dorvan", True), ("Ketish", True), ("Vinland", False), ("Tajikistan", False)]
)
def test_endings_tell_what_may_be_one(word: str, is_one: bool) -> None:
    assert is_one == may_be_demonym(word)
