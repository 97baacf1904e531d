"""Contents are cut at the reader's spans of happenings, and by syntax where it names none."""

from hypothesis import given
from hypothesis import strategies as st

from saidwho.statements.clauses import Clause, ClauseFinder
from saidwho.statements.cuts import Cuts
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Mention, Reading, Token

TEXT = "that shells hit the port and that two people died near the bridge"
WORDS = [
    ("SCONJ", 2, "mark"), ("NOUN", 2, "nsubj"), ("VERB", 2, "root"), ("DET", 4, "det"), ("NOUN", 2, "obj"), ("CCONJ", 9, "cc"),
    ("SCONJ", 9, "mark"), ("NUM", 8, "nummod"), ("NOUN", 9, "nsubj"), ("VERB", 2, "conj"), ("ADP", 12, "case"), ("DET", 12, "det"),
    ("NOUN", 9, "obl"),
]  # fmt: skip


def of(part: str) -> Span:
    return Span(start=TEXT.index(part), end=TEXT.index(part) + len(part))


def cuts(*happenings: Span, whole: tuple[Span, ...] = ()) -> tuple[Cuts, ClauseFinder]:
    around = Surroundings(TEXT, Reading(attributions=(), names=(), mentions=(), tokens=tokens(), sentences=((0, len(WORDS)),)))
    finder = ClauseFinder(around)
    return Cuts(finder, around, [Mention(span=span, kind="happening", score=1.0) for span in happenings], whole=whole), finder


def tokens() -> tuple[Token, ...]:
    at, found = 0, []
    for word, (upos, head, relation) in zip(TEXT.split(), WORDS, strict=True):
        at = TEXT.index(word, at)
        found.append(Token(span=Span(start=at, end=at + len(word)), upos=upos, head=head, relation=relation))
        at += len(word)
    return tuple(found)


def words(*happenings: Span, content: tuple[Span, ...] = (Span(start=0, end=len(TEXT)),)) -> list[str]:
    cut, finder = cuts(*happenings)
    return [" … ".join(span.of(TEXT) for span in finder.spans(clause)) for clause in cut.cut(content)]


def clauses(*happenings: Span) -> list[Clause]:
    return cuts(*happenings)[0].cut((Span(start=0, end=len(TEXT)),))


def test_without_the_reader_syntax_cuts() -> None:
    """One clause a verb, without what joins them."""
    assert ["shells hit the port", "two people died near the bridge"] == words()


def test_the_readers_span_is_a_clause_with_its_words_alone() -> None:
    """Its head is its verb; what the reader leaves out is in no proposition."""
    assert ["two people died"] == words(of("two people died"))
    assert [(9, True)] == [(clause.head, clause.is_told) for clause in clauses(of("two people died"))]


def test_syntax_splits_a_span_over_two_clauses() -> None:
    """What the reader does not name stays out."""
    assert ["shells hit the port", "two people died"] == words(of("shells hit the port and that two people died"))


def test_a_clause_knows_what_it_hangs_on() -> None:
    """By its place in the list."""
    assert [None, 0] == [clause.parent for clause in clauses(of("shells hit the port"), of("two people died"))]


def test_what_lies_mostly_outside_a_content_is_anothers() -> None:
    """Of the others only the words inside are taken."""
    content = (of("hit the port and that two people"),)
    assert ["hit the port", "two people"] == words(of("shells hit the port"), of("two people died"), content=content)
    assert "people" not in words(of("people died near the bridge"), content=(of("shells hit the port and that two people"),))


def test_no_span_ends_in_a_figure() -> None:
    """Nor in anything else that is whole, unless the next span begins there."""
    cut, finder = cuts(of("shells hit"), whole=(of("hit the port"),))
    assert ["shells hit the port"] == [finder.spans(clause)[0].of(TEXT) for clause in cut.cut((Span(start=0, end=len(TEXT)),))]


@given(
    st.lists(st.tuples(st.integers(0, 12), st.integers(1, 6)), max_size=5),
    st.lists(st.tuples(st.integers(0, 12), st.integers(1, 6)), max_size=3),
    st.integers(0, 12),
    st.integers(1, 13),
)
def test_clauses_lie_in_the_content_and_share_no_word(
    spans: list[tuple[int, int]], figures: list[tuple[int, int]], first: int, size: int
) -> None:
    """Whatever the reader names, as long as its spans do not overlap, and whatever is whole."""
    starts, ends = [token.span.start for token in tokens()], [token.span.end for token in tokens()]
    apart, past = [], 0
    for start, length in sorted(spans):
        if start >= past:
            past = min(start + length, len(starts))
            apart.append(Span(start=starts[start], end=ends[past - 1]))
    inside = range(first, min(first + size, len(starts)))
    whole = tuple(Span(start=starts[start], end=ends[min(start + length, len(ends)) - 1]) for start, length in figures)
    found = cuts(*apart, whole=whole)[0].cut((Span(start=starts[inside[0]], end=ends[inside[-1]]),))
    taken = [token for clause in found for token in clause.tokens]
    assert len(taken) == len(set(taken))
    assert set(taken) <= set(inside)
