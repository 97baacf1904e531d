import pytest

from saidwho.reading.venues import without_venue
from saidwho.types.document import Span
from saidwho.types.reading import Attribution


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said in a statement", "said"),
        ("has also said at a briefing on Friday", "has also said"),
        ("said", "said"),
        ("called on", "called on"),
        ("according to", "according to"),
    ],
)
def test_a_cue_leaves_out_where_it_was_said(cue, expected):
    text = f"They {cue} that it fell."
    given = Attribution(
        source=(), cue=(Span(start=5, end=5 + len(cue)),), content=(Span(start=6 + len(cue), end=len(text) - 1),), score=0.9
    )
    found = without_venue(text, given)
    assert expected == found.cue[0].of(text)
    assert given.content == found.content
