"""Right and wrong answers."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.counts import Counts
from benchmarks.speakers.answers import Answer, answers_of, is_shared
from benchmarks.speakers.labels import Label
from benchmarks.speakers.score import is_right, score_article, score_found
from saidwho.types.document import Span
from saidwho.types.grounding import Actor, ActorKind, Grounding, Speaker

TEXT = (
    "Mayor Ada Vale said the port was shut. Vale added that ships wait. Officials disagree. "
    "The Vale campaign hopes so. Ada Vale and Jon Brandt agree. Jon Brandt said no. Footage shows smoke."
)


def at(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start=start, end=start + len(words))


def label_of(words: str, status: str, *, nth: int = 0, kind: str | None = "person", written: str = "name", **rest: object) -> Label:
    return Label(article="a", source=at(words, nth), status=status, kind=kind, written=written, **rest)  # type: ignore[arg-type]


VALE = label_of("Mayor Ada Vale", "named", speaker="Ada Vale", mention=at("Ada Vale"))
ADDED = label_of("Vale", "named", nth=1, speaker="Ada Vale", mention=at("Ada Vale"), written="short name")
OFFICIALS = label_of("Officials", "unnamed", kind="group", written="group", also=("Port Authority",))
CAMPAIGN = label_of("The Vale campaign", "named", kind="body", speaker="Ada Vale campaign", mention=at("Vale campaign"))
BOTH = label_of("Ada Vale and Jon Brandt", "several", kind="group", speaker="Ada Vale & Jon Brandt", written="group")
BRANDT = label_of("Jon Brandt", "named", nth=1, speaker="Jon Brandt", mention=at("Jon Brandt", 1))
FOOTAGE = label_of("Footage", "open", kind=None, written="document")
LABELS = (VALE, ADDED, OFFICIALS, CAMPAIGN, BOTH, BRANDT, FOOTAGE)


def actor_of(name: str, *mentions: Span, kind: ActorKind = "person") -> Actor:
    return Actor(id=f"{name} {kind}", name=name, kind=kind, role=None, of=None, country=None, wikidata=None, mentions=mentions)


def right(label: Label, actor: Actor | None) -> bool:
    return is_right(label, Answer(source=label.source, actor=actor, score=1.0), LABELS, TEXT)


@pytest.mark.parametrize(
    ("expected", "label", "actor"),
    [
        pytest.param(True, ADDED, actor_of("Vale", at("Ada Vale"), at("Vale", 1)), id="by the fullest mention"),
        pytest.param(True, ADDED, actor_of("Mayor Ada Vale"), id="by name alone"),
        pytest.param(True, ADDED, actor_of("Vale", at("Mayor Ada Vale")), id="mention with its title"),
        pytest.param(False, ADDED, actor_of("Vale", at("Vale", 1)), id="short form left alone"),
        pytest.param(False, ADDED, actor_of("Jon Brandt", at("Jon Brandt", 1)), id="somebody else"),
        pytest.param(False, ADDED, None, id="left open"),
        pytest.param(False, CAMPAIGN, actor_of("Ada Vale", at("Ada Vale"), at("Vale", 2)), id="the person for the body"),
        pytest.param(False, ADDED, actor_of("Ada Vale campaign", at("Ada Vale"), kind="body"), id="the body for the person"),
        pytest.param(True, CAMPAIGN, actor_of("Vale campaign", at("The Vale campaign"), kind="body"), id="the body"),
        pytest.param(True, VALE, actor_of("Ada Vale", at("Ada Vale"), at("Jon Brandt", 1)), id="merged, with its name"),
        pytest.param(False, BRANDT, actor_of("Ada Vale", at("Ada Vale"), at("Jon Brandt", 1)), id="merged, with another's name"),
        pytest.param(False, VALE, actor_of("they", at("Ada Vale"), at("Jon Brandt", 1)), id="merged, with nobody's name"),
    ],
)
def test_named_sources(expected: bool, label: Label, actor: Actor | None) -> None:
    """A named source is right as the actor that has the speaker's name or fullest mention, and as no other."""
    assert expected == right(label, actor)


@pytest.mark.parametrize(
    ("expected", "label", "actor"),
    [
        pytest.param(True, OFFICIALS, None, id="left open"),
        pytest.param(True, OFFICIALS, actor_of("Officials", at("Officials"), kind="group"), id="a group of its own"),
        pytest.param(True, OFFICIALS, actor_of("the Port Authority", kind="body"), id="a body that is as good"),
        pytest.param(False, OFFICIALS, actor_of("Officials", at("Officials"), at("Ada Vale"), kind="group"), id="merged by mention"),
        pytest.param(False, OFFICIALS, actor_of("Ada Vale", at("Officials")), id="merged by name"),
        pytest.param(False, OFFICIALS, actor_of("crews", at("ships"), kind="group"), id="a group that it is not in"),
        pytest.param(False, OFFICIALS, actor_of("Varn", at("Officials"), kind="state"), id="a state"),
        pytest.param(True, BOTH, None, id="several, left open"),
        pytest.param(True, BOTH, actor_of("both", BOTH.source, kind="group"), id="several as a group"),
        pytest.param(False, BOTH, actor_of("Jon Brandt", BOTH.source), id="one of several"),
        pytest.param(False, BOTH, actor_of("both", BOTH.source, at("Jon Brandt", 1), kind="group"), id="several and one of them"),
        pytest.param(True, FOOTAGE, None, id="open, left open"),
        pytest.param(False, FOOTAGE, actor_of("Footage", at("Footage"), kind="body"), id="open, answered"),
    ],
)
def test_other_sources(expected: bool, label: Label, actor: Actor | None) -> None:
    """An unnamed source is right if it is kept apart from everybody named; an open one if it is left open."""
    assert expected == right(label, actor)


