"""Speakers before a colon, where no verb says that they speak."""

import pytest

from saidwho.pipeline.reading import find_attributions

pytestmark = pytest.mark.model


def said_by(text: str) -> list[tuple[str, str]]:
    """Sources and what they say, of attributions whose cue is a colon."""
    found = find_attributions(text).attributions
    return [(a.source[0].of(text), a.content[0].of(text)) for a in found if a.source and a.cue and ":" == a.cue[0].of(text)]


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("Governor Ada Vale: two people were killed in Dorn.", "Governor Ada Vale", "two people were killed in Dorn"),
        ("12:40 - Air force: three drones were shot down.", "Air force", "three drones were shot down"),
        (
            "It is cold. The mayor of Dorn, on his channel: all bridges are down.",
            "The mayor of Dorn, on his channel",
            "all bridges are down",
        ),
        ("Ministry of Defence of Karlia: our units have left Orm.", "Ministry of Defence of Karlia", "our units have left Orm"),
        ("- Front spokesman, in a voice note: no boats were at sea.", "Front spokesman, in a voice note", "no boats were at sea"),
        ("16:05 Health department: three dead.", "Health department", "three dead"),
        ("Ombudsman: 31 were held without charge.", "Ombudsman", "31 were held without charge"),
        ("Hospital: two children were treated for burns.", "Hospital", "two children were treated for burns"),
        ("Fire experts from overseas: it had rained that night.", "Fire experts from overseas", "it had rained that night"),
    ],
)
def test_a_role_a_body_or_a_person_speaks_behind_a_colon(text: str, source: str, said: str) -> None:
    """In a sentence with its stop, up to it."""
    assert [(source, said)] == said_by(text)


@pytest.mark.parametrize(
    "text",
    [
        "Live: three bridges were brought down in Dorn.",
        "The toll so far: twelve people were killed.",
        "Dorn (KNA): The bridge has been blown up by rebels.",
        "The staff: 40 doctors and 12 nurses.",
        "A question for the mayor: why were the bridges blown up?",
        "The mayor has one wish: that the bridges be rebuilt.",
        "The reason: the bridges were blown up.",
        "Eastern front: shells hit two villages.",
        "Maria Holm: she was killed on her way to school.",
        "Latest reports: the army has withdrawn.",
        "On the northern front: three men were killed.",
    ],
)
def test_labels_lists_and_questions_are_nobodys_words(text: str) -> None:
    """Nor is what a verb leads to."""
    assert [] == said_by(text)


def test_what_somebody_says_before_a_colon_is_not_what_the_next_line_tells() -> None:
    """Though the reader took it for a piece of that."""
    text = '14:10 A farmer near the bridge: "We saw two tanks. They went north."\n14:20 The army denies that it has lost the bridge.'
    assert [("A farmer near the bridge", '"We saw two tanks. They went north."')] == said_by(text)
    assert ["that it has lost the bridge"] == [
        span.of(text) for a in find_attributions(text).attributions if a.source[0].of(text) == "The army" for span in a.content
    ]


def test_a_cue_of_its_own_wins() -> None:
    """Who is said to speak there speaks."""
    assert [] == said_by("Air force: three drones were shot down, the governor said.")
    assert [] == said_by("According to the mayor: all bridges are down.")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Orbelin", 'Orbelin: "The rebels hit the hospital on purpose."'),
        ("Hamas", 'Hamas: "The army must withdraw first."'),
    ],
)
def test_a_name_alone_speaks_before_a_quotation(source: str, text: str) -> None:
    """As headlines have it; without quotation marks it may be that of somebody who is told of."""
    assert [source] == [who for who, _ in said_by(text)]


@pytest.mark.parametrize("text", ['Background: "The bridge was built in 1978."', 'What we know so far: "The ship left port at noon."'])
def test_a_label_before_a_quotation_is_nobody(text: str) -> None:
    """No name of anybody stands there."""
    assert [] == said_by(text)


def test_a_name_alone_speaks_in_a_headline_that_is_a_clause() -> None:
    headline = "Hamas: Kastria must withdraw before talks"
    assert said_by(f"{headline}\nThe talks were to begin on Monday.") == [("Hamas", "Kastria must withdraw before talks")]


@pytest.mark.parametrize("text", ["Gaza: a ward was hit at noon\nIt was cold.", "The list is long.\nIvo Vale: lost his leg at Orm"])
def test_a_place_in_a_headline_and_a_name_in_a_list_are_nobodys_words(text: str) -> None:
    assert said_by(text) == []
