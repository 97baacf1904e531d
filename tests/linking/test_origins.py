"""How many bodies of their own knowledge voices come from."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from saidwho.linking.affiliation import Affiliation, affiliation_of
from saidwho.linking.facts import Voice
from saidwho.linking.origins.origins import Counted, count_origins
from saidwho.linking.parties import Party, folded
from saidwho.linking.scenes import make_scene
from saidwho.types.document import Span
from saidwho.types.grounding import ActorKind
from saidwho.types.statement import Act, Basis, BasisKind
from tests.linking.voices import DOCUMENT, body_voice, made_voice, said_by


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
    ("names", "count"),
    [
        (("Karlian Grid Company", "Karlia's grid company"), 1),
        (("Merovan Grid Company", "Karlia's grid company"), 2),
        (("Lorn and Hale Chamber of Commerce", "Chamber of Commerce for Hale and Lorn"), 1),
        (("Karlian Network of Monitors", "Karlian monitoring network"), 1),
        (("Union of Pilots", "Union of Port Workers"), 2),
    ],
)
def test_names_of_the_same_words_in_other_forms_are_one(names: tuple[str, ...], count: int) -> None:
    """Whether an adjective or "'s" tells of which state it is, and in whichever order."""
    assert count == len(origins_of(said_by(*names)))


def test_a_description_without_whose_it_is_may_be_short_for_a_name() -> None:
    """ "The joint chamber of the two countries" is the one joint chamber with a name that speaks beside it."""
    name = body_voice("Lorn-Hale Joint Chamber of Commerce", 0)
    assert ["Lorn-Hale Joint Chamber of Commerce"] == origins_of(
        [name, _described("the joint chamber of commerce of the two countries", 1, "body")]
    )


@pytest.mark.parametrize(("outlet", "basis", "count"), [("Conflict Studies Centre", None, 1), ("Front of the Hills", None, 2)])
def test_an_institute_that_tells_what_its_text_has_others_tell_rests_on_them(outlet: str, basis: None, count: int) -> None:
    """In its own voice, without a basis; a movement tells what it did itself."""
    document = replace(DOCUMENT, outlet=outlet)
    own = made_voice(None, "", told="Karlia launched 90 drones", number=0)
    own = replace(own, document=document, statement=replace(own.statement, form="own voice", basis=basis), prints_as="body")
    other = replace(body_voice("Merovan air force", 1), document=document)
    assert count == len(origins_of([own, other]))


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
        ("a copy of the report", "excerpts of the report", ["Port of Hale"]),
        ("the report", "an internal report on grain", ["Port of Hale"]),
        ("a report on the raid", "an internal report on grain", ["Port of Hale", "Union of Pilots"]),
        ("two videos", "two letters", ["Port of Hale", "Union of Pilots"]),
        ("leaked documents", "leaked footage", ["Port of Hale", "Union of Pilots"]),
        ("images showing a convoy", "documents showing payments", ["Port of Hale", "Union of Pilots"]),
        ("a large number of videos", "a large number of letters", ["Port of Hale", "Union of Pilots"]),
    ],
)
def test_evidence_of_one_happening_need_not_be_one_thing(one: str, other: str, origins: list[str]) -> None:
    """Both rest on one thing where a word that names it is the same, or two words are that tell what it is of."""
    assert origins == _origins_resting_on(one, other)


def test_pictures_of_one_happening_may_be_the_same() -> None:
    """Whether a video and footage are two cannot be known, so that they count once; a video and a document are two."""
    film = ("video of the strike", "footage of the strike")
    papers = ("video of the strike on the mill", "documents on the strike on the mill")
    assert ["Port of Hale"] == origins_of([_resting(voice, words, "imagery") for voice, words in zip(_two(), film, strict=True)])
    kinds: tuple[BasisKind, ...] = ("imagery", "document")
    apart = [_resting(voice, words, kind) for voice, words, kind in zip(_two(), papers, kinds, strict=True)]
    assert ["Port of Hale", "Union of Pilots"] == origins_of(apart)


def test_a_report_that_tells_no_basis_makes_no_origin_more() -> None:
    """Another outlet only left out what the speaker rests on."""
    port, union = _two()
    told = [_resting(port, "four satellite pictures"), _resting(union, "the port's four pictures")]
    assert ["Port of Hale"] == origins_of(told) == origins_of([*told, _again(union)])


@pytest.mark.parametrize(
    ("words", "origins"),
    [
        ("figures of the Karlian army", ["Karlia"]),
        ("Karlian General Staff figures", ["Karlia"]),
        ("captured reports of the Karlian army", ["Karlia", "Port of Hale"]),
        ("its own figures", ["Karlia", "Port of Hale"]),
    ],
)
def test_who_cites_the_figures_of_anothers_army_passes_them_on(words: str, origins: list[str]) -> None:
    """What was taken from it is the taker's own."""
    port, karlia = said_by("Port of Hale", "Karlia")
    assert origins == origins_of([_resting(port, words), karlia])


