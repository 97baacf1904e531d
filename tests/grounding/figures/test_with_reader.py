"""Figures with the syntax that the shipped reader gives."""

import time

import pytest

from saidwho.grounding.figures.figures import find_figures, ground_figures
from saidwho.pipeline import shipped_reader
from saidwho.types.document import Span
from saidwho.types.reading import Reading, Token

pytestmark = pytest.mark.model


def rows(text: str) -> list[tuple[object, ...]]:
    reading = shipped_reader().read(text)
    found = find_figures(text, reading, actors=(), times=())
    return [(one.figure.span.of(text), one.figure.counts, one.figure.per, one.of_words.of(text) if one.of_words else None) for one in found]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            [("400 casualties a day", "casualties", "day", "the northern army")],
            "The governor claims that the northern army has been forced back after suffering 400 casualties a day near Orlava.",
        ),
        (
            [("20,000 soldiers", "killed", None, "Russia")],
            "The offensive has cost Russia 20,000 soldiers, a Western official said.",
        ),
        (
            [("30 casualties", "casualties", None, "the government forces")],
            "The ambush inflicted 30 casualties on the government forces.",
        ),
        (
            [("1,000 a day", "casualties", "day", "Russian")],
            "Russian losses have reached 1,000 a day, according to the general staff.",
        ),
    ],
)
def test_finds_whose_losses_they_are(expected, text):
    """The subject that suffers them, whom they are inflicted on, or whose the losses are called."""
    assert expected == rows(text)


def test_a_figure_counts_the_object_of_its_verb():
    """The gunmen are no victims, the worshippers are."""
    assert [("Two gunmen", None, None, None), ("eight worshippers", "killed", None, None)] == rows(
        "Two gunmen shot and killed eight worshippers."
    )


def test_time_is_linear_without_sentence_ends():
    """Ten times the text takes about ten times as long: no rule looks farther than a fixed number of words."""
    text = "Shells killed 17 people and wounded 3 in six days since 5 men, "
    short, long = (min(_seconds(text * n) for _ in range(3)) for n in (40, 400))
    assert long < 40 * max(short, 0.005)


def _seconds(text: str) -> float:
    tokens, start = [], 0
    for i, word in enumerate(text.split(" ")):
        upos = "NUM" if word[:1].isdigit() else "NOUN"
        if word:
            tokens.append(Token(span=Span(start=start, end=start + len(word)), upos=upos, head=max(0, i - 1), relation="dep"))
        start += len(word) + 1
    reading = Reading(attributions=(), names=(), mentions=(), tokens=tuple(tokens), sentences=((0, len(tokens)),))
    begin = time.process_time()
    ground_figures(text, reading, actors=(), times=())
    return time.process_time() - begin
