"""Sentences of our own as gold, and how figures are held against them."""

from pathlib import Path

import pytest

from benchmarks.counts import Counts
from benchmarks.figures.fa_kes import Report, score_report
from benchmarks.figures.sentences import FRESH, WRITTEN, GoldError, sentences_of
from benchmarks.figures.whole import differences, score
from saidwho.types.document import Span
from saidwho.types.grounding import Figure


@pytest.fixture
def written(tmp_path: Path):
    """Reads lines as a file of sentences."""

    def read(*lines: str):
        file = tmp_path / "some.tsv"
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return sentences_of(file)

    return read


def test_there_are_four_hundred_sentences_of_our_own():
    """Some of them have no figure, though they have numbers."""
    sentences = sentences_of(WRITTEN) + sentences_of(FRESH)
    assert len(sentences) >= 400
    assert len({sentence.text for sentence in sentences}) == len(sentences)
    assert sum(not sentence.figures for sentence in sentences) >= 50


@pytest.mark.parametrize(
    ("low", "high", "value"),
    [(17, 17, "17"), (17, None, "17+"), (None, 17, "..17"), (3, 17, "3..17"), (None, None, "?"), (1.5, 1.5, "1.5")],
)
def test_reads_a_value(written, low, high, value):
    (sentence,) = written(f"It had 17 men.\t17 men; {value}; people; -; v=men")
    assert (low, high) == (sentence.figures[0].low, sentence.figures[0].high)


@pytest.mark.parametrize(
    "line",
    ["It had 17 men.\t18 men; 18; people; -", "It had 17 men.\t17 men; x; people; -", "It had 17 men.\t17 men; 17; people; -; w=men"],
)
def test_a_wrong_line_is_named(written, line):
    """With file and line, so that somebody can mend it."""
    with pytest.raises(GoldError, match=r"some\.tsv, line 2"):
        written("It rained.", line)


def test_a_sentence_is_whole_where_every_field_is_right(written):
    (sentence,) = written("It had 17 men.\t17 men; 17; people; -; v=men")
    assert Counts(right=1, predicted=1, gold=1) == score(sentence.figures, list(sentence.figures))["whole"]
    assert [] == differences(sentence.figures, list(sentence.figures))


def test_one_wrong_field_spoils_a_sentence_and_its_aspect_only(written):
    sentence, other = written("It had 17 men.\t17 men; 17; people; -; v=men", "It had 17 men.\t17 men; 17+; people; -; v=men")
    counts = score(sentence.figures, list(other.figures))
    assert (0, 0, 1) == (counts["whole"].right, counts["value"].right, counts["unit"].right)
    assert ["'17 men' high: 17 <- None"] == differences(sentence.figures, list(other.figures))


def test_a_sentence_without_figures_is_whole_where_none_is_found(written):
    empty, full = written("It had 17 men.", "It had 17 men.\t17 men; 17; people; -; v=men")
    assert 1 == score(empty.figures, [])["whole"].right
    assert 0 == score(empty.figures, list(full.figures))["whole"].right


def killed(low: int, victims: str | None, start: int) -> Figure:
    return Figure(
        span=Span(start=start, end=start + 2), low=low, high=low, qualifier=None, unit="people", counts="killed", of=None, victims=victims,
        per=None, over=None, cumulative=False, since=None, as_of=None, part_of=None, currency=None,
    )  # fmt: skip


def test_labelled_deaths_are_looked_for_by_kind():
    """Six civilians and four fighters are labelled; the fighters are found, and a figure of another event."""
    report = Report(key="a", text="", civilians=6, others=4, children=0, women=0, marked=(Span(start=0, end=2), Span(start=50, end=52)))
    counts = score_report(report, (killed(4, "fighters", 0), killed(90, None, 20)))
    assert Counts(right=1, predicted=2, gold=2) == counts["killed"]
    assert (0, 1) == (counts["civilians"].right, counts["combatants"].right)
    assert Counts(right=1, predicted=2, gold=2) == counts["marked words"]
