"""Each turn of a transcript is said by whoever its label names."""

import pytest

from saidwho.reading.transcripts import settle_transcript
from saidwho.types.document import Span
from saidwho.types.reading import Attribution
from tests.reading.marks import told

TALK = "INA DRESH: Who fired?\nORLEN: We did not.\nDRESH: And the bridge?\nORLEN: It stands. Nobody has touched it.\nDRESH: Thank you."


def said_in(text: str, attributions: tuple[Attribution, ...] = ()) -> list[tuple[str, str]]:
    return [(told(text, a)[0], told(text, a)[2]) for a in settle_transcript(text, attributions)]


def test_turns_that_the_reader_missed_are_found() -> None:
    """Whole, and without those that ask."""
    assert [("ORLEN", "We did not."), ("ORLEN", "It stands. Nobody has touched it."), ("DRESH", "Thank you.")] == said_in(TALK)


def test_questions_say_nothing() -> None:
    """Even where the reader took one for a statement."""
    asked = Attribution(source=(Span(start=0, end=9),), cue=(Span(start=9, end=10),), content=(Span(start=11, end=21),), score=0.9)
    assert ("INA DRESH", "Who fired?") not in said_in(TALK, (asked,))


@pytest.mark.parametrize("text", ["VARNOK: Shells fell.\nThe mayor: nothing.", "ONE: a.\nTWO: b.\nTHREE: c.", "", "A: yes."])
def test_other_texts_stay(text: str) -> None:
    """Lines with a colon make no talk unless somebody speaks twice."""
    assert [] == said_in(text)


def test_a_place_may_stand_behind_a_name() -> None:
    """In brackets."""
    text = "ILK (Varnok): The bridge stands.\nDRESH: And the dam?\nILK (Varnok): It stands."
    assert [("ILK", "The bridge stands."), ("ILK", "It stands.")] == said_in(text)


@pytest.mark.parametrize("label", ["PRESENTER", "ANCHOR", "NEWSREADER"])
def test_turns_of_the_outlets_own_people_are_nobodys(label: str) -> None:
    """They tell what the outlet asserts."""
    text = f"{label}: The bridge was hit.\nILK: It stands.\n{label}: Four men were killed.\nILK: Nobody was."
    assert [("ILK", "It stands."), ("ILK", "Nobody was.")] == said_in(text)
