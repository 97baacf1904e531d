"""What somebody puts somewhere is done, and not said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.reading.putting import without_deeds, without_putting
from saidwho.types.document import Span
from saidwho.types.reading import Attribution
from tests.reading.marks import parse, told


@pytest.mark.parametrize(
    "marked",
    [
        "<Vinland> {had put} [70 mines into the river].",
        "<The army> {has put} [three brigades] on the bridge.",
        "<The guard> {put} [his rifle down to help the child].",
        "<The ferryman> {put} [his boats down to the river].",
        "<The crew> {put} [the two probes down to a depth of nine metres].",
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
        "<Vale> {put} [the delay down to poor weather in the strait].",
        "<The mayor> {put} [the loss of two boats down to the river's strong current].",
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


@pytest.mark.parametrize(
    ("teller", "deed"),
    [
        (
            "[The seventy mines], <the minister> {said}, that Vinland had put into the river were old.",
            "[The seventy mines], the minister said, that <Vinland> {had put} into the river were old.",
        ),
        (
            "[There were pictures], <the minister> {said}, [that Vinland had put 70 mines into the river].",
            "There were pictures, the minister said, that <Vinland> {had put} [70 mines into the river].",
        ),
        (
            "[There were pictures], <the minister> {said}, that the mines Vinland had put there were old.",
            "There were pictures, the minister said, that [the mines] <Vinland> {had put} there were old.",
        ),
    ],
)
def test_whoever_tells_of_the_deed_has_no_clause_twice_and_no_half_one(teller: str, deed: str) -> None:
    """Where it holds the clause already, or where what was put stands before the clause ends."""
    text, one = parse(teller)
    assert (one,) == without_putting(text, (one, parse(deed)[1]))


@given(st.data())
def test_no_piece_is_empty_reversed_or_told_twice(data: st.DataObject) -> None:
    """Wherever the pieces of two attributions stand."""
    text = "It fell, he said, that we had put ten mines into it, he said, that we put it so."
    cue = Span(start=text.index("had put"), end=text.index("had put") + 7)
    said = Span(start=text.index("he said"), end=text.index("he said") + 7)
    we = Span(start=text.index("we"), end=text.index("we") + 2)

    def spans(count: int) -> tuple[Span, ...]:
        cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2 * count, max_size=2 * count, unique=True)))
        return tuple(Span(start=start, end=end) for start, end in zip(cuts[::2], cuts[1::2], strict=True))

    one = Attribution(source=(), cue=(said,), content=spans(data.draw(st.integers(1, 3))), score=0.9)
    deed = Attribution(source=(we,), cue=(cue,), content=spans(data.draw(st.integers(1, 2))), score=0.9)
    for found in without_putting(text, (one, deed)):
        ends = [0, *(at for piece in found.content for at in (piece.start, piece.end))]
        assert ends == sorted(ends)
        assert all(piece.start < piece.end for piece in found.content)


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
        "<Army chiefs> {are probing} [the claim].",
        "<Police> {are looking into} [the report].",
        "<The army> {denied} [the mission access to the port].",
        "<Soldiers> {had denied} [residents food and water].",
        "<The council> {denied} [port access to four ships suspected of carrying coal].",
        "<The two sides> {traded blame for} [the attack].",
        "<The coastguard> {questioned} [its crew members on Friday].",
        "The post of Ivo Rand, <who> {describes} [himself as a former soldier], was copied.",
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
        "<The mayor> {describes} [the raid as a massacre].",
        "<The monitor> {assesses} [that the front is still].",
        "<The army> {denied} [that the mission had no access].",
        "<The army> {denied} [blocking access to the port].",
        "<The army> {denied} [access to the port was closed].",
        "<Deputies> {questioned} [the minister's account].",
        "<Deputies> {questioned} [what kind of people would sign it].",
    ],
)
def test_what_is_called_something_or_expected_is_said(marked: str) -> None:
    """So is what is quoted."""
    text, attribution = parse(marked)
    assert (attribution,) == without_deeds(text, (attribution,))


@pytest.mark.parametrize(
    "marked",
    [
        "<Vinland> {has spearheaded the push for} [tougher sanctions].",
        "<The rebels> {launched a campaign to} [free the prisoners].",
        "<The governor> {is leading an international effort to} [clear the mines].",
    ],
)
def test_who_leads_a_drive_for_something_says_nothing(marked: str) -> None:
    """It is done."""
    text, attribution = parse(marked)
    assert () == without_deeds(text, (attribution,))


@pytest.mark.parametrize("marked", ["<Vinland> {led calls for} [tougher sanctions].", "<Vinland> {pushed for} [tougher sanctions]."])
def test_who_leads_calls_for_something_says_so(marked: str) -> None:
    """A call is said, and a push without a leader is mostly made with words."""
    text, attribution = parse(marked)
    assert (attribution,) == without_deeds(text, (attribution,))
