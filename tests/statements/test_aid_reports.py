"""Aid as whole reports tell it: in idioms, over sentences, by several who give."""

from collections import Counter
from importlib.resources import files

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document
from saidwho.types.statement import AidPackage, Report

pytestmark = pytest.mark.model

TABLE = files("saidwho.statements.aid") / "words.tsv"


def read(text: str) -> Report:
    return read_document(freeze(Draft(text=text, outlet="Harbour Courier", published="2023-11-16", language="en")))


def only(text: str) -> AidPackage:
    (package,) = read(text).aid
    return package


def told(package: AidPackage) -> list[tuple[str, str | None]]:
    return [(stage.stage, stage.date) for stage in package.history]


def given(report: Report) -> list[tuple[str | None, float | None]]:
    """Who gives what sum, package by package."""
    names = {actor.id: actor.name for actor in report.grounding.actors}
    return [(names.get(package.donor or ""), package.amount.low if package.amount else None) for package in report.aid]


@pytest.mark.parametrize(
    ("stage", "date", "text"),
    [
        ("committed", "2023-11-15", "Norway's parliament on Wednesday gave its consent to a gift of six radars to Moldova."),
        ("committed", None, "The Danish government has unfrozen 20 million euros in aid for Armenia."),
        ("pledged", "2023-11-14", "Norway has put off the delivery of six radars to Moldova, its defence minister said on Tuesday."),
        ("cancelled", "2023-11-13", "Norway on Monday put on hold a shipment of six radars to Moldova."),
        ("announced", None, "Six boats are being handed over to the Moldovan police by Norway."),
        ("delivered", "2023-11-13", "Moldova's police took delivery of six boats from Norway on Monday."),
        ("pledged", None, "Norway will let Moldova have six boats."),
        ("committed", "2023-05", "In May the Danish parliament approved 20 million euros in aid for Armenia."),
    ],
)
def test_words_beside_a_verb_tell_the_stage(stage: str, date: str | None, text: str) -> None:
    """What is put off is promised anew; a month is no auxiliary."""
    assert [(stage, date)] == told(only(text))


def test_a_verb_that_looks_the_same_in_the_past_has_its_day_there() -> None:
    """The last January."""
    assert [("allocated", "2023-01")] == told(only("Norway set aside 20 million euros in January for clinics in Armenia."))


def test_the_day_of_a_clause_with_when_is_that_of_the_promise() -> None:
    """It tells of the same time."""
    text = "The minister promised Armenia six boats from Norway when he spoke in Oslo on Tuesday."
    assert ("pledged", "2023-11-14") in told(only(text))


@pytest.mark.parametrize(
    "text",
    [
        "Norland denied on Wednesday that it had supplied the rebels with missiles.",
        "A Norwegian maker will supply Armenia with 30 aircraft for 90 million dollars.",
        "A private firm in Oslo has bought twelve used jets for 30 million dollars.",
        "The president would like 60 helicopters from Norway.",
        "Counting all donors, promises stand at 30 billion euros.",
        "That brings the gifts of the year to 245 million euros, the ministry said.",
    ],
)
def test_what_nobody_gives_is_no_package(text: str) -> None:
    """Denials, sales, wishes and sums of all that was given."""
    assert read(text).aid == ()


def test_a_list_has_the_stage_of_what_opens_it() -> None:
    """Each of its lines is a package of whoever is named first in it."""
    text = "Who gives what\nThe following was pledged to Armenia on Monday:\n- Norway: 20 million euros\n- Kuwait: 15 million dollars"
    report = read(text)
    assert [("Norway", 20_000_000), ("Kuwait", 15_000_000)] == given(report)
    assert {"pledged"} == {stage.stage for package in report.aid for stage in package.history}


def test_a_headline_without_a_sum_is_of_the_package_below_it() -> None:
    """The day told below it replaces that of the headline."""
    text = (
        "Norway's parliament approves arms package for Moldova\nDeputies in Oslo on Tuesday approved 90 million kroner in arms for Moldova."
    )
    assert [("committed", "2023-11-14")] == told(only(text))


def test_a_sum_that_no_verb_tells_waits_for_a_sentence_that_does() -> None:
    """What was only named is told of later."""
    text = "Beside the loan stands a Norwegian grant of 3 million euros for roofs in Armenia. The grant was signed on Monday."
    assert ("contracted", "2023-11-13") in told(only(text))


def test_a_tranche_is_a_share_of_the_loan_named_behind_it() -> None:
    """The package is the whole, in the money of the share."""
    package = only("The World Bank paid Armenia 50 million euros on Monday, the second of three tranches of a loan of 150 million.")
    assert package.amount is not None
    assert (150_000_000, "EUR") == (package.amount.low, package.amount.currency)


def test_a_sum_has_the_greatness_that_it_was_changed_to() -> None:
    """Not what it was before."""
    report = read("Norway has cut its aid to Armenia from 12 million to 8 million euros, the foreign ministry said on Tuesday.")
    assert [("Norway", 8_000_000)] == given(report)


def test_a_sum_may_be_written_with_hyphens() -> None:
    """In the money of the state that gives."""
    package = only("In February Denmark scrapped a 95-million-kroner programme of aid for Armenia.")
    assert package.amount is not None
    assert (95_000_000, "DKK") == (package.amount.low, package.amount.currency)


def test_who_prints_that_we_give_gives() -> None:
    """A ministry in its own text."""
    text = "Ministry of Foreign Affairs of Norway\n16 November 2023\nToday we have transferred 20 million euros to Armenia for its clinics."
    assert [("Norway", 20_000_000)] == given(read(text))


def test_one_thing_is_given_as_well_as_many() -> None:
    """The object of a verb of giving, with an article."""
    assert ["air defence battery"] == [item.name for item in only("Norway promised Moldova an air defence battery on Monday.").items]


def test_others_who_give_other_things_open_another_package() -> None:
    """Though the sentence says "as well"."""
    text = "Norway gave Armenia 40 snow ploughs in January. On Monday Denmark promised Armenia 5,000 tonnes of hay as well."
    assert 2 == len(read(text).aid)


def test_what_a_relative_clause_gives_is_given() -> None:
    """And what comes of it, though only its number is named again."""
    text = "Of 900 tonnes of wheat that Norway had promised to Armenia, 300 were unloaded in the port on Monday."
    package = only(text)
    assert ["pledged", "delivered"] == [stage.stage for stage in package.history]
    assert ["wheat"] == [item.name for item in package.items]


@pytest.mark.parametrize(
    "text", ["Sund gave ſix million in aid.", f"Sund gave {'9' * 5000} tents to Lorn.", "Sund gave food, two more \n in Kyiv."]
)
def test_odd_numbers_and_breaks_are_read(text: str) -> None:
    """What looks like a number and is none, one too long to be one, and a list that breaks off."""
    assert text.rstrip() == read(text).document.text.rstrip()


def test_no_kind_of_words_has_one_twice() -> None:
    """Lists that grow by hand repeat themselves."""
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert not {kind: again for kind, words in rows if (again := {w for w, n in Counter(words.split()).items() if n > 1})}
