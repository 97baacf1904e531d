"""On its own page a body is named by shorter forms of its name."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document
from tests.grounding.actors.test_actors import speaker_of

pytestmark = pytest.mark.model


def speaks(source: str, text: str, outlet: str) -> str | None:
    """The name of who speaks in the last statement whose source is written so."""
    actor = speaker_of(read_document(freeze(Draft(text=text, outlet=outlet, published="2023-11-16", language="en"))), source)
    return actor.name if actor else None


@pytest.mark.parametrize(
    ("outlet", "source"),
    [
        ("Ministry of Defence of Halden", "The Ministry of Defence"),
        ("Ministry of Information, Ganvar", "The ministry"),
        ("Monitoring Mission in the Lowar Basin", "The Mission"),
        ("State Secretariat for Public Security", "The Secretariat"),
        ("Inter-State Office for Refugees", "The Office"),
        ("Press Office of the Coast Front", "The press office"),
    ],
)
def test_the_noun_of_its_name_is_the_issuer(outlet: str, source: str) -> None:
    """With some of its other words or none."""
    assert outlet == speaks(source, f"{source} said that three guards had been killed at the dam. Two more were hurt.", outlet)


def test_the_organization_is_the_relief_agency_on_whose_page_it_is() -> None:
    """Where no other body speaks."""
    text = "Twenty patients were killed on Monday. The organization reminded all parties that wards are protected."
    outlet = "International Committee of the Red Cross"
    assert outlet == speaks("The organization", text, outlet)


def test_an_organ_is_of_the_state_whose_page_it_is() -> None:
    """And not of a real one that has an organ of that name."""
    text = "The Foreign Office said that two sailors had been killed on Friday. Three others are missing."
    assert "Foreign Office of Norrmark" == speaks("The Foreign Office", text, "Foreign Office of Norrmark")


def test_another_body_of_the_same_noun_is_itself() -> None:
    """Also where the text takes it up by the noun alone."""
    text = "The Ministry of Health of Dorvan said that forty men had been killed. The ministry said that they were patients."
    assert "Ministry of Defence of Halden" != speaks("The ministry", text, "Ministry of Defence of Halden")


@pytest.mark.parametrize("outlet", ["Ministry Gazette", "Harbour Courier"])
def test_a_paper_is_no_ministry(outlet: str) -> None:
    """Whatever its name says."""
    text = "The ministry said that three guards had been killed at the dam. Two more were hurt."
    assert outlet != speaks("The ministry", text, outlet)