def test_who_rests_on_something_else_besides_is_an_origin() -> None:
    """What he has from the registers he has from nobody else."""
    port, union = _two()
    told = [_resting(port, "drone footage"), _resting(union, "drone footage"), _resting(_again(union), "the hospital registers")]
    assert ["Port of Hale", "Union of Pilots"] == origins_of(told)


def test_a_hospital_is_none_of_a_world_body() -> None:
    """Nor is a ministry whose state no text tells: only states and armed groups have such."""
    doctor = made_voice(None, "the hospital's director", number=1)
    world = body_voice("Union of Nations", 0)
    world = replace(world, speaker=replace(world.speaker, key="union-of-nations"))  # type: ignore[type-var]
    assert ["Union of Nations", "the hospital's director"] == origins_of([world, doctor])


def _person(source: str, name: str, number: int) -> Voice:
    party = Party(
        key=f"person:{name.lower()}@",
        name=name,
        kind="person",
        role=None,
        country=None,
        owners=(),
        state=None,
        surname=name.rpartition(" ")[2],
    )
    return made_voice(party, source, number=number)


def test_a_person_is_no_it() -> None:
    """Nobody "says so itself" but bodies."""
    scene = make_scene([], outlets=frozenset(), states={}, country=None)
    (person,) = count_origins([_person("Ada Vale", "Ada Vale", 1)], [], scene).origins
    (body,) = count_origins(said_by("Port of Hale"), [], scene).origins
    assert ("Ada Vale says so, and", "Port of Hale says so itself, and") == tuple(
        origin.why.removesuffix(" no other source is named.") for origin in (person, body)
    )


def test_an_adjective_is_of_the_longest_name_that_it_fits() -> None:
    """ "Nigerian" is of Nigeria, though Niger is told of, too."""
    scene = make_scene([], outlets=frozenset(), states={"ner": "Niger", "nga": "Nigeria"}, country=None)
    assert ("nga", "ner") == (scene.state_named("nigerian"), scene.state_named("niger"))


def test_many_say_so_themselves() -> None:
    staff = [_of_group("two hospital sources", 0)]
    (origin,) = count_origins(staff, [], make_scene(staff, outlets=frozenset(), states={}, country=None)).origins
    assert origin.why.startswith("Two hospital sources say so themselves")


def _of_group(name: str, number: int) -> Voice:
    party = Party(key=folded(name), name=name, kind="group", role=None, country=None, owners=(), state=None, surname=None)
    return made_voice(party, name, number=number)


def test_whom_one_text_gives_to_a_body_is_of_it_in_all() -> None:
    """What another text leaves open makes no second origin of him."""
    told = [_person("Karlia's army spokesman Ivo Vale", "Ivo Vale", 0), _person("spokesman Ivo Vale", "Ivo Vale", 1), *said_by("Karlia")]
    assert ["Karlia"] == origins_of(told)


@pytest.mark.parametrize(("source", "origins"), [("rebel leader Ivo Vale", ["M Force"]), ("farmer Ivo Vale", ["Ivo Vale", "M Force"])])
def test_a_leader_of_rebels_is_of_those_who_alone_speak(source: str, origins: list[str]) -> None:
    """Whom his words do not name."""
    assert origins == origins_of([_person(source, "Ivo Vale", 0), _of_group("M Force", 1)])


def test_a_minister_is_of_no_fighters() -> None:
    """He adds nothing, since his state may speak here, and is told of none."""
    told = [_person("Communications Minister Ada Vale", "Ada Vale", 0), _of_group("M Force", 1)]
    found = _counted(told)
    assert ([("M Force", ())], ["Ada Vale"]) == ([(o.name, o.bodies) for o in found.origins], [other.name for other in found.others])


def test_an_office_of_a_text_that_names_two_states_is_of_neither() -> None:
    """It may be of either, and is counted as none."""
    named = frozenset({"new-karlia", "new-vinland"})
    open_one = replace(_person("President Ada Vale", "Ada Vale", 0), named=named)
    told = [replace(voice, named=named) for voice in _of_states()]
    found = _counted([open_one, *told])
    assert ([("Karlia", ()), ("Vinland", ())], ["Ada Vale"]) == (
        [(o.name, o.bodies) for o in sorted(found.origins, key=lambda o: o.name)],
        [other.name for other in found.others],
    )


def _of_states() -> list[Voice]:
    parties = (
        Party(
            key=f"new-{name.lower()}",
            name=name,
            kind="state",
            role=None,
            country=None,
            owners=(),
            state=f"new-{name.lower()}",
            surname=None,
        )
        for name in ("Karlia", "Vinland")
    )
    return [made_voice(party, party.name, number=number) for number, party in enumerate(parties, 1)]


def _counted(voices: Sequence[Voice]) -> Counted:
    states = {"new-karlia": "Karlia", "new-vinland": "Vinland"}
    return count_origins(voices, [], make_scene(voices, outlets=frozenset(), states=states, country=None))


def test_a_short_name_may_be_that_of_a_body_of_the_register() -> None:
    """ "The Mission" is the Union's mission."""
    mission = body_voice("Union Observer Mission", 0)
    owners: tuple[tuple[str, str, ActorKind], ...] = (("union-of-nations", "Union of Nations", "body"),)
    mission = replace(mission, speaker=replace(mission.speaker, owners=owners))  # type: ignore[type-var]
    assert ["Union of Nations"] == origins_of([mission, body_voice("Observer Mission", 1)])


