"""What an outlet reports of somebody who speaks is that somebody's, and the outlet relays it."""

import pytest

from tests.statements.read import chains, settled

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([["Al Jazeera", "The ministry"]], "The ministry said 17 people had been killed, Al Jazeera reported."),
        (
            [["RIA Novosti", "The ambassador"]],
            "The ambassador called the decision a threat to his country, according to the RIA news agency.",
        ),
        (
            [["Norra Voice", "The mayor"]],
            "The mayor put the number of dead at the market at 31, the rebel news agency Norra Voice reported.",
        ),
        (
            [["Karsin Post", "Ana Belic"]],
            'The governor, Ana Belic, promised to rebuild "every house", the daily Karsin Post reported.',
        ),
        ([["Associated Press", "rescue workers"]], "Two boats sank, rescue workers said, according to AP."),
    ],
)
def test_the_outlet_relays(expected: list[list[str]], text: str) -> None:
    """One statement, not one of each."""
    assert expected == chains(text)


def test_an_outlets_own_words_stay_its_own() -> None:
    """Where nobody speaks in the sentence, the outlet does."""
    assert [["Al Jazeera"]] == chains("Shells fell on the port overnight, Al Jazeera reported.")


def test_nothing_is_made_of_what_was_not_said() -> None:
    """ "would say" is no statement."""
    text = "The ministry would say more on Monday, Al Jazeera reported."
    assert ["Al Jazeera"] == [" ".join(span.of(text) for span in a.source) for a in settled(text)[1].attributions]


def test_whoever_speaks_on_speaks_through_the_same_outlet() -> None:
    """ "told state radio ... she said"."""
    found = chains("The mayor told Reuters on Monday that the bridge was gone. She said that nobody had been hurt.")
    assert [["Reuters", "The mayor"], ["Reuters", "The mayor"]] == found
