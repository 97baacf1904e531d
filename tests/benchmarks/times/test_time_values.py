"""When a value of ours and one of TIMEX3 mean the same."""

from datetime import date

import pytest

from benchmarks.times.values import edtf_days, is_right, timex_days, timex_duration


@pytest.mark.parametrize(
    ("timex", "edtf"),
    [
        ("2008-03-01", "2008-03-01"),
        ("2008-03", "2008-03"),
        ("2008", "2008"),
        ("200", "200X"),
        ("19", "19XX"),
        ("2006-Q4", "2006-36"),
        ("2009-SP", "2009-21"),
        ("2008-WI", "2008-24"),
        ("2008-W42", "2008-10-13/2008-10-19"),
        ("2008-W42-WE", "2008-10-18/2008-10-19"),
        ("2008-01-09TMO", "2008-01-09"),
        ("2005-04-27T08:30Z", "2005-04-27"),
        ("2011-06-XX", "2011-06"),
        ("1992", "1992/.."),
        ("2012", "../2012"),
        ("2007-10-20", "2007-10-20?"),
        ("2007-10-20", "2007-10-20~"),
    ],
)
def test_the_same_days_are_right(timex, edtf):
    """Another way of writing the same days is right; marks of doubt and open ends do not count."""
    labelled = timex_days(timex)
    assert labelled is not None
    assert is_right(edtf, labelled, words="then")


@pytest.mark.parametrize(
    ("timex", "edtf", "words"),
    [("2009", "2009-01~/2009-04~", "then"), ("2009", "2009-01", "then"), ("2009", "2010", "early 2009"), ("2009", None, "early 2009")],
)
def test_other_days_are_wrong(timex, edtf, words):
    """A narrower value is wrong unless the words narrow it; no value is wrong."""
    labelled = timex_days(timex)
    assert labelled is not None
    assert not is_right(edtf, labelled, words=words)


def test_a_part_is_right_where_the_words_ask_for_it():
    """TIMEX3 has "early" in an attribute that meantime leaves out."""
    assert is_right("2009-01~/2009-04~", (date(2009, 1, 1), date(2009, 12, 31)), words="early 2009")


@pytest.mark.parametrize("timex", ["PRESENT_REF", "FUTURE_REF", "XXXX-XX-XX", "FY2007", "P9D", "PXD", ""])
def test_what_edtf_cannot_express_is_not_asked_for(timex):
    """References, fiscal years and durations have no days."""
    assert timex_days(timex) is None


def test_a_set_is_its_first_to_its_last_day():
    """Two single days are compared by their ends."""
    assert edtf_days("{2022-05-03,2022-05-05}") == (date(2022, 5, 3), date(2022, 5, 5))


@pytest.mark.parametrize(
    ("timex", "duration"),
    [("P6D", "P6D"), ("PXW", "PXW"), ("PT30M", "PT30M"), ("P2.5Y", "P2.5Y"), ("P2Q", "P6M"), ("PM6", "P6M"), ("2009", None), ("", None)],
)
def test_durations_are_written_as_iso(timex, duration):
    """A quarter is three months; letter and number changed round are read as meant."""
    assert timex_duration(timex) == duration
