"""Each meaning is one short line that a person can check."""

from dataclasses import replace

import pytest

from saidwho.export.meanings import actors_by_id, figure_line, place_line, speaker_line, time_line
from saidwho.types.grounding import Figure, Place, Time
from tests.export.reports import TEXT, grounded, report, spans

PLACE, FIGURE = grounded().places[0], grounded().figures[0]
BARE = replace(
    FIGURE, low=400, high=400, qualifier=None, counts=None, of=None, victims=None, per=None, cumulative=False, since=None
)  # fmt: skip


@pytest.mark.parametrize(
    ("expected", "place"),
    [
        ("Varnok, Ilven Oblast, UKR (region)", PLACE),
        ("Varnok, UKR", replace(PLACE, admin1=None, where_prec=1)),
        ("Varnok, UKR (near)", replace(PLACE, admin1="Varnok", where_prec=2)),
        ("Varnok", replace(PLACE, admin1=None, country=None, where_prec=None)),
        ("Varnok, UKR (country; metonym)", replace(PLACE, admin1=None, where_prec=6, use="metonym")),
    ],
)
def test_a_place_says_how_precise_it_is(expected: str, place: Place) -> None:
    """A region is never shown as if it were a town."""
    assert expected == place_line(place)


@pytest.mark.parametrize(
    ("expected", "time"),
    [
        ("2024-03-04", Time(span=spans("left")[0], edtf="2024-03-04", date_prec=1)),
        ("2024-03 (within a month)", Time(span=spans("left")[0], edtf="2024-03", date_prec=4)),
        ("not settled", Time(span=spans("left")[0], edtf=None, date_prec=None)),
        ("lasting some weeks", Time(span=spans("left")[0], edtf=None, date_prec=None, duration="PXW")),
    ],
)
def test_a_time_says_what_it_lacks(expected: str, time: Time) -> None:
    """An open time is not passed over in silence."""
    assert expected == time_line(time)


def test_an_open_time_of_an_undated_document_says_so() -> None:
    """Whoever knows the day can give it."""
    assert "not settled (no publication date)" == time_line(Time(span=spans("left")[0], edtf=None, date_prec=None), is_dated=False)


@pytest.mark.parametrize(
    ("expected", "figure"),
    [
        ("400 people", BARE),
        ("about 400 people", replace(BARE, qualifier="about")),
        ("17 or more people", replace(BARE, low=17, high=None, qualifier="at least")),
        ("up to 9 people", replace(BARE, low=None, high=9, qualifier="up to")),
        ("30 to 40 tanks", replace(BARE, low=30, high=40, unit="tanks")),
        ("no exact number of people", replace(BARE, low=None, high=None)),
        ("150,000,000 USD", replace(BARE, low=150_000_000, high=150_000_000, unit="money", currency="USD")),
        ("3,000 in a currency not told", replace(BARE, low=3000, high=3000, unit="money")),
        ("1.5 people", replace(BARE, low=1.5, high=1.5)),
        ("a number of 300 digits of people", replace(BARE, low=10**299, high=10**299)),
        ("400 people; of Ada Vale", replace(BARE, of="x")),
        ("400 people, said not to be so", replace(BARE, negated=True)),
    ],
)
def test_a_figure_says_what_its_words_allow(expected: str, figure: Figure) -> None:
    """Bounds, unit, and whose."""
    assert expected == figure_line(figure, actors_by_id(grounded()))


def test_a_speaker_is_told_where_the_source_does_not() -> None:
    """Once is enough where the source is the full name."""
    first, second, _ = report().statements
    actors = actors_by_id(grounded())
    assert [("", ""), ("Ada Vale, mayor", "")] == [
        (speaker_line(statement, actors, TEXT), speaker_line(statement, {}, TEXT)) for statement in (first, second)
    ]


@pytest.mark.parametrize(
    ("expected", "duration"),
    [("6 days", "P6D"), ("1 year", "P1Y"), ("some hours", "PTXH"), ("30 minutes", "PT30M"), ("P1Y6M", "P1Y6M"), ("PT1D", "PT1D")],
)
def test_a_length_of_time_is_told_in_words(expected: str, duration: str) -> None:
    """One of several parts stays as it is written."""
    assert f"lasting {expected}" == time_line(Time(span=spans("left")[0], edtf=None, date_prec=None, duration=duration))
