"""Mentions of one actor come together, and sources become speakers."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saidwho.grounding.actors.cast import Cast
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.grounding import ground
from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import find_attributions, read_document, shipped_world
from saidwho.types.document import Span
from saidwho.types.grounding import Actor
from saidwho.types.statement import Report

Read = Callable[[str], Report]

pytestmark = pytest.mark.model


def speaker_of(report: Report, source: str) -> Actor | None:
    """The speaker of the last statement whose source is written so."""
    actors = {actor.id: actor for actor in report.grounding.actors}
    text = report.document.text
    found = [s for s in report.statements if s.source and s.source[0].of(text) == source]
    assert found, f"no statement by {source!r} among {[[x.of(text) for x in s.source] for s in report.statements]}"
    chosen = found[-1].speaker
    return actors.get(chosen.actor or "") if chosen else None


KIRBY = (
    "White House spokesperson John Kirby said on Thursday that the soldiers had retreated. "
    '"We have information about it," Mr Kirby said.\nHe added that the offensive had failed.'
)


@pytest.mark.parametrize("source", ["White House spokesperson John Kirby", "Mr Kirby", "He"])
def test_a_person_is_one_by_name_short_name_and_pronoun(read: Read, source: str) -> None:
    """With the role the text gives."""
    actor = speaker_of(read(KIRBY), source)
    assert actor is not None
    assert ("John Kirby", "person", "White House spokesperson") == (actor.name, actor.kind, actor.role)


def test_a_person_speaks_for_the_body_in_the_role(read: Read) -> None:
    """The spokesperson belongs to the White House, and that to the United States."""
    report = read(KIRBY)
    actors = {actor.id: actor for actor in report.grounding.actors}
    kirby = speaker_of(report, "Mr Kirby")
    assert kirby is not None
    assert kirby.of is not None
    house = actors[kirby.of]
    assert ("White House", "USA") == (house.name, house.country)
    assert house.of in actors


def test_a_state_is_not_taken_from_towns_alone(read: Read) -> None:
    """A town may bear the name of another by chance: the ministry of an unknown state stays that."""
    report = read("Fighting went on in Gdansk. The Kastrian defence ministry denied that any prisoners had been harmed.")
    actor = speaker_of(report, "The Kastrian defence ministry")
    assert actor is not None
    assert (None, "Kastrian defence ministry") == (actor.country, actor.name.removeprefix("The "))


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("The mayor, Ada Vale, told reporters that the bridge was gone.", "The mayor, Ada Vale,", "Ada Vale"),
        ("Ada Vale spoke first. A spokesman for Ada Vale said the bridge was gone.", "A spokesman for Ada Vale", "A spokesman"),
        ("Kyiv has claimed that the Russian army was forced to regroup.", "Kyiv", "Government of Ukraine"),
        ("The war began in 2022. Moscow denied that its forces had shelled the town.", "Moscow", "Government of Russia"),
        (
            'The package is new, the Pentagon said.\n"It is large," the statement said.',
            "the Pentagon",
            "United States Department of Defense",
        ),
        ("Officials said the bridge was gone.", "Officials", "Officials"),
    ],
)
def test_a_source_is_the_one_who_speaks(read: Read, text: str, source: str, name: str) -> None:
    """Not the one whose spokesman it is, and not the town a government sits in."""
    actor = speaker_of(read(text), source)
    assert actor is not None
    assert name == actor.name


def test_a_statement_speaks_for_the_body_that_issued_it(read: Read) -> None:
    """ "the statement said" is the body that spoke in a statement before."""
    text = 'The latest package uses old funds, the Pentagon said in a statement.\n"It will be sent within days," the statement said.'
    actor = speaker_of(read(text), "the statement")
    assert actor is not None
    assert "United States Department of Defense" == actor.name


@pytest.mark.parametrize(
    ("text", "source", "name", "kind"),
    [
        ("Ada Vale and Ina Dresh said the bridge was gone.", "Ada Vale and Ina Dresh", "Ada Vale and Ina Dresh", "group"),
        ("Ada Vale met Karl Orlen, who said the bridge was gone.", "who", "Karl Orlen", "person"),
        (
            "The police chief of Varnok, Karl Orlen, spoke. The police chief said the bridge was gone.",
            "The police chief",
            "Karl Orlen",
            "person",
        ),
        ("Ada Vale's lawyer said the bridge was gone.", "Ada Vale's lawyer", "Ada Vale's lawyer", "person"),
        ("Bullets hit nurses at Dast hospital, who said the town was quiet.", "who", "nurses", "group"),
        (
            "Bo Vale was tried in Karsk. His lawyer, Ina Dresh, will appeal; the sentence was unjust, she said.",
            "she",
            "Ina Dresh",
            "person",
        ),
        ('A survivor told the court that men were shot. "We ran," the witness said.', "the witness", "A survivor", "person"),
        ("Ms Lomé urged donors to pay before the rains.", "Ms Lomé", "Lomé", "person"),
        (
            "Secretary of State Marcus Holloman said the talks had failed.",
            "Secretary of State Marcus Holloman",
            "Marcus Holloman",
            "person",
        ),
        (
            "The airport was freed, the Lom Brigade said, which also announced that two hills were taken.",
            "which",
            "Lom Brigade",
            "body",
        ),
        (
            "A group calling itself the Banner of the Faithful claimed the attack.",
            "A group calling itself the Banner of the Faithful",
            "Banner of the Faithful",
            "body",
        ),
    ],
    ids=[
        "together",
        "a relative pronoun",
        "a role",
        "somebody's lawyer",
        "of a body",
        "a lawyer named before",
        "a witness",
        "a town's name",
        "an office",
        "a relative pronoun behind the verb",
        "a name of its own",
    ],
)
def test_a_source_without_a_name_of_its_own(read: Read, text: str, source: str, name: str, kind: str) -> None:
    """Several are a group; "who" is the noun before it; a role is the one who was said to hold it."""
    actor = speaker_of(read(text), source)
    assert actor is not None
    assert (name, kind) == (actor.name, actor.kind)


LOMNA = (
    "Kastria has strewn the lower Lomna with mines, according to the government of Arland. Helena Osk, who speaks for the army, brought "
    "pictures to a briefing. Dravna denied having laid them. Colonel Ivo Brandek, who speaks for the defence ministry there, saw floats. "
    "The Kastrian army withdrew on Monday. Its soldiers were tired, the defence ministry said."
)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Dravna", "Government of Kastria"),
        ("the government of Arland", "Government of Arland"),
        ("the defence ministry", "Ministry of Defence of Kastria"),
    ],
)
def test_states_that_no_register_holds_speak_like_others(read: Read, source: str, name: str) -> None:
    """Through their governments, their seats, and organs that are named without their state."""
    actor = speaker_of(read(LOMNA), source)
    assert actor is not None
    assert name == actor.name


def test_a_state_is_no_she(read: Read) -> None:
    """A pronoun for a woman passes over a country that the reader takes for a person."""
    text = "Helena Osk rarely brings pictures. Kastria had put mines there, the defence minister said. She said they were seventy."
    actor = speaker_of(read(f"{text} Nobody spoke for Kastria."), "She")
    assert actor is not None
    assert "Helena Osk" == actor.name


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        (
            "Kastria's defence ministry denied it. Floats lay there, said its spokesman, Colonel Ivo Brandek.",
            "Ministry of Defence of Kastria",
        ),
        ("Kastria's army fled. For Kastria, Colonel Ivo Brandek said that no mines had been laid.", "Kastria"),
        ("Kastria's army fled. Ivo Brandek, who speaks for the Kastrian army, said that it would return.", "Armed Forces of Kastria"),
        ("Ivo Brandek, who leads the Lomna Doctors' Union, said that nine had died.", "Lomna Doctors' Union"),
    ],
)
def test_who_speaks_for_a_body_belongs_to_it(read: Read, text: str, owner: str) -> None:
    """A spokesman beside his name, with a title between; and whoever is said to speak for it."""
    actors = {actor.id: actor for actor in read(text).grounding.actors}
    (brandek,) = [actor for actor in actors.values() if actor.name == "Ivo Brandek"]
    assert owner == actors[brandek.of or ""].name


@pytest.mark.parametrize(
    ("source", "owner"),
    [
        ("A commander of Sudan's Rapid Support Forces", "Rapid Support Forces"),
        ("A general of Myanmar's Arakan Army", "Arakan Army"),
        ("The leader of Yemen's Houthi rebels", "Houthis"),
        ("A spokesman for the Houthi rebels", "Houthis"),
    ],
)
def test_who_is_of_a_group_is_not_of_the_state_that_it_fights_in(read: Read, source: str, owner: str) -> None:
    """ "Sudan's" tells whose the forces are, not whose their commander is."""
    actors = {actor.id: actor for actor in read(f"{source} said that the town had been taken.").grounding.actors}
    (speaker,) = [actor for actor in actors.values() if actor.kind == "person"]
    assert owner == actors[speaker.of or ""].name


@pytest.mark.parametrize("words", ["two U.S. officials", "two American officials", "an American diplomat"])
def test_officials_without_a_name_are_of_the_state_that_their_words_tell(read: Read, words: str) -> None:
    """Whatever other states the text is about."""
    report = read(f"Kastria is about to strike Iran's harbours, the Norrpress Agency reported, citing {words}.")
    actors = {actor.id: actor for actor in report.grounding.actors}
    (officials,) = [actor for actor in actors.values() if actor.name.endswith(words.rsplit(maxsplit=1)[-1])]
    assert ("usa", "USA") == (officials.of, officials.country)


@pytest.mark.parametrize(
    "text",
    [
        "The fleet was safe, said the spokesman of the armed forces, Colonel Ivo Brandek. The ambassador of Japan left on Friday.",
        "President Ivo Brandek gave thanks. The guns would keep cities safe, the head of state said.",
        "Russian shells fell on the mill of Poltava, President Ivo Brandek said.",
    ],
)
def test_nobody_speaks_for_a_state_that_is_not_told_before_him(read: Read, text: str) -> None:
    """Nor is a head of state of a body that is called so, nor of a state whose shells fell on another's town."""
    (brandek,) = [actor for actor in read(text).grounding.actors if actor.name == "Ivo Brandek"]
    assert brandek.of is None


