"""Speakers whom a headline or a lead calls by a noun, and whom the next lines name."""

import time
from collections.abc import Callable

import pytest

from saidwho.grounding.actors.cast import Cast, Member
from saidwho.grounding.actors.leads import Leads
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.scene import Choice, Scene
from saidwho.grounding.actors.trees import Trees
from saidwho.grounding.register.load import load_register
from saidwho.intake.drafts import Draft, freeze
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Reading
from saidwho.types.statement import Report
from tests.grounding.actors.sources import speakers

Read = Callable[[str], Report]

pytestmark = pytest.mark.model


LEAD = "A former soldier in the army of Dorland told the court on Friday that he had shot seventy prisoners at a farm.\n"


def test_a_lead_calls_by_a_noun_whom_the_next_line_quotes(read: Read) -> None:
    """Named by the same noun with his first words; and the headline says the same of him."""
    next_line = "“The buses came every twenty minutes,” said Ivo Ranek, a former soldier."
    found = speakers(read("Ex-soldier tells court he shot seventy at farm\n" + LEAD + next_line))
    assert {"Ivo Ranek"} == {name for source, name in found.items() if "soldier" in source or "Ranek" in source}


@pytest.mark.parametrize(
    "next_line",
    [
        "“My son was on the bus,” said Ivo Ranek, 25.",
        "“The buses came to the farm, and seventy prisoners were shot,” said Ada Vale, 41.",
        "“He will be tried with the others,” said the chief prosecutor, Ada Vale.",
        "The defence minister, Ivo Ranek, said the prisoners had been fed.",
    ],
)
def test_who_is_not_called_so_is_not_described(read: Read, next_line: str) -> None:
    """Whoever speaks next may answer, or may have seen the same."""
    found = speakers(read(LEAD + next_line))
    described = {name for source, name in found.items() if source.startswith("A former soldier")}
    assert described
    assert not {"Ada Vale", "Ivo Ranek"} & described


@pytest.mark.parametrize(
    "lead",
    [
        "A soldier who asked not to be named said on Friday that seventy prisoners had been shot at a farm.\n",
        "A soldier told the radio on condition of anonymity that seventy prisoners had been shot at a farm.\n",
        "A soldier said on Friday that seventy prisoners had been shot at a farm, and asked not to be named.\n",
        "A soldier said on Friday that the buses came to a farm; he did not want to be named.\n",
        "A soldier said on Friday that the buses came to a farm, and asked that his name not be used.\n",
        "A soldier, identified only as K., said on Friday that the buses came to a farm.\n",
        "A soldier, who gave only his first name, said on Friday that the buses came to a farm.\n",
        "On condition of anonymity, a soldier said on Friday that the buses came to a farm.\n",
    ],
)
def test_who_asks_not_to_be_named_has_no_name(read: Read, lead: str) -> None:
    """The next to speak is another soldier, wherever in the line he asks for it."""
    found = speakers(read(lead + "“The buses came every twenty minutes,” said Ivo Ranek, a soldier."))
    described = {name for source, name in found.items() if source.lower().startswith("a soldier")}
    assert described
    assert "Ivo Ranek" not in described


@pytest.mark.parametrize("role", ["doctor", "resident", "local resident"])
def test_many_are_called_by_a_common_noun(read: Read, role: str) -> None:
    """A doctor who is named next and says something else is another doctor."""
    found = speakers(
        read(
            f"A {role} said on Friday that twelve bodies had been brought in from the farm.\n"
            f"Ivo Ranek, a {role} from Varnok, said the wards had no light and no water."
        )
    )
    described = {name for source, name in found.items() if source.lower().startswith(f"a {role}")}
    assert described
    assert "Ivo Ranek" not in described


def test_several_in_a_headline_are_no_body(read: Read) -> None:
    """Parents are not the ministry that speaks of the same."""
    found = speakers(
        read(
            "Shells hit school in Varnok, parents say\n"
            "Shells hit a school in the centre of Varnok on Friday, the education ministry of Dorland said in a statement."
        )
    )
    assert "parents" in (found.get("parents") or "")


