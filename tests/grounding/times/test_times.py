"""What ground_times promises beyond the meaning of single phrases."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.errors import GroundingError
from saidwho.grounding.times.times import ground_times
from saidwho.types.reading import Reading

NOTHING = Reading(attributions=(), names=(), mentions=(), tokens=(), sentences=())

# Words that are no time, though they look like one.
NOT_TIMES = [
    "They may leave, and they march.",
    "It was the second time that shells hit the port.",
    "They sat in the sun at the fall of the town.",
    "The spring of the clock broke.",
    "Shells killed 2022 people.",
    "Shells hit 2,022 homes.",
    "The plant cost $2014.",
    "Prices rose 2014%.",
    "They live in 2000 villages.",
    "A column of 1950 soldiers left.",
    "Day 600 of the war began.",
    "A 17-year-old left.",
    "He is 17 years old.",
    "She died at 17 years of age.",
    "She is in her 30s.",
    "Black September took the hostages.",
    "They fired at the last minute.",
    "They have night vision devices.",
    "They won 14:2 there.",
    "It was won three to two.",
    "May said so.",
    "One day we will win.",
    "They met Jan there.",
    "The MiG-2000 fell.",
    "He wrote $20s on it.",
    "",
    "   \n\n  ",
]


@pytest.mark.parametrize("text", NOT_TIMES)
def test_lookalikes_are_no_times(text, read):
    """Nothing in these sentences is a mention of time."""
    assert [] == [found.span.of(text) for found in ground_times(text, read(text), published="2023-10-27", zone=None)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Sunday Courier wrote so.", "The Sunday Courier", "organisation"),
        ("It was Daily Voice that wrote so.", "Daily Voice", "organisation"),
        ("It was in May that Theresa May spoke.", "Theresa May", "person"),
        ("We spoke to April in town.", "April", "person"),
        ("Ships left Port October then.", "Port October", "location"),
    ],
)
def test_a_name_holds_no_time(text, name, kind, read):
    """What the reader knows for a name is none, whatever its words."""
    found = ground_times(text, read(text, names={name: kind}), published="2023-10-27", zone=None)
    assert [] == [f for f in found if text.index(name) <= f.span.start < text.index(name) + len(name)]


def test_a_year_beside_a_name_is_a_time(read):
    """ "Expo 2020" was in 2020, also where the reader takes the year into the name."""
    text = "They met at Expo 2020 in town."
    found = ground_times(text, read(text, names={"Expo 2020": "organisation"}), published=None, zone=None)
    assert [("2020", "2020")] == [(f.span.of(text), f.edtf) for f in found]


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("Fighting lasted several weeks.", "PXW"),
        ("Fighting lasted a few days.", "PXD"),
        ("Fighting lasted a couple of days.", "PXD"),
        ("Fighting lasted six days.", "P6D"),
        ("Fighting lasted nearly two and a half years.", "P2.5Y"),
        ("Fighting lasted a year and a half.", "P1.5Y"),
        ("Fighting lasted half an hour.", "PT0.5H"),
        ("Fighting lasted twenty-four hours.", "PT24H"),
        ("Fighting lasted two hundred and fifty days.", "P250D"),
        ("Fighting lasted 1,000 days.", "P1000D"),
        ("Fighting lasted two decades.", "P20Y"),
        ("Fighting lasted for years.", "PXY"),
        ("Fighting lasted five to six days.", "PXD"),
        ("Fighting lasted 60-90 days.", "PXD"),
        ("It was a 12-hour fight.", "PT12H"),
        ("It was a week-long fight.", "P1W"),
        ("Fighting lasted a fortnight.", "P2W"),
        ("Fighting lasted 45 minutes.", "PT45M"),
        ("Fighting lasted three nights.", "P3D"),
        ("It fell in the past six days.", "P6D"),
        ("It fell in the past week.", "P1W"),
        ("There were 400 casualties a day.", None),
    ],
)
def test_lengths_of_time(text, duration, read):
    """A length is ISO 8601; X where the words leave the number open; a rate is none."""
    assert [duration] == [found.duration for found in ground_times(text, read(text), published="2023-10-27", zone=None)]


@pytest.mark.parametrize(
    ("text", "prec"),
    [
        ("It fell on 3 May 2022.", 1),
        ("It fell overnight.", 2),
        ("It fell over the weekend.", 2),
        ("It fell last week.", 3),
        ("It fell three weeks ago.", 3),
        ("It fell in May 2022.", 4),
        ("It fell earlier this month.", 4),
        ("It fell in the summer of 2022.", 5),
        ("It fell in 2022.", 5),
        ("It was so since 3 May 2022.", 5),
        ("It fell in the past few days.", None),
    ],
)
def test_precision_is_that_of_the_codebook(text, prec, read):
    """1 a day, 2 a few days, 3 a week, 4 a month, 5 more; none where there is no value."""
    assert [prec] == [found.date_prec for found in ground_times(text, read(text), published="2023-10-27", zone=None)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It fell on Thursday.", None),
        ("It fell yesterday.", None),
        ("It fell on 7 October.", None),
        ("It fell in March.", None),
        ("It fell last week.", None),
        ("It fell two days ago.", None),
        ("It fell this summer.", None),
        ("It fell in the 90s.", None),
        ("It fell on 7 October 2023.", "2023-10-07"),
        ("It fell in early 2022.", "2022-01~/2022-04~"),
        ("It fell in the 1990s.", "199X"),
    ],
)
def test_without_a_publication_date_only_absolute_dates_have_a_value(text, edtf, read):
    """Nothing stands in for a publication date that is unknown."""
    assert [edtf] == [found.edtf for found in ground_times(text, read(text), published=None, zone=None)]


@pytest.mark.parametrize(
    ("published", "zone", "edtf"),
    [
        ("2023-10-27", None, "2023-10-27"),
        ("2023-10-27", "Asia/Tokyo", "2023-10-27"),
        ("2023-10-27T01:00:00+02:00", None, "2023-10-27"),
        ("2023-10-26T23:00:00Z", None, "2023-10-26"),
        ("2023-10-26T23:00:00Z", "Europe/Kyiv", "2023-10-27"),
        ("2023-10-27T01:00:00+02:00", "America/New_York", "2023-10-26"),
        ("2016-12-31T23:59:60Z", None, "2016-12-31"),
    ],
)
def test_today_is_the_day_where_the_outlet_is(published, zone, edtf, read):
    """An instant is converted to the outlet's zone; a date is already the outlet's."""
    text = "It fell today."
    assert [edtf] == [found.edtf for found in ground_times(text, read(text), published=published, zone=zone)]


@pytest.mark.parametrize(
    ("zone", "edtf"), [("America/New_York", "2022-05-06"), ("Europe/London", "2022-06-05"), ("America/Toronto", None), (None, None)]
)
def test_the_country_settles_an_open_order(zone, edtf, read):
    """5/6 is in May in the United States, in June in Europe, and open in Canada."""
    text = "It fell on 05/06/2022."
    assert [edtf] == [found.edtf for found in ground_times(text, read(text), published="2023-10-27", zone=zone)]


@pytest.mark.parametrize(
    ("published", "zone", "named"),
    [("yesterday", None, "yesterday"), ("2023-13-45", None, "2023-13-45"), ("2023-10-27T10:00:00Z", "Mars/Base", "Mars/Base")],
)
def test_what_is_no_date_or_zone_is_named(published, zone, named, read):
    """The error names the value and what was expected."""
    with pytest.raises(GroundingError, match=named):
        ground_times("It fell today.", read("It fell today."), published=published, zone=zone)


def test_two_paragraphs_make_no_phrase(read):
    """A line ends every phrase."""
    text = "It fell on 7\nOctober came."
    assert ["October"] == [found.span.of(text) for found in ground_times(text, read(text), published="2023-10-27", zone=None)]


def test_the_verb_that_governs_a_time_tells_its_direction(read):
    """The heads of the words count before their order: here "Monday" hangs on "meet", not on "left"."""
    text = "They will meet when all left on Monday."
    flat = read(text)
    heads = {"meet": "meet", "left": "meet", "will": "meet", "Monday": "meet"}
    numbers = {token.span.of(text): number for number, token in enumerate(flat.tokens)}
    tokens = tuple(_hung(token, numbers[heads.get(token.span.of(text), "Monday")]) for token in flat.tokens)
    reading = Reading(attributions=(), names=(), mentions=(), tokens=tokens, sentences=flat.sentences)
    assert ["2023-10-23"] == [found.edtf for found in ground_times(text, flat, published="2023-10-27", zone=None)]
    assert ["2023-10-30"] == [found.edtf for found in ground_times(text, reading, published="2023-10-27", zone=None)]


def _hung(token, head):
    return type(token)(span=token.span, upos=token.upos, head=head, relation=token.relation)


VOCABULARY = (
    "on in the last next this 3 31 1999 2022 May March of Monday Friday week weeks month year years ago later earlier since until two "
    "and a half to from between - , ' ( ) overnight today 's first third quarter century 1990s 12:30 p.m. UTC will met Christmas Eve Q3 "
    "summer early end beginning past 999999999 00s 24 hours day when night before after same previous following 29 February 30 . \n "
    "every 05/06/2022 weekend decade decades fortnight Black hundred long period whole"
)
WORDS = st.sampled_from(VOCABULARY.split(" "))
DAYS = st.sampled_from([None, "0001-01-01", "2023-10-27", "2024-02-29", "9999-12-31", "9999-12-31T23:00:00+00:00"])


@given(words=st.lists(WORDS, max_size=12), published=DAYS, spaces=st.booleans())
def test_any_words_of_time_are_read(words, published, spaces, read):
    """Spans are inside the text, in order, apart; the same input gives the same output; a value has a precision."""
    text = (" " if spaces else "").join(words)
    found = ground_times(text, read(text), published=published, zone=None)
    assert found == ground_times(text, read(text), published=published, zone=None)
    edges = [edge for time in found for edge in (time.span.start, time.span.end)]
    assert edges == sorted(edges)
    assert all(time.span.start < time.span.end <= len(text) and time.span.of(text).strip() for time in found)
    assert all((time.edtf is None) == (time.date_prec is None) for time in found)


@given(text=st.text(max_size=60))
def test_any_text_is_read(text, read):
    """No text raises."""
    ground_times(text, read(text), published="2023-10-27", zone=None)


def test_a_text_without_words_has_no_times():
    """An empty reading gives nothing."""
    assert () == ground_times("", NOTHING, published="2023-10-27", zone=None)


@pytest.mark.parametrize("text", ["9" * 300, "9" * 5000, "in " + "1" * 300 + " days", "on 2023-10-" + "0" * 400, "1" * 300 + "/1/2022"])
def test_numbers_of_many_digits_have_no_value(text, read):
    """Three hundred digits are no date."""
    assert all(found.edtf is None for found in ground_times(text, read(text), published="2023-10-27", zone=None))


@pytest.mark.parametrize(
    "piece", ["on Monday ", "2022 - ", "two and a half and ", "from 3 May to ", "3 May, the day before, ", "last ", "the of "]
)
def test_time_grows_no_faster_than_the_text(piece, read):
    """Four times the text takes about four times as long; ten is allowed for a busy machine."""
    spent = []
    for text in (piece * 500, piece * 2000):
        reading = read(text)
        rounds = []
        for _ in range(3):
            start = time.process_time()
            ground_times(text, reading, published="2023-10-27", zone=None)
            rounds.append(time.process_time() - start)
        spent.append(min(rounds))
    assert spent[1] < 10 * spent[0] + 0.1
