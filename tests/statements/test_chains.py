"""A chain leads from the outlet through everyone who passed words on to the one whose words they are."""

import pytest

from saidwho.statements.chains import Link
from saidwho.statements.statements import make_statements
from tests.statements.read import chains, links, settled

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([["The governor"]], "The governor said that the bridge was gone."),
        ([["The governor"]], "The governor told reporters that the bridge was gone."),
        ([["The minister"]], "The minister told parliament that the port was closed."),
        ([["Reuters", "The governor"]], "The governor told Reuters that the bridge was gone."),
        ([["BBC", "Ada Vale"]], "“We have no power,” Mayor Ada Vale told the BBC."),
        ([["Norra Press Agency", "a medical source"]], "Two guards died, the Norra Press Agency said, citing a medical source."),
        (
            [["Norra News Agency", "the army"], ["Norra News Agency", "a medical source"]],
            "The dam broke, the army said, the Norra News Agency reported. Two guards died, the agency said, citing a medical source.",
        ),
        ([["CNN", "Ada Vale"]], "“We have no power,” Mayor Ada Vale said in an interview with CNN."),
        ([["CNN", "Ada Vale"]], "In an interview with CNN, Mayor Ada Vale said that the town had no power."),
        ([["BBC", "the mayor"]], "Speaking to the BBC, the mayor said the bridge was gone."),
        ([["Haaretz", "the minister"]], "In comments published by Haaretz, the minister said the talks had stalled."),
        ([["Fox News", "The senator"]], "The senator said on Fox News that the shells had run out."),
        ([["Norra TV", "The minister"]], "The minister told the Tarvian broadcaster Norra TV that the ship was unarmed."),
        ([["Norra TV", "The minister"]], "The minister told the state broadcaster, Norra TV, that the ship was unarmed."),
        ([["Norra Posten", "The minister"]], "The minister told Norra Posten, a Varnok newspaper, that the ship was unarmed."),
        ([["Radio Dorn", "the general"]], "In an interview with Radio Dorn, the general said two men were held."),
        ([["Voice of the Reeds", "the general"]], "In a speech carried by Voice of the Reeds, the general vowed to hold the dam."),
        ([["state television", "The minister"]], "The minister told state television that the depot had been hit."),
        ([["The Guardian", "The doctor"]], "The doctor told The Guardian that the ward was full."),
        ([["Al Jazeera", "A witness"]], "A witness told Al Jazeera that shells had hit the market."),
        ([["TASS", "The official"]], "The official told the state news agency TASS that the depot was safe."),
        ([["Interfax", "the mayor"]], "“Nobody was hurt,” the mayor told Interfax on Tuesday."),
        ([["Agence France-Presse", "A rebel commander"]], "A rebel commander told AFP that his men had left the town."),
        ([["Associated Press", "The surgeon"]], "The surgeon told The Associated Press that 17 people had died."),
        ([["Reuters", "Agence France-Presse", "A spokesman"]], "A spokesman told Reuters and AFP that the road was open."),
        (
            [["Ukrainska Pravda", "The governor"]],
            "The governor said in a Telegram post carried by Ukrainska Pravda that the bridge was gone.",
        ),
        (
            [["Kasta", "The governor"]],
            "The governor said in a statement carried by the news agency Kasta that the town was free.",
        ),
        ([["Varnok Herald", "Ivo Ranek"]], "“We will not leave,” Colonel Ivo Ranek told the Varnok Herald by telephone."),
        ([["Norra Posten", "Ivo Ranek"]], "Colonel Ivo Ranek told Norra Posten, a daily in the capital, that the shelling had stopped."),
        ([["Norrpress", "Ivo Ranek"]], "“They came at night,” Colonel Ivo Ranek told Norrpress."),
        ([["CBS News", "Ivo Ranek"]], "Colonel Ivo Ranek told CBS in an interview aired on Sunday that the aid was late."),
        (
            [["CNN", "A senior US official"]],
            "A senior US official, speaking to CNN on condition of anonymity, said the missiles had arrived.",
        ),
        ([["Al Jazeera", "The commander"]], "The commander said in a video broadcast by Al Jazeera that he held the soldier."),
        ([["Fox News", "the senator"]], "“We are winning,” the senator told Fox News' Karl Orlen."),
        ([["Associated Press", "police"]], "Three people were killed, police said, according to AP."),
        ([["The New York Times", "the general"]], "In an essay for The New York Times, the general said that the front had moved."),
    ],
)
def test_who_was_spoken_to_passes_it_on(expected: list[list[str]], text: str) -> None:
    """A recipient is a relay, unless it is no outlet."""
    assert expected == chains(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([["Interfax", "the minister"]], "Interfax quoted the minister as saying that the depot was hit."),
        ([["Interfax", "Ada Vale"]], "The port was hit on Monday, Interfax quoted the mayor, Ada Vale, as saying."),
        ([["TASS", "the governor"]], "The port was hit, TASS cited the governor as saying."),
        ([["Interfax", "the mayor"]], "Two houses had burned down, the mayor was quoted by Interfax as saying."),
        ([["Syrian Arab News Agency", "a military source"]], "SANA quoted a military source as denying that rebels had entered Hama."),
        ([["TASS", "the rebels"]], "TASS had reported, citing the rebels, that they had captured a battery."),
        ([["TASS", "Ministry of Defence of Russia"]], "Russian jets hit the depot, TASS reported, citing the defence ministry."),
        ([["TASS", "Ministry of Defence of Russia"]], "TASS reported, citing the defence ministry, that Russian jets had hit the depot."),
        ([["TASS", "Ministry of Defence of Russia"]], "Citing the defence ministry, TASS said Russian jets had hit the depot."),
        ([["Reuters", "two officials"]], "Two officers were killed in the raid, Reuters reported, citing two officials."),
        (
            [["Der Spiegel", "two officials"]],
            "According to Der Spiegel, which cites two officials in Berlin, the tanks will arrive in May.",
        ),
        ([["Interfax", "the regional governor"]], "According to Interfax, citing the regional governor, three people were hurt."),
        ([["Al Jazeera", "Gaza Health Ministry"]], "Al Jazeera, citing Gaza's health ministry, reported that 17 people had been killed."),
        ([["The New York Times", "unnamed officials"]], "The New York Times reported, citing unnamed officials, that the bridge was gone."),
        (
            [["The New York Times", "unnamed US officials"]],
            "The bridge was gone, the New York Times reported, citing unnamed US officials.",
        ),
        (
            [["The Wall Street Journal", "people"]],
            "The Wall Street Journal, citing people familiar with the matter, said talks had stalled.",
        ),
        ([["Syrian Arab News Agency", "a military source"]], "SANA, quoting a military source, said the shells fell on Aleppo."),
        ([["Axios", "an Israeli official"]], "The talks had stalled, Axios reported, citing an Israeli official."),
        ([["Ukrinform", "the governor"]], "According to the governor, cited by Ukrinform, the bridge was gone."),
        (
            [["RIA Novosti", "Ministry of Defence of Russia"]],
            "The bridge was gone, according to the Russian defence ministry, quoted by RIA Novosti.",
        ),
        ([["Reuters", "local residents"]], "Reuters reported, citing local residents, that shells had hit the school."),
        (
            [["Interfax", "the local administration"]],
            "The Interfax news agency cited the local administration as saying two people had died.",
        ),
        (
            [["Al Masirah", "The group's spokesman"]],
            "The group's spokesman was quoted by Al-Masirah TV as saying the ship had been warned.",
        ),
        ([["Local media", "hospital officials"]], "Local media reported that 12 people were killed, quoting hospital officials."),
        ([["Ukrainian media", "sources"]], "Ukrainian media, citing sources in the SBU, reported that drones had struck the ship."),
        ([["Sudan Tribune", "The army spokesman"]], "The army spokesman, quoted by the Sudan Tribune, said the base was secure."),
        ([["Kasta", "an unnamed officer"]], "Kasta, the state news agency, quoted an unnamed officer as saying that the town was calm."),
        ([["Kasta", "two officers"]], "Kasta reported, citing two officers, that the bridge had been blown up."),
        ([["BBC", "police"]], "The BBC reported that four men had been shot, citing police."),
        (
            [["The Wall Street Journal", "European officials"]],
            "The Wall Street Journal reported that Iran had sent short-range missiles to Russia, citing unnamed US and European officials.",
        ),
        (
            [["The New York Times", "two American officials"]],
            "According to The New York Times, which cited two American officials, the missiles had been fired from Belarus.",
        ),
        ([["WAFA", "local sources"]], "Israeli forces raided Jenin at dawn, WAFA quoted local sources as saying."),
        (
            [["State television", "the army"]],
            "State television carried a statement by the army saying that the outpost had been reinforced.",
        ),
        ([["Al-Manar", "the general"]], "“The front stays open,” the general said in a speech broadcast by Al-Manar."),
    ],
)
def test_who_is_cited_speaks(expected: list[list[str]], text: str) -> None:
    """An outlet that quotes or cites somebody relays it."""
    assert expected == chains(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["The ministry"], "The ministry said, citing witnesses, that 17 people had been killed."),
        (
            ["The Syrian Observatory for Human Rights"],
            "The Syrian Observatory for Human Rights said, citing activists, that the town had fallen.",
        ),
        (["Reuters"], "Reuters reported, citing satellite images, that the hangar had burned down."),
        (["Reuters"], "Reuters reported that the hangar had burned down."),
        (["BBC"], "The BBC reported, without citing a source, that the hangar had burned down."),
        (["The mayor"], "The mayor said that shells had hit the offices of Reuters."),
        (["The mayor"], "The mayor told Congress that the bridge was gone."),
        (["The mayor"], "The mayor told NATO that the bridge was gone."),
        (["The mayor"], "The mayor told President Ada Vale that the bridge was gone."),
        (["The mayor"], "The mayor said that he had not told Reuters that the bridge was gone."),
    ],
)
def test_who_rests_on_others_speaks_for_itself(expected: list[str], text: str) -> None:
    """A body that cites witnesses, and an outlet that cites no one, is the speaker; an outlet that is spoken of relays nothing."""
    assert [expected[0].removeprefix("The ")] == [chain[-1].removeprefix("The ") for chain in chains(text)][:1]
    assert 1 == len(chains(text)[0])


