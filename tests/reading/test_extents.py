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
        (("The envoy", "declined", "to say whether he would go"), "<The envoy> {declined} twice to say [whether he would go]."),
        (("The army", "did not respond", "to two letters"), "<The army> {did not respond} to [two letters]."),
        (("The mayor", "urged", "both armies “to stop”"), "<The mayor> {urged} both armies [“to stop”]."),
        (("The mayor", "urged", "both armies “to stop”"), "<The mayor> {urged} both armies “[to stop]”."),
        (("The mayor", "urged", "both armies “to stop,”"), "<The mayor> {urged} both armies “[to stop],” and left."),
        (("The mayor", "urged", "to stop"), "<The mayor> {urged} both armies “[to stop] at once”."),
        (("The mayor", "appealed", "both armies to stop"), "<The mayor> {appealed} on Monday to both armies [to stop]."),
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
    ("content", "marked"),
    [
        ("that it sent drones, three of which arrived", "<Vale> {says} [that it sent drones], three of which arrived."),
        ("nine dead, all soldiers", "<The palace> {spoke of} [nine dead], all soldiers."),
        (
            "The ships will stay | because they have no crews",
            "[The ships will stay], <the navy> {said} on Tuesday, because they have no crews.",
        ),
        ("2,000 fled | half of them by boat", "[2,000 fled], {according to} <the agency>, half of them by boat."),
        ("200 fled, twenty-one of them alone", "<The mayor> {said} [200 fled], twenty-one of them alone."),
        ("that it lost six tanks, one of which burned", "<The army> {said} [that it lost six tanks], one of which burned."),
        ("that it took grain, including 4.5 tonnes of rye", "<The army> {said} [that it took grain], including 4.5 tonnes of rye."),
        ("that it will attack, if the road stays shut", "<The army> {said} [that it will attack], if the road stays shut."),
    ],
)
def test_what_is_said_goes_on_to_the_end_of_its_sentence(content: str, marked: str) -> None:
    """With how many of them, and on what condition."""
    text, attribution = parse(marked)
    assert content == told(text, settle_extents(text, (attribution,))[0])[2]


@pytest.mark.parametrize(
    "behind",
    [
        "half of them worth 3.5 million (about 2 million euros)",
        "including 4.5 tonnes of grain: a tenth of the harvest",
        "including U.S. troops",
    ],
)
def test_no_number_and_no_short_form_is_cut_in_two(behind: str) -> None:
    """Where the sentence does not simply end, nothing is taken in."""
    text, attribution = parse(f"<The army> {{said}} [that it had taken six boats], {behind}.")
    assert (attribution,) == settle_extents(text, (attribution,))


@pytest.mark.parametrize(
    "behind",
    [
        "once home to 70,000 people",
        "one of the last towns held by the rebels",
        "some 40 kilometres from the border",
        "300 km away",
        "a third of a mile from the sea",
        "if confirmed the biggest gain in months",
        "if true the biggest gain in months",
        "nearly two and a half years after the war began",
        "more than two and a half years after the war began",
        "half an hour after the truce began",
        "two decades after the war",
        "not far from the border",
        "all of which Karlia denied",
        "all of which Karlia denied, a spokesman among them",
    ],
)
def test_the_outlets_asides_are_not_said(behind: str) -> None:
    """How far and how long, what the place was, what another denies."""
    text, attribution = parse(f"<The army> {{said}} [that it had taken Varnok], {behind}.")
    assert (attribution,) == settle_extents(text, (attribution,))


@pytest.mark.parametrize("source", ["five survivors", "the wounded", "the gunmen in the yard", "Mara Oltan and her son"])
def test_them_behind_those_who_say_it_may_be_they(source: str) -> None:
    """ "Three of them children" may tell of the survivors."""
    text, attribution = parse(f"[The guards opened fire], {{according to}} <{source}>, three of them children.")
    assert (attribution,) == settle_extents(text, (attribution,))


def test_what_another_says_behind_it_is_none_of_it() -> None:
    """Though it begins alike."""
    text, first = parse("<The army> {says} [that ten fell], most of them conscripts if the rebels are right.")
    _, second = parse("The army says that ten fell, [most of them conscripts] {if} <the rebels> are right.")
    assert (first, second) == settle_extents(text, (first, second))


@pytest.mark.parametrize(
    "marked",
    [
        "[The town burned], {said} <Mara Oltan>, 41, who sells fish.",
        "[The town burned], {said} <the mayor>, one of the fiercest critics of the war.",
        "<The mayor> {said} [that the town burned], two days after the truce.",
        "<The mayor> {said} [that the town burned], which lies on the border.",
        "[“The town burned,”] <the mayor> {said}, most of it in ruins.",
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
