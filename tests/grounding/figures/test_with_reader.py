"""Figures with the syntax that the shipped reader gives."""

import time

import pytest

from saidwho.grounding.figures.figures import find_figures, ground_figures
from saidwho.grounding.times.times import ground_times
from saidwho.pipeline.weights import shipped_reader
from saidwho.types.document import Span
from saidwho.types.reading import Reading, Token

pytestmark = pytest.mark.model


def rows(text: str) -> list[tuple[object, ...]]:
    reading = shipped_reader().read(text)
    found = find_figures(text, reading, actors=(), times=())
    return [(one.figure.span.of(text), one.figure.counts, one.figure.per, one.of_words.of(text) if one.of_words else None) for one in found]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            [("400 casualties a day", "casualties", "day", "the northern army")],
            "The governor claims that the northern army has been forced back after suffering 400 casualties a day near Orlava.",
        ),
        (
            [("three drones", None, None, "Russia")],
            "Poland said its jets shot down three drones that Russia sent.",
        ),
        (
            [("41", None, None, "Russia"), ("52 missiles", None, None, "Russia")],
            "The air force said it shot down 41 of 52 missiles fired by Russia.",
        ),
        (
            [("20,000 soldiers", "killed", None, "Russia")],
            "The offensive has cost Russia 20,000 soldiers, a Western official said.",
        ),
        (
            [("30 casualties", "casualties", None, "the government forces")],
            "The ambush inflicted 30 casualties on the government forces.",
        ),
        (
            [("1,000 a day", "casualties", "day", "Russian")],
            "Russian losses have reached 1,000 a day, according to the general staff.",
        ),
    ],
)
def test_finds_whose_losses_they_are(expected, text):
    """The subject that suffers them, whom they are inflicted on, or whose the losses are called."""
    assert expected == rows(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["43 deaths", "772"], "Officials reported another 43 deaths, bringing the total since September 27 to 772."),
        (['nine "terrorist" camps'], 'It carried out strikes on nine "terrorist" camps in Pakistan.'),
        (["more than 200 head of cattle"], "They took more than 200 head of cattle."),
        (["29 children"], "The strike killed 29 children under 15."),
        (["46 people"], "Gunmen hacked 46 people to death."),
        (["Thirteen South African peacekeepers"], "Thirteen South African peacekeepers have been killed around Goma."),
    ],
)
def test_a_figure_has_all_words_of_what_it_counts(expected: list[str], text: str) -> None:
    """A day before "to" begins no range, and quotation marks end no noun phrase."""
    assert expected == [words for words, *_ in rows(text)]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            [("Three civilians", None), ("two", "Three civilians"), ("one", "Three civilians")],
            "Three civilians were killed: two in Kostiantynivka and one in Chasiv Yar.",
        ),
        (
            [("16 people", None), ("three women", "16 people"), ("five children", "16 people")],
            "It killed 16 people, three women and five children among them.",
        ),
    ],
)
def test_those_behind_a_number_are_part_of_it(expected: list[tuple[str, str | None]], text: str) -> None:
    """Those that add up to it, each with where it was, and those who are said to be among them."""
    found = [one.figure for one in find_figures(text, shipped_reader().read(text), actors=(), times=())]
    assert expected == [(f.span.of(text), f.part_of.of(text) if f.part_of else None) for f in found]


def test_who_is_killed_along_with_somebody_is_killed() -> None:
    text = "Police said 13 soldiers were killed, along with a police officer and three guards."
    assert [("13 soldiers", "killed"), ("three guards", "killed")] == [(words, counts) for words, counts, *_ in rows(text)]


def test_what_is_fired_at_is_not_the_firers() -> None:
    ((_, _, _, whose),) = rows("The rebels have fired on at least 27 vessels since November.")
    assert whose is None


def test_a_figure_counts_the_object_of_its_verb():
    """The gunmen are no victims, the worshippers are."""
    assert [("Two gunmen", None, None, None), ("eight worshippers", "killed", None, None)] == rows(
        "Two gunmen shot and killed eight worshippers."
    )


def test_time_is_linear_without_sentence_ends():
    """Ten times the text takes about ten times as long: no rule looks farther than a fixed number of words."""
    text = "Shells killed 17 people and wounded 3 in six days since 5 men, "
    short, long = (min(_seconds(text * n) for _ in range(3)) for n in (40, 400))
    assert long < 40 * max(short, 0.005)