@pytest.mark.parametrize(
    ("expected", "outlet", "text"),
    [
        (["Reuters", "The governor"], "Reuters", "The governor told Reuters that the bridge was gone."),
        (["BBC News", "Ada Vale"], "BBC News", "“We have no power,” Mayor Ada Vale told the BBC."),
        (["AFP", "A rebel commander"], "AFP", "A rebel commander told AFP that his men had left the town."),
        (["Norrpress", "The mayor"], "Norrpress", "The mayor told the Norrpress news agency that the bridge was gone."),
        (["The Guardian", "The doctor"], "The Guardian", "The doctor told the Guardian that the ward was full."),
        (["NDTV", "Reuters", "The governor"], "NDTV", "The governor told Reuters that the bridge was gone."),
        (
            ["Norrpress", "TASS", "Ministry of Defence of Russia"],
            "Norrpress",
            "Russian jets hit the depot, TASS reported, citing the defence ministry.",
        ),
        (["Reuters", "the governor"], "Reuters", "KYIV (Reuters) - Shells hit the port, the governor said."),
        (["Reuters", "two officials"], "Reuters", "Two officers were killed in the raid, Reuters reported, citing two officials."),
    ],
)
def test_the_outlet_comes_first_and_relays_nothing(expected: list[str], outlet: str, text: str) -> None:
    """Whoever printed it is there as outlet, under whatever name the text gives it, and not again."""
    assert [expected] == chains(text, outlet)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("Reuters", "KYIV (Reuters) - Shells hit the port, the governor said."),
        ("Reuters", "KYIV, Oct 26 (Reuters) - Shells hit the port, the governor said."),
        ("Agence France-Presse", "Port Sudan (AFP) – Shells hit the port, the governor said."),
        ("Associated Press", "KHARTOUM, Sudan (AP) — Shells hit the port, the governor said."),
        ("Xinhua", "BEIRUT, Oct. 26 (Xinhua) -- Shells hit the port, the governor said."),
        ("TASS", "MOSCOW, October 26. /TASS/. Shells hit the port, the governor said."),
        ("Norrpress", "VARNOK, 3 March (Norrpress) - Shells hit the port, the governor said."),
        ("Reuters", "Port hit\nShells hit a port\nKYIV (Reuters) - Shells hit the port, the governor said."),
        ("Agence France-Presse", "Shells hit the port, the governor said.\nWith inputs from AFP"),
        ("Agence France-Presse", "Shells hit the port, the governor said.\n(With inputs from AFP)"),
        ("Reuters", "Shells hit the port, the governor said.\nWith additional reporting by Reuters."),
        ("Reuters", "Shells hit the port, the governor said.\nReuters contributed to this report."),
        ("Associated Press", "Shells hit the port, the governor said.\nThe Associated Press contributed to this report."),
        ("Agence France-Presse", "Shells hit the port, the governor said.\nSource: AFP"),
        ("Reuters", "Shells hit the port, the governor said.\nThis story was first published by Reuters."),
        ("Associated Press", "Shells hit the port, the governor said.\nCopyright 2018 The Associated Press."),
        ("Xinhua", "Port hit\nXinhua | Updated: 2017-09-15 17:52\nShells hit the port, the governor said."),
    ],
)
def test_the_agency_of_a_report_relays_all_of_it(expected: str, text: str) -> None:
    """Where the outlet is another."""
    assert [[expected, "the governor"]] == chains(text)
    assert [["Norra Posten", expected, "the governor"]] == chains(text, "Norra Posten")


