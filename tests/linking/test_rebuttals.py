"""Which claim a denial denies, among made ones."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.linking.affiliation import affiliation_of
from saidwho.linking.against import is_denial, is_surely_denial, may_deny
from saidwho.linking.facts import Voice
from saidwho.linking.outcomes import outcomes_of
from saidwho.linking.parties import Party
from saidwho.linking.rebuttals import (
    Rebuttal,
    Target,
    best_target,
    evidence,
    explains,
    nations_of,
    repeated_target,
    roots_of,
    told_nations_of,
    weighed,
)
from saidwho.linking.stems import stem, stems
from saidwho.types.document import Span
from saidwho.types.statement import Act, Event, Proposition
from tests.linking.voices import DOCUMENT, made_voice


def voice(told: str, *, source: str = "Karlia's army", cue: str = "said", number: int = 3, act: Act = "assert") -> Voice:
    """An army says something, as the fourth statement of its text."""
    party = Party(
        key="new-karlia.military", name=source, kind="force", role=None, country=None, owners=(), state="new-karlia", surname=None
    )
    return made_voice(party, source, told=told, cue=cue, number=number, act=act)


def claim(*tellings: str, told_at: tuple[int, ...] = (), documents: int = 3, is_own: bool = False) -> Target:
    """What some texts tell, this one in the statements of these numbers."""
    return Target(
        order=tellings[0],
        told={DOCUMENT.id: frozenset(told_at)} if told_at else {},
        documents=documents,
        is_said=True,
        words=frozenset(stem for words in tellings for stem in stems(words)),
        tellings=tuple(frozenset(stems(words)) for words in tellings),
        is_own=lambda _: is_own,
    )


def made_proposition(event: Event | None, *, is_negated: bool) -> Proposition:
    return Proposition(
        id=str(is_negated),
        spans=(),
        negated=is_negated,
        modality=None,
        event=event,
        actor=(),
        recipient=(),
        conduct=(),
        places=(),
        times=(),
        figures=(),
        aid=None,
    )


SCHOOL = claim("Karlian guns shelled the school at Lorn", "the shelling of the school by Karlia's army", told_at=(0,))
BRIDGE = claim("the bridge at Orin was blown up", "Somebody blew up the bridge", told_at=(1,))


@pytest.mark.parametrize(
    ("told", "cue"),
    [
        ("its guns had not fired on the school", "said"),
        ("having shelled any school at Lorn", "denied"),
        ("the army had nothing to do with the shelling of the school", "said"),
    ],
)
def test_a_denial_is_of_the_claim_whose_words_it_repeats(told: str, cue: str) -> None:
    """Not of another that its text tells later, and that as many tell."""
    assert 0 == best_target(Rebuttal.of(voice(told, cue=cue)), {0: SCHOOL, 1: BRIDGE}, {})


def test_a_spokesman_is_accused_under_the_name_of_his_state() -> None:
    """ "Russian troops" are meant by the Kremlin's word, whose owner is Russia."""
    sent = claim("Karlian troops crossed the river")
    sent = replace(sent, roots=roots_of(sent.words))
    party = Party(
        key="person:ada@palace",
        name="Ada Brenn",
        kind="person",
        role=None,
        country=None,
        owners=(("palace", "Palace", "body"), ("new-karlia", "Karlia", "state")),
        state="new-karlia",
        surname="brenn",
    )
    one = made_voice(party, "palace spokeswoman Ada Brenn", told="nobody crossed anything")
    assert evidence(Rebuttal.of(one), sent, None)["accused"] == 1.0
    assert evidence(Rebuttal.of(replace(one, speaker=replace(party, owners=()))), sent, None)["accused"] == 0.0


def test_an_army_of_nobody_is_accused_where_soldiers_are() -> None:
    """ "The army spokesman" answers for "soldiers" that the claim gives to nobody; another's army does not."""
    shot = claim("Soldiers shot eleven labourers")
    of_nobody, of_karlia = made_voice(None, "the army spokesman", told="no patrol was there"), voice("no patrol was there")
    assert evidence(Rebuttal.of(of_nobody), shot, None)["accused"] == 1.0
    assert evidence(Rebuttal.of(of_karlia), shot, None)["accused"] == 0.0


