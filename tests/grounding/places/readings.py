"""Readings written by hand, and a register of a few actors."""

from dataclasses import dataclass

from saidwho.text.words import split_words
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention, Reading, Token


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def reading_of(
    text: str,
    *,
    locations: tuple[str, ...] = (),
    people: tuple[str, ...] = (),
    bodies: tuple[str, ...] = (),
    tree: dict[str, tuple[str, str, str]] | None = None,
    source: str | None = None,
) -> Reading:
    """A reading of a text of one sentence.

    tree: for a word, its part of speech, the word it hangs on, and its relation; every other word is a root of its own.
    """
    words = split_words(text)
    spans = [Span(start=b, end=e) for b, e in zip(words.starts.tolist(), words.ends.tolist(), strict=True)]
    numbers = {span.of(text): number for number, span in reversed(list(enumerate(spans)))}
    tokens = []
    for number, span in enumerate(spans):
        upos, head, relation = (tree or {}).get(span.of(text), ("X", span.of(text), "root"))
        tokens.append(Token(span=span, upos=upos, head=numbers[head] if relation != "root" else number, relation=relation))
    kinds = (("location", locations), ("person", people), ("organisation", bodies))
    names = tuple(Mention(span=span_of(text, name), kind=kind, score=0.9) for kind, given in kinds for name in given)
    attributions = ()
    if source is not None:
        content = Span(start=0, end=len(text))
        attributions = (Attribution(source=(span_of(text, source),), cue=(), content=(content,), score=0.9),)
    return Reading(attributions=attributions, names=names, mentions=(), tokens=tuple(tokens), sentences=((0, len(tokens)),))


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An actor of a register."""

    country: str | None
    alpha2: str | None = None


_DEMONYMS = {"Turkish": "TUR", "Ukrainian": "UKR", "Ukrainians": "UKR", "Russian": "RUS"}
_METONYMS = {"Kyiv": "UKR", "Ankara": "TUR", "White House": "USA"}


class FewActors:
    """A register of a few."""

    def demonym(self, word: str) -> Body | None:
        return Body(country=_DEMONYMS[word]) if word in _DEMONYMS else None

    def metonym(self, words: str) -> Body | None:
        return Body(country=_METONYMS[words]) if words in _METONYMS else None

    def named(self, words: str) -> tuple[Body, ...]:
        return (Body(country="USA"),) if words in ("White House", "Hizari", "Hamas") else ()