@pytest.mark.parametrize(
    "text",
    [
        "KYIV - Shells hit the port, the governor said.",
        "Shells hit the port, the governor said.\nReporting by Ada Vale in Varnok; editing by Karl Orlen",
        "Shells hit the port, the governor said.\nWith inputs from agencies",
        "Shells hit the port, the governor said.\nWith inputs from AFP and Reuters",
        "Shells fell on Dolna on Sunday, the governor said.\nWith reporting by Reuters and AFP",
        "Shells hit the port (Norra), the governor said.",
        "The governor (Norra) - Shells hit the port, the governor said."[24:],
    ],
)
def test_no_agency_no_relay(text: str) -> None:
    """People who helped, agencies without a name, and two of which each may have written any of it, relay nothing."""
    assert ["the governor"] == chains(text)[-1]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([["Kirby"], ["Kirby", "Ukrainian officials"]], "Kirby said that Ukrainian officials believe that the bridge was destroyed."),
        (
            [["Reuters", "The spokesman"], ["Reuters", "spokesman", "witnesses"]],
            "The spokesman told Reuters that witnesses claimed that soldiers had shot two men.",
        ),
        (
            [["Reuters", "The spokesman"], ["Reuters", "spokesman", "witnesses"]],
            "VARNOK (Reuters) - The spokesman said that witnesses claimed that soldiers had shot two men.",
        ),
    ],
)
def test_the_outer_speaker_relays_the_inner(expected: list[list[str]], text: str) -> None:
    """With all that relays the outer; called by his noun without an article."""
    assert expected == chains(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            [["Reuters", "The governor"], ["The mayor"]],
            "The governor told Reuters that the bridge was gone. The mayor said that nobody was hurt.",
        ),
        (
            [["Reuters", "The governor"], ["CNN", "the mayor"]],
            "The governor told Reuters that the bridge was gone, while the mayor told CNN that nobody was hurt.",
        ),
        (
            [["The governor"], ["BBC", "the mayor"]],
            "The governor said that the bridge was gone, and the mayor told the BBC that nobody was hurt.",
        ),
    ],
)
def test_each_statement_has_its_own_relays(expected: list[list[str]], text: str) -> None:
    """Those of a neighbour, in the same sentence too, are not its."""
    assert expected == chains(text)


