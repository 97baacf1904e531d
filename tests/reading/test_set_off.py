"""What somebody says behind "said:" without quotation marks."""

import pytest

from saidwho.reading.set_off import with_what_is_set_off
from saidwho.types.document import Span
from saidwho.types.reading import Attribution


def attribution(text: str, source: str, cue: str, said: str) -> Attribution:
    parts = [Span(start=(at := text.index(words)), end=at + len(words)) for words in (source, cue, said)]
    return Attribution(source=(parts[0],), cue=(parts[1],), content=(parts[2],), score=0.9)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("The list is long. We added nine firms.", "Ada Vale said: The list is long. We added nine firms."),
        ("The list is long. We added nine.\n\nOur aim is peace.", "Ada Vale said: The list is long. We added nine.\n\nOur aim is peace."),
        ("The list is long.", "Ada Vale said: The list is long.\n\nNine firms closed on Monday."),
        ("The list is long", "Ada Vale said: The list is long. Nine firms closed on Monday."),
        ("The list is long.", "Ada Vale said: The list is long.\n\nNotes to editors: our lists are online."),
        ("The list is long", 'Ada Vale said: The list is long. "We added nine firms."'),
        ("The list is long", "Ada Vale said The list is long. We added nine firms."),
    ],
)
def test_words_behind_a_colon_go_on_while_they_are_the_speakers(expected: str, text: str) -> None:
    """To the end of the line, and over paragraphs, where they speak of "we"; not into quotations, labels and what the outlet tells."""
    said = expected if expected in text and expected.endswith(".") and "we" not in expected.lower() else "The list is long"
    cue = "said:" if "said:" in text else "said"
    (found,) = with_what_is_set_off(text, (attribution(text, "Ada Vale", cue, said),))
    assert expected == " ".join(span.of(text) for span in found.content)


def test_words_end_where_another_speaks() -> None:
    """Whoever is named with words of his own is not taken in."""
    text = "Ada Vale said: The list is long.\n\nIvo Malk said we were wrong."
    first = attribution(text, "Ada Vale", "said:", "The list is long.")
    second = attribution(text, "Ivo Malk", "Malk said", "we were wrong")
    assert first.content == with_what_is_set_off(text, (first, second))[0].content
