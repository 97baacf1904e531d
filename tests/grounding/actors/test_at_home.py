"""Whose an organ is that a text gives to nobody."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document

pytestmark = pytest.mark.model


def speaker_in(text: str, outlet: str) -> str | None:
    """The id of the actor who speaks first; None where it is none of the register."""
    (statement, *_) = read_document(freeze(Draft(text=text, outlet=outlet, published="2025-04-28"))).statements
    actor = statement.speaker.actor if statement.speaker else None
    return actor if actor is not None and "-" in actor else None


STRIKE = "Six people were killed in an American attack on a warehouse in Hodeidah, {} said on Sunday."


@pytest.mark.parametrize(
    ("words", "outlet", "actor"),
    [
        ("the Ministry of Health", "Al-Masirah", "houthis.health-ministry"),
        ("the Ministry of Health", "Norrpress", None),
        ("Civil Defence", "Norrpress", None),
        ("the Houthis' health ministry", "Norrpress", "houthis.health-ministry"),
    ],
)
def test_an_organ_without_owner_is_not_of_whoever_bombed_the_town(words: str, outlet: str, actor: str | None) -> None:
    """In a movement's own press it is the movement's; a mark alone behind an s tells the owner as well."""
    assert actor == speaker_in(STRIKE.format(words), outlet)


@pytest.mark.parametrize(
    ("outlet", "text", "actor"),
    [
        ("Dawn", "The Foreign Office said on Tuesday that no adviser was left in the valley.", "pakistan-foreign-office"),
        ("Dawn", "The Foreign Office said on Tuesday that Britain had closed its embassy.", "uk-foreign-office"),
        ("Norrpress", "The Foreign Office said on Tuesday that no adviser was left in the valley.", "uk-foreign-office"),
    ],
)
def test_a_paper_calls_an_organ_of_its_own_state_as_others_call_theirs(outlet: str, text: str, actor: str) -> None:
    assert actor == speaker_in(text, outlet)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The foreign ministry said on Sunday that Armenian gunners had burned a mill in Armenia.", "aze.foreign-ministry"),
        ("Armenia's foreign ministry spoke of a burned mill. The foreign ministry said that nobody was hurt.", "arm.foreign-ministry"),
    ],
)
def test_a_states_own_press_means_its_own_unless_it_has_told_whose(text: str, actor: str) -> None:
    """Also one that is known as such by its name alone, and tells of another state."""
    statements = read_document(freeze(Draft(text=text, outlet="Evening Gazette, official, Baku", published="2025-04-28"))).statements
    speaker = statements[-1].speaker
    assert actor == (speaker.actor if speaker is not None else None)


@pytest.mark.parametrize("words", ["Prosecutors in The Hague", "The embassy", "The embassy in Baghdad", "A bureau in Baghdad"])
def test_a_town_or_state_does_not_own_those_who_come_from_elsewhere(words: str) -> None:
    """Where they work is not whose they are."""
    assert speaker_in(f"{words} said on Friday that rockets had landed near the gate in Baghdad, Iraq.", "Norrpress") is None


def test_the_army_is_its_own_state_s_in_a_paper_that_tells_of_that_state() -> None:
    """Whoever was spoken of last."""
    text = "Israel bombed Beirut. The Pentagon has said nothing. Israel was hit by forty rockets later, the army said."
    told = [s.speaker.actor for s in read_document(freeze(Draft(text=text, outlet="Haaretz"))).statements if s.speaker and s.source]
    assert "idf" == told[-1]


@pytest.mark.parametrize("words", ["His surrogates", "His operatives", "Police"])
def test_in_a_paper_at_home_a_noun_alone_is_no_state(words: str) -> None:
    """Only what fights is called so where it is the state's own."""
    text = f"The candidate flew from Charlotte, United States, to Miami, United States, on Friday. {words} said the hall was full."
    found = [statement.speaker.actor for statement in read_document(freeze(Draft(text=text, outlet="The Washington Post"))).statements]
    assert found[-1] not in ("usa", "government-of-the-united-states", "police-of-the-united-states", "usa.police")


