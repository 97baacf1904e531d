"""Contents are cut at the reader's spans of happenings, and by syntax where it names none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.statements.clauses import Clause, ClauseFinder
from saidwho.statements.cuts import Cuts
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Mention, Reading, Token

TEXT = "that shells hit the port and that two people died near the bridge"
WORD = TEXT.split()
WORDS = [
    ("SCONJ", 2, "mark"), ("NOUN", 2, "nsubj"), ("VERB", 2, "root"), ("DET", 4, "det"), ("NOUN", 2, "obj"), ("CCONJ", 9, "cc"),
    ("SCONJ", 9, "mark"), ("NUM", 8, "nummod"), ("NOUN", 9, "nsubj"), ("VERB", 2, "conj"), ("ADP", 12, "case"), ("DET", 12, "det"),
    ("NOUN", 9, "obl"),
]  # fmt: skip


def of(part: str) -> Span:
    return Span(start=TEXT.index(part), end=TEXT.index(part) + len(part))


def cuts(*happenings: Span) -> tuple[Cuts, ClauseFinder]:
    around = Surroundings(TEXT, Reading(attributions=(), names=(), mentions=(), tokens=tokens(), sentences=((0, len(WORDS)),)))
    finder = ClauseFinder(around)
    return Cuts(finder, around, [Mention(span=span, kind="happening", score=1.0) for span in happenings]), finder


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
    """Its head is its verb."""
    assert ["two people died near the bridge"] == words(of("two people died near the bridge"))[1:]
    assert [(9, True)] == [(clause.head, clause.is_told) for clause in clauses(of("two people died near the bridge"))][1:]


def test_a_clause_beside_the_reader_s_is_one_where_it_stands_alone() -> None:
    """A clause of its own with a verb and some words; a word or two are left over."""
    assert [("shells hit the port", False), ("two people died near the bridge", True)] == [
        (" ".join(WORD[i] for i in clause.tokens if WORD[i] not in ("that", "and")), clause.is_told)
        for clause in clauses(of("two people died"))
    ]
    assert ["hit the port"] == words(of("hit the port"), content=(of("shells hit the port"),))


def test_a_readers_span_takes_in_what_follows_and_belongs_to_its_clause() -> None:
    """Where and how often it was; what opens a clause of its own is another's."""
    assert ["two people died near the bridge"] == words(of("two people died"))[1:]
    assert ["shells hit the port"] == words(of("shells hit"))[:1]


def test_syntax_splits_a_span_over_two_clauses() -> None:
    """Each with its own words, and without what joins them."""
    assert ["shells hit the port", "two people died near the bridge"] == words(of("shells hit the port and that two people died"))


# Each word with its part of speech, the number of its head and its relation: as syntax may take it, rightly or not.
LIMITED = [
    ("We", "PRON", 2, "nsubj"), ("will", "AUX", 2, "aux"), ("sink", "VERB", 2, "root"), ("any", "DET", 4, "det"),
    ("ship", "NOUN", 2, "obj"), ("that", "PRON", 6, "nsubj"), ("leaves", "VERB", 2, "ccomp"), ("the", "DET", 8, "det"),
    ("bay", "NOUN", 6, "obj"),
]  # fmt: skip
LED_TO = [
    ("Ten", "NUM", 1, "nummod"), ("lorries", "NOUN", 3, "nsubj"), ("were", "AUX", 3, "aux"), ("waiting", "VERB", 3, "root"),
    ("to", "PART", 6, "mark"), ("be", "AUX", 6, "aux:pass"), ("unloaded", "VERB", 3, "ccomp"), ("in", "ADP", 8, "case"),
    ("Tern", "PROPN", 6, "obl"),
]  # fmt: skip
SHORT = [
    ("Thieves", "NOUN", 3, "nsubj"), ("will", "AUX", 3, "aux"), ("be", "AUX", 3, "aux:pass"), ("found", "VERB", 3, "root"),
    ("wherever", "ADV", 6, "advmod"), ("they", "PRON", 6, "nsubj"), ("sleep", "VERB", 3, "ccomp"),
]  # fmt: skip
BY_THEN = [
    ("Ten", "NUM", 1, "nummod"), ("people", "NOUN", 3, "nsubj:pass"), ("are", "AUX", 3, "aux:pass"), ("known", "VERB", 3, "root"),
    ("to", "PART", 6, "mark"), ("have", "AUX", 6, "aux"), ("died", "VERB", 3, "ccomp"),
]  # fmt: skip
ADDED = [
    ("Ten", "NUM", 1, "nummod"), ("people", "NOUN", 2, "nsubj"), ("died", "VERB", 2, "root"), ("when", "ADV", 5, "mark"),
    ("shells", "NOUN", 5, "nsubj"), ("hit", "VERB", 2, "advcl"), ("a", "DET", 7, "det"), ("bus", "NOUN", 5, "obj"),
]  # fmt: skip
DESCRIBED = [
    ("Shells", "NOUN", 1, "nsubj"), ("hit", "VERB", 1, "root"), ("a", "DET", 3, "det"), ("camp", "NOUN", 1, "obj"),
    ("run", "VERB", 3, "acl"), ("by", "ADP", 8, "case"), ("two", "NUM", 8, "nummod"), ("old", "ADJ", 8, "amod"),
    ("nuns", "NOUN", 4, "obl:agent"),
]  # fmt: skip
ADDED_TO = [
    ("Shells", "NOUN", 1, "nsubj"), ("hit", "VERB", 1, "root"), ("a", "DET", 3, "det"), ("camp", "NOUN", 1, "obj"),
    (",", "PUNCT", 6, "punct"), ("which", "PRON", 6, "nsubj"), ("burned", "VERB", 3, "acl:relcl"), ("for", "ADP", 9, "case"),
    ("two", "NUM", 9, "nummod"), ("days", "NOUN", 6, "obl"),
]  # fmt: skip
CONTENTS = [
    ("They", "PRON", 1, "nsubj"), ("confirmed", "VERB", 1, "root"), ("reports", "NOUN", 1, "obj"), ("that", "SCONJ", 5, "mark"),
    ("shells", "NOUN", 5, "nsubj"), ("hit", "VERB", 2, "acl"), ("a", "DET", 7, "det"), ("bus", "NOUN", 5, "obj"),
]  # fmt: skip


