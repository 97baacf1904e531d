"""Which sentence, and which part of its text, does a clause stand in?"""

from hypothesis import given
from hypothesis import strategies as st

from saidwho.text.marked_clauses import CLOSES, OPENS, clause_in, passage_in
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


def test_a_short_text_is_one_passage() -> None:
    """What stands before and after tells who "they" are."""
    text = "The Third Brigade held the pass.\nThey left at dawn, villagers said. Nobody followed."
    found = passage_in([Span(start=text.index("They"), end=text.index(","))], text)
    assert "The Third Brigade held the pass. [They left at dawn], villagers said. Nobody followed." == found.replace(OPENS, "[").replace(
        CLOSES, "]"
    )


def test_words_close_to_each_other_have_one_passage() -> None:
    """So that an encoder runs once for all of them."""
    text = " ".join(f"word{n}" for n in range(1000))
    passages = {unmarked(passage_in([Span(start=start, end=start + 5)], text)) for start in range(2500, 3500, 50)}
    assert 1 == len(passages)


def unmarked(passage: str) -> str:
    return passage.replace(OPENS, "").replace(CLOSES, "")


@given(st.text(max_size=200), st.integers(1, 30), st.integers(0, 5999), st.integers(1, 900))
def test_a_passage_holds_its_words(text: str, times: int, start: int, length: int) -> None:
    """At least their beginning, with a good deal before them where the text has it, and never more than an encoder takes."""
    text = f"{text}." * times
    span = Span(start=min(start, len(text) - 1), end=min(start + length, len(text)))
    found = passage_in([span], text)
    assert (1, 1, True) == (found.count(OPENS), found.count(CLOSES), len(found) <= 1802)
    inside = "".join(found.partition(OPENS)[2].partition(CLOSES)[0].split())
    told = "".join(unmarked(span.of(text)).split())
    assert told.startswith(inside)
    assert len(inside) >= min(len(told), 1)
    assert "".join(unmarked(found).split()) in "".join(unmarked(text).split())