def test_initials_may_begin_the_name_of_what_a_body_of_the_register_has() -> None:
    """ "UN Truce Panel" is the Union of Nations', where that speaks too."""
    mission = body_voice("Union Observer Mission", 0)
    owners: tuple[tuple[str, str, ActorKind], ...] = (("union-of-nations", "Union of Nations", "body"),)
    mission = replace(mission, speaker=replace(mission.speaker, owners=owners))  # type: ignore[type-var]
    assert ["Union of Nations"] == origins_of([mission, body_voice("UN Truce Panel", 1)])


def test_initials_behind_what_somebody_is_are_whose_name_has_them() -> None:
    """ "The separatist MLA" is the Marsh Liberation Army."""
    assert ["Marsh Liberation Army"] == origins_of(
        [body_voice("Marsh Liberation Army", 0), made_voice(None, "The separatist MLA", number=1)]
    )


@pytest.mark.parametrize(
    ("others", "origins"),
    [
        (("League of States",), ["League of States"]),
        (("League of States", "League of Towns"), ["League", "League of States", "League of Towns"]),
    ],
)
def test_a_short_name_may_be_of_a_body_of_the_register(others: tuple[str, ...], origins: list[str]) -> None:
    """ "The League" is the one league that speaks beside it."""
    voices = [body_voice("League", 0)]
    for number, name in enumerate(others, 1):
        voices.append(_of_register(body_voice(name, number)))
    assert origins == origins_of(voices)


def _of_register(voice: Voice) -> Voice:
    party = voice.speaker
    return replace(voice, speaker=replace(party, key=folded(party.name).replace(" ", "-")))  # type: ignore[type-var, union-attr]


def test_monitors_are_the_one_body_that_watches() -> None:
    """However many of them are told."""
    assert ["Truce Monitoring Mission"] == origins_of([body_voice("Truce Monitoring Mission", 0), _described("monitors", 1, "group")])


def _two() -> tuple[Voice, Voice]:
    port, union = said_by("Port of Hale", "Union of Pilots")
    return port, union


def _again(voice: Voice) -> Voice:
    """The same speaker in another statement."""
    return replace(voice, statement=replace(voice.statement, id="9" * 64))


def _resting(voice: Voice, words: str, kind: BasisKind = "document") -> Voice:
    basis = Basis(span=Span(start=0, end=len(words)), kind=kind)
    return replace(voice, basis=words, statement=replace(voice.statement, basis=basis))


def _origins_resting_on(one: str, other: str) -> list[str]:
    return origins_of([_resting(voice, words) for voice, words in zip(_two(), (one, other), strict=True)])


@pytest.mark.parametrize("act", ["demand", "threaten", "predict", "judge"])
def test_who_only_judges_or_foretells_is_no_origin_beside_others(act: Act) -> None:
    """He is one where nobody else tells it."""
    told, beside = said_by("Amber Union", "Marsh League")
    beside = replace(beside, statement=replace(beside.statement, act=act))
    assert [["Amber Union"], ["Marsh League"]] == [origins_of([told, beside]), origins_of([beside])]


def _in_its_own_voice(voice: Voice) -> Voice:
    return replace(voice, statement=replace(voice.statement, form="own voice"), speaker=None, source="", affiliation=affiliation_of(""))


def test_who_demands_what_an_outlet_only_prints_is_an_origin() -> None:
    """An outlet that does not say how it knows tells it for nobody."""
    printed, demanding = _two()
    demanding = replace(demanding, statement=replace(demanding.statement, act="demand"))
    assert [["Union of Pilots"], []] == [origins_of([_in_its_own_voice(printed), demanding]), origins_of([_in_its_own_voice(printed)])]


def test_who_only_demands_it_is_told_why_he_is_no_origin() -> None:
    """Unless he is an origin by what else he says."""
    told, beside = said_by("Amber Union", "Marsh League")
    beside = replace(beside, statement=replace(beside.statement, act="demand"))
    scene = make_scene([told, beside], outlets=frozenset(), states={}, country=None)
    others = [count_origins(voices, [], scene).others for voices in ([told, beside], [told, _again(beside), beside])]
    assert ["Marsh League only makes a demand about it, while others tell it."] == [other.why for other in others[0]]
    asserting = replace(_again(beside), statement=replace(_again(beside).statement, act="assert"))
    assert () == count_origins([told, beside, asserting], [], scene).others


def test_an_outlet_counts_for_what_it_says_where_its_people_are() -> None:
    """And for nothing else in its own voice (rule 5)."""
    one = said_by("Norrpress")[0]
    own = replace(one, statement=replace(one.statement, form="own voice"), speaker=None, source="", affiliation=affiliation_of(""))
    assert [[], ["Norrpress"]] == [origins_of([own]), origins_of([replace(own, is_there=True)])]


