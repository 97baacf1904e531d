from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.grounding.figures.figures import find_figures, ground_figures
from saidwho.types.document import Span
from saidwho.types.grounding import Actor, Figure, Time
from tests.grounding.figures.readings import flat_reading


def figures_of(text: str) -> tuple[Figure, ...]:
    return ground_figures(text, flat_reading(text), actors=(), times=())


def only(text: str) -> Figure:
    (figure,) = figures_of(text)
    return figure


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def actor(name: str, *mentions: Span) -> Actor:
    return Actor(id=f"id of {name}", name=name, kind="force", role=None, of=None, country=None, wikidata=None, mentions=mentions)


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "text"),
    [
        (17, 17, None, "17 people were killed."),
        (17, None, "at least", "At least 17 people were killed."),
        (None, 300, "up to", "Up to 300 people were killed."),
        (None, 300, "as many as", "As many as 300 people were killed."),
        (300, 300, "nearly", "Nearly 300 people were killed."),
        (17, None, "no fewer than", "No fewer than 17 people were killed."),
        (40, None, "or more", "40 or more people were killed."),
        (30, 40, None, "Between 30 and 40 people were killed."),
        (30, 40, None, "30-40 people were killed."),
        (300, 400, None, "300 to 400 people were killed."),
        (None, None, None, "Dozens of people were killed."),
        (None, None, None, "Tens of thousands of people were killed."),
        (None, None, None, "Several hundred people were killed."),
        (24, 24, None, "Two dozen people were killed."),
        (500_000, 500_000, None, "Half a million people fled."),
        (250_000, 250_000, None, "A quarter of a million people fled."),
        (1_300_000, 1_300_000, None, "1.3 million people fled."),
        (123, 123, None, "One hundred and twenty-three people died."),
        (0, 0, None, "No one was killed."),
        (300_000, 300_000, None, "300 000 people fled."),
        (17, None, "at least", "At least another 17 people were killed."),
    ],
)
def test_keeps_what_the_words_allow(low, high, qualifier, text):
    """Low and high are bounds; a bound that the words leave open is None, and the qualifier stays as written."""
    figure = only(text)
    assert (low, high, qualifier) == (figure.low, figure.high, figure.qualifier)


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        ("killed", "17 people were killed."),
        ("killed", "Shells killed 17 people."),
        ("killed", "The blast left 17 people dead."),
        ("killed", "17 people have died."),
        ("killed", "The attack claimed the lives of 17 people."),
        ("killed", "17 people lost their lives."),
        ("killed", "The death toll rose to 17."),
        ("wounded", "17 people were hurt."),
        ("wounded", "A shell hit the port, wounding 17."),
        ("casualties", "400 casualties."),
        ("casualties", "2,500 dead and wounded."),
        ("casualties", "17 people were killed or wounded."),
        ("captured", "17 soldiers were taken prisoner."),
        ("missing", "17 people are unaccounted for."),
        ("displaced", "17 people have fled."),
        ("detained", "17 people were arrested."),
        ("executed", "17 men were shot by firing squad."),
        (None, "17 people were abducted."),
        (None, "17 people were rescued."),
    ],
)
def test_says_what_befell_them(counts, text):
    """Kinds are those of the contract; what is none of them is None."""
    assert counts == only(text).counts


def test_those_who_kill_are_not_the_killed():
    """The subject of an active verb is its doer."""
    assert [None, "killed"] == [figure.counts for figure in figures_of("Two gunmen killed eight people.")]


def test_a_list_shares_what_befell_it():
    assert ["killed", "killed"] == [figure.counts for figure in figures_of("Three soldiers and two civilians were killed.")]


@pytest.mark.parametrize(
    ("unit", "victims", "text"),
    [
        ("people", None, "17 people were killed."),
        ("people", "civilians", "17 civilians were killed."),
        ("people", "women and children", "17 women and children were killed."),
        ("tanks", None, "The army lost 17 tanks."),
        ("families", None, "17 families fled."),
        ("percent", None, "17 percent."),
        ("tonnes", None, "17 tonnes of flour."),
    ],
)
def test_units_are_people_or_plural_nouns(unit, victims, text):
    """Who the people are stays in victims, as written; bare people have none."""
    figure = only(text)
    assert (unit, victims) == (figure.unit, figure.victims)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("At least 17 people", "At least 17 people were killed."),
        ("400 casualties a day", "The army lost 400 casualties a day."),
        ("2,500 people in six days", "Shells killed 2,500 people in six days."),
        ("12 dead", "The blast left 12 dead."),
        ("15", "Another 15 were wounded."),
    ],
)
def test_a_span_holds_qualifier_number_noun_and_rate(words, text):
    """What befell them is in it only where it stands in the noun's place."""
    assert words == only(text).span.of(text)


@pytest.mark.parametrize(
    ("per", "over", "text"),
    [
        ("day", None, "The army lost 400 men a day."),
        ("month", None, "The army lost 400 men per month."),
        ("week", None, "They move 400 men per-week."),
        (None, "P6D", "The army lost 400 men in six days."),
        (None, "PT24H", "The army lost 400 men in the past 24 hours."),
        (None, None, "400 men were killed in the deadliest attack in six months."),
    ],
)
def test_rates_and_lengths_of_time(per, over, text):
    figure = only(text)
    assert (per, over) == (figure.per, figure.over)


def test_a_length_of_time_is_the_one_that_times_give():
    """Where a time covers the words, its duration is taken."""
    text = "The army lost 400 men in two weeks."
    times = (Time(span=span_of(text, "in two weeks"), edtf=None, date_prec=None, duration="P14D"),)
    (figure,) = ground_figures(text, flat_reading(text), actors=(), times=times)
    assert figure.over == "P14D"