@pytest.mark.parametrize("words", ["at least nine dockers", "at most nine dockers", "nearly nine dockers"])
def test_how_many_at_least_is_no_part_of_a_name(read: Read, words: str) -> None:
    """They are nine dockers, and no "least nine"."""
    assert "nine dockers" in {actor.name for actor in read(f"The governor said {words} were killed.").grounding.actors}


def test_reporters_of_a_nation_do_not_speak_for_it(read: Read) -> None:
    """As officials do."""
    report = read("The bridge was gone, two American journalists said.")
    assert all(actor.of is None for actor in report.grounding.actors if actor.kind != "government")


def test_the_organ_of_the_side_that_was_spoken_of_last(read: Read) -> None:
    """Not that of the enemy, which was named long before."""
    text = (
        "The Kastrian defence ministry denied that any prisoners had been harmed. The mayor of the town wept. It was a cold night, and the "
        "pumps had stopped. Nobody slept. Arland announced a new package of help on Thursday. The money was set aside last year, the "
        "defence ministry said."
    )
    actor = speaker_of(read(text + " Arland's army is small."), "the defence ministry")
    assert actor is not None
    assert "Ministry of Defence of Arland" == actor.name


def test_i_is_who_wrote_the_report() -> None:
    """Outside of what anybody says, and only where the byline tells."""
    text = "The bridge at Varnok is gone, and I think it will not be built again."
    found = [read_document(freeze(Draft(text=text, byline=byline))).grounding for byline in ("By ADA VALE in Varnok", None)]
    assert [["Ada Vale"], []] == [[a.name for a in g.actors if any(s.actor == a.id for s in g.speakers)] for g in found]


