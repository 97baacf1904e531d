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
            ("The service", "said", "a missile hit the ward"),
            "<The service> {said} [a missile hit the ward], citing [fragments found at the site].",
        ),
        (
            ("The officials", "said", "that the finding, based on flight data, was that it had failed"),
            "<The officials> {said} [that the finding, based on flight data, was that it had failed].",
        ),
        (("The official", "said", "the count was based on calls"), "<The official> {said} [the count was based on calls]."),
        (
            ("The minister", "said", "it was done in haste and on the basis of rumours"),
            "<The minister> {said} [it was done in haste and on the basis of rumours].",
        ),
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
        (("The envoy", "appealed", "soldiers sent to the lake to go"), "<The envoy> {appealed} to soldiers sent to the lake [to go]."),
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
        ("that it holds 200 men, some of whom are ill", "<The army> {said} [that it holds 200 men], some of whom are ill."),
        ("2,000 fled | most of whom live in tents", "[2,000 fled], <the mayor> {said}, most of whom live in tents."),
        ("It will go | provided that the guns leave", "[It will go], {according to} <the army>, provided that the guns leave."),
    ],
)
def test_what_is_said_goes_on_to_the_end_of_its_sentence(content: str, marked: str) -> None:
    """With how many of them, and on what condition."""
    text, attribution = parse(marked)
    assert content == told(text, settle_extents(text, (attribution,))[0])[2]


@pytest.mark.parametrize(
    ("more", "behind"),
    [
        ("including 12 children", ", but the toll could not be independently verified"),
        ("including 12 children", " but gave no further details"),
        ("including 12 children", " – the worst toll since the truce"),
        ("including 12 children", ", while the rebels spoke of two"),
        ("up from 12 on Monday", ", citing hospital lists"),
        ("including 1,200 children, a nurse and two guards", ""),
    ],
)
def test_what_is_said_goes_on_to_where_another_clause_begins(more: str, behind: str) -> None:
    """A list goes on over its commas."""
    text, attribution = parse(f"<The ministry> {{said}} [that 40 people were killed], {more}{behind}.")
    assert f"that 40 people were killed, {more}" == told(text, settle_extents(text, (attribution,))[0])[2]


@pytest.mark.parametrize("mark", ["?", "!"])
def test_what_is_said_ends_with_a_question(mark: str) -> None:
    """The sentence behind it is another."""
    text, attribution = parse(f"[Could they win], <he> {{asked}}, if the guns were lost{mark} The general shrugged and left.")
    assert "Could they win | if the guns were lost" == told(text, settle_extents(text, (attribution,))[0])[2]


@pytest.mark.parametrize(
    "marked",
    [
        "<The army> {said} [that it had shot down 40 drones], none of which could be independently verified.",
        "<The army> {said} [that it had shot down 40 drones], both of which fell on its own side of the river.",
        "<Vale> {said} [that his soldiers would not go], all but ending hopes of a truce.",
        "<Vale> {said} [that his soldiers would not go], all while they packed.",
        "<The army> {denied} [that it had bombed the two hospitals], because it had no planes there.",
        "<The army> {rejected} [reports of nine dead], including two nurses.",
        "<Police> {said} [that five people were killed], including two children, and gave no further details.",
        "<Police> {said} [that five people were killed], including two children and gave no further details.",
        "<The army> {said} [that it held Varnok], until last week a rebel base.",
        "<The army> {said} [that it had new guns], provided by Karlia.",
    ],
)
def test_what_the_outlet_says_is_not_taken_in(marked: str) -> None:
    """Its doubts, what it makes of what is said, and what is told of a thing that is denied."""
    text, attribution = parse(marked)
    assert (attribution,) == settle_extents(text, (attribution,))


@pytest.mark.parametrize(
    "marked",
    [
        "<Several countries> {said} [that they would send tanks], including Karlia and Norra.",
        "<Four officials> {said} [that the plan had been dropped], all of whom spoke on condition of anonymity.",
        "<Several officials> {said} [that the attack had failed], among them the defence minister.",
        "<Several officials> {said} [that the attack on 12 towns had failed], among them the defence minister.",
        "[The plan to shell 12 towns had been dropped], <four officials> {said}, two of them ministers.",
        "<The envoy> {said} [that the truce held], some of them doubtful.",
        "<The envoy> {said} [that nine were killed], all of them from Varnok, a man who asked for anonymity among them.",
    ],
)
def test_those_who_say_it_are_not_taken_in(marked: str) -> None:
    """A part may be one of several who speak."""
    text, attribution = parse(marked)
    assert (attribution,) == settle_extents(text, (attribution,))


def test_a_counted_part_is_of_what_several_count() -> None:
    """Where a number stands before it and in it."""
    text, attribution = parse("<Local officials> {said} [that 14 people were killed], including three children.")
    assert "that 14 people were killed, including three children" == told(text, settle_extents(text, (attribution,))[0])[2]


@pytest.mark.parametrize("joint", ["until last year", "unless he errs", "provided he is right", "albeit with doubts"])
def test_a_title_behind_a_source_is_not_said(joint: str) -> None:
    """It tells of whoever speaks."""
    text, attribution = parse(f"[The front is collapsing], {{said}} <Ivo Vale>, {joint} the army's chief of staff.")
    assert (attribution,) == settle_extents(text, (attribution,))


@pytest.mark.parametrize(
    "behind",
    [
        "half of them worth 3.5 million (about 2 million euros)",
        "including 4.5 tonnes of grain: a tenth of the harvest",
        "including U.S. troops",
        "including Robert F. Oltan and a lawyer",
        "including No. 3 and No. 4",
        "including approx. nine trucks",
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


@pytest.mark.parametrize(
    ("said", "marked"),
    [
        (
            "Some officers | had gone on air to declare that others must leave",
            "Some officers, <the mission> {said}, had gone on air to declare [that others must leave].",
        ),
        (
            "Some officers | had gone on air to declare that others must leave",
            "[Some officers], <the mission> {said}, had gone on air to declare [that others must leave].",
        ),
        ("his mother | stayed behind", "He walked for two nights; his mother, <he> {whispers}, [stayed behind]."),
        (
            "a report in a daily that a ship had sailed",
            "<The ministry> {dismissed} as speculative a report in a daily [that a ship had sailed].",
        ),
        ("any claim that it was shut", "<The ministry> {rejected} any claim [that it was shut]."),
        ("that others must leave", "In a kitchen in Lom, <the captain> {said} by telephone [that others must leave]."),
    ],
)
def test_all_of_the_clause_is_said_and_all_that_is_denied_denied(said: str, marked: str) -> None:
    text, attribution = parse(marked)
    assert said == told(text, settle_extents(text, (attribution,))[0])[2]


def test_and_between_two_things_that_are_said_joins_them_only() -> None:
    text, attribution = parse("[Ten fell], {according to} <the mission>, and [two were hurt].")
    assert (attribution,) == settle_extents(text, (attribution,))


def test_what_stands_before_who_quotes_himself_is_not_said() -> None:
    """A quotation is whole without it."""
    text, attribution = parse("Mourning their luck, <the islanders> often {say}, [“Poor Lom, so far from help.”]")
    assert (attribution,) == settle_extents(text, (attribution,))


def test_what_somebody_does_not_mention_is_not_said() -> None:
    """It stands behind what he says."""
    text, attribution = parse("<The ministry> {said} [that 46 drones were downed], without mentioning [the depot].")
    assert ("The ministry", "said", "that 46 drones were downed") == told(text, settle_extents(text, (attribution,))[0])


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
