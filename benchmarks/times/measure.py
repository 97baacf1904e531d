"""Measure the times of meantime.

Extents are right where they have exactly the labelled characters. Values are compared as values.py says.
"""

from pathlib import Path

from benchmarks.cases import Case
from benchmarks.counts import Counts, add_up
from benchmarks.measured import Figure, Measured
from benchmarks.times.documents import TimedDocument, Timex, timed_documents
from benchmarks.times.values import is_right, timex_days, timex_duration
from saidwho.grounding.times.times import ground_times
from saidwho.reading.reader import Reader
from saidwho.types.grounding import Time

MEANTIME = "meantime/intra_doc.jsonl"

ASKED = {"times extent f1": 85.0, "times value accuracy": 85.0}
NOTES = (
    "meantime: headline and third to sixth sentence, so without the line of the date; its dct is the publication date.",
    "value accuracy: of times found with exactly the labelled characters whose TIMEX3 value EDTF can express (benchmarks/times/values.py),",
    "without the two documents that have no dct. Of all labelled: those not found count as wrong. Durations are compared apart.",
    "overlap: a label counts as found where a character is shared.",
)


def measure(data: Path, reader: Reader) -> Measured:
    """Read meantime and score the times that were found."""
    cases = tuple(_case(document, reader) for document in timed_documents(data / MEANTIME))
    return Measured(part="times", figures=_figures(cases), data=(MEANTIME,), cases=cases, notes=NOTES)


def _case(document: TimedDocument, reader: Reader) -> Case:
    times = ground_times(document.text, reader.read(document.text), published=document.published, zone=None)
    asked = [time for time in times if document.is_asked(time.span.start)]
    return Case(corpus="meantime", name=document.key, counts=score_times(document, asked))


def score_times(document: TimedDocument, times: list[Time]) -> dict[str, Counts]:
    """Count one document. In values, predicted is what was found and asked for, and gold all that was asked for."""
    labelled = {(timex.start, timex.end): timex for timex in document.timexes}
    found = {(time.span.start, time.span.end): time for time in times}
    pairs = [(timex, found.get(span)) for span, timex in labelled.items()]
    return {
        "extent": Counts.of(set(labelled), set(found)),
        "overlap": _overlap(list(labelled), list(found)),
        "value": _values(document.text, pairs) if document.published else Counts(),
        "duration": _durations(pairs),
    }


def _overlap(labelled: list[tuple[int, int]], found: list[tuple[int, int]]) -> Counts:
    """Labels that share a character with what was found; of two found in one label, one is right."""
    right = sum(any(start < b and a < end for a, b in found) for start, end in labelled)
    return Counts(right=min(right, len(found)), predicted=len(found), gold=len(labelled))


def _values(text: str, pairs: list[tuple[Timex, Time | None]]) -> Counts:
    asked = [(days, time) for timex, time in pairs if (days := timex_days(timex.value))]
    found = [(days, time) for days, time in asked if time]
    right = sum(is_right(time.edtf, days, words=time.span.of(text)) for days, time in found)
    return Counts(right=right, predicted=len(found), gold=len(asked))


def _durations(pairs: list[tuple[Timex, Time | None]]) -> Counts:
    asked = [(duration, time) for timex, time in pairs if (duration := timex_duration(timex.value))]
    found = [(duration, time) for duration, time in asked if time]
    return Counts(right=sum(time.duration == duration for duration, time in found), predicted=len(found), gold=len(asked))


def _figures(cases: tuple[Case, ...]) -> tuple[Figure, ...]:
    sums = add_up([case.counts for case in cases])
    extent, value, duration = sums["extent"], sums["value"], sums["duration"]
    return (
        _figure("times extent f1", extent.f1),
        _figure("times extent precision", extent.precision),
        _figure("times extent recall", extent.recall),
        _figure("times overlap f1", sums["overlap"].f1),
        _figure("times value accuracy", value.precision),
        _figure("times value accuracy of all labelled", value.recall),
        _figure("times durations accuracy", duration.precision),
        _figure("times durations accuracy of all labelled", duration.recall),
    )


def _figure(name: str, value: float) -> Figure:
    return Figure(name=name, value=value, unit="F1" if name.endswith("f1") else "%", asked=ASKED.get(name))
