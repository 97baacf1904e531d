"""What somebody puts somewhere is done, and not said."""

import pytest

from saidwho.reading.putting import without_deeds, without_putting
from tests.reading.marks import parse, told


@pytest.mark.parametrize(
    "marked",
    [
        "<Vinland> {had put} [70 mines into the river].",
        "<The army> {has put} [three brigades] on the bridge.",
        "<The guard> {put} [his rifle down to help the child].",
        "<The ferryman> {put} [his boats down to the river].",
    ],
)
def test_a_deed_is_no_statement(marked: str) -> None:
    """Nobody says anything by it."""
    text, attribution = parse(marked)
    assert () == without_putting(text, (attribution,))


@pytest.mark.parametrize(
    "marked",
    [
        "<The army> {put} [its losses] at nine.",
        "<The ministry> {has put} [the toll at 40].",
        "<The railway> {put} [the accident down to a cracked rail].",
        "[“A mess”], as <the mayor> {put} it.",
    ],
)
def test_a_number_that_is_put_somewhere_is_said(marked: str) -> None:
    """Losses are put at a number, and words are put so."""
    text, attribution = parse(marked)
    assert (attribution,) == without_putting(text, (attribution,))


def test_whoever_tells_of_the_deed_has_its_clause() -> None:
    """Where it goes on behind "the minister said, that"."""
    text, teller = parse("[There were pictures], <the minister> {said}, that Vinland had put 70 mines into the river.")
    _, deed = parse("There were pictures, the minister said, that <Vinland> {had put} [70 mines into the river].")
    (one,) = without_putting(text, (teller, deed))
    assert ("the minister", "said", "There were pictures | that Vinland had put 70 mines into the river") == told(text, one)


def test_a_deed_in_the_next_line_is_not_told_here() -> None:
    """A clause ends where its line does."""
    text, teller = parse("<The rebels> {said} [that the bridge was mined].\nThe army put 70 mines into the river.")
    _, deed = parse("The rebels said that the bridge was mined.\n<The army> {put} [70 mines into the river].")
    (one,) = without_putting(text, (teller, deed))
    assert ("The rebels", "said", "that the bridge was mined") == told(text, one)


@pytest.mark.parametrize(
    "marked",
    [
        "<The president> {has called} [the State Council together].",
        "<The army> {called} [in two brigades].",
        "<The helicopter> {was looking for} [us].",
        "<The coastguard> {saved} [51].",
        "The post on the hill {known as} [31] was hit.",
        "<Nobody> {knows} [who is missing].",
        "<Whoever> {says} [eight millions has eaten eight millions].",
        "{As to} <Helicopter EB-90>: [it flew into a cloud].",
    ],
)
def test_what_summons_saves_names_or_is_nobody_s_is_no_statement(marked: str) -> None:
    """Nobody says anything by it."""
    text, attribution = parse(marked)
    assert () == without_deeds(text, (attribution,))


@pytest.mark.parametrize(
    "marked",
    [
        "<The mayor> {called} [the vote a farce].",
        "<The envoy> {called for} [a halt].",
        "<Nobody> {expects} [a communiqué].",
        "<The army> {calls} [the hill known as 31 its own].",
        "<The crew> {saved} [“all of us”].",
    ],
)
def test_what_is_called_something_or_expected_is_said(marked: str) -> None:
    """So is what is quoted."""
    text, attribution = parse(marked)
    assert (attribution,) == without_deeds(text, (attribution,))
