"""Attributions are put right in one place, and nothing else of a reading changes."""

from dataclasses import replace

from saidwho.reading.settle import settle_attributions
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention, Reading

TEXT = (
    "Ports shelled, says Varnok governor\n"
    "Norrpress quoted the mayor as saying the bridge is gone. The port said in a statement it was open."
)


def spans(words: str) -> tuple[Span, ...]:
    return (Span(start=TEXT.index(words), end=TEXT.index(words) + len(words)),)


READING = Reading(
    attributions=(
        Attribution(source=spans("Norrpress"), cue=spans("quoted"), content=spans("the mayor as saying the bridge is gone"), score=0.9),
        Attribution(source=spans("The port"), cue=spans("said in a statement"), content=spans("it was open"), score=0.9),
    ),
    names=(Mention(span=spans("Varnok")[0], kind="person", score=0.9),),
    mentions=(),
    tokens=(),
    sentences=(),
)


def test_relays_venues_and_headlines_are_put_right() -> None:
    """The words are the mayor's, and Norrpress relays them; the cue leaves the venue out; the headline is found."""
    settled = settle_attributions(TEXT, READING)
    told = [tuple(" ".join(s.of(TEXT) for s in part) for part in (a.source, a.cue, a.content, a.relay)) for a in settled.attributions]
    assert [
        ("Varnok governor", "says", "Ports shelled", ""),
        ("the mayor", "quoted", "the bridge is gone", "Norrpress"),
        ("The port", "said", "it was open", ""),
    ] == sorted(told, key=lambda parts: TEXT.index(parts[1]))


def test_the_rest_of_the_reading_stays() -> None:
    """Names, mentions, words and sentences are as they were."""
    assert replace(READING, attributions=()) == replace(settle_attributions(TEXT, READING), attributions=())
