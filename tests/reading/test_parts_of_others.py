"""A part of what somebody says that another says is another's."""

from saidwho.reading.parts_of_others import with_parts_of_others
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Token

TEXT = "The ministry said that it had acted, whose head spoke of forty shells"
LINES = [
    ("The", "DET", 1, "det"), ("ministry", "NOUN", 2, "nsubj"), ("said", "VERB", 2, "root"), ("that", "SCONJ", 6, "mark"),
    ("it", "PRON", 6, "nsubj"), ("had", "AUX", 6, "aux"), ("acted", "VERB", 2, "ccomp"), (",", "PUNCT", 10, "punct"),
    ("whose", "PRON", 9, "nmod:poss"), ("head", "NOUN", 10, "nsubj"), ("spoke", "VERB", 6, "acl:relcl"), ("of", "ADP", 13, "case"),
    ("forty", "NUM", 13, "nummod"), ("shells", "NOUN", 10, "obl"),
]  # fmt: skip


def of(words: str, text: str = TEXT) -> Span:
    return Span(start=text.index(words), end=text.index(words) + len(words))


def tokens(text: str) -> tuple[Token, ...]:
    at, found = 0, []
    for word, upos, head, relation in LINES:
        at = text.index(word, at)
        found.append(Token(span=Span(start=at, end=at + len(word)), upos=upos, head=head, relation=relation))
    return tuple(found)


def parts(text: str, first: str, second: str) -> list[tuple[str, str, list[str]]]:
    """Who, by which verb, says what."""
    whole = Attribution(source=(of("The ministry", text),), cue=(of("said", text),), content=(of(first, text), of(second, text)), score=1.0)
    found = with_parts_of_others(text, (whole,), tokens(text))
    return [(one.source[0].of(text), one.cue[0].of(text), [span.of(text) for span in one.content]) for one in found]


def test_whoever_speaks_between_two_parts_says_the_second() -> None:
    """Who spoke before them says the first alone."""
    expected = [("The ministry", "said", ["that it had acted"]), ("whose head", "spoke", ["forty shells"])]
    assert expected == parts(TEXT, "that it had acted", "forty shells")


def test_a_quotation_goes_on_behind_what_stands_between() -> None:
    """A part in quotation marks is of whoever is quoted."""
    text = TEXT.replace("forty shells", "“forty shells”")
    assert 1 == len(parts(text, "that it had acted", "“forty shells”"))