def test_nobody_is_made_up(read: Read) -> None:
    """A pronoun without anybody before it stays empty, with a reason."""
    (speaker,) = read("They said the town was quiet.").grounding.speakers
    assert (None, "nobody spoken of before fits") == (speaker.actor, speaker.why)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Ada Vale said the bridge was gone.",
                "He said so.",
                "The ministry denied it.",
                "Kyiv claimed a gain.",
                "“We left,” she said.",
                "Officials warned of floods.",
                "\n",
                "The statement said nothing.",
                "Vale and Dresh agreed that it was over.",
                "who said",
            ]
        ),
        max_size=8,
    ).map(" ".join)
)
def test_every_mention_is_text_and_every_speaker_an_actor(text: str) -> None:
    """Spans lie inside the text, ids are unique, and the same text gives the same actors."""
    document = freeze(Draft(text=text))
    grounding = read_document(document).grounding
    ids = [actor.id for actor in grounding.actors]
    assert len(ids) == len(set(ids))
    assert all(0 <= span.start < span.end <= len(text) for actor in grounding.actors for span in actor.mentions)
    assert all(speaker.actor is None or speaker.actor in ids for speaker in grounding.speakers)
    assert all(actor.of is None or actor.of in ids for actor in grounding.actors)
    assert all(0 <= speaker.score <= 1 and speaker.why for speaker in grounding.speakers)
    assert grounding == read_document(document).grounding


def test_a_town_that_nobody_is_called_after_is_no_person(read: Read) -> None:
    """The reader takes a short name for a person's; the gazetteer is surer."""
    report = read("A Ukrainian official said Russian shelling killed four people in Kharkiv. The French army left Gao on Monday, she said.")
    assert "Gao" in {place.span.of(report.document.text) for place in report.grounding.places}
    assert "Gao" not in {actor.name for actor in report.grounding.actors}


