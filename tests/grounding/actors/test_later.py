"""Speakers whom a text names before or after it calls them by a noun."""

from collections.abc import Callable

import pytest

from saidwho.types.statement import Report
from tests.grounding.actors.sources import speakers

Read = Callable[[str], Report]

pytestmark = pytest.mark.model


def name_of(report: Report, start: str) -> str | None:
    """The speaker of the statement whose source begins so."""
    found = [name for source, name in speakers(report).items() if source.startswith(start)]
    assert found, f"no source begins with {start!r} in {list(speakers(report))}"
    return found[-1]


def test_an_office_is_whoever_bears_it_further_down_with_a_rank(read: Read) -> None:
    """A rank before the name does not hide the apposition."""
    report = read(
        "Energy minister says output is down\nFires have halved output, the energy minister said on Monday.\n"
        "The energy minister, Colonel Bo Asker, told reporters that repairs had begun."
    )
    assert "Bo Asker" == name_of(report, "the energy minister")


def test_the_minister_of_one_state_is_not_that_of_another(read: Read) -> None:
    """Though the text names one only."""
    report = read(
        "The prime minister of Kastria, Bo Asker, said the bridge was lost. He said nobody had been hurt.\n"
        "The foreign minister of Dorland said the bridge had been blown up by its own guards."
    )
    assert "Bo Asker" != name_of(report, "The foreign minister of Dorland")


def test_an_office_speaks_on_under_a_name(read: Read) -> None:
    """A report that has told the office says the name alone when it goes on."""
    report = read(
        "Officers have detained 40 people after a protest, the town's police chief told reporters on Tuesday.\n"
        "Colonel Idris Hamoud said the crowd had thrown stones at officers."
    )
    assert "Idris Hamoud" == name_of(report, "the town's police chief")


def test_a_headline_calls_by_a_noun_whom_the_text_names(read: Read) -> None:
    """A noun for fighters is the armed group that speaks."""
    report = read(
        "Militant group claims attack on bus\nA bomb killed 17 officers on a bus in Varnok on Thursday.\n"
        "The Sword of the Reeds, a militant group that has fought the government since 2008, claimed the attack in a statement."
    )
    assert "Sword of the Reeds" == name_of(report, "Militant group").removeprefix("The ")


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("There were no casualties, a monitoring group, the Varnok Rights Watch, said.", "a monitoring group", "Varnok Rights Watch"),
        ("The charity Global Table said that its drivers had been shot at.", "The charity Global Table", "Global Table"),
        ("Army chief of staff General Oumar Dial said that the town had been taken.", "Army chief", "Oumar Dial"),
        ("A diplomat and two security sources said that 70 people had been killed.", "A diplomat", "diplomat and two security sources"),
        ("Police and medics said on Friday that three people had been killed.", "Police", "Police and medics"),
        ("The health ministry in Hadra said on Friday that 11 people had been killed.", "The health ministry", "health ministry"),
    ],
)
def test_a_source_is_called_by_the_words_that_tell_most(read: Read, text: str, source: str, name: str) -> None:
    """The name beside a noun, and all of several who speak together."""
    found = name_of(read(text), source)
    assert found is not None
    assert found.removeprefix("The ").removeprefix("A ").startswith(name)


def test_answers_are_those_of_whoever_is_interviewed(read: Read) -> None:
    """And so is the "I" in them."""
    report = read(
        "An interview with Commandant Isau Terekhi\nFor eleven years Isau Terekhi has led the rebels of the delta.\n"
        "Q: Your men hold four engineers. Why?\nA: They were taken as guests. I did not order it.\n"
        "Q: The government says you took a ransom.\nA: We took no money."
    )
    answers = [s for s in report.statements if s.source and s.source[0].of(report.document.text) == "A"]
    names = {actor.id: actor.name for actor in report.grounding.actors}
    assert answers
    assert {"Isau Terekhi"} == {names.get(s.speaker.actor or "") if s.speaker else None for s in answers}


def test_rebels_without_an_article_may_be_any(read: Read) -> None:
    """Who shot a pilot is not the group that speaks; "the rebels" are."""
    text = (
        "A jet came down near Jayrud on Saturday, residents said.\nIt burned for hours.\nThe al-Nusra Front runs the town.\n"
        "Jaysh al-Islam said it had shot down the jet. The pilot was killed by rebels, a monitor said."
    )
    report = read(text)
    rebels = next(a for a in report.grounding.actors if any(m.of(text) == "rebels" for m in a.mentions))
    assert "Jaysh al-Islam" != rebels.name


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("", "Ada Vale"),
        ("A doctor said he had seen nine of them.\n", "a court spokesman"),
    ],
)
def test_a_spokesman_goes_on_under_a_name(read: Read, between: str, name: str) -> None:
    """Right behind what he says at first; not where another speaks in between."""
    report = read(
        f"A boat went down off the coast overnight, a court spokesman in Sfax said on Monday.\n{between}"
        "The boat had sixty people on board, Ada Vale told Norrpress."
    )
    assert name == name_of(report, "a court spokesman")


def test_a_spokesman_is_nobody_of_whom_more_is_told(read: Read) -> None:
    """A doctor who speaks next is no spokesman of a court."""
    report = read(
        "A boat went down off the coast overnight, a court spokesman in Sfax said on Monday.\n"
        "The boat had sixty people on board, Ada Vale, a doctor, told Norrpress."
    )
    assert "Ada Vale" != name_of(report, "a court spokesman")


@pytest.mark.parametrize(
    ("start", "text"),
    [
        (
            "The union",
            "The railwaymen's union said nine men were missing. The Soviet Union sent a note. The union called for a strike in Dorn.",
        ),
        (
            "Staff",
            "The general staff of Morenia denied it. At the hospital forty people sleep in the corridor. Staff say they have no water.",
        ),
        ("The regional", "A bridge fell near Bryansk. The Ukrainian government denied it. The regional government said repairs had begun."),
        (
            "The emergency",
            "The Security Service of Ukraine had no comment in Kyiv. The emergency service said more than 120 people were hurt.",
        ),
        ("the prime minister", "Britain's Foreign Office had no comment in London. A ship sank, the prime minister's office said."),
        ("The ministry of health", "Tasif's foreign ministry had no comment. The ministry of health said 40 people had died."),
    ],
)
def test_who_is_told_apart_by_words_before_or_behind_a_noun_is_nobody_else(read: Read, start: str, text: str) -> None:
    """A service, an office or a ministry for another thing, a union of workers, those who work somewhere, a government of a part."""
    others = {"Soviet Union", "General Staff of Morenia", "Government of Ukraine", "Security Service of Ukraine"}
    name = name_of(read(text), start)
    assert name not in others | {"Foreign, Commonwealth and Development Office", "Ministry of Foreign Affairs of Tasif"}