def test_what_sounds_like_a_denial_is_likelier_to_be_one() -> None:
    """By the vector of its words, where there is one."""
    told = voice("a bad novel")
    loud, low = (weighed(evidence(Rebuttal.of(told, sounds=sounds), SCHOOL, None)) for sounds in (1.0, 0.0))
    assert loud > low


def test_what_points_back_is_of_what_was_told_right_before() -> None:
    """ "Karlia denied this" stands right after what it denies."""
    near, far = claim("Karlian guns shelled the school", told_at=(2,)), claim("Karlian planes bombed the mill", told_at=(0,))
    assert 1 == best_target(Rebuttal.of(voice("this", cue="denied", act="deny")), {0: far, 1: near}, {})


def test_findings_that_somebody_rejects_are_somebody_s() -> None:
    """And not what the outlet tells right before of how they were come by."""
    asked = replace(claim("It interviewed 55 survivors", told_at=(2,)), is_said=False)
    rejects = Rebuttal.of(voice("the findings", cue="rejected", act="deny"))
    assert best_target(rejects, {0: asked}, {}) is None
    assert best_target(rejects, {0: replace(asked, is_said=True)}, {}) == 0


def test_whoever_is_of_a_nation_is_named_by_its_name() -> None:
    """ "The Karlian general staff" answers for Karlia."""
    one = replace(voice("none of its units had left", source="the Karlian general staff"), affiliation=affiliation_of("the Karlian army"))
    sent = replace(claim("Karlia has sent two battalions"), roots=roots_of({"karlia", "sent", "battalion"}))
    assert evidence(Rebuttal.of(one), sent, None)["accused"] == 1.0
    assert evidence(Rebuttal.of(one), BRIDGE, None)["accused"] == 0.0


def test_a_deed_told_in_the_negative_speaks_for_the_claim_that_tells_it() -> None:
    """ "It struck a mine, and no vessel had fired" denies a shot, not a landing."""
    shot = Event(type="ASSAULT", mode=None, span=Span(start=0, end=4), score=1.0)
    told = (made_proposition(None, is_negated=False), made_proposition(shot, is_negated=True))
    one = voice("It struck a mine and no vessel had fired")
    rebuttal = Rebuttal.of(replace(one, statement=replace(one.statement, propositions=told)))
    fired, landed = (replace(claim("a ship of the navy did it"), deeds=frozenset({deed})) for deed in ("ASSAULT", "MOBILIZE"))
    assert evidence(rebuttal, fired, None)["negated"] == 1.0
    assert evidence(rebuttal, landed, None)["negated"] == 0.0


def test_nobody_denies_what_his_own_nation_alone_says() -> None:
    """Karlia's president denies that the town fell, and not that it is in the hands of Karlia's army."""
    one = replace(voice("that Lorn had fallen", cue="denied", act="deny"), affiliation=affiliation_of("the president of Karlia"))
    held = replace(claim("Lorn is in our hands"), tellers=frozenset({roots_of(("karlian",))}))
    fallen = claim("the rebels took Lorn", documents=2)
    assert best_target(Rebuttal.of(one), {0: held, 1: fallen}, {}) == 1


def test_a_minister_of_no_state_may_accuse_the_only_one_that_is_governed_in_his_text() -> None:
    """ "The foreign minister, Odo Brandt, said that Karlia had sent soldiers", and Karlia's embassy denies it."""
    minister = replace(
        made_voice(None, "Foreign minister Odo Brandt"), affiliation=affiliation_of("Foreign minister"), governed=frozenset({"karlia"})
    )
    assert nations_of(minister) == roots_of(("karlia",))
    assert not told_nations_of(minister)


@pytest.mark.parametrize(("act", "is_so"), [("assert", True), ("judge", False), ("pledge", False), ("doubt", False)])
def test_who_goes_on_behind_his_denial_explains_it_by_what_he_says_is_so(act: Act, is_so: bool) -> None:
    """ "The dots are floats", and not "the talks are difficult" or "we reserve the right to answer"."""
    denial = voice("that it had laid mines", cue="denied", act="deny")
    assert is_so == explains(voice("the dots are floats of fishing nets", number=denial.number + 1, act=act), denial)


