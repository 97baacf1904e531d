"""Noun phrases go back to whom the text has called so."""

from collections.abc import Callable

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline import read_document
from saidwho.types.statement import Report

Read = Callable[[str], Report]

pytestmark = pytest.mark.model


def named(report: Report) -> list[tuple[str, str | None]]:
    """Source and name of the speaker of each statement."""
    names, text = {actor.id: actor.name for actor in report.grounding.actors}, report.document.text
    return [(s.source[0].of(text), names.get(s.speaker.actor or "") if s.speaker else None) for s in report.statements if s.source]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            ("The blogger", "A Kastrian war blogger"),
            "A Kastrian war blogger said that rifles were short. The blogger said that officers had fled.",
        ),
        (
            ("The source", "A security source"),
            "A security source said that the mine was new. The source said that two men had laid it.",
        ),
        (
            ("The charity", "Norra Relief Union"),
            "The Norra Relief Union said that the ward was hit. The charity urged both sides to spare doctors.",
        ),
        (
            ("The rebels", "Revolutionary Armed Forces of Colombia"),
            "The FARC rejected the offer. The rebels said that they would fight.",
        ),
    ],
)
def test_a_bare_noun_is_who_was_called_so(read: Read, expected: tuple[str, str], text: str) -> None:
    """Where the text speaks of no other."""
    assert expected in named(read(text))


def test_other_words_before_a_noun_are_of_another(read: Read) -> None:
    """The regional spokesman is not the rebel spokesman of the sentence before."""
    text = "A rebel spokesman said that the town had fallen. The army's regional spokesman said that the withdrawal was tactical."
    found = dict(named(read(text)))
    assert found["A rebel spokesman"] != found["The army's regional spokesman"]


def test_a_paper_is_its_issuers(read: Read) -> None:
    """ "published by the ministry" says whose words a fact sheet holds."""
    assert [("a fact sheet published by the ministry", "the ministry")] == named(
        read("The howitzers will come from the stocks of the army, according to a fact sheet published by the ministry.")
    )


def test_numbers_speak(read: Read) -> None:
    """Those who speak may be only counted."""
    assert ("Six of those interviewed", "Six") in named(read("Six of those interviewed said that they had signed blank sheets."))


def test_a_group_with_the_name_of_a_person_is_a_group(read: Read) -> None:
    """ "it" may stand for it."""
    report = read("Boko Haram said that it had attacked the barracks.")
    assert {"group"} == {actor.kind for actor in report.grounding.actors if actor.name == "Boko Haram"}


@pytest.mark.parametrize("name", ["Dispatch", "Lakes Dispatch"])
def test_an_outlet_speaks_of_itself_by_parts_of_its_name(name: str) -> None:
    """And says "we" for itself."""
    text = f"The {name} said on Monday that the tunnel was full. We said that it was mined."
    report = read_document(freeze(Draft(text=text, outlet="Lakes Dispatch", published="2023-10-27")))
    assert {"Lakes Dispatch"} == {who for _, who in named(report)}


def test_labels_of_a_transcript_are_people(read: Read) -> None:
    """The surname in capitals is the one whose full name stood before."""
    text = "INA DRESH: Who fired?\nPAVEL ORLEN: We did not fire at all.\nDRESH: And now?\nORLEN: The bridge is closed to everybody."
    assert {"PAVEL ORLEN"} == {who for source, who in named(read(text)) if source.endswith("ORLEN")}


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (("The premier", "Ivo Karsk"), "Prime Minister Ivo Karsk vowed to fight on. The premier said that brigades had been sent."),
        (
            ("A rebel spokesman, who gave his name as Commander Falk,", "Commander Falk"),
            "A rebel spokesman, who gave his name as Commander Falk, said that 40 soldiers had been captured.",
        ),
        (
            ("monitor", "Norra Observatory for Human Rights"),
            "Air strike kills 14, monitor says\nThe Norra Observatory for Human Rights said that jets had hit a market.",
        ),
    ],
)
def test_roles_and_bodies_lead_to_names(read: Read, expected: tuple[str, str], text: str) -> None:
    """Also where another word is used for the office, or the name comes later."""
    assert expected in named(read(text))


def test_an_unnamed_speaker_bears_the_phrase_that_tells_most(read: Read) -> None:
    """Not the first one."""
    text = "The official said that the road was shut. The regional official said that it would stay so."
    assert {"The regional official"} == {who for _, who in named(read(text))}
