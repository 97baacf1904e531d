"""A side is the party to a running conflict that a speaker speaks for."""

from pathlib import Path

import pytest

from saidwho.errors import SaidwhoError
from saidwho.statements.sides import CONFLICTS, read_sides, shipped_sides
from tests.statements.read import settled, sides

KYIV = "Kyiv said that Russian forces had shelled Kharkiv."
HEADER = "conflict\tfrom\tto\ttheatre\tside\tmembers\twords"


@pytest.mark.model
@pytest.mark.parametrize(
    ("expected", "published", "text"),
    [
        ("Ukraine", "2023-10-27", KYIV),
        ("Ukraine", "2023-10-27T08:00:00+02:00", KYIV),
        ("Ukraine", "2023-10-27", "Ukrainian officials said that Russian forces had shelled Kharkiv."),
        ("Ukraine", "2023-10-27", "Ukrainian President Volodymyr Zelensky said that the attack on Kharkiv had failed."),
        ("Ukraine", "2015-02-27", "Zelensky's office said that Ukraine would not talk."),
        ("Ukraine", "2023-10-27", "Ukraine's General Staff said that 400 Russian soldiers were killed."),
        ("Ukraine", "2023-10-27", "Oleh Orlen, governor of the Kharkiv region, said that shells had hit a school in Ukraine."),
        ("Russia", "2023-10-27", "The Russian defence ministry said its forces had taken a village in Ukraine."),
        ("Russia", "2023-10-27", "Russia's Defence Minister Sergei Shoigu said Ukraine had lost 400 men."),
        ("Ukraine", "2023-10-27", "The mayor of Kharkiv said that two schools were hit in Ukraine."),
        ("Ukraine", "2023-10-27", "Sources in the Ukrainian military said that losses at Bakhmut, in Ukraine, were heavy."),
        ("Ukraine", "2023-10-27", "Ukrainian officials in Kyiv dismissed the offer by Russia. One said it was a trap."),
        ("Sri Lanka", "2009-04-21", "A military spokesman said that the rebels in Mullaitivu, Sri Lanka, were holding civilians."),
        ("Haiti", "2024-03-05", "Haiti's prisons are empty. Police said that 3,600 men had fled from Port-au-Prince, Haiti."),
        ("March 23 Movement", "2012-11-21", "M23 is in Goma, Congo. A rebel spokesman said that his men would go on."),
        ("Argentina", "1982-05-05", "Argentina said that the cruiser was outside the zone around the Falklands."),
        ("Liberation Tigers of Tamil Eelam", "2009-04-21", "The Tamil Tigers said that 1,000 civilians had been killed in Sri Lanka."),
        ("Russia", "2023-10-27", "TASS said that Ukrainian drones had hit a depot."),
        ("Russia", "2023-10-27", "Kremlin spokesman Dmitry Peskov said that Ukraine had attacked Crimea."),
        ("Russia", "2023-10-27", "Moscow-installed officials said that Ukraine had shelled Donetsk."),
        ("Russia", "2016-10-10", "The Russian defence ministry said its planes had not hit Aleppo, Syria."),
        ("Hamas", "2023-10-27", "Hamas said that Israeli strikes had killed 17 people in Gaza."),
        ("Hamas", "2023-10-27", "The Gaza health ministry said 17 people were killed."),
        ("Israel", "2023-10-27", "The Israeli military said it had struck a tunnel in Gaza."),
        ("Israel", "2023-10-27", "Two Israeli officials said that the ground operation in Gaza was delayed."),
        ("Israel", "2023-10-27", "An Israeli soldier said the tunnel in Gaza was empty."),
        ("Hezbollah", "2023-10-27", "Hezbollah said its fighters had hit an Israeli post in southern Lebanon."),
        ("Rapid Support Forces", "2023-10-27", "The Rapid Support Forces said they had taken a base in Khartoum."),
        ("Sudan", "2023-10-27", "The Sudanese army said it had repelled an attack in Khartoum."),
        ("Tigray People's Liberation Front", "2021-06-27", "The TPLF said Ethiopian troops had left Mekelle."),
        ("Ethiopia", "2021-06-27", "The Ethiopian government said its troops had left Mekelle."),
        ("Azerbaijan", "2020-10-10", "Azerbaijan's defence ministry said Armenian forces had shelled Ganja."),
        ("Armenia", "2020-10-10", "Armenian Prime Minister Nikol Pashinyan said that Azerbaijan had shelled Stepanakert."),
        ("Syria", "2016-10-10", "The Syrian army said it had retaken a district of Aleppo."),
        ("Houthis", "2022-10-10", "The Houthis said that a strike had hit Sanaa in Yemen."),
        ("Myanmar", "2022-10-10", "Myanmar's junta said that it had bombed a camp."),
        ("March 23 Movement", "2024-10-10", "M23 rebels said they had entered Goma, in eastern Congo."),
        ("Jama'at Nusrat al-Islam wal-Muslimin", "2024-10-10", "JNIM said that it had attacked a barracks in Mali."),
        ("Taliban", "2015-10-10", "The Taliban said they had taken Kunduz, in Afghanistan."),
        ("United States", "2015-10-10", "The Pentagon said that it had struck a hospital in Kunduz, in Afghanistan."),
        ("National Liberation Army", "2015-10-10", "The ELN said it had kidnapped a soldier in Colombia."),
        ("Boko Haram", "2016-10-10", "Boko Haram militants said they had attacked Maiduguri, in Nigeria."),
        ("Turkey", "2018-03-10", "The Turkish army said it had entered Afrin, in Syria."),
        ("Russia", "2014-07-17", "Pro-Russian militants held the field in Ukraine. A rebel commander said his men had shot down a plane."),
        ("Chechen separatists", "1999-10-22", "Chechen President Aslan Maskhadov said that 137 people had died in Grozny, Russia."),
        ("Ukraine", "2024-08-09", "A Ukrainian brigade fighting near Kharkiv said that it held the town."),
        ("Russia", "2023-06-06", "A local official in the Russian-held town of Nova Kakhovka, in Ukraine, said houses were flooded."),
        ("Russia", "2023-06-24", "The Belgorod governor said that a depot was hit from Ukraine."),
        ("Russia", "2023-06-24", "The prime minister of the Donetsk People's Republic said that shells had hit Makeyevka, in Ukraine."),
        ("Russia", "2023-06-24", "The military of the Luhansk People's Republic said Ukraine had shelled Stakhanov."),
        ("Yugoslavia", "1999-04-14", "Yugoslavia's deputy prime minister said that nobody would enter Kosovo."),
        ("Colombia", "1999-01-11", "Gunmen killed 30 people in Colombia. The president's peace commissioner said they would be found."),
    ],
)
def test_a_party_speaks(expected: str, published: str, text: str) -> None:
    """A state through its government and forces, a group through itself; by name, metonym, office, or as its officials."""
    assert expected == sides(text, published)[0]