def test_a_relay_is_one_with_its_article_and_without() -> None:
    """ "The Coral Tribune" of one report is the "Coral Tribune" of another."""
    voices = [replace(voice, relays=((None, name),)) for voice, name in zip(_two(), ("The Coral Tribune", "Coral Tribune"), strict=True)]
    scene = make_scene(voices, outlets=frozenset(), states={}, country=None)
    assert ["Coral Tribune"] == [other.name for other in count_origins(voices, [], scene).others]


@pytest.mark.parametrize(
    ("words", "origins"),
    [
        ("the findings of the Union of Pilots", ["Union of Pilots"]),
        ("its own findings", ["Port of Hale", "Union of Pilots"]),
        ("the findings of the Board of Trade", ["Port of Hale", "Union of Pilots"]),
        ("leaked findings of the Union of Pilots", ["Port of Hale", "Union of Pilots"]),
    ],
)
def test_who_rests_on_what_another_found_repeats_it(words: str, origins: list[str]) -> None:
    """Where that other speaks for itself here (rule 2)."""
    port, union = _two()
    assert origins == origins_of([_resting(port, words, "other"), union])


def test_a_body_on_its_own_page_is_whom_the_register_knows_by_that_name() -> None:
    """And so is a mission that bears its name."""
    known = body_voice("Union of Nations", 0)
    known = replace(known, speaker=replace(known.speaker, key="union-of-nations"))  # type: ignore[type-var]
    told = [known, body_voice("Union of Nations Mission in Lorn", 1), body_voice("Union of Pilots", 2)]
    assert ["Union of Nations", "Union of Pilots"] == origins_of(told)


def test_a_spokesman_of_rebels_is_of_no_state_that_speaks() -> None:
    """He speaks for himself where no fighters are named here."""
    told = [_person("Rebel spokesman Ivo Vale", "Ivo Vale", 0), *_of_states()[:1]]
    assert ["Ivo Vale", "Karlia"] == origins_of(told)


def _unnamed(source: str, number: int) -> Voice:
    party = Party(key=None, name=source, kind="people", role=None, country=None, owners=(), state=None, surname=None)
    return made_voice(party, source, number=number)


def test_whom_words_point_back_at_is_no_other_source() -> None:
    """ "The three, who asked to have no name", are the peasants whom the text told of first."""
    told = [_unnamed("three peasants", 0), _unnamed("The three, who asked not to be named,", 1)]
    assert 1 == _counted(told).possible


def test_an_official_whose_state_stays_open_adds_nothing_to_the_state_that_speaks() -> None:
    """Nobody can tell that he is of another (rule 4)."""
    assert 1 == _counted([*said_by("Karlia"), _unnamed("a military official", 1)]).possible


def _own_voice(outlet: str, number: int) -> Voice:
    one = made_voice(None, "", number=number)
    document = replace(one.document, id=f"{number + 100:064x}", outlet=outlet)
    return replace(one, document=document, statement=replace(one.statement, form="own voice"))


def test_pictures_that_papers_show_are_of_who_made_them() -> None:
    """Whoever prints them, and judges them, adds nothing (rule 3)."""
    maker = said_by("Geolens")[0].speaker
    told = [replace(_own_voice(outlet, n), maker=maker) for n, outlet in enumerate(("Norrpress", "Lorn Courier"))]
    assert ["Geolens"] == origins_of(told)


def test_a_source_known_through_an_outlet_is_whom_that_outlet_names() -> None:
    """ "A farmer told the Lorn Courier", which tells itself who he is."""
    first = _person("farmer Ivo Vale", "Ivo Vale", 0)
    first = replace(first, document=replace(first.document, id="c" * 64, outlet="Lorn Courier"))
    cited = replace(_unnamed("a farmer", 1), relays=((None, "Lorn Courier"),))
    assert (1, 1) == ((found := _counted([first, cited])).independent, found.possible)


@pytest.mark.parametrize(
    ("source", "origins"),
    [
        ("the union's secretary, Ivo Vale", ["Carters' Union"]),
        ("union leader Ivo Vale", ["Carters' Union"]),
        ("the council's secretary, Ivo Vale", ["Carters' Union", "Ivo Vale"]),
    ],
)
def test_who_speaks_for_a_body_by_its_kind_is_the_one_of_that_kind(source: str, origins: list[str]) -> None:
    """Where one alone here is such a body."""
    assert origins == origins_of([_person(source, "Ivo Vale", 0), *said_by("Port of Hale", "Carters' Union")[1:]])


@pytest.mark.parametrize(
    ("sources", "count"),
    [
        (("a nurse at Mercy Hospital", "a surgeon of the hospital"), 1),
        (("a nurse at Mercy Hospital", "a surgeon at Saint Orr's Hospital"), 2),
        (("a nurse at Mercy Hospital", "Mercy Hospital's director"), 1),
    ],
)
def test_staff_of_one_hospital_are_one_and_of_two_are_two(sources: tuple[str, ...], count: int) -> None:
    """Who is of a hospital that stays open is of one that speaks."""
    told = [replace(_unnamed(source, n), told="nine bodies were brought in") for n, source in enumerate(sources)]
    assert count == _counted(told).independent


