"""Which spellings are one name?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.grounding.places.spelling import key_of, keys_to_try, without_article, without_division


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Şanlıurfa", "sanliurfa"),
        ("Port-au-Prince", "port au prince"),
        ("St. Petersburg", "saint petersburg"),
        ("Cox's Bazar", "coxs bazar"),
        ("U.S.", "US"),
        ("UK", "UK"),
        ("us", "us"),
        ("Man.", "man."),
        ("Дніпро", ""),
        ("", ""),
    ],
)
def test_one_key_for_all_spellings_of_a_name(name: str, key: str) -> None:
    """Case, accents, hyphens and apostrophes do not count; capitals of an abbreviation do."""
    assert key == key_of(name)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("KYIV", ("KYIV", "kyiv")),
        ("al-Raqqa", ("al raqqa", "raqqa")),
        ("9" * 300, ()),
        ("1234", ()),
        ("", ()),
        ("X", ()),
    ],
)
def test_looks_up_what_is_written_first(name: str, keys: tuple[str, ...]) -> None:
    """A dateline is tried as a word, an article is left away, and what is no name is not looked up."""
    assert keys == keys_to_try(name)


@pytest.mark.parametrize(
    ("key", "short"),
    [("donetsk oblast", "donetsk"), ("province of ilocos sur", "ilocos sur"), ("united states", "united states"), ("oblast", "oblast")],
)
def test_a_division_is_also_called_without_its_word(key: str, short: str) -> None:
    """ "Donetsk Oblast" is also "Donetsk"."""
    assert short == without_division(key)


def test_an_arabic_name_is_also_called_without_its_article() -> None:
    """Reports leave the article out; it is no part of "Alabama"."""
    assert ("hasakah", "alabama") == (without_article("al hasakah"), without_article("alabama"))


@given(st.text(max_size=200))
def test_any_text_gives_keys_or_none(text: str) -> None:
    """Whatever stands in a report can be looked up, and gives the same keys each time."""
    keys = keys_to_try(text)
    assert keys == keys_to_try(text)
    assert all(key.strip() == key and key.isascii() for key in keys)
