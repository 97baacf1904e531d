"""Cue and content are cut one way, whatever way the reader cut them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.reading.extents import settle_extents
from saidwho.types.document import Span
from saidwho.types.reading import Attribution
from tests.reading.marks import parse, told


@pytest.mark.parametrize(
    ("expected", "marked"),
    [
        (("The envoy", "refused", "to say whether he would go"), "<The envoy> {refused to say} [whether he would go]."),
        (("The mayor", "urged", "both armies to stop"), "<The mayor> {urged} both armies [to stop]."),
        (("Norra", "accused", "Vale of firing first"), "<Norra> {accused} Vale [of firing first]."),
        (("The Front", "claimed responsibility", "for the raid"), "<The Front> {claimed} [responsibility for the raid]."),
        (("The captive", "told", "that his unit had fled"), "<The captive> {told} [investigators that his unit had fled]."),
        (("The army", "put", "its dead at 40"), "<The army> {put} [its dead at 40, going by calls to its hospitals]."),
        (
            ("the Directorate", "states", "that it crashed"),
            "With regard to [the plane of Red Heron], <the Directorate> {states} [that it crashed].",
        ),
        (("The mayor", "said", "the bridge was gone"), "VARNOK, 3 March – <The mayor> {said} [the bridge was gone]."),
    ],
)
def test_the_lines_are_drawn_one_way(expected: tuple[str, str, str], marked: str) -> None:
    """Whom a demand is made of belongs to it; whom it is told to does not."""
    text, attribution = parse(marked)
    assert expected == told(text, settle_extents(text, (attribution,))[0])


def test_a_dateline_is_nobodys_words() -> None:
    """The town in capitals before the dash is not said by anybody."""
    text, attribution = parse("[VARNOK] – <The mayor> {said} [the bridge was gone].")
    assert ("The mayor", "said", "the bridge was gone") == told(text, settle_extents(text, (attribution,))[0])


@pytest.mark.parametrize(
    "marked",
    [
        "<The mayor> {said} [that soldiers were told to stop].",
        "<The mayor> {said} [that, based on what was known, the guards had fired].",
        "<The mayor> {told} [the story of the bridge].",
        '<The army> {denied} [that it acted without giving notice to "the villagers"].',
        "<The mayor> {asked}. Nobody knew. [To leave would be wrong].",
    ],
)
def test_other_lines_stay(marked: str) -> None:
    """What only looks alike is left as the reader drew it."""
    text, attribution = parse(marked)
    assert (attribution,) == settle_extents(text, (attribution,))


@given(st.text(alphabet='abc told refused to say,. –\n"“”VARNOK', min_size=6, max_size=80), st.data())
def test_no_part_leaves_the_text(text: str, data: st.DataObject) -> None:
    """Every part of what is settled is a stretch of the text, and none is empty."""
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4, unique=True)))
    cue, content = Span(start=cuts[0], end=cuts[1]), Span(start=cuts[2], end=cuts[3])
    found = settle_extents(text, (Attribution(source=(), cue=(cue,), content=(content,), score=0.5),))[0]
    assert all(0 <= span.start < span.end <= len(text) for span in (*found.cue, *found.content))