def answers(**changes: tuple[Actor | None, float]) -> list[Answer]:
    """All right and sure, but for what changes, by the label's name."""
    people = {"Ada Vale": actor_of("Ada Vale", at("Ada Vale")), "Jon Brandt": actor_of("Jon Brandt", at("Jon Brandt", 1))}
    campaign = actor_of("Vale campaign", at("Vale campaign"), kind="body")
    names = dict(zip(("vale", "added", "officials", "campaign", "both", "brandt", "footage"), LABELS, strict=True))
    given = {
        name: (people.get(label.speaker or "", campaign) if label.status == "named" else None, 0.95) for name, label in names.items()
    } | changes
    return [Answer(source=names[name].source, actor=actor, score=score) for name, (actor, score) in given.items()]


def test_a_perfect_resolver_has_everything_right() -> None:
    """Four named sources, two unnamed or joint ones, one open one."""
    counts = score_article(LABELS, answers(), TEXT)
    assert Counts(right=4, predicted=4, gold=4) == counts["named"] == counts["sure"] == counts["sure named"]
    assert Counts(right=2, predicted=0, gold=2) == counts["unnamed"]
    assert Counts(right=1, predicted=0, gold=1) == counts["open"]
    assert Counts(right=1, predicted=1, gold=1) == counts["named short name"]


def test_a_sure_mistake_counts_against_sureness() -> None:
    """Whether it takes one speaker for another, or nobody for somebody."""
    brandt = actor_of("Jon Brandt", at("Jon Brandt", 1))
    assert Counts(right=3, predicted=4, gold=4) == score_article(LABELS, answers(added=(brandt, 0.9)), TEXT)["sure"]
    assert Counts(right=4, predicted=5, gold=5) == score_article(LABELS, answers(footage=(brandt, 0.9)), TEXT)["sure"]


def test_a_doubtful_answer_is_not_sure() -> None:
    """Under 0.9 neither a right answer helps nor a wrong one hurts."""
    brandt = actor_of("Jon Brandt", at("Jon Brandt", 1))
    assert Counts(right=3, predicted=3, gold=4) == score_article(LABELS, answers(added=(brandt, 0.89)), TEXT)["sure"]


def test_a_nobody_kept_apart_does_not_raise_sureness() -> None:
    """Otherwise a resolver that makes an actor of every word would look sure."""
    officials = actor_of("Officials", at("Officials"), kind="group")
    counts = score_article(LABELS, answers(officials=(officials, 1.0)), TEXT)
    assert Counts(right=4, predicted=4, gold=4) == counts["sure"]
    assert Counts(right=2, predicted=1, gold=2) == counts["unnamed"]


def test_silence_is_wrong() -> None:
    """A source that no speaker is given for is wrong, also where open would be right."""
    counts = score_article(LABELS, [], TEXT)
    assert [0, 0, 0] == [counts[name].right for name in ("named", "unnamed", "open")]
    assert [4, 2, 1] == [counts[name].gold for name in ("named", "unnamed", "open")]


def test_a_found_source_answers_for_the_one_it_overlaps() -> None:
    """Without the title it is the same source; one that shares too little is none."""
    vale = actor_of("Ada Vale", at("Ada Vale"))
    found = [Answer(source=at("Ada Vale"), actor=vale, score=0.5), Answer(source=at("hopes so. Ada Vale"), actor=vale, score=0.5)]
    assert Counts(right=1, predicted=1, gold=1) == score_found([VALE], found, TEXT)["found"]
    assert Counts(right=0, predicted=0, gold=1) == score_found([BRANDT], found, TEXT)["found"]


def test_an_actor_that_is_not_there_is_refused() -> None:
    """A speaker whose id no actor has is a fault of the resolver, not an open source."""
    speaker = Speaker(source=(at("Vale"),), actor="x", score=1.0, why="")
    with pytest.raises(ValueError, match="the actor 'x', who is not among the actors"):
        answers_of(Grounding(actors=(), speakers=(speaker,), places=(), times=(), figures=()))


def test_a_source_in_pieces_is_one_source() -> None:
    """It reaches from its first character to its last; a speaker without words is no answer."""
    pieces = Speaker(source=(at("Vale", 1), at("Officials")), actor=None, score=0.0, why="")
    nobody = replace(pieces, source=())
    found = answers_of(Grounding(actors=(), speakers=(pieces, nobody), places=(), times=(), figures=()))
    assert [Span(start=at("Vale", 1).start, end=at("Officials").end)] == [answer.source for answer in found]


SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda pair: Span(start=min(pair), end=max(pair)))


@given(one=SPANS, other=SPANS)
def test_sharing_words_has_no_order(one: Span, other: Span) -> None:
    """Two stretches share as much as they do the other way round, and a stretch with letters shares itself."""
    assert is_shared(one, other, TEXT) == is_shared(other, one, TEXT)
    assert is_shared(one, one, TEXT) == any(character.isalnum() for character in one.of(TEXT))


@given(score=st.floats(0, 1), chosen=st.lists(st.sampled_from([None, *(actor.actor for actor in answers())]), min_size=7, max_size=7))
def test_no_count_passes_its_gold(score: float, chosen: list[Actor | None]) -> None:
    """Whatever is answered, right answers are no more than answers asked for."""
    given_answers = [Answer(source=label.source, actor=actor, score=score) for label, actor in zip(LABELS, chosen, strict=True)]
    counts = score_article(LABELS, given_answers, TEXT)
    assert all(0 <= c.right <= c.gold and c.predicted <= c.gold for c in counts.values())
