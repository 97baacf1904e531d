"""Which sentence does a clause stand in?"""

from hypothesis import given
from hypothesis import strategies as st

from saidwho.text.marked_clauses import CLOSES, OPENS, clause_in
from saidwho.types.document import Span


def clause(text: str, *words: str) -> str:
    """The clause of some words, its marks as brackets."""
    spans = [Span(start=text.index(found), end=text.index(found) + len(found)) for found in words]
    return clause_in(spans, text).replace(OPENS, "[").replace(CLOSES, "]")


def test_words_stand_in_their_sentence() -> None:
    """What was said before, and after, is left out."""
    text = "The road was cut. Shells  struck the ferry\tas it was loading, police said. Nobody claimed it."
    assert "[Shells struck the ferry] as it was loading, police said." == clause(text, "Shells  struck the ferry")


def test_pieces_are_marked_each() -> None:
    """What stands between them is not."""
    text = "“Two tanks,” he said, “crossed the river.”"
    assert "“[Two tanks],” he said, “[crossed the river].”" == clause(text, "Two tanks", "crossed the river")


def test_a_line_ends_a_sentence() -> None:
    """Headlines have no stop."""
    assert "[Bridge hit], says army" == clause("Ferry sunk\nBridge hit, says army\nThe army said so", "Bridge hit")


def test_pieces_far_apart_are_told_by_the_first() -> None:
    """A page between two pieces tells nothing of either."""
    text = "Two tanks came. " + "It rained. " * 100 + "They left."
    assert "[Two tanks] came." == clause(text, "Two tanks", "They left")


@given(st.text(max_size=200), st.integers(0, 199), st.integers(1, 50))
def test_its_words_are_between_the_marks(text: str, start: int, length: int) -> None:
    """Whatever the text holds, marks among it, and as long as it may be."""
    text = f"{text}." * 6
    span = Span(start=min(start, len(text) - 1), end=min(start + length, len(text)))
    found = clause_in([span], text)
    assert (1, 1) == (found.count(OPENS), found.count(CLOSES))
    inside = found.partition(OPENS)[2].partition(CLOSES)[0]
    assert "".join(span.of(text).replace(OPENS, "").replace(CLOSES, "").split()) == "".join(inside.split())