def test_nobody_denies_what_only_he_claims() -> None:
    """Whoever alone says that a thing is so corrects himself, if anything."""
    own = claim("Karlian guns shelled the school at Lorn", told_at=(0,), is_own=True)
    assert best_target(Rebuttal.of(voice("its guns had not fired on the school")), {0: own}, {}) is None


def test_what_is_told_in_the_negative_of_something_else_denies_nothing() -> None:
    """ "No trains ran" is no denial of a bridge's end."""
    assert best_target(Rebuttal.of(voice("no trains ran on Sunday", source="a clerk")), {1: BRIDGE}, {}) is None


@pytest.mark.parametrize("cue", ["withdrew its earlier denial", "has retracted a denial", "took back its denial"])
def test_whoever_takes_a_denial_back_denies_nothing(cue: str) -> None:
    """What it denied before, and does no longer."""
    one = voice("that the school was shelled", cue=cue, act="deny")
    assert not is_surely_denial(one)
    assert not may_deny(one)


@pytest.mark.parametrize(
    "told",
    [
        "it cannot understand why its neighbour did not fire on the drone",
        "no country should have missiles flying over it",
        "do not expect any change in its policy",
        "the shells did not pose a threat to its villages",
        "the shells didn't pose any threat to its villages",
        "its people must not be shelled",
        "it had not been given access to the site of the shelling",
    ],
)
def test_who_asks_for_something_or_sees_no_danger_denies_nothing(told: str) -> None:
    """There is a no in it, and nobody's word is answered."""
    assert not may_deny(voice(told))
    assert may_deny(voice("its guns did not fire on the drone"))
    assert may_deny(voice("its gunners should not have been blamed, for they did not fire"))


def test_who_denies_a_deed_of_his_own_denies_no_other_deed_of_others() -> None:
    """ "We arm neither side" gainsays no killing in a hospital, though it stands behind it; "the accusation" does."""
    killing = replace(claim("Fighters killed 460 patients in a hospital", told_at=(2,)), deeds=frozenset({"ASSAULT"}))
    arming = Event(type="AID", mode=None, span=Span(start=0, end=4), score=0.9)
    denies = voice("supplying any weapons to either side", cue="deny", act="deny")
    told = replace(denies, statement=replace(denies.statement, propositions=(made_proposition(arming, is_negated=False),)))
    assert best_target(Rebuttal.of(told), {0: killing}, {}) is None
    assert best_target(Rebuttal.of(voice("the accusation", cue="denied", act="deny")), {0: killing}, {}) == 0


def test_a_witness_who_saw_nothing_denies_nothing() -> None:
    """Whoever speaks for somebody denies what he tells in the negative; a passer-by only tells what it was like."""
    shelling = Event(type="ASSAULT", mode=None, span=Span(start=0, end=1), score=1.0)
    target = replace(claim("the school was shelled"), deeds=frozenset({"ASSAULT"}))
    said = voice("nobody shelled the mill", source="Osk")
    said = replace(said, statement=replace(said.statement, propositions=(made_proposition(shelling, is_negated=True),)))
    party = replace(said.speaker, kind="person", state=None, key="osk") if said.speaker else None
    passer_by = replace(said, speaker=party, affiliation=affiliation_of("Osk"))
    assert [True, False] == [Rebuttal.of(one).answers(target) for one in (said, passer_by)]


def test_one_who_is_not_named_and_tells_of_something_else_denies_nothing() -> None:
    """ "I waited, I thought that it was no attack"."""
    told = voice("we waited and did not know what was happening", source="a waiter")
    assert not Rebuttal.of(told).bears_on(claim("a lorry was driven into the crowd, and people waited"))


def test_what_somebody_only_judges_is_denied_less_likely_than_what_he_tells() -> None:
    """ "Such attacks are unacceptable" is no claim that Karlia's "denies involvement" is of."""
    told, judged = claim("the raid on the mill", told_at=(1,)), claim("such a raid is a disgrace", told_at=(2,))
    denial = Rebuttal.of(voice("any involvement", cue="denied", act="deny"))
    assert weighed(evidence(denial, replace(judged, judged=1.0), None)) < weighed(evidence(denial, judged, None))
    assert weighed(evidence(denial, replace(told, judged=1.0), None)) < weighed(evidence(denial, told, None))