def test_since_is_a_total_from_a_date():
    text = "Since the start of March, 9,700 people have been killed."
    times = (Time(span=span_of(text, "the start of March"), edtf="2022-03", date_prec=4),)
    (figure,) = ground_figures(text, flat_reading(text), actors=(), times=times)
    assert (True, "2022-03") == (figure.cumulative, figure.since)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (True, "So far 17 people have been killed."),
        (True, "The death toll rose to 17."),
        (True, "The war has now killed 17 people."),
        (False, "17 people were killed."),
        (False, "17 people were killed in the largest attack so far."),
    ],
)
def test_totals_are_marked(expected, text):
    assert expected == only(text).cumulative


def test_a_part_points_to_its_whole():
    """It shares what befell the whole, and its words lead there."""
    text = "12 people were killed, including three children."
    whole, part = figures_of(text)
    assert (whole.span, "killed", "children") == (part.part_of, part.counts, part.victims)


def test_a_denied_figure_is_kept_as_denied():
    """The figure that the text puts in its place is not."""
    assert [(400, True), (40, False)] == [(figure.low, figure.negated) for figure in figures_of("Not 400 people but 40 people died.")]


@pytest.mark.parametrize(
    ("whose", "text"),
    [
        ("Russian", "300 Russian soldiers were killed."),
        ("Palestinians", "300 Palestinians were killed."),
        ("its", "The ministry said 112 of its soldiers died."),
        ("the army", "The army lost 300 soldiers."),
    ],
)
def test_whose_they_are(whose, text):
    """The narrowest words that say it; an article makes no difference."""
    (found,) = find_figures(text, flat_reading(text), actors=(), times=())
    assert found.of_words is not None
    assert whose.removeprefix("the ") in (found.of_words.of(text), found.of_words.of(text).lower().removeprefix("the "))


def test_of_is_the_actor_whose_mention_covers_the_words():
    text = "300 Russian soldiers were killed."
    russia = actor("Russia", span_of(text, "Russian"))
    (figure,) = ground_figures(text, flat_reading(text), actors=(russia,), times=())
    assert figure.of == russia.id


def test_of_is_not_those_who_are_counted():
    """Who is called "300 Russian soldiers" is not their owner; whoever they belong to is."""
    text = "300 Russian soldiers were killed."
    russia = actor("Russia", Span(start=0, end=0))
    soldiers = actor("300 Russian soldiers", span_of(text, "300 Russian soldiers"))
    (figure,) = ground_figures(text, flat_reading(text), actors=(soldiers,), times=())
    assert figure.of is None
    (figure,) = ground_figures(text, flat_reading(text), actors=(replace(soldiers, of=russia.id),), times=())
    assert figure.of == russia.id


def test_of_is_the_state_of_an_adjective_where_no_actor_is_named():
    text = "300 Russian soldiers were killed."
    (figure,) = ground_figures(text, flat_reading(text), actors=(), times=(), states={span_of(text, "Russian"): "rus"})
    assert figure.of == "rus"


def test_the_days_of_a_date_count_nobody():
    """Whatever befell people on them."""
    text = "Shells killed 40 millers on May 28 and 29."
    day = Time(span=span_of(text, "May 28 and 29"), edtf="{2021-05-28,2021-05-29}", date_prec=1)
    assert [40] == [figure.low for figure in ground_figures(text, flat_reading(text), actors=(), times=(day,))]


def test_of_stays_empty_where_no_actor_is_known():
    assert only("300 Russian soldiers were killed.").of is None


@pytest.mark.parametrize(
    "text",
    [
        "The 24-year-old died.",
        "A T-72 burned.",
        "The Covid-19 ward closed.",
        "Resolution 2334 passed.",
        "It was 9/11 again.",
        "On 23 December 2016 he left.",
        "The siege of 1943 ended.",
        "Dena Hosk, 19, said so.",
        "They fired 155mm shells.",
        "They won 3-1 at home.",
        "Call 555-0134 now.",
        "It began at 10 p.m. sharp.",
        "It lasted three hours.",
        "It stopped 30 km west of Orlava.",
        "It sank 30 nautical miles west of Orlava.",
        "The shop at 14 Harbour Street reopened.",
        "Chapter 7 lists them.",
        "It was one of the worst nights.",
        "Not one bullet was fired.",
        "One in five residents was wounded.",
        "There were no immediate reports of casualties.",
        "",
        "   \n ",
    ],
)
def test_what_counts_nothing_is_no_figure(text):
    """Names, dates, ages, scores, clocks, addresses, lengths of time and distances."""
    assert () == figures_of(text)


@pytest.mark.parametrize("digits", ["9" * 300, "1" + ",000" * 90, "0." + "3" * 300, "9" * 5000, "٣" * 300, "12,34,5", "1,2,3,4", "²"])
def test_impossible_numbers_are_no_figures(digits):
    """Fifteen digits are more than any count in a report has."""
    assert [] == [figure for figure in figures_of(f"Shells killed {digits} people.") if figure.low or figure.high]


_WORDS = """
17 1,000 4.5 bn dozens of people were killed wounded and , . - $ € million a day in six days since at least up to including three
them soldiers the no one 's ( ) 30 - 40 between not but 2014 % half third toll rose lost Russian from or more ١٢ ½ each
"""
_PIECES = st.sampled_from(_WORDS.split())


@given(st.lists(_PIECES, max_size=40).map(" ".join) | st.text(max_size=120))
def test_every_span_is_inside_the_text_and_comes_in_order(text):
    """Whatever the text, and again the same the second time."""
    figures = figures_of(text)
    spans = [figure.span for figure in figures]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) and span.of(text) == span.of(text).strip() for span in spans)
    assert all(figure.part_of in spans for figure in figures if figure.part_of)
    assert figures == figures_of(text)
