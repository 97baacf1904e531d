"""Which verbs behind a comma say what stands before it."""

import time

import pytest

from saidwho.pipeline.reading import find_attributions
from saidwho.reading.said_behind import with_said_behind
from tests.reading.marks import told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            ("a beaming commander", "crowed", "The garrison of Lom has been finished off"),
            "The garrison of Lom has been finished off, a beaming commander crowed last night as his column rolled on.",
        ),
        (("he", "thundered", "Rebels crossed the river at three points"), "Rebels crossed the river at three points, he thundered."),
        (
            ("the mayor", "said", "In Lom | gunmen had told families that they must leave"),
            "In Lom, the mayor said, gunmen had told families that they must leave.",
        ),
    ],
)
def test_somebody_and_a_verb_of_speaking_say_what_is_around_them(expected: tuple[str, str, str], text: str) -> None:
    assert expected in [told(text, one) for one in find_attributions(text).attributions]


@pytest.mark.parametrize(
    "text",
    [
        "The guns fell silent at dusk, a dog barked in the yard.",
        "The bridge had been blown up at noon, the guns thundered on Friday.",
    ],
)
def test_what_is_only_heard_says_nothing(text: str) -> None:
    assert () == find_attributions(text).attributions


@pytest.mark.parametrize(
    ("who", "said", "text"),
    [
        (
            "the ministry's spokesman, Pell Ardan,",
            "The bridge | had been mined twice",
            "The bridge, the ministry's spokesman, Pell Ardan, said on Monday, had been mined twice.",
        ),
        (
            "a rail official, who asked not to be named,",
            "Two trains | were stuck",
            "Two trains, a rail official, who asked not to be named, said, were stuck.",
        ),
        ("The mayor, Ada Vale,", "the bridge was gone", "The mayor, Ada Vale, said the bridge was gone."),
    ],
)
def test_the_subject_of_what_is_said_does_not_say_it(who: str, said: str, text: str) -> None:
    """Of whom somebody speaks stands before him, where what is said has no subject behind the verb; a title is none."""
    (one,) = find_attributions(text).attributions
    assert (who, said) == (one.source[0].of(text), " | ".join(span.of(text) for span in one.content))


def test_time_is_linear_in_the_text() -> None:
    text = "In Lom, he said, " * 20_000 + ", he crowed" * 20_000
    begun = time.process_time()
    with_said_behind(text, (), ())
    assert time.process_time() - begun < 10
