"""As what somebody speaks, in made scenes."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from saidwho.linking.affiliation import affiliation_of
from saidwho.linking.facts import Voice
from saidwho.linking.homes import Home
from saidwho.linking.parties import Party, named
from saidwho.linking.scenes import Known, Scene, make_scene
from saidwho.linking.standing.kinds import HERE
from saidwho.linking.standing.own_basis import has_own_basis
from saidwho.linking.standing.standing import standing
from saidwho.text.issuing import PrintsAs
from saidwho.types.grounding import ActorKind
from tests.linking.voices import DOCUMENT, made_voice

STATES = {"new-karlia": "Karlia"}


def voice(source: str, name: str | None, *, number: int = 0, kind: str = "body", key: str | None = None) -> Voice:
    """Somebody who asserts something, named by these words; name: of the actor, None where the reader found none."""
    party = Party(key=key, name=name, kind=kind, role=None, country=None, owners=(), state=None, surname=None) if name else None  # type: ignore[arg-type]
    return made_voice(party, source, number=number)


def scene(voices: Iterable[Voice]) -> Scene:
    return make_scene(voices, outlets=frozenset(), states=STATES, country=None)


def test_a_state_known_by_its_name_alone_is_that_state() -> None:
    """One text says whose army it is, another says "Karlia" and no more: one root."""
    karlia = voice("Karlia", "Karlia", key="body:karlia@")
    found = standing(karlia, scene([karlia]))
    assert ("body", "new-karlia", "Karlia") == (found.kind, found.root, found.name)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("The Northern Front", "body"),
        ("Watchful Eye", "body"),
        ("the movement", "open"),
        ("Two drivers", "unnamed"),
        ("the agency's reporter", "open"),
        ("A photographer", "open"),
    ],
)
def test_words_that_stand_for_no_actor_are_heard_by_their_capitals(source: str, kind: str) -> None:
    """A name of several words is a body; who works for an outlet is nobody beside it."""
    one = voice(source, None)
    assert kind == standing(one, scene([one])).kind


def test_a_group_is_what_it_calls_itself() -> None:
    """Also where its text goes on with "the group"."""
    first = voice("A group that calls itself Dawn Front", "A group", kind="group")
    then = voice("the group", "A group", number=1, kind="group")
    assert {"name:dawn front"} == {standing(one, scene([first, then])).root for one in (first, then)}


def test_a_word_for_officials_that_begins_a_sentence_is_no_name() -> None:
    """ "Officials in the capital" belong to their government and add nothing to it (rule 4)."""
    assert "officials" == named("Officials")
    one = voice("Officials in Karlia's capital", "Officials", key="body:officials@")
    assert "unnamed official" == standing(replace(one, affiliation=affiliation_of("Karlia's officials")), scene([one])).kind


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("the grid company", "body"),
        ("the company that runs the yard", "body"),
        ("the company", "open"),
        ("the same company", "open"),
        ("Orrin's widow", "body"),
        ("his lawyer", "body"),
        ("their lawyers", "open"),
        ("a baker who asks us to call her Lise", "body"),
        ("a baker", "unnamed"),
        ("The baker, who asks not to be named,", "unnamed"),
        ("One of the bakers", "unnamed"),
        ("one of them", "open"),
        ("everybody", "open"),
        ("certain organs of the foreign press", "open"),
        ("unverified reports on social media", "open"),
    ],
)
def test_one_alone_who_is_described_closely_enough_is_somebody(source: str, kind: str) -> None:
    """A company told by what it runs, one kin to a person with a name, one called by another name; "the company" was named before."""
    one = voice(source, source)
    assert kind == standing(one, scene([one])).kind


def printed_by(outlet: str) -> Voice:
    one = voice("", None)
    document = replace(DOCUMENT, outlet=outlet)
    return replace(one, statement=replace(one.statement, form="own voice"), document=document, affiliation=affiliation_of(""))


@pytest.mark.parametrize(
    ("outlet", "root"),
    [
        ("Karlia News Agency", "new-karlia"),
        ("Karlian State Television", "new-karlia"),
        ("Radio-Television Karlia", "new-karlia"),
        ("Karlian Courier", "outlet:karlian courier"),
        ("Lakeside Television", "outlet:lakeside television"),
        ("Lakeside Television (state)", HERE),
        ("Karlia Daily (state)", "new-karlia"),
        ("Lakeside Television, channel of the Karlian army", "new-karlia"),
        ("Lakeside Television, channel of the Hill Front", "name:hill front"),
    ],
)
def test_the_press_of_a_state_speaks_for_it(outlet: str, root: str) -> None:
    """By its name (rule 1); a paper that bears a state's name and an agency that bears none are outlets."""
    one = printed_by(outlet)
    assert root == standing(one, scene([one])).root