@pytest.mark.model
@pytest.mark.parametrize(
    ("published", "text"),
    [
        (None, KYIV),
        ("2012-10-27", KYIV),
        ("2025-03-01", "The TPLF said that Ethiopian troops had left Mekelle."),
        ("2023-10-27", "The White House said that Ukraine would receive missiles."),
        ("2015-10-10", "The Pentagon said that Russian forces were in Ukraine."),
        ("2023-10-27", "The United Nations said that 17 civilians were killed in Ukraine."),
        ("2023-10-27", "A Ukrainian refugee said that her house in Kharkiv was gone."),
        ("2023-10-27", "Doctors at Kharkiv's main hospital in Ukraine said that 17 people were killed."),
        ("2023-10-27", "Former Ukrainian officials said that the war was lost."),
        ("2023-10-27", "A Russian opposition leader said that the war in Ukraine was a crime."),
        ("2023-10-27", "Witnesses said that Russian forces had shelled Kharkiv."),
        ("2023-10-27", "Reuters said that Russian forces had shelled Kharkiv."),
        ("2016-10-10", "The Syrian Observatory for Human Rights said 17 people had been killed in Aleppo."),
        ("2023-10-27", "The Israeli human rights group said that settlers had attacked Palestinians."),
        ("2023-10-27", "The Turkish foreign ministry said that Ukraine and Russia would meet."),
        ("2023-10-27", "Norway's government met in Oslo. The defence ministry said that guns would go to Ukraine."),
        ("2023-10-27", "Western officials in Kyiv said that Ukraine needed shells."),
        ("2013-09-10", "Russian officials said that the rockets had hit Damascus, in Syria."),
        (
            "2022-06-30",
            "The government of Kassovia shut the school of Tol. Defence Minister Irena Balan said that it had been hit in error.",
        ),
    ],
)
def test_others_speak_for_no_party(published: str | None, text: str) -> None:
    """Those who take no part, people, services, who left office; and anybody before the war, after it, or without a date."""
    assert [None] == list(dict.fromkeys(sides(text, published)))


