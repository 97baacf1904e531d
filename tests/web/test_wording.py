"""How the record's words are put for people."""

import pytest

from saidwho.web.wording import day_words, origin_words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (None, "no date"),
        ("2023-11-16", "16 November 2023"),
        ("2023-11-16T12:40:00+01:00", "16 November 2023"),
        ("2023-11", "November 2023"),
        ("2023-21", "spring 2023"),
        ("2023", "2023"),
        ("2023-11-16~", "about 16 November 2023"),
        ("2023-11?", "perhaps November 2023"),
        ("2023-11-13/2023-11-14", "13 November 2023 to 14 November 2023"),
        ("2023-11-13/..", "13 November 2023 to open"),
        ("/2023-11-13", "not known to 13 November 2023"),
        ("2023-11-13/2023-11-13", "13 November 2023"),
        ("2023-13", "2023-13"),
        ("some time", "some time"),
    ],
)
def test_a_day_is_told_as_exactly_as_it_is_known(day: str | None, words: str) -> None:
    """Neither an end of an interval nor a doubt is left out, and what cannot be read stands as it is."""
    assert words == day_words(day)


@pytest.mark.parametrize(
    ("sure", "possible", "names", "words"),
    [
        (0, 0, [], "no origin of its own"),
        (0, 1, [], "no origin of its own, perhaps 1"),
        (1, 1, ["Arland"], "1 independent origin: Arland"),
        (2, 3, ["Arland", "a nurse"], "2 independent origins, perhaps 3: Arland, a nurse"),
        (5, 5, ["A", "B", "C", "D", "E"], "5 independent origins: A, B, C and 2 more"),
    ],
)
def test_origins_are_counted_and_named(sure: int, possible: int, names: list[str], words: str) -> None:
    """Whoever looks through a list sees on whose word each claim stands."""
    claim = {"independent_origins": sure, "possible_origins": possible, "origins": [{"name": name} for name in names]}
    assert words == origin_words(claim)
    assert words == origin_words(claim | {"origins": [], "origin_names": names})