@pytest.mark.parametrize(
    ("outlet", "owner"),
    [("Morning Voice, official, Lorn", ("lor", "Loria", "state")), ("The Torch", ("hill-front", "Hill Front", "group"))],
)
def test_whose_press_reading_knows_speaks_for_it(outlet: str, owner: tuple[str, str, ActorKind]) -> None:
    """Also where its name alone tells linking nothing."""
    state = owner[0] if owner[2] == "state" else None
    printer = Party(key=None, name=outlet, kind="outlet", role=None, country=None, owners=(owner,), state=state, surname=None)
    one = replace(printed_by(outlet), printer=printer)
    assert ("body", owner[0]) == ((found := standing(one, scene([one]))).kind, found.root)


def test_a_numbered_brigade_is_somebodys() -> None:
    """Its commander is not of it but of whoever has brigades."""
    one = replace(voice("its commander", "its commander", kind="person"), affiliation=affiliation_of("the commander of the 8th Brigade"))
    assert HERE == standing(replace(one, affiliation=replace(one.affiliation, owner="8th brigade")), scene([one])).root


def test_whom_a_script_calls_by_name_alone_reports_for_its_outlet() -> None:
    """A farmer whom it tells to be one speaks for himself."""
    statement = replace(voice("", None).statement, form="direct")
    reporter = replace(voice("ADA VARNEK", "ADA VARNEK", kind="person", key="person:ada varnek@"), statement=statement)
    assert reporter.speaker is not None
    farmer = replace(reporter, speaker=replace(reporter.speaker, role="farmer"))
    assert ["own voice", "body"] == [standing(one, scene([one])).kind for one in (reporter, farmer)]


def test_a_paper_that_calls_itself_without_its_kind_is_no_body() -> None:
    """ "As Lakeside learned" in Lakeside Online is the paper; a state that its press is named for is none."""
    of_paper = voice("Lakeside", "Lakeside", kind="person", key="person:lakeside@")
    one = replace(of_paper, document=replace(of_paper.document, outlet="Lakeside Online"))
    found = make_scene([one], outlets=frozenset({"lakeside online"}), states=STATES, country=None)
    assert ("outlet", "outlet:lakeside online") == ((seen := standing(one, found)).kind, seen.root)


def test_who_was_there_is_no_onlooker() -> None:
    """A researcher who tells what she found herself is a witness."""
    words = "A rights researcher who was there before us, Ada Varnek"
    one = voice(words, "Ada Varnek", kind="person", key="person:ada varnek@")
    assert ("body", "name:ada varnek") == ((found := standing(one, scene([one]))).kind, found.root)


def test_a_body_that_prints_elsewhere_is_one_where_others_name_it() -> None:
    """A committee with a page of its own is no outlet that passes on."""
    one = voice("The Committee of the Hills", "Committee of the Hills", key="body:committee of the hills@")
    found = make_scene([one], outlets=frozenset({"committee of hills", "committee of the hills"}), states=STATES, country=None)
    assert "body" == standing(one, found).kind


def test_an_army_with_a_name_of_its_own_is_no_states() -> None:
    """ "The Amber Brigade" is itself; "the 4th Brigade" belongs to whoever has brigades."""
    amber = voice("the Amber Brigade", "Amber Brigade", key="body:amber brigade@", kind="force")
    fourth = voice("the 4th Brigade", "4th Brigade", key="body:4th brigade@", kind="force", number=1)
    found = scene([amber, fourth])
    assert ["name:amber brigade", "state:here"] == [standing(one, found).root for one in (amber, fourth)]


def test_a_movements_paper_speaks_for_the_movement() -> None:
    """Its own voice and the movement's are one origin."""
    one = printed_by("Amber Voice")
    found = make_scene([one], outlets=frozenset(), states=STATES, country=None, movements=frozenset({"amber brigade"}))
    assert ("body", "name:amber brigade") == (standing(one, found).kind, standing(one, found).root)


def test_we_on_the_page_of_a_body_is_that_body() -> None:
    """So is a statement that names nobody there; on a paper's page both stay open."""
    we = replace(voice("We", None), document=replace(DOCUMENT, outlet="Open Tracks"))
    body = replace(we, prints_as="body")
    assert ["open", "body"] == [standing(one, scene([one])).kind for one in (we, body)]


