"""Names that the reader took for the end of what is said."""

import pytest

from saidwho.reading.swallowed import with_swallowed_names
from saidwho.text.words import split_words
from saidwho.types.document import Span
from saidwho.types.reading import Mention, Token
from tests.reading.marks import parse, told

# Relations and heads of the words that count here; all others hang on the root.
Syntax = dict[str, tuple[str, str, str]]


def _tokens(text: str, syntax: Syntax) -> tuple[Token, ...]:
    """The words of a text. syntax: part of speech, relation and head by word."""
    found = split_words(text)
    words = [Span(start=int(start), end=int(end)) for start, end in zip(found.starts, found.ends, strict=True)]
    numbers = {span.of(text): number for number, span in enumerate(words)}
    tokens = []
    for number, span in enumerate(words):
        upos, relation, head = syntax.get(span.of(text), ("NOUN", "dep", ""))
        tokens.append(Token(span=span, upos=upos, head=numbers.get(head, number), relation=relation))
    return tuple(tokens)


def _read(marked: str, syntax: Syntax, name: str = "Ilze Berzin") -> tuple[str, str, str]:
    text, attribution = parse(marked)
    start = text.index(name)
    names = (Mention(span=Span(start=start, end=start + len(name)), kind="person", score=1.0),)
    return told(text, with_swallowed_names(text, (attribution,), _tokens(text, syntax), names=names)[0])


VERBS: Syntax = {"died": ("VERB", "ccomp", "said"), "said": ("VERB", "root", "said"), "seized": ("VERB", "ccomp", "said")}


def test_who_has_no_source_may_stand_at_the_end_of_what_is_said() -> None:
    """With what is told of him and his title, where no other subject says it."""
    marked = "[Two people died on the pier, Colonel Ilze Berzin, head of the guard], {said} on Friday."
    assert ("Colonel Ilze Berzin, head of the guard", "said", "Two people died on the pier") == _read(marked, VERBS)


@pytest.mark.parametrize(
    ("expected", "syntax"),
    [
        (("Ilze Berzin, the guard's envoy", "said", "Rebels seized the pier"), {"envoy": ("NOUN", "appos", "Ilze")}),
        (("the guard's envoy", "said", "Rebels seized the pier, Ilze Berzin"), {"envoy": ("NOUN", "nsubj", "said")}),
    ],
)
def test_a_name_is_the_speakers_where_he_is_called_so_beside_it(expected: tuple[str, str, str], syntax: Syntax) -> None:
    """Where syntax has the source as a subject of its own, the name is one of whom it tells ("killed its leader, Ilze Berzin")."""
    assert expected == _read("[Rebels seized the pier, Ilze Berzin], <the guard's envoy> {said}.", VERBS | syntax)


def test_a_name_alone_with_what_has_no_verb_is_left() -> None:
    """There is nothing that he could have said."""
    marked = "[The pier, Ilze Berzin], {said}."
    assert ("", "said", "The pier, Ilze Berzin") == _read(marked, VERBS)