@pytest.mark.parametrize(
    "told",
    [
        "these are labourers dressed up as soldiers",
        "the cry was added in a studio",
        "talk of columns is the fruit of imagination",
        "the two thousand exist only in their dispatches",
    ],
)
def test_who_says_that_what_is_shown_was_made_for_it_may_deny(told: str) -> None:
    """Without a no."""
    assert may_deny(voice(told))
    assert not may_deny(voice("these are labourers who wear the coats of soldiers"))


def test_whoever_prints_that_reports_are_inventions_denies() -> None:
    """The statement that is called false is part of no claim."""
    one = replace(voice("of an advance on Lorn", source="", cue="Reports"), is_belied=True)
    assert is_denial(one)
    assert is_surely_denial(one)
    assert may_deny(one)


def test_what_no_other_statement_tells_is_not_denied_by_it() -> None:
    """A statement does not deny what it alone tells."""
    assert not claim("Karlian guns shelled the school", told_at=(3,), documents=1).is_told_beside(voice("its guns had not fired"))
    assert claim("Karlian guns shelled the school", told_at=(3,), documents=2).is_told_beside(voice("its guns had not fired"))


def test_what_tells_the_likeliest_claim_denies_no_other() -> None:
    """Where the claim that it would deny is told by its very words, the next one is not denied either."""
    one = Rebuttal.of(voice("its guns had not fired on the school"))
    assert best_target(one, {0: SCHOOL, 1: BRIDGE}, {}) == 0
    told = claim("Karlian guns shelled the school at Lorn", told_at=(one.voice.number - 1, one.voice.number))
    assert best_target(one, {0: told, 1: BRIDGE}, {}) is None


def test_whoever_tells_a_claim_elsewhere_hardly_denies_it() -> None:
    """It speaks against a denial that the same one tells the claim in another place."""
    rebuttal = Rebuttal.of(voice("its guns had not fired on the school"))
    assert not evidence(rebuttal, SCHOOL, None)["claims"]
    assert evidence(rebuttal, replace(SCHOOL, who=frozenset({"new-karlia"})), None)["claims"]


def test_whoever_is_accused_and_says_no_answers() -> None:
    """An onlooker who says no does not."""
    assert evidence(Rebuttal.of(voice("its guns had not fired on the school")), SCHOOL, None)["answers"]
    assert not evidence(Rebuttal.of(voice("its guns were on the hill")), SCHOOL, None)["answers"]


def test_what_an_onlooker_says_of_itself_is_no_answer() -> None:
    """ "It had no boats there" answers a claim that lays something on whoever says so."""
    told = voice("it had no boats on that stretch")
    accused = evidence(Rebuttal.of(told), claim("Karlia's boats laid mines on that stretch"), None)
    onlooker = evidence(Rebuttal.of(told), claim("Boats laid mines on that stretch"), None)
    assert (accused["negated"], onlooker["negated"]) == (1.0, 0.0)


def test_what_an_onlooker_had_none_of_denies_no_others() -> None:
    """ "We had no buses on that road" is of no bus but its own; whoever is accused of the buses denies by the same words."""
    onlooker = voice("it had no buses on the road to Lorn", source="a relief convoy")
    onlooker = replace(onlooker, speaker=replace(onlooker.speaker, key="convoy", state=None)) if onlooker.speaker else onlooker
    assert not Rebuttal.of(onlooker).bears_on(claim("the buses on the road to Lorn carried troops"))
    assert Rebuttal.of(voice("it had no buses on the road to Lorn")).bears_on(claim("Karlia's army had buses full of troops on the road"))


def test_who_denied_right_before_goes_on() -> None:
    """The statement behind a denial is likelier one where the same speaks."""
    before = voice("the accusation", cue="denied", act="deny", number=2)
    assert Rebuttal.of(voice("its guns had been silent"), before).marks["goes on"]
    assert not Rebuttal.of(voice("its guns had been silent", source="a clerk"), replace(before, speaker=None)).marks["goes on"]


