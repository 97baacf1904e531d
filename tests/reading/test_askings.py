"""Those who only ask say nothing."""

import pytest

from saidwho.reading.askings import without_askings
from tests.reading.marks import parse


@pytest.mark.parametrize(
    "marked",
    [
        "{Asked} [if a truce was near], the envoy left.",
        "{Asked} [if a truce was near], <the envoy> left.",
        "<The envoy> {was asked} [if a truce was near].",
        "<The doctor> put the dead at 140, {adding up} [the slips of five parishes].",
        "<The envoy>, {asked about} [tanks], left.",
        "A clerk <who> {asked} [not to be named] left.",
        "A doctor, <who> {asked} [that his name be withheld], left.",
        "A clerk, <who> {declined} [to be named], left.",
        "The minister {was asked about} [this] at noon.",
        "<The palace> {has been asked about} [the strike].",
        "<The palace> {had repeatedly been asked about} [the strike].",
        "<The general> {thanked} [the gunners].",
        "<The Brigade> hailed the raid {without saying} [who did it].",
        "<VARNOK>{:} [CLASHES IN THE PORT]",
    ],
)
def test_a_question_or_a_wish_for_no_name_is_no_statement(marked: str) -> None:
    """Nothing is told by it."""
    text, attribution = parse(marked)
    assert () == without_askings(text, (attribution,))


@pytest.mark.parametrize(
    "marked",
    [
        "<The mayor> {asked} [both sides for a truce].",
        "<The mayor> {declined} [to say how many had died].",
        "<Residents> {were asked} [to stay indoors].",
        "<The mayor> {asked} [that the names of the dead be read out].",
    ],
)
def test_a_demand_and_a_refusal_stay(marked: str) -> None:
    """Who asks for something, or will not tell, does say something."""
    text, attribution = parse(marked)
    assert (attribution,) == without_askings(text, (attribution,))
