"""Words of a page that speak to its readers or lead elsewhere are blank, and the paragraphs around them stand."""

import pytest

from saidwho.reading.furniture.furniture import without_furniture

_ABOVE, _BELOW = "The depot burned until noon.", "Nobody was hurt, the mayor said."


def left(line: str) -> str:
    """What is left of a line between two paragraphs."""
    text = f"{_ABOVE}\n{line}\n{_BELOW}"
    plain = without_furniture(text)
    assert len(text) == len(plain)
    assert (_ABOVE, _BELOW) == (plain.split("\n")[0], plain.split("\n")[2])
    return plain.split("\n")[1].strip()


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement Continue reading the main story",
        "Newsletter Sign Up Get the Norra briefing by e-mail. You agree to receive offers. An error has occurred.",
        "Sign up for our weekly newsletter",
        "Sign up",
        "This website uses cookies. The council of Norra holds 3,000 of them.",
        "JUST WATCHED Shells hit Varnok Replay More Videos ... MUST WATCH Shells hit Varnok 01:26",
        "MOST READ IN NEWS 'GONE' Warlord claims he shot 40 men",
        "READ MORE: Rebels free nine teachers in Varnok",
        "Related Stories 'WORST TO COME' Warlord mocks 40 claims of injury",
        "Varnok bans the rebels' coins Read more",
        "This is a breaking news story, more follows",
        "More: Varnok fines 40 bakers",
        "[Rebels claim some were killed by airstrikes]",
        "[Is the marshal losing his grip?]",
        "Photo",
        "Like Norra World on Facebook and stay updated",
        "Do you have a story for the Norra Bee? Email us at tips@bee.example",
        "Contact the writers at vale@bee.example",
    ],
)
def test_a_notice_to_readers_says_nothing(line: str) -> None:
    """Neither what it offers nor what its links tell is the outlet's word here."""
    assert left(line) == ""


@pytest.mark.parametrize(
    "line",
    [
        "Sign up to the militia or leave, fighters told the villagers.",
        "Related articles of the criminal code forbid it, the prosecutor said.",
        "This video is not authentic, the ministry said.",
        "Most popular in the north, the party lost both seats.",
        "Share the road with no convoy, drivers were told.",
        "Photos of the depot show two craters.",
        "[The account below is based on recordings of the police.]",
        "Copyright 2018 Norrpress.",
        "1/2 of the grain was lost.",
    ],
)
def test_a_sentence_that_begins_like_a_notice_stands(line: str) -> None:
    """It tells something, or has the stop that no link has."""
    assert line == left(line)


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        ("Copyright 2018 Norrpress.", "Copyright 2018 Norrpress. All rights reserved. This material may not be published."),
        ("Rebels take the port", "Facebook Twitter Pinterest Rebels take the port"),
        ("Two bridges are gone, the mayor says", "Story highlights Two bridges are gone, the mayor says"),
        (
            "We hold the bridge. — Norra Front (@nf) May 3, 2016",
            "1/2 We hold the bridge. pic.twitter.com/ab12 — Norra Front (@nf) May 3, 2016",
        ),
    ],
)
def test_what_stands_beside_a_notice_is_kept(expected: str, line: str) -> None:
    """Who holds the rights, what a highlight tells and what a post says."""
    assert expected == " ".join(left(line).split())


def test_links_below_read_more_end_with_the_next_sentence() -> None:
    text = "Read more:\nRebels free nine teachers\nWhat made the guns so loud\nThe mayor fled on Monday.\nHe is 61"
    assert ["", "", "", "The mayor fled on Monday.", "He is 61"] == [line.strip() for line in without_furniture(text).split("\n")]