def _seconds(text: str) -> float:
    tokens, start = [], 0
    for i, word in enumerate(text.split(" ")):
        upos = "NUM" if word[:1].isdigit() else "NOUN"
        if word:
            tokens.append(Token(span=Span(start=start, end=start + len(word)), upos=upos, head=max(0, i - 1), relation="dep"))
        start += len(word) + 1
    reading = Reading(attributions=(), names=(), mentions=(), tokens=tuple(tokens), sentences=((0, len(tokens)),))
    begin = time.process_time()
    ground_figures(text, reading, actors=(), times=())
    return time.process_time() - begin


def whole_rows(text: str, published: str = "2023-10-27") -> list[tuple[object, ...]]:
    """Each figure's words, what it counts, who they are, and the words of its whole."""
    reading = shipped_reader().read(text)
    times = ground_times(text, reading, published=published, zone=None)
    found = ground_figures(text, reading, actors=(), times=times)
    return [(f.span.of(text), f.counts, f.victims, f.part_of.of(text) if f.part_of else None) for f in found]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            [("30 people", "killed", None, None), ("12 of them", "killed", "children", "30 people")],
            "Rockets killed 30 people in Orlava, 12 of them children, the mayor said.",
        ),
        (
            [("510 people", "killed", None, None), ("205 of them", "killed", "women", "510 people")],
            "The ministry said 510 people, 205 of them women, had been killed.",
        ),
        (
            [
                ("Six people", "killed", None, None),
                ("four soldiers", "killed", "soldiers", "Six people"),
                ("two civilians", "killed", "civilians", "Six people"),
            ],
            "Six people died: four soldiers and two civilians.",
        ),
        (
            [("Three people", "killed", None, None), ("two women", "killed", "women", "Three people")],
            "Three people died: two women and a child.",
        ),
        (
            [("Six people", "killed", None, None), ("four soldiers", None, "soldiers", None), ("three guards", None, "guards", None)],
            "Six people died: four soldiers and three guards came late.",
        ),
        (
            [("one dead", "killed", None, None), ("four wounded", "wounded", None, None)],
            "Officials reported one dead and four wounded in Orlava over the past day.",
        ),
        (
            [("Some 80%", None, None, "2,500 schools"), ("2,500 schools", None, None, None)],
            "Some 80% of the 2,500 schools are shut, officials say.",
        ),
    ],
)
def test_a_figure_beside_others(expected, text):
    """Parts are named by "of them", in an aside before the verb, by a list that makes up the sum, and by no other. Two counts are two."""
    assert expected == whole_rows(text)


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        (None, "The funerals of the twelve dockers would be held on Friday, the mayor said."),
        (None, "The ceremony for 40 pilots was held on Monday, he said."),
        ("detained", "A group of 12 men was held in a school, she said."),
        ("detained", "Six fishermen from the port were held for a day."),
    ],
)
def test_who_is_honoured_is_not_detained(counts: str | None, text: str) -> None:
    """What is held of theirs is not they."""
    assert counts == rows(text)[0][1]


