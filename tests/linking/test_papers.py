"""Which outlets do words name?"""

import pytest

from saidwho.linking.papers import outlet_named

OUTLETS = frozenset({"harbour courier", "norrpress", "saren news agency"})


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the news agency Norrpress", "norrpress"),
        ("Norrpress and now The Harbour Courier", "norrpress"),
        ("A Saren photographer who reached the bridge", "saren news agency"),
        ("A report in The Harbour Courier", "harbour courier"),
        ("Norrpress and the mayor of Ilven", None),
        ("the mayor of Ilven", None),
        ("a photographer", None),
    ],
)
def test_outlets_are_known_under_what_describes_them(words: str, expected: str | None) -> None:
    """Words for the kind of outlet and for its staff lead to it; who is no outlet keeps the words from naming one."""
    assert expected == outlet_named(words, OUTLETS)
