"""Which lines does a text have, and is the first of them its headline?"""

from collections.abc import Iterator

from saidwho.export.spans import on_one_line
from saidwho.types.document import Document, Span

# A first line that is longer, or ends like a sentence, is no headline.
_HEADLINE = 160


def lines_of(text: str) -> Iterator[Span]:
    """The lines of a text that hold more than white space."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start=start, end=start + len(line))
        start += len(line) + 1


def is_headline(line: Span, document: Document) -> bool:
    """Whether a first line is the document's title, or reads like one where it has none."""
    words = line.of(document.text).strip()
    if document.title is not None:
        return on_one_line(words) == on_one_line(document.title)
    return len(words) <= _HEADLINE and not words.endswith((".", '."', ".”"))
