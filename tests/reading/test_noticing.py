"""Who counted, heard or saw what a sentence tells."""

from dataclasses import replace

import pytest

from saidwho.pipeline.weights import shipped_reader
from saidwho.reading.noticing import with_noticing
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

pytestmark = pytest.mark.model


def _found(text: str) -> list[tuple[str, ...]]:
    found = with_noticing(text, (), shipped_reader().read(text))
    return [tuple(part[0].of(text) for part in (one.source, one.cue, one.content)) for one in found]


@pytest.mark.parametrize(
    ("who", "cue", "said", "text"),
    [
        ("The Kharad relief agency", "has registered", "41,000 arrivals", "The Kharad relief agency has registered 41,000 arrivals."),
        ("Eight survivors", "heard", "a drone over the mill", "Eight survivors heard a drone over the mill."),
        ("Residents", "saw", "lorries leave at night", "Residents saw lorries leave at night."),
        ("Fifty-three of those interviewed", "saw", "the mill burn", "Fifty-three of those interviewed saw the mill burn."),
        ("Kastrian rescuers", "counted", "up to 1,200 dead in Lom", "Kastrian rescuers counted up to 1,200 dead in Lom."),
        (
            "The observatory",
            "logged",
            "some 30 blasts near the dam",
            "The observatory logged some 30 blasts near the dam; the valley was quiet at noon.",
        ),
    ],
)
def test_counts_and_perceptions_are_theirs_who_had_them(who: str, cue: str, said: str, text: str) -> None:
    assert [(who, cue, said)] == _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Residents did not hear the drone.",
        "The minister saw the mayor on Monday.",
        "The agency registered its ship in Varnok.",
        "The men who heard the drone have left.",
        "I heard a drone over the mill.",
        '"Residents heard a drone over the mill."',
        "The agency counted on three allies in the council.",
        "The harbour was seen from the hill.",
    ],
)
def test_other_perceptions_are_nobodys_words(text: str) -> None:
    """Negation, meetings, what has no number, those whom a clause only describes, oneself, quotations and passives."""
    assert [] == _found(text)


def test_what_somebody_says_is_not_told_twice() -> None:
    text = "Residents heard a drone over the mill, the mayor said."
    mayor = Attribution(source=(Span(start=39, end=48),), cue=(Span(start=49, end=53),), content=(Span(start=0, end=37),), score=0.9)
    assert (mayor,) == with_noticing(text, (mayor,), replace(shipped_reader().read(text), attributions=(mayor,)))
