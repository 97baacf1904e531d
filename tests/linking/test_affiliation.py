"""For whom sources speak that the register does not know."""

import pytest

from saidwho.linking.affiliation import Affiliation, affiliation_of, is_adjective_of, owned_in, settle


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("the foreign ministry of Velmora", "velmora"),
        ("Velmora's defence ministry", "velmora"),
        ("the Ministry of Defence of the Republic of Velmora", "velmora"),
        ("Provincial home minister Ivo Brandek", None),
        ("The Velmoran military", "velmoran"),
        ("Colonel Ivo Brandek of the Kastrian general staff", "kastrian"),
        ("Two Arland officials who asked not to be named", "arland"),
        ("ministry spokesman Ivo Brandek", None),
        ("Foreign Minister Helena Osk", None),
        ("the Velmoran Ministry of Fisheries", "velmoran"),
        ("Ministry of Culture of Velmora", "velmora"),
        ("Ministry of Internal Security", None),
        ("Ministry of the Interior of Velmora", "velmora"),
        ("the Minister of Supply", None),
        ("the minister for roads, Helena Osk, of Velmora's government", "velmora"),
        ("the coastguard of the Sultanate of Velmora", "velmora"),
        ("the President of the Republic", None),
        ("Spokesman's Unit of the Army of Velmora", "velmora"),
        ("the army took the pass of Arne", None),
        ("a doctor at the clinic", None),
        ("the Department of Migrant Workers", None),
        ("the Department of Health of Velmora", "velmora"),
        ("Directorate of the Velmora plant", None),
        ("the governor of the Velmora Littoral region", None),
        ("Velmora Shipping Company press service", "velmora shipping company"),
        ("United Isles refugee officials", "united isles"),
        ("Ministry of Defence, National Unity Government", "national unity"),
        ("Velmora's chief negotiator", "velmora"),
        ("His Velmoran counterpart", "velmoran"),
        ("the negotiators", None),
        ("the Press Centre of the Velmoran forces", "velmoran"),
        ("the Velmoran ruling council", "velmoran"),
        ("Residents of the town council", None),
        ("Velmoran President Ivo Brandek", "velmoran"),
        ("Vice President Ivo Brandek", None),
        ("Another officer", None),
        ("Lorn's Velmoran embassy", "velmoran"),
    ],
)
def test_an_organ_tells_whose_it_is(words: str, owner: str | None) -> None:
    """By possession, by "of", or by an adjective; a person's name owns nothing."""
    assert owner == affiliation_of(words).owner


def test_a_spokesman_speaks_for_the_ministry_named_before() -> None:
    """What one sentence leaves open, the one before told; what stands after it counts less."""
    text = "The gates are wired, the foreign ministry of Velmora said. “All of them,” ministry spokesman Ivo Brandek added.\n"
    text += "Kastria's defence ministry said no."
    told = settle(affiliation_of("ministry spokesman Ivo Brandek"), text.index("ministry spokesman"), owned_in(text))
    assert "velmora" == told.owner


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("The spokesman", "arland"),
        ("A spokesman for the company", None),
        ("a spokeswoman for her followers", None),
        ("the joint command of the two armies", None),
        ("a spokesman for the army", "arland"),
    ],
)
def test_whoever_speaks_for_another_is_not_of_whom_the_text_named_last(words: str, owner: str | None) -> None:
    """Words that tell for whom he speaks, and give no name, are for somebody whom the text leaves open."""
    text = f"On Sunday Arland's army closed the road. {words} said so."
    assert owner == settle(affiliation_of(words), text.index(words), owned_in(text)).owner


def test_forces_are_nobodys_army_where_a_text_only_tells_of_them() -> None:
    """ "Arland forces" are an army as they speak; a text that tells of them may mean "the army" of another."""
    assert ("army", ()) == (affiliation_of("the Arland forces").organ, owned_in("Arland forces closed the road."))


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Witnesses told soldiers of the fire.", []),
        ("The Brigade and the government signed a pact.", []),
        ("That forty died with the Good Hope the ministry does not contest.", []),
        ("Arland officials spoke of Arland's army.", ["arland"]),
        ("Patrol boats of the army lay off Arland.", []),
    ],
)
def test_only_a_name_before_its_own_organ_owns_it(text: str, owners: list[str]) -> None:
    """The first word of a sentence is a name where the text writes it with a capital elsewhere; another phrase owns nothing."""
    assert owners == [one.owner for one in owned_in(text)]