SAYINGS = ("its guns had not fired on the school", "this is a lie", "the bridge stands", "nothing of the sort", "it was false")
CLAIMS = (
    "Karlian guns shelled the school",
    "Somebody blew up the bridge",
    "Grain rotted in the harbour",
    "Nine miners were freed",
    "Karlia lies",
)
claims = st.builds(
    lambda words, at, documents, is_own, who, deeds, judged: replace(
        claim(words, told_at=at, documents=documents, is_own=is_own), who=frozenset(who), deeds=frozenset(deeds), judged=judged
    ),
    st.sampled_from(CLAIMS),
    st.sampled_from(((), (2,), (0, 1))),
    st.integers(min_value=1, max_value=9),
    st.booleans(),
    st.sampled_from(((), ("new-karlia",))),
    st.sampled_from(((), ("ASSAULT",))),
    st.sampled_from((0.0, 1.0)),
)


@given(
    told=st.sampled_from(SAYINGS),
    deeds=st.lists(st.booleans(), max_size=2),
    cue=st.sampled_from(("said", "denied", "dismissed")),
    targets=st.lists(claims, max_size=6),
    odds=st.dictionaries(st.integers(min_value=0, max_value=5), st.floats(min_value=-7, max_value=4)),
)
def test_claims_that_are_passed_over_would_not_have_won(
    told: str, deeds: list[bool], cue: str, targets: list[Target], odds: Mapping[int, float]
) -> None:
    """Claims that a denial has nothing in common with are weighed only where they can win: it denies the same as if all were."""
    said, numbered = voice(told, cue=cue, act="assert" if cue == "said" else "deny"), dict(enumerate(targets))
    shot = Event(type="ASSAULT", mode=None, span=Span(start=0, end=4), score=1.0)
    told_of = tuple(made_proposition(shot, is_negated=is_negated) for is_negated in deeds)
    said = replace(said, statement=replace(said.statement, propositions=told_of))
    near = {number: likely for number, likely in odds.items() if number in numbered}
    rebuttal = Rebuttal.of(said)
    totals = {n: weighed(evidence(rebuttal, target, near.get(n))) for n, target in numbered.items() if rebuttal.may_be_of(target)}
    likely = [
        (-total, numbered[n].order, n)
        for n, total in totals.items()
        if total > rebuttal.least(numbered[n]) and not numbered[n].is_own(said)
    ]
    best = min(likely, default=(0.0, "", None))[2]
    best = None if best is not None and rebuttal.is_of_another_deed(numbered[best]) else best
    assert best_target(Rebuttal.of(said), numbered, near) == best


def test_who_claims_a_thing_too_denies_it_only_where_much_speaks_for_that() -> None:
    """What it negates of its own claim is more often a detail of it."""
    claimed = replace(SCHOOL, who=frozenset(("new-karlia",)))
    assert Rebuttal.of(voice("nobody was in the school")).least(claimed) > Rebuttal.of(voice("nobody was in the school")).least(SCHOOL)
    assert 0 == Rebuttal.of(voice("the tale of the school", cue="denied", act="deny")).least(claimed)


def test_a_claim_about_another_place_is_denied_less_likely() -> None:
    """A denial in a part of its text about Orin is of what happened there, of two claims that are like it."""
    at_lorn, at_orin = replace(SCHOOL, places=frozenset((1,))), replace(SCHOOL, places=frozenset((1, 2)))
    said = Rebuttal.of(voice("its guns had not fired on the school"), places=frozenset((2,)))
    assert weighed(evidence(said, at_orin, None)) > weighed(evidence(said, at_lorn, None))
    assert weighed(evidence(replace(said, places=frozenset()), at_lorn, None)) == weighed(evidence(said, at_orin, None))


def test_what_another_text_tells_is_known_by_its_words() -> None:
    """Words in common tell more where the text of a denial does not tell the claim itself."""
    there, elsewhere = claim("the mill was bombed", told_at=(1,)), claim("the mill was bombed")
    said = Rebuttal.of(voice("no mill was bombed"))
    assert evidence(said, elsewhere, None)["elsewhere"] == evidence(said, elsewhere, None)["shared"] > 0
    assert not evidence(said, there, None)["elsewhere"]


