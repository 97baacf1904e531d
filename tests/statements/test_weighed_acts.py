"""Acts and targets of denials by reader, cue and wording together."""

import numpy as np
import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document
from saidwho.statements.acts.acts import Acts
from saidwho.statements.acts.priors import ACTS
from saidwho.statements.denials import denial
from saidwho.statements.surroundings import Surroundings
from saidwho.text.words import split_words
from saidwho.types.document import Span
from saidwho.types.reading import NO_LEANINGS, Leanings, Mention, Reading, Token
from tests.statements.marked import parse_marked, read_marked
from tests.statements.test_acts import ACTS_BY_CONTENT, ACTS_BY_CUE

TARGETS = ("occurrence", "responsibility", "figure", "intent")


def leaning(labels: tuple[str, ...], label: str, share: float, words: int) -> np.ndarray:
    """The same for every word: one label has a share, the others have the rest."""
    shares = np.full(len(labels), (1 - share) / (len(labels) - 1))
    shares[labels.index(label)] = share
    return np.tile(np.log(shares).astype(np.float32), (words, 1))


def reading(text: str, *, act: str, share: float, target: str = "occurrence", sure: float = 0.25, denied: str = "") -> Reading:
    """A reading without syntax, whose every word leans to an act and a target."""
    words = split_words(text)
    spans = [Span(start=a, end=b) for a, b in zip(words.starts.tolist(), words.ends.tolist(), strict=True)]
    at = text.find(denied)
    return Reading(
        attributions=(),
        names=(),
        mentions=(),
        tokens=tuple(Token(span=span, upos="X", head=i, relation="root") for i, span in enumerate(spans)),
        sentences=((0, len(spans)),),
        marks=(Mention(span=Span(start=at, end=at + len(denied)), kind="denied", score=0.9),) if denied else (),
        leanings=Leanings(logs={"acts": leaning(ACTS, act, share, len(spans)), "targets": leaning(TARGETS, target, sure, len(spans))})
        if share
        else NO_LEANINGS,
    )


def act(marked: str, *, leans_to: str, share: float) -> str:
    text, attribution = parse_marked(marked)
    return Acts(Surroundings(text, reading(text, act=leans_to, share=share))).act(attribution)


def test_the_reader_tells_where_the_cue_leaves_it_open() -> None:
    """ "Said" goes with every act."""
    for leans_to in ("threaten", "pledge", "judge", "demand"):
        assert leans_to == act("<She> {said} [the bells are silent].", leans_to=leans_to, share=0.999)


def test_a_plain_cue_stands_against_a_reader_who_is_not_sure() -> None:
    """ "Denied" denies; a reader who is not sure of another act does not turn it."""
    assert "deny" == act("<She> {denied} [the theft].", leans_to="assert", share=0.6)


def test_by_rule_alone_where_the_reader_says_nothing() -> None:
    """A reading that was made without the head for acts."""
    assert "demand" == act("<She> {urged} [a truce].", leans_to="assert", share=0)
    assert "assert" == act("<She> {said} [the bells are silent].", leans_to="assert", share=0)


def test_a_sure_reader_turns_what_is_only_told_of_the_future() -> None:
    """ "Will" foretells, promises, threatens or reports a plan; the words around it tell which."""
    assert "threaten" == act("<She> {said} [the roof will be dry].", leans_to="threaten", share=0.9)


def test_a_denial_without_a_no_needs_an_allegation() -> None:
    """Unless the reader is very sure, or whoever speaks insists."""
    assert "assert" == act("<She> {said} [the bells rang at noon].", leans_to="deny", share=0.9)
    assert "deny" == act("She was accused of silence. <She> {said} [the bells rang at noon].", leans_to="deny", share=0.9)
    assert "deny" == act("<She> {said} [no bell was silent].", leans_to="deny", share=0.9)


def test_a_plain_no_denies_only_where_somebody_spoke_before() -> None:
    """ "No arrests were made" answers nobody behind what the outlet tells itself."""
    assert "assert" == act("A bomb went off in Orl. <Police> {said} [no arrests were made].", leans_to="deny", share=0.99)
    assert "deny" == act("Monks said a bell had rung. <Police> {said} [no bell rang].", leans_to="deny", share=0.99)