def test_links_say_where_they_are_named() -> None:
    """The outlet is an actor of its reports, but its name is known from elsewhere and has no place in the text."""
    text = "The governor told Reuters that the bridge was gone."
    own = next(actor.id for actor in settled(text, "Norrpress")[2].actors if actor.name == "Norrpress")
    ((outlet, relay, speaker),) = links(text, "Norrpress").values()
    assert Link(role="outlet", actor=own, name="Norrpress", span=None) == outlet
    assert ("relay", "reuters", "Reuters") == (relay.role, relay.actor, relay.span and relay.span.of(text))
    assert ("speaker", "The governor") == (speaker.role, speaker.span and speaker.span.of(text))


@pytest.mark.parametrize("text", ["", "\n\n", "(Reuters)", "(((((AFP) - ", "He said.", "“" * 400, "told Reuters " * 300])
def test_odd_texts_have_odd_chains_or_none(text: str) -> None:
    """Nothing stops on them."""
    assert all(chain for chain in chains(text) if chain)


def test_one_of_those_who_spoke_goes_on_through_the_same_medium() -> None:
    """As they would themselves."""
    text = "Three officials told Norrpress that the deal was dead. One of them said the envoy had walked out."
    assert [["Norrpress", "Three officials"], ["Norrpress", "One"]] == chains(text)


def test_an_agency_that_quotes_somebody_is_called_by_its_name() -> None:
    """ "State news agency" says what it is."""
    assert ["Syrian Arab News Agency", "a military source"] == chains(
        "State news agency SANA, quoting a military source, said the raid had failed."
    )[0]


