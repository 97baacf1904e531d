"""A statement inside another is one of its own, and says inside which."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document
from saidwho.statements.nesting import enclosing, told_by_others
from saidwho.types.document import Span
from saidwho.types.reading import Attribution
from tests.statements.read import nests, settled


@pytest.mark.model
@pytest.mark.parametrize(
    ("source", "content", "outer", "text"),
    [
        (
            "Ukrainian officials",
            "that the bridge was destroyed",
            "Kirby",
            "Kirby said that Ukrainian officials believe that the bridge was destroyed.",
        ),
        ("Ukrainian officials", "the bridge was destroyed", "Kirby", "Kirby said Ukrainian officials believe the bridge was destroyed."),
        ("the army", "that the road was safe", "The minister", "The minister said the army told residents that the road was safe."),
        (
            "witnesses",
            "that soldiers had shot two men",
            "The spokesman",
            "The spokesman said witnesses claimed that soldiers had shot two men.",
        ),
        (
            "The minister",
            "that nine tanks had been lost",
            "two aides",
            "The minister told lawmakers that nine tanks had been lost, two aides said.",
        ),
        (
            "The envoy",
            "that no troops would cross the river",
            "a diplomat",
            "The envoy assured the rebels that no troops would cross the river, according to a diplomat.",
        ),
        ("the rebels", "that they hold the town", "The general", "The general said that the rebels claim that they hold the town."),
        (
            "the ministry",
            "that no shells had been fired",
            "The mayor",
            "The mayor said that the ministry insisted that no shells had been fired.",
        ),
        ("his staff", "that the dam might break", "The governor", "The governor said that his staff had warned that the dam might break."),
        (
            "the rebels",
            "that they had shot the men",
            "The judge",
            "The judge said that the rebels had admitted that they had shot the men.",
        ),
        (
            "the United Nations",
            "that 300 people had fled",
            "The aid worker",
            "The aid worker said that the United Nations estimated that 300 people had fled.",
        ),
        (
            "police officers",
            "that the caller was a soldier",
            "The mayor",
            "The mayor said that police officers suspect that the caller was a soldier.",
        ),
        ("analysts", "that the front will freeze", "The envoy", "The envoy said that analysts predict that the front will freeze."),
        (
            "the commander",
            "that the depot was empty",
            "The captive",
            "The captive said that the commander told his men that the depot was empty.",
        ),
        ("Moscow", "that the town had fallen", "The spokesman", "The spokesman said that Moscow had announced that the town had fallen."),
        ("Ada Vale", "that the port was closed", "The ministry", "The ministry said that Ada Vale had confirmed that the port was closed."),
        ("residents", "that looting was common", "The monitors", "The monitors said that residents complained that looting was common."),
        ("the pilots", "the convoy was armed", "The general", "The general said the pilots believed the convoy was armed."),
        ("the soldiers", "that nobody would be hurt", "she", "“The soldiers told us that nobody would be hurt,” she said."),
    ],
)
def test_an_inner_statement_is_found(source: str, content: str, outer: str, text: str) -> None:
    """X said that Y says that C."""
    assert (source.casefold(), content, outer) in [(s.casefold(), c, o) for s, c, o in nests(text)]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The minister said that the army would attack.",
        "The minister said that he believed that the bridge was gone.",
        "“I think that the bridge is gone,” the minister said.",
        "“We believe that the army has left,” she said.",
        "The minister said that the army had told residents to leave.",
        "The minister said that nobody believed that the bridge was gone.",
        "The minister said that the army did not say that the road was safe.",
        "The minister said that the army would say that the road was safe.",
        "The minister said that if the army said that the road was safe, people would drive.",
        "The minister said that the army had been told that the road was safe.",
        "The minister said that the army's report was wrong.",
        "The minister said that rebels threatened to kill the mayor.",
        "The minister asked whether the army believed that.",
        "The minister said that the army denied it.",
        "The minister said that shells hit the port.",
        "The governor told Reuters that the bridge was gone.",
        "The mayor said the talks were over.",
        "“We have no power,” the mayor said.",
        "The minister said that many believed that the war was lost.",
        "The mayor said that people say the war is lost.",
        "The mayor spoke of a general saying that the war was lost.",
        "The minister said it was clear that the army had lied.",
    ],
)
def test_nothing_is_found_where_nobody_else_speaks(text: str) -> None:
    """Not the speaker's own belief, nor what was not said, was asked, or is to be done."""
    assert [] == [found for found in nests(text) if found[2] is not None]


@pytest.mark.model
def test_three_deep() -> None:
    """Each is inside the innermost around it."""
    text = "The envoy said that the ministry claimed that witnesses believed that the bridge was gone."
    assert [None, "The envoy", "the ministry"] == [outer for _, _, outer in nests(text)]


