"""What a report tells of a package over several sentences: days, shares, who gives. The examples are reports written for this."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline import read_document
from saidwho.types.statement import AidPackage, Report

pytestmark = pytest.mark.model


def read(text: str, published: str = "2019-10-08") -> Report:
    return read_document(freeze(Draft(text=text, outlet="Harbour Courier", published=published, language="en")))


def stages(package: AidPackage) -> set[tuple[str, str | None, float | None]]:
    return {(told.stage, told.date, told.amount.low if told.amount else None) for told in package.history}


def names(report: Report) -> dict[str | None, str]:
    return {actor.id: actor.name for actor in report.grounding.actors}


def test_what_goes_on_with_the_days_news_is_of_that_day() -> None:
    """ "Instead it has allocated" behind what was said on Tuesday; "the same day" and "afterwards" too."""
    report = read(
        "The four transport helicopters announced in May will not be sent to Ostrel, Norvale's defence ministry confirmed on Tuesday. "
        "Instead it has allocated 60 lorries and about 2,000 radio sets to Ostrel."
    )
    assert ("allocated", "2019-10-08", None) in {told for package in report.aid for told in stages(package)}


def test_a_delivery_told_of_when_it_was_over_has_no_day() -> None:
    """ "Said on Tuesday that a vessel had unloaded" tells no day of unloading."""
    report = read(
        "The World Food Programme said on Tuesday that a vessel with 12,700 tonnes of wheat flour from Japan had unloaded in Hodeidah.",
        "2021-03-04",
    )
    assert {None} == {told.date for package in report.aid for told in package.history if told.stage == "delivered"}


def test_a_month_is_no_plan() -> None:
    """ "Was withdrawn in May": the month is no auxiliary."""
    report = read("A gift of 6 million euros from Norway to Ukraine, announced in February, was withdrawn in May.", "2022-07-02")
    (package,) = report.aid
    assert {("announced", "2022-02", 6_000_000), ("cancelled", "2022-05", 6_000_000)} == stages(package)


def test_a_share_is_told_from_its_whole() -> None:
    """ "30 of the 50 million it pledged in September": each stage with its own sum and day, of one package."""
    report = read(
        "Norway has paid out 30 million euros of the 50 million it pledged to Ukraine in September, its government said on Wednesday.",
        "2022-12-01",
    )
    (package,) = report.aid
    assert package.amount is not None
    assert 50_000_000 == package.amount.low
    assert {("delivered", "2022-11-30", 30_000_000), ("pledged", "2022-09", 50_000_000)} == stages(package)


def test_a_dateline_gives_nothing() -> None:
    """Neither its agency nor its day, which is that of no stage below it."""
    text = "OSLO, March 14 (Kestrel) - Norway pledged 60 million euros in ammunition for Ukraine on Monday."
    report = read(text, "2023-03-14")
    (package,) = report.aid
    assert "Norway" == names(report).get(package.donor)
    assert {("pledged", "2023-03-13", 60_000_000)} == stages(package)


def test_each_giver_of_a_sentence_has_a_package() -> None:
    """ "Denmark promised ..., and Norway will send ...": two, the second with a name and things of its own."""
    report = read("Denmark promised Ukraine 19 howitzers on Monday, and Norway will send it 90 missiles.", "2023-03-14")
    assert {"Denmark", "Norway"} == {names(report).get(package.donor) for package in report.aid}


def test_an_army_gives_for_its_state() -> None:
    """ "The United States" is a name though "the" stands before it; "Sund navy" is of Sund."""
    report = read("The islanders of Palme are hungry. The Sund navy brought them 30 tonnes of flour on Tuesday.", "2021-03-11")
    assert ["Sund"] == [names(report).get(package.donor) for package in report.aid]


def test_invented_money_keeps_its_name_and_claims_no_code() -> None:
    """Florins are tender in one state today; nobody knows that these are its own."""
    report = read("Norvale will give Ostrel 45 million florins in humanitarian aid, its foreign minister said on Monday.")
    (package,) = report.aid
    assert package.amount is not None
    assert (45_000_000, None, "florins") == (package.amount.low, package.amount.currency, package.amount.unit)