def cut_of(words: list[tuple[str, str, int, str]], *, told: slice) -> list[str]:
    """The clauses of a sentence of which the reader names some words a happening."""
    text, at, found = " ".join(word for word, *_ in words), 0, []
    for word, upos, head, relation in words:
        found.append(Token(span=Span(start=at, end=at + len(word)), upos=upos, head=head, relation=relation))
        at += len(word) + 1
    around = Surroundings(text, Reading(attributions=(), names=(), mentions=(), tokens=tuple(found), sentences=((0, len(found)),)))
    finder = ClauseFinder(around)
    happening = Mention(span=Span(start=found[told][0].span.start, end=found[told][-1].span.end), kind="happening", score=1.0)
    clauses = Cuts(finder, around, [happening]).cut((Span(start=0, end=len(text)),))
    return [" … ".join(span.of(text) for span in finder.spans(clause)) for clause in clauses]


@pytest.mark.parametrize(
    ("expected", "told"),
    [
        (["We will sink any ship that leaves the bay"], LIMITED),
        (["Ten lorries were waiting to be unloaded in Tern"], LED_TO),
        (["Thieves will be found wherever they sleep"], SHORT),
        (["Ten people are known", "have died"], BY_THEN),
        (["Ten people died", "shells hit a bus"], ADDED),
        (["Shells hit a camp run by two old nuns"], DESCRIBED),
        (["Shells hit a camp", "which burned for two days"], ADDED_TO),
        (["They confirmed reports", "shells hit a bus"], CONTENTS),
    ],
    ids=[
        "who is meant",
        "no subject",
        "few words",
        "what had happened",
        "another happening",
        "a noun described",
        "what a comma adds",
        "reports that",
    ],
)
def test_a_span_is_split_only_where_something_else_is_told(expected: list[str], told: list[tuple[str, str, int, str]]) -> None:
    """Not what says which one is meant or hangs on the verb, whatever syntax takes it for."""
    assert expected == cut_of(told, told=slice(0, len(told)))


def test_what_somebody_is_said_to_be_stands_alone_beside_the_reader_s() -> None:
    """As a clause with a verb does: "they were never prisoners"."""
    told = [
        ("They", "PRON", 2, "nsubj"), ("never", "ADV", 2, "advmod"), ("left", "VERB", 2, "root"), ("and", "CCONJ", 8, "cc"),
        ("they", "PRON", 8, "nsubj"), ("were", "AUX", 8, "cop"), ("never", "ADV", 8, "advmod"), ("our", "PRON", 8, "nmod:poss"),
        ("prisoners", "NOUN", 2, "conj"),
    ]  # fmt: skip
    assert ["They never left", "they were never our prisoners"] == cut_of(told, told=slice(0, 3))


def test_a_clause_knows_what_it_hangs_on() -> None:
    """By its place in the list."""
    assert [None, 0] == [clause.parent for clause in clauses(of("shells hit the port"), of("two people died"))]


def test_what_lies_mostly_outside_a_content_is_anothers() -> None:
    """Of the others only the words inside are taken."""
    content = (of("hit the port and that two people"),)
    assert ["hit the port", "two people"] == words(of("shells hit the port"), of("two people died"), content=content)
    assert "people" not in words(of("people died near the bridge"), content=(of("shells hit the port and that two people"),))


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 6)), max_size=5), st.integers(0, 12), st.integers(1, 13))
def test_clauses_lie_in_the_content_and_share_no_word(spans: list[tuple[int, int]], first: int, size: int) -> None:
    """Whatever the reader names, as long as its spans do not overlap."""
    starts, ends = [token.span.start for token in tokens()], [token.span.end for token in tokens()]
    apart, past = [], 0
    for start, length in sorted(spans):
        if start >= past:
            past = min(start + length, len(starts))
            apart.append(Span(start=starts[start], end=ends[past - 1]))
    inside = range(first, min(first + size, len(starts)))
    found = cuts(*apart)[0].cut((Span(start=starts[inside[0]], end=ends[inside[-1]]),))
    taken = [token for clause in found for token in clause.tokens]
    assert len(taken) == len(set(taken))
    assert set(taken) <= set(inside)
