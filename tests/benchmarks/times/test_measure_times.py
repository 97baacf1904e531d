"""The times of meantime, measured from end to end without a model."""

from pathlib import Path

import pytest

from benchmarks.counts import Counts
from benchmarks.times.documents import TimedDocument, Timex, published
from benchmarks.times.measure import measure, score_times
from saidwho.text.words import split_words
from saidwho.types.document import Span
from saidwho.types.grounding import Time
from saidwho.types.reading import Reading, Token


class WordReader:
    """Finds the words and nothing else."""

    def read(self, text: str) -> Reading:
        words = split_words(text)
        edges = zip(words.starts.tolist(), words.ends.tolist(), strict=True)
        tokens = tuple(Token(span=Span(start=b, end=e), upos="X", head=n, relation="root") for n, (b, e) in enumerate(edges))
        return Reading(attributions=(), names=(), mentions=(), tokens=tokens, sentences=())


@pytest.mark.corpora
def test_words_alone_find_most_times(corpora: Path) -> None:
    """The grammar needs no syntax to find most of what is labelled; the figures say of what."""
    measured = measure(corpora, WordReader())  # type: ignore[arg-type]
    figures = {figure.name: figure.value for figure in measured.figures}
    assert len(measured.cases) == 120
    assert figures["times extent f1"] > 75
    assert figures["times value accuracy"] > 75


def document(*timexes: Timex, day: str | None = "2023-10-27") -> TimedDocument:
    return TimedDocument(key="a", text="It fell on Thursday, in six days.", published=day, asked=((0, 40),), timexes=timexes)


def found(start: int, end: int, *, edtf: str | None = None, duration: str | None = None) -> Time:
    return Time(span=Span(start=start, end=end), edtf=edtf, date_prec=1 if edtf else None, duration=duration)


THURSDAY, SIX_DAYS = Timex(start=11, end=19, value="2023-10-26"), Timex(start=24, end=32, value="P6D")


def test_extents_are_exact_and_values_are_of_what_was_found() -> None:
    """One right of two labelled, one of another extent; its value is not counted among those found."""
    times = [found(11, 19, edtf="2023-10-26"), found(21, 32, duration="P6D")]
    assert score_times(document(THURSDAY, SIX_DAYS), times) == {
        "extent": Counts(right=1, predicted=2, gold=2),
        "overlap": Counts(right=2, predicted=2, gold=2),
        "value": Counts(right=1, predicted=1, gold=1),
        "duration": Counts(right=0, predicted=0, gold=1),
    }


def test_a_document_without_a_date_has_no_values_to_ask_for() -> None:
    """Without a publication date, its labels' values rest on what we were not given."""
    assert score_times(document(THURSDAY, day=None), [found(11, 19)])["value"] == Counts()


@pytest.mark.parametrize(("dct", "day"), [("2009-02-03", "2009-02-03"), ("03-02-2009", "2009-02-03"), (None, None)])
def test_a_date_written_day_first_is_turned_round(dct: str | None, day: str | None) -> None:
    """One document of the corpus writes its date the other way."""
    assert published(dct) == day