def test_an_organ_without_owner_is_of_the_state_whose_towns_the_text_names() -> None:
    """Where that is the only state of the text."""
    text = "Ukrainian trains stood still after shells fell on Poltava, the Ministry of Health said."
    assert "ukr.health-ministry" == speaker_in(text, "Norrpress")


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Ukraine and Russia traded fire. President Volodymyr Zelenskiy said nobody was hurt.", "government-of-ukraine"),
        ("Ukraine and Russia traded fire. Former President Petro Poroshenko said nobody was hurt.", None),
        ("Ukraine and Russia traded fire. The singer Benjamin Netanyahu said nobody was hurt.", None),
        ("Ukraine and Russia traded fire. President Ivo Vale said nobody was hurt.", None),
        ("Israel bombed Beirut. Naim Qassem said the front would hold.", "hezbollah"),
        ("Israel bombed Beirut. Eyal Zamir said the front would hold.", "government-of-israel"),
        ("Israel bombed Beirut. The baker Eyal Zamir said the front would hold.", None),
        ("Colombia's defence minister, Pedro Sanchez, said that rebels had attacked police stations in Cali.", "col.defence-ministry"),
        ("Spain's prime minister, Pedro Sanchez, said that Spain would recognise a Palestinian state.", "government-of-spain"),
    ],
)
def test_a_president_is_of_the_state_that_he_leads(text: str, owner: str | None) -> None:
    """Though his report names two, and only while he does; whoever is told to be something else may only bear the name."""
    report = read_document(freeze(Draft(text=text, outlet="Norrpress", published="2025-04-28")))
    people = [actor for actor in report.grounding.actors if actor.kind == "person"]
    assert [owner] == [actor.of for actor in people]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The Norwegian parliament approved the plan. Denmark will ask parliament on Friday, an official said.", "folketing"),
        ("The Norwegian parliament approved the plan. Poland's president asked parliament for more.", "sejm"),
        ("The Norwegian parliament approved the plan. Denmark praised the parliament, an official said.", "storting"),
        ("Kenya's president met police. Ethiopia had attacked police, an official said.", "ken.police"),
    ],
)
def test_a_state_asks_its_own_parliament(text: str, asked: str) -> None:
    """One without an article, whosever was named before; the police that somebody attacks may be another's."""
    report = read_document(freeze(Draft(text=text, published="2025-04-28")))
    words = "police" if "police" in text else "parliament"
    at = text.rindex(words)
    assert asked in {actor.id for actor in report.grounding.actors if any(span.end == at + len(words) for span in actor.mentions)}


def test_an_army_is_the_one_that_was_just_named() -> None:
    """Wherever the towns of the text lie."""
    text = "The IDF has opened an inquiry into how troops drove through Jenin with a wounded Palestinian. The army said orders were broken."
    assert "idf" == _last_speaker(text)


def _last_speaker(text: str) -> str | None:
    statement = read_document(freeze(Draft(text=text, outlet="Norrpress", published="2025-04-28"))).statements[-1]
    return statement.speaker.actor if statement.speaker else None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("The army", "The army said it had left its headquarters in El Fasher. The UAE has rejected claims that it arms the rebels."),
        ("The army", "Shells fell on a school in Kharkiv. The army said two people died. Poland's prime minister condemned the attack."),
        ("Israel Defense Forces", "The Israeli cabinet met. The army said it hit a depot in Sidon. Iran condemned it."),
    ],
)
def test_an_army_is_not_of_a_state_that_is_told_of_later_and_lies_elsewhere(name: str, text: str) -> None:
    """For its being the only state named; where it was told of before, its army may be abroad."""
    found = read_document(freeze(Draft(text=text, outlet="Norrpress", published="2025-04-28")))
    names = {actor.id: actor.name for actor in found.grounding.actors}
    assert name in [names.get(speaker.actor or "") for speaker in found.grounding.speakers]


LIBERIA = (
    "Soldiers shot dead hundreds of people in a church in Liberia, survivors said.\nThe killing went on until dawn.\n"
    "The dead lay in the aisle.\nThe United States condemned the killing. "
)


@pytest.mark.parametrize("words", ["The army", "The ministry of justice", "A state broadcaster"])
def test_a_state_that_is_told_of_by_the_way_has_no_organs_without_owner(words: str) -> None:
    """Once, not at the head, and no town of its own: whoever condemns a deed is not the one whose army answers."""
    text = f"{LIBERIA}{words} said on Monday that it had no figure."
    said = read_document(freeze(Draft(text=text, outlet="Norrpress", published="2025-04-28"))).statements
    speakers = [one.speaker.actor or "" for one in said if one.speaker and one.source and one.source[0].of(text) == words]
    assert [False] == [actor.startswith("us") for actor in speakers]


def test_the_state_at_the_head_has_its_organs() -> None:
    text = "American jets struck a warehouse on Monday.\nNobody was hurt.\nThe army said on Monday that it had no figure."
    said = read_document(freeze(Draft(text=text, outlet="Norrpress", published="2025-04-28"))).statements
    assert ["us-armed-forces"] == [one.speaker.actor for one in said if one.speaker and one.source]
