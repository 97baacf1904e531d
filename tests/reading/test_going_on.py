"""What somebody goes on to say behind who says it, in the same sentence."""

import time

import pytest

from saidwho.pipeline.reading import find_attributions
from saidwho.reading.going_on import with_what_goes_on
from saidwho.types.document import Span
from saidwho.types.reading import Attribution
from tests.reading.marks import told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            ("the map makers of Deltaview", "say", "Lom has been empty since Saturday | in Harn two companies hold the northern streets"),
            "Lom has been empty since Saturday, say the map makers of Deltaview; in Harn two companies hold the northern streets.",
        ),
        (
            ("Colonel Tarn", "told", "The battalion withdrew in good order | not one gun was left behind"),
            "The battalion withdrew in good order, Colonel Tarn told reporters at Lom, who had come by bus; not one gun was left behind.",
        ),
        (
            ("The ministry", "said", "that four drones were shot down over Lom | debris fell on a kindergarten"),
            "The ministry said that four drones were shot down over Lom; debris fell on a kindergarten.",
        ),
        (
            ("investigators", "told", "Its hand in the raid is certain | the shells bear its marks"),
            "Its hand in the raid is certain, investigators told us: the shells bear its marks.",
        ),
        (
            ("residents", "according to", "The troops entered Harn at dusk | and burned two houses"),
            "The troops entered Harn at dusk, according to residents, and burned two houses.",
        ),
        (
            ("the general staff", "says", "Units met an enemy patrol at Dulm on Wednesday | and liquidated four of it"),
            "Units met an enemy patrol at Dulm on Wednesday, says the general staff, and liquidated four of it.",
        ),
    ],
)
def test_the_speaker_goes_on_behind_a_semicolon_and_with_a_second_verb(expected: tuple[str, str, str], text: str) -> None:
    assert expected in [told(text, one) for one in find_attributions(text).attributions]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("The shelter is full", "The shelter is full, says the caretaker, Oda Lind; she denied it yesterday."),
        ("The patrol was driven off", "The patrol was driven off, the brigade said; Sulana denied it."),
        ("Fourteen died at the school", "Fourteen died at the school, the rebels said; the count of the hospital is nine."),
        ("The office will send seed", "The office will send seed, its head said; the first sacks came on Monday."),
        ("that nobody was hurt", "The mayor said that nobody was hurt; but the market has been shut since."),
    ],
)
def test_what_is_the_outlets_or_another_s_is_none_of_the_speaker_s(content: str, text: str) -> None:
    assert content in [told(text, one)[2] for one in find_attributions(text).attributions]


def test_time_is_linear_in_the_text() -> None:
    sentence = "Lom fell, he said, and fled "
    found = tuple(_said_at(len(sentence) * number) for number in range(20_000))
    begun = time.process_time()
    with_what_goes_on(sentence * 20_000, found, ())
    assert time.process_time() - begun < 10


def _said_at(at: int) -> Attribution:
    """ "Lom fell, he said" at a place."""
    who, cue, said = (Span(start=at + start, end=at + end) for start, end in ((10, 12), (13, 17), (0, 8)))
    return Attribution(source=(who,), cue=(cue,), content=(said,), score=1.0)
