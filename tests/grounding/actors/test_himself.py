"""Whom pronouns stand for in what somebody says, and right after it."""

from collections.abc import Callable

import pytest

from saidwho.types.statement import Report

Read = Callable[[str], Report]

pytestmark = pytest.mark.model


def speaker_of(report: Report, words: str) -> str | None:
    """The speaker of the statement in whose content the words stand."""
    names = {actor.id: actor.name for actor in report.grounding.actors}
    found = [s for s in report.statements if s.source and any(words in span.of(report.document.text) for span in s.content)]
    assert found, f"nobody says {words!r}"
    return names.get(found[0].speaker.actor or "") if found[0].speaker else None


BEFORE = "The coastguard's commander, Captain Bo Asker, told the radio that two men were missing. “The boat was made for six,” he said.\n"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("We ran", "Ivo Ranek, a barber from Varnok, said he had lost hold of his sons in the waves. “We ran from the shells,” he said."),
        ("would not", "The premier of Dorland, Ivo Ranek, said nobody had warned him. His country would not yield, he added."),
        ("a mine", "Ivo Ranek, who steered the boat, was less certain. “It may have been a mine,” he told reporters."),
    ],
)
def test_he_is_who_speaks_of_himself(read: Read, words: str, text: str) -> None:
    """His sons and his country are those of whoever says the words, and no matter of who spoke in the paragraph before."""
    assert "Ivo Ranek" == speaker_of(read(BEFORE + text), words)


def test_whoever_shows_something_says_what_it_shows(read: Read) -> None:
    """And no matter who spoke in the paragraph before."""
    text = (
        "The ministry of Ostravia said two villages had been taken.\n"
        "The Velnian General Staff reported no losses. In its summary it said that its units held the station.\n"
        "The ministry also released a video which it said showed the surrender of six soldiers."
    )
    assert "The ministry" == speaker_of(read(text), "the surrender")


def test_a_quotation_does_not_tell_that_a_man_is_a_woman(read: Read) -> None:
    """ "Her" is the boat there."""
    report = read(
        "VARNOK, May 5 - Dorland said a submarine had spent the night aground.\n"
        "Fishermen found the boat on a mud bank, according to Admiral Bo Asker, who commands the coast. "
        "“Her number was painted out. The paint was still wet,” he told a news conference."
    )
    assert "Bo Asker" == speaker_of(report, "The paint was still wet")


def test_they_are_several(read: Read) -> None:
    """One teacher who has just spoken is not they."""
    report = read(
        "The head teacher said the children had been in the cellar and none was hurt.\n"
        "Two armed men refused the patrol access to a storage site in Varnok. They said that their superiors expected nobody."
    )
    assert speaker_of(report, "their superiors") in ("Two armed men", "two armed men")


@pytest.mark.parametrize(
    ("is_sure", "before"),
    [(True, "The fisherman Ivo Ranek came home on Monday."), (False, "The fisherman Ivo Ranek attacked President Bo Asker on Monday.")],
)
def test_he_is_less_sure_where_two_men_are_spoken_of(read: Read, is_sure: bool, before: str) -> None:
    """The liar may be either."""
    report = read(before + " He was a liar and a thief, he said.")
    found = [s.speaker for s in report.statements if s.speaker and any("a liar" in x.of(report.document.text) for x in s.content)]
    assert found
    assert is_sure == (found[0].score > 0.8)


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Ranek, a farmer, was arrested on Friday. His lawyer said he had lost two teeth in the cell.",
        "Ivo Ranek, a farmer, was arrested on Friday. Ranek's lawyer said he had lost two teeth in the cell.",
        "Ivo Ranek led the cell for two years. A military spokesman said he was killed on Monday.",
        "Ivo Ranek led the cell for two years. A military spokesman said he had fled on Monday.",
    ],
)
def test_he_need_not_be_who_speaks(read: Read, text: str) -> None:
    """Where the source names somebody else too, or the sentence before tells of another and a role alone speaks."""
    report = read(text)
    at = report.document.text.index(" he ") + 1
    standing = [actor for actor in report.grounding.actors if any(span.start == at for span in actor.mentions)]
    assert not [actor.name for actor in standing if "lawyer" in actor.name or "spokesman" in actor.name]


def test_he_is_who_speaks_where_a_place_owns_him(read: Read) -> None:
    """A town that no table knows is nobody that "he" may be."""
    report = read("A teacher at Oxley Lane confirmed he had heard fourteen shots.")
    at = report.document.text.index(" he ") + 1
    assert ["A teacher"] == [actor.name for actor in report.grounding.actors if any(span.start == at for span in actor.mentions)]


def test_a_lawyer_of_hers_is_no_woman_by_her(read: Read) -> None:
    """ "He" who speaks next is still the lawyer."""
    report = read("Ada Vale was arrested on Friday. Her lawyer said she had lost two teeth. “They beat her in the cell,” he said.")
    assert "lawyer" in (speaker_of(report, "They beat her") or "")


def test_his_brother_is_not_he(read: Read) -> None:
    """ "His brother" begins with "his", and is somebody else."""
    report = read("Ivo Ranek came home on Monday. His brother saw long boxes on the quay, he said.")
    assert "Ivo Ranek" == speaker_of(report, "long boxes")