def at_work(source: str, owner: str) -> Voice:
    """Somebody for whom another text tells whose he is."""
    return replace(voice(source, "Ivo Varn", number=9, kind="person", key="person:ivo varn@"), affiliation=affiliation_of(owner))


@pytest.mark.parametrize(
    ("outlet", "told", "root"),
    [
        ("Ivo Varn, own channel", "Karlia's defence ministry", "new-karlia"),
        ("Minister Ivo Varn (official channel)", "a man", "state:here"),
        ("Ivo Varn, own channel", "a man", "name:ivo varn"),
    ],
)
def test_an_officials_page_speaks_for_whom_he_speaks(outlet: str, told: str, root: str) -> None:
    """As other texts tell; else by his office, whose state stays open; else for himself."""
    one = printed_by(outlet)
    assert root == standing(one, scene([one, at_work("Varn", told)])).root


def test_the_press_of_a_state_that_has_a_ministry_speaks_for_it() -> None:
    """Where no text names it as a state, but one tells of its government."""
    one = printed_by("Orsk News Service")
    assert ["own voice", "body"] == [standing(v, scene([v])).kind for v in (one, replace(one, governed=frozenset({"orskan"})))]


def test_a_states_press_that_others_cite_is_the_state() -> None:
    """A ministry and the agency that prints it are one (rule 1)."""
    one = voice("Karlia News Agency", "Karlia News Agency", key="body:karlia news agency@")
    assert "new-karlia" == standing(one, scene([one])).root


@pytest.mark.parametrize(
    ("source", "root"),
    [
        ("the Amber Union's commissioner, Ivo Varn,", "name:amber union"),
        ("Ivo Varn of the Amber Union", "name:amber union"),
        ("Ivo Varn, once a driver of the Amber Union", "name:ivo varn"),
        ("Ivo Varn, who saw the Amber Union", "name:ivo varn"),
    ],
)
def test_a_person_who_is_introduced_as_a_bodys_is_that_body(source: str, root: str) -> None:
    """Not who left it, and not who only speaks of it (rule 1)."""
    one = voice(source, "Ivo Varn", kind="person", key="person:ivo varn@")
    found = make_scene([one], outlets=frozenset(), states=STATES, country=None, movements=frozenset({"amber union"}))
    assert root == standing(one, found).root


def test_the_minister_on_a_ministrys_page_is_of_its_state() -> None:
    """Though his own words leave it open."""
    one = replace(voice("The minister", "The minister"), document=replace(DOCUMENT, outlet="Karlia State Television"))
    assert "new-karlia" == standing(one, scene([one])).root


@pytest.mark.parametrize("source", ["PRESENTER", "Numerous photographs and video recordings", "the document"])
def test_what_is_nobody_is_said_by_its_outlet(source: str) -> None:
    """A picture, a paper of nobody named, who reads the news."""
    one = voice(source, None)
    assert ("own voice", "outlet:norrpress") == (standing(one, scene([one])).kind, standing(one, scene([one])).root)


@pytest.mark.parametrize(
    "outlet", ["Admiralty of Karlia", "Ministry of Defence, Karlia", "Court of Audit of Karlia", "Karlia State Gazette"]
)
def test_an_organ_that_prints_is_its_state(outlet: str) -> None:
    """By its name (rule 1)."""
    one = printed_by(outlet)
    assert "new-karlia" == standing(one, scene([one])).root


def _of_front(source: str, name: str, *, role: str | None = None, number: int = 0) -> Voice:
    """A person whom a text tells to be of the Dawn Front, which the register holds."""
    owners: tuple[tuple[str, str, ActorKind], ...] = (("dawn-front", "Dawn Front", "group"),)
    party = Party(
        key=f"person:{named(name)}@dawn-front", name=name, kind="person", role=role, country=None, owners=owners, state=None, surname=None
    )
    return made_voice(party, source, number=number)


def test_who_speaks_for_a_group_of_the_register_is_that_group() -> None:
    """By whatever adjective his text calls it; who has left it is nobody's."""
    speaker = _of_front("Dawnist military spokesman Ivo Senn", "Ivo Senn")
    former = _of_front("Ivo Senn, a former commander", "Ivo Senn", role="a former commander")
    assert "dawn-front" == standing(speaker, scene([speaker])).root != standing(former, scene([former])).root


def test_whose_somebody_is_may_be_told_by_another_text() -> None:
    """One has "Dawn Front spokesman Ivo Senn", the other "Ivo Senn" alone."""
    told, bare = _of_front("Dawn Front spokesman Ivo Senn", "Ivo Senn"), voice("Ivo Senn", "Ivo Senn", number=1, key="person:ivo senn@")
    bare = replace(bare, speaker=replace(bare.speaker, kind="person"))  # type: ignore[type-var]
    assert {"dawn-front"} == {standing(one, scene([told, bare])).root for one in (told, bare)}


