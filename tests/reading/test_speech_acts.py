"""Demands and promises that the reader passes over are found by verb, subject and frame."""

import time
from dataclasses import replace

import pytest

from saidwho.pipeline.weights import shipped_reader
from saidwho.reading.speech_acts import with_speech_acts
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Token


@pytest.mark.model
@pytest.mark.parametrize(
    ("who", "cue", "said", "text"),
    [
        ("The mayor", "beseeched", "citizens to queue indoors", "The mayor beseeched citizens to queue indoors."),
        ("The bishop", "asked for", "names", "The bishop asked for names."),
        ("The widows", "have petitioned", "the court for an inspection", "The widows have petitioned the court for an inspection."),
        ("The governor", "undertook", "to provide the tents", "The governor undertook to provide the tents."),
        ("The member", "moved", "that the minister produce the ledger", "The member moved that the minister produce the ledger."),
        ("The ministry", "put", "the number of drones at 31", "The ministry put the number of drones at 31."),
        ("The junta", "rejected", "an offer of mediation", "The junta rejected an offer of mediation."),
        ("The rebels", "have rebuffed", "calls for a truce", "The rebels have rebuffed calls for a truce."),
        ("The guild", "put", "on the ferrymen", "The guild put the blame on the ferrymen."),
        ("The panel", "laid", "for the deaths on the governor", "The panel laid the blame for the deaths on the governor."),
        ("Kastria", "holds", "the coast guard responsible for the wreck", "Kastria holds the coast guard responsible for the wreck."),
        ("Germany", "pledged", "200 million euros", "Germany pledged 200 million euros."),
    ],
)
def test_verb_and_frame_tell_a_demand_a_promise_or_a_refusal(who: str, cue: str, said: str, text: str) -> None:
    """Whom it is asked of belongs to what is asked, as in what the reader finds itself."""
    (found,) = with_speech_acts(text, (), shipped_reader().read(text).tokens)
    assert (who, cue, said) == tuple(part[0].of(text) for part in (found.source, found.cue, found.content))


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The mayor did not ask for names.",
        "The bishop would promise to stay if the army left.",
        "He asked a question.",
        "The body rejected the kidney.",
        "The widows were asked to leave.",
        '"The mayor begged us to queue indoors."',
    ],
)
def test_what_is_not_asked_or_promised_is_none(text: str) -> None:
    """Negation, condition, passive, another frame, and what stands in quotation marks."""
    assert () == with_speech_acts(text, (), shipped_reader().read(text).tokens)


@pytest.mark.model
def test_what_an_attribution_holds_is_not_told_twice() -> None:
    """Words that are a cue, a source or said by somebody make no attribution of their own."""
    text = "The bishop asked for names."
    read = Attribution(source=(Span(start=0, end=10),), cue=(Span(start=11, end=20),), content=(Span(start=21, end=26),), score=0.9)
    assert (read,) == with_speech_acts(text, (read,), shipped_reader().read(text).tokens)


def test_time_is_linear_in_the_text() -> None:
    """A long row of verbs that all hang on the first is gone through once."""
    text = "He asked for it " * 10_000
    words = [(at, word) for at, word in _words(text)]
    tokens = tuple(Token(span=Span(start=at, end=at + len(w)), upos="VERB", head=0, relation="dep") for at, w in words)
    begun = time.process_time()
    with_speech_acts(text, (), (replace(tokens[0], relation="root"), *tokens[1:]))
    assert time.process_time() - begun < 10


def _words(text: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        found.append((at, word))
        at += len(word)
    return found