@pytest.mark.model
def test_what_one_never_does_answers_nobody_where_it_stands_first() -> None:
    """Nor does it promise anything; behind what others say of him it is a denial."""
    habit = "[“We do not shell villages,”] <Colonel Vale> {told} reporters."
    for expected, before in (("assert", ""), ("deny", "The rebels accused the army of shelling a village. ")):
        around, attribution, _ = read_marked(before + habit)
        assert expected == Acts(around).act(attribution)


@pytest.mark.model
def test_what_was_not_there_denies_only_what_told_of_it() -> None:
    """ "We had no doctor" answers no charge of arson, though the rebels deny that right before."""
    text = 'Rebels burned down a clinic in Lorn on Wednesday, the government said. The rebels denied it. "We had no doctor," said Ivo Pell.'
    report = read_document(freeze(Draft(text=text, outlet="Norrpress", published="2024-05-03")))
    assert ["assert", "deny", "assert"] == [statement.act for statement in report.statements]


def test_who_calls_a_charge_groundless_denies_it() -> None:
    """Cue and verdict together stand against a reader who takes it for a judgement."""
    assert "deny" == act("<The palace> {described} [the charges as groundless].", leans_to="judge", share=0.7)


def denied(marked: str, mark: str, *, target: str = "occurrence", sure: float = 0.25) -> tuple[str, str]:
    text, attribution = parse_marked(marked)
    around = Surroundings(text, reading(text, act="deny", share=0.9, target=target, sure=sure, denied=mark))
    found = denial(around, attribution)
    assert found is not None
    return found.span.of(text), found.target


def test_what_is_marked_as_denied_is_denied() -> None:
    """And not the verdict on it, which the wording does not know."""
    assert "the tale" == denied("<The envoy> {waved off} [the tale, a lullaby for traders].", "the tale")[0]


def test_a_mark_outside_of_what_is_said_is_of_another_statement() -> None:
    """The words that say no are taken where the content has no mark."""
    assert "it never left port" == denied("After the tale spread, <he> {said} [it never left port].", "the tale")[0]


def test_the_reader_tells_a_target_that_the_wording_does_not() -> None:
    """A sure one; and not where the wording names it."""
    assert "figure" == denied("<He> {denied} [the lot].", "the lot", target="figure", sure=0.95)[1]
    assert "occurrence" == denied("<He> {denied} [the lot].", "the lot", target="figure", sure=0.4)[1]
    assert "intent" == denied("<He> {denied} [plans to invade].", "plans to invade", target="figure", sure=0.95)[1]


@pytest.mark.model
@pytest.mark.parametrize(("least", "examples"), [(0.9, ACTS_BY_CUE), (0.75, ACTS_BY_CONTENT)])
def test_plain_sentences_by_reader_cue_and_wording(least: float, examples: list[tuple[str, str]]) -> None:
    """Rules know nearly all of them; the reader, which has learned from whole reports, may turn few of those that stand alone."""
    right = 0
    for expected, marked in examples:
        around, attribution, _ = read_marked(marked)
        right += expected == Acts(around).act(attribution)
    assert right >= least * len(examples)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israel said Hamas had carried out the attack.", "assert"),
        ("The junta said that the Arakan Army had carried out the attack with drones.", "assert"),
        ("The Islamic State said it had carried out the attack.", "claim responsibility"),
        ("The group said its fighters were behind the bombing in Kesh.", "claim responsibility"),
    ],
)
def test_who_names_another_for_an_attack_does_not_claim_it(text: str, expected: str) -> None:
    """And whoever names himself or his own does."""
    (statement,) = read_document(freeze(Draft(text=text, published="2024-03-06"))).statements
    assert expected == statement.act


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy warned of an attack on the port.", "predict"),
        ("The minister warned about an escalation in the south.", "predict"),
        ("Iran warned of a crushing response to any attack.", "threaten"),
        ("The general warned of retaliation.", "threaten"),
    ],
)
def test_who_warns_of_what_others_may_do_does_not_threaten(text: str, expected: str) -> None:
    """And who warns of what he will do in answer does."""
    (statement,) = read_document(freeze(Draft(text=text, published="2024-03-06"))).statements
    assert expected == statement.act