def test_two_states_at_once_are_no_third() -> None:
    """ "Karlia and Vinland blamed each other": each is counted where it speaks."""
    both = voice("Karlia and Vinland", "Karlia and Vinland", key="body:karlia and vinland@")
    states = {"new-karlia": "Karlia", "new-vinland": "Vinland"}
    assert "open" == standing(both, make_scene([both], outlets=frozenset(), states=states, country=None)).kind


def test_those_who_blame_each_other_are_counted_where_each_speaks() -> None:
    """Whatever their capitals stand for."""
    both = replace(
        voice("Karlstad and Vinmouth", "Karlstad and Vinmouth", key="body:karlstad and vinmouth@"), told="each other for the fire"
    )
    assert "open" == standing(both, scene([both])).kind


def test_a_diplomat_is_not_of_the_state_where_it_happens() -> None:
    """But somebody without a name, whose state stays open."""
    one = voice("two diplomats", "two diplomats", kind="group")
    assert "unnamed" == standing(one, make_scene([one], outlets=frozenset(), states={"mli": "Mali"}, country="mli")).kind


def test_border_guards_are_a_states() -> None:
    """Their service is no army by a name of its own."""
    one = voice("the State Border Service", "State Border Service", key="body:state border service@")
    assert standing(one, scene([one])).is_adrift


def test_a_hospital_bears_its_name() -> None:
    """Where its words tell it and whom it speaks of it has seen."""
    found = voice("The director of al-Amal hospital", None)
    assert "al-Amal hospital" == standing(found, scene([found])).name


def test_nobody_at_a_place_is_no_body() -> None:
    """ "Nobody at the Net Loft had heard shots" is said by no Net Loft."""
    one = voice("Nobody at the Net Loft", "Net Loft", key="body:net loft@")
    assert "open" == standing(one, scene([one])).kind


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("Residents of Lorn", "Residents of Lorn", "unnamed"),
        ("Workers' Front", "Workers' Front", "body"),
        ("Two soldiers at the gate", "Two soldiers", "unnamed official"),
        ("The general who watched us", "The general", "unnamed official"),
        ("A foreign military attaché", "attaché", "unnamed"),
        ("Anonymous men of the secret service", "Anonymous men", "unnamed official"),
    ],
)
def test_people_told_by_what_they_are_have_no_name(source: str, name: str, kind: str) -> None:
    """Neither those who live somewhere nor those who serve; a diplomat is of any state (rule 4)."""
    one = voice(source, name, kind="group", key=f"body:{name.lower()}@" if name[0].isupper() and kind in ("body", "unnamed") else None)
    assert kind == standing(one, scene([one])).kind


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("contracts seen by Norrpress", "own voice"),
        ("e-mails reviewed by this newspaper", "own voice"),
        ("contracts seen by the Harbour Tribune", "outlet"),
    ],
)
def test_what_an_outlet_has_seen_is_its_own(source: str, kind: str) -> None:
    """What another has seen is that other's."""
    one = voice(source, None)
    found = make_scene([one], outlets=frozenset({"harbour tribune"}), states=STATES, country=None)
    assert kind == standing(one, found).kind


def test_who_was_installed_is_of_whoever_installed_him() -> None:
    """Where these reports know that state; else it stays open."""
    sources = ("the Karlian-installed governor of Lorn", "the Varlandic-installed governor of Lorn")
    found = [standing(one, scene([one])).state for one in (voice(source, "The governor", kind="person") for source in sources)]
    assert ["new-karlia", "state:here"] == found


def test_a_mayor_is_of_the_state_where_it_happens_if_its_press_prints_at_home() -> None:
    """Also where no text names that state."""
    mayor = voice("Mayor Ada Holm", "Ada Holm", kind="person", key="person:ada holm@")
    other = replace(voice("the rescue service", "rescue service", number=1), home=Home(key="ukr", name=None))
    alone = make_scene([mayor], outlets=frozenset(), states={}, country="ukr")
    together = make_scene([mayor, other], outlets=frozenset(), states={}, country="ukr")
    assert ["state:here", "ukr"] == [standing(mayor, found).state for found in (alone, together)]


