"""Words are the same to both databases, whatever stands between them, and the most frequent are words as well."""

import pytest

from saidwho.record.dialects import add_claim_words, add_words, found_numbers
from saidwho.record.record import Record

TEXTS = (
    "The grain is in the port, and so are they.",
    "An F-16 was struck over São Tomé: 1,700 people saw it.",
    "Write to desk@courier.example, or see https://courier.example/who/we-are.",
    "NEITHER of them struck Ilven.",
)
ASKED = [
    ("the", {0}),
    ('"in the port"', {0}),
    ('"in a port"', set()),
    ("grain THE", {0}),
    ("they", {0}),
    ("16", {1}),
    ("f-16", {1}),
    ('"over sao tome"', {1}),
    ("São", {1}),
    ("700", {1}),
    ("1,700", {1}),
    ("courier", {2}),
    ("we", {2}),
    ("https", {2}),
    ("neither", {3}),
    ("strike", set()),
    ("STRUCK them", {3}),
    ("gone", set()),
]


@pytest.mark.parametrize(("asked", "expected"), ASKED)
def test_a_word_is_what_stands_between_other_signs(record: Record, asked: str, expected: set[int]) -> None:
    """In whatever case, with or without the marks of its letters, alone or in a phrase."""
    record.write(lambda connection: add_words(connection, "statement_search", [(n, text, "") for n, text in enumerate(TEXTS)]))
    with record.reading() as connection:
        assert expected == set(connection.execute(found_numbers(record.dialect, "statement_search", asked)).scalars())


@pytest.mark.parametrize(("asked", "expected"), [("the", {0}), ("grain the", {0}), ("f-16", {1}), ("they 16", set())])
def test_a_claim_has_every_word(record: Record, asked: str, expected: set[int]) -> None:
    """The frequent ones too."""
    record.write(lambda connection: add_claim_words(connection, list(enumerate(TEXTS))))
    with record.reading() as connection:
        assert expected == set(connection.execute(found_numbers(record.dialect, "claim_search", asked)).scalars())
