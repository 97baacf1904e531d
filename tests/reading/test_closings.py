"""Who says a sentence that closes with somebody and a verb of saying."""

import pytest

from saidwho.pipeline.reading import find_attributions
from saidwho.reading.closings import with_closings
from saidwho.reading.reader import Reader
from saidwho.types.document import Span
from saidwho.types.reading import Attribution
from tests.reading.marks import told

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def _closings(text: str, reader: Reader) -> list[tuple[str, str, str]]:
    """What is found by the syntax alone in a text of one sentence."""
    found = with_closings(text, (), reader.read(text).tokens, (Span(start=0, end=len(text)),))
    return [told(text, one) for one in found]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            ("Kastria's trade representative", "has told", "Complaints were lodged in Varnok on Monday"),
            "Complaints were lodged in Varnok on Monday, Kastria's trade representative has told us.",
        ),
        (
            ("the prefect of Lom", "explains", "Both hamlets will have shelters for forty people each"),
            "Both hamlets will have shelters for forty people each, as the prefect of Lom explains.",
        ),
        (
            ("the surgeon of the ward", "recalls", "the lamps went out at two"),
            "Nobody slept; the lamps went out at two, the surgeon of the ward recalls.",
        ),
        (
            ("the Varnok-based league", "said", 'The letters, written in May, suggest that the toll is "far higher" than the court admits'),
            'The letters, written in May, suggest that the toll is "far higher" than the court admits, the Varnok-based league said.',
        ),
        (("the harbour office", "went on", "No ship had left since"), "No ship had left since, the harbour office went on."),
    ],
)
def test_a_subject_and_a_verb_of_saying_behind_a_clause_say_it(expected: tuple[str, str, str], text: str, reader: Reader) -> None:
    assert [expected] == _closings(text, reader)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            ("the harbour minister", "in the words of", "They are the first ships to enter since the deal lapsed"),
            "They are the first ships to enter since the deal lapsed, in the words of the harbour minister.",
        ),
        (("he", "put it", "Armed men turn families back at the stairs"), "Armed men turn families back at the stairs, as he put it."),
        (("the ward", "let us know", "The gunner died yesterday at nine"), "The gunner died yesterday at nine, the ward let us know."),
        (
            ("the Lom monitor", "by the count of", "Some forty houses burned down"),
            "Some forty houses burned down, by the count of the Lom monitor.",
        ),
    ],
)
def test_some_wordings_behind_a_clause_tell_whose_it_is(expected: tuple[str, str, str], text: str, reader: Reader) -> None:
    assert [expected] == _closings(text, reader)


@pytest.mark.parametrize(
    "text",
    [
        "When the firing stopped, the brigade reported nine dead.",
        "On Monday morning, the governor told the council that the mill had burned.",
        "The ship sank in March and was raised in May, as its owners announced.",
        "The valley is empty, the governor may say.",
    ],
)
def test_a_verb_that_says_something_behind_it_closes_nothing(text: str, reader: Reader) -> None:
    assert [] == _closings(text, reader)


def test_a_sentence_that_closes_with_another_is_not_of_whoever_spoke_before(reader: Reader) -> None:
    text = "The mill is lost, the mayor said. Nobody was inside, the prefect of Lom explains."
    read = Attribution(
        source=(Span(start=18, end=27),), cue=(Span(start=28, end=32),), content=(Span(start=0, end=16), Span(start=34, end=51)), score=0.9
    )
    sentences = (Span(start=0, end=33), Span(start=34, end=len(text)))
    found = with_closings(text, (read,), reader.read(text).tokens, sentences)
    assert [("the mayor", "said", "The mill is lost"), ("the prefect of Lom", "explains", "Nobody was inside")] == [
        told(text, one) for one in found
    ]


def test_what_somebody_is_read_to_say_is_not_said_twice() -> None:
    assert 1 == len(find_attributions("The mill burned down at dawn, the mayor said.").attributions)