def test_findings_are_of_whoever_found_them() -> None:
    """ "findings of Velmora" stand for Velmora."""
    assert "velmora" == affiliation_of("findings of Velmora").owner


@pytest.mark.parametrize(
    ("adjective", "name", "expected"),
    [("velmoran", "velmora", True), ("iranian", "iran", True), ("karlian", "karlia", True), ("malian", "velmora", False)],
)
def test_adjectives_are_of_names(adjective: str, name: str, expected: bool) -> None:
    """By what they begin with."""
    assert expected == is_adjective_of(adjective, name)


@pytest.mark.parametrize(
    ("words", "owner", "organ"),
    [
        ("Secretary of State for Defence Alan Marn", None, "ministry"),
        ("Communication minister Ada Vale", None, "ministry"),
        ("the Directorate of Civil Aviation", None, "government"),
        ("Lt. Gen. Ivo Brandek", None, "army"),
        ("Commissar Brandek", None, "army"),
        ("the judiciary", None, "government"),
        ("Velmora's state television", "velmora", "government"),
        ("defence sources", None, "government"),
        ("military bloggers", None, None),
        ("the Velmoran-installed governor of Lorn", "velmoran", None),
        ("the commandant", None, "army"),
        ("Velmora's ombudswoman", "velmora", "government"),
        ("the Investigative Committee of Velmora", "velmora", "government"),
        ("the Honourable Minister", None, "ministry"),
        ("an official of the State Security Service", None, "government"),
        ("the human rights defender of Velmora", "velmora", "government"),
        ("the head of the state forensic service, Ivo Brandek,", None, "government"),
        ("a court spokesman in Lorn", None, "government"),
        ("the courtier", None, None),
        ("Velmora's Counter-Terrorism Service", "velmora", "government"),
        ("Velmora's Lantern Service Trust", None, None),
        ("Velmora's Emergency Lawyers", None, None),
    ],
)
def test_offices_and_ranks_tell_an_organ(words: str, owner: str | None, organ: str | None) -> None:
    """What an office is for is nobody's name; who writes about an army is none of it."""
    told = affiliation_of(words)
    assert (owner, organ) == (told.owner, told.organ)


@pytest.mark.parametrize(
    ("words", "organ", "service"),
    [
        ("Kastria, the ally of Velmora's government", None, None),
        ("a doctor who had backed the government's version", None, "medical"),
        ("Ivo Brandek, who commands the army", "army", None),
        ("the charity Physicians in Need", None, None),
        ("Surgeons for Everyone", None, None),
        ("Doctors at Sea", None, None),
        ("doctors at the clinic", None, "medical"),
        ("The military government", "government", None),
        ("the Lorn military administration", "army", "local"),
        ("the headman of Lower Lorn village, Ivo Brandek,", None, "local"),
        ("the doctors of the clinic", None, "medical"),
        ("the Velmoran-appointed head of the Lorn district", None, "local"),
        ("the director of the port", None, "local"),
        ("the wife of the harbour master", None, None),
    ],
)
def test_what_is_told_aside_gives_no_office(words: str, organ: str | None, service: str | None) -> None:
    """An ally is of no government, and a charity by the name of physicians is no hospital."""
    told = affiliation_of(words)
    assert (organ, service) == (told.organ, told.service)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Units of the army moved from Lorn to the river.", []),
        ("Soldiers from Velmora held the bridge.", ["velmora"]),
        ("Three medics of the Lamp are missing since soldiers opened fire.", []),
        ("Ivo Brandek's account supports what the army says.", []),
        ("The Committee of the Hills says that he fell to the government.", []),
    ],
)
def test_whose_an_organ_is_stands_with_it(text: str, owners: list[str]) -> None:
    """Not with another organ or a verb of the same clause."""
    assert owners == [one.owner for one in owned_in(text)]


@pytest.mark.parametrize("source", ["Rebel spokesman Ivo Brandek", "Police spokesman Ivo Brandek"])
def test_a_spokesman_of_rebels_or_police_is_of_no_ministry_named_before(source: str) -> None:
    """He speaks for somebody else, whom his words leave open."""
    text = f"The bus burned, the interior ministry of Velmora said. {source} said that he had heard so."
    assert settle(affiliation_of(source), text.index(source), owned_in(text)).owner is None


