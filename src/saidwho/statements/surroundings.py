"""Where in the words and the syntax of a text does a stretch of it stand?"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from saidwho.types.document import Span
from saidwho.types.reading import Reading, Token

# Chains of heads are short; more steps than this come from a parse gone wrong.
_STEPS = 40
_RELATIVE = re.compile(r", (?:who|which) [^,.;:\"“”\n]{1,120}")
_SMALL_PARTS = ("PUNCT", "ADP", "CCONJ", "SCONJ", "DET", "PART")


class Surroundings:
    """The words, trees, sentences and paragraphs of one text, looked up by characters. Tokens are numbers into tokens."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.text = text
        self.leanings = reading.leanings
        self._marks: dict[str, list[Span]] = {}
        for mark in sorted((*reading.marks, *reading.names), key=lambda mark: mark.span):
            self._marks.setdefault(mark.kind, []).append(mark.span)
        self.tokens: tuple[Token, ...] = reading.tokens
        self.words: tuple[str, ...] = tuple(token.span.of(text).lower().replace("’", "'") for token in reading.tokens)
        self._starts = [token.span.start for token in reading.tokens]
        self._ends = [token.span.end for token in reading.tokens]
        self._children: list[list[int]] = [[] for _ in reading.tokens]
        for number, token in enumerate(reading.tokens):
            if token.head != number:
                self._children[token.head].append(number)
        self._sentences = [(self._starts[first], self._ends[past - 1]) for first, past in reading.sentences if past > first]
        breaks = [-1, *(at for at, character in enumerate(text) if character == "\n"), len(text)]
        self.paragraphs = [Span(start=a + 1, end=b) for a, b in pairwise(breaks) if text[a + 1 : b].strip()]
        self._paragraph_starts = [paragraph.start for paragraph in self.paragraphs]

    def touched(self, span: Span) -> range:
        """The tokens that share a character with a span."""
        first = bisect_right(self._ends, span.start)
        return range(first, max(first, bisect_left(self._starts, span.end)))

    def touched_by(self, spans: Iterable[Span]) -> list[int]:
        return [number for span in spans for number in self.touched(span)]

    def leaning(self, part: str, spans: Iterable[Span]) -> NDArray[np.float32] | None:
        """What the words of some spans lean to together, by types.reading.Leanings; None where the reader says nothing of it."""
        return self.leanings.of(part, [(words.start, words.stop) for words in map(self.touched, spans)])

    def marked(self, kind: str, piece: Span) -> list[Span]:
        """The words of a piece of text that the reader marked as of a kind, or as a name of one; marks of one kind do not overlap."""
        marks = self._marks.get(kind, [])
        first = bisect_right(marks, piece.start, key=lambda span: span.end)
        past = bisect_left(marks, piece.end, key=lambda span: span.start)
        return [Span(start=max(span.start, piece.start), end=min(span.end, piece.end)) for span in marks[first:past]]

    def children(self, token: int) -> list[int]:
        return self._children[token]

    def sentence(self, position: int) -> Span:
        """The sentence around a character; the character alone where the text has no sentences there."""
        at = bisect_right(self._sentences, (position, len(self.text) + 1)) - 1
        if at < 0:
            return Span(start=position, end=min(position + 1, len(self.text)))
        start, end = self._sentences[at]
        return Span(start=start, end=max(end, position))

    def paragraph(self, position: int) -> int:
        """The number of the paragraph around a character; -1 before the first. Empty lines are none."""
        return bisect_right(self._paragraph_starts, position) - 1

    def past_relative(self, position: int) -> int:
        """Where the clause ends that tells more of whoever is named before a character; else that character: "Lea Orn|, who dug"."""
        clause = _RELATIVE.match(self.text, position)
        return clause.end() if clause else position

    def top(self, tokens: range | list[int]) -> int | None:
        """The first of some tokens that hangs on a word outside of them and is more than a small part of speech."""
        inside = set(tokens)
        tops = [i for i in tokens if self.tokens[i].head == i or self.tokens[i].head not in inside]
        telling = [i for i in tops if self.tokens[i].upos not in _SMALL_PARTS]
        return next(iter(telling or tops), None)

    def child(self, token: int, *relations: str) -> int | None:
        """The first child with one of these relations."""
        return next((i for i in self._children[token] if self.tokens[i].relation in relations), None)

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        for _ in range(_STEPS):
            head = self.tokens[token].head
            if head == token:
                return
            yield head
            token = head

    def span(self, first: int, past: int) -> Span:
        return Span(start=self._starts[first], end=self._ends[past - 1])