@pytest.mark.parametrize(
    ("words", "names", "origins"),
    [
        ("a monitor group", ("Lorn War Observatory", "Amber Brigade"), ["Amber Brigade", "Lorn War Observatory"]),
        ("the Hale-based watchdog", ("Lorn War Observatory",), ["Lorn War Observatory"]),
        ("a human rights group", ("Lorn Rights Desk",), ["Lorn Rights Desk"]),
        ("the Hale-based organization", ("Open Tracks",), ["Open Tracks"]),
    ],
)
def test_a_body_told_without_its_name_is_the_one_that_it_may_be(words: str, names: tuple[str, ...], origins: list[str]) -> None:
    """Where one alone here has a name that tells the same, or is a body at all."""
    named = [body_voice(name, n) for n, name in enumerate(names)]
    assert origins == origins_of([*named, body_voice(words, len(names))])


def test_a_spokesman_without_a_name_is_of_the_one_body_of_that_kind() -> None:
    """ "A spokesman for the federation" adds nothing to the federation, and makes no source more possible."""
    found = _counted([_unnamed("a spokesman for the federation", 0), body_voice("Hale Federation of Carters", 1)])
    assert (1, 1) == (found.independent, found.possible)


def test_a_body_that_is_a_collective_of_others_counts_beside_a_member_that_speaks() -> None:
    """Each speaks for itself; the collective speaks for the others once."""
    named = [body_voice("Alliance of Valley Charities", 0), body_voice("Mercy Wagon", 1), body_voice("Alliance of Valley Charities", 2)]
    told = [replace(voice, bodies=frozenset(["alliance of valley charities", "mercy wagon"])) for voice in named]
    assert ["Alliance of Valley Charities", "Mercy Wagon"] == origins_of(told)


def test_the_superintendent_and_the_officials_of_a_hospital_are_the_hospital() -> None:
    """They are no officials of its state."""
    doctor = _person("Dr Ivo Vale, the superintendent of Mercy Hospital", "Ivo Vale", 0)
    voices = [doctor, _unnamed("Mercy Hospital officials", 1), _unnamed("hospital authorities", 2)]
    told = [replace(voice, told="nine bodies were brought in") for voice in voices]
    assert ["Mercy Hospital"] == [origin.name for origin in _counted(told).origins]


def test_a_commissioner_for_what_a_ministry_is_for_is_of_the_state() -> None:
    """ "Internal Security" is no body of its own."""
    told = [_person("the Commissioner for Internal Security, Ivo Vale", "Ivo Vale", 0), body_voice("Karlia", 1)]
    assert 1 == _counted(told).independent


def test_a_body_that_is_cited_for_what_it_only_cites_is_no_origin() -> None:
    """Rule 6: War Monitor cites Rybka, Rybka cites War Monitor."""
    monitor = replace(said_by("War Monitor")[0], document=replace(DOCUMENT, id="a" * 64, outlet="Rybka"))
    rybka = replace(said_by("Norrpress", "Rybka")[1], document=replace(DOCUMENT, id="b" * 64, outlet="War Monitor"))
    scene = make_scene([monitor, rybka], outlets=frozenset(["rybka", "war monitor"]), states={}, country=None)
    assert 0 == count_origins([monitor, rybka], [], scene).independent


def test_a_state_that_has_pictures_is_still_who_an_office_of_none_speaks_for() -> None:
    """Only a public service with a basis of its own speaks for itself."""
    karlia, police = said_by("Karlia")[0], made_voice(None, "the defence ministry", number=1)
    assert ["Karlia"] == origins_of([_resting(karlia, "aerial pictures", "imagery"), police])


def test_a_committee_for_a_state_whose_embassy_prints_is_not_that_state() -> None:
    """The name of a state is short for no body's."""
    committee, other = said_by("Committee of Jurists for Ostra", "Ostra")
    own = replace(other, document=replace(DOCUMENT, outlet="Embassy of Ostra"))
    assert ["Committee of Jurists for Ostra", "Ostra"] == origins_of([committee, own])


def test_two_presidents_are_of_two_states() -> None:
    """Of whichever state the second is, it is none that has another president."""
    first, second = (_official(source, name, number) for number, (source, name) in enumerate(_PRESIDENTS))
    named = replace(first, affiliation=affiliation_of("the president of Karlia"))
    assert ["Ivo Marn", "Karlia"] == origins_of([named, second])
    assert ["Karlia"] == origins_of([named, replace(second, speaker=first.speaker)])


_PRESIDENTS = (("Ada Osk, the Karlian president,", "Ada Osk"), ("President Ivo Marn", "Ivo Marn"))


def _official(source: str, name: str, number: int) -> Voice:
    surname = name.rsplit(maxsplit=1)[-1].lower()
    party = Party(key=f"person:{name.lower()}@", name=name, kind="person", role=None, country=None, owners=(), state=None, surname=surname)
    return made_voice(party, source, number=number)


