"""A quotation over several paragraphs is of whoever was quoted first."""

from saidwho.reading.testimony import settle_testimony
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

TEXT = """She told us:
"We hid in the mill.
"They burnt it at noon.
"I will not go back."
The army says that no mill was burnt."""


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


HERS = Attribution(source=(at("She"),), cue=(at("told"),), content=(at('"We hid in the mill.'),), score=0.9)
ARMYS = Attribution(
    source=(at("The army"),), cue=(at("says"),), content=(at('"I will not go back."'), at("that no mill was burnt")), score=0.9
)


def said_by(source: str) -> list[str]:
    found = settle_testimony(TEXT, (HERS, ARMYS))
    return [span.of(TEXT) for one in found if one.source[0].of(TEXT) == source for span in one.content]


def test_each_paragraph_is_a_statement_of_the_one_who_is_quoted() -> None:
    """Also those that the reader joined to a cue below, or to none."""
    assert ['"We hid in the mill.', '"They burnt it at noon.', '"I will not go back."'] == said_by("She")


def test_whoever_speaks_below_keeps_his_own_words() -> None:
    """And no more than them."""
    assert ["that no mill was burnt"] == said_by("The army")


def test_quotations_of_one_paragraph_stay() -> None:
    """Where each ends in its paragraph, nobody goes on."""
    text = 'He said: "No."\n"Yes," she said.'
    said = Attribution(source=(), cue=(Span(start=3, end=7),), content=(Span(start=9, end=14),), score=0.9)
    assert (said,) == settle_testimony(text, (said,))