def test_the_shipped_table_reads() -> None:
    """Every conflict has two sides, and every code and date is one."""
    parties = read_sides(CONFLICTS).parties
    by_conflict = {(party.conflict, party.starts): {p.side for p in parties if p.conflict == party.conflict} for party in parties}
    assert len(by_conflict) > 30
    assert all(len(found) > 1 for found in by_conflict.values())
    assert all(not party.ends or party.starts <= party.ends for party in parties)
    assert shipped_sides() is shipped_sides()


@pytest.mark.parametrize(
    ("expected", "day"),
    [
        (False, "2020-11-02"),
        (True, "2020-11-03"),
        (True, "2022-11-02"),
        (False, "2022-11-03"),
        (True, "2021"),
        (True, "2020-11"),
        (False, "2023-01"),
    ],
)
def test_a_conflict_runs_from_its_first_day_to_its_last(expected: bool, day: str) -> None:
    """A year or month counts as far as it goes."""
    (party,) = [p for p in shipped_sides().parties if p.side == "Tigray People's Liberation Front"]
    assert expected == party.is_at_war(day)


@pytest.mark.parametrize(
    ("expected", "table"),
    [
        ("1: expected a line of the columns", ""),
        ("1: expected a line of the columns", "conflict\tsides"),
        ("2: 2 cells, expected 6 or 7", f"{HEADER}\nWar\t2020"),
        ("2: 'spring' is no date", f"{HEADER}\nWar\tspring\t\tUKR\tKastria\tkastria"),
        ("3: side and members may not be empty", f"{HEADER}\n# a remark\nWar\t2020\t\tUKR\t\tkastria"),
        ("2: the theatre 'U K' holds", f"{HEADER}\nWar\t2020\t\tU K\tKastria\tkastria"),
    ],
)
def test_a_wrong_table_says_where(expected: str, table: str, tmp_path: Path) -> None:
    """Path and line, and what to write instead."""
    path = tmp_path / "own.tsv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(SaidwhoError, match=expected):
        read_sides(path)


def test_one_s_own_table_is_read(tmp_path: Path) -> None:
    """With or without words for its officials."""
    path = tmp_path / "own.tsv"
    path.write_text(f"{HEADER}\nWar\t2020\t\tUKR\tKastria\tkastria|UKR\n", encoding="utf-8")
    (party,) = read_sides(path).parties
    assert ("Kastria", ("kastria", "UKR"), None) == (party.side, party.members, party.officials)


@pytest.mark.model
@pytest.mark.parametrize(
    ("expected", "outlet", "text"),
    [
        ("India", "The Hindu", "India struck sites in Pakistan. The road to Poonch is closed, the Defence Ministry said in a statement."),
        ("India", "The Hindu", "India struck sites in Pakistan. Three jets fell near Poonch, government sources said."),
        (None, "The Hindu", "India struck sites in Pakistan. The road to Poonch is closed, the U.S. president said."),
        (None, "Norrpress", "India struck sites in Pakistan. The road to Poonch is closed, the Defence Ministry said in a statement."),
    ],
)
def test_an_office_is_of_the_state_where_the_paper_is_printed(expected: str | None, outlet: str, text: str) -> None:
    """Where the war is fought there, and nobody else's office is told."""
    document, reading, grounding = settled(text, outlet, "2025-05-07")
    speakers = {speaker.source: speaker for speaker in grounding.speakers}
    found = shipped_sides().of_report(document, grounding)
    assert expected == found.of(speakers.get(reading.attributions[-1].source))
