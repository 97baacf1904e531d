"""How many bodies of their own knowledge voices come from."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from saidwho.linking.affiliation import affiliation_of
from saidwho.linking.facts import Voice
from saidwho.linking.origins import count_origins
from saidwho.linking.parties import Party
from saidwho.linking.scenes import make_scene
from saidwho.types.document import Span
from saidwho.types.statement import Act, Basis
from tests.linking.voices import made_voice


def said_by(*names: str) -> list[Voice]:
    """One voice for each name of a body."""
    return [_voice(name, number) for number, name in enumerate(names)]


def _voice(name: str, number: int) -> Voice:
    party = Party(key=f"body:{name}@", name=name, kind="body", role=None, country=None, owners=(), state=None, surname=None)
    return made_voice(party, name, number=number)


def origins_of(voices: Sequence[Voice]) -> list[str]:
    scene = make_scene(voices, outlets=frozenset(), states={"new-karlia": "Karlia"}, country=None)
    return sorted(origin.name for origin in count_origins(voices, [], scene).origins)


@pytest.mark.parametrize(
    ("names", "origins"),
    [
        (("Committee", "Committee of the Hills"), ["Committee of the Hills"]),
        (
            ("Committee", "Committee of the Hills", "Committee of the Marsh"),
            ["Committee", "Committee of the Hills", "Committee of the Marsh"],
        ),
        (("Karlia", "Observer Mission Karlia"), ["Karlia", "Observer Mission Karlia"]),
    ],
)
def test_a_short_name_is_one_with_the_name_it_is_short_for(names: tuple[str, ...], origins: list[str]) -> None:
    """Of two that it may be short for, neither; a state's name is short for no mission's."""
    assert origins == origins_of(said_by(*names))


@pytest.mark.parametrize(
    ("one", "other", "origins"),
    [
        ("he has seen the radar tracks", "she has seen the cargo manifest", ["Port of Hale", "Union of Pilots"]),
        ("he has seen the cargo manifest", "the cargo manifest", ["Port of Hale"]),
        ("They received documents", "They received footage", ["Port of Hale", "Union of Pilots"]),
        ("We possess new documents", "The army possesses new and clear images", ["Port of Hale", "Union of Pilots"]),
        ("The ministry has video", "The ministry has receipts", ["Port of Hale", "Union of Pilots"]),
        ("dozens of photographs", "dozens of letters", ["Port of Hale", "Union of Pilots"]),
    ],
)
def test_two_who_have_seen_papers_share_the_paper_and_not_the_seeing(one: str, other: str, origins: list[str]) -> None:
    """What both rest on is one origin; that both have seen something, or how much of it, is none."""
    assert origins == _origins_resting_on(one, other)


@pytest.mark.parametrize(
    ("one", "other", "origins"),
    [
        ("We have videos of the attack", "We have documents on the attack", ["Port of Hale", "Union of Pilots"]),
        ("We have videos of the attack on the mill", "footage of the attack on the mill", ["Port of Hale"]),
        ("a copy of the charter", "They received the charter", ["Port of Hale"]),
        ("dozens of photographs of the quay", "we have photographs from the air", ["Port of Hale"]),
    ],
)
def test_evidence_of_one_happening_need_not_be_one_thing(one: str, other: str, origins: list[str]) -> None:
    """Both rest on one thing where a word that names it is the same, or two words are that tell what it is of."""
    assert origins == _origins_resting_on(one, other)


def _origins_resting_on(one: str, other: str) -> list[str]:
    voices = [
        replace(voice, basis=words, statement=replace(voice.statement, basis=Basis(span=Span(start=0, end=len(words)), kind="document")))
        for voice, words in zip(said_by("Port of Hale", "Union of Pilots"), (one, other), strict=True)
    ]
    return origins_of(voices)


@pytest.mark.parametrize("act", ["demand", "threaten", "predict", "judge"])
def test_who_only_judges_or_foretells_is_no_origin_beside_others(act: Act) -> None:
    """He is one where nobody else tells it."""
    told, beside = said_by("Amber Union", "Marsh League")
    beside = replace(beside, statement=replace(beside.statement, act=act))
    assert [["Amber Union"], ["Marsh League"]] == [origins_of([told, beside]), origins_of([beside])]


def test_an_outlet_counts_for_what_it_says_where_its_people_are() -> None:
    """And for nothing else in its own voice (rule 5)."""
    one = said_by("Norrpress")[0]
    own = replace(one, statement=replace(one.statement, form="own voice"), speaker=None, source="", affiliation=affiliation_of(""))
    assert [[], ["Norrpress"]] == [origins_of([own]), origins_of([replace(own, is_there=True)])]
