"""Whose a picture is is no part of a report; what its caption tells is."""

import pytest

from saidwho.reading.furniture.furniture import without_furniture


def left(text: str) -> list[str]:
    plain = without_furniture(text)
    assert len(text) == len(plain)
    return [" ".join(line.split()) for line in plain.split("\n")]


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        ("", "Enlarge this image toggle caption Ada Vale/AP Ada Vale/AP"),
        ("", "Ada Vale/Getty Images"),
        ("", "AP - AFP"),
        ("The quay is seen on Monday.", "The quay is seen on Monday. (Ada Vale/AP)"),
        ("The quay is seen on Monday.", "The quay is seen on Monday. (Ada Vale/Norrfoto via AP, File) (Associated Press)"),
        ("The quay on Monday.", "The quay on Monday. [Photo/Agencies]"),
        ("The quay on Monday", "The quay on Monday ©Ada Vale (AFP)"),
        ("Soldiers cross the quay", "Ada Vale / Reuters Soldiers cross the quay REUTERS/Ada Vale"),
        ("Women wait at the port", "AP:Associated Press Women wait at the port"),
        ("The blast destroyed the depot", "Image copyright EPA Image caption The blast destroyed the depot"),
        ("Rebels take the port", "Rebels take the port (Getty)"),
        ("Rebels take the port", "Rebels take the port (Ada Vale/AP/PA)"),
        ("Rebels took the port in May.", "Rebels took the port in May. Photograph: Ada Vale/Norrfoto"),
        ("17 May 2017 Rebels take the port", "8/34 17 May 2017 Rebels take the port Ada Vale/PA"),
        ("Forty people died at the port. Reuters reported it.", "Forty people died at the port. Reuters reported it."),
        ("The grain left on Monday (via Kesh)", "The grain left on Monday (via Kesh)"),
        ("The officer fled on Monday. (Reuters)", "The officer fled on Monday. (Reuters)"),
    ],
)
def test_a_credit_is_blank_and_its_caption_stands(expected: str, line: str) -> None:
    """A bare "(Reuters)" may credit the report, and a name within a sentence credits nothing."""
    assert ["The port burned.", expected] == left(f"The port burned.\n{line}")


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        ("South Korea fears for its coast", "EPA South Korea fears for its coast"),
        ("Reuters Cameraman Killed At Border", "Reuters Cameraman Killed At Border"),
        ("EPA officials closed the plant.", "EPA officials closed the plant."),
        ("Reuters First reported the loss of the ship.", "Reuters First reported the loss of the ship."),
    ],
)
def test_an_agency_before_a_caption(expected: str, line: str) -> None:
    """Beside other credits its name stands for nothing; its people and whole sentences are told of."""
    assert expected == left(f"The port burned.\nAP:Associated Press Boats wait\n{line}")[-1]


def test_an_agency_alone_begins_a_headline() -> None:
    """Of a single line, and of the first, nobody knows that it is a caption."""
    assert ["Reuters Wins Case In Norra", "EPA Closes Plant"] == left("Reuters Wins Case In Norra\nEPA Closes Plant")


def test_the_title_of_a_gallery_is_blank_before_each_caption() -> None:
    text = (
        "Photos: War in Norra: a port burns Smoke rises over the quay. Hide Caption 1 of 3\n"
        "Photos: War in Norra: a port burns Forty people fled. Hide Caption 2 of 3\n"
        "Photos: War in Norra: a port burns Hide Caption 3 of 3"
    )
    assert ["Smoke rises over the quay.", "Forty people fled.", ""] == left(text)
