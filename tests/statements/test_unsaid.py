"""Attributions that leave nothing to say are no statements."""

import pytest

from saidwho.statements.surroundings import Surroundings
from saidwho.statements.unsaid import says_nothing
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Reading
from tests.statements.marked import read_marked

_NO_WORDS = Reading(attributions=(), names=(), mentions=(), tokens=(), sentences=())


def _says_nothing(cue: str, said: str) -> bool:
    text = f"{cue} {said}"
    one = Attribution(source=(), cue=(Span(start=0, end=len(cue)),), content=(Span(start=len(cue) + 1, end=len(text)),), score=0.9)
    return says_nothing(Surroundings(text, _NO_WORDS), one)


@pytest.mark.parametrize(
    ("cue", "said"),
    [
        ("citing", "a leaked annex"),
        ("will ban", "which"),
        ("was named after", "a horse"),
        ("offered", "no proof"),
        ("did not provide", "evidence for it"),
        (":", "Did your guns hit the school?"),
        ("contradicting", "dozens of witnesses"),
        ("presented", "no evidence to back up its claims"),
    ],
)
def test_what_names_a_ground_a_name_or_a_question_is_none(cue: str, said: str) -> None:
    """A basis, a pronoun, a name, a doubt of the outlet's and a question."""
    assert _says_nothing(cue, said)


@pytest.mark.parametrize(
    ("cue", "said"),
    [("said", "so"), ("cited", "press reports"), ("gave", "no date"), ("knows", "who did it"), ("has let it be known", "the road is shut")],
)
def test_what_says_something_stays(cue: str, said: str) -> None:
    """Short contents and refusals are statements."""
    assert not _says_nothing(cue, said)


@pytest.mark.model
@pytest.mark.parametrize(
    ("expected", "marked"),
    [
        (True, "<The councillor> {has not used} [her office to stop the killing]."),
        (True, "<The army> {does not publish} [its own losses]."),
        (False, "<The bishops> {were not satisfied} [that the captain had ordered the fire]."),
        (False, "<The ministry> {would not produce} [its own log]."),
        (False, "<The leader> {did not quarrel with} [the figure]."),
        (False, "<The army> {did not confirm} [the loss of the town]."),
        (True, "No one immediately {claimed} [the attack], though the front struck there in May."),
        (True, "<This> {contradicts} [earlier statements of the army]."),
        (True, "<The king> {dismissed} [the army commander]."),
        (False, "<The king> {dismissed} [the commander's account]."),
        (False, "<The king> {dismissed} [the commander as a liar]."),
    ],
)
def test_what_is_not_done_and_whom_nobody_names_say_nothing(expected: bool, marked: str) -> None:
    """A deed that is left undone is told and not said; so is it where nobody claims an attack, and where somebody loses his office."""
    around, attribution, _ = read_marked(marked)
    assert expected == says_nothing(around, attribution)


@pytest.mark.parametrize("cue", ["denies", "has rejected", "disputes"])
def test_which_somebody_denies_denies_what_stands_before(cue: str) -> None:
    """ "Shells fell on the market, which the army denies" tells a denial, though "which" alone says what of."""
    assert not _says_nothing(cue, "which")
    assert _says_nothing(cue, "who")
