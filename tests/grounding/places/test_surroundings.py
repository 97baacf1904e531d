"""What do the words beside a toponym say of it?"""

import time

import pytest

from saidwho.grounding.places.surroundings import surroundings_of, without_sort
from saidwho.types.document import Span
from tests.grounding.places.readings import span_of


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Shells hit the town of Orven on Monday.", "settlement"),
        ("The port Orven was hit.", "settlement"),
        ("They left the Orven region.", "division"),
        ("Fighting in the province of Orven went on.", "division"),
        ("Orven Oblast was quiet.", None),
        ("Orven oblast was quiet.", "division"),
        ("People fled Orven district.", "district"),
        ("Losses on the Orven front grew.", "surroundings"),
        ("State Orven did it.", None),
        ("Orven's capital was hit.", None),
        ("Orven was hit.", None),
    ],
)
def test_tells_of_what_sort_a_toponym_is_called(text: str, sort: str | None) -> None:
    """A word right before or after names the sort; a possessive names something else."""
    assert sort == surroundings_of(text, span_of(text, "Orven")).sort


@pytest.mark.parametrize(
    ("text", "away", "bearing"),
    [
        ("A drone fell 30 km west of Orven.", 30.0, 270.0),
        ("A drone fell some 10 miles (16 km) north-east of the town of Orven.", 16.09344, 45.0),
        ("A drone fell 1,200 kilometres from Orven.", 1200.0, None),
        ("A drone fell about 5 km outside Orven.", 5.0, None),
        ("A drone fell west of Orven.", None, 270.0),
        ("A drone fell on Orven.", None, None),
    ],
)
def test_reads_how_far_away(text: str, away: float | None, bearing: float | None) -> None:
    """Kilometres and degrees, as far as the words give them."""
    around = surroundings_of(text, span_of(text, "Orven"))
    assert (away, bearing) == (around.away, around.bearing)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A drone fell some 30 km west of Orven.", "some 30 km west of Orven"),
        ("Battles in eastern Orven went on.", "eastern Orven"),
        ("A drone fell on Orven.", "Orven"),
    ],
)
def test_keeps_the_words_of_distance_and_part(text: str, words: str) -> None:
    """The place is what all these words say, not its name alone."""
    span = span_of(text, "Orven")
    assert words == text[surroundings_of(text, span).start : span.end]


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("Battles in the Orven for weeks.", True),
        ("Battles in the Orven.", True),
        ("He left the Orven office.", False),
        ("In Orven.", False),
    ],
)
def test_an_article_counts_where_it_is_the_name_s_own(text: str, has: bool) -> None:
    """ "The Orven office" has the article of the office."""
    assert has is surroundings_of(text, span_of(text, "Orven")).has_article


def test_words_of_another_line_say_nothing() -> None:
    """A line is a paragraph."""
    text = "He lives in the town of\nOrven is quiet."
    assert surroundings_of(text, span_of(text, "Orven")).sort is None


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Orven district", ("Orven", "district")), ("Greater Orven Area", ("Orven", "surroundings")), ("Orven", None), ("district", None)],
)
def test_takes_the_sort_out_of_a_name(name: str, bare: tuple[str, str] | None) -> None:
    """A toponym that holds the word is looked up without it."""
    assert bare == without_sort(name)


@pytest.mark.parametrize("filler", ["near the city of ", "30 km west of ", "the ", "1", " "])
def test_time_does_not_grow_with_the_text(filler: str) -> None:
    """Only a window is looked at, however often the words are repeated."""
    text = filler * 100_000 + "Orven"
    span = Span(start=len(text) - 5, end=len(text))
    began = time.process_time()
    for _ in range(100):
        surroundings_of(text, span)
    assert time.process_time() - began < 1.0