@pytest.mark.parametrize(("source", "kind"), [("her owners", "open"), ("he", "unnamed"), ("her brother", "unnamed")])
def test_who_is_told_by_whom_he_is_of_is_named_before(source: str, kind: str) -> None:
    """A pronoun may stand for somebody without a name; kin is told nowhere else."""
    one = voice(source, source.rpartition(" ")[2] if " " in source else "a miller")
    assert kind == standing(one, scene([one])).kind


def test_a_patrol_on_the_page_of_a_mission_is_the_mission() -> None:
    """It is no other source without a name."""
    one = replace(voice("the patrol", "a patrol"), prints_as="body", document=replace(DOCUMENT, outlet="Observer Mission"))
    found = standing(one, scene([one]))
    assert ("body", "name:observer mission") == (found.kind, found.root)


def test_an_agency_that_others_quote_by_its_short_name_is_no_body() -> None:
    """Although somebody reads its short name as one."""
    own = replace(voice("", None), document=replace(DOCUMENT, outlet="Halyard News Agency"))
    own = replace(own, statement=replace(own.statement, form="own voice"))
    quoted = replace(voice("a doctor", "a doctor", number=1), relays=((None, "Halyard"),))
    known = make_scene([own, quoted], outlets=frozenset(), states=STATES, country=None, movements=frozenset(["halyard"]))
    assert "own voice" == standing(own, known).kind


def test_the_rebels_of_a_body_are_that_body() -> None:
    """Where reports know a body of the name."""
    one = voice("The rebels of the Southern Covenant", "The rebels", kind="group")
    known = make_scene([one], outlets=frozenset(), states=STATES, country=None, movements=frozenset(["southern covenant"]))
    assert "name:southern covenant" == standing(one, known).root
    assert "name:southern covenant" != standing(one, scene([one])).root


@pytest.mark.parametrize("source", ["U.N. investigators", "Union of Nations monitors"])
def test_those_who_work_for_a_body_that_speaks_are_that_body(source: str) -> None:
    """Told by its name or by the first letters of it."""
    body = voice("the Union of Nations", "Union of Nations", key="body:union of nations@")
    one = voice(source, source, number=1, kind="group")
    assert "name:union of nations" == standing(one, scene([body, one])).root


def test_the_railways_of_a_state_are_the_state() -> None:
    """Where reports tell of the state."""
    one = voice("Karlian Railways", "Karlian Railways", key="body:karlian railways@")
    assert "new-karlia" == standing(one, scene([one])).root


def test_a_body_of_the_register_that_prints_is_that_body() -> None:
    """And not a paper beside it."""
    one = voice("", "Vexel", key="vexel")
    own = replace(one, document=replace(DOCUMENT, outlet="Vexel"), statement=replace(one.statement, form="own voice"))
    assert ("body", "vexel") == ((found := standing(own, scene([own]))).kind, found.root)


def test_a_people_is_whoever_speaks_for_its_state() -> None:
    """ "Karlians put it at nine" adds nothing to Karlia (rule 4)."""
    one = voice("Karlians", "Karlians", kind="people")
    assert ("unnamed official", "new-karlia") == ((found := standing(one, scene([one]))).kind, found.root)


def test_one_of_several_officials_without_a_name_has_none_either() -> None:
    """ "One of them said": of the state of which they are."""
    party = Party(
        key=None, name="one", kind="person", role=None, country=None,
        owners=(("new-karlia", "Karlia", "state"),), state="new-karlia", surname=None,
    )  # fmt: skip
    one = made_voice(party, "one of them", number=0)
    assert ("unnamed official", "new-karlia") == ((found := standing(one, scene([one]))).kind, found.root)


@pytest.mark.parametrize(
    ("outlet", "root"),
    [("Radio of the Republic of Ostra", "name:ostra"), ("Ostra Emirate News Agency", "name:ostra"), ("Radio Lorn", "outlet:radio lorn")],
)
def test_the_press_of_a_state_is_known_by_any_organ_of_its_name(outlet: str, root: str) -> None:
    """Whatever form of state its name tells; of a town that owns no organ it is a paper."""
    army = voice("Ostra's army", "Ostra's army", number=1)
    one = printed_by(outlet)
    assert root == standing(one, scene([one, army])).root


def test_an_army_with_the_adjective_of_a_state_is_its_own() -> None:
    """A word besides ("Free") makes it another's."""
    royal = voice("the Royal Karlian Army", "Royal Karlian Army", key="body:royal karlian army@")
    free = voice("the Free Karlian Army", "Free Karlian Army", key="body:free karlian army@", number=1)
    assert ["new-karlia", "name:free karlian army"] == [standing(one, scene([royal, free])).root for one in (royal, free)]


