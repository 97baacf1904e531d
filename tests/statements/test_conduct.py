"""Conduct is alleged by words of our own table, and nothing is alleged where they mean something else."""

import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.statements.conduct import conduct_in
from saidwho.statements.events.types import TYPES
from saidwho.text.tables import rows_of
from saidwho.types.document import Span
from saidwho.types.statement import Event


def event(kind: str) -> Event:
    return Event(type=kind, mode=None, span=Span(start=0, end=1), score=1.0)


ASSAULT, COERCE, THREATEN = event("ASSAULT"), event("COERCE"), event("THREATEN")


def tags(words: str, told: Event | None) -> list[str]:
    return [conduct.tag for conduct in conduct_in(words.lower().split(), told)]


@pytest.mark.parametrize(
    ("expected", "told", "words"),
    [
        (["execution"], ASSAULT, "the brigade is executing soldiers who refuse to fight"),
        (["threat to kill own troops"], THREATEN, "commanders threaten to execute entire units if they retreat"),
        (["torture"], ASSAULT, "guards tortured eleven detainees"),
        (["hostage taking"], COERCE, "the gang took six nurses hostage"),
        (["deportation"], COERCE, "villagers were deported in cattle trucks"),
        (["attack on protected objects"], ASSAULT, "a shell struck the maternity hospital"),
        (["pillage"], ASSAULT, "soldiers looted the shops"),
        (["starvation"], COERCE, "the army is using hunger as a weapon"),
        (["human shields"], None, "they use villagers as human shields"),
        (["attack on civilians"], ASSAULT, "a drone hit a minibus"),
        (["attack on civilians"], ASSAULT, "mortars were fired at the village"),
        (["attack on protected objects"], ASSAULT, "missiles struck two substations"),
        (["attack on protected objects"], COERCE, "gunmen stormed the clinic"),
        (["child recruitment"], COERCE, "the militia conscripted boys"),
        (["denial of aid"], COERCE, "soldiers turned back aid trucks"),
        (["prohibited weapons"], ASSAULT, "the army fired cluster munitions"),
        (["torture"], ASSAULT, "gaolers hung inmates by their wrists"),
        (["execution"], ASSAULT, "they shot the men who had put their hands up"),
        (["human shields"], COERCE, "the militia tied villagers to its vehicles"),
        (["military use of protected objects"], None, "the brigade stored shells in the church"),
        (["pillage"], COERCE, "they carted off radios and refrigerators"),
        (["deportation"], None, "the islanders were herded on to cattle trucks"),
        (["threat to kill own troops"], THREATEN, "any recruit who turns back will get a bullet"),
        (["attack on civilians"], ASSAULT, "guns fired on people waiting for bread"),
        ([], ASSAULT, "shells hit a lorry near the market"),
        ([], ASSAULT, "a home-made mine blew up a tank"),
        ([], ASSAULT, "shells hit a military camp"),
        ([], ASSAULT, "the brigade shelled a trench"),
        ([], None, "the committee executed the plan"),
        ([], ASSAULT, "rockets hit an airfield"),
    ],
)
def test_what_the_words_allege(expected: list[str], told: Event | None, words: str) -> None:
    """By the words and the event that they tell."""
    assert expected == tags(words, told)


@pytest.mark.parametrize(
    ("expected", "told", "words"),
    [
        (["denial of aid"], None, "no lorry with flour has been let into the town"),
        (["enforced disappearance"], None, "nobody saw the student again"),
        (["mistreatment of prisoners"], None, "the captives got no water for two days"),
        ([], ASSAULT, "no shell hit the hospital"),
        ([], ASSAULT, "the guards did not torture anyone"),
    ],
)
def test_what_is_not_done_is_alleged_where_that_is_the_conduct(expected: list[str], told: Event | None, words: str) -> None:
    """To let nothing in denies aid; to hit nothing is no attack."""
    assert expected == [conduct.tag for conduct in conduct_in(words.split(), told, negated=True)]


def test_the_provision_is_given_where_one_plainly_fits() -> None:
    """Killing one's own soldiers is no wilful killing of protected persons; killing prisoners is."""
    (prisoners,) = conduct_in(["the", "guard", "executed", "nine", "prisoners"], ASSAULT)
    (own,) = conduct_in(["the", "guard", "executed", "nine", "deserters"], ASSAULT)
    assert ("Rome Statute art. 8(2)(a)(i), 8(2)(c)(i)", None) == (prisoners.provision, own.provision)


def test_the_table_is_well_formed() -> None:
    """Every row has its columns, known event types, and an article of one of the treaties it names."""
    text = files("saidwho.statements").joinpath("conduct.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")][1:]
    article = re.compile(r"(?:Rome Statute art\. \d+(?:\(\w+\))*(?:, \d+(?:\(\w+\))+)*|Geneva Convention I{0,3}V? art\. \d+)?")
    assert {5} == {len(row) for row in rows}
    classes = {name for name, _ in rows_of("conduct_words.tsv", package="saidwho.statements", columns=2)}
    named = {cell.removeprefix("@") for row in rows for column in row[1:3] for cell in column.split(";") if cell.startswith("@")}
    assert classes == named
    assert {kind for row in rows for kind in row[3].split(";") if kind} <= {*TYPES, "none"}
    assert [] == [row[4] for row in rows if not article.fullmatch(row[4])]


@given(st.lists(st.sampled_from(["executed", "prisoners", "hostage", "", "-", "by", "the", "hospital", "hit"]), max_size=30))
def test_each_tag_stands_once(words: list[str]) -> None:
    """However often its words do."""
    found = [conduct.tag for conduct in conduct_in(words, ASSAULT)]
    assert len(found) == len(set(found))
