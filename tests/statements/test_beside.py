"""Beside which statement the words stand that the reader marks: bases, venues, relays."""

import re
import time

import pytest

from saidwho.statements.beside import Beside
from saidwho.statements.marks import Marks
from saidwho.statements.surroundings import Surroundings
from saidwho.text.words import split_words
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention, Reading, Token


def reading_of(text: str, marks: tuple[Mention, ...]) -> Reading:
    """A reading with marks; each sentence ends with its full stop, and its first noun is no subject."""
    words = split_words(text)
    spans = [Span(start=int(start), end=int(end)) for start, end in zip(words.starts, words.ends, strict=True)]
    ends = [i + 1 for i, span in enumerate(spans) if span.of(text) == "."]
    tokens = tuple(Token(span=span, upos="NOUN", head=i, relation="root") for i, span in enumerate(spans))
    return Reading(
        attributions=(), names=(), mentions=(), tokens=tokens, sentences=tuple(zip([0, *ends[:-1]], ends, strict=True)), marks=marks
    )


def span_of(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(start=at, end=at + len(words))


def mark(text: str, words: str, kind: str = "basis", score: float = 0.9) -> Mention:
    return Mention(span=span_of(text, words), kind=kind, score=score)


def statement(text: str, *, content: str, cue: str = "", source: str = "") -> Attribution:
    parts = {name: (span_of(text, words),) if words else () for name, words in (("content", content), ("cue", cue), ("source", source))}
    return Attribution(score=1.0, **parts)


def beside(text: str, kind: str, words: str, *statements: Attribution) -> list[int]:
    """The numbers of the statements that a mark stands beside."""
    found = Marks(Surroundings(text, reading := reading_of(text, (mark(text, words, kind),))), reading.marks, statements)
    return [i for i in range(len(statements)) if found.of(i, kind)]


SAID = "Ada said the dam broke, citing drone pictures. Lio denied it in a letter."


@pytest.mark.parametrize(
    ("expected", "kind", "words"), [(0, "basis", "drone pictures"), (1, "venue", "a letter")], ids=["a basis", "a venue"]
)
def test_a_mark_stands_beside_the_statement_of_its_sentence(expected: int, kind: str, words: str) -> None:
    """The one whose cue is nearest in it."""
    ada = statement(SAID, source="Ada", cue="said", content="the dam broke")
    lio = statement(SAID, source="Lio", cue="denied", content="it")
    assert [expected] == beside(SAID, kind, words, ada, lio)


def test_what_is_held_in_a_content_is_that_statement_s() -> None:
    """Of statements inside each other the innermost's."""
    text = "Ada said that Lio said that we have papers of it."
    ada = statement(text, source="Ada", cue="said", content="that Lio said that we have papers of it")
    lio = statement(text, source="Lio", cue="said", content="that we have papers of it")
    assert [1] == beside(text, "basis", "we have papers", ada, lio)


def test_a_source_that_is_evidence_is_its_own_statement_s() -> None:
    """ "The log shows" rests on the log."""
    text = "Ada said the dam broke. The log shows that it held."
    statements = (statement(text, source="Ada", cue="said", content="the dam broke"),)
    log = statement(text, source="The log", cue="shows", content="that it held")
    assert [1] == beside(text, "basis", "The log", *statements, log)


def test_the_next_sentence_may_tell_what_a_finding_rests_on() -> None:
    """It belongs to the statement before; later ones tell nothing of it."""
    text = "Ada said the dam broke. She cited two logs. Then came three logs."
    ada = statement(text, source="Ada", cue="said", content="the dam broke")
    assert [0] == beside(text, "basis", "two logs", ada)
    assert [] == beside(text, "basis", "three logs", ada)


def test_what_the_outlet_asserts_may_rest_on_something() -> None:
    """A statement without cue and source is told by its content."""
    text = "Drone pictures show the dam broken."
    assert [0] == beside(text, "basis", "Drone pictures", statement(text, content="the dam broken"))


def test_unsure_venues_are_left_out_and_a_witness_rests_on_nothing() -> None:
    """Nobody rests on himself; without a head the kind is not told."""
    text = "Witnesses said at a briefing that the dam broke, citing logs."
    whole = statement(text, source="Witnesses", cue="said", content="that the dam broke")
    for score, expected in ((0.9, "a briefing"), (0.3, None)):
        marks = (mark(text, "a briefing", "venue", score), mark(text, "logs"))
        found = Beside(Surroundings(text, reading := reading_of(text, marks)), reading, (whole,))
        venue, basis = found.venue(0), found.basis(0)
        assert expected == (venue and venue.of(text))
        assert basis is not None
        assert ("logs", "other") == (basis.span.of(text), basis.kind)


@pytest.mark.parametrize(
    "text",
    [
        "Norland denied the raid, despite the logs.",
        "Norland denied the raid in spite of the logs.",
        "Norland denied the raid, contrary to the logs.",
    ],
)
def test_nobody_rests_on_what_he_speaks_against(text: str) -> None:
    """Evidence may speak against a statement."""
    marks = (mark(text, "the logs", score=1.0),)
    denied = statement(text, source="Norland", cue="denied", content="the raid")
    assert Beside(Surroundings(text, reading := reading_of(text, marks)), reading, (denied,)).basis(0) is None


def test_what_another_says_is_seen_by_nobody() -> None:
    """ "I have seen what the general said" is no basis."""
    text = "Ada said I have seen what the general said."
    marks = (mark(text, "I have seen", score=1.0),)
    whole = statement(text, source="Ada", cue="said", content="I have seen what the general said")
    assert Beside(Surroundings(text, reading := reading_of(text, marks)), reading, (whole,)).basis(0) is None


def test_what_shows_the_outlet_s_own_words_may_be_less_sure() -> None:
    """Beside what somebody else says it is not enough."""
    text = "The video shows a blast. Ada said so in May."
    own, ada = statement(text, content="a blast"), statement(text, source="Ada", cue="said", content="so")
    reading = reading_of(text, (mark(text, "The video", score=0.8), mark(text, "May", score=0.8)))
    found = Beside(Surroundings(text, reading), reading, (own, ada))
    basis = found.basis(0)
    assert basis is not None
    assert "The video" == basis.span.of(text)
    assert found.basis(1) is None


def test_time_is_linear() -> None:
    """Eight times the statements and marks in one sentence take about eight times as long."""

    def seconds(times: int) -> float:
        text = "Ada said so by logs " * times + "."
        spans = [Span(start=m.start(), end=m.end()) for m in re.finditer("said", text)]
        statements = tuple(
            Attribution(source=(), cue=(span,), content=(Span(start=span.end + 1, end=span.end + 3),), score=1.0) for span in spans
        )
        marks = tuple(Mention(span=Span(start=m.start(), end=m.end()), kind="basis", score=1.0) for m in re.finditer("logs", text))
        around = Surroundings(text, reading_of(text, marks))
        start = time.process_time()
        Marks(around, marks, statements)
        return time.process_time() - start

    # The least of three: now and then the collector of garbage looks through all that the tests before left.
    short, long = (min(seconds(times) for _ in range(3)) for times in (200, 1600))
    assert long < 24 * short + 0.2