def test_who_hears_witnesses_relays_nothing() -> None:
    assert [["A survivor"]] == chains("A survivor told the Chamber how he had crawled from under the bodies.")


def test_an_outlet_is_the_one_that_it_is_without_its_brackets() -> None:
    text = "“The law of the battlefield will take its course,” a senior aide told the Daily Mirror."
    assert [["Daily Mirror (Colombo)", "a senior aide"]] == chains(text, "Daily Mirror (Colombo)")


def test_a_line_that_somebody_speaks_by_relays_nothing() -> None:
    assert [["A resident"]] == chains("A resident said by Skype he had seen men enter the houses.")


@pytest.mark.parametrize(
    "text",
    [
        "KARSIN, March 4 (Reuters) - Two people were killed, police said.",
        "Two people were killed, police said.\n(Reuters)",
        "According to the Karsin Post, which quoted the mayor, the bridge was blown up.",
    ],
)
def test_a_relay_is_an_actor(text: str) -> None:
    """In a dateline, in a credit and where it quotes somebody."""
    document, reading, grounding = settled(text)
    relays = [link.actor for statement in make_statements(document, reading, grounding) for link in statement.chain if link.role == "relay"]
    assert len(relays) == 1
    assert relays[0] in {actor.id for actor in grounding.actors}


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            ["Norra Television", "a military source"],
            "Norra Television, quoting “a military source”, said 64 people had been killed in the raid.",
        ),
        (
            ["Radio Ostmark", "“circles close to the staff”"],
            "Radio Ostmark, quoting “circles close to the staff”, reports that the bridge has been mined.",
        ),
        (
            ["Three newspapers", "officials"],
            'Three newspapers, all of them citing "well-placed officials", wrote that the truce would not hold.',
        ),
        (
            ["Two papers", "three persons"],
            "Two papers, on the word of three persons at the dinner, reported on Sunday that the minister had agreed.",
        ),
        (["Norra TV", "soldiers"], "Norra TV had “soldiers” saying that the bridge was theirs."),
        (["Norra TV", "people"], "Three marshals have fled, Norra TV reported, attributing the news to “people at the airport”."),
        (
            ["news agencies", "Two Lethian officials"],
            "Two Lethian officials are quoted by news agencies as believing that the bridge was mined.",
        ),
        (["Norra Herald", "The mayor"], "The mayor was quoted by the Norra Herald as saying that nobody had fled."),
    ],
)
def test_who_is_cited_in_marks_or_by_a_medium_speaks(expected: list[str], text: str) -> None:
    """In quotation marks, before the verb, "had saying" and in the passive."""
    assert expected in chains(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("Norra Tribune", "The Norra Tribune, citing “national security”, said it would not print the map."),
        ("The ministry", 'The ministry, citing "two witnesses", said the tanks had left.'),
    ],
)
def test_reasons_speak_not_and_ministries_are_no_media(expected: str, text: str) -> None:
    assert {expected} == {name for chain in chains(text) for name in chain}


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["Finnish channel", "Ola Krisk"], "Defence Minister Ola Krisk told a Finnish channel that the mines had been laid at night."),
        (["several news agencies", "Two officers"], "Two officers told several news agencies that the column had turned back."),
        (["breakfast television", "the harbour master"], '"We saw the boats leave at dawn," the harbour master told breakfast television.'),
        (
            ["community radio station", "a rebel spokesman"],
            "Interviewed on Friday by a community radio station, a rebel spokesman said the bridge had fallen.",
        ),
        (["Brussels daily", "The Front"], "The Front let it be known through a Brussels daily that soldiers would be shot."),
        (
            ["Cold Lamp", "Tilda Moreau"],
            "In an interview with the podcast Cold Lamp, former envoy Tilda Moreau said both sides had cheated.",
        ),
        (["Radio Kessa", "the junta"], "In a communiqué read over Radio Kessa, the junta said it had dissolved parliament."),
        (["Beyrat daily Annahda", "The rector"], "The rector told the Beyrat daily Annahda that the roof had burned."),
        (["The president"], "The president said on state television that the war was over."),
        (["A police officer"], "A police officer told a newspaper editor that nobody was hurt."),
        (["Two aid agencies"], "Two aid agencies told a UN agency that the camp was full."),
    ],
)
def test_a_medium_without_a_name_relays_what_it_is_told(expected: list[str], text: str) -> None:
    """One that is told or asks; not where somebody is seen, nor those who work for it, nor agencies that are no press."""
    assert [expected] == chains(text)
