"""Whatever the text, what its mentions mean lies inside it, and is the same every time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document
from saidwho.types.contract import json_line

pytestmark = pytest.mark.model

PIECES = [
    "Kyiv said on Thursday that at least 17 people were killed in Avdiivka.",
    "The ministry denied it on 30 February.",
    "Springfield, in Springfield",
    "9" * 300 + " soldiers",
    "He said overnight that 400 a day, or $4.5bn, were lost since 7 October.",
    "30 km west of San José",
    "Turkish officials",
    "\n",
    "“We,” they said",
    "12,,3 dozens of of the the",
    "05/06/2023",
    "ش 🚢 \u202e",
    "Moscow's Moscow's Moscow's",
    "Mr Mr. Mrs",
]
# Enough English that the language is not in doubt, whatever follows.
LEAD = "The governor of the region said that shells had hit the bridge and that nobody was hurt. "
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=6).map(lambda pieces: LEAD + " ".join(pieces))


@settings(max_examples=60, deadline=None)
@given(texts, st.sampled_from([None, "2023-10-27", "2023-10-27T01:00:00+02:00"]))
def test_every_span_lies_in_the_text(text: str, published: str | None) -> None:
    """Places, times, figures and mentions; and the whole is JSON that can be written."""
    document = freeze(Draft(text=text, published=published))
    report = read_document(document)
    grounding = report.grounding
    spans = [x.span for x in (*grounding.places, *grounding.times, *grounding.figures)]
    spans += [span for actor in grounding.actors for span in actor.mentions]
    assert all(0 <= span.start < span.end <= len(document.text) for span in spans)
    assert report == read_document(document)
    assert json_line(report)


@settings(max_examples=40, deadline=None)
@given(texts)
def test_a_value_has_its_precision(text: str) -> None:
    """A time with a value says how precise it is, one without says nothing; so with places that are in a gazetteer."""
    grounding = read_document(freeze(Draft(text=text, published="2023-10-27"))).grounding
    assert all((time.edtf is None) == (time.date_prec is None) for time in grounding.times)
    assert all(place.where_prec is not None for place in grounding.places if place.lat is not None)
    assert all(figure.low is None or figure.high is None or figure.low <= figure.high for figure in grounding.figures)


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv said so. " * 1000,
        "He said she said they said " * 750,
        "dozens of dozens of " * 1000,
        "Springfield " * 1500,
        "on Thursday since Monday " * 1000,
    ],
    ids=["statements", "pronouns", "figures", "places", "times"],
)
def test_repetition_is_read_in_time(text: str) -> None:
    """Time grows with the text and not with its square: seconds become minutes there."""
    began = time.process_time()
    assert read_document(freeze(Draft(text=text, published="2023-10-27"))).document.text == text
    assert time.process_time() - began < 40