@pytest.mark.model
def test_an_inner_statement_is_less_sure_than_the_outer() -> None:
    """It stands on it."""
    _, reading, _ = settled("Kirby said that Ukrainian officials believe that the bridge was destroyed.")
    outer, inner = reading.attributions
    assert inner.score < outer.score


@pytest.mark.model
def test_an_inner_source_has_a_speaker() -> None:
    """As every source of a reading has."""
    _, reading, grounding = settled("Kirby said that Ukrainian officials believe that the bridge was destroyed.")
    actors = {actor.id: actor.name for actor in grounding.actors}
    assert ["Kirby", "Ukrainian officials"] == [actors[s.actor or ""] for s in grounding.speakers]
    assert {a.source for a in reading.attributions} == {s.source for s in grounding.speakers}


def attribution(*, source: tuple[int, int], cue: tuple[int, int], content: tuple[int, int]) -> Attribution:
    first, second, third = (Span(start=start, end=end) for start, end in (source, cue, content))
    return Attribution(source=(first,), cue=(second,), content=(third,), score=0.9)


def test_the_innermost_counts() -> None:
    """And whoever says less than is said inside is not around it."""
    outer = attribution(source=(0, 2), cue=(3, 5), content=(6, 60))
    middle = attribution(source=(10, 12), cue=(13, 15), content=(16, 60))
    inner = attribution(source=(20, 22), cue=(23, 25), content=(26, 60))
    beside = attribution(source=(70, 72), cue=(73, 75), content=(76, 90))
    assert (None, 0, 1, None) == enclosing((outer, middle, inner, beside))
    assert (1, 2, None, None) == enclosing((inner, middle, outer, beside))


def test_what_is_only_in_part_inside_is_not_inside() -> None:
    """All of it must be: source, cue and content."""
    outer = attribution(source=(0, 2), cue=(3, 5), content=(6, 40))
    assert (None, None) == enclosing((outer, attribution(source=(10, 12), cue=(13, 15), content=(16, 60))))
    assert (None, None) == enclosing((outer, attribution(source=(4, 6), cue=(13, 15), content=(16, 30))))


@st.composite
def spans(draw: st.DrawFn) -> tuple[int, int]:
    start = draw(st.integers(0, 60))
    return start, start + draw(st.integers(1, 30))


@given(st.lists(st.tuples(spans(), spans(), spans()), max_size=8))
def test_nothing_is_inside_itself_by_any_way(parts: list[tuple[tuple[int, int], ...]]) -> None:
    """Going outwards always ends."""
    within = enclosing(tuple(attribution(source=s, cue=c, content=t) for s, c, t in parts))
    for number in range(len(within)):
        at: int | None = number
        for _ in range(len(within) + 1):
            at = within[at] if at is not None else None
        assert at is None


@given(st.lists(st.tuples(spans(), spans(), spans()), max_size=8))
def test_whoever_speaks_in_the_words_of_any_other_is_told_by_others(parts: list[tuple[tuple[int, int], ...]]) -> None:
    """A cue in the content of its own attribution is not."""
    found = tuple(attribution(source=s, cue=c, content=t) for s, c, t in parts)
    inside = {
        number
        for number, (_, cue, _) in enumerate(parts)
        if any(t[0] <= cue[0] and cue[1] <= t[1] for other, (_, _, t) in enumerate(parts) if other != number)
    }
    assert inside == told_by_others(found)


@pytest.mark.model
def test_whoever_passes_a_promise_on_promises_nothing() -> None:
    """The minister does; the aide asserts that he did."""
    text = "The minister told the envoys that the army would leave the hills, an aide said."
    report = read_document(freeze(Draft(text=text, language="en")))
    acts = {statement.source[0].of(text): statement.act for statement in report.statements}
    assert {"The minister": "pledge", "an aide": "assert"} == acts


def test_many_nested_take_time_in_step_with_them() -> None:
    """Ten thousand, the one in the other."""
    deep = tuple(attribution(source=(3 * i, 3 * i + 1), cue=(3 * i + 1, 3 * i + 2), content=(3 * i + 3, 40_000)) for i in range(10_000))
    started = time.process_time()
    assert (None, *range(9_999)) == enclosing(deep)
    assert frozenset(range(1, 10_000)) == told_by_others(deep)
    assert time.process_time() - started < 5


@pytest.mark.model
@pytest.mark.parametrize("shows", ["drone videos confirm", "intercepted calls suggest", "satellite photos show"])
def test_what_pictures_or_calls_show_is_no_statement_of_theirs(shows: str) -> None:
    """Whoever tells of them rests on them."""
    found = read_document(freeze(Draft(text=f"The governor said {shows} that the bridge was hit by its own side.", published="2024-05-15")))
    assert 1 == len(found.statements)
    assert found.statements[0].basis is not None