@pytest.mark.parametrize(
    ("basis", "origins"),
    [
        ("the video published by Port of Hale", ["Port of Hale"]),
        ("the four pictures that the port showed", ["Port of Hale"]),
        ("the footage which the harbour master's office had released", ["Port of Hale"]),
        ("geolocated footage published on December 3", ["Port of Hale"]),
        ("our footage published on December 3", ["Port of Hale", "Union of Pilots"]),
        ("the pictures that it published", ["Port of Hale", "Union of Pilots"]),
        ("the pictures that its own drone took", ["Port of Hale", "Union of Pilots"]),
    ],
)
def test_whoever_looked_at_what_another_showed_adds_nothing(basis: str, origins: list[str]) -> None:
    """The pictures stay those of whoever published them (rule 3)."""
    port, union = _two()
    assert origins == origins_of([_resting(port, "a video", "imagery"), _resting(union, basis, "imagery")])


@pytest.mark.parametrize(
    ("told", "origins"), [("it had treated thirty people", ["Port of Hale"]), ("ships had burned", ["Port of Hale", "hospital"])]
)
def test_a_nurse_of_no_hospital_is_of_whoever_treats_the_wounded_in_her_text(told: str, origins: list[str]) -> None:
    """Staff are one with their body (rule 1)."""
    (port,) = said_by("Port of Hale")
    nurse = made_voice(None, "a nurse", number=1, told="patients burned in their beds")
    assert origins == origins_of([replace(port, told=told), nurse])


@pytest.mark.parametrize(
    ("source", "act", "deniers"),
    [
        ("Both governments", "deny", ["Both governments"]),
        ("Both governments", "assert", []),
        ("nobody", "deny", []),
    ],
)
def test_who_is_known_to_nobody_denies_by_plain_words_alone(source: str, act: Act, deniers: list[str]) -> None:
    """A reader sees that both deny, though nobody can tell which two; nobody is nobody."""
    claiming, denial = said_by("Port of Hale"), made_voice(None, source, number=7, act=act)
    scene = make_scene([*claiming, denial], outlets=frozenset(), states={"new-karlia": "Karlia", "new-ostia": "Ostia"}, country=None)
    assert deniers == [denier.name for denier in count_origins(claiming, [denial], scene).denied_by]


def test_who_claims_what_others_claim_too_may_deny_part_of_it() -> None:
    """An army that owns to shots and says that nobody was hit denies what the witnesses tell; alone it would only go on telling."""
    army, witnesses = body_voice("Army of the Hills", 1), made_voice(None, "witnesses", number=2)
    denial = body_voice("Army of the Hills", 3)
    scene = make_scene([army, witnesses, denial], outlets=frozenset(), states={}, country=None)
    assert 1 == len(count_origins([army, witnesses], [denial], scene).denied_by)
    assert not count_origins([army], [denial], scene).denied_by


def _rebels(number: int) -> Voice:
    party = Party(key=None, name="the rebels", kind="group", role=None, country=None, owners=(), state=None, surname=None)
    return made_voice(party, "the rebels", number=number)


def test_the_rebels_are_the_movement_that_speaks_or_a_body_of_their_own() -> None:
    """No state, and no mission that watches them, is meant."""
    front = made_voice(
        Party(key="hill-front", name="Hill Front", kind="group", role=None, country=None, owners=(), state=None, surname=None),
        "the Hill Front",
        number=1,
    )
    assert ["Hill Front"] == origins_of([_rebels(0), front])
    assert ["Karlia", "the rebels"] == sorted(origins_of([_rebels(0), *_of_states()[:1]]))
    assert ["Union of Nations", "the rebels"] == sorted(origins_of([_rebels(0), body_voice("Union of Nations", 1)]))


def _described(words: str, number: int, kind: ActorKind = "person") -> Voice:
    party = Party(key=None, name=words, kind=kind, role=None, country=None, owners=(), state=None, surname=None)
    return made_voice(party, words, number=number)


@pytest.mark.parametrize(
    ("words", "kind", "origins"),
    [
        ("the pipeline consortium", "body", ["Karlia", "the pipeline consortium"]),
        ("the mill's chief engineer", "person", ["Karlia", "the mill's chief engineer"]),
        ("the spokesman", "person", ["Karlia"]),
        ("the newspaper", "body", ["Karlia"]),
        ("the drivers", "people", ["Karlia"]),
    ],
)
def test_whom_words_point_at_counts_where_nobody_counted_may_be_meant(words: str, kind: ActorKind, origins: list[str]) -> None:
    """A company and an engineer are no state; a spokesman may be its own, and a paper prints."""
    assert origins == sorted(origins_of([_described(words, 0, kind), *_of_states()[:1]]))


def test_whom_words_point_at_may_be_a_body_that_is_counted() -> None:
    """The firm is whichever company speaks beside it."""
    assert ["Orbis Lens"] == origins_of([_described("the firm", 0, "body"), body_voice("Orbis Lens", 1)])


def test_a_word_that_a_text_has_for_a_state_tells_whose_an_army_is() -> None:
    """ "A KR general" is Karlia's, and so is an organ that is told by its name at length."""
    told = [replace(made_voice(None, words, number=n), lands={"kr": "new-karlia"}) for n, words in enumerate(_OF_KARLIA)]
    assert ["Karlia"] == origins_of(told)


_OF_KARLIA = ("a KR military spokesman, Ivo Marn", "the army of the Karlian Federation", "the army of Karlia")