def test_the_police_of_a_town_are_of_no_state_of_its_name() -> None:
    """Of which they are stays open where nothing tells it."""
    one = replace(voice("the police chief of Lorn", "the police chief"), towns=frozenset({"lorn"}))
    assert HERE == standing(one, scene([one])).state


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("the Karlian agency Halyard", "outlet"),
        ("the state news agency Halyard", "outlet"),
        ("the aid agency Halyard", "body"),
    ],
)
def test_who_is_called_an_agency_prints(source: str, kind: str) -> None:
    """An agency for something else acts."""
    one = voice(source, "Halyard", key="body:halyard@")
    assert kind == standing(one, scene([one])).kind


@pytest.mark.parametrize(
    ("source", "root"),
    [
        ("a volunteer of Lantern", "name:lantern"),
        ("the leader of the convoy, from Lantern", "name:lantern"),
        ("Lantern's coordinator", "name:lantern"),
        ("a former volunteer of Lantern", "unnamed:a former volunteer of lantern"),
        ("a driver who fled from Lantern", "unnamed:a driver who fled from lantern"),
    ],
)
def test_who_speaks_for_a_body_that_his_words_name_is_that_body(source: str, root: str) -> None:
    """Not who left it, nor who lives by it."""
    lantern = Party(key="body:lantern@", name="Lantern", kind="body", role=None, country=None, owners=(), state=None, surname=None)
    one = replace(voice(source, source, kind="person"), behind=lantern)
    assert root == standing(one, scene([one])).root


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Patient A", "unnamed"), ("Witness 3", "unnamed"), ("Driver K.", "unnamed"), ("Ivo K.", "body"), ("Osman X", "body")],
)
def test_a_letter_is_no_name(name: str, kind: str) -> None:
    """Whom a text calls "Patient A" it does not name."""
    one = voice(name, name, kind="person", key=f"person:{name.lower()}@")
    assert kind == standing(one, scene([one])).kind


@pytest.mark.parametrize(
    ("outlet", "root"),
    [
        ("The Way, voice of the Revolution", "name:revolution"),
        ("The Way, organ of the Resistance", "name:resistance"),
        ("Light of the Republic", HERE),
        ("Republic News Service", HERE),
        ("Voice of the Valley", "outlet:voice of valley"),
    ],
)
def test_a_paper_of_a_cause_or_of_the_republic_is_no_paper_of_its_own(outlet: str, root: str) -> None:
    """Of a state whose press says so the text may leave open which it is."""
    own = made_voice(None, "")
    own = replace(own, statement=replace(own.statement, form="own voice"), document=replace(DOCUMENT, outlet=outlet))
    assert root == standing(own, scene([own])).root


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("they", "two Karlian officials", "unnamed official"),
        ("it", "the Karlian army", "body"),
        ("one of them", "the Karlian army", "unnamed official"),
        ("Karlia's chief negotiator", "Karlia's chief negotiator", "body"),
        ("a Karlian negotiator", "a Karlian negotiator", "unnamed official"),
        ("two Karlian delegates", "two Karlian delegates", "unnamed official"),
        ("the Karlian delegation", "the Karlian delegation", "body"),
        ("a Karlian air marshal", "a Karlian air marshal", "unnamed official"),
    ],
)
def test_who_speaks_for_a_state_without_a_name_is_of_it(source: str, name: str, kind: str) -> None:
    """A pronoun names nobody that the words before it did not name; one man alone holds an office."""
    one = replace(voice(source, name, kind="group"), affiliation=affiliation_of(name))
    assert (kind, "new-karlia") == (standing(one, scene([one])).kind, standing(one, scene([one])).root)


def test_a_delegate_of_a_company_is_of_no_state() -> None:
    """ "The Hale Shipping delegation" speaks as others of the company do."""
    one = voice("the Hale Shipping delegation", "the Hale Shipping delegation")
    assert "body" != standing(one, scene([one])).kind


def test_a_mayor_is_of_no_union_that_a_text_has_named_before() -> None:
    """ "Its mayor" is of a town, whatever body was named last."""
    owners: tuple[tuple[str, str, ActorKind], ...] = (("union-of-nations", "Union of Nations", "body"),)
    party = Party(key=None, name="mayor", kind="person", role=None, country=None, owners=owners, state=None, surname=None)
    mayor = made_voice(party, "its mayor")
    assert "service:local" == standing(mayor, scene([mayor])).root


def test_an_army_of_no_state_that_is_known_stays_open() -> None:
    """ "The Lorn army" where Lorn is a town is of a state that its text leaves open."""
    one = replace(voice("the Lorn army", "the Lorn army"), towns=frozenset(["lorn"]))
    assert (HERE, True) == (standing(one, scene([one])).root, standing(one, scene([one])).is_adrift)


