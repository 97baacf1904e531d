"""Speakers right, by the form of what they said."""

import pytest

from benchmarks.attribution.gold import Article, Attributed
from benchmarks.attribution.speakers import form_of, quoted_characters, score_speakers
from benchmarks.counts import Counts
from saidwho.types.document import Span

TEXT = "“It is over,” the mayor said. The army said that it was “far from” over."


def at(*words: str) -> tuple[Span, ...]:
    return tuple(Span(start=TEXT.index(w), end=TEXT.index(w) + len(w)) for w in words)


MAYOR = Attributed(source=at("the mayor"), cue=at("said"), content=at("“It is over,”"))
ARMY = Attributed(source=at("The army"), cue=at("said that"), content=at("it was “far from” over"))
ARTICLE = Article(key="a", text=TEXT, attributions=(MAYOR, ARMY))


def test_counts_speakers_by_form() -> None:
    """The mayor is right; the army's words are found and given to another."""
    found = score_speakers(ARTICLE, [MAYOR, Attributed(source=at("the mayor"), cue=ARMY.cue, content=ARMY.content)])
    assert {
        "speaker direct": Counts(right=1, predicted=1, gold=1),
        "speaker mixed": Counts(right=0, predicted=1, gold=1),
        "speaker indirect": Counts(),
    } == found


def test_words_that_are_not_found_have_no_speaker() -> None:
    """Less than half of the content is no answer, and without predictions there is none."""
    short = Attributed(source=ARMY.source, cue=ARMY.cue, content=at("over."))
    assert Counts(gold=1) == score_speakers(ARTICLE, [short])["speaker mixed"]
    assert Counts(gold=1) == score_speakers(ARTICLE, [])["speaker direct"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("a “bc” d", "bc"),
        ('a "bc" d', "bc"),
        ("“ab\ncd", "ab"),
        ("it's a “b’c” d", "b’c"),
        ("ab", ""),
    ],
)
def test_finds_what_is_quoted(text: str, quoted: str) -> None:
    """Straight and curly marks; a mark without a partner holds to the end of its line; apostrophes are none."""
    assert quoted == "".join(text[i] for i in sorted(quoted_characters(text)))


def test_form_is_by_letters() -> None:
    """All quoted is direct, some mixed, none indirect."""
    assert ["direct", "mixed", "indirect"] == [form_of(frozenset(c), frozenset({1, 2})) for c in ([1, 2], [2, 3], [3])]