def test_initials_of_an_agency_are_also_the_name_of_a_woman(read: Read) -> None:
    """AMNA is an agency in Athens; whom the reader takes for a person is no agency unless it is called by its initials alone."""
    text = "“I had one child in each arm,” said Amna, a midwife who was on duty. Tass said that the bridge had fallen."
    assert ["Amna", "TASS"] == [statement.chain[-1].name for statement in read(text).statements]


def test_who_gives_a_name_has_it_for_all_that_begins_so() -> None:
    """Two cues may have sources of one beginning, of which only the longer holds the name."""
    text = "A spokesman, who gave his name as Ada Vale, said that the bridge was closed and that four men were missing."
    document, reading = freeze(Draft(text=text)), find_attributions(text)
    long = next(a for a in reading.attributions if a.source and a.source[0].of(text).startswith("A spokesman, who"))
    short = replace(long, source=(Span(start=0, end=len("A spokesman")),))
    grounding = ground(document, replace(reading, attributions=(short, long)), shipped_world())
    (first, second) = (speaker.actor for speaker in grounding.speakers)
    assert first is not None
    assert first == second


def test_a_member_whose_words_are_another_s_is_not_gone_back_to() -> None:
    """Its place is taken by whom its words name."""
    cast = Cast()
    ghost, named = cast.new(kind="person"), cast.new(kind="person")
    span = Span(start=0, end=11)
    role = Markable(
        span=span, first=0, past=2, head=1, shape="nominal", kind="person", gender=None, many=False, words=("a", "spokesman"), lemma="x"
    )
    cast.put(role, ghost)
    cast.see(role)
    cast.move(role, ghost, named)
    assert ghost not in cast.recent()
    assert cast.at(span) is named


def mentions_of(report: Report, name: str) -> list[str]:
    """The words that stand for the actor of a name."""
    return [span.of(report.document.text) for actor in report.grounding.actors if actor.name == name for span in actor.mentions]


@pytest.mark.parametrize(
    ("speaker", "text"),
    [
        ("The health ministry", "The health ministry said the death toll had risen to 57."),
        ("Ana Belic", "The mayor of Sarn, Ana Belic, said the tally of the dead had climbed to 12."),
        ("The ministry", "The ministry said its figures for March included 12 children."),
        ("The army", "The army said it had struck a command post and that its air defence was ready."),
        ("Ana Belic", "Ana Belic, a doctor, said that 14 bodies had been brought to Sarn."),
    ],
)
def test_things_that_are_told_of_stand_for_nobody(read: Read, speaker: str, text: str) -> None:
    """A toll that rises, figures, a post, air defence and dead bodies; they do where they speak ("the defence said")."""
    report = read(text)
    found = [words for actor in report.grounding.actors for words in mentions_of(report, actor.name)]
    assert mentions_of(report, speaker)
    assert not any(words.endswith(("toll", "tally", "figures", "post", "defence", "bodies")) for words in found)


def test_figures_that_speak_stand_for_whoever_issued_them(read: Read) -> None:
    """Who counts says it."""
    actor = speaker_of(read("The ministry's toll says 40 people were killed."), "The ministry's toll")
    assert actor is not None
    assert "The ministry" == actor.name


def test_what_a_speaker_tells_of_a_paper_is_no_paper_of_its_own(read: Read) -> None:
    """ "The report" of "the army said the report was false" is somebody else's."""
    assert ["The army"] == mentions_of(read("The army said the report was false."), "The army")


def test_no_actor_goes_on_in_the_next_line(read: Read) -> None:
    """A line is a paragraph: who signs a release is not called by the line below."""
    text = "Ministry of Defence of Norway\nPress release, 12 February 2024\n\nNorway to donate guns to Ukraine"
    report = read(text)
    assert not any("\n" in actor.name for actor in report.grounding.actors)
    assert not any("\n" in span.of(text) for actor in report.grounding.actors for span in actor.mentions)
    assert "Ministry of Defence of Norway" in {actor.name for actor in report.grounding.actors}


def test_an_office_of_an_office_speaks_as_one(read: Read) -> None:
    """However the words hang on each other: the prosecutor is no speaker of his own."""
    text = (
        "At least 24 civilians were killed in a Russian strike on the village of Yarova, President Volodymyr Zelensky said.\n"
        "The head of the regional administration, Danil Orsek, said people had been queuing for pensions.\n"
        "Ukraine's prosecutor general's office said it had opened an investigation into the shelling, which it said killed 14."
    )
    found = [speaker_of(read(text), source) for source in ("Ukraine's prosecutor general's office", "it")]
    assert ["Prosecutor General's Office of Ukraine"] * 2 == [actor.name if actor else None for actor in found]
