"""Readings of our own sentences, without a model."""

from collections.abc import Callable

import pytest

from saidwho.reading.reader import Reader
from saidwho.text.words import split_words
from saidwho.types.document import Span
from saidwho.types.reading import Mention, Reading, Token

Read = Callable[..., Reading]

_KNOWN = {
    "AUX": "will would may might has have had was were is are be been did",
    "VERB": (
        "said say hit meet met hold held began begin fell ended took remained spoke left comes arrive arrived lasted fought "
        "born sent opens open rose resumed deliver attacked marched warned leaves"
    ),
    "NOUN": "people soldiers villages attack attacks strike budget elections war offensive vision deadline summit hearing casualties",
    "ADJ": "due scheduled expected heavy",
    "PROPN": "Cup Expo Kyiv USA",
}
_TAGS = {word: tag for tag, words in _KNOWN.items() for word in words.split()}


@pytest.fixture(scope="session")
def read() -> Read:
    """A reading in which every word is its own head, so that only the words themselves speak."""

    def reading(text: str, *, names: dict[str, str] | None = None) -> Reading:
        words = split_words(text)
        spans = [Span(start=b, end=e) for b, e in zip(words.starts.tolist(), words.ends.tolist(), strict=True)]
        tokens = tuple(
            Token(span=span, upos=_TAGS.get(span.of(text), "X"), head=number, relation="root") for number, span in enumerate(spans)
        )
        mentions = tuple(_name(text, name, kind) for name, kind in (names or {}).items())
        return Reading(attributions=(), names=mentions, mentions=(), tokens=tokens, sentences=((0, len(tokens)),) if tokens else ())

    return reading


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The shipped reader, for tests marked model."""
    return Reader(threads=1)


def _name(text: str, name: str, kind: str) -> Mention:
    start = text.index(name)
    return Mention(span=Span(start=start, end=start + len(name)), kind=kind, score=1.0)