@pytest.mark.parametrize("owner", ["houthi", "houthis"])
def test_who_speaks_for_a_movement_of_the_register_is_that_movement(owner: str) -> None:
    """Whether its text calls it by one of them or by all."""
    one = voice(f"A {owner.title()} military spokesman", None)
    houthis = Known(key="houthis", name="Houthis", kind="group")
    told = make_scene([one], outlets=frozenset(), states=STATES, country=None, known={"houthi": houthis, "houthis": houthis})
    assert ("houthis", "Houthis") == (standing(one, told).root, standing(one, told).name)


def test_a_noun_that_begins_a_sentence_is_no_name() -> None:
    """ "Monitors said so" names nobody; "Border Watch" is a name."""
    plain, body = voice("Monitors", "Monitors", key="body:monitors@"), voice("Border Watch", "Border Watch", key="body:border watch@")
    assert ["unnamed", "body"] == [standing(one, scene([one])).kind for one in (plain, body)]


def test_a_states_own_press_speaks_for_it_through_whom_it_does_not_name() -> None:
    """ "A military source" is the state's word in its own press, and an official without a name in any other (rule 1)."""
    own, other = (voice("a Karlian military source", "a Karlian military source", number=number) for number in range(2))
    own = replace(own, document=replace(DOCUMENT, outlet="Karlian State Television"))
    shy = replace(own, source="a Karlian military source, who asked not to be named")
    assert ["body", "unnamed official", "unnamed official"] == [standing(one, scene([one])).kind for one in (own, other, shy)]


def test_staff_of_a_body_that_governs_nobody_are_that_body() -> None:
    """With a name or without; officials of a movement are officials."""
    league, front = (voice(f"{name} officials", f"{name} officials", number=number) for number, name in enumerate(("League", "Front")))
    known = {name: Known(key=name, name=name.title(), kind=kind) for name, kind in (("league", "body"), ("front", "group"))}  # type: ignore[arg-type]
    told = make_scene([league, front], outlets=frozenset(), states=STATES, country=None, known=known)
    assert [("body", "league"), ("unnamed official", "front")] == [
        (standing(one, told).kind, standing(one, told).root) for one in (league, front)
    ]


def test_a_diplomat_is_of_none_whom_the_text_has_named() -> None:
    """Whomever it named last."""
    one = replace(voice("two diplomats", "two diplomats", kind="group"), affiliation=affiliation_of("Karlian officials"))
    assert "unnamed" == standing(one, scene([one])).kind


@pytest.mark.parametrize(("source", "kind"), [("Karlian soldiers", "unnamed official"), ("the Karlian army", "body")])
def test_soldiers_are_not_their_army(source: str, kind: str) -> None:
    """Also where reading takes one for the other."""
    owners: tuple[tuple[str, str, ActorKind], ...] = (("new-karlia", "Karlia", "state"),)
    army = Party(
        key="new-karlia.military",
        name="Army of Karlia",
        kind="force",
        role=None,
        country=None,
        owners=owners,
        state="new-karlia",
        surname=None,
    )
    one = made_voice(army, source)
    assert kind == standing(one, scene([one])).kind


def test_what_a_nurse_says_in_her_own_words_needs_no_marks() -> None:
    """ "She says: We carried nine out" tells what she did."""
    told = [replace(voice("a nurse", "a nurse"), told=words) for words in ("We carried nine out", "they carried nine out")]
    assert [True, False] == [has_own_basis(one) for one in told]


@pytest.mark.parametrize(
    ("source", "is_paper"),
    [("the Halyard Morning newspaper", True), ("the Halyard aid agency", False), ("the harbour newspaper", False)],
)
def test_a_paper_may_have_its_kind_behind_its_name(source: str, is_paper: bool) -> None:
    """It only prints; an agency may be of any kind."""
    one = voice(source, source.removeprefix("the "))
    assert is_paper == (standing(one, scene([one])).kind == "outlet")


def test_capitals_of_two_states_are_no_body() -> None:
    """ "Karlstad and Vinmouth said so" is said by two states, each of which is counted where it speaks."""
    both = voice("Karlstad and Vinmouth", "Karlstad and Vinmouth", key="body:karlstad and vinmouth@")
    both = replace(both, lands={"karlstad": "new-karlia", "vinmouth": "new-vinland"})
    states = {"new-karlia": "Karlia", "new-vinland": "Vinland"}
    assert "open" == standing(both, make_scene([both], outlets=frozenset(), states=states, country=None)).kind


