"""What is denied, and how far."""

import pytest

from saidwho.statements.denials import denial
from tests.statements.marked import read_marked

DENIALS = [
    ("responsibility", "that its forces had shelled the town", "<The ministry> {denied} [that its forces had shelled the town]."),
    ("responsibility", "responsibility for the blast", "<The army> {denied} [responsibility for the blast]."),
    ("responsibility", "any role in the massacre", "<The general> {denies} [any role in the massacre]."),
    ("responsibility", "any involvement", "<Moralia> {denied} [any involvement]."),
    ("responsibility", "being behind the sabotage", "<The rebels> {denied} [being behind the sabotage]."),
    ("responsibility", "striking market in Varnok", "<Army> {denies} [striking market in Varnok]"),
    ("responsibility", "supplying the militia with missiles", "<Tehran> {denied} [supplying the militia with missiles]."),
    ("responsibility", "that it had killed prisoners", "<The junta> {denied} [that it had killed prisoners]."),
    ("responsibility", "it was not our forces", "[it was not our forces], <the general> {said}."),
    ("responsibility", "any link to the kidnapping", "<The militia> {denied} [any link to the kidnapping]."),
    ("occurrence", "reports of a mutiny", "<The rebels> {dismissed} [reports of a mutiny]."),
    ("occurrence", "that a ceasefire had been agreed", "<The government> {denied} [that a ceasefire had been agreed]."),
    (
        "occurrence",
        "that the dam had fallen",
        "[There was no truth to reports that the dam had fallen], <the minister> {said}.",
    ),
    (
        "occurrence",
        "that gas was used in Ket",
        "<The ministry> {rejects} [the allegations of the so-called Rights Forum that gas was used in Ket].",
    ),
    ("occurrence", "that the dam had fallen", "[Reports that the dam had fallen were false], <the minister> {said}."),
    (
        "occurrence",
        "a video that showed men being shot",
        "<The ministry> {described} [as “fake” a video that showed men being shot].",
    ),
    ("occurrence", "the accusation", "[“Absurd,”] <the envoy> {said of} [the accusation]."),
    ("occurrence", "the claim", "<The spokesman> {rejected} [the claim as absurd]."),
    ("occurrence", "any prisoners had been harmed", "<The warden> {denied} [any prisoners had been harmed]."),
    ("occurrence", "that the town had fallen", "<The governor> {denied} [that the town had fallen]."),
    ("occurrence", "rumours of a coup", "<The palace> {denied} [rumours of a coup]."),
    ("occurrence", "the loss of the frigate", "<The navy> {denied} [the loss of the frigate]."),
    ("occurrence", "no prisoners were harmed", "<The warden> {said} [no prisoners were harmed]."),
    ("figure", "the figures", "<The army> {disputed} [the figures]."),
    ("figure", "the toll", "<The ministry> {rejected} [the toll]."),
    ("figure", "that 400 soldiers had been killed", "<The general staff> {denied} [that 400 soldiers had been killed]."),
    ("figure", "that so many had died", "<The ministry> {denied} [that so many had died]."),
    ("figure", "estimates of 2,000 dead", "<The army> {dismissed} [estimates of 2,000 dead as inflated]."),
    ("figure", "that losses were as high as the rebels claimed", "<He> {denied} [that losses were as high as the rebels claimed]."),
    ("figure", "Those figures", "[“Those figures are inflated many times over,”] <the spokesman> {said}."),
    ("figure", "the true number is nine", "<The rebels> {say} [the true number is nine, and that the rest exist only on paper]."),
    ("figure", "the captain's number", "<He> {called} [the captain's number “a veteran's arithmetic”]."),
    ("figure", "the figure of nine", "It put out the figure of nine, which <it> {called} [“laughable”]."),
    ("occurrence", "that", "<The mayor> {considers} [that a fable]."),
    ("occurrence", "this", "<The envoy> {called} [this “a monstrous story without any foundation”]."),
    ("figure", "the figure of nine", "It questioned the figure of nine, [which] <it> {said} [“bears no relation to our records”]."),
    ("occurrence", "I never gave that order", "[“I never gave that order and I never met the man,”] <the colonel> {wrote}."),
    ("occurrence", "They were not there that day", "[No. They were not there that day, because they had been sent north], <he> {said}."),
    ("responsibility", "it is not ours", "[I have seen the paper, and it is not ours], <the general> {said}."),
    (
        "occurrence",
        "that it is using hunger as a weapon",
        "<The government> {rejected} [the accusation that it is using hunger as a weapon].",
    ),
    ("occurrence", "that they were never prisoners", "<The army> {says} [that they were never prisoners, that they changed sides freely]."),
    ("intent", "deliberately targeting civilians", "<The air force> {denied} [deliberately targeting civilians]."),
    ("occurrence", "that it had looted the bank", "<The rebels> {denied} [the army's claim that it had looted the bank]."),
    ("occurrence", "that they had left", "<The navy> {denied} [claims by the rebels that they had left]."),
    ("responsibility", "any wrongdoing", "<The firm> {denied} [any wrongdoing]."),
    ("intent", "seeking a bomb", "<Norland> {denies} [seeking a bomb]."),
    ("figure", "that 300 of his men had died", "<The general> {denied} [that 300 of his men had died]."),
    ("intent", "plans to invade", "<The Kremlin> {denied} [plans to invade]."),
    ("intent", "that it intended to annex the valley", "<Moralia> {denied} [that it intended to annex the valley]."),
    ("intent", "sending ground troops", "<The president> {ruled out} [sending ground troops]."),
    ("intent", "it was preparing an offensive", "<Norland> {denied} [it was preparing an offensive]."),
    ("intent", "any intention of leaving the treaty", "<The minister> {denied} [any intention of leaving the treaty]."),
]


@pytest.mark.model
@pytest.mark.parametrize(("target", "words", "marked"), DENIALS)
def test_how_far_a_denial_goes(target: str, words: str, marked: str) -> None:
    """One denies that it happened, that it was he, how many, or that he meant to; an opinion of the claim is no part of it."""
    around, attribution, _ = read_marked(marked)
    found = denial(around, attribution)
    assert found is not None
    assert (target, words) == (found.target, found.span.of(around.text))
