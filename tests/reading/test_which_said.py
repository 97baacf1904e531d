"""Who says what a picture shows, where it hangs on the picture?"""

import pytest

from saidwho.reading.which_said import with_shown
from saidwho.types.document import Span
from saidwho.types.reading import Attribution


def told(text: str) -> list[tuple[str, str, str]]:
    return [(a.source[0].of(text), a.cue[0].of(text), a.content[0].of(text)) for a in with_shown(text, ())]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (("it", "said", "showed the surrender of six soldiers"), "It released a video which it said showed the surrender of six soldiers."),
        (("they", "say", "show a burnt lorry"), "The rebels posted pictures on their channel that, they say, show a burnt lorry."),
        (("he", "said", "depicted the raid"), "He held up photographs which he said depicted the raid; nobody else has seen them."),
    ],
)
def test_who_shows_a_picture_says_what_is_on_it(expected: tuple[str, str, str], text: str) -> None:
    assert [expected] == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army released a video which showed the raid.",
        "The army released a report which it said showed a loss.",
        "The video that it said nothing about shows the raid.",
    ],
)
def test_what_nobody_says_of_a_picture_is_no_statement(text: str) -> None:
    assert [] == told(text)


def test_what_is_found_already_is_not_added() -> None:
    text = "The army released a video which it said showed the raid."
    said = text.index("showed")
    found = (
        Attribution(source=(Span(start=0, end=8),), cue=(Span(start=9, end=17),), content=(Span(start=said, end=said + 15),), score=0.5),
    )
    assert found == with_shown(text, found)