@pytest.mark.parametrize(
    ("words", "owner", "organ", "service"),
    [
        ("Air Force spokesman Ivo Brandek", None, "army", None),
        ("The mayor's wife, Ada Brandek,", None, None, None),
        ("An ambulance driver", None, None, "rescue"),
    ],
)
def test_a_force_owns_nothing_and_kin_holds_no_office(words: str, owner: str | None, organ: str | None, service: str | None) -> None:
    """Nor is who drives an ambulance of a hospital."""
    told = affiliation_of(words)
    assert (owner, organ, service) == (told.owner, told.organ, told.service)


def test_who_brings_two_together_is_neither() -> None:
    """A spokesman of nobody is not of a mediator that was named last."""
    text = "The Velmoran government freed nine men. It was brokered by the government of Karlia, a government spokesman said."
    assert "velmoran" == settle(affiliation_of("a government spokesman"), text.index("a government"), owned_in(text)).owner


@pytest.mark.parametrize("words", ["a director at intelligence firm Slate Risk", "a biography of President Hale by Ada Vale"])
def test_firms_and_books_hold_no_office(words: str) -> None:
    assert Affiliation() == settle(affiliation_of(words), 60, owned_in("The Velmoran government said that it had freed nine men."))


@pytest.mark.parametrize("words", ["a Western official", "two European diplomats", "Western intelligence officials"])
def test_officials_from_abroad_are_of_no_state_that_is_told_of(words: str) -> None:
    """Nor of the one whose soldiers the text names right before."""
    owned = owned_in("Some Ukrainian soldiers had been captured.")
    assert Affiliation() == settle(affiliation_of(words), 60, owned)


@pytest.mark.parametrize("words", ["a former U.S. Army explosives technician", "a retired British officer"])
def test_who_held_an_office_speaks_for_himself(words: str) -> None:
    """And not for an army that the text names before."""
    assert Affiliation() == settle(affiliation_of(words), 60, owned_in("The Israeli army said it had hit a command post."))


@pytest.mark.parametrize("words", ["the foreign ministry", "a European Union official", "Western Command of the army"])
def test_bodies_with_such_words_in_their_names_keep_their_kind(words: str) -> None:
    """A ministry is one of a state."""
    assert affiliation_of(words).organ is not None


@pytest.mark.parametrize(
    ("words", "organ"),
    [
        ("The Department of Migrant Workers", "ministry"),
        ("Secretary Ivo Brandek", "ministry"),
        ("Health Secretary Ivo Brandek", "ministry"),
        ("the national security adviser, Ivo Brandek", "government"),
        ("the state-owned grid company", "government"),
        ("Velmora's state oil firm", "government"),
        ("the head of public security", "government"),
        ("the history department", None),
        ("the Government Medical College hospital", None),
        ("the union's secretary, Ivo Brandek", None),
    ],
)
def test_departments_secretaries_and_what_a_state_owns_are_its_organs(words: str, organ: str | None) -> None:
    """By whatever word a state calls its ministries; a union's secretary is none."""
    assert organ == affiliation_of(words).organ


def test_a_medical_director_is_of_a_hospital() -> None:
    """And one of a bank of none."""
    assert ("medical", None) == (affiliation_of("the medical director, Ivo Brandek").service, affiliation_of("the director").service)


def test_a_gang_is_no_state() -> None:
    """Its leader may call himself a general."""
    assert affiliation_of("Gang leader Ivo Brandek, known as General Ivo").is_of_fighters


def test_a_word_for_a_state_that_begins_a_sentence_owns_an_organ() -> None:
    """A prime minister is of the state whose officials open the text, not of the one named behind him."""
    text = (
        "Karlian officials told of an attack. Prime Minister Ada Vale told of five dead. A Vinish colonel told of a march, his army silent."
    )
    owned = owned_in(text, ["karlian"])
    assert "karlian" == settle(affiliation_of("Prime Minister Ada Vale"), text.index("Prime"), owned).owner


def test_the_chief_of_a_district_is_a_local_authority() -> None:
    """As its head is."""
    assert "local" == affiliation_of("Lorn district chief Ivo Vale").service


@pytest.mark.parametrize(
    "words", ["Senate President Hale", "Security Council President", "Incoming President Hale", "Communist Party President"]
)
def test_a_president_of_a_house_or_a_party_is_of_no_state_called_so(words: str) -> None:
    """He would stand beside his state as a body of its own."""
    assert affiliation_of(words).owner is None
