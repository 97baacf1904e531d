"""What is sent, brought and received, and is no aid."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document
from saidwho.types.statement import AidPackage

pytestmark = pytest.mark.model


def aid_in(text: str) -> tuple[AidPackage, ...]:
    return read_document(freeze(Draft(text=text, published="2023-10-27"))).aid


@pytest.mark.parametrize(
    "text",
    [
        "The storm brought 31 inches of snow to Lorn County on Friday, the weather office said.",
        "More than 60 emails were sent from company accounts to the agency, the Harbour Post reported.",
        "The fighters handed 21 girls over to the Nigerian authorities on Thursday after talks that Switzerland brokered.",
        "The girls were brought to Kumo in Red Cross vehicles and flown to Abuja by helicopter, a local source said.",
        "A white truck came through the crowd in Nice at half past ten, witnesses said.",
        "North Korea launched a missile over Japan on Friday that flew 3,700 km, sending people to take cover.",
        "The tanker illegally transferred 600 tons of refined oil to a North Korean ship in October, South Korea said.",
        "Two travellers gave the singers their blankets as they went to their seats, the airline said.",
        "Holm raised its bid for Orrin to $70 a share on Monday, and investors sold both.",
        "China and Russia supply nearly all of North Korea's oil imports and host tens of thousands of its workers.",
        "Two people with knowledge of the matter said that Pelican had paid 1.2 million dollars. The hostages flew home on Tuesday.",
        "Holm said it would pay 40 million dollars to Kuvia for Orrin. Two investors and a takeover fund withdrew their bids.",
        "An airline flew 40 passengers and four crew to Liberia on Sunday, the airport said.",
    ],
)
def test_what_is_brought_or_sent_is_no_aid_for_that(text: str) -> None:
    assert () == aid_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway handed over six F-16s to Ukraine on Tuesday.",
        "Three trucks with 40 tonnes of flour reached Goma on Friday, the relief agency said.",
        "Japan sent 20 generators to Kharkiv, its embassy said.",
        "Denmark on Tuesday halted all payments to Niger.",
        "Saudi Arabia lent Sudan 200 million dollars on Monday to pay for fuel imports.",
        "Denmark on Monday gave Moldova 20 million kroner. The kidnapped engineers are still held.",
        "Germany will give 45 million euros to UNRWA, its foreign minister said. Hamas still holds 50 hostages in the strip.",
        "Norway approved exports of 20 artillery guns to Ukraine.",
    ],
)
def test_what_one_gives_another_is_aid(text: str) -> None:
    assert aid_in(text)