def _medic(source: str, told: str, number: int) -> Voice:
    party = Party(key=None, name=source, kind="person", role=None, country=None, owners=(), state=None, surname=None)
    return made_voice(party, source, told=told, number=number)


@pytest.mark.parametrize(
    ("source", "told", "origins"),
    [
        ("a nurse who rode along", "two bursts were fired at the wounded", []),
        ("a doctor in the next town", "eight people with burns had been carried in", []),
        ("a surgeon at the hospital", "eight people with burns had been carried in", ["hospital"]),
        ("a midwife", "a bomb fell on the ward, nine died", ["hospital"]),
        ("the chief physician", "eight people with burns had been carried in", ["hospital"]),
        ("two doctors", "eight people with burns had been treated", ["hospital"]),
    ],
)
def test_a_medic_of_no_hospital_is_a_source_without_a_name(source: str, told: str, origins: list[str]) -> None:
    """Possible, and not counted; staff of a hospital are the hospital."""
    assert origins == [name.replace("state:here", "hospital") for name in origins_of([_medic(source, told, 0)])]


def test_a_rebel_spokesman_is_of_the_army_of_no_state_that_alone_speaks() -> None:
    """Whatever kind of body reading takes it for."""
    party = Party(key="person:abdo kerr@", name="Abdo Kerr", kind="person", role=None, country=None, owners=(), state=None, surname="kerr")
    spokesman = made_voice(party, "Rebel spokesman Abdo Kerr", number=1)
    assert ["March River Army"] == origins_of([body_voice("March River Army", 0), spokesman])


def test_an_office_of_none_is_of_whom_alone_an_organ_is_told_to_be() -> None:
    """ "The mayor of Ostrel" beside "the Merovan police", where no text names the state."""
    mayor, police = (_described(words, number, "body") for number, words in enumerate(("the mayor of Ostrel", "Merovan police")))
    assert 1 == len(origins_of([mayor, police]))


@pytest.mark.parametrize(
    ("name", "kind", "why"),
    [
        ("two residents", "group", "Two residents have no name in the text, and may be somebody who is counted already"),
        ("a resident", "person", "A resident has no name in the text, and may be somebody who is counted already"),
        ("Karlian officials", "group", "Karlian officials have no name, and nobody says it by name for Karlia"),
        ("an officer", "person", "An officer has no name, and the text does not tell of which state that is"),
    ],
)
def test_a_reason_is_a_sentence(name: str, kind: ActorKind, why: str) -> None:
    """One does, several do; it begins as a sentence does."""
    voices = [_described(name, 0, kind)]
    scene = make_scene(voices, outlets=frozenset(), states={"new-karlia": "Karlia"}, country=None)
    (other,) = count_origins(voices, [], scene).others
    assert f"{why}: possible, and not counted." == other.why


def test_whom_a_text_leaves_open_is_told_in_its_words() -> None:
    """The reader sees which words stand for nobody known."""
    open_one = _described("the newspaper", 0, "body")
    scene = make_scene([open_one], outlets=frozenset(), states={}, country=None)
    (other,) = count_origins([open_one], [], scene).others
    assert "The text does not tell whom “the newspaper” stands for; if it does elsewhere, that is counted there." == other.why


def test_a_monitor_that_prints_what_others_say_rests_on_no_word_of_theirs() -> None:
    """It only tells not how it knows."""
    watch = _in_its_own_voice(body_voice("Border Watch", 0))
    watch = replace(watch, document=replace(DOCUMENT, outlet="Border Watch"), prints_as="body")
    army = replace(body_voice("Amber Union", 1), document=watch.document)
    scene = make_scene([watch, army], outlets=frozenset(), states={}, country=None)
    others = [other.why for other in count_origins([watch, army], [], scene).others]
    assert ["Border Watch prints it beside what others say there, and does not say that it saw or verified it itself."] == others


def test_the_rebels_are_the_one_body_whose_officers_speak_and_that_is_no_state() -> None:
    """A state has officers, too."""
    of_army = Affiliation(owner="hlf", organ="army", is_spokes=True)
    officer = replace(_person("HLF spokesman Colonel Ivo Varn", "Ivo Varn", 1), affiliation=of_army)
    ministry = replace(body_voice("HLF ministry", 2), governed=frozenset({"hlf"}), affiliation=Affiliation(owner="hlf", organ="ministry"))
    assert 1 == len(origins_of([_rebels(0), officer]))
    assert 2 == len(origins_of([_rebels(0), officer, ministry]))


@pytest.mark.parametrize(
    ("one", "several", "possible"),
    [
        ("a resident", "residents", 1),
        ("a second European diplomat", "European diplomats", 1),
        ("an African diplomat", "European diplomats", 2),
        ("a resident of Lorn", "residents", 2),
        ("a trader", "residents", 2),
        ("two residents", "residents", 2),
    ],
)
def test_one_of_several_without_a_name_is_no_other_source(one: str, several: str, possible: int) -> None:
    """In one text; elsewhere he may be anybody."""
    told = [_unnamed(several, 0), _unnamed(one, 1)]
    elsewhere = replace(told[1], document=replace(DOCUMENT, id="e" * 64))
    assert (possible, 2) == (_counted(told).possible, _counted([told[0], elsewhere]).possible)