def test_two_in_a_headline_are_not_each_other(read: Read) -> None:
    """Both say the same, and neither has a name."""
    found = speakers(
        read(
            "Army says 12 soldiers killed in ambush\nPolice say 12 soldiers killed in ambush\n"
            "The army said on Monday that 12 soldiers were killed in an ambush near the town.\n"
            "The police said on Monday that 12 soldiers were killed in an ambush near the town."
        )
    )
    assert ("Army", "Police") == (found["Army"], found["Police"])


BLAST = "Police say 12 killed in market blast\nThe charity Open Hands said that 12 were killed in a blast at a market in Varnok on Monday."
DENIAL = "Police deny beating students in Varnok\nThe police beat students in Varnok on Monday and broke arms, the Dawn Front said."


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Police", BLAST),
        ("Police", DENIAL),
    ],
)
def test_a_headline_s_speaker_is_called_so_below(read: Read, source: str, text: str) -> None:
    """A charity is no police; and who denies is not who accuses."""
    found = speakers(read(text))
    assert source in found
    assert found[source] not in ("Open Hands", "Dawn Front")


SHORT, LONG = "Shells hit town, parents say\n", "Shells hit the town of Varnok on Friday, the parents of Varnok said in a statement.\n"


@pytest.mark.parametrize(("cue", "is_one"), [("say", True), ("deny", False)])
def test_who_denies_says_not_the_same(cue: str, is_one: bool) -> None:
    """Though the words be the same, and the noun."""
    scene, attributions = told(1, headline=SHORT.replace("say", cue))
    assert is_one == bool(Leads(scene, attributions).headline())


def test_who_stands_for_nobody_any_more_is_passed_over() -> None:
    """A member whose only words were found to be another's has none left."""
    scene, attributions = told(1)
    for choice in scene.chosen.values():
        assert choice.member is not None
        choice.member.markables.clear()
    leads = Leads(scene, attributions)
    assert ({}, {}) == (leads.lead(), leads.headline())


def test_time_is_linear_in_what_is_said() -> None:
    """Ten times the headlines over ten times the lines take about ten times as long."""
    short, long = (min(_seconds(n) for _ in range(3)) for n in (200, 2000))
    assert long < 40 * max(short, 0.005)


def told(times: int, *, headline: str = SHORT) -> tuple[Scene, list[Attribution]]:
    """Headlines and lines, so many of each; every line is said by parents of another name."""
    document = freeze(Draft(text=headline * times + LONG * times))
    trees = Trees(document.text, Reading(attributions=(), names=(), mentions=(), tokens=(), sentences=()))
    scene = Scene(document=document, trees=trees, register=load_register(), cast=Cast(), context=(), markables=())
    starts = [(n * len(headline), "parents") for n in range(times)]
    starts += [(times * len(headline) + n * len(LONG), "the parents of Varnok") for n in range(times)]
    attributions = []
    for number, (start, words) in enumerate(starts):
        at = document.text.index(words, start)
        span = Span(start=at, end=at + len(words))
        said = Span(start=start, end=at - 2)
        attributions.append(Attribution(source=(span,), cue=(Span(start=span.end + 1, end=span.end + 5),), content=(said,), score=0.9))
        member = Member(number=number, kind="person", names=[(f"p{number}",)] if number >= times else [])
        shape = "name" if number >= times else "nominal"
        member.add(
            Markable(
                span=span, first=0, past=0, head=0, shape=shape, kind="person", gender=None, many=True, words=("parents",), lemma="parent"
            )
        )
        scene.cast.members.append(member)
        scene.chosen[(span,)] = Choice(member=member, score=0.9, why="")
    return scene, attributions


def _seconds(times: int) -> float:
    scene, attributions = told(times)
    begin = time.process_time()
    leads = Leads(scene, attributions)
    leads.lead()
    leads.headline()
    return time.process_time() - begin
