"""Which times are labelled in meantime, and with what value?

Labelled are the headline and the sentences from the third to the sixth; the second is the line with the date, which is
given as the publication date and so is not asked for. Labels without characters of the text, which the corpus infers, are left out.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from training.corpora import read_lines

_LABELLED = (0, 2, 3, 4, 5)
_DAY_FIRST = re.compile(r"(\d\d)-(\d\d)-(\d{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """One labelled time. start, end: code points. value: TIMEX3's."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedDocument:
    """A text with its labelled times. published: None in two documents. asked: the sentences that are labelled."""

    key: str
    text: str
    published: str | None
    asked: tuple[tuple[int, int], ...]
    timexes: tuple[Timex, ...]

    def is_asked(self, start: int) -> bool:
        return any(first <= start < past for first, past in self.asked)


def timed_documents(file: Path) -> list[TimedDocument]:
    return [_timed(line) for line in read_lines(file)]


def _timed(line: dict) -> TimedDocument:
    asked = tuple((first, past) for n, (first, past) in enumerate(line["sentences"]) if n in _LABELLED)
    timexes = [
        Timex(start=timex["spans"][0][0], end=timex["spans"][-1][1], value=timex.get("value") or "")
        for timex in line["timexes"]
        if timex["spans"]
    ]
    return TimedDocument(
        key=line["id"],
        text=line["text"],
        published=published(line["dct"]),
        asked=asked,
        timexes=tuple(t for t in timexes if any(first <= t.start < past for first, past in asked)),
    )


def published(dct: str | None) -> str | None:
    """A document's date; one document writes it day first."""
    found = _DAY_FIRST.fullmatch(dct) if dct else None
    return f"{found[3]}-{found[2]}-{found[1]}" if found else dct
