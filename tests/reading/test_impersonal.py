"""Sources that are nobody."""

import pytest

from saidwho.pipeline.reading import find_attributions

pytestmark = pytest.mark.model


def read(text: str) -> list[tuple[list[str], list[str], list[str]]]:
    """Source, cue and content of each attribution, in words."""
    return [tuple([span.of(text) for span in part] for part in (a.source, a.cue, a.content)) for a in find_attributions(text).attributions]  # type: ignore[misc]


def test_it_is_believed_by_nobody() -> None:
    """The expletive is no source."""
    ((source, _, content),) = read("It is believed that the device was laid at night.")
    assert ([], ["that the device was laid at night"]) == (source, content)


def test_those_who_are_blamed_do_not_say_so() -> None:
    """They are part of what is said."""
    text = "The attack on the convoy has been blamed on the Karsk rebels."
    assert [([], ["has been blamed"], ["The attack on the convoy", "on the Karsk rebels"])] == read(text)


def test_it_may_be_somebody() -> None:
    """Who speaks in the active voice."""
    ((source, _, _),) = read("The ministry met on Monday. It said that the road was closed.")
    assert ["It"] == source


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ([], "The court heard that the colonel had ordered the killings."),
        ([], "Parliament was told on Monday that the bill had reached 4 billion crowns."),
        (["a survivor"], "The tribunal was told by a survivor that the colonel gave the order."),
        (["the general"], "Senators heard from the general that the base was lost."),
    ],
)
def test_who_hears_it_says_nothing(who: list[str], text: str) -> None:
    """Whoever tells it speaks, where the text says who that is."""
    ((source, _, _),) = read(text)
    assert who == source