def test_who_speaks_for_an_origin_only_passes_on_nothing() -> None:
    """ "The army has information, its spokesman Ivo Varn said": a reader is told of him once."""
    owners: tuple[tuple[str, str, ActorKind], ...] = (("k.staff", "Karlian staff", "force"), ("new-karlia", "Karlia", "state"))
    spokesman = _official("its spokesman Ivo Varn", "Ivo Varn", 0)
    assert spokesman.speaker is not None
    spokesman = replace(spokesman, speaker=replace(spokesman.speaker, owners=owners, state="new-karlia"))
    army = replace(_of_states()[0], relays=((None, "Ivo Varn"), (None, "Norrwire")))
    found = _counted([spokesman, army])
    assert ["Norrwire"] == [other.name for other in found.others]


def test_who_stays_open_is_told_once() -> None:
    """However often he speaks."""
    ministry = replace(made_voice(None, "the ministry"), names=frozenset({"merova"}), named=frozenset({"x"}))
    found = _counted([*_of_states(), *(replace(ministry, statement=replace(ministry.statement, id=f"{n:064x}")) for n in (8, 9))])
    assert ["the ministry"] == [other.name for other in found.others]


@pytest.mark.parametrize(
    ("cue", "told", "act", "count"),
    [
        ("believes", "that a mine sank the ferry", "assert", 0),
        ("in its opinion", "it was a mine", "assert", 0),
        ("said", "it suspected a mine", "assert", 0),
        ("said", "a mine sank the ferry", "assert", 1),
        ("suggested", "one of its own mines had sunk the ferry", "admit", 1),
        ("reckons", "that 40 were on board", "assert", 1),
    ],
)
def test_who_only_believes_it_is_no_origin(cue: str, told: str, act: Act, count: int) -> None:
    """Unless he admits it; and what somebody reckons he mostly counted."""
    voice = replace(body_voice("Harbour Board", 0), cue=cue, told=told)
    told_by = replace(voice, statement=replace(voice.statement, act=act))
    counted = count_origins([told_by], [], make_scene([told_by], outlets=frozenset(), states={}, country=None))
    assert count == counted.independent
    assert ["Harbour Board only believes it, and tells nothing that it rests on."] * (not count) == [one.why for one in counted.others]


def test_who_believes_it_on_a_stated_basis_is_an_origin() -> None:
    voice = replace(body_voice("Harbour Board", 0), cue="believes", basis="fragments from the hull")
    basis = Basis(kind="document", span=Span(start=0, end=9))
    assert ["Harbour Board"] == origins_of([replace(voice, statement=replace(voice.statement, basis=basis))])


@pytest.mark.parametrize(
    ("source", "other", "count"),
    [
        ("the boy's father, Ivo Varn,", "the father of the boy", 1),
        ("the boy's uncle, Ivo Varn,", "the father of the boy", 2),
        ("Ivo Varn", "the father of the boy", 2),
    ],
)
def test_kin_without_a_name_are_whoever_is_told_to_be_so_by_name(source: str, other: str, count: int) -> None:
    """ "The father of the boy" of one text is the boy's father whom another names."""
    assert count == len(origins_of([_official(source, "Ivo Varn", 0), _described(other, 1)]))


def test_what_words_point_at_may_be_the_body_that_somebody_speaks_for() -> None:
    """ "The aid group" is the one whose director speaks elsewhere; a person who speaks for himself is no group."""
    director = _official("Ivo Varn, director of the Lantern Trust,", "Ivo Varn", 0)
    group = _described("the aid group", 1, "body")
    trust = replace(body_voice("Lantern Trust", 2), statement=replace(body_voice("Lantern Trust", 2).statement, act="decline"))
    movements = frozenset({"lantern trust"})
    scene = make_scene([director, group, trust], outlets=frozenset(), states={}, country=None, movements=movements)
    assert ["Lantern Trust"] == [origin.name for origin in count_origins([director, group], [], scene).origins]
    assert 2 == len(origins_of([_official("Ivo Varn", "Ivo Varn", 0), group]))


def test_the_press_service_of_an_official_speaks_for_whom_he_speaks() -> None:
    """As another text tells him to be of it."""
    owners: tuple[tuple[str, str, ActorKind], ...] = (("amber-group", "Amber Group", "group"),)
    founder = _official("the Amber founder, Ivo Varn,", "Ivo Varn", 0)
    assert founder.speaker is not None
    founder = replace(founder, speaker=replace(founder.speaker, owners=owners))
    assert ["Amber Group"] == origins_of([founder, made_voice(None, "the press service of Varn", number=1)])


def test_what_a_reporter_of_another_outlet_saw_is_that_outlets() -> None:
    """Two papers that print what a Norrwire reporter saw are none."""
    papers = [_own_voice(outlet, number) for number, outlet in enumerate(("Hale Courier", "Lorn Post"))]
    papers = [replace(one, relays=((None, "Norrwire"),), statement=replace(one.statement, first_hand=True)) for one in papers]
    found = _counted(papers)
    assert (["Norrwire"], []) == ([origin.name for origin in found.origins], [other.name for other in found.others])
