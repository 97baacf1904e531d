"""Those who give no answer are found where the reader passes over them."""

import pytest

from saidwho.reading.silences import with_silences
from saidwho.types.document import Span
from saidwho.types.reading import Attribution


@pytest.mark.parametrize(
    ("who", "said", "text"),
    [
        ("The harbour board", "has not responded", "The quay is closed. The harbour board has not responded."),
        ("Her office", "did not return our calls", "Her office did not return our calls."),
        ("Mr Vale", "could not be reached", "Mr Vale, who left in May, could not be reached."),
        ("the board", "went unanswered", "Two messages to the board went unanswered."),
        ("Her office", "has not yet replied to the letter", "Her office has not yet replied to the letter."),
    ],
)
def test_no_answer_is_a_statement(who: str, said: str, text: str) -> None:
    """Its words are the cue and what is said, its subject or whom one asked the source."""
    (found,) = with_silences(text, ())
    assert (who, said, said) == tuple(part[0].of(text) for part in (found.source, found.cue, found.content))


def test_what_an_attribution_holds_is_not_told_twice() -> None:
    """Where the reader found the refusal, it stays the only one."""
    text = "The board has not responded."
    read = Attribution(source=(Span(start=0, end=9),), cue=(Span(start=10, end=27),), content=(Span(start=10, end=27),), score=0.9)
    assert (read,) == with_silences(text, (read,))


def test_what_is_quoted_is_no_refusal_of_its_own() -> None:
    """Inside quotation marks somebody else says so."""
    assert () == with_silences('"The board has not responded."', ())


def test_time_does_not_grow_with_the_square_of_the_text() -> None:
    """A long text of commas and capitals is read at once."""
    assert () == with_silences("A b, c d. " * 20_000 + "A" * 20_000, ())
