"""Those who give no answer are found where the reader passes over them."""

from dataclasses import replace

import pytest

from saidwho.pipeline.weights import shipped_reader
from saidwho.reading.settle import settle_attributions
from saidwho.reading.silences import with_silences
from saidwho.types.document import Span
from saidwho.types.reading import Attribution


@pytest.mark.parametrize(
    ("who", "said", "text"),
    [
        ("The harbour board", "has not responded", "The quay is closed. The harbour board has not responded."),
        ("Mr Vale", "could not be reached", "Mr Vale, who left in May, could not be reached."),
        ("the board", "went unanswered", "Two messages to the board went unanswered."),
        ("The premier", "kept silent", "The premier kept silent."),
        ("Orlen's consul", "made no comment", "Orlen's consul made no comment."),
        ("The colonel", "hung up", "The colonel hung up."),
        ("The sect", "has said nothing", "The sect has said nothing."),
    ],
)
def test_a_bare_refusal_is_cue_and_content_at_once(who: str, said: str, text: str) -> None:
    """Its words are the cue and what is said, its subject or whom one asked the source."""
    (found,) = with_silences(text, ())
    assert (who, said, said) == _parts(text, found)


@pytest.mark.parametrize(
    ("who", "cue", "said", "text"),
    [
        ("Her office", "did not return", "our calls", "Her office did not return our calls."),
        ("Her office", "has not yet replied", "to the letter", "Her office has not yet replied to the letter."),
        ("Insurers", "would not quote", "a price", "Insurers would not quote a price."),
        ("The army", "made no mention", "of the raid", "The army made no mention of the raid."),
        ("The Home Department", "has given", "no date for its publication", "The Home Department has given no date for its publication."),
        ("The ministry", "would say nothing", "about it", "The ministry would say nothing about it."),
        ("Neither capital", "would say", "who had fired", "Neither capital would say who had fired."),
        ("Palace", "silent", "on lost patrol boat", "Palace silent on lost patrol boat"),
    ],
)
def test_a_refusal_that_names_something_has_that_for_content(who: str, cue: str, said: str, text: str) -> None:
    """The cue ends before what is not said, given or answered."""
    (found,) = with_silences(text, ())
    assert (who, cue, said) == _parts(text, found)


@pytest.mark.parametrize(
    "text",
    [
        "The guns were silent.",
        "The battery did not respond to the shelling.",
        "The report gave no reasons.",
        "Nobody replied.",
        "They would take up the matter.",
        "The wreck could not be reached.",
    ],
)
def test_what_declines_to_say_nothing_is_no_refusal(text: str) -> None:
    """Guns are silent, batteries do not answer fire, and reports are asked nothing."""
    assert () == with_silences(text, ())


def test_lines_of_a_refusal_are_drawn_one_way() -> None:
    """Where the reader has the preposition in the cue, or a bare refusal cut in two, its words are the same and its lines are ours."""
    text = "The mayor did not respond to a letter. The sect gave no answer."
    letter = Attribution(source=(Span(start=0, end=9),), cue=(Span(start=10, end=28),), content=(Span(start=29, end=37),), score=0.9)
    answer = Attribution(source=(Span(start=39, end=47),), cue=(Span(start=48, end=52),), content=(Span(start=53, end=62),), score=0.9)
    found = [_parts(text, one) for one in with_silences(text, (letter, answer))]
    assert [("The mayor", "did not respond", "to a letter"), ("The sect", "gave no answer", "gave no answer")] == found


def test_a_refusal_behind_anothers_words_is_cut_off_them() -> None:
    """ "Shells fell, the mayor said that ..., but the army made no comment": the reader may give the end to the mayor."""
    text = "The mayor said shells had hit the quay, but the army made no comment."
    read = Attribution(source=(Span(start=0, end=9),), cue=(Span(start=10, end=14),), content=(Span(start=15, end=68),), score=0.9)
    found = [
        _parts(text, one) for one in settle_attributions(text, replace(shipped_reader().read(text), attributions=(read,))).attributions
    ]
    assert [("The mayor", "said", "shells had hit the quay"), ("the army", "made no comment", "made no comment")] == found


def _parts(text: str, found: Attribution) -> tuple[str, ...]:
    return tuple(part[0].of(text) for part in (found.source, found.cue, found.content))


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


@pytest.mark.parametrize(
    ("who", "said", "text"),
    [
        ("the rebels", "There was no immediate response", "The army took the ridge. There was no immediate response from the rebels."),
        ("Orlen", "There has been no official comment", "There has been no official comment from Orlen on the reports."),
        ("either side", "There was no reaction", "There was no reaction from either side."),
    ],
)
def test_from_whom_there_is_no_word_gives_no_answer(who: str, said: str, text: str) -> None:
    """Whom it would have come from declines."""
    (found,) = with_silences(text, ())
    assert (who, said, said) == _parts(text, found)


@pytest.mark.parametrize(
    "text", ["There was no word from the crew.", "There was no fire from the harbour.", "There were no reports of deaths."]
)
def test_no_sign_of_somebody_is_no_refusal(text: str) -> None:
    """Nobody was asked."""
    assert () == with_silences(text, ())