def test_the_governor_of_a_town_is_of_no_body_of_its_name() -> None:
    """Also where a text has taken the town for one."""
    one = voice("The governor of Ostrel", "Dana Riv", kind="person", key="person:dana riv@")
    told = make_scene([one], outlets=frozenset(), states=STATES, country=None, movements=frozenset({"ostrel"}))
    assert HERE == standing(one, told).state


def test_a_body_is_shown_as_readers_know_it() -> None:
    """Initials stay capitals."""
    one = voice("FDLR officials", "FDLR officials")
    assert "FDLR" == standing(one, scene([one])).name


def test_why_a_text_gives_no_name_is_no_part_of_what_somebody_is_called() -> None:
    """A reader of the list of denials sees who it was."""
    voice = made_voice(None, "a Western official, who spoke on condition of anonymity,", number=1)
    assert "a Western official" == standing(voice, make_scene([voice], outlets=frozenset(), states=STATES, country=None)).name


@pytest.mark.parametrize(
    ("source", "root"),
    [("Merova's chief negotiator", "name:merova"), ("the Merovan delegation", None), ("the Karlstad delegation", "new-karlia")],
)
def test_whoever_negotiates_does_so_for_a_side(source: str, root: str | None) -> None:
    """Also for one of whom no text tells more; a delegation without a state may be anybody's."""
    one = replace(voice(source, source), seat="new-karlia" if "Karlstad" in source else None)
    found = standing(one, scene([one]))
    assert root == (found.root if found.kind == "body" else None)


def test_a_spokesman_for_a_company_with_a_name_is_the_company() -> None:
    """Whatever kind of company his words tell; another spokesman stays open."""
    company = Party(key="body:ostline@", name="Ostline", kind="body", role=None, country=None, owners=(), state=None, surname=None)
    named_one = replace(voice("a spokesman for the shipping company Ostline", "a spokesman", kind="person"), behind=company)
    open_one = voice("a spokesman for the shipping company", "a spokesman", kind="person", number=1)
    assert ["name:ostline", "unnamed:a spokesman"] == [standing(one, scene([one])).root for one in (named_one, open_one)]


@pytest.mark.parametrize(
    ("source", "prints_as", "root"),
    [
        ("spokesperson Ivo Varn in Lorn", "body", "name:observer mission"),
        ("Ivo Varn, the organisation's director of research,", "body", "name:observer mission"),
        ("spokesperson Ivo Varn in Lorn", "paper", "name:ivo varn"),
        ("Ivo Varn, spokesman of the Karlian ministry,", "body", "new-karlia"),
        ("Ivo Varn, a spokesman for the drivers", "body", "name:ivo varn"),
        ("Ivo Varn, a driver,", "body", "name:ivo varn"),
    ],
)
def test_a_spokesman_of_nobody_on_the_page_of_a_body_speaks_for_it(source: str, prints_as: PrintsAs, root: str) -> None:
    """Not on a paper's, nor where his words tell whose he is, or that he speaks for nobody."""
    outlet = "Observer Mission" if prints_as == "body" else "Harbour Tribune"
    one = voice(source, "Ivo Varn", kind="person", key="person:ivo varn@")
    one = replace(one, prints_as=prints_as, document=replace(DOCUMENT, outlet=outlet))
    assert root == standing(one, scene([one])).root


def test_a_person_is_of_the_body_that_reading_takes_him_to_be_of() -> None:
    """As these reports name it; who left it is of none."""
    trust: tuple[tuple[str, str, ActorKind], ...] = (("body:lantern trust@", "Lantern Trust", "body"),)
    party = Party(
        key="person:ivo varn@",
        name="Ivo Varn",
        kind="person",
        role="organisation's coordinator",
        country=None,
        owners=trust,
        state=None,
        surname="varn",
    )
    of_trust = made_voice(party, "Ivo Varn, the organisation's coordinator,")
    left = made_voice(replace(party, role="former coordinator"), "Ivo Varn, the former coordinator,")
    named_trust = replace(voice("the Lantern Trust", "Lantern Trust", key="body:lantern trust@"), number=1)
    movements = frozenset(["lantern trust"])
    made = [
        (v, make_scene([v, named_trust], outlets=frozenset(), states=STATES, country=None, movements=movements)) for v in (of_trust, left)
    ]
    found = [standing(one, known) for one, known in made]
    assert [("name:lantern trust", "Lantern Trust"), ("name:ivo varn", "Ivo Varn")] == [(one.root, one.name) for one in found]
