"""A reader that loads no weights: whoever stands before the word "said" has said what follows."""

import re

import pytest

import saidwho.pipeline.reading
from saidwho.errors import ReadingError, WeightsError
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention, Reading, Token


class FakeReader:
    """Reads with one pattern."""

    def read(self, text: str) -> Reading:
        if "unreadable text" in text:
            raise ReadingError("The reader stumbled.")
        if "a mistake of ours" in text:
            raise KeyError("-")
        if "no weights" in text:
            raise WeightsError("The weights are missing. Install saidwho again.")
        words = [Span(start=m.start(), end=m.end()) for m in re.finditer(r"\w+|[^\w\s]", text)]
        found = [[Span(start=m.start(n), end=m.end(n)) for n in (1, 2, 3)] for m in re.finditer(r"(\w+ \w+) (said) ([^.\n]+)", text)]
        return Reading(
            attributions=tuple(Attribution(source=(s,), cue=(c,), content=(w,), score=0.9) for s, c, w in found),
            names=tuple(Mention(span=source, kind="person", score=0.9) for source, _, _ in found),
            mentions=(),
            tokens=tuple(Token(span=span, upos="PROPN", head=i, relation="root") for i, span in enumerate(words)),
            sentences=((0, len(words)),) if words else (),
        )


@pytest.fixture(autouse=True)
def _fake_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saidwho.pipeline.reading, "shipped_reader", FakeReader)