@pytest.mark.parametrize(
    ("words", "victims", "text"),
    [
        ('eleven "terrorists"', "terrorists", 'The spokesman said eleven "terrorists" were killed.'),
        ("17", None, "Drone attack on Orlava injures 17 - governor"),
    ],
)
def test_signs_beside_a_noun_are_none_of_its_words(words, victims, text):
    """Quotation marks go with the span and not with who they are; behind a dash between blanks somebody else begins."""
    assert [(words, victims)] == [(row[0], row[2]) for row in whole_rows(text)]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([("2023-10-25", None), ("2023-10-24", None)], "The death toll rose to 64 on Wednesday from 51 a day earlier, the agency said."),
        ([("2023-10-22", None)], "The number of dead climbed to 120 late on Sunday, hospitals said."),
        ([(None, None)], "The force will be joined by 700 officers by the end of December."),
        (
            [(None, "2023-05-10/.."), (None, "2023-05-10/..")],
            "More than 100 civilians, including at least 30 women, have been killed in Orlava since May 10.",
        ),
    ],
)
def test_the_day_of_a_toll(expected, text):
    """As of the day behind a toll; since a day, also of the whole before its parts; never as of what is to come."""
    reading = shipped_reader().read(text)
    times = ground_times(text, reading, published="2023-10-27", zone=None)
    assert expected == [(f.as_of, f.since) for f in ground_figures(text, reading, actors=(), times=times)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army lost 31 tanks, nine of them in a single day.", [(31, "tanks", None), (9, "tanks", None)]),
        ("The dead number 41 in the valley, the mayor said.", [(41, "people", "killed")]),
        ("The doctor, whose count of eleven went round the world, has left.", [(11, None, None)]),
        ("Some 5,000 people got out, he said; the society puts it at barely 2,000.", [(5000, "people", None), (2000, None, None)]),
        ("The rebels, whom the paper quotes, have 30.", [(30, None, None)]),
        ("Its gift rose by 300 to 2,000 tents.", [(300, "tents", None), (2000, "tents", None)]),
        ("Flight number 17 landed.", []),
    ],
)
def test_numbers_that_stand_alone_are_figures(text: str, expected: list[tuple[int, str | None, str | None]]) -> None:
    """Of what was counted before, by a verb or "of them", or of what is left open; a number that is a name is none."""
    reading = shipped_reader().read(text)
    found = [one.figure for one in find_figures(text, reading, actors=(), times=())]
    assert expected == [(figure.low, figure.unit, figure.counts) for figure in found]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["one soldier"], "Security is high after the attacks, in which one soldier was killed."),
        (["138 unarmed Nuer"], "The militias slaughtered 138 unarmed Nuer in the town."),
        (["26 civilians"], "The list gives names and ages of 26 civilians killed in the village."),
        (["five mortar bombs"], "At 11.05 five mortar bombs exploded along the road."),
        (
            ["Eighty civilians", "thirteen", "six Nigerian soldiers"],
            "Eighty civilians, thirteen Chadian and six Nigerian soldiers were killed.",
        ),
        (["7,000 to 8,000 strong"], "The force that it has in mind would be 7,000 to 8,000 strong."),
    ],
)
def test_finds_what_is_counted(expected: list[str], text: str) -> None:
    """One in "in which one", people named without an ending, adjectives before a noun told once; hours are none."""
    assert expected == [words for words, *_ in rows(text)]


@pytest.mark.parametrize(
    ("over", "text"),
    [
        (None, "We carried 147 people down in eleven minutes, the doctor said."),
        (None, "The rebels killed at least 62 people in a night attack on the village."),
        (None, "The ministry said that 776 of its men would leave within a week."),
        ("P3D", "About 3,000 people fled within three days."),
    ],
)
def test_a_length_of_time_is_one_of_counting(over: str | None, text: str) -> None:
    """What is done in minutes, an attack by night and what is still to come have no rate."""
    assert [over] == [figure.over for figure in ground_figures(text, shipped_reader().read(text), actors=(), times=())]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (None, "One of the freed men had been thought dead, the ministry said."),
        (None, "One of freed men was thought dead, the ministry said."),
        (None, "Two of the rescued miners had been presumed dead, the mayor said."),
        ("killed", "Twelve people were feared dead after the blast, the mayor said."),
        ("killed", "Three freed prisoners were killed in a crash on Monday."),
    ],
)
def test_who_turned_out_to_be_alive_is_not_counted_as_killed(expected: str | None, text: str) -> None:
    assert [expected] == [counts for _, counts, *_ in rows(text)]


@pytest.mark.parametrize(
    "text",
    [
        "UAE mediation succeeds in exchange of 150 captives between Russia and Ukraine",
        "Marovia and Kastria agreed on a swap of 150 captives on Monday.",
    ],
)
def test_who_is_exchanged_is_not_counted_as_captured(text: str) -> None:
    assert [("150 captives", None)] == [row[:2] for row in rows(text)]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("19 of those freed", "19 of those freed had defended Snake Island, Ukraine said."),
        ("22", "The crew of 22 were in good health, the ministry said."),
        ("14", "The tanker sank with a crew of 14."),
    ],
)
def test_those_freed_and_a_crew_are_people(words: str, text: str) -> None:
    found = ground_figures(text, shipped_reader().read(text), actors=(), times=())
    assert [(words, "people")] == [(figure.span.of(text), figure.unit) for figure in found]


def test_a_toll_is_told_across_what_it_was_before() -> None:
    found = rows("The toll, which stood at 27 on Monday, has risen to 31, the ministry said.")
    assert [("27", "killed"), ("31", "killed")] == [row[:2] for row in found]


def test_guns_that_an_army_lost_are_no_people() -> None:
    """A piece of artillery is a thing, in a list with those who were killed too."""
    text = "The enemy lost up to 600 troops, four tanks, three infantry fighting vehicles and 12 artillery pieces."
    found = find_figures(text, shipped_reader().read(text), actors=(), times=())
    assert [("people", "killed"), ("tanks", None), ("vehicles", None), ("pieces", None)] == [
        (one.figure.unit, one.figure.counts) for one in found
    ]