def test_diplomats_of_no_state_may_be_denied_by_the_only_state_of_their_text() -> None:
    """What "two diplomats" told is no word of Karlia's, though no other state is named; "Karlian officials" are Karlia's."""
    group = Party(key=None, name="two diplomats", kind="group", role=None, country=None, owners=(), state=None, surname=None)
    told = replace(made_voice(group, "two diplomats"), affiliation=affiliation_of("Karlian officials"))
    assert not told_nations_of(told)
    assert told_nations_of(replace(told, source="two Karlian officials")) == nations_of(told)


def test_what_was_denied_elsewhere_is_looked_for_beyond_ones_own_claim() -> None:
    """Whichever of two claims comes first: nobody denies his own again."""
    own, others = claim("a convoy was turned back", is_own=True), claim("the mill was bombed")
    assert 1 == repeated_target(voice("that"), [0, 1], {0: own, 1: others})


def left_in(words: str, *, who: str | None = None, told_at: tuple[int, ...] = (2,)) -> Target:
    """A claim of some words, with the states that they leave things in. who: as who_denies has whoever tells it."""
    told = claim(words, told_at=told_at)
    return replace(told, outcomes=outcomes_of(words), who=frozenset((who,) if who else ()))


@pytest.mark.parametrize(
    ("told", "claimed"),
    [
        ("its troops repelled the assault on Lorn", "the Amber Brigade captured the town of Lorn"),
        ("our forces are in full control of Lorn", "the Amber Brigade took Lorn"),
        ("Lorn has not fallen", "the Amber Brigade captured Lorn"),
        ("the ceasefire is holding on the whole front", "Karlia broke the ceasefire on the front"),
    ],
)
def test_another_account_denies_what_it_excludes(told: str, claimed: str) -> None:
    """Though it says no no: and not what the same words leave standing."""
    said = Rebuttal.of(voice(told))
    assert may_deny(said.voice)
    assert said.gainsays(left_in(claimed))
    assert not said.gainsays(left_in("four men were detained in Lorn"))


def test_who_is_alive_gainsays_his_own_death_alone() -> None:
    """ "Brenn is alive", and nine others died in the raid on Lorn."""
    one = replace(voice("Brenn is alive and well in Lorn"), names=frozenset({stem("brenn"), stem("lorn")}), towns=frozenset({"lorn"}))
    said = Rebuttal.of(one)
    assert may_deny(one)
    assert said.gainsays(left_in("Brenn was killed in the raid on Lorn"))
    assert not said.gainsays(left_in("nine were killed in the raid on Lorn"))


def test_who_took_a_place_gainsays_nothing_by_holding_it() -> None:
    """ "Our forces hold the town", says who captured it."""
    said = Rebuttal.of(voice("our forces hold the town of Lorn"))
    assert not said.gainsays(left_in("Karlian forces captured the town of Lorn", who=said.who))


def test_who_denies_that_a_town_was_taken_does_not_deny_that_it_was_retaken() -> None:
    """However like the words are, a claim that tells the opposite of what is denied stands."""
    said = Rebuttal.of(voice("Merova had captured Lorn", cue="denied", act="deny"))
    assert [True, False] == [said.may_be_of(left_in(words)) for words in ("Merova captured Lorn", "Merova's enemies recaptured Lorn")]


def test_nobody_denies_what_is_told_only_days_later() -> None:
    """Papers of one night bear two days."""
    said = Rebuttal.of(replace(voice("that the mill was bombed", cue="denied", act="deny"), day=100))
    assert [True, False] == [said.may_be_of(replace(claim("the mill was bombed"), since=day)) for day in (101, 102)]


def test_what_only_points_has_the_words_of_what_was_told_right_before() -> None:
    """ "The ministry rejected this": that the army knew of the children, and not that the camp was bombed."""
    before = voice("the army knew of the children", source="the ombudswoman")
    said = Rebuttal.of(voice("this", cue="rejected", act="deny"), before)
    assert said.words == frozenset(stems("the army knew of the children"))
    assert not Rebuttal.of(voice("this", cue="rejected", act="deny")).words


def test_another_account_is_of_its_own_place() -> None:
    """That an assault on Orin was repelled leaves it open whether Lorn was taken."""
    said = Rebuttal.of(voice("its troops repelled the assault"), places=frozenset((2,)))
    taken = left_in("the Amber Brigade captured a town")
    assert [True, False] == [said.gainsays(replace(taken, places=frozenset((place,)))) for place in (2, 1)]
