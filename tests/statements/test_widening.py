"""How far a basis reaches."""

import re

import pytest

from saidwho.statements.surroundings import Surroundings
from saidwho.statements.widening import widened
from saidwho.types.document import Span
from saidwho.types.reading import Mention, Reading, Token
from saidwho.types.statement import Basis, BasisKind


def reach(found: str, marks: list[str], text: str, kind: BasisKind = "witness") -> str:
    """The words of a basis that a rule found, with the reader's marks of a text of one sentence."""

    def span(words: str) -> Span:
        return Span(start=text.index(words), end=text.index(words) + len(words))

    marked = tuple(Mention(span=span(words), kind="basis", score=0.9) for words in marks)
    words = [Span(start=match.start(), end=match.end()) for match in re.finditer(r"\w+|[^\w\s]", text)]
    tokens = tuple(Token(span=one, head=0, upos="X", relation="dep") for one in words)
    reading = Reading(attributions=(), names=(), mentions=(), tokens=tokens, sentences=((0, len(tokens)),), marks=marked)
    around = Surroundings(text, reading)
    return widened(around, Basis(span=span(found), kind=kind)).span.of(text)


@pytest.mark.parametrize(
    ("whole", "found", "marks", "text"),
    [
        (
            "eleven residents of the hamlets hit and examined pictures of shells",
            "eleven residents",
            ["eleven residents of the hamlets", "pictures of shells"],
            "It interviewed eleven residents of the hamlets hit and examined pictures of shells.",
        ),
        (
            "the word of 110 witnesses, on aerial pictures and on the study of graves",
            "the word",
            ["the word of 110 witnesses", "aerial pictures", "the study of graves"],
            "It relied on the word of 110 witnesses, on aerial pictures and on the study of graves.",
        ),
        ("logs", "logs", ["sums made from logs"], "It cited sums made from logs."),
        ("radar tracks", "radar tracks", ["a pilot"], "It cited radar tracks after a pilot had left."),
    ],
)
def test_a_basis_goes_on_over_what_is_marked(whole: str, found: str, marks: list[str], text: str) -> None:
    """To the end of the marks that it touches and of those listed behind it, never to before its beginning."""
    assert whole == reach(found, marks, text)


def test_what_somebody_perceived_ends_with_his_perceiving() -> None:
    text = "She had watched from her roof."
    assert "She had watched" == reach("She had watched", ["She had watched from her roof"], text, kind="own knowledge")
